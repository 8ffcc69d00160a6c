"""A deck's slides are switched, moved and reworded one by one, and given back to the rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from briefing_app.domain.audience import Audience
from briefing_app.domain.ids import VisitId
from briefing_app.domain.slide_list import SlideList
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.services.slide_list import DeckInWork, PlannedDeck, deck_in_work, planned_deck
from briefing_app.services.slide_texts import made_texts, own_texts
from briefing_app.services.storyline import (
    DeckOf,
    move_slide,
    reset_storyline,
    reword_slide,
    switch_slide,
)
from briefing_app.store.store import Store, open_store

VISIT = VisitId(DEMO_VISITS[0])
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("data")) as opened:
        load_samples(opened)
        yield opened


@pytest.fixture
def store(loaded: Store) -> Iterator[Store]:
    """The samples, without any list of slides before and after each test."""
    yield loaded
    for kept in loaded.all(SlideList):
        loaded.delete(SlideList, kept.id)


def deck(store: Store) -> PlannedDeck:
    return planned_deck(store, VISIT, today=TODAY)


def deck_of(store: Store) -> DeckOf:
    return DeckOf(visit=VISIT, audience=deck(store).plan.audience, today=TODAY)


def keys(store: Store) -> list[str]:
    return [reason.slide.key for reason in deck(store).plan.slides]


def in_english(store: Store) -> DeckInWork:
    return deck_in_work(store, VISIT, today=TODAY, language=Language.EN)


def titles(store: Store) -> dict[str, str]:
    return {entry.key: entry.title for entry in in_english(store).pages.outline}


def test_a_slide_that_is_left_out_and_put_in_again_leaves_nothing_behind(store: Store) -> None:
    before = keys(store)
    left_out = switch_slide(store, deck_of(store), slide=before[3], is_on=False)
    (kept,) = store.all(SlideList)
    assert left_out.records == (("slide_list", kept.id),)
    assert keys(store) == [*before[:3], *before[4:]]
    switch_slide(store, deck_of(store), slide=before[3], is_on=True)
    assert keys(store) == before
    assert store.all(SlideList) == ()


def test_a_slide_that_the_rules_left_out_comes_to_where_they_would_tell_it(store: Store) -> None:
    before, spare = keys(store), [slide.key for slide in deck(store).plan.spare]
    for key in spare:
        switch_slide(store, deck_of(store), slide=key, is_on=True)
        after = keys(store)
        assert [one for one in after if one != key] == before
        assert after[0] == "cover"
        reset_storyline(store, deck_of(store))


def test_a_moved_slide_stands_right_before_the_other(store: Store) -> None:
    before = keys(store)
    move_slide(store, deck_of(store), slide=before[4], before=before[2])
    assert keys(store) == [*before[:2], before[4], before[2], before[3], *before[5:]]
    move_slide(store, deck_of(store), slide=before[4], before=None)
    assert keys(store)[-1] == before[4]


def test_the_cover_stays_first(store: Store) -> None:
    second = keys(store)[1]
    with pytest.raises(UserError, match="cover"):
        move_slide(store, deck_of(store), slide=second, before="cover")
    with pytest.raises(UserError, match="cover"):
        switch_slide(store, deck_of(store), slide="cover", is_on=False)
    assert store.all(SlideList) == ()


def test_a_slide_with_nothing_to_tell_is_refused_by_name(store: Store) -> None:
    with pytest.raises(UserError, match="product:gone"):
        switch_slide(store, deck_of(store), slide="product:gone", is_on=True)


def reword(store: Store, slide: str, name: str, made: str, words: str) -> None:
    reword_slide(
        store,
        deck_of(store),
        slide=slide,
        name=name,
        made=made,
        words=words,
        language=Language.EN,
    )


def test_a_reworded_title_is_shown_until_it_is_emptied(store: Store) -> None:
    key, made = keys(store)[1], titles(store)[keys(store)[1]]
    reword(store, key, "title", made, "  What we heard from you ")
    assert titles(store)[key] == "What we heard from you"
    reword(store, key, "title", made, "What you told us")
    assert titles(store)[key] == "What you told us"
    (kept,) = store.all(SlideList)
    assert len(kept.words) == 1
    reword(store, key, "title", made, "")
    assert titles(store)[key] == made
    assert store.all(SlideList) == ()


def test_the_first_and_the_last_text_of_every_slide_can_be_reworded(store: Store) -> None:
    for slide in in_english(store).all_slides:
        texts = list(made_texts(in_english(store), slide).items())
        for name, made in (texts[0], texts[-1]):
            reword(store, slide.key, name, made, "Words of ours")
            assert list(own(store, slide.key).values()) == ["Words of ours"]
            reword(store, slide.key, name, made, made)
            assert store.all(SlideList) == ()


def own(store: Store, key: str) -> dict[str, str]:
    work = in_english(store)
    (slide,) = [one for one in work.all_slides if one.key == key]
    return dict(own_texts(work, slide, made_texts(work, slide)))


def test_words_in_one_language_leave_the_other_alone(store: Store) -> None:
    key = keys(store)[1]
    reword(store, key, "title", titles(store)[key], "What we heard")
    chinese = deck_in_work(store, VISIT, today=TODAY, language=Language.ZH)
    (slide,) = [one for one in chinese.all_slides if one.key == key]
    assert dict(own_texts(chinese, slide, made_texts(chinese, slide))) == {}


def test_each_audience_has_a_list_of_its_own(store: Store) -> None:
    mixed = DeckOf(visit=VISIT, audience=Audience.USERS, today=TODAY)
    users = planned_deck(store, VISIT, today=TODAY, audience=Audience.USERS)
    switch_slide(store, mixed, slide=users.plan.slides[1].slide.key, is_on=False)
    assert [kept.audience for kept in store.all(SlideList)] == [Audience.USERS]
    assert not deck(store).plan.is_kept


def test_a_reset_drops_order_and_words_and_may_come_twice(store: Store) -> None:
    before = keys(store)
    switch_slide(store, deck_of(store), slide=before[2], is_on=False)
    assert reset_storyline(store, deck_of(store)).touches("slide_list")
    assert keys(store) == before
    assert reset_storyline(store, deck_of(store)).records == ()
