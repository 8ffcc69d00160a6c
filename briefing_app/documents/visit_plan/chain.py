"""Who decides: the decision chain with its gaps, and who should carry each product; warnings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing_app.documents.flow import Block, Item
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.visit_plan.blocks import (
    columns,
    led,
    marked,
    rows,
    table,
    text,
    texts,
)
from briefing_app.documents.visit_plan.look import WIDTH
from briefing_app.documents.visit_plan.plan import SIGNS, Part, PartName, Plan, item
from briefing_app.domain.client import Department
from briefing_app.domain.stakeholder import Support
from briefing_app.planning.briefing import Caution, KdmExpectation, RoleSeat, SeatState

_CHAIN = columns(WIDTH, 22, 46, 18, 14)
_KDM = columns(WIDTH, 19, 18, 18, 45)
_WARNING = columns(WIDTH, 21, 44, 35)


def chain_part(plan: Plan) -> Part:
    """The roles and who holds them, then the key decision maker by each proposed product."""
    return Part(
        PartName.CHAIN,
        (item(_chain_table(plan)), *_kdm_items(plan)),
        plan.wording.phrase("A role that nobody fills is where the project gets stuck."),
    )


def _chain_table(plan: Plan) -> Block:
    phrase = plan.wording.phrase
    headings = (phrase("Role"), phrase("Who"), phrase("How sure"), phrase("Met"))
    return table(headings, _CHAIN, (_seat(plan, seat) for seat in plan.team.chain), plan.look)


def _seat(plan: Plan, seat: RoleSeat) -> list[Block | None]:
    look, wording = plan.look, plan.wording
    role, who, state, met = _CHAIN.widths
    is_gap = seat.state is SeatState.EMPTY
    return [
        text(wording.label(seat.role), look.strong, role),
        text(wording.label(seat.state), look.strong, who)
        if is_gap
        else marked(_holders(plan, seat), look.body, who),
        None if is_gap else text(wording.label(seat.state), look.body, state),
        None if is_gap else text(_met(plan, seat), look.body if seat.is_met else look.strong, met),
    ]


def _holders(plan: Plan, seat: RoleSeat) -> Iterator[tuple[str, str]]:
    """The sign of support, and the name with the word for it."""
    for person_id in seat.people:
        known = plan.dossier.stakeholder(person_id)
        support = known.support if known else Support.UNKNOWN
        yield (
            SIGNS[support],
            plan.wording.run_on((plan.name_of(person_id), plan.wording.label(support))),
        )


def _met(plan: Plan, seat: RoleSeat) -> str:
    return plan.wording.phrase("yes") if seat.is_met else plan.wording.phrase("not yet")


def _kdm_items(plan: Plan) -> Iterator[Item]:
    if not plan.team.kdm:
        return
    phrase = plan.wording.phrase
    title = phrase("Who should carry each product, by its nature")
    yield item(text(title, plan.look.subheading, WIDTH), 18.0, leads=True)
    headings = (
        phrase("Product"),
        phrase("Key decision maker"),
        phrase("Must agree"),
        phrase("Why"),
    )
    yield item(table(headings, _KDM, (_kdm(plan, one) for one in plan.team.kdm), plan.look), 4.0)


def _kdm(plan: Plan, expected: KdmExpectation) -> list[Block | None]:
    look, wording = plan.look, plan.wording
    product, maker, agree, why = _KDM.widths
    name = wording.text(plan.dossier.product(expected.product_id).name)
    resist = led(wording.phrase("May resist:"), _departments(plan, expected.may_resist), look.small)
    return [
        text(name, look.strong, product),
        texts((paragraph(line, look.body) for line in _makers(plan, expected)), maker),
        texts(
            (paragraph(_departments(plan, expected.must_agree), look.body), resist),
            agree,
        ),
        texts((paragraph(plan.reasons(expected.because), look.small),), why),
    ]


def _makers(plan: Plan, expected: KdmExpectation) -> Iterator[str]:
    yield _departments(plan, expected.departments)
    if expected.decided_high_up:
        yield plan.wording.phrase("Decided high up")
    if not expected.one_person_can_carry_it:
        yield plan.wording.phrase("No one can carry it alone")


def _departments(plan: Plan, departments: Iterable[Department]) -> str:
    return plan.wording.listing(plan.wording.label(one) for one in departments)


def warnings_part(plan: Plan) -> Part:
    """What endangers the visit, the gravest first, each with what to do and why we say so."""
    cautions = plan.team.cautions
    if not cautions:
        none = plan.wording.phrase("Nothing to warn of.")
        return Part(PartName.WARNINGS, (item(text(none, plan.look.body, WIDTH)),))
    items: list[Item] = []
    for severity, group in groupby(cautions, key=lambda caution: caution.severity):
        title = text(plan.wording.label(severity), plan.look.subheading, WIDTH)
        items.append(item(title, 14.0, leads=True))
        items.append(item(_warning_table(plan, tuple(group)), 2.0))
    return Part(PartName.WARNINGS, tuple(items))


def _warning_table(plan: Plan, cautions: tuple[Caution, ...]) -> Block:
    phrase = plan.wording.phrase
    headings = (phrase("About"), phrase("What is wrong, and why we say so"), phrase("What to do"))
    return table(headings, _WARNING, (_warning(plan, one) for one in cautions), plan.look)


def _warning(plan: Plan, caution: Caution) -> list[Block | None]:
    look, wording = plan.look, plan.wording
    about, what, action = _WARNING.widths
    wrong = (
        text(wording.message(caution.message), look.body, what),
        texts((paragraph(plan.reasons(caution.because), look.small),), what),
    )
    return [
        text(wording.label(caution.kind), look.strong, about),
        rows(wrong, 1.5),
        text(wording.message(caution.action), look.body, action),
    ]
