"""A refusal is said where something was asked for, and takes no room else."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.ui.refusal_line import RefusalLine
from briefing_app.ui.widgets import column
from tests.ui.conftest import MakeDesk


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page that is shown."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def line(make_desk: MakeDesk, page: QWidget) -> RefusalLine:
    """On the page, in Chinese."""
    made = RefusalLine(make_desk(Language.ZH))
    page.setLayout(column(made))
    return made


def test_it_is_there_as_long_as_there_are_words(line: RefusalLine) -> None:
    assert not line.isVisible()
    line.tell("no")
    assert line.isVisible()
    line.tell("")
    assert not line.isVisible()


def test_an_error_is_said_in_the_windows_language(line: RefusalLine) -> None:
    line.refuse(UserError("{field}: {fault}", field="城市", fault="<b>"))
    assert line.text() == "城市：<b>"
