"""A control for several lines grows with what is written, within limits."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.ui.fields.growing import GrowingText


def test_it_is_as_high_as_its_lines_and_at_most_a_paragraph(qtbot: QtBot) -> None:
    page = QWidget()
    control = GrowingText(2)
    layout = QVBoxLayout(page)
    layout.addWidget(control)
    layout.addStretch(1)
    qtbot.addWidget(page)
    page.resize(300, 600)
    page.show()
    line = control.fontMetrics().lineSpacing()
    two = control.sizeHint().height()
    control.setPlainText("one\ntwo\nthree")
    assert control.sizeHint().height() == two + line
    control.setPlainText("\n".join(["many", "lines"] * 10))
    assert control.sizeHint().height() == two + 6 * line
    control.setPlainText("")
    assert control.sizeHint().height() == two
