"""Paragraphs before and after are paired as a reader would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.services.comparing.differences import TextChange
from briefing_app.services.comparing.texts import excerpts, text_changes

PARAGRAPHS = st.lists(
    st.sampled_from(["6 weeks", "9 weeks", "Pilot first", "试点先行", "Who signs"])
)


def test_a_paragraph_that_was_reworded_is_one_change() -> None:
    old = ("See campaign effects the same day", "Pilot first")
    new = ("Pilot first", "See campaign effects within an hour")
    assert text_changes(old, new) == (TextChange(old[0], new[1]),)


def test_a_figure_that_was_replaced_is_one_change_though_nothing_is_alike() -> None:
    assert text_changes(("24", "Weeks"), ("31", "Weeks")) == (TextChange("24", "31"),)


def test_what_came_and_what_went_stand_alone_where_nothing_is_alike() -> None:
    changes = text_changes(("Price",), ("Service all year", "一年服务"))
    assert changes == (
        TextChange("Price", ""),
        TextChange("", "Service all year"),
        TextChange("", "一年服务"),
    )


def test_a_paragraph_said_twice_and_then_once_is_a_change() -> None:
    assert text_changes(("Same", "Same"), ("Same",)) == (TextChange("Same", ""),)


@given(old=PARAGRAPHS, new=PARAGRAPHS)
def test_every_paragraph_is_accounted_for(old: list[str], new: list[str]) -> None:
    changes = text_changes(old, new)
    kept = list(old)
    for change in changes:
        if change.old:
            kept.remove(change.old)
        if change.new:
            kept.append(change.new)
    assert sorted(kept) == sorted(new)
    assert all(change.old != change.new for change in changes)


def test_a_long_text_is_shown_where_it_differs() -> None:
    start = "We found in the first meeting that campaigns are judged late, "
    end = " and that every team keeps figures of its own which nobody compares"
    (place,) = excerpts(f"{start}after a week{end}", f"{start}after a day{end}")
    assert place.old.startswith("…")
    assert place.old.endswith("…")
    assert "a week and" in place.old
    assert "a day and" in place.new
    assert len(place.old) < len(end)


def test_chinese_is_shown_by_characters() -> None:
    before = "活动越做越多，效果一周后才看得到，大家都说不清玩家到底卡在哪一步"
    (place,) = excerpts(before, before.replace("一周", "一天"))
    assert "一周后" in place.old
    assert "一天后" in place.new
    assert len(place.old) < len(before)
