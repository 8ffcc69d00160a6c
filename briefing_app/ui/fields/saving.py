"""How a field of a record is kept: one act of the user a field."""

from __future__ import annotations

from functools import partial
from typing import Any

from briefing_app.services.editing import change_field
from briefing_app.ui.fields.field import Save, Work


def keeping(kind: str, record_id: str, field: str) -> Save:
    """Keeps a value as a field of a record; ``kind`` as `Kind.name`."""
    return partial(_work, kind, record_id, field)


def _work(kind: str, record_id: str, field: str, value: Any) -> Work:
    return partial(change_field, kind=kind, record_id=record_id, field=field, value=value)
