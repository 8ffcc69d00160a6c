"""The QR code of a business card (vCard), drawn as one path of squares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

import segno
from segno.encoder import DataOverflowError
from segno.helpers import make_vcard_data

from briefing_app.documents.brochure.setting import AnySetting
from briefing_app.documents.flow import Drawn
from briefing_app.documents.placed import Frame, Geometry, Path, Shape
from briefing_app.documents.theme import Colour
from briefing_app.planning.client_side import SharedColleague

QUIET = 4
"""The white around a QR code in modules (ISO/IEC 18004)."""


def vcards(setting: AnySetting, colleague: SharedColleague) -> Iterator[str]:
    """The colleague's card, then shorter ones for codes that cannot hold it."""
    company = setting.side.company
    shown, family = setting.text(colleague.name), _one_part(setting.text(colleague.name))
    email, phone = colleague.email or None, colleague.phone or None
    yield make_vcard_data(
        family,
        shown,
        email=email,
        phone=phone,
        org=setting.text(company.name) or None,
        title=setting.text(colleague.title) or None,
        url=company.website or None,
    )
    yield make_vcard_data(family, shown, email=email, phone=phone)


def _one_part(name: str) -> str:
    """The name as one part of the card's structured name, which semicolons would divide."""
    return name.replace(";", " ")


def modules(cards: Iterator[str]) -> Sequence[Sequence[int]]:
    """The code of the first card that a code can hold, dark modules as 1; empty if none."""
    return next((matrix for card in cards if (matrix := _matrix(card))), ())


@lru_cache(maxsize=8)  # a page is tried at several sizes, each with the same code
def _matrix(card: str) -> Sequence[Sequence[int]]:
    try:
        code = segno.make(card, error="m", micro=False, encoding="utf-8", boost_error=False)
    except DataOverflowError:
        return ()
    return tuple(tuple(row) for row in code.matrix)


def qr_drawing(matrix: Sequence[Sequence[int]], size: float, alt: str) -> Drawn:
    """The code on white, ``size`` points wide with its quiet zone."""
    module = size / (len(matrix) + 2 * QUIET)
    white = Shape(
        frame=Frame(0, 0, size, size),
        geometry=Geometry.RECTANGLE,
        name="Quiet zone",
        fill=Colour.PAPER,
    )
    squares = tuple(
        _rectangle(column, row, length, module)
        for row, line in enumerate(matrix)
        for column, length in _dark_runs(line)
    )
    code = Path(
        polygons=squares, frame=Frame(0, 0, size, size), name="QR code", fill=Colour.INK, alt=alt
    )
    return Drawn(size, (white, code))


def _dark_runs(line: Sequence[int]) -> Iterator[tuple[int, int]]:
    column = 0
    for dark, run in groupby(line):
        length = len(list(run))
        if dark:
            yield column, length
        column += length


def _rectangle(
    column: int, row: int, length: int, module: float
) -> tuple[tuple[float, float], ...]:
    left, top = (QUIET + column) * module, (QUIET + row) * module
    right, bottom = left + length * module, top + module
    return ((left, top), (right, top), (right, bottom), (left, bottom))
