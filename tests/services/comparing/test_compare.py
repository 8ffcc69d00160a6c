"""Two real exports are compared: from the store, from folders, and one with the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pptx import Presentation

from briefing_app.domain.export_record import ExportKind
from briefing_app.domain.ids import NeedId
from briefing_app.domain.message import say
from briefing_app.domain.opportunity import Need
from briefing_app.domain.text import Language, Text
from briefing_app.errors import UserError
from briefing_app.services.comparing.compare import compare_exports
from briefing_app.services.comparing.differences import ExportDifferences, TextChange
from briefing_app.services.comparing.sides import exports_of, read_side
from briefing_app.services.export import export_visit
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.making.calendar import calendars
from briefing_app.services.making.make import Makers
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import Store, open_store

VISIT, OTHER_VISIT = DEMO_VISITS
NEED = NeedId("fireferry-need-campaign-effect")
OLD, NEW = "See campaign effects the same day", "See campaign effects within an hour"


def export(store: Store, out: Path, visit: str, language: Language) -> None:
    export_visit(
        store,
        visit,
        out=out,
        wishes=ExportWishes(language=language),
        today=date(2026, 11, 23),
        now=datetime.now(UTC),
    )


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("compared")


@pytest.fixture(scope="module")
def store(work: Path) -> Iterator[Store]:
    """A visit exported, then a need reworded, then exported again and in Chinese; and another."""
    with open_store(work / "data") as opened:
        load_samples(opened)
        export(opened, work / "1", VISIT, Language.EN)
        need = opened.get(Need, NEED)
        with opened.change():
            opened.save([replace(need, statement=Text("活动效果一小时内可见", NEW))])
        export(opened, work / "2", VISIT, Language.EN)
        export(opened, work / "3", VISIT, Language.ZH)
        export(opened, work / "4", OTHER_VISIT, Language.EN)
        yield opened


def folder(work: Path, number: int) -> Path:
    (made,) = (work / str(number)).iterdir()
    return made


def told(found: ExportDifferences) -> str:
    return " ".join(str(remark) for remark in found.remarks)


def test_a_reworded_need_is_told_as_fact_on_its_slide_and_in_the_files(store: Store) -> None:
    found = compare_exports(store, f"{VISIT}@1", f"{VISIT}@2")
    changes = {change.field: (change.old, change.new) for change in found.facts.changed}
    assert changes["statement.en"] == (OLD, NEW)
    assert {change.record_id for change in found.facts.changed} == {NEED}
    assert found.facts.added == found.facts.removed == found.remarks == ()
    (deck,) = found.decks
    texts = [text for slide in deck.changed for text in slide.texts]
    assert TextChange(OLD, NEW) in texts
    assert deck.name in found.files.changed


def test_an_export_compared_with_itself_differs_in_nothing(store: Store) -> None:
    assert not compare_exports(store, f"{VISIT}@latest", f"{VISIT}@3")


def test_an_id_and_a_number_mean_the_same_export(store: Store) -> None:
    record = exports_of(store, VISIT)[1]
    by_ending = read_side(store, record.id[-8:])
    assert by_ending == read_side(store, record.id) == read_side(store, f"{VISIT}@2")


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_record_and_its_own_files_say_the_same(store: Store, work: Path, number: int) -> None:
    found = compare_exports(store, f"{VISIT}@{number}", str(folder(work, number)))
    assert not found
    assert "facts are not compared" in told(found)


def test_two_folders_are_compared_slide_by_slide(store: Store, work: Path) -> None:
    by_record = compare_exports(store, f"{VISIT}@1", f"{VISIT}@2")
    by_folder = compare_exports(store, str(folder(work, 1)), str(folder(work, 2)))
    (kept,), (read,) = by_record.decks, by_folder.decks
    assert [one.texts for one in read.changed] == [one.texts for one in kept.changed]
    assert set(by_folder.files.changed) == set(by_record.files.changed)


def test_what_somebody_edited_by_hand_is_found(store: Store, work: Path, tmp_path: Path) -> None:
    deck = next(path for path in folder(work, 2).glob("*.pptx") if "INTERNAL" not in path.stem)
    presentation = Presentation(str(deck))
    presentation.slides[1].shapes.title.text_frame.text = "By hand"
    presentation.save(str(tmp_path / deck.name))
    found = compare_exports(store, f"{VISIT}@2", str(tmp_path))
    retitled = [slide for one in found.decks for slide in one.changed if slide.is_retitled]
    assert [slide.new.title for slide in retitled] == ["By hand"]
    assert found.files.changed == (deck.name,)
    assert len(found.files.removed) == 4


def test_exports_in_two_languages_are_compared_without_their_words(store: Store) -> None:
    found = compare_exports(store, f"{VISIT}@2", f"{VISIT}@3")
    assert not found
    assert "different languages" in told(found)


def test_exports_of_two_visits_are_compared_as_far_as_they_can_be(store: Store) -> None:
    found = compare_exports(store, f"{VISIT}@2", f"{OTHER_VISIT}@1")
    assert "different visits" in told(found)
    assert any(use.kind == "need" and not use.field for use in found.facts.added)
    assert found.decks


def test_of_a_record_without_content_the_files_are_read_while_they_are_the_same(
    store: Store, work: Path
) -> None:
    bare = replace(exports_of(store, VISIT)[0], id="before-content-was-kept", visit="visit-gone")
    store.add_export(bare)
    found = compare_exports(store, bare.id, f"{VISIT}@2")
    assert "values of facts were not kept" in told(found)
    assert {(change.record_id, change.old) for change in found.facts.changed} == {(NEED, None)}
    assert found.decks


def test_of_a_record_without_content_or_files_slides_are_not_compared(store: Store) -> None:
    bare = replace(exports_of(store, VISIT)[0], id="without-anything", folder="/no/such/folder")
    store.add_export(replace(bare, visit="visit-gone"))
    found = compare_exports(store, bare.id, f"{VISIT}@2")
    assert "slides are not compared" in told(found)
    assert found.decks == found.decks_added == ()
    assert "deleted visit" in str(found.old)


def test_an_export_without_decks_keeps_none(store: Store, tmp_path: Path) -> None:
    with store.change():
        done = export_visit(
            store,
            OTHER_VISIT,
            out=tmp_path,
            wishes=ExportWishes(language=Language.EN),
            today=date(2026, 11, 23),
            now=datetime.now(UTC),
            makers=Makers(ExportKind.DOCUMENTS, ((say("Calendar"), calendars),)),
        )
    content = store.export_content(done.record.id)
    assert content is not None
    assert content.decks == ()
    assert len(content.values) == len(done.record.facts)


def test_pictures_are_not_kept(store: Store) -> None:
    record = exports_of(store, VISIT)[0]
    content = store.export_content(record.id)
    assert content is not None
    kept = zip(record.facts, content.values, strict=True)
    assert {fact.kind for fact, value in kept if not value} <= {"logo"}


@pytest.mark.parametrize(
    ("content", "says"), [(b"not a deck", "cannot be read as slides"), (None, "holds no deck")]
)
def test_a_folder_without_a_readable_deck_is_refused(
    store: Store, tmp_path: Path, content: bytes | None, says: str
) -> None:
    (tmp_path / "~$open.pptx").write_bytes(b"lock of an open file")
    if content is not None:
        (tmp_path / "deck.pptx").write_bytes(content)
    with pytest.raises(UserError, match=says):
        compare_exports(store, str(tmp_path), f"{VISIT}@1")
