"""Facts are compared down to the part that changed, and unknown values are told as such."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import msgspec

from briefing_app.domain.message import Message, Parameter
from briefing_app.domain.stakeholder import Influence
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Money
from briefing_app.services.comparing.facts import HeldFact, compare_facts
from briefing_app.wording import wording_in
from tests.store.sample import CLIENT, COMPETITOR, NEED, PRODUCT, STAKEHOLDER, VISIT


class Names:
    """Calls every record by its id in angle brackets."""

    def name(self, kind: str, record_id: str) -> Text:
        return Text.same(f"<{record_id}>")

    def shown(self, value: Any, names: str) -> Parameter:
        return f"<{value}>" if names else value


def fact(kind: str, record: Any, field: str = "") -> HeldFact:
    encoded = msgspec.json.encode(getattr(record, field) if field else record)
    digest = hashlib.sha256(encoded).hexdigest()
    return HeldFact(kind, record.id, field, digest, encoded.decode())


def forgotten(held: HeldFact) -> HeldFact:
    return replace(held, value="")


def changes(old: HeldFact, new: HeldFact) -> list[tuple[str, str, object, object]]:
    found = compare_facts([old], [new], Names()).changed
    return [(one.field, in_english(one.label), one.old, one.new) for one in found]


def in_english(label: Message) -> str:
    return wording_in(Language.EN).message(label)


def test_equal_facts_differ_in_nothing() -> None:
    held = [fact("client", CLIENT, "name"), fact("visit", VISIT)]
    assert not compare_facts(held, held, Names())


def test_a_text_is_compared_in_each_language() -> None:
    renamed = replace(CLIENT, city=Text(CLIENT.city.zh, "Chungking"))
    (change,) = changes(fact("client", CLIENT, "city"), fact("client", renamed, "city"))
    assert change == ("city.en", "City (English)", CLIENT.city.en, "Chungking")


def test_money_dates_and_choices_keep_their_types() -> None:
    richer = replace(CLIENT, annual_revenue=Money(1_00))
    (change,) = changes(
        fact("client", CLIENT, "annual_revenue"), fact("client", richer, "annual_revenue")
    )
    assert change[2:] == (CLIENT.annual_revenue or "", Money(1_00))
    other = next(one for one in Influence if one is not STAKEHOLDER.influence)
    (change,) = changes(
        fact("stakeholder", STAKEHOLDER, "influence"),
        fact("stakeholder", replace(STAKEHOLDER, influence=other), "influence"),
    )
    assert change[2:] == (STAKEHOLDER.influence, other)


def test_a_part_of_a_part_is_named_by_its_path() -> None:
    slower = replace(PRODUCT, adoption=replace(PRODUCT.adoption, typical_weeks=99))
    ((field, label, _, new),) = changes(
        fact("product", PRODUCT, "adoption"), fact("product", slower, "adoption")
    )
    assert (field, new) == ("adoption.typical_weeks", 99)
    assert label == "Adoption: Typical weeks"


def test_ids_are_shown_as_names() -> None:
    old, new = (
        fact("visit", VISIT, "attendees"),
        fact("visit", replace(VISIT, attendees=()), "attendees"),
    )
    ((_, _, before, after),) = changes(old, new)
    assert before == tuple(f"<{one}>" for one in VISIT.attendees)
    assert after == ""


def test_an_item_put_in_front_of_a_list_leaves_the_others_alone() -> None:
    more = replace(
        PRODUCT,
        capabilities=(
            replace(PRODUCT.capabilities[0], name=Text.same("Alerts")),
            *PRODUCT.capabilities,
        ),
    )
    ((field, _, old, new),) = changes(
        fact("product", PRODUCT, "capabilities"), fact("product", more, "capabilities")
    )
    assert (field, old, new) == ("capabilities.1", "", Text.same("Alerts"))


def test_a_whole_record_is_compared_field_by_field() -> None:
    longer = replace(VISIT, minutes=VISIT.minutes + 30)
    ((field, _, old, new),) = changes(fact("visit", VISIT), fact("visit", longer))
    assert (field, old, new) == ("minutes", VISIT.minutes, VISIT.minutes + 30)


def test_a_whole_record_answers_for_a_field_of_the_other_export() -> None:
    longer = replace(VISIT, minutes=VISIT.minutes + 30)
    found = compare_facts([fact("visit", VISIT)], [fact("visit", longer, "minutes")], Names())
    assert [change.field for change in found.changed] == ["minutes"]
    assert found.added == found.removed == ()


def test_records_and_fields_of_one_export_only_are_added_or_removed() -> None:
    old = [fact("client", CLIENT, "name"), fact("need", NEED, "statement")]
    new = [fact("client", CLIENT, "name"), fact("client", CLIENT, "city")]
    found = compare_facts(old, new, Names())
    assert [(use.record_id, use.field) for use in found.added] == [(CLIENT.id, "city")]
    assert [(use.record_id, use.field) for use in found.removed] == [(NEED.id, "")]


def test_a_field_that_is_empty_is_not_told_as_added() -> None:
    bare = replace(CLIENT, website="")
    old = [fact("client", CLIENT, "name")]
    found = compare_facts(old, [*old, fact("client", bare, "website")], Names())
    assert not found


def test_values_that_were_not_kept_are_none() -> None:
    old = fact("client", CLIENT, "website")
    new = fact("client", replace(CLIENT, website="https://new.example.com"), "website")
    assert changes(forgotten(old), new)[0][2:] == (None, "https://new.example.com")
    assert changes(forgotten(old), forgotten(new))[0][2:] == (None, None)
    assert changes(forgotten(old), forgotten(old)) == []


def test_a_whole_record_that_was_not_kept_is_one_change() -> None:
    old, new = fact("visit", VISIT), fact("visit", replace(VISIT, minutes=5))
    ((field, _, before, after),) = changes(forgotten(old), new)
    assert (field, before, after) == ("", None, None)


def of_first_version(kind: str, record: Any, field: str, json: str) -> HeldFact:
    """A fact as version 1 kept it: the hash of its JSON alone."""
    digest = hashlib.sha256(json.encode()).hexdigest()
    return HeldFact(kind, record.id, field, digest, "")


def test_a_note_of_the_first_version_is_no_change_where_its_words_stayed() -> None:
    need = replace(NEED, evidence=replace(NEED.evidence, source=Text.of("会议")))
    rival = replace(COMPETITOR, strength=Text(en="price"), weakness=Text())
    same = (
        ("need", need, "evidence", '{"certainty":"confirmed","source":"会议","on":"2026-03-02"}'),
        ("competitor", rival, "strength", '"price"'),
        ("competitor", rival, "weakness", '""'),
        (
            "competitor",
            rival,
            "",
            '{"id":"competitor-1","opportunity":"opportunity-1","name":"对手",'
            '"strength":"price","weakness":"","our_answer":""}',
        ),
    )
    for kind, record, field, json in same:
        assert changes(of_first_version(kind, record, field, json), fact(kind, record, field)) == []
        assert changes(fact(kind, record, field), of_first_version(kind, record, field, json)) == []


def test_a_note_of_the_first_version_is_changed_with_its_words() -> None:
    rival = replace(COMPETITOR, strength=Text(en="price"))
    old = of_first_version("competitor", rival, "strength", '"service"')
    ((field, _, before, after),) = changes(old, fact("competitor", rival, "strength"))
    assert (field, before, after) == ("strength", None, Text(en="price"))
