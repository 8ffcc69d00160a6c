"""Why believe it: cases, trust, compliance."""

from __future__ import annotations

from briefing_app.documents.deck.block import Block, Point
from briefing_app.documents.deck.diagram_blocks import Quote
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.telling import Telling, brief
from briefing_app.documents.deck.story.value import marked, strongest
from briefing_app.documents.deck.story_blocks import CaseStory, RuledList, RuledLists, Tile, Tiles
from briefing_app.documents.icon_choice import OF_TRUST, Compliance
from briefing_app.domain.audience import Audience
from briefing_app.domain.offering import TrustSource
from briefing_app.planning.client_side import ChosenCase, PlannedSlide, SlideKind

_QUOTED_FIGURES = 2


def case(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """A success case: results first, then how they came about."""
    chosen, words = telling.case(planned), telling.words
    told = chosen.case
    used = words.listing(telling.read(name) for name in chosen.products)
    block: Block = CaseStory(
        situation_label=words.phrase("Where they stood"),
        situation=telling.read(told.situation),
        done_label=words.phrase("What was done"),
        done=telling.read(told.what_was_done),
        changes=telling.changes(told.results),
        quote=telling.read(told.quote),
        quote_by=telling.read(told.quote_by),
    )
    if _speaks_for_itself(telling, planned, chosen):
        block = Quote(
            quote=telling.read(told.quote),
            quote_by=telling.read(told.quote_by),
            story_label=words.phrase("What was done"),
            story=brief(telling.read(told.what_was_done), telling.language),
            changes=telling.changes(told.results)[:_QUOTED_FIGURES],
        )
    kicker = words.phrase("Success case · {products}", products=used)
    return (
        Slide(
            key=planned.key,
            kicker=kicker if used else words.phrase("Success case"),
            titles=_case_titles(telling, chosen),
            layout=LayoutName.TITLE_AND_CONTENT,
            body=block,
        ),
    )


def trust(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """The sources of trust (PRACTICE section 4), led by who we are."""
    words, company = telling.words, telling.side.company
    if not company.trust:
        return ()
    tiles = tuple(
        Tile(
            words.label(item.source),
            telling.read(item.proof) or telling.read(item.statement),
            OF_TRUST[item.source],
        )
        for item in company.trust
    )
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Why you can rely on us"),
            titles=(
                words.counted(
                    "{client} can check one reason to rely on {company}",
                    "{client} can check {count} reasons to rely on {company}",
                    len(tiles),
                    client=telling.client,
                    company=telling.company,
                ),
                words.phrase("You can check every reason to rely on us"),
            ),
            layout=LayoutName.TITLE_AND_CONTENT,
            body=Tiles(
                lead_label=telling.read(company.name),
                lead=telling.read(company.essence),
                tiles=tiles,
            ),
        ),
    )


def compliance(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """The rules that apply, what we bring to them, how we proceed."""
    words = telling.words
    rules = tuple(
        Point(telling.read(pressure.title), telling.read(pressure.source))
        for pressure in telling.side.pressures
        if pressure.source
    )
    proofs = tuple(
        Point(telling.read(item.statement), telling.read(item.proof))
        for item in telling.side.company.trust
        if item.source is TrustSource.CERTIFICATION
    )
    lists = [
        RuledList(words.phrase("What applies"), rules, Compliance.RULES.value),
        RuledList(words.phrase("What we bring"), proofs, Compliance.PROOFS.value),
    ]
    if not (rules or proofs):
        lists.extend(_facts_to_check(telling))
    lists.append(
        RuledList(words.phrase("How we proceed"), _procedure(telling), Compliance.PROCEDURE.value)
    )
    kept = tuple(ruled for ruled in lists if ruled.points)
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Compliance and process"),
            titles=_compliance_titles(telling, len(rules)),
            layout=LayoutName.TITLE_AND_CONTENT,
            body=RuledLists(lists=kept),
        ),
    )


def _speaks_for_itself(telling: Telling, planned: PlannedSlide, chosen: ChosenCase) -> bool:
    """True for the first case where a named customer is quoted; engineers want the whole story."""
    cases = [each for each in telling.side.storyline if each.kind is SlideKind.CASE]
    is_signed = bool(chosen.case.customer and chosen.case.quote and chosen.case.quote_by)
    return planned == cases[0] and is_signed and telling.side.audience is not Audience.TECHNICAL


def _case_titles(telling: Telling, chosen: ChosenCase) -> tuple[str, ...]:
    words, name = telling.words, telling.read(chosen.case.public_name)
    changes = telling.changes(chosen.case.results)
    titles: list[str] = []
    if changes:
        best = strongest(changes)
        reached = words.phrase(
            "{customer} has done it: {change}", customer=name, change=telling.moved(best)
        )
        titles.append(marked(telling, reached, best))
        titles.append(marked(telling, telling.moved(best), best))
    if name:
        titles.append(
            words.phrase(
                "{customer} stood where {client} stands today", customer=name, client=telling.client
            )
        )
    titles.append(words.phrase("Somebody else stood where you stand today"))
    return tuple(titles)


def _facts_to_check(telling: Telling) -> tuple[RuledList, ...]:
    """Each product's facts, for a reader who has no rule or proof to look at."""
    return tuple(
        RuledList(
            telling.read(item.product.name),
            tuple(Point(telling.read(f.name), telling.read(f.detail)) for f in item.product.facts),
        )
        for item in telling.side.proposals
    )


def _procedure(telling: Telling) -> tuple[Point, ...]:
    words = telling.words
    return (
        Point(words.phrase("Agree in writing what data are read and kept")),
        Point(words.phrase("Follow your approval steps")),
        Point(words.phrase("Give each open point an owner and a date")),
    )


def _compliance_titles(telling: Telling, rules: int) -> tuple[str, ...]:
    words = telling.words
    settled = words.phrase(
        "What applies to {client} is settled before anything is signed", client=telling.client
    )
    fixed = words.phrase("What applies is settled before anything is signed")
    if not rules:
        return settled, fixed
    counted = words.counted(
        "One set of rules applies to {client}; we settle it before anything is signed",
        "{count} sets of rules apply to {client}; we settle them before anything is signed",
        rules,
        client=telling.client,
    )
    return counted, settled, fixed
