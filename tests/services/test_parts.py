"""What lies inside a record is changed by its path, without losing what lies beside it."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from briefing_app.domain.offering import Capability, OwnCompany, Product
from briefing_app.domain.text import Text
from briefing_app.errors import UserError
from briefing_app.services.data_folder import open_data
from briefing_app.services.parts import add_at, change_at, edit_at, moving, remove_at, value_at
from briefing_app.services.samples import load_samples
from briefing_app.services.undoing import undo
from briefing_app.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Generator[Store, None, None]:
    with open_data(tmp_path) as opened:
        load_samples(opened)
        yield opened


def _product(store: Store) -> Product:
    return store.all(Product)[0]


def _names(store: Store) -> list[str]:
    return [one.name.en for one in _product(store).capabilities]


def test_a_field_deep_inside_a_record_is_changed_alone(store: Store) -> None:
    before = _product(store)
    path = ("values", 0, "measures", 0, "before")
    change = change_at(store, kind="product", record_id=before.id, path=path, value=12.5)
    after = _product(store)
    assert value_at(after, path) == 12.5
    assert after.values[0].measures[1:] == before.values[0].measures[1:]
    assert after.values[1:] == before.values[1:]
    assert change.records == (("product", before.id),)


def test_quick_changes_of_two_fields_of_a_part_are_both_kept(store: Store) -> None:
    product = _product(store)
    for field, value in (("on_core_flow", True), ("typical_weeks", 99)):
        path = ("adoption", field)
        change_at(store, kind="product", record_id=product.id, path=path, value=value)
    adoption = _product(store).adoption
    assert (adoption.on_core_flow, adoption.typical_weeks) == (True, 99)


def test_parts_are_added_moved_and_removed_and_each_is_undone(store: Store) -> None:
    product, before = _product(store), _names(store)
    there = {"kind": "product", "record_id": product.id, "path": ("capabilities",)}
    add_at(store, part=Capability(name=Text("", "New one")), **there)
    assert _names(store) == [*before, "New one"]
    edit_at(store, edit=moving(len(before), -1), **there)
    assert _names(store)[-2] == "New one"
    remove_at(store, position=0, **there)
    assert before[0] not in _names(store)
    for _ in range(3):
        undo(store)
    assert _names(store) == before


def test_a_part_at_an_end_stays_there(store: Store) -> None:
    product, before = _product(store), _names(store)
    there = {"kind": "product", "record_id": product.id, "path": ("capabilities",)}
    edit_at(store, edit=moving(0, -1), **there)
    edit_at(store, edit=moving(len(before) - 1, 1), **there)
    assert _names(store) == before


def test_a_text_in_a_list_of_texts_is_changed(store: Store) -> None:
    company = store.company()
    path = ("service", 0)
    change_at(store, kind="company", record_id=company.id, path=path, value=Text("好", "Good"))
    assert store.all(OwnCompany)[0].service[0] == Text("好", "Good")


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("capabilities", 0, "name"), Text(), "Heading: a value is needed here."),
        (("values", 0, "measures", 0, "before"), None, "Before: a number is expected here"),
        (("name",), Text(), "Product name: a value is needed here."),
    ],
)
def test_what_a_part_needs_cannot_be_emptied(
    store: Store, path: tuple[str | int, ...], value: object, expected: str
) -> None:
    before = _product(store)
    with pytest.raises(UserError) as caught:
        change_at(store, kind="product", record_id=before.id, path=path, value=value)
    assert str(caught.value).startswith(expected)
    assert _product(store) == before


def test_a_part_that_lacks_what_it_needs_is_not_added(store: Store) -> None:
    product = _product(store)
    with pytest.raises(UserError, match="Heading"):
        add_at(
            store,
            kind="product",
            record_id=product.id,
            path=("capabilities",),
            part=Capability(name=Text()),
        )


def test_a_part_that_is_gone_is_told(store: Store) -> None:
    product = _product(store)
    with pytest.raises(UserError, match="no longer there"):
        change_at(
            store,
            kind="product",
            record_id=product.id,
            path=("capabilities", 99, "name"),
            value=Text("", "x"),
        )
