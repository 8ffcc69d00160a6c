"""What the preview shows is what an export writes, with the reasons beside each slide."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Client
from briefing_app.domain.ids import VisitId
from briefing_app.domain.mend import Mend
from briefing_app.domain.slide_list import SlideList
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import Visit
from briefing_app.errors import UserError
from briefing_app.services.export import export_visit
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.page_pictures import page_picture
from briefing_app.services.preview import Preview, PreviewKind, PreviewOrder
from briefing_app.services.preview_apart import preview_apart
from briefing_app.services.previewing import preview_document
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.services.slide_view import SlideView
from briefing_app.services.storyline import DeckOf, reword_slide, switch_slide
from briefing_app.store.store import Store, open_store
from tests.documents.deck.corporate.files import dark, plain

VISIT = VisitId(DEMO_VISITS[0])
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def loaded(folder: Path) -> Iterator[Store]:
    with open_store(folder) as opened:
        load_samples(opened)
        yield opened


@pytest.fixture
def store(loaded: Store) -> Iterator[Store]:
    """The samples; what a test writes about the visit is taken back."""
    visit = loaded.get(Visit, VISIT)
    yield loaded
    loaded.save([visit])
    for kept in loaded.all(SlideList):
        loaded.delete(SlideList, kept.id)


def order(kind: PreviewKind, language: Language = Language.EN, **wishes: object) -> PreviewOrder:
    wished = ExportWishes(language=language, **wishes)  # type: ignore[arg-type]
    return PreviewOrder(visit=VISIT, kind=kind, wishes=wished, today=TODAY)


def deck(store: Store) -> Preview:
    return preview_document(store, order(PreviewKind.DECK))


def by_key(shown: Preview) -> dict[str, SlideView]:
    return {slide.key: slide for slide in shown.slides}


@pytest.mark.parametrize("language", Language)
def test_the_preview_is_byte_for_byte_what_an_export_writes(
    store: Store, tmp_path: Path, language: Language
) -> None:
    wishes = ExportWishes(language=language, with_pdf=True)
    now = datetime(2026, 11, 20, 9, tzinfo=UTC)
    done = export_visit(store, VISIT, out=tmp_path, wishes=wishes, today=TODAY, now=now)
    written = {path.read_bytes() for path in done.files}
    for kind in PreviewKind:
        assert preview_document(store, order(kind, language)).pdf in written


def test_each_page_of_the_deck_belongs_to_a_slide_that_says_why_it_is_there(store: Store) -> None:
    shown = deck(store)
    slides = by_key(shown)
    numbers = [slide.number for slide in shown.slides if slide.is_on]
    assert numbers == sorted(numbers)
    assert shown.slides[0].is_fixed
    for page in shown.pages:
        slide = slides[page.slide]
        assert slide.number <= page.number < slide.number + slide.pages
        assert slide.because
        assert slide.texts[0].name == "title"


def test_a_slide_names_the_people_whose_concern_it_answers(store: Store) -> None:
    slides = by_key(deck(store))
    answers = slides["training"].answers
    assert [(str(one.person), one.topic.value) for one in answers] == [("Song Zhixia", "training")]
    assert slides["cover"].answers == ()


def test_slides_that_are_left_out_stand_in_the_list_without_a_number(store: Store) -> None:
    before = deck(store)
    key = before.slides[2].key
    of_deck = DeckOf(visit=VISIT, audience=before.audience or Audience.MIXED, today=TODAY)
    switch_slide(store, of_deck, slide=key, is_on=False)
    after = deck(store)
    assert not by_key(after)[key].is_on
    assert key not in [page.slide for page in after.pages]
    assert after.is_kept
    assert not before.is_kept


def test_own_words_stand_beside_those_that_they_replace(store: Store) -> None:
    before = deck(store)
    slide = before.slides[1]
    title = slide.texts[0]
    reword_slide(
        store,
        DeckOf(visit=VISIT, audience=before.audience or Audience.MIXED, today=TODAY),
        slide=slide.key,
        name=title.name,
        made=title.made,
        words="What you told us",
        language=Language.EN,
    )
    after = by_key(deck(store))[slide.key]
    assert (after.texts[0].made, after.texts[0].own) == (title.made, "What you told us")
    assert after.is_reworded
    assert not slide.is_reworded


def test_what_the_gate_keeps_in_is_shown_with_page_box_remedy_and_where_to_mend_it(
    store: Store,
) -> None:
    other = next(one for one in store.all(Client) if one.id == "client-chengye")
    visit = store.get(Visit, VISIT)
    store.save([replace(visit, purpose=Text.same(f"As agreed with {other.short_name.en}"))])
    (finding, *_) = deck(store).gate.findings
    assert finding.word.casefold() == other.short_name.en.casefold()
    assert finding.page == 1
    assert finding.mend == Mend("visit", VISIT, "purpose")
    assert finding.may_be_meant
    meant = preview_document(store, order(PreviewKind.DECK, meant=(finding.word,))).gate
    assert meant.lets_pass
    assert {one.word.casefold() for one in meant.meant} == {finding.word.casefold()}


def test_a_preview_is_made_in_another_process_as_in_this_one(store: Store, folder: Path) -> None:
    wanted = order(PreviewKind.BROCHURE, Language.ZH)
    sent = pickle.loads(pickle.dumps(wanted))
    assert pickle.loads(pickle.dumps(preview_apart(folder, sent))) == preview_document(
        store, wanted
    )


def test_a_visit_that_is_gone_is_refused_in_one_line(store: Store) -> None:
    gone = replace(order(PreviewKind.DECK), visit=VisitId("gone"))
    with pytest.raises(UserError, match="gone"):
        preview_document(store, gone)


def test_a_page_becomes_pixels_of_the_width_asked_for(store: Store) -> None:
    shown = deck(store)
    picture = page_picture(shown.pdf, 2, 640)
    assert (picture.page, picture.width, picture.height) == (2, 640, 360)
    assert len(picture.pixels) == 640 * 360 * 4
    assert len(set(picture.pixels[::4])) > 20  # something is painted
    with pytest.raises(IndexError):
        page_picture(shown.pdf, len(shown.pages) + 1, 640)


@pytest.mark.parametrize("make", [plain, dark])
def test_a_deck_on_a_template_is_shown_on_its_ground(
    store: Store, tmp_path: Path, make: Callable[[], bytes]
) -> None:
    path = tmp_path / "company.pptx"
    path.write_bytes(make())
    wishes = ExportWishes(language=Language.EN, template=path)
    order = PreviewOrder(visit=VISIT, kind=PreviewKind.DECK, wishes=wishes, today=TODAY)
    seen = preview_document(store, order)
    assert not seen.gate.findings
    for page in (1, 2):
        corner = page_picture(seen.pdf, page, 200).pixels[:3]
        assert (max(corner) < 60) == (make is dark)


def test_a_template_that_has_gone_keeps_the_deck_back_but_not_the_brochure(
    store: Store, tmp_path: Path
) -> None:
    wishes = ExportWishes(language=Language.EN, template=tmp_path / "gone.potx")
    order = PreviewOrder(visit=VISIT, kind=PreviewKind.DECK, wishes=wishes, today=TODAY)
    with pytest.raises(UserError, match=r"gone\.potx is not there"):
        preview_document(store, order)
    assert preview_document(store, replace(order, kind=PreviewKind.BROCHURE)).pages
