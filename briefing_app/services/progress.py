"""How long work tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from briefing_app.domain.message import Message

Progress: TypeAlias = Callable[[Message, int, int], None]
"""Called before each step with what is done now, its number from 1, and how many there are."""


def silent(_step: Message, _number: int, _total: int) -> None:
    """Progress that nobody looks at."""
