"""No sample document for a client names a price that this client must not read.

Judged as laid out, at every stage and for every audience, whether pricing is shareable or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from briefing_app.documents.gate import Breach, BreachKind, Forbidden
from briefing_app.documents.gate.wordings import forbidden_mentions
from briefing_app.documents.theme import load_theme
from briefing_app.domain.audience import Audience
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.export_record import Edition
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit_record import AgreedKind, AgreedPoint
from briefing_app.planning.prepare import prepare
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.making.brochure import brochures
from briefing_app.services.making.deck import decks
from briefing_app.services.making.draft import DocumentOrder, Draft
from briefing_app.services.making.minutes import minutes
from briefing_app.services.prices import prices_for
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import open_store
from briefing_app.wording import wording_in
from tests import builders

TODAY = date(2026, 11, 23)
CASES = [
    *product(DEMO_VISITS, Stage, (False,)),
    *product(DEMO_VISITS, (Stage.NEGOTIATION,), (True,)),
]
"""Only a negotiation says more where pricing is shareable: it shows the commercial frame."""


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Dossier]:
    """The demonstration visits, with a record of each."""
    folder: Path = tmp_path_factory.mktemp("samples")
    with open_store(folder) as store:
        load_samples(store)
        found = {visit: store.dossier(visit) for visit in DEMO_VISITS}
    return {visit: _recorded(dossier) for visit, dossier in found.items()}


def _recorded(dossier: Dossier, *agreed: AgreedPoint) -> Dossier:
    record = builders.visit_record(visit=dossier.visit.id, agreed=agreed, team=(), people=())
    return replace(dossier, records=(replace(record, needs=(), shown=(), feedback=()),))


def _at(dossier: Dossier, stage: Stage, *, shareable: bool) -> Dossier:
    changed = replace(dossier.opportunity, stage=stage, pricing_is_shareable=shareable)
    return replace(dossier, opportunity=changed)


def _drafts(dossier: Dossier, language: Language) -> Iterator[Draft]:
    """What the client would get: a deck for each audience, brochure and minutes."""
    order = DocumentOrder(
        briefing=prepare(dossier, TODAY, audiences=tuple(Audience)),
        wishes=ExportWishes(language=language, audiences=tuple(Audience)),
        theme=_theme(),
        forbidden=Forbidden(prices=prices_for(dossier)),
    )
    for maker in (decks, brochures, minutes):
        yield from (draft for draft in maker(order) if draft.edition is Edition.CLIENT)


@cache
def _theme():
    return load_theme()


def _prices(dossier: Dossier, language: Language) -> list[Breach]:
    drafts = list(_drafts(dossier, language))
    assert len(drafts) == len(Audience) + 3  # the brochure, and minutes in two forms
    return [
        breach for draft in drafts for breach in forbidden_mentions(draft.pages, draft.forbidden)
    ]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("visit", "stage", "shareable"), CASES)
def test_no_price_stands_where_it_must_not(
    dossiers: dict[str, Dossier], visit: str, stage: Stage, shareable: bool, language: Language
) -> None:
    assert _prices(_at(dossiers[visit], stage, shareable=shareable), language) == []


@pytest.mark.parametrize("stage", Stage)
def test_a_price_in_a_shared_text_is_found_at_every_stage(
    dossiers: dict[str, Dossier], stage: Stage
) -> None:
    dossier = _at(dossiers[DEMO_VISITS[0]], stage, shareable=False)
    named = Text.same("The pilot costs CNY 77,000")
    visit = replace(dossier.visit, purpose=named)
    found = _prices(replace(dossier, visit=visit), Language.EN)
    assert {breach.word for breach in found} == {"CNY 77,000"}
    assert {breach.kind for breach in found} == {BreachKind.PRICE}


@pytest.mark.parametrize(
    ("language", "where"),
    [
        (
            Language.EN,
            "set “Commercial frame may be shown” to “Yes” for “{project}” on the sheet "
            "“Opportunities” and import it.",
        ),
        (
            Language.ZH,
            "请在“项目（商机）”表中把“{project}”的“商务框架可给客户看”填为“是”，再导入。",
        ),
    ],
)
def test_minutes_with_a_price_are_kept_in_and_told_where_to_allow_it(
    dossiers: dict[str, Dossier], language: Language, where: str
) -> None:
    agreed = AgreedPoint(kind=AgreedKind.DECISION, words=Text.same("CNY 77,000 for the pilot"))
    dossier = _recorded(_at(dossiers[DEMO_VISITS[0]], Stage.NEGOTIATION, shareable=False), agreed)
    wording = wording_in(language)
    remedies = {wording.message(breach.remedy) for breach in _prices(dossier, language)}
    (remedy,) = remedies
    assert where.format(project=wording.text(dossier.opportunity.name)) in remedy
    allowed = _at(dossier, Stage.NEGOTIATION, shareable=True)
    assert _prices(allowed, language) == []
