"""Holds our deck writer against PptxGenJS on the same placed pages.

PptxGenJS (npm `pptxgenjs`) is the usual fast writer of .pptx files. It is installed into a folder
of its own; where node or the package cannot be had, the comparison says so and is left out.
"""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing_app.documents.placed import (
    Chart,
    Element,
    Frame,
    Image,
    Page,
    Rule,
    Shape,
    Step,
    Table,
    TextBox,
)
from briefing_app.documents.placed import Path as Freeform
from briefing_app.documents.text_fit import Measured
from briefing_app.documents.theme import Colour, Theme

VERSION = "4.0.1"
_SCRIPT = Path(__file__).with_name("deck.mjs")
_INCH = 72.0


class NotComparable(Exception):
    """Why the comparison cannot be made on this machine."""


@dataclass(frozen=True)
class Written:
    """The best time to write a deck, and the file's size."""

    milliseconds: float
    bytes: int


def pptxgenjs(pages: Sequence[Page], theme: Theme, rounds: int) -> Written:
    """How fast PptxGenJS writes the pages, deflated, in a warm process.

    Raises NotComparable where it cannot be run.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        raise NotComparable("node and npm are not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _run(npm, "install", "--silent", "--no-audit", f"pptxgenjs@{VERSION}", folder=folder)
        given = folder / "pages.json"
        given.write_text(json.dumps(_plain(pages, theme)), encoding="utf-8")
        printed = _run(node, _SCRIPT, given, str(rounds), folder / "out.pptx", folder=folder)
    return Written(**json.loads(printed))


def _run(*command: str | Path, folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotComparable(done.stderr.strip() or f"{command[0]} failed")
    return done.stdout


def _plain(pages: Sequence[Page], theme: Theme) -> dict[str, Any]:
    colours = theme.colours
    return {
        "size": {"w": pages[0].width / _INCH, "h": pages[0].height / _INCH},
        "pages": [
            {
                "background": page.background and colours[page.background],
                "elements": [_element(element, theme) for element in page.elements],
                "notes": "\n".join(page.notes),
            }
            for page in pages
        ],
    }


def _element(element: Element, theme: Theme) -> dict[str, Any]:
    return _KINDS[type(element)](element, theme)


def _text_box(box: TextBox, theme: Theme) -> dict[str, Any]:
    return {
        "type": "text",
        **_place(box.frame),
        "font": theme.latin,
        "padding": box.padding,
        "anchor": str(box.anchor),
        "fill": _colour(box.fill, theme),
        "border": _colour(box.border, theme),
        "paragraphs": _paragraphs(box.text, theme),
    }


def _shape(shape: Shape, theme: Theme) -> dict[str, Any]:
    return {
        "type": "shape",
        **_place(shape.frame),
        "geometry": str(shape.geometry),
        "fill": _colour(shape.fill, theme),
        "border": _colour(shape.border, theme),
        "borderWidth": shape.border_width,
    }


def _rule(rule: Rule, theme: Theme) -> dict[str, Any]:
    left, top = min(rule.x1, rule.x2), min(rule.y1, rule.y2)
    frame = Frame(left, top, abs(rule.x2 - rule.x1), abs(rule.y2 - rule.y1))
    return {
        "type": "rule",
        **_place(frame),
        "flipH": rule.x2 < rule.x1,
        "flipV": rule.y2 < rule.y1,
        "colour": _colour(rule.colour, theme),
        "thickness": rule.thickness,
        "arrow": rule.has_arrow,
    }


def _path(path: Freeform, theme: Theme) -> dict[str, Any]:
    points: list[dict[str, Any]] = []
    for polygon in path.polygons:
        points.extend(_point(step, path.frame) for step in polygon)
        points[-len(polygon)]["moveTo"] = True
        points.append({"close": True})
    return {
        "type": "path",
        **_place(path.frame),
        "fill": _colour(path.fill, theme),
        "points": points,
    }


def _point(step: Step, frame: Frame) -> dict[str, Any]:
    places = zip(step[::2], step[1::2], strict=True)
    *controls, end = [((x - frame.x) / _INCH, (y - frame.y) / _INCH) for x, y in places]
    point: dict[str, Any] = {"x": end[0], "y": end[1]}
    if controls:
        (x1, y1), (x2, y2) = controls
        point["curve"] = {"type": "cubic", "x1": x1, "y1": y1, "x2": x2, "y2": y2}
    return point


def _image(image: Image, _theme: Theme) -> dict[str, Any]:
    content = base64.b64encode(image.picture.content).decode()
    data = f"image/{image.picture.ending};base64,{content}"
    return {"type": "image", **_place(image.frame), "data": data, "alt": image.alt}


def _table(table: Table, theme: Theme) -> dict[str, Any]:
    return {
        "type": "table",
        **_place(table.frame),
        "font": theme.latin,
        "columns": [width / _INCH for width in table.columns],
        "heights": [height / _INCH for height in table.heights],
        "rows": [
            [
                {"paragraphs": _paragraphs(cell.text, theme), "fill": _colour(cell.fill, theme)}
                for cell in row
            ]
            for row in table.rows
        ],
    }


def _chart(chart: Chart, theme: Theme) -> dict[str, Any]:
    return {
        "type": "chart",
        **_place(chart.frame),
        "kind": str(chart.kind),
        "categories": chart.categories,
        "series": [
            {"name": s.name, "values": s.values, "colour": _colour(s.colour, theme)}
            for s in chart.series
        ],
        "alt": chart.alt,
        "legend": chart.has_legend,
        "fontSize": chart.font_size,
    }


_KINDS: dict[type, Callable[[Any, Theme], dict[str, Any]]] = {
    TextBox: _text_box,
    Shape: _shape,
    Rule: _rule,
    Freeform: _path,
    Image: _image,
    Table: _table,
    Chart: _chart,
}


def _paragraphs(text: Measured, theme: Theme) -> list[dict[str, Any]]:
    return [
        {
            "align": {"centre": "center"}.get(item.style.align, str(item.style.align)),
            "pitch": item.style.line_height,
            "bullet": bool(item.bullet),
            "indent": item.indent,
            "runs": [
                {
                    "text": span.text,
                    "bold": item.style.bold if span.bold is None else span.bold,
                    "colour": _colour(span.colour or item.style.colour, theme),
                    "size": item.style.size,
                }
                for span in item.spans
            ],
        }
        for item in text.paragraphs
    ]


def _place(frame: Frame) -> dict[str, float]:
    return {
        "x": frame.x / _INCH,
        "y": frame.y / _INCH,
        "w": frame.width / _INCH,
        "h": frame.height / _INCH,
    }


def _colour(colour: Colour | None, theme: Theme) -> str | None:
    return None if colour is None else theme.colours[colour]


def repeated(pages: Iterable[Page], count: int) -> tuple[Page, ...]:
    """The pages over and over, until there are ``count``."""
    kept = tuple(pages)
    return tuple(kept[at % len(kept)] for at in range(count))
