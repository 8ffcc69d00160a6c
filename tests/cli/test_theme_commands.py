from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from briefing_app.cli.main import EXIT_BAD_INPUT, EXIT_FINE, run
from tests.documents.deck.corporate.files import plain

COMPANY = "company.potx"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / COMPANY
    path.write_bytes(plain())
    return path


def test_check_tells_of_layouts_colours_and_fonts(
    template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--language", "en", "theme", "check", str(template)]) == EXIT_FINE
    told = capsys.readouterr().out
    assert "13.33 x 7.50 inches" in told
    assert "Title only: layout “Title Only”" in told
    assert "Calibri: " in told


def test_check_speaks_chinese(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--language", "zh", "theme", "check", str(template)]) == EXIT_FINE
    assert "仅标题：版式“Title Only”" in capsys.readouterr().out


def test_a_refused_template_is_bad_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / COMPANY
    path.write_bytes(b"no template")
    assert run(["--language", "en", "theme", "check", str(path)]) == EXIT_BAD_INPUT
    assert "company.potx is not a PowerPoint template" in capsys.readouterr().err


def test_the_preview_is_a_deck_on_the_template(template: Path, tmp_path: Path) -> None:
    preview = tmp_path / "preview.pptx"
    asked = ["--language", "en", "theme", "check", str(template), "--preview", str(preview)]
    assert run(asked) == EXIT_FINE
    deck = Presentation(str(preview))
    assert len(deck.slides) > 10
    assert deck.slides[0].slide_layout.name == "Title Slide"


def test_an_export_on_a_template_and_as_pdf_is_refused_before_anything_is_written(
    template: Path, tmp_path: Path, data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(["demo", "--out", str(tmp_path / "demo"), "--keep"]) == EXIT_FINE
    asked = ["--language", "en", "export", "visit-games-solution", "--out", str(out)]
    asked += ["--template", str(template)]
    assert run([*asked, "--pdf"]) == EXIT_BAD_INPUT
    assert "Leave out --pdf" in capsys.readouterr().err
    assert not out.exists()
    assert run(asked) == EXIT_FINE
    decks = sorted(out.rglob("*deck*.pptx"))
    assert [Presentation(str(deck)).slides[0].slide_layout.name for deck in decks] == [
        "Title Slide",
        "Title Slide",
    ]
