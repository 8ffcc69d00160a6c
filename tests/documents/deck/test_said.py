"""What a deck says is the same, read from its placed pages and from its file."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Inches

from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.deck.corporate.reading import read_template
from briefing_app.documents.deck.corporate.writing import write_on_template
from briefing_app.documents.deck.pptx_writer import DeckFacts, write_pptx
from briefing_app.documents.deck.said import note_lines, read_deck, texts_below_title
from briefing_app.documents.placed import Page
from briefing_app.documents.theme import load_theme
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from tests.documents.deck.client_sides import rich, with_every_kind
from tests.documents.deck.corporate.files import dark, plain

FACTS = DeckFacts(title="t", author="a", language=Language.EN, created=date(2026, 11, 23))
NOTES = ("Listen first.\nThen ask.", "先听后问。")
TITLE_ONLY = 5


def with_notes(pages: Sequence[Page]) -> list[Page]:
    return [replace(page, notes=NOTES) for page in pages]


def assert_said_alike(pages: Sequence[Page], path: Path) -> None:
    read = read_deck(path)
    assert [slide.title for slide in read] == [page.title for page in pages]
    assert [sorted(slide.texts) for slide in read] == [
        sorted(texts_below_title(page)) for page in pages
    ]
    assert [slide.notes for slide in read] == [note_lines(page.notes) for page in pages]


@pytest.mark.parametrize("language", Language)
def test_a_deck_of_every_kind_of_slide_reads_as_it_was_placed(
    tmp_path: Path, language: Language
) -> None:
    pages = with_notes(deck_pages(with_every_kind(rich()), language).pages)
    path = tmp_path / "deck.pptx"
    path.write_bytes(write_pptx(pages, load_theme(), replace(FACTS, language=language)))
    assert_said_alike(pages, path)


@pytest.mark.parametrize("made", [plain, dark])
def test_so_does_a_deck_on_a_company_s_template(tmp_path: Path, made) -> None:
    template = read_template(made(), "company.potx")
    pages = with_notes(deck_pages(rich(), Language.EN, master=template.master).pages)
    path = tmp_path / "deck.pptx"
    path.write_bytes(write_on_template(pages, template, FACTS))
    assert_said_alike(pages, path)


def test_what_users_add_is_read_and_hidden_slides_are_not(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    slide.shapes.title.text_frame.text = "Added by hand"
    box = [Inches(1)] * 4
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(*box).text_frame.text = "In a group"
    slide.shapes.add_table(1, 1, *box).table.cell(0, 0).text_frame.text = "In a table"
    hidden = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    hidden.element.set("show", "0")
    deck.save(str(tmp_path / "deck.pptx"))
    (read,) = read_deck(tmp_path / "deck.pptx")
    assert read.title == "Added by hand"
    assert read.texts == ("In a group", "In a table")
    assert read.notes == ()


def test_a_file_that_holds_no_slides_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"not a deck")
    with pytest.raises(UserError, match=r"deck\.pptx cannot be read as slides"):
        read_deck(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "no slides")
    with pytest.raises(UserError, match=r"deck\.pptx"):
        read_deck(path)
