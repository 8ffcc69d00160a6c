"""Nothing typed is lost: what a field was refused, or could not be tried yet, stays as a draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from briefing_app.domain.draft import Draft, Spot
from briefing_app.domain.text import Language, Text
from briefing_app.errors import UserError
from briefing_app.wording import wording_in

if TYPE_CHECKING:  # the window is there before the database engine
    from briefing_app.store.store import Store

__all__ = [
    "Draft",
    "Spot",
    "drafts",
    "drop_draft",
    "in_both_languages",
    "keep_draft",
    "plain",
    "trying",
]

T = TypeVar("T")


def drafts(store: Store) -> tuple[Draft, ...]:
    """All that was typed and is not kept."""
    return store.drafts.all()


def keep_draft(store: Store, *, draft: Draft) -> None:
    """Keep what stands in a field, whatever it is."""
    store.drafts.keep(draft)


def drop_draft(store: Store, *, spot: Spot) -> None:
    """Forget what is kept at a spot."""
    store.drafts.drop(spot)


def trying(store: Store, *, draft: Draft, work: Callable[[Store], T]) -> T:
    """Do the act that keeps a value; the draft stays, with the reason, where that is refused, and
    goes where it is not. The UserError goes on."""
    try:
        result = work(store)
    except UserError as error:
        store.drafts.keep(replace(draft, reason=in_both_languages(error)))
        raise
    store.drafts.drop(draft.spot)
    return result


def in_both_languages(error: UserError) -> Text:
    """What an error says, whatever language it is read in later."""
    return Text(wording_in(Language.ZH).error(error), wording_in(Language.EN).error(error))


def plain(value: object) -> Any:
    """A value as JSON holds it: a text as its two sides, a day as ``2027-01-31`` ..."""
    import msgspec

    return msgspec.to_builtins(value)
