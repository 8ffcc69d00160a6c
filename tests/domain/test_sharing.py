"""A field is internal unless it says otherwise."""

from __future__ import annotations

from dataclasses import fields

import pytest

from briefing_app.domain.ids import CaseId, IndustryId
from briefing_app.domain.offering import Permission, SuccessCase
from briefing_app.domain.records import KINDS
from briefing_app.domain.sharing import internal_texts, may_share, shareable_names
from briefing_app.domain.text import Text


def case(permission: Permission) -> SuccessCase:
    return SuccessCase(
        id=CaseId("case-1"),
        customer=Text.same("Customer"),
        anonymous_name=Text.same("A publisher"),
        industry=IndustryId("games"),
        permission=permission,
        note=Text("毛利四成", "margin 40%"),
    )


def test_a_conditional_field_follows_its_record() -> None:
    customer = next(f for f in fields(SuccessCase) if f.name == "customer")
    assert may_share(case(Permission.NAMED), customer)
    assert not may_share(case(Permission.ANONYMOUS), customer)


def test_internal_words_are_those_of_fields_without_the_mark() -> None:
    assert "margin 40%" in set(internal_texts(case(Permission.NAMED)))
    assert "Customer" not in set(internal_texts(case(Permission.NAMED)))
    assert "Customer" in set(internal_texts(case(Permission.ANONYMOUS)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_notes_and_ids_are_internal_in_every_kind(kind: object) -> None:
    shared = shareable_names(kind.record_type)  # type: ignore[attr-defined]
    assert not shared & {"id", "note", "price_note"}
