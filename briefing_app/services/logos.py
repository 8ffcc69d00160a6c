"""A user's logos: set from a picture file, or taken away."""

from __future__ import annotations

from pathlib import Path

from briefing_app.domain.client import Client
from briefing_app.domain.ids import ClientId, LogoId, new_id
from briefing_app.domain.logo import Logo
from briefing_app.domain.message import say
from briefing_app.errors import UserError
from briefing_app.store.store import Store

OWN = "own"
"""How a user names our own company instead of a client."""


def set_logo(store: Store, owner: str, path: Path, *, is_for_dark: bool = False) -> Logo:
    """Keep the picture in ``path`` as the logo of ``owner``: `OWN`, or a client's id or name.

    It takes the place of an earlier one of the same variant. Raises UserError for an unknown
    client, for a file that is no usable picture, and for a logo that would not be seen on its
    ground.
    """
    from briefing_app.documents.logo_checks import stands_out
    from briefing_app.exchange.pictures import read_logo_file

    content = read_logo_file(path)
    if not stands_out(content, is_for_dark=is_for_dark):
        raise _unseen(path.name, is_for_dark)
    with store.act(say("Set a logo")):
        client = _client(store, owner)
        known = _logos(store, client, is_for_dark)
        logo = Logo(
            id=known[-1].id if known else LogoId(new_id()),
            client=client,
            is_for_dark=is_for_dark,
            content=content,
        )
        store.save([logo])
    return logo


def remove_logos(store: Store, owner: str) -> int:
    """Take away all variants of an owner's logo and tell how many; UserError where none is."""
    with store.act(say("Remove a logo")):
        client = _client(store, owner)
        found = [logo for dark in (False, True) for logo in _logos(store, client, dark)]
        if not found:
            raise UserError("There is no logo of {owner}.", owner=owner)
        for logo in found:
            store.delete(Logo, logo.id)
    return len(found)


def _unseen(source: str, is_for_dark: bool) -> UserError:
    if is_for_dark:
        return UserError(
            "{source} would hardly be seen on a dark cover. Give the light variant of the logo, "
            "or set this one for light backgrounds (without --for-dark).",
            source=source,
        )
    return UserError(
        "{source} would hardly be seen on white paper. If it is the variant for dark "
        "backgrounds, set it as such (--for-dark); on paper it then stands on a dark plate.",
        source=source,
    )


def _client(store: Store, owner: str) -> ClientId | None:
    return None if owner == OWN else store.find(owner, Client).id


def _logos(store: Store, client: ClientId | None, is_for_dark: bool) -> list[Logo]:
    return [
        logo
        for logo in store.all(Logo)
        if logo.client == client and logo.is_for_dark is is_for_dark
    ]
