"""A slide list goes to a file and comes back: kept with the visit, checked, all or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Client
from briefing_app.domain.ids import VisitId
from briefing_app.domain.opportunity import Need
from briefing_app.domain.slide_list import SlideList
from briefing_app.domain.text import Language, Text
from briefing_app.errors import ManyProblems, UserError
from briefing_app.services.exchange_data import export_all, import_file
from briefing_app.services.export import export_visit
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.services.slide_list import (
    DeckInWork,
    deck_in_work,
    mark_checked,
    notices_of,
    reset_slides,
)
from briefing_app.services.slides_file import Taken, take_slides, write_slides
from briefing_app.store.store import Store, open_store
from briefing_app.wording import wording_in

VISIT = VisitId(DEMO_VISITS[0])
BLOCK = "\n[[slide]]\n"
TODAY, LATER = date(2026, 11, 20), date(2026, 11, 27)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("data")) as opened:
        load_samples(opened)
        yield opened


@pytest.fixture
def store(loaded: Store) -> Iterator[Store]:
    """The samples, as they were before after each test."""
    connection = loaded._connection
    connection.control("SAVEPOINT test")
    try:
        yield loaded
    finally:
        connection.control("ROLLBACK TO test")
        connection.control("RELEASE test")


def deck(store: Store, language: Language = Language.EN, **wishes: Audience) -> DeckInWork:
    return deck_in_work(store, VISIT, today=TODAY, language=language, **wishes)


def written(store: Store, path: Path, **wishes: Audience) -> str:
    write_slides(deck(store, **wishes), path, wording_in(Language.EN))
    return path.read_text("utf-8")


def taken(store: Store, path: Path, words: str, today: date = TODAY) -> Taken:
    path.write_text(words, "utf-8")
    return take_slides(store, path, today=today, visit_id=VISIT)


def keys(work: DeckInWork) -> list[str]:
    return [reason.slide.key for reason in work.plan.slides]


def reword(words: str, key: str, name: str, new: str) -> str:
    """The file with one slide put in and one of its texts reworded, as a user does it."""
    start = words.index(f'key = "{key}"')
    pattern = re.compile(rf"^# {re.escape(name)} = .*$", re.MULTILINE)
    told = words[start:]
    if _is_off(told):
        told = told.replace("on = false", "on = true", 1)
    return words[:start] + pattern.sub(f'{name} = "{new}"', told, count=1)


def _is_off(block: str) -> bool:
    return block.split("\n", 2)[1] == "on = false"


def switched(words: str, key: str) -> str:
    start = words.index(f'key = "{key}"')
    swap = {"true": "false", "false": "true"}
    turned = re.sub(r"on = (\w+)", lambda m: f"on = {swap[m[1]]}", words[start:], count=1)
    return words[:start] + turned


def titles(work: DeckInWork) -> dict[str, str]:
    return {entry.key: entry.title for entry in work.pages.outline}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "slides.toml"


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("language", Language)
def test_taking_an_unedited_file_changes_nothing(
    store: Store, path: Path, audience: Audience, language: Language
) -> None:
    work = deck(store, language, audience=audience)
    write_slides(work, path, wording_in(language))
    after = take_slides(store, path, today=TODAY, visit_id=VISIT)
    assert not after.is_changed
    assert store.all(SlideList) == ()
    assert after.deck.pages == work.pages


def test_order_and_switches_are_kept_for_later_exports(store: Store, path: Path) -> None:
    before = deck(store)
    head, cover, second, third, *rest = written(store, path).split(BLOCK)
    words = BLOCK.join([head, cover, third, second, *rest])
    words = switched(switched(words, "trust"), "pressures")
    taken(store, path, words)
    told = keys(deck(store))
    assert told[:3] == [keys(before)[0], keys(before)[2], keys(before)[1]]
    assert "trust" not in told
    assert "pressures" in told
    assert set(told) ^ set(keys(before)) == {"trust", "pressures"}


def test_taking_the_same_edits_twice_changes_nothing_more(store: Store, path: Path) -> None:
    words = reword(switched(written(store, path), "trust"), "effort", "title", "Six quiet weeks")
    assert taken(store, path, words).is_changed
    again = written(store, path)
    assert not taken(store, path, again, LATER).is_changed
    assert 'title = "Six quiet weeks"' in again


def test_own_words_stand_in_the_deck_and_only_in_their_language(store: Store, path: Path) -> None:
    words = reword(written(store, path), "effort", "title", "Six quiet weeks")
    words = reword(words, "understanding", "points.2.detail", "Campaign effects the same day")
    taken(store, path, words)
    english, chinese = deck(store), deck(store, Language.ZH)
    assert titles(english)["effort"] == "Six quiet weeks"
    assert "Six quiet weeks" not in titles(chinese).values()
    said = "\n".join(str(page.elements) for page in english.pages.pages)
    assert "Campaign effects the same day" in said


def test_the_other_language_and_slides_that_a_file_leaves_out_keep_their_words(
    store: Store, path: Path
) -> None:
    taken(store, path, reword(written(store, path), "effort", "title", "Six quiet weeks"))
    write_slides(deck(store, Language.ZH), path, wording_in(Language.ZH))
    chinese = reword(path.read_text("utf-8"), "proposal", "title", "三款产品，一个方案")
    taken(store, path, chinese)
    assert titles(deck(store))["effort"] == "Six quiet weeks"
    assert titles(deck(store, Language.ZH))["proposal"] == "三款产品，一个方案"
    without = re.sub(r"\[\[slide\]\]\n(?:#.*\n)*key = \"effort\"[^\[]*", "", written(store, path))
    taken(store, path, without)
    assert "effort" not in keys(deck(store))
    (kept,) = store.all(SlideList)
    assert "Six quiet weeks" in [one.words.en for one in kept.words]


def changed_need(store: Store, words: str) -> Need:
    need = next(
        one for one in store.all(Need) if one.statement.en.startswith("See campaign effects")
    )
    new = replace(need, statement=Text(need.statement.zh, words))
    store.save([new])
    return new


def test_facts_that_changed_since_the_rewording_are_told(store: Store, path: Path) -> None:
    words = reword(written(store, path), "understanding", "title", "What we heard from you")
    taken(store, path, words)
    assert notices_of(deck(store)) == ()
    changed_need(store, "See campaigns at once")
    (notice,) = notices_of(deck(store))
    assert "reworded on 2026-11-20" in str(notice)
    assert "the need “See campaigns at once”" in str(notice)
    assert titles(deck(store))["understanding"] == "What we heard from you"


def test_an_export_tells_what_to_check(store: Store, path: Path, tmp_path: Path) -> None:
    taken(store, path, reword(written(store, path), "understanding", "title", "As we heard it"))
    changed_need(store, "See campaigns at once")
    done = export_visit(
        store,
        VISIT,
        out=tmp_path / "out",
        wishes=ExportWishes(language=Language.EN),
        today=LATER,
        now=datetime(2026, 11, 27, tzinfo=UTC),
    )
    (notice,) = done.notices
    assert re.match(r"Slide \d+, “As we heard it”: It was reworded", str(notice))


def test_what_was_checked_is_told_no_more(store: Store, path: Path) -> None:
    taken(store, path, reword(written(store, path), "understanding", "title", "As we heard it"))
    changed_need(store, "See campaigns at once")
    mark_checked(store, deck(store), LATER)
    assert notices_of(deck(store)) == ()
    assert titles(deck(store))["understanding"] == "As we heard it"


def test_words_of_a_list_follow_their_text_and_never_stand_for_another(
    store: Store, path: Path
) -> None:
    words = written(store, path)
    taken(store, path, reword(words, "understanding", "points.2.detail", "Effects, same day"))
    changed_need(store, "Something else entirely")
    said = "\n".join(str(page.elements) for page in deck(store).pages.pages)
    assert "Effects, same day" not in said
    assert "Something else entirely" in said
    told = "\n".join(map(str, notices_of(deck(store))))
    assert "“Effects, same day” have no place any more" in told


def test_a_file_from_before_a_change_may_not_reword_what_changed(store: Store, path: Path) -> None:
    old = reword(written(store, path), "understanding", "title", "As we heard it")
    changed_need(store, "See campaigns at once")
    with pytest.raises(ManyProblems) as refused:
        taken(store, path, old)
    assert "facts behind this slide changed" in str(refused.value.problems[0])


def test_a_slide_that_is_new_since_is_told_and_left_out(store: Store, path: Path) -> None:
    taken(store, path, switched(written(store, path), "trust"))
    (kept,) = store.all(SlideList)
    known = tuple(choice for choice in kept.slides if choice.slide != "effort")
    store.save([replace(kept, slides=known)])
    assert "effort" not in keys(deck(store))
    assert any("new since you set the list" in str(notice) for notice in notices_of(deck(store)))


def test_a_concern_that_loses_its_only_slide_is_told(store: Store, path: Path) -> None:
    words = written(store, path)
    for key in keys(deck(store))[1:-1]:
        words = switched(words, key)
    taken(store, path, words)
    assert any("No slide answers" in str(notice) for notice in notices_of(deck(store)))


@pytest.mark.parametrize(
    ("edit", "line", "fault"),
    [
        (lambda w: w.replace('key = "effort"', 'key = "effrot"'), "effrot", "there is no slide"),
        (lambda w: w.replace('key = "effort"', 'key = "trust"'), None, "is there already"),
        (lambda w: switched(w, "cover"), None, "begins with its cover"),
        (lambda w: w.replace("\non = true", "\non = 3", 1), "on = 3", "either true or false"),
        (lambda w: w.replace("# title = ", "titel = ", 1), "titel", "there is no text titel"),
        (lambda w: w.replace("# title = ", "title = 7 #", 1), "title = 7", "needs words"),
        (lambda w: w.replace('visit = "', 'colour = "red"\nvisit = "'), "colour", "nothing called"),
    ],
)
def test_each_fault_is_named_with_its_line_and_nothing_is_kept(
    store: Store, path: Path, edit: object, line: str | None, fault: str
) -> None:
    words = edit(written(store, path))  # type: ignore[operator]
    with pytest.raises(ManyProblems) as refused:
        taken(store, path, words)
    named = [str(problem) for problem in refused.value.problems]
    (told,) = [problem for problem in named if fault in problem]
    if line is not None:
        number = next(n for n, text in enumerate(words.splitlines(), 1) if line in text)
        assert told.startswith(f"Line {number}: ")
    assert store.all(SlideList) == ()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b'visit = "x\n', "line 1: this cannot be read"),
        (b"\xb0\xa1", "not UTF-8"),
        (b'visit = "x"', "audience"),
        (b'visit = "x"\naudience = "a"\nlanguage = "en"\nslide = 3', "begins with a line"),
        (b'visit = "x"\naudience = "a"\nlanguage = "en"', "written for the visit x"),
    ],
)
def test_a_file_that_is_no_slide_list_is_refused_in_one_line(
    store: Store, path: Path, content: bytes, fault: str
) -> None:
    path.write_bytes(content)
    with pytest.raises(UserError, match=fault):
        take_slides(store, path, today=TODAY, visit_id=VISIT)


def test_own_words_pass_the_gate_before_they_are_kept(store: Store, path: Path) -> None:
    words, client = written(store, path), deck(store).dossier.client.id
    other = next(one for one in store.all(Client) if one.id != client)
    for new in (f"As {other.name.en} does it", "Far too long " * 40):
        with pytest.raises(ManyProblems, match="was not written"):
            taken(store, path, reword(words, "effort", "title", new))
    assert store.all(SlideList) == ()


def test_a_list_can_be_dropped(store: Store, path: Path) -> None:
    before = keys(deck(store))
    taken(store, path, switched(written(store, path), "trust"))
    assert reset_slides(store, deck(store))
    assert keys(deck(store)) == before
    assert not reset_slides(store, deck(store))


@pytest.mark.parametrize("ending", ["json", "xlsx"])
def test_a_list_goes_along_with_data_that_is_given_back(
    store: Store, path: Path, tmp_path: Path, ending: str
) -> None:
    words = reword(written(store, path), "effort", "title", "Six quiet weeks")
    taken(store, path, switched(words, "trust"))
    export_all(store, tmp_path / f"all.{ending}", Language.EN)
    with open_store(tmp_path / "other") as other:
        import_file(other, tmp_path / f"all.{ending}")
        assert other.all(SlideList) == store.all(SlideList)
        assert deck(other).pages.outline == deck(store).pages.outline


def test_all_slides_in_the_reverse_order_come_back_so(store: Store, path: Path) -> None:
    head, cover, *rest = written(store, path).split(BLOCK)
    words = BLOCK.join([head, cover, *reversed(rest)]).replace("on = false", "on = true")
    taken(store, path, words)
    assert keys(deck(store)) == re.findall(r'^key = "([^"]+)"', words, re.MULTILINE)
    assert not taken(store, path, written(store, path)).is_changed
