"""What was typed and could not be kept waits in the database, beside the records and their undo."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.domain.client import Client
from briefing_app.domain.draft import Draft, Spot
from briefing_app.domain.text import Text
from briefing_app.store.store import Store, open_store
from tests.store.sample import CLIENT

WEBSITE = Spot("client", CLIENT.id, ("website",))
_PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def test_a_draft_is_there_after_a_restart(filled: Store, tmp_path: Path) -> None:
    kept = Draft(WEBSITE, "no web site", CLIENT.website, Text("不对", "Wrong"))
    filled.drafts.keep(kept)
    filled.close()
    with open_store(tmp_path) as again:
        assert again.drafts.all() == (kept,)


def test_the_last_words_at_a_spot_replace_those_before(filled: Store) -> None:
    filled.drafts.keep(Draft(WEBSITE, "first"))
    filled.drafts.keep(Draft(WEBSITE, "second"))
    other = Draft(WEBSITE.inside(2, "detail"), "elsewhere")
    filled.drafts.keep(other)
    assert {one.written for one in filled.drafts.all()} == {"second", "elsewhere"}
    filled.drafts.drop(WEBSITE)
    filled.drafts.drop(WEBSITE)  # nothing is there any more
    assert filled.drafts.all() == (other,)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(written=_PLAIN, path=st.lists(st.text() | st.integers(0, 99), max_size=4))
def test_whatever_is_written_comes_back(filled: Store, written: object, path: list[str]) -> None:
    spot = Spot("client", CLIENT.id, tuple(path))
    filled.drafts.keep(Draft(spot, written))
    assert [one for one in filled.drafts.all() if one.spot == spot] == [Draft(spot, written)]


def test_a_draft_is_no_act(filled: Store) -> None:
    before = filled.history.undoable
    filled.drafts.keep(Draft(WEBSITE, "no web site"))
    assert filled.history.undoable == before


def test_drafts_outlive_a_deletion_until_the_trash_is_emptied(filled: Store) -> None:
    mine, dialog = Draft(WEBSITE, "no web site"), Draft(Spot("", "new client"), "Some")
    filled.drafts.keep(mine)
    filled.drafts.keep(dialog)
    filled.delete(Client, CLIENT.id, to_trash=True)
    assert mine in filled.drafts.all()
    filled.trash.empty()
    assert filled.drafts.all() == (dialog,)
