"""Slides of two decks are matched by key, else by title and content."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.domain.export_record import KeptSlide
from briefing_app.services.comparing.differences import SlideMark, TextChange
from briefing_app.services.comparing.slides import compare_slides


def slide(key: str, *texts: str, title: str = "") -> KeptSlide:
    return KeptSlide(key=key, title=title or key.title(), texts=texts)


COVER, NEEDS, VALUE, STEPS = (slide(key) for key in ("cover", "needs", "value", "steps"))


def test_the_same_deck_differs_in_nothing() -> None:
    assert not compare_slides("deck", (COVER, NEEDS), (COVER, NEEDS))


def test_slides_that_came_and_went_are_told_by_number_key_and_title() -> None:
    found = compare_slides("deck", (COVER, NEEDS, STEPS), (COVER, VALUE, STEPS))
    assert found.added == (SlideMark(2, "value", "Value"),)
    assert found.removed == (SlideMark(2, "needs", "Needs"),)
    assert found.changed == ()


def test_a_new_slide_does_not_move_those_behind_it() -> None:
    found = compare_slides("deck", (COVER, STEPS), (COVER, NEEDS, VALUE, STEPS))
    assert found.changed == ()


def test_only_the_slide_that_was_moved_is_moved() -> None:
    found = compare_slides("deck", (COVER, STEPS, NEEDS, VALUE), (COVER, NEEDS, VALUE, STEPS))
    (change,) = found.changed
    assert change.is_moved
    assert (change.old, change.new) == (
        SlideMark(2, "steps", "Steps"),
        SlideMark(4, "steps", "Steps"),
    )


def test_a_slide_keeps_its_key_when_its_title_changes() -> None:
    found = compare_slides("deck", (COVER,), (replace(COVER, title="Hello"),))
    (change,) = found.changed
    assert (change.is_retitled, change.old.title, change.new.title) == (True, "Cover", "Hello")


def test_texts_and_notes_are_told_apart() -> None:
    new = replace(NEEDS, texts=("9 weeks",), notes=("Ask who signs",))
    (change,) = compare_slides("deck", (replace(NEEDS, texts=("6 weeks",)),), (new,)).changed
    assert change.texts == (TextChange("6 weeks", "9 weeks"),)
    assert change.notes == (TextChange("", "Ask who signs"),)


def test_slides_that_share_a_key_are_matched_in_order() -> None:
    one, two = slide("needs", "first"), slide("needs", "second")
    found = compare_slides("deck", (one, two), (one,))
    assert found.removed == (SlideMark(2, "needs", "Needs"),)


def test_slides_of_a_file_are_matched_by_their_titles() -> None:
    kept = (COVER, NEEDS)
    of_file = tuple(replace(one, key="") for one in kept)
    assert not compare_slides("deck", kept, of_file)


def test_a_retitled_slide_of_a_file_is_found_by_what_stands_on_it() -> None:
    old = slide("", "A pilot of four weeks with two measures", title="How we begin")
    new = replace(old, title="How we start")
    other = slide("", "Something else altogether", title="Prices")
    found = compare_slides("deck", (old, other), (new,))
    assert [change.new.title for change in found.changed] == ["How we start"]
    assert [mark.title for mark in found.removed] == ["Prices"]


def test_without_words_only_places_count() -> None:
    new = (replace(COVER, title="封面"), replace(NEEDS, texts=("九周",)))
    assert not compare_slides("deck", (COVER, NEEDS), new, with_words=False)
    assert compare_slides("deck", (COVER,), new, with_words=False).added
