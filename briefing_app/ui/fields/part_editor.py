"""What edits a part of a record in place, wherever in the record it lies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.form import Form
from briefing_app.ui.widgets import column

WHOLE = ""
"""What the one field of a part is called that is a value itself, as a text is."""


class PartEditor(QWidget):
    """Shows a part and keeps what is typed."""

    def show_part(self, part: Any) -> None:
        """Show what the part holds; what is being typed stays."""
        raise NotImplementedError

    def save_now(self) -> None:
        """Keep what is being typed."""
        raise NotImplementedError


class FieldsEditor(PartEditor):
    """Fields by the names of what they show of a part."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        super().__init__()
        self.form = Form()
        for name, field in fields.items():
            self.form.add(name, field)
        self.setLayout(column(self.form))
        self.setFocusProxy(next(iter(fields.values())))

    def show_part(self, part: Any) -> None:
        """Show what the part holds; what is being typed stays."""
        if WHOLE in self.form.fields:
            self.form.fields[WHOLE].show_value(part)
        else:
            self.form.show_record(part)

    def save_now(self) -> None:
        """Keep what is being typed."""
        self.form.save_now()
