"""Preferences as fields that hold at once; they are no records, so there is nothing to undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import ChoiceField
from briefing_app.ui.fields.form import Form
from briefing_app.ui.workers import Work

if TYPE_CHECKING:
    from briefing_app.store.store import Store


def add_preference(
    desk: Desk, form: Form, key: str, name: str, choices: tuple[tuple[Any, str], ...], tip: str = ""
) -> ChoiceField:
    """A field for the preference ``key``, one of several choices with the words for each."""
    field = ChoiceField(desk, name, partial(_preferring, desk, key), choices, tip)
    field.show_value(getattr(desk.preferences, key))
    form.add(key, field)
    return field


def _preferring(desk: Desk, key: str, value: Any) -> Work:
    desk.prefer(**{key: value})
    return _nothing


def _nothing(_store: Store) -> None:
    """What a field keeps that is no record."""
