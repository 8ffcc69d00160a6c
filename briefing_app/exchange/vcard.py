"""People from vCards of version 2.1, 3.0 and 4.0.

A card gives the name, job title, first e-mail address and first telephone number; its
organisation names the client. Notes on cards are left alone, so that they never replace ours.
"""

from __future__ import annotations

from typing import Any

import vobject
from vobject.base import ParseError

from briefing_app.domain.message import Message, say
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.exchange.drafts import Draft, Gaps, PlaceOf
from briefing_app.exchange.problems import NO_COMPANY, Problems
from briefing_app.exchange.text_files import decoded
from briefing_app.exchange.trees import Path, Tree


def read_vcards(content: bytes, source: str, problems: Problems, client: str = "") -> list[Draft]:
    """A draft for each card; ``client`` is the client of people whose card names none.

    Raises `UserError` for a file that is no vCard; a card without a name is noted.
    """
    text = decoded(content, source).replace("\r\n", "\n").replace("\r", "\n")
    if "BEGIN:VCARD" not in text.upper():
        raise UserError("{source} holds no vCard.", source=source)
    drafts: list[Draft] = []
    for number, card in enumerate(_cards(text, source), start=1):
        place = _place(number, _name(card))
        tree = _tree(card)
        if "client" not in tree and client:
            tree["client"] = client
        if not _name(card):
            problems.add(place(()), say("the card has no name. Write the person's name on it."))
        elif "client" not in tree:
            problems.add(place(()), NO_COMPANY)
        else:
            drafts.append(Draft("person", "", tree, place, Gaps.KEEP, has_names=True))
    return drafts


def _cards(text: str, source: str) -> list[Any]:
    try:
        return list(vobject.readComponents(text, allowQP=True))
    except (ParseError, UnicodeDecodeError, LookupError, ValueError) as error:
        raise UserError(
            "{source} is not a readable vCard file{line}. Export it anew.",
            source=source,
            line=f" ({line})" if (line := getattr(error, "lineNumber", None)) else "",
        ) from error


def _tree(card: Any) -> Tree:
    tree: Tree = {"name": _text(_name(card))}
    if title := _first(card, "title"):
        tree["title"] = _text(title)
    if email := _first(card, "email"):
        tree["email"] = email.removeprefix("mailto:")
    if phone := _first(card, "tel"):
        tree["phone"] = phone.removeprefix("tel:")
    if company := _organisation(card):
        tree["client"] = company
    return tree


def _text(words: str) -> Tree:
    return {Language.of(words).value: words}


def _name(card: Any) -> str:
    """The name as it is written, else put together from its parts in the order of its script."""
    if written := _first(card, "fn"):
        return written
    parts = card.contents.get("n")
    if not parts:
        return ""
    family, given = str(parts[0].value.family), str(parts[0].value.given)
    if Language.of(family + given) is Language.ZH:
        return family + given
    return f"{given} {family}".strip()


def _organisation(card: Any) -> str:
    found = card.contents.get("org")
    value = found[0].value if found else ""
    return str(value[0] if isinstance(value, list) and value else value or "").strip()


def _first(card: Any, name: str) -> str:
    lines = card.contents.get(name, [])
    return next((words for line in lines if (words := str(line.value).strip())), "")


def _place(number: int, name: str) -> PlaceOf:
    def place(_path: Path) -> Message:
        return say("Card {number} ({name})", number=number, name=name or "?")

    return place
