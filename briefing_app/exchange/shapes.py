"""What the fields of the records are made of, read off their types once.

Workbook columns, JSON checks and reference look-ups all follow these shapes, so that a new
field in the domain needs no second description here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from briefing_app.domain import ids

REFERENCES: Mapping[object, str] = {
    ids.ClientId: "client",
    ids.PersonId: "person",
    ids.OpportunityId: "opportunity",
    ids.StakeholderId: "stakeholder",
    ids.NeedId: "need",
    ids.CompetitorId: "competitor",
    ids.LineId: "line",
    ids.ProductId: "product",
    ids.CaseId: "case",
    ids.IndustryId: "industry",
    ids.CompanyId: "company",
    ids.ColleagueId: "colleague",
    ids.VisitId: "visit",
    ids.FollowUpId: "follow_up",
    ids.SlideListId: "slide_list",
    ids.VisitRecordId: "visit_record",
    ids.LogoId: "logo",
    ids.PhotoId: "photo",
}
"""Which kind of record each type of id names."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A field's type taken apart: ``item`` is what it holds, once, perhaps, or in a tuple.

    ``names`` is the kind of record that an id names, ``""`` for anything but an id.
    """

    item: type[Any]
    names: str
    is_many: bool
    is_optional: bool
    is_required: bool
    default: object

    @property
    def is_record_part(self) -> bool:
        """True where the item has fields of its own."""
        return is_dataclass(self.item)

    @property
    def is_list_of_parts(self) -> bool:
        """True for a tuple of items with fields of their own."""
        return self.is_many and self.is_record_part


def shapes(record_type: type[Any]) -> Mapping[str, Shape]:
    """The shapes of a dataclass's fields, in their order."""
    known = _KNOWN.get(record_type)
    if known is None:
        hints = get_type_hints(record_type)
        known = {f.name: _shape(hints[f.name], f) for f in fields(record_type)}
        _KNOWN[record_type] = known
    return known


_KNOWN: dict[type[Any], Mapping[str, Shape]] = {}  # reading annotations is slow


def _shape(hint: Any, record_field: Field[Any]) -> Shape:
    is_optional = get_origin(hint) in (Union, UnionType)
    if is_optional:
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    is_many = get_origin(hint) is tuple
    if is_many:
        hint = get_args(hint)[0]
    item: Any = hint.__supertype__ if isinstance(hint, NewType) else hint
    default = _default(record_field)
    names = REFERENCES.get(hint, "")
    return Shape(item, names, is_many, is_optional, default is MISSING, default)


def _default(record_field: Field[Any]) -> object:
    if record_field.default_factory is not MISSING:
        return record_field.default_factory()
    return record_field.default
