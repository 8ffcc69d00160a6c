"""Whatever the client, an export fits, or it is refused with reasons.

Two hundred generated clients go through all documents of an export. The furthest ones are then
looked at as a reader would see them: slides by LibreOffice, printed pages by PDFium.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from itertools import combinations, cycle, islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from briefing_app.documents.gate import Forbidden, let_pass
from briefing_app.documents.theme import load_theme
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import StakeholderId
from briefing_app.domain.message import Message
from briefing_app.domain.records import KINDS, Record
from briefing_app.domain.text import Language, Text
from briefing_app.errors import ManyProblems
from briefing_app.planning.prepare import prepare
from briefing_app.services.export import Export, export_visit
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.making.draft import DocumentOrder
from briefing_app.services.making.make import Document, judge_documents
from briefing_app.services.progress import silent
from briefing_app.services.samples import load_samples
from briefing_app.store.store import open_store
from briefing_app.wording import wording_in
from tests.documents.visit_plan.samples import SAMPLE_DAY, SAMPLE_VISITS, sample_dossier
from tests.judges.glyphs import Glyph, Page, pages_of
from tests.judges.overflow import collision_findings, overflow_findings
from tests.judges.rendering import Office
from tests.readable import Manner, readable_dossiers, retold, with_texts
from tests.strategies import dossiers

REASONS = {
    "“{words}” looks like a text to be replaced.",
    "the font has no sign for {signs}.",
}
"""All that may be wrong with words that a user wrote; whether they fit is for us to see to."""

_CELL = 24.0
_TOLERANCE = 1.0


def documents_of(dossier: Dossier, language: Language) -> tuple[Document, ...]:
    order = DocumentOrder(
        briefing=prepare(dossier, dossier.visit.starts_at.date()),
        wishes=ExportWishes(language=language),
        theme=load_theme(),
        forbidden=Forbidden(),
    )
    making = judge_documents(order, silent)
    let_pass(making.report)
    return making.documents


def for_clients(
    clients: st.SearchStrategy[Dossier],
    batch: int,
    count: int,
    check: Callable[[Dossier, Language], None],
) -> None:
    """Check ``count`` clients, others in each batch; a language falls to each of them."""
    tried = given(clients, st.sampled_from(Language))(check)
    seed(batch)(settings(max_examples=count, phases=[Phase.generate])(tried))()


def lines_of(refusal: ManyProblems) -> str:
    return "\n".join(wording_in(Language.EN).error(problem) for problem in refusal.problems)


@pytest.mark.parametrize("batch", range(8))
def test_clients_in_printable_words_get_all_documents(batch: int) -> None:
    def check(dossier: Dossier, language: Language) -> None:
        try:
            made = documents_of(dossier, language)
        except ManyProblems as refusal:
            pytest.fail(lines_of(refusal), pytrace=False)
        endings = [document.name.rpartition(".")[2] for document in made]
        assert endings == ["pptx", "pptx", "pdf", "pdf", "ics"]

    for_clients(readable_dossiers(), batch, 13, check)


@pytest.mark.parametrize("batch", range(4))
def test_clients_in_any_words_are_refused_for_their_words_alone(batch: int) -> None:
    refusals: list[ManyProblems] = []

    def check(dossier: Dossier, language: Language) -> None:
        try:
            documents_of(dossier, language)
        except ManyProblems as refusal:
            refusals.append(refusal)

    for_clients(dossiers(), batch, 24, check)
    problems = [problem for refusal in refusals for problem in refusal.problems]
    assert problems
    assert {reason(problem.parameters["problem"]) for problem in problems} <= REASONS
    assert [problem for problem in problems if not names_its_place(problem.parameters)] == []


def reason(problem: object) -> str:
    assert isinstance(problem, Message)
    return problem.msgid


def names_its_place(parameters: Any) -> bool:
    """True when page and box are named, and the remedy can be read in both languages."""
    remedies = {wording_in(language).message(parameters["remedy"]) for language in Language}
    return parameters["page"] >= 1 and parameters["box"].strip() and len(remedies) == 2


@dataclass(frozen=True)
class Extreme:
    """A client at the edge of what there is, and the language it is told in."""

    make: Callable[[Dossier], Dossier]
    language: Language


def crowded(dossier: Dossier) -> Dossier:
    """Sixty people at the table, forty needs on it: those that there are, and more like them."""
    people = more_of(dossier.people, 60)
    known = {holder.person: holder for holder in dossier.stakeholders}
    return replace(
        dossier,
        visit=replace(dossier.visit, attendees=tuple(person.id for person in people)),
        people=people,
        stakeholders=tuple(
            known.get(person.id)
            or replace(
                dossier.stakeholders[0], id=StakeholderId(f"as-{person.id}"), person=person.id
            )
            for person in people
        ),
        needs=more_of(dossier.needs, 40),
    )


def more_of(records: tuple[Any, ...], count: int) -> tuple[Any, ...]:
    """So many records, all but the first ones copies with ids of their own."""
    copies = enumerate(islice(cycle(records), count - len(records)))
    more = (replace(record, id=f"copy-{number}") for number, record in copies)
    return (*records, *more)


def with_names_of(length: int) -> Callable[[Dossier], Dossier]:
    """The client, its people and all products with names of so many signs."""
    named = Text(
        ("远洋智慧供应链" * length)[:length], ("The Connected Mobility Group " * 9)[:length]
    )

    def make(dossier: Dossier) -> Dossier:
        return replace(
            dossier,
            client=replace(dossier.client, name=named, short_name=Text()),
            people=tuple(replace(one, name=named, title=named) for one in dossier.people),
            products=tuple(replace(one, name=named) for one in dossier.products),
            colleagues=tuple(replace(one, name=named, title=named) for one in dossier.colleagues),
        )

    return make


def in_manner(manner: Manner) -> Callable[[Dossier], Dossier]:
    return lambda dossier: retold(dossier, manner, seed=7)


def in_chinese_only(dossier: Dossier) -> Dossier:
    told: Dossier = with_texts(dossier, lambda text: Text(text.zh, ""))
    return told


EXTREMES = {
    "60 people and 40 needs": Extreme(crowded, Language.EN),
    "names of 120 signs": Extreme(with_names_of(120), Language.ZH),
    "a letter for a name": Extreme(with_names_of(1), Language.EN),
    "a letter for everything": Extreme(in_manner(Manner.TERSE), Language.ZH),
    "mixed scripts": Extreme(in_manner(Manner.MIXED), Language.ZH),
    "no word ever ends": Extreme(in_manner(Manner.UNBROKEN), Language.EN),
    "told in the other language": Extreme(in_chinese_only, Language.EN),
}


@pytest.fixture(scope="module", params=EXTREMES)
def extreme(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Export:
    """A whole export of an extreme client, through the store."""
    wanted, folder = EXTREMES[request.param], tmp_path_factory.mktemp("extreme")
    dossier = wanted.make(sample_dossier(SAMPLE_VISITS[0]))
    with open_store(folder / "data") as store:
        load_samples(store)
        with store.change():
            store.save(records_of(dossier))
        return export_visit(
            store,
            dossier.visit.id,
            out=folder,
            wishes=ExportWishes(language=wanted.language),
            today=SAMPLE_DAY,
            now=datetime(2026, 11, 23, tzinfo=UTC),
        )


def records_of(dossier: Dossier) -> list[Record]:
    """All records of a dossier, those that others refer to before the others."""
    parts = (getattr(dossier, part.name) for part in fields(dossier))
    records = [one for part in parts for one in (part if isinstance(part, tuple) else (part,))]
    order = [kind.record_type for kind in KINDS]
    return sorted(records, key=lambda record: order.index(type(record)))


def files_of(export: Export, ending: str) -> list[Path]:
    return [file for file in export.files if file.suffix == ending]


@pytest.mark.rendering
def test_rendered_slides_hold_their_words(extreme: Export, office: Office) -> None:
    deck = files_of(extreme, ".pptx")[0]
    rendered = office.pdf_of(deck)
    assert overflow_findings(deck, rendered) == []
    assert collision_findings(deck, rendered) == []


def test_printed_pages_hold_their_words_apart_from_each_other(extreme: Export) -> None:
    printed = files_of(extreme, ".pdf")
    pages = [page for file in printed for page in pages_of(file)]
    assert len(printed) == 2
    assert sum(len(page.glyphs) for page in pages) > 1000
    assert [fault for page in pages for fault in (*beyond(page), *upon_each_other(page))] == []


def beyond(page: Page) -> Iterator[str]:
    for glyph in page.glyphs:
        if glyph.box.beyond(page.box):
            yield f"{glyph} runs off the page"


def upon_each_other(page: Page) -> Iterator[str]:
    """Pairs of signs whose ink lies upon each other; accents stand upon letters by nature."""
    for near in _neighbours(page):
        for one, other in combinations(near, 2):
            if one.box.common(other.box) > _TOLERANCE and one.box is not other.box:
                yield f"{one} and {other} lie upon each other"


def _neighbours(page: Page) -> Iterator[list[Glyph]]:
    """The signs that touch a cell of a raster, cell by cell."""
    raster: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in page.glyphs:
        if unicodedata.category(glyph.text)[0] == "M":
            continue
        box = glyph.box
        for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
            for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
                raster[column, row].append(glyph)
    yield from raster.values()
