"""A SQLite that can damage files is never used."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator

import pytest

from briefing_app.errors import UserError
from briefing_app.store.driver import driver, is_sound, toolbox


@pytest.fixture
def without_wheel(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine for which there is no wheel of sqlcipher3."""
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    driver.cache_clear()
    yield
    driver.cache_clear()


@pytest.mark.parametrize("version", [(3, 44, 6), (3, 50, 7), (3, 50, 9), (3, 51, 3), (3, 53, 4)])
def test_corrected_versions_are_sound(version: tuple[int, ...]) -> None:
    assert is_sound(version)


@pytest.mark.parametrize(
    "version", [(3, 7, 0), (3, 40, 1), (3, 44, 5), (3, 45, 0), (3, 50, 6), (3, 51, 0), (3, 51, 2)]
)
def test_versions_with_the_fault_are_not(version: tuple[int, ...]) -> None:
    assert not is_sound(version)


def test_the_driver_in_use_is_sound() -> None:
    assert is_sound(driver().sqlite_version_info)


def test_pythons_own_sqlite_serves_only_when_it_is_sound(
    without_wheel: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 3))
    assert driver() is sqlite3


def test_an_unsound_sqlite_is_refused_with_a_remedy(
    without_wheel: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 40, 1))
    with pytest.raises(UserError, match="Install the package sqlcipher3"):
        driver()


def test_sqlite_utils_works_on_the_same_library() -> None:
    connection = driver().connect(":memory:")
    database = toolbox(connection)
    with pytest.raises(driver().IntegrityError):
        database["t"].insert_all([{"id": 1}, {"id": 1}], pk="id")
    (version,) = database.query("SELECT sqlite_version() AS v")
    assert version["v"] == driver().sqlite_version
    connection.close()
