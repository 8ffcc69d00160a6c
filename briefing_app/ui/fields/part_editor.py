"""What edits a part of a record in place, wherever in the record it lies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import is_dataclass
from typing import Any, TypeAlias

from PySide6.QtWidgets import QWidget

from briefing_app.domain.text import Text
from briefing_app.services.drafts import Spot
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.by_type import Known


class PartEditor(QWidget):
    """Shows a part and keeps what is typed."""

    def show_part(self, part: Any) -> None:
        """Show what the part holds; what is being typed stays."""
        raise NotImplementedError

    def save_now(self) -> None:
        """Keep what is being typed."""
        raise NotImplementedError


MakeEditor: TypeAlias = Callable[[Desk, type[Any], Spot, Known], PartEditor]
"""Makes the editor of parts of a type; a list of parts is given it, as parts hold lists again."""


def has_fields(item: type[Any]) -> bool:
    """True for a part with fields of its own; a text is one value."""
    return is_dataclass(item) and item is not Text
