"""An older database becomes a current one, or stays as it was."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.domain.client import Client
from briefing_app.domain.ids import ColleagueId
from briefing_app.domain.offering import Colleague
from briefing_app.domain.opportunity import Competitor, Need, Opportunity
from briefing_app.domain.records import KINDS
from briefing_app.domain.text import Text
from briefing_app.domain.visit import Visit
from briefing_app.errors import UserError
from briefing_app.files import TEMPORARY
from briefing_app.store.driver import driver
from briefing_app.store.migrations import MIGRATIONS, Migration
from briefing_app.store.store import DATABASE, open_store
from tests.store.arbitrary import WORDS
from tests.store.sample import CLIENT, EXPORT, OPPORTUNITY, RECORDS, VISIT

RELEASED = Path(__file__).parent / "released"
NEXT = MIGRATIONS[-1].version + 1


def _add_colour(database) -> None:
    database["client"].add_column("colour", str, not_null_default="green")


def _fail_half_way(database) -> None:
    database["client"].drop(ignore=True)
    raise RuntimeError("cut off")


def _lose_the_industries(database) -> None:
    database.execute("DELETE FROM industry")


def _look_into(path: Path, query: str) -> list[tuple]:
    connection = driver().connect(str(path))
    rows = connection.execute(query).fetchall()
    connection.close()
    return rows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder of the current version with one record of every kind."""
    with open_store(tmp_path) as store:
        store.save(RECORDS)
        store.add_export(EXPORT)
    return tmp_path


def test_versions_count_up_from_one() -> None:
    versions = [migration.version for migration in MIGRATIONS]
    assert versions == list(range(1, len(MIGRATIONS) + 1))


@pytest.mark.parametrize("migration", MIGRATIONS, ids=lambda migration: str(migration.version))
def test_a_database_of_every_released_version_still_opens(
    migration: Migration, tmp_path: Path
) -> None:
    released = RELEASED / f"v{migration.version}.db"
    assert released.exists(), f"store a database: python -m tests.store.release {released}"
    assert _look_into(released, "PRAGMA user_version") == [(migration.version,)]
    tables = {name for (name,) in _look_into(released, "SELECT name FROM sqlite_master")}
    shutil.copy(released, tmp_path / DATABASE)
    with open_store(tmp_path) as store:
        assert all(store.all(kind.record_type) for kind in KINDS if kind.name in tables)
        assert store.get(Client, CLIENT.id).name == CLIENT.name
        assert store.exports(VISIT.id)
        assert [hit.id for hit in store.search("江北银行", [Client, Visit])]
        assert store._connection.pragma("foreign_key_check") is None


def _texts_by_table(path: Path) -> dict[tuple[str, str], dict[str, str]]:
    """The words in each column of text, by the ids of their rows."""
    found = {}
    for (table,) in _look_into(path, "SELECT name FROM sqlite_master WHERE type = 'table'"):
        columns = [name for _, name, *_ in _look_into(path, f'PRAGMA table_info("{table}")')]
        for column in columns if "id" in columns else ():
            cells = _look_into(path, f'SELECT id, "{column}" FROM "{table}"')
            found[table, column] = {row: words for row, words in cells if isinstance(words, str)}
    return found


def test_notes_of_the_first_version_keep_every_word_on_the_side_of_their_language(
    tmp_path: Path,
) -> None:
    shutil.copy(RELEASED / "v1.db", tmp_path / DATABASE)
    before = _texts_by_table(tmp_path / DATABASE)
    open_store(tmp_path).close()
    after = _texts_by_table(tmp_path / DATABASE)
    moved = before.keys() - after.keys()
    assert len(moved) >= 24
    for table, column in moved:
        for row, words in before[table, column].items():
            sides = (after[table, f"{column}_zh"][row], after[table, f"{column}_en"][row])
            assert Text(*sides) == Text.of(words)
    assert any(before[key][row] for key in moved for row in before[key])
    assert all(after[key] == before[key] for key in before.keys() & after.keys())


def test_the_released_notes_are_read_as_they_were_written(tmp_path: Path) -> None:
    shutil.copy(RELEASED / "v1.db", tmp_path / DATABASE)
    with open_store(tmp_path) as store:
        assert store.get(Client, CLIENT.id).note == Text(zh="核心系统 AS400")
        (rival,) = store.all(Competitor)
        assert (rival.name, rival.strength) == (Text(en="Rival"), Text(zh="价格"))
        (need,) = store.all(Need)
        assert need.evidence.source == Text(zh="会议")
        (project,) = store.all(Opportunity)
        assert project.strategy
        assert (project.strategy.agreed_by, project.strategy.note) == (Text(zh="王芳"), Text())


@settings(max_examples=10)
@given(notes=st.lists(WORDS, min_size=1, max_size=40), strategy=st.none() | WORDS)
def test_any_words_of_the_first_version_are_found_by_the_rule_of_language(
    notes: list[str], strategy: str | None
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(RELEASED / "v1.db", folder / DATABASE)
        connection = driver().connect(str(folder / DATABASE))
        people = [(f"other-{number}", "", "", "", "", "", "", n) for number, n in enumerate(notes)]
        connection.executemany("INSERT INTO colleague VALUES (?, ?, ?, ?, ?, ?, ?, ?)", people)
        channel = None if strategy is None else "direct"
        connection.execute(
            "UPDATE opportunity"
            " SET strategy_channel = ?, strategy_note = ?, strategy_agreed_by = ?",
            (channel, strategy, strategy),
        )
        connection.commit()
        connection.close()
        with open_store(folder) as store:
            for number, words in enumerate(notes):
                colleague = store.get(Colleague, ColleagueId(f"other-{number}"))
                assert colleague.note == Text.of(words)
            (project,) = store.all(Opportunity)
            told = project.strategy and (project.strategy.note, project.strategy.agreed_by)
            assert told == (None if strategy is None else (Text.of(strategy), Text.of(strategy)))


def test_a_further_migration_runs_once_and_keeps_the_facts(folder: Path) -> None:
    migrations = (*MIGRATIONS, Migration(NEXT, _add_colour))
    for _ in range(2):
        with open_store(folder, migrations=migrations) as store:
            assert store.get(Client, CLIENT.id) == CLIENT
            assert store.search("江北")
    assert _look_into(folder / DATABASE, "SELECT colour FROM client") == [("green",)]
    assert _look_into(folder / DATABASE, "PRAGMA user_version") == [(NEXT,)]


def test_a_verified_copy_is_kept_before_a_migration(folder: Path) -> None:
    open_store(folder, migrations=(*MIGRATIONS, Migration(NEXT, _add_colour))).close()
    (copy,) = (folder / "backups").iterdir()
    assert copy.name == f"briefing-v{NEXT - 1}.db"
    assert _look_into(copy, "PRAGMA integrity_check") == [("ok",)]
    copy.replace(folder / DATABASE)
    with open_store(folder) as store:
        assert store.get(Client, CLIENT.id) == CLIENT


def test_a_new_database_needs_no_copy(tmp_path: Path) -> None:
    open_store(tmp_path, migrations=(*MIGRATIONS, Migration(NEXT, _add_colour))).close()
    assert not (tmp_path / "backups").exists()
    assert _look_into(tmp_path / DATABASE, "PRAGMA user_version") == [(NEXT,)]


@pytest.mark.parametrize("fault", [_fail_half_way, _lose_the_industries])
def test_a_failed_migration_changes_nothing(folder: Path, fault) -> None:
    with pytest.raises(RuntimeError, match=r"cut off|references without target"):
        open_store(folder, migrations=(*MIGRATIONS, Migration(NEXT, fault)))
    with open_store(folder) as store:
        assert store.get(Client, CLIENT.id) == CLIENT
        assert store._connection.pragma("user_version") == NEXT - 1


def test_of_several_migrations_those_before_the_fault_stay(folder: Path) -> None:
    good, bad = Migration(NEXT, _add_colour), Migration(NEXT + 1, _fail_half_way)
    with pytest.raises(RuntimeError, match="cut off"):
        open_store(folder, migrations=(*MIGRATIONS, good, bad))
    assert _look_into(folder / DATABASE, "PRAGMA user_version") == [(NEXT,)]
    with open_store(folder, migrations=(*MIGRATIONS, good)) as store:
        assert store.get(Client, CLIENT.id) == CLIENT


def test_a_migration_that_empties_the_index_has_it_made_anew(folder: Path) -> None:
    def empty(database) -> None:
        database.execute("DELETE FROM search_entry")

    with open_store(folder) as store:
        before = set(store.search("银行"))
    with open_store(folder, migrations=(*MIGRATIONS, Migration(NEXT, empty))) as store:
        assert set(store.search("银行")) == before


def test_what_a_killed_copy_left_is_cleared_away(folder: Path) -> None:
    (folder / "backups").mkdir()
    (folder / "backups" / f"{TEMPORARY}0123.db").write_bytes(b"half")
    open_store(folder, migrations=(*MIGRATIONS, Migration(NEXT, _add_colour))).close()
    assert [path.name for path in (folder / "backups").iterdir()] == [f"briefing-v{NEXT - 1}.db"]


def test_a_rebuilt_table_does_not_take_what_refers_to_it_along(folder: Path) -> None:
    def rebuild(database) -> None:
        database["opportunity"].transform(rename={"note_zh": "remark"})

    open_store(folder, migrations=(*MIGRATIONS, Migration(NEXT, rebuild))).close()
    assert _look_into(folder / DATABASE, "SELECT count(*) FROM need") == [(1,)]
    assert _look_into(folder / DATABASE, "SELECT remark FROM opportunity") == [
        (OPPORTUNITY.note.zh,)
    ]


def test_a_disk_that_fills_up_during_a_migration_is_told(folder: Path) -> None:
    def fill(database) -> None:
        database.execute("PRAGMA max_page_count = 1")
        database.execute("CREATE TABLE much (x)")

    with pytest.raises(UserError, match="is full"):
        open_store(folder, migrations=(*MIGRATIONS, Migration(NEXT, fill)))
    assert _look_into(folder / DATABASE, "PRAGMA user_version") == [(NEXT - 1,)]


def test_a_damaged_database_is_not_migrated(folder: Path) -> None:
    path = folder / DATABASE
    content = bytearray(path.read_bytes())
    place = content.index("核心系统".encode()) // 4096 * 4096
    content[place : place + 8] = b"\xff" * 8
    path.write_bytes(content)
    with pytest.raises(UserError, match="is damaged"):
        open_store(folder, migrations=(*MIGRATIONS, Migration(NEXT, _add_colour)))
    assert _look_into(path, "PRAGMA user_version") == [(NEXT - 1,)]
    assert list((folder / "backups").iterdir()) == []
