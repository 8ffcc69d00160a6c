"""Names that are not this client's to read keep its documents in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing_app.domain.ids import VisitId
from briefing_app.domain.offering import Permission, Product, SuccessCase
from briefing_app.domain.opportunity import Competitor, Opportunity
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Measure
from briefing_app.services.forbidden import forbidden_for
from briefing_app.services.prepare import prepare_briefing
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import Store, open_store

TODAY = date(2026, 11, 23)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as opened:
        load_samples(opened)
        yield opened


def found(store: Store, text: str, visit: VisitId = DEMO_VISITS[0]) -> set[str]:
    forbidden = forbidden_for(store, prepare_briefing(store, visit, today=TODAY))
    return {mention.word for mention in forbidden.found_in(text)}


def test_a_customer_who_agreed_to_be_named_may_stand_there(store: Store) -> None:
    named = [c for c in store.all(SuccessCase) if c.may_be_named and c.may_be_shown_on(TODAY)]
    assert named
    assert all(found(store, case.customer.zh) == set() for case in named)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_customer_without_permission_or_only_anonymous_may_not(
    store: Store, language: str
) -> None:
    silent = [c for c in store.all(SuccessCase) if c.permission is not Permission.NAMED]
    assert len(silent) >= 4
    for case in silent:
        name = getattr(case.customer, language)
        assert found(store, f"as at {name}.") == {name}


def test_a_customer_whose_permission_ended_may_not(store: Store) -> None:
    (case,) = [
        c
        for c in store.all(SuccessCase)
        if c.may_be_named and not c.may_be_shown_on(TODAY) and c.industry == "games"
    ]
    assert found(store, case.customer.zh)


def test_competitors_and_other_clients_may_not(store: Store) -> None:
    games = store.dossier(DEMO_VISITS[0])
    other = store.dossier(DEMO_VISITS[1]).client
    rival = games.competitors[0]
    assert all(found(store, name) for name in (rival.name.zh, rival.name.en))
    assert found(store, other.short_name.zh)
    assert not found(store, f"{games.client.name.zh} {games.client.short_name.en}")


def test_only_the_competitors_of_this_project_count(store: Store) -> None:
    elsewhere = [
        c
        for c in store.all(Competitor)
        if c.opportunity != store.dossier(DEMO_VISITS[0]).opportunity.id
    ]
    assert elsewhere
    assert all(not found(store, rival.name.zh + rival.name.en) for rival in elsewhere)


def test_internal_words_count_unless_a_client_may_read_them_elsewhere(store: Store) -> None:
    product = store.all(Product)[0]
    secret = "Below this price we lose money on every seat"
    with store.change():
        store.save([replace(product, price_note=Text(en=secret))])
    assert found(store, secret)
    with store.change():
        store.save([replace(product, price_note=Text(en=secret), essence=Text("精华", secret))])
    assert not found(store, secret)


@pytest.mark.parametrize("language", list(Language))
def test_notes_of_the_samples_count_in_both_languages(store: Store, language: Language) -> None:
    dossier = store.dossier(DEMO_VISITS[0])
    project, rival = dossier.opportunity, dossier.competitors[0]
    assert project.strategy
    notes = [project.note, project.strategy.note, rival.our_answer, dossier.visit.note]
    notes += [one.note for one in dossier.cases]
    notes += [one.note for one in dossier.stakeholders if one.note]
    notes += [one.price_note for one in dossier.products]
    assert len(notes) > 10
    for note in notes:
        assert note.written_in(language) in found(store, f"… {note.written_in(language)} …")


@pytest.mark.parametrize(
    ("note", "is_sought"),
    [
        (Text("大额支出先问她。"), True),
        (Text("先问她再谈价"), False),
        (Text(en="Ask her first"), True),
        (Text(en="Ask first"), False),
    ],
)
def test_a_note_counts_that_says_more_than_words_of_chance(
    store: Store, note: Text, *, is_sought: bool
) -> None:
    person = store.dossier(DEMO_VISITS[0]).people[0]
    with store.change():
        store.save([replace(person, note=note)])
    words = note.zh or note.en
    assert found(store, f"… {words} …") == ({words} if is_sought else set())


def test_words_in_the_other_language_may_not_stand_there_either(store: Store) -> None:
    person = store.dossier(DEMO_VISITS[0]).people[0]
    note = Text("董事长的女婿，谁也不敢说不", "The chairman's son-in-law")
    with store.change():
        store.save([replace(person, note=note)])
    assert found(store, f"问候{note.zh}。") == {note.zh}
    assert found(store, f"Regards to {note.en}.") == {note.en}


def test_a_list_of_names_that_a_client_may_read_is_no_secret(store: Store) -> None:
    project = store.all(Opportunity)[0]
    presenters, strategy = "Lin Zhiyuan, Zhou Ruotong", project.strategy
    assert strategy is not None
    for agreed_by, is_secret in ((presenters, False), (f"{presenters}, the board", True)):
        with store.change():
            store.save([replace(project, strategy=replace(strategy, agreed_by=Text(en=agreed_by)))])
        assert bool(found(store, agreed_by)) is is_secret


@pytest.mark.parametrize("spelling", ["{0} {1}", "{0}\n{1}", "{0}\u200b{1}"])
def test_spaces_and_line_breaks_do_not_hide_a_name(store: Store, spelling: str) -> None:
    name = store.dossier(DEMO_VISITS[1]).client.short_name.zh
    assert found(store, spelling.format(name[:1], name[1:]))


def test_case_and_width_do_not_hide_a_name(store: Store) -> None:
    name = store.dossier(DEMO_VISITS[1]).client.name.en
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name)
    assert found(store, name.upper())
    assert found(store, wide)


def test_a_name_within_a_longer_name_of_this_clients_world_is_none(store: Store) -> None:
    dossier = store.dossier(DEMO_VISITS[0])
    product = dossier.products[0].name
    other = replace(store.dossier(DEMO_VISITS[1]).client, short_name=Text(product.zh[:2], ""))
    with store.change():
        store.save([other])
    assert not found(store, f"我们的{product.zh}")
    assert found(store, f"像{product.zh[:2]}一样")


def test_internal_sums_may_not_stand_in_any_notation(store: Store) -> None:
    amount = store.dossier(DEMO_VISITS[0]).opportunity.amount
    assert amount is not None
    whole = amount.minor // 100
    for words in (f"CNY {whole:,}", f"{whole / 10_000:g} 万元", f"¥{whole}.00"):
        assert found(store, f"约 {words}") == {words}


def test_sums_of_price_notes_may_not_stand_there(store: Store) -> None:
    product = store.dossier(DEMO_VISITS[0]).products[0]
    with store.change():
        store.save([replace(product, price_note=Text("底价 33 万，年付"))])
    assert found(store, "33万元") == {"33万元"}
    assert found(store, "330,000") == {"330,000"}


def priced(store: Store, *, shareable: bool, frame: str) -> None:
    opportunity = store.dossier(DEMO_VISITS[0]).opportunity
    text = Text("", frame)
    with store.change():
        store.save([replace(opportunity, pricing_is_shareable=shareable, commercial_frame=text)])


def test_prices_may_stand_there_once_pricing_is_shareable(store: Store) -> None:
    priced(store, shareable=False, frame="")
    assert found(store, "CNY 77,000 a year") == {"CNY 77,000"}
    priced(store, shareable=True, frame="")
    assert not found(store, "CNY 77,000 a year")


def test_an_internal_sum_in_a_shared_frame_is_no_secret_any_more(store: Store) -> None:
    amount = store.dossier(DEMO_VISITS[0]).opportunity.amount
    assert amount is not None
    sum_of_it = f"CNY {amount.minor // 100:,}"
    priced(store, shareable=False, frame=sum_of_it)
    assert found(store, sum_of_it)
    priced(store, shareable=True, frame=sum_of_it)
    assert not found(store, sum_of_it)


def test_an_effect_that_its_author_states_in_money_may_stand_there(store: Store) -> None:
    priced(store, shareable=False, frame="")
    (case, *_) = store.dossier(DEMO_VISITS[0]).cases
    saved = Measure(label=Text("成本", "Cost"), before=93, after=71, unit=Text("万元", "CNY m"))
    assert found(store, "93 万元")
    with store.change():
        store.save([replace(case, results=(saved,))])
    assert not found(store, "从 93 万元到 71 万元，省 22 万元")
    assert found(store, "94 万元")
