"""The judge of contrast sees pale words, and words that run on over a dark picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.judges.legibility import faint_findings


def page(path: Path, ink: str, ground: str, dark_from: float = 1000) -> Path:
    canvas = Canvas(str(path), pagesize=(600, 200))
    canvas.setFillColor(ground)
    canvas.rect(0, 0, 600, 200, stroke=0, fill=1)
    canvas.setFillColor("#202020")
    canvas.rect(dark_from, 0, 600, 200, stroke=0, fill=1)
    canvas.setFillColor(ink)
    canvas.setFont("Helvetica", 20)
    canvas.drawString(50, 100, "Three products answer five needs of the client")
    canvas.save()
    return path


@pytest.mark.parametrize(("ink", "ground"), [("#000000", "#FFFFFF"), ("#FFFFFF", "#14213D")])
def test_words_that_stand_out_are_no_finding(tmp_path: Path, ink: str, ground: str) -> None:
    assert faint_findings(page(tmp_path / "a.pdf", ink, ground)) == []


def test_pale_words_are_found_along_their_whole_length(tmp_path: Path) -> None:
    assert len(faint_findings(page(tmp_path / "a.pdf", "#B0B0B0", "#FFFFFF"))) > 3


def test_words_that_run_on_over_something_dark_are_found_there(tmp_path: Path) -> None:
    found = faint_findings(page(tmp_path / "a.pdf", "#000000", "#FFFFFF", dark_from=320))
    assert found
    assert all("text at (3" in fault or "text at (4" in fault for fault in found)
