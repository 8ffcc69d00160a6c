"""Placed shapes as PowerPoint shapes: boxes of text, drawn shapes, lines, polygons, frames."""

from __future__ import annotations

from briefing_app.documents.deck.drawingml import emu, escaped, outline, solid, transform
from briefing_app.documents.placed import (
    Chart,
    Frame,
    Geometry,
    Image,
    Path,
    Rule,
    Shape,
    Step,
    Table,
    TextBox,
)

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst>"
)
"""Tells screen readers to pass over a shape."""

_SHARE = 100_000
_BOX_BORDER = 0.75
_ARROW = '<a:tailEnd type="triangle" w="med" len="med"/>'


def identity(key: int, name: str, alt: str = "", inner: str = "") -> str:
    """The id, name and alternative text of a shape; ``inner`` is XML of links or marks."""
    description = f' descr="{escaped(alt)}"' if alt else ""
    return f'<p:cNvPr id="{key}" name="{escaped(name)}"{description}>{inner}</p:cNvPr>'


def shape_xml(shape: Shape, key: int, *, user_drawn: bool = False) -> str:
    """A drawn shape without text."""
    look = (
        f"{transform(shape.frame)}{_preset(shape)}{solid(shape.fill)}"
        f"{outline(shape.border, shape.border_width)}"
    )
    return _drawn(key, shape.name, shape.alt, look, user_drawn)


def path_xml(path: Path, key: int, *, user_drawn: bool = False) -> str:
    """Outlines as one freeform shape."""
    frame = path.frame
    drawn = "".join(_outline(steps, frame, path.is_open) for steps in path.polygons)
    mode = ' fill="none"' if path.is_open else ""
    geometry = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{max(emu(frame.width), 0)}" h="{max(emu(frame.height), 0)}"{mode}>'
        f"{drawn}</a:path>"
        "</a:pathLst></a:custGeom>"
    )
    look = f"{transform(frame)}{geometry}{solid(path.fill)}{_pen(path)}"
    return _drawn(key, path.name, path.alt, look, user_drawn)


def picture_xml(image: Image, key: int, relationship: str, *, user_drawn: bool = False) -> str:
    """A picture; ``relationship`` is the id of its file."""
    return (
        f"<p:pic><p:nvPicPr>{_identity_of_drawing(key, image.name, image.alt)}"
        f'<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>{_drawn_by(user_drawn)}'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/>'
        f"</a:stretch></p:blipFill><p:spPr>{transform(image.frame)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def rule_xml(rule: Rule, key: int, *, user_drawn: bool = False) -> str:
    """A straight connector, flipped where it runs to the left or up."""
    frame = Frame(
        min(rule.x1, rule.x2),
        min(rule.y1, rule.y2),
        abs(rule.x2 - rule.x1),
        abs(rule.y2 - rule.y1),
    )
    flips = (' flipH="1"' if rule.x2 < rule.x1 else "") + (
        ' flipV="1"' if rule.y2 < rule.y1 else ""
    )
    line = outline(rule.colour, rule.thickness, _ARROW if rule.has_arrow else "")
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{_identity_of_drawing(key, rule.name, rule.alt)}"
        f"<p:cNvCxnSpPr/>{_drawn_by(user_drawn)}</p:nvCxnSpPr>"
        f'<p:spPr>{transform(frame, flips=flips)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f"{line}</p:spPr></p:cxnSp>"
    )


def text_shape_xml(box: TextBox, frame: Frame, key: int, body: str, inner: str = "") -> str:
    """A text box at ``frame``, or a shape with text where it is filled or bordered.

    ``body`` is the content of its text body, ``inner`` XML of its link or mark.
    """
    marked = ' txBox="1"' if box.fill is None and box.border is None else ""
    return (
        f"<p:sp><p:nvSpPr>{identity(key, box.name, inner=inner)}<p:cNvSpPr{marked}/><p:nvPr/>"
        f"</p:nvSpPr><p:spPr>{transform(frame)}{box_look(box)}</p:spPr>"
        f"<p:txBody>{body}</p:txBody></p:sp>"
    )


def placeholder_xml(key: int, name: str, kind: str, look: str, body: str, inner: str = "") -> str:
    """A shape that fills a placeholder; ``kind`` are the attributes of ``p:ph``.

    ``look`` is what differs from the layout, XML of its shape properties.
    """
    return (
        f"<p:sp><p:nvSpPr>{identity(key, name, inner=inner)}"
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{look}</p:spPr>"
        f"<p:txBody>{body}</p:txBody></p:sp>"
    )


def graphic_frame_xml(element: Table | Chart, key: int, uri: str, content: str) -> str:
    """The frame around a table or a chart, which carries its alternative text."""
    locks = '<a:graphicFrameLocks noGrp="1"/>'
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{identity(key, element.name, element.alt)}"
        f"<p:cNvGraphicFramePr>{locks}</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>"
        f'{transform(element.frame, "p")}<a:graphic><a:graphicData uri="{uri}">{content}'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def box_look(box: TextBox) -> str:
    """Geometry, fill and border of a box with text."""
    geometry = _rectangle(box.frame, box.corner)
    return f"{geometry}{solid(box.fill)}{outline(box.border, _BOX_BORDER)}"


def _drawn(key: int, name: str, alt: str, look: str, user_drawn: bool) -> str:
    return (
        f"<p:sp><p:nvSpPr>{_identity_of_drawing(key, name, alt)}<p:cNvSpPr/>"
        f"{_drawn_by(user_drawn)}</p:nvSpPr><p:spPr>{look}</p:spPr></p:sp>"
    )


def _identity_of_drawing(key: int, name: str, alt: str) -> str:
    return identity(key, name, alt, "" if alt else DECORATIVE)


def _drawn_by(user: bool) -> str:
    return '<p:nvPr userDrawn="1"/>' if user else "<p:nvPr/>"


def _preset(shape: Shape) -> str:
    match shape.geometry:
        case Geometry.RECTANGLE | Geometry.ROUNDED:
            return _rectangle(shape.frame, shape.corner)
        case Geometry.CHEVRON | Geometry.PENTAGON:
            tip = shape.frame.height / 2
            return _adjusted(shape.geometry, tip / _short_side(shape.frame))
        case _:
            return f'<a:prstGeom prst="{shape.geometry}"><a:avLst/></a:prstGeom>'


def _rectangle(frame: Frame, corner: float) -> str:
    if not corner:
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    return _adjusted(Geometry.ROUNDED, min(corner / _short_side(frame), 0.5))


def _adjusted(preset: str, share: float) -> str:
    guide = f'<a:gd name="adj" fmla="val {round(share * _SHARE)}"/>'
    return f'<a:prstGeom prst="{preset}"><a:avLst>{guide}</a:avLst></a:prstGeom>'


def _short_side(frame: Frame) -> float:
    return max(min(frame.width, frame.height), 1e-6)


def _pen(path: Path) -> str:
    """The line around a path, with round ends and joins."""
    if path.border is None:
        return outline(None, 0)
    width = emu(path.border_width)
    return f'<a:ln w="{width}" cap="rnd">{solid(path.border)}<a:round/></a:ln>'


def _outline(steps: tuple[Step, ...], frame: Frame, is_open: bool) -> str:
    start, *others = steps
    rest = "".join(_step(step, frame) for step in others)
    end = "" if is_open else "<a:close/>"
    return f"<a:moveTo>{_points(start, frame)}</a:moveTo>{rest}{end}"


def _step(step: Step, frame: Frame) -> str:
    tag = "lnTo" if len(step) == 2 else "cubicBezTo"
    return f"<a:{tag}>{_points(step, frame)}</a:{tag}>"


def _points(step: Step, frame: Frame) -> str:
    places = zip(step[::2], step[1::2], strict=True)
    return "".join(f'<a:pt x="{emu(x - frame.x)}" y="{emu(y - frame.y)}"/>' for x, y in places)
