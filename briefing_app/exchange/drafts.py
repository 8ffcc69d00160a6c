"""What a reader hands over: a record as the file tells it, before it is recognised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing_app.domain.message import Message
from briefing_app.exchange.trees import Path, Tree

PlaceOf = Callable[[Path], Message]
"""Says where in the file the value at a path stands."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One record as a file tells it.

    ``tree`` holds what the file says: a name that is absent was not in the file at all, ``None``
    is a cell left empty. References are ids, or names where ``names_allowed``. A time without a
    zone is the client's local time where ``times_are_local``. ``clears`` says that an empty or
    absent value empties the stored field of the record with this very id.
    """

    kind: str
    id: str
    tree: Tree
    place: PlaceOf
    names_allowed: bool = False
    times_are_local: bool = False
    clears: bool = True
