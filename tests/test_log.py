"""The log never stands in the way of what it is to tell of."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app.log import log_to

_LOG = logging.getLogger("briefing_app.test")


@pytest.fixture(autouse=True)
def _own_handlers() -> Iterator[None]:
    """What a test adds to the program's log is taken away again."""
    root = logging.getLogger("briefing_app")
    before = list(root.handlers)
    yield
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()


def test_the_file_is_there_with_the_first_record(tmp_path: Path) -> None:
    path = log_to(tmp_path)
    assert not path.exists()
    _LOG.info("something happened")
    assert path.read_text(encoding="utf-8").endswith("INFO briefing_app.test: something happened\n")


def test_a_folder_that_is_gone_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = log_to(tmp_path / "gone")
    _LOG.info("something happened")
    assert not path.exists()
    assert "something happened" in capsys.readouterr().err
