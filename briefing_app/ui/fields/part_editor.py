"""What edits a part of a record in place, wherever in the record it lies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtWidgets import QWidget

from briefing_app.domain.text import Text
from briefing_app.services.parts import Path, change_at
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.by_type import Known
from briefing_app.ui.fields.field import Work


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the data something lies that is edited: a record, and the path inside it."""

    kind: str
    record_id: str
    path: Path = ()

    def inside(self, *steps: str | int) -> Spot:
        """Something that lies in it."""
        return Spot(self.kind, self.record_id, (*self.path, *steps))

    def saving(self, value: object) -> Work:
        """What keeps another value there."""
        return partial(
            change_at, kind=self.kind, record_id=self.record_id, path=self.path, value=value
        )


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
