"""A person's photograph: given by a picture, taken away. It is for our own team alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.domain.client import Person
from briefing_app.domain.ids import ClientId, PersonId, PhotoId, new_id
from briefing_app.domain.message import say
from briefing_app.domain.photo import Photo
from briefing_app.domain.picture import Picture
from briefing_app.errors import UserError
from briefing_app.services.changes import Change

if TYPE_CHECKING:  # loads on the database thread
    from briefing_app.store.store import Store


def set_photo_file(store: Store, *, person: str, path: Path) -> Change:
    """Keep the picture in a file as somebody's photograph; see `set_photo`. UserError also for a
    file that cannot be read."""
    from briefing_app.exchange.photos import read_photo_file

    return _keep(store, PersonId(person), read_photo_file(path))


def set_photo(store: Store, *, person: str, content: bytes, source: str) -> Change:
    """Keep a picture, the bytes of a file, as somebody's photograph in the place of the one there
    is. ``source`` is what the user calls the picture.

    UserError for what is no picture, is damaged, or is too large or small.
    """
    from briefing_app.exchange.photos import read_photo

    return _keep(store, PersonId(person), read_photo(content, source))


def remove_photo(store: Store, *, person: str) -> Change:
    """Take somebody's photograph away; UserError where there is none."""
    name = store.get(Person, person).name
    label = say("Remove the photo of {name}", name=name)
    with store.act(label) as act:
        held = store.referring(Photo, "person", person)
        if not held:
            raise UserError("There is no photo of {name}.", name=name)
        for photo in held:
            store.delete(Photo, photo.id)
    return Change(label, act.records)


def portraits(store: Store, client: str) -> dict[PersonId, Picture]:
    """The photographs of a client's people, round and small; see `portrait_of`."""
    from briefing_app.documents.stakeholder_map.portrait import portrait_of

    return {one.person: portrait_of(one.image) for one in store.photos(ClientId(client))}


def _keep(store: Store, person: PersonId, image: bytes) -> Change:
    """A photograph that is kept never changes: another one has another id."""
    label = say("Photo of {name}", name=store.get(Person, person).name)
    with store.act(label) as act:
        for old in store.referring(Photo, "person", person):
            store.delete(Photo, old.id)
        store.save([Photo(id=PhotoId(new_id()), person=person, image=image)])
    return Change(label, act.records)
