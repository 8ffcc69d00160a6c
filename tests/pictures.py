"""Makes the README's pictures anew from the sample visits: ``python -m tests.pictures``."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from PIL import Image

from briefing_app.domain.text import Language
from briefing_app.services.export import Export, export_visit
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import open_store
from tests.judges.contact_sheet import numbered_pages

PICTURES = Path(__file__).resolve().parent.parent / "docs/pictures"
SUFFIX = {Language.EN: "", Language.ZH: ".zh-CN"}
SLIDES = (1, 3, 6, 9, 13, 16)
"""Cover, proposal, how it works, effort, case, next steps: of the first sample visit, from 1."""

_GAP, _PAPER, _EDGE = 12, "#E3E8EF", "#98A2B3"


def grid(pages: list[Image.Image], columns: int) -> Image.Image:
    """Pages of one size, row by row, on a light ground."""
    width, height = pages[0].size
    rows = -(-len(pages) // columns)
    size = (_GAP + columns * (width + _GAP), _GAP + rows * (height + _GAP))
    sheet = Image.new("RGB", size, _PAPER)
    for index, page in enumerate(pages):
        left = _GAP + index % columns * (width + _GAP)
        top = _GAP + index // columns * (height + _GAP)
        sheet.paste(page, (left, top))
    return sheet


def pages_of(export: Export, number: int, width: int) -> list[Image.Image]:
    """The pages of the export's file at ``number``, ``width`` pixels wide."""
    return [page for _, page in numbered_pages([export.files[number]], width)]


def make(language: Language) -> None:
    """The two pictures in one language: slides, and the printed pages."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder, "data")) as store:
        load_samples(store)
        export = export_visit(
            store,
            DEMO_VISITS[0],
            out=Path(folder, "out"),
            wishes=ExportWishes(language=language),
            today=date(2026, 11, 23),
            now=datetime(2026, 11, 23, tzinfo=UTC),
        )
        slides = pages_of(export, 0, 640)
        brochure, plan = pages_of(export, 2, 474), pages_of(export, 3, 474)
    save(grid([slides[number - 1] for number in SLIDES], 2), f"deck{SUFFIX[language]}.png")
    save(grid([brochure[3], brochure[4], plan[0]], 3), f"print{SUFFIX[language]}.png")


def save(picture: Image.Image, name: str) -> None:
    """Keep a picture in few bytes: documents have few colours."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture.quantize(128, dither=Image.Dither.NONE).save(PICTURES / name, optimize=True)
    print(PICTURES / name)


if __name__ == "__main__":
    for each in Language:
        make(each)
