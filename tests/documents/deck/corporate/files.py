"""Templates of others, small and odd: python-pptx's own with parts changed as companies do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from pptx import Presentation
from pptx.util import Inches

Parts = dict[str, bytes]
MASTER = "ppt/slideMasters/slideMaster1.xml"
THEME = "ppt/theme/theme1.xml"
TITLE_ONLY = "ppt/slideLayouts/slideLayout6.xml"
TYPES = "[Content_Types].xml"
MAIN = b"presentationml.presentation.main+xml"


def plain(width: float = 13.333, height: float = 7.5, samples: int = 0) -> bytes:
    """python-pptx's template at a size in inches, with sample slides of its author's."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(width), Inches(height)
    for number in range(samples):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = f"Sample of the author {number}"
        slide.notes_slide.notes_text_frame.text = "A note of the author"
    return _saved(deck)


def changed(data: bytes, change: Callable[[Parts], None]) -> bytes:
    """A file after a change of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    return zipped(parts)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Parts as a file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def replaced(part: str, old: bytes, new: bytes, count: int = 1) -> Callable[[Parts], None]:
    """A change of one part; the old words must be there."""

    def change(parts: Parts) -> None:
        assert old in parts[part], f"{part} has no {old!r}"
        parts[part] = parts[part].replace(old, new, count)

    return change


def dark() -> bytes:
    """A template whose background is its dark colour, by the master's colour map."""
    swap = replaced(
        MASTER,
        b'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"',
        b'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"',
    )
    return changed(plain(), swap)


def blank_only() -> bytes:
    """One layout without a single placeholder."""

    def change(parts: Parts) -> None:
        keep = "ppt/slideLayouts/slideLayout7.xml"
        rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
        entries = parts[rels].split(b"<Relationship ")
        kept = [e for e in entries[1:] if b"slideLayout7.xml" in e or b"/theme" in e]
        key = next(e for e in kept if b"slideLayout7" in e).split(b'Id="')[1].split(b'"')[0]
        parts[rels] = entries[0] + b"".join(b"<Relationship " + e for e in kept)
        if not parts[rels].endswith(b"</Relationships>"):
            parts[rels] += b"</Relationships>"
        head, _, rest = parts[MASTER].partition(b"<p:sldLayoutIdLst>")
        tail = rest.partition(b"</p:sldLayoutIdLst>")[2]
        listed = b'<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="' + key + b'"/>'
        parts[MASTER] = head + listed + b"</p:sldLayoutIdLst>" + tail
        start, _, shapes = parts[keep].partition(b"</p:grpSpPr>")
        end = shapes[shapes.index(b"</p:spTree>") :]
        parts[keep] = start + b"</p:grpSpPr>" + end
        for name in list(parts):
            if name.startswith("ppt/slideLayouts/") and "slideLayout7" not in name:
                del parts[name]
                marked = b'<Override PartName="/' + name.encode() + b'"'
                before, found, after = parts[TYPES].partition(marked)
                parts[TYPES] = before + after.partition(b"/>")[2] if found else before

    return changed(plain(), change)


def with_shape(x: int, y: int, width: int, height: int, fill: str, part: str = MASTER) -> bytes:
    """A coloured rectangle on the master; places in EMU, the fill as ``RRGGBB``."""
    return changed(
        plain(),
        replaced(part, b"</p:grpSpPr>", b"</p:grpSpPr>" + _shape(x, y, width, height, fill)),
    )


def _shape(x: int, y: int, width: int, height: int, fill: str) -> bytes:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="900" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:srgbClr val="{fill}"/></a:solidFill></p:spPr></p:sp>'
    ).encode()


def _saved(deck: object) -> bytes:
    stream = io.BytesIO()
    deck.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()
