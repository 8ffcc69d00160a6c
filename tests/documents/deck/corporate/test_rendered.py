"""Decks on templates that others made, as a reader would see them.

LibreOffice's own templates are converted to PowerPoint files and told to use a font that is
installed wherever LibreOffice is, so that what was measured is what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest

from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.deck.corporate.reading import CorporateTemplate, read_template
from briefing_app.documents.deck.corporate.writing import write_on_template
from briefing_app.documents.deck.pptx_writer import DeckFacts
from briefing_app.documents.gate import NOTHING_FORBIDDEN, inspect
from briefing_app.documents.installed_fonts import installed_font
from briefing_app.documents.placed import Element, Frame, Page, Placeholder, Rule, TextBox
from briefing_app.domain.text import Language
from tests.documents.deck import client_sides
from tests.documents.deck.corporate.files import Parts, changed
from tests.judges.legibility import faint_findings
from tests.judges.office_templates import converted_templates
from tests.judges.overflow import collision_findings, overflow_findings
from tests.judges.pptx_package import structure_findings
from tests.judges.rendering import Office

pytestmark = pytest.mark.rendering

FONT = "DejaVu Sans"
TEMPLATES = {
    "Nature_Illustration": "pptx",
    "Candy": "potx",
    "Lights": "potx",
}
"""A landscape at 4:3, photographs and a master for each sample, and the dark."""

SAMPLES = dict(zip(Language, client_sides.SAMPLES, strict=True))
PANELS = ("Ground", "Drawn by the template")


@dataclass(frozen=True)
class Made:
    """A deck on a template, written to a file."""

    template: CorporateTemplate
    pages: tuple[Page, ...]
    file: Path
    office: Office

    @cached_property
    def rendered(self) -> Path:
        return self.office.pdf_of(self.file)


@pytest.fixture(scope="session")
def templates(office: Office) -> dict[str, bytes]:
    if installed_font(FONT) is None:
        pytest.skip(f"rendering needs the font {FONT}")
    files: dict[str, Path] = {}
    for ending in sorted(set(TEMPLATES.values())):
        names = [name for name, kind in TEMPLATES.items() if kind == ending]
        files |= converted_templates(office, names, ending)
    return {name: changed(file.read_bytes(), in_our_font) for name, file in files.items()}


def in_our_font(parts: Parts) -> None:
    for name, content in parts.items():
        if name.startswith("ppt/theme/"):
            chinese = b'<a:ea typeface="Noto Sans SC"'
            in_chinese = content.replace(b'<a:ea typeface="DejaVu Sans"', chinese)
            parts[name] = in_chinese.replace(b'"Arial"', f'"{FONT}"'.encode())


@pytest.fixture(scope="module", params=TEMPLATES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=Language)
def made(
    request: pytest.FixtureRequest,
    name: str,
    templates: dict[str, bytes],
    office: Office,
    tmp_path_factory: pytest.TempPathFactory,
) -> Made:
    language = request.param
    template = read_template(templates[name], f"{name}.{TEMPLATES[name]}")
    side = client_sides.sample(SAMPLES[language])
    pages = deck_pages(side, language, master=template.master).pages
    file = tmp_path_factory.mktemp("made") / "deck.pptx"
    facts = DeckFacts(title="t", author="a", language=language, created=date(2026, 11, 23))
    file.write_bytes(write_on_template(pages, template, facts))
    return Made(template, pages, file, office)


def test_the_deck_may_leave_and_its_package_is_whole(made: Made) -> None:
    assert inspect(made.pages, made.template.theme, NOTHING_FORBIDDEN) == ()
    assert structure_findings(made.file.read_bytes()) == []


def test_content_keeps_clear_of_title_and_foot(made: Made) -> None:
    faults = [fault for page in made.pages for fault in encroaching(page)]
    assert faults == []


def encroaching(page: Page) -> Iterator[str]:
    """Elements of a body that reach into the boxes of title, footer or page number."""
    boxes = [it for it in page.elements if isinstance(it, TextBox)]
    fixed = [it for it in boxes if it.placeholder is not Placeholder.NONE]
    slide = Frame(0, 0, page.width, page.height)
    for element in page.elements:
        if element in fixed or element.name in PANELS:
            continue
        frame = frame_of(element)
        if not slide.holds(frame):
            yield f"{page.label}: {element.name} leaves the slide"
        for box in fixed:
            if overlap(frame, box.frame) > 1:
                yield f"{page.label}: {element.name} reaches into {box.name}"


def frame_of(element: Element) -> Frame:
    if isinstance(element, Rule):
        left, top = min(element.x1, element.x2), min(element.y1, element.y2)
        return Frame(left, top, abs(element.x2 - element.x1), abs(element.y2 - element.y1))
    return element.frame


def overlap(one: Frame, other: Frame) -> float:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(min(across, down), 0.0)


def test_all_words_stay_in_their_boxes_and_apart(made: Made) -> None:
    assert overflow_findings(made.file, made.rendered) == []
    assert collision_findings(made.file, made.rendered) == []


def test_all_words_can_be_read_on_what_the_template_draws(made: Made) -> None:
    assert faint_findings(made.rendered) == []
