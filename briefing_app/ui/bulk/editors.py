"""The editor of what a change of many needs: that of a single record wherever there is one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from briefing_app.domain.records import KIND_BY_NAME
from briefing_app.domain.text import Text
from briefing_app.services.bulk import Deed
from briefing_app.services.bulk_view import ManyView
from briefing_app.services.record_fields import field_words, shapes_of
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.by_type import Known, field_for
from briefing_app.ui.fields.choices import ChoiceField
from briefing_app.ui.fields.field import Field, Unreadable
from briefing_app.ui.fields.numbers import DayField, NumberField
from briefing_app.ui.fields.saving import not_kept
from briefing_app.ui.fields.several import ChosenField

_FARTHEST = 3650
"""So many days a visit is moved at most."""


def editor_for(desk: Desk, view: ManyView, field: str, deed: Deed) -> Field | None:
    """An empty editor; ``None`` for a deed that needs no value."""
    if deed is Deed.EMPTY:
        return None
    made = _made(desk, view, field, deed)
    if isinstance(made, ChoiceField | DayField):
        made.put(None)
    made.show_value(made.value())
    return made


def is_missing(value: Any) -> bool:
    """True while an editor holds nothing that could be done."""
    is_empty = value in (None, "", (), Text()) or (value == 0 and not isinstance(value, bool))
    return is_empty or isinstance(value, Unreadable)


def _made(desk: Desk, view: ManyView, field: str, deed: Deed) -> Field:
    phrase = desk.wording.phrase
    record_type = KIND_BY_NAME[view.kind].record_type
    shape = shapes_of(record_type)[field]
    name = desk.wording.message(field_words(record_type, field).label)
    if shape.item is datetime:
        tip = phrase("Below zero is earlier. The hour on the client's clock stays.")
        return NumberField(
            desk, name, not_kept, (-_FARTHEST, _FARTHEST), unit=phrase("days"), tip=tip
        )
    if deed is Deed.REMOVE:
        held = tuple((key, desk.wording.value(words)) for key, words in view.held[field])
        return ChosenField(desk, name, not_kept, held)
    if shape.item is bool:
        return ChoiceField(desk, name, not_kept, ((True, phrase("Yes")), (False, phrase("No"))))
    return field_for(desk, record_type, field, not_kept, Known(view.choices))
