"""Enumerations whose members carry the label that people read.

A label is the English message id; the catalogue holds its Chinese.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


def N_(label: str) -> str:  # the gettext convention for "extract, do not translate yet"
    """Mark ``label`` for the message catalogue and return it unchanged."""
    return label


class Labelled(StrEnum):
    """A string enumeration; each member is written ``NAME = "stored-value", N_("Label")``."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """A member with its stored value and the label that people read."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
