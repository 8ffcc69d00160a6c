"""Sentences that rules produce before a language is known.

A rule says *what* it found as an English message id with parameters; wording turns it
into Chinese or English when a document, the screen or the command line shows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias, Union

from briefing_app.domain.labels import Labelled
from briefing_app.domain.text import Text
from briefing_app.domain.values import Money
from briefing_app.errors import readable

Parameter: TypeAlias = Union[
    str, int, float, date, datetime, Text, Labelled, Money, "Message", tuple["Parameter", ...]
]


@dataclass(frozen=True, slots=True)
class Message:
    """An English message id with ``{name}`` fields, and what stands in them.

    ``plural`` and ``count`` are set together: the form for any count but one.
    """

    msgid: str
    parameters: tuple[tuple[str, Parameter], ...] = ()
    plural: str = ""
    count: int = 1

    def __str__(self) -> str:
        """The sentence in English, for logs and tests; users read what wording makes of it."""
        template = self.plural if self.plural and self.count != 1 else self.msgid
        return template.format_map({name: readable(value) for name, value in self.parameters})

    @property
    def by_name(self) -> Mapping[str, Parameter]:
        """The parameters by their field names."""
        return dict(self.parameters)


def say(msgid: str, /, **parameters: Parameter) -> Message:
    """A sentence to be translated; ``msgid`` must be a literal so that it can be extracted."""
    return Message(msgid, tuple(parameters.items()))


def say_count(one: str, many: str, count: int, /, **parameters: Parameter) -> Message:
    """A sentence that depends on a number, shown as ``{count}``; both ids must be literals."""
    return Message(one, (("count", count), *parameters.items()), many, count)
