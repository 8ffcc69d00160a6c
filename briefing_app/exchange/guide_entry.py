"""The shape of an entry in the guide to the fields."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What a field is called in a table's header, and what belongs there; message ids both."""

    label: str
    help: str
