"""Shows the pages of documents to whoever works on them.

    python -m tests.judges.contact_sheet FILE... --out sheet.png [--columns 3] [--width 640]
    python -m tests.judges.contact_sheet FILE... --pages FOLDER [--width 1280]

FILE is a .pptx, a .pdf or anything else that LibreOffice reads. With --out all pages stand on one
sheet, numbered; with --pages each page becomes a picture of its own, ``name-01.png`` and on.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from briefing_app.paths import assets_folder
from tests.judges.rendering import Office, page_images

_GAP, _CAPTION = 16, 28
_PAPER, _INK = "#98A2B3", "#14213D"


def numbered_pages(files: Sequence[Path], width: int) -> Iterator[tuple[str, Image.Image]]:
    """Each page as (``name-01``, picture), in the order of the files."""
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder, "office"), Path(folder, "rendered"))
        for file in files:
            pdf = file if file.suffix.lower() == ".pdf" else office.pdf_of(file)
            for number, page in enumerate(page_images(pdf, width), 1):
                yield f"{file.stem}-{number:02}", page


def sheet_of(pages: Sequence[tuple[str, Image.Image]], columns: int) -> Image.Image:
    """All pages on one picture, row by row, each with its name below."""
    columns = min(columns, len(pages))
    width = max(page.width for _, page in pages)
    height = max(page.height for _, page in pages) + _CAPTION
    rows = math.ceil(len(pages) / columns)
    size = (_GAP + columns * (width + _GAP), _GAP + rows * (height + _GAP))
    sheet = Image.new("RGB", size, _PAPER)
    font = ImageFont.truetype(assets_folder() / "fonts/NotoSansSC-Regular.ttf", 16)
    for index, (name, page) in enumerate(pages):
        left = _GAP + index % columns * (width + _GAP)
        top = _GAP + index // columns * (height + _GAP)
        sheet.paste(page, (left, top))
        ImageDraw.Draw(sheet).text((left, top + page.height + 2), name, fill=_INK, font=font)
    return sheet


def main(arguments: Sequence[str]) -> int:
    """Run the command line described above; return its exit status."""
    parser = argparse.ArgumentParser(prog="contact_sheet", description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", type=Path, help="the picture with all pages")
    where.add_argument("--pages", type=Path, help="the folder for a picture of each page")
    parser.add_argument("--columns", type=int, default=3)
    parser.add_argument("--width", type=int, default=640, help="of a page, in pixels")
    given = parser.parse_args(arguments)
    pages = numbered_pages(given.files, given.width)
    if given.out:
        sheet_of(list(pages), given.columns).save(given.out)
        print(given.out)
    else:
        given.pages.mkdir(parents=True, exist_ok=True)
        for name, page in pages:
            page.save(given.pages / f"{name}.png")
            print(given.pages / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
