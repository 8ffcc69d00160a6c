"""Fields in a panel that is as narrow as a few words."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from briefing_app.ui.fields.choices import keep_narrow
from briefing_app.ui.fields.field import Field
from briefing_app.ui.widgets import column, label


def named(field: Field, *below: QWidget) -> QWidget:
    """A field under its name, and what belongs to it below; choices do not widen the panel."""
    for box in field.findChildren(QComboBox):
        keep_narrow(box)  # as the panel, not as its words
    made = QWidget()
    words = label(field.name, "caption")
    words.setBuddy(field)
    made.setLayout(column(words, field, *below, space=2))
    return made
