"""A person's photo: given, replaced, removed, taken back, and kept from every client."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from briefing_app.domain.client import Person
from briefing_app.domain.export_record import Edition
from briefing_app.domain.ids import PersonId, PhotoId
from briefing_app.domain.message import say
from briefing_app.domain.photo import Photo
from briefing_app.domain.sharing import shareable_names
from briefing_app.domain.text import Language, Text
from briefing_app.errors import UserError
from briefing_app.services import undoing
from briefing_app.services.editing import delete_records
from briefing_app.services.exchange_data import export_all, import_file, left_out_of
from briefing_app.services.export import export_visit
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.merging import merge_records
from briefing_app.services.photos import portraits, remove_photo, set_photo, set_photo_file
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import Store, open_store
from tests.drawn_pictures import encoded, photo, raster
from tests.store.everything import everything

GU, HAN = PersonId("fireferry-gu-mingchuan"), PersonId("fireferry-han-yiqing")
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data") as opened:
        load_samples(opened)
        yield opened


def give(store: Store, person: str = GU, colour: str = "red") -> Photo:
    picture = Image.new("RGB", (300, 400), colour)
    set_photo(store, person=person, content=encoded(picture), source="face.png")
    (held,) = store.referring(Photo, "person", person)
    return held


def test_a_photo_comes_from_a_file(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "face.jpg"
    path.write_bytes(encoded(raster(900, 1200), "JPEG"))
    change = set_photo_file(store, person=GU, path=path)
    assert change.touches("photo")
    assert change.label == say("Photo of {name}", name=store.get(Person, GU).name)
    assert list(portraits(store, "fireferry")) == [GU]


def test_a_new_photo_takes_the_place_of_the_old_one_and_undo_brings_it_back(store: Store) -> None:
    old = give(store)
    new = give(store, colour="blue")
    assert new.id != old.id
    undoing.undo(store)
    assert store.all(Photo) == (old,)
    undoing.redo(store)
    assert store.all(Photo) == (new,)


def test_a_photo_is_removed_and_comes_back(store: Store) -> None:
    held = give(store)
    remove_photo(store, person=GU)
    assert store.all(Photo) == ()
    undoing.undo(store)
    assert store.all(Photo) == (held,)


def test_nobody_can_lose_a_photo_that_is_not_there(store: Store) -> None:
    with pytest.raises(UserError, match="no photo of"):
        remove_photo(store, person=GU)


def test_what_is_no_picture_changes_nothing(store: Store) -> None:
    held = give(store)
    with pytest.raises(UserError, match="not a picture"):
        set_photo(store, person=GU, content=b"words", source="face.txt")
    assert store.all(Photo) == (held,)


def test_a_photo_goes_with_its_person_and_comes_back_from_the_trash(store: Store) -> None:
    alone = Person(
        id=PersonId("alone"), client=store.get(Person, GU).client, name=Text("独行", "Alone")
    )
    store.save([alone])
    held = give(store, "alone")
    delete_records(store, kind="person", ids=("alone",))
    assert store.all(Photo) == ()
    (deletion,) = undoing.trash(store)
    undoing.restore(store, deletion.act)
    assert store.all(Photo) == (held,)


def test_a_merge_keeps_the_photo_of_either_and_of_two_the_kept_ones(store: Store) -> None:
    own, other = give(store), give(store, HAN, "blue")
    before = everything(store)
    merge_records(store, kind="person", keep=GU, other=HAN)
    assert store.all(Photo) == (own,)
    undoing.undo(store)
    assert everything(store) == before
    remove_photo(store, person=GU)
    merge_records(store, kind="person", keep=GU, other=HAN)
    (kept,) = store.all(Photo)
    assert (kept.person, kept.image) == (GU, other.image)


def test_json_keeps_photos_and_a_workbook_leaves_them_alone(store: Store, tmp_path: Path) -> None:
    held = give(store)
    for name in ("data.json", "data.xlsx"):
        export_all(store, tmp_path / name, Language.EN)
        import_file(store, tmp_path / name)
        assert store.all(Photo) == (held,)
    with open_store(tmp_path / "other") as other:
        import_file(other, tmp_path / "data.json")
        assert other.all(Photo) == (held,)
    assert left_out_of(store, tmp_path / "data.json") == 0 < left_out_of(store, Path("a.xlsx"))


def test_a_data_file_with_a_photo_that_tells_more_than_pixels_is_refused(
    store: Store, tmp_path: Path
) -> None:
    told = encoded(raster(64, 64), "JPEG", comment=b"SECRET")
    store.save([Photo(id=PhotoId("bad"), person=GU, image=told)])
    export_all(store, tmp_path / "data.json", Language.EN)
    with (
        open_store(tmp_path / "other") as other,
        pytest.raises(UserError, match="no photo as the program keeps it"),
    ):
        import_file(other, tmp_path / "data.json")


def test_nothing_of_a_photo_may_be_shown_to_a_client() -> None:
    assert shareable_names(Photo) == frozenset()


def test_documents_for_the_client_are_the_same_bytes_with_photos_and_without(
    store: Store, tmp_path: Path
) -> None:
    plain = exported(store, tmp_path / "plain")
    for person in store.referring(Person, "client", "fireferry"):
        store.save([Photo(id=PhotoId(person.id), person=person.id, image=photo())])
    with_faces = exported(store, tmp_path / "faces")
    assert {name for name, edition in plain if edition is Edition.CLIENT}
    changed = {key for key in plain if plain[key] != with_faces[key]}
    assert {edition for _, edition in changed} == {Edition.TEAM}
    assert ["visit-plan" in name for name, _ in changed] == [True]


def exported(store: Store, out: Path) -> dict[tuple[str, Edition], str]:
    """The hash of each file of an export by its name and for whom it is."""
    made = export_visit(
        store,
        DEMO_VISITS[0],
        out=out,
        wishes=ExportWishes(language=Language.EN),
        today=NOW.date(),
        now=NOW,
    )
    return {(file.name, file.edition): file.sha256 for file in made.record.files}
