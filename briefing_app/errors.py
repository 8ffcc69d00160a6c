"""`UserError` and its kinds: the only errors whose text a user sees as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial


class UserError(Exception):
    """Bad input or a state that the user can mend.

    ``msgid`` is an English message id with ``{name}`` fields that says where, what is wrong
    and what would be right; the catalogue holds its Chinese. Parameters are rendered by
    wording, so they may be domain values.
    """

    def __init__(self, msgid: str, /, **parameters: object) -> None:
        super().__init__(msgid, parameters)
        self.msgid = msgid
        self.parameters: Mapping[str, object] = parameters

    def __str__(self) -> str:
        """The sentence in English, for logs and tests; users read what wording makes of it."""
        return self.msgid.format_map({n: readable(value) for n, value in self.parameters.items()})

    def __reduce__(self) -> tuple[Callable[[], UserError], tuple[()]]:
        """Errors travel between processes whole."""
        return partial(type(self), self.msgid, **self.parameters), ()


class ManyProblems(UserError):
    """Several things are wrong at once, each with a line of its own."""

    def __init__(self, msgid: str, problems: Sequence[UserError], /, **parameters: object) -> None:
        super().__init__(msgid, **parameters)
        self.problems = tuple(problems)

    def __reduce__(self) -> tuple[Callable[[], UserError], tuple[()]]:
        return partial(type(self), self.msgid, self.problems, **self.parameters), ()


def readable(value: object) -> str:
    """A value as it may stand in an English sentence of a log."""
    return ", ".join(map(readable, value)) if isinstance(value, tuple) else str(value)
