"""Documents render with the program's own fonts; what cannot be rendered is never passed over."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

from tests.judges.pdf_file import facts_of
from tests.judges.rendering import Office, RenderingFailed, page_images

ROOT = Path(__file__).resolve().parents[2]


def deck(path: Path, *texts: str) -> Path:
    presentation = Presentation()
    for text in texts:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        frame = slide.shapes.add_textbox(Pt(40), Pt(40), Pt(400), Pt(60)).text_frame
        run = frame.paragraphs[0].add_run()
        run.text, run.font.name = text, "Noto Sans SC"
    presentation.save(str(path))
    return path


@pytest.mark.rendering
def test_a_deck_renders_with_the_fonts_that_come_with_the_program(
    office: Office, tmp_path: Path
) -> None:
    facts = facts_of(office.pdf_of(deck(tmp_path / "deck.pptx", "One", "Two")))

    assert facts.texts == ("One", "Two")
    assert {font.name for font in facts.fonts} == {"NotoSansSC-Regular"}


@pytest.mark.rendering
def test_the_same_bytes_are_rendered_once(office: Office, tmp_path: Path) -> None:
    first = office.pdf_of(deck(tmp_path / "a.pptx", "Same"))
    written = first.stat().st_mtime_ns
    (tmp_path / "b.pptx").write_bytes((tmp_path / "a.pptx").read_bytes())

    assert office.pdf_of(tmp_path / "b.pptx") == first
    assert first.stat().st_mtime_ns == written


@pytest.mark.rendering
def test_pages_become_pictures_of_the_asked_width(office: Office, tmp_path: Path) -> None:
    pages = list(page_images(office.pdf_of(deck(tmp_path / "deck.pptx", "One", "Two")), 320))

    assert [page.size for page in pages] == [(320, 240), (320, 240)]
    assert all(any(page.convert("L").histogram()[:100]) for page in pages)  # dark ink on each


@pytest.mark.rendering
def test_a_rendering_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    office = Office(tmp_path / "office", tmp_path / "rendered")

    with pytest.raises(RenderingFailed, match=r"took over 0\.01 s"):
        office.pdf_of(deck(tmp_path / "deck.pptx", "Never rendered"), seconds=0.01)


@pytest.mark.rendering
def test_a_file_that_libreoffice_cannot_read_fails(office: Office, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pptx"
    broken.write_bytes(b"PK\x03\x04 and then nothing")

    with pytest.raises(RenderingFailed, match=r"no PDF of broken\.pptx"):
        office.pdf_of(broken)


def test_without_libreoffice_the_failure_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.judges.rendering.tool", lambda name: "")
    office = Office(tmp_path / "office", tmp_path / "rendered")

    with pytest.raises(RenderingFailed, match=r"LibreOffice is needed to render deck\.pptx"):
        office.pdf_of(deck(tmp_path / "deck.pptx", "Never rendered"))


@pytest.mark.parametrize(
    ("ci", "outcome", "reason"),
    [("", "1 skipped", "rendering needs"), ("true", "1 error", "must be seen in CI")],
)
def test_without_its_tools_a_rendering_test_is_skipped_by_name_but_fails_in_ci(
    tmp_path: Path, ci: str, outcome: str, reason: str
) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = rendering", encoding="utf-8")
    (tmp_path / "test_page.py").write_text(
        "import pytest\n\n@pytest.mark.rendering\ndef test_page(): pass\n", encoding="utf-8"
    )
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-ra", "-p", "tests.conftest", tmp_path],
        env={**os.environ, "PATH": "", "CI": ci, "PYTHONPATH": str(ROOT), "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert outcome in run.stdout
    assert reason in run.stdout
