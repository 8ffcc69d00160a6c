"""A deck's slide list as a file: written for the user to edit, and taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefing_app.documents.theme import load_theme
from briefing_app.domain.audience import Audience
from briefing_app.domain.ids import VisitId
from briefing_app.domain.message import say
from briefing_app.domain.slide_list import SlideChoice, SlideList, SlideWords
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.exchange.slides_file import (
    LIMIT,
    Faults,
    ReadEntry,
    SlideEntry,
    SlidesHead,
    as_toml,
    read_toml,
)
from briefing_app.files import read_bytes, write_bytes
from briefing_app.planning.client_side import PlannedSlide, SlideKind
from briefing_app.planning.slide_facts import marks, stamp
from briefing_app.services.forbidden import forbidden_for
from briefing_app.services.slide_list import (
    DeckInWork,
    deck_in_work,
    laid_out_with,
    new_list,
    notices_of,
    own_words,
)
from briefing_app.services.slide_texts import in_language, made_texts, own_texts
from briefing_app.store.store import Store
from briefing_app.wording import Wording


@dataclass(frozen=True, slots=True)
class Taken:
    """The deck as it is after a file was taken, and whether the file changed anything."""

    deck: DeckInWork
    is_changed: bool


def write_slides(deck: DeckInWork, path: Path, wording: Wording) -> None:
    """Write a deck's slide list to ``path``, explained in the words of ``wording``."""
    head = SlidesHead(
        visit=deck.dossier.visit.id,
        audience=deck.plan.audience.value,
        language=deck.language.value,
    )
    entries = [_entry(deck, number, slide, wording) for number, slide in _numbered(deck)]
    write_bytes(path, as_toml(head, tuple(_introduction(deck, wording)), entries))


def take_slides(
    store: Store, path: Path, *, today: date, visit_id: VisitId, audience: Audience | None = None
) -> Taken:
    """Keep the slide list of a file with the visit it was written for, all or nothing.

    Raises UserError, or ManyProblems with an error for each fault: what is wrong in the file
    with its line, and what the export gate keeps in.
    """
    from briefing_app.documents.gate import let_document_pass

    faults = Faults(path.name)
    head, entries = read_toml(read_bytes(path, LIMIT), path.name, faults)
    with store.act(say("Change the slides")):
        deck = _deck_of(store, head, path.name, today, visit_id, audience)
        kept = _kept(deck, entries, faults, today)
        faults.raise_any()
        after = laid_out_with(deck, kept, today)
        title = say("Deck, {audience}", audience=deck.plan.audience)
        let_document_pass(
            title, after.pages.pages, load_theme(), forbidden_for(store, after.briefing)
        )
        is_changed = _store(store, deck, kept)
    return Taken(after if is_changed else deck, is_changed)


def _introduction(deck: DeckInWork, wording: Wording) -> Iterator[str]:
    phrase = wording.phrase
    client = deck.side.client.display_name
    yield phrase(
        "Slides for {client}: {audience}, {stage}.",
        client=client,
        audience=deck.plan.audience,
        stage=deck.side.stage,
    )
    yield phrase("Move a block that begins with [[slide]] to change the order.")
    yield phrase("“on = false” leaves a slide out; “on = true” puts one in.")
    yield phrase(
        "To reword a text take away the # before it and change what stands between the quotes."
    )
    yield phrase("Leave key and stamp as they are.")
    for notice in notices_of(deck):
        yield phrase("Check: {notice}", notice=notice)


def _numbered(deck: DeckInWork) -> Iterator[tuple[int, PlannedSlide]]:
    """All slides in the order of the list; those that are left out have the number 0."""
    number = 0
    for slide in deck.all_slides:
        is_told = deck.tells(slide)
        number += is_told
        yield (number if is_told else 0), slide


def _entry(deck: DeckInWork, number: int, slide: PlannedSlide, wording: Wording) -> SlideEntry:
    name = wording.message(deck.name_of(slide))
    reasons = {one.slide.key: one.because for one in deck.plan.slides}.get(slide.key, ())
    about = (
        f"{number}. {name}" if number else wording.phrase("Left out: {slide}", slide=name),
        *(wording.message(reason.message) for reason in reasons),
    )
    texts = made_texts(deck, slide)
    return SlideEntry(
        key=slide.key,
        is_on=number > 0,
        stamp=_stamp(deck, slide),
        about=tuple(" ".join(line.split()) for line in about),
        texts=texts,
        own=dict(own_texts(deck, slide, texts)),
    )


def _stamp(deck: DeckInWork, slide: PlannedSlide) -> str:
    return stamp(marks(deck.dossier, deck.side, slide))


def _deck_of(
    store: Store,
    head: SlidesHead,
    source: str,
    today: date,
    visit_id: VisitId,
    audience: Audience | None,
) -> DeckInWork:
    """The deck that a file is about; UserError where it is about another one."""
    if head.visit != visit_id:
        raise UserError(
            "{source} was written for the visit {other}, not for {visit}. Take it there, or write"
            " a list for this visit with --out.",
            source=source,
            other=head.visit,
            visit=visit_id,
        )
    named = next((one for one in Audience if one.value == head.audience), None)
    language = next((one for one in Language if one.value == head.language), None)
    if named is None or language is None or audience not in (None, named):
        raise UserError(
            "{source} says audience {audience} and language {language}. Expected are {audiences}"
            " and {languages}; with --audience, the one named there.",
            source=source,
            audience=head.audience,
            language=head.language,
            audiences=tuple(one.value for one in Audience),
            languages=tuple(one.value for one in Language),
        )
    return deck_in_work(store, visit_id, today=today, language=language, audience=named)


def _kept(deck: DeckInWork, entries: Sequence[ReadEntry], faults: Faults, today: date) -> SlideList:
    """The list that a file tells, with the words of the other language and of absent slides."""
    possible = {slide.key: slide for _, slide in _numbered(deck)}
    _check_order(entries, faults)
    for entry in entries:
        if entry.key not in possible:
            faults.add(
                entry.line,
                say(
                    "there is no slide {key}. Take its block out. Slides that can be told are:"
                    " {known}.",
                    key=entry.key,
                    known=tuple(possible),
                ),
            )
    named = [entry for entry in entries if entry.key in possible]
    choices = [SlideChoice(slide=entry.key, is_on=entry.is_on) for entry in named]
    rest = [SlideChoice(slide=key, is_on=False) for key in possible]
    told = {choice.slide for choice in choices}
    words = [
        one for entry in named for one in _words(deck, possible[entry.key], entry, faults, today)
    ]
    return replace(
        new_list(deck),
        slides=(*choices, *(choice for choice in rest if choice.slide not in told)),
        words=(*words, *_untouched(deck, told)),
    )


def _check_order(entries: Sequence[ReadEntry], faults: Faults) -> None:
    seen: dict[str, int] = {}
    for entry in entries:
        if entry.key in seen:
            faults.add(
                entry.line,
                say(
                    "the slide {key} is there already, in line {line}. Keep one of them.",
                    key=entry.key,
                    line=seen[entry.key],
                ),
            )
        seen.setdefault(entry.key, entry.line)
    first = entries[0] if entries else None
    if first is None or first.key != SlideKind.COVER.value or not first.is_on:
        faults.add(
            first.line if first else 1,
            say("a deck begins with its cover: let the first slide be “cover” with on = true."),
        )


def _untouched(deck: DeckInWork, told: set[str]) -> Iterator[SlideWords]:
    """Kept words that the file does not speak of: nothing that was typed is lost."""
    for one in deck.kept.words if deck.kept else ():
        if not one.words.written_in(deck.language) or one.slide not in told:
            yield one


def _words(
    deck: DeckInWork, slide: PlannedSlide, entry: ReadEntry, faults: Faults, today: date
) -> Iterator[SlideWords]:
    texts = made_texts(deck, slide)
    now = marks(deck.dossier, deck.side, slide)
    known = dict(_known(deck, slide, texts))
    for name, words in entry.words.items():
        line = entry.lines.get(name, entry.line)
        if name not in texts:
            faults.add(
                line,
                say(
                    "there is no text {name} on this slide. Its texts are: {known}.",
                    name=name,
                    known=tuple(texts),
                ),
            )
        elif (name, words) in known:
            yield known[name, words]
        elif not words.strip() or words == texts[name]:
            continue
        elif entry.stamp != stamp(now):
            faults.add(
                line,
                say(
                    "the facts behind this slide changed since the file was written. Write the"
                    " list anew with --out and reword it there."
                ),
            )
        else:
            yield SlideWords(
                slide=slide.key,
                name=name,
                words=in_language(deck.language, words),
                instead_of=in_language(deck.language, texts[name]),
                on=today,
                facts=now,
            )


def _known(
    deck: DeckInWork, slide: PlannedSlide, texts: Mapping[str, str]
) -> Iterator[tuple[tuple[str, str], SlideWords]]:
    """The kept words of a slide, by the name of the text they replace now and by themselves."""
    from briefing_app.documents.deck.rewording import replacing

    for one in own_words(deck).get(slide.key, ()):
        name = replacing(one.name, one.instead_of.written_in(deck.language), texts)
        if name:
            yield (name, one.words.written_in(deck.language)), one


def _store(store: Store, deck: DeckInWork, kept: SlideList) -> bool:
    """Store a list where it says other than the one that is kept, or than the rules do."""
    if deck.kept is not None:
        if kept == deck.kept:
            return False
        store.save([kept])
        return True
    told = [reason.slide.key for reason in deck.plan.slides]
    if not kept.words and [one.slide for one in kept.slides if one.is_on] == told:
        return False
    store.save([kept])
    return True
