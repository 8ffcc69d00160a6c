"""What a reader hands over: a record as the file tells it, before it is recognised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from briefing_app.domain.message import Message
from briefing_app.exchange.trees import Path, Tree

PlaceOf: TypeAlias = Callable[[Path], Message]
"""Says where in the file the value at a path stands."""


class Gaps(Enum):
    """What it means for a record recognised by its id that a value is missing.

    A record recognised by its name alone always keeps what the file does not say.
    """

    ARE_DEFAULTS = "are-defaults"  # JSON leaves out what is at its default
    CLEAR = "clear"  # an empty cell empties the field, an absent column leaves it
    KEEP = "keep"  # neither changes what is stored


@dataclass(frozen=True, slots=True)
class Draft:
    """One record as a file tells it.

    ``tree`` holds what the file says: a name that is absent was not in the file at all, ``None``
    is a cell left empty. ``id`` is ``""`` where the file gives none; ``named`` is then the name
    or id of an existing record of which the file tells but a part. References are ids, or names
    where ``has_names``; a time without a zone is then the client's local time.
    """

    kind: str
    id: str
    tree: Tree
    place: PlaceOf
    gaps: Gaps
    named: str = ""
    has_names: bool = False
