"""What the map shows: people, lines, four pictures in step, warnings, what a departure costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from briefing_app.documents.stakeholder_map.picture import MapKind, MapPicture, SheetFacts
from briefing_app.domain.client import Person
from briefing_app.domain.ids import OpportunityId, PersonId
from briefing_app.domain.message import Message, say
from briefing_app.domain.offering import Colleague
from briefing_app.domain.picture import Picture
from briefing_app.domain.stakeholder import BuyingRole, ConcernTopic, Line, Stakeholder
from briefing_app.domain.text import Language
from briefing_app.services.stakeholder_map.grounds import Fact
from briefing_app.wording import Wording, wording_in

if TYPE_CHECKING:  # the window knows what is shown; rules and store load where it is made
    from briefing_app.domain.dossier import Dossier
    from briefing_app.planning.briefing import Caution, RoleSeat, Severity, WarningKind
    from briefing_app.planning.departure import Departure
    from briefing_app.store.store import Store


@dataclass(frozen=True, kw_only=True, slots=True)
class MapWarning:
    """A warning with what to do and why. ``person`` is where to jump to, ``unsure`` the facts of
    theirs that it wants confirmed; where it is about nobody in particular, ``seen_in`` is the
    view that shows it, if one does."""

    about: WarningKind
    severity: Severity
    message: Message
    action: Message
    reasons: tuple[Message, ...]
    person: PersonId | None
    unsure: tuple[Fact, ...]
    seen_in: MapKind | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Loss:
    """What goes with a person; see `planning.departure.Departure`."""

    roles: tuple[BuyingRole, ...]
    actions: tuple[Message, ...]
    paths: tuple[tuple[PersonId, ...], ...]
    cut_off: tuple[PersonId, ...]

    @property
    def is_harmless(self) -> bool:
        """True when nothing hangs on the person alone."""
        return not any((self.roles, self.actions, self.paths, self.cut_off))


@dataclass(frozen=True, kw_only=True, slots=True)
class MapPerson:
    """Somebody on the map. ``known`` is ``None`` for who only attends or is joined by a line.
    While no concern is recorded ``usual_concerns`` are those that planning takes from the roles.
    """

    person: Person
    known: Stakeholder | None
    usual_concerns: tuple[ConcernTopic, ...]
    attends: bool
    loss: Loss


@dataclass(frozen=True, kw_only=True, slots=True)
class MapView:
    """The map of a project in a language. ``others`` are the client's people who are not on it,
    ``gaps`` the roles of the chain that nobody is known to have;
    ``portraits`` are the photos of people of the client; it ``lacks_photos`` where there are some
    that were left out."""

    opportunity: OpportunityId
    people: Mapping[PersonId, MapPerson]
    others: tuple[Person, ...]
    lines: tuple[Line, ...]
    colleagues: tuple[Colleague, ...]
    gaps: tuple[BuyingRole, ...]
    warnings: tuple[MapWarning, ...]
    pictures: Mapping[MapKind, MapPicture]
    sheet: SheetFacts
    language: Language
    portraits: Mapping[PersonId, Picture]
    lacks_photos: bool = False


def map_view(
    store: Store,
    opportunity_id: OpportunityId,
    *,
    today: date,
    language: Language,
    draws_photos: bool = True,
) -> MapView:
    """The map as it stands on ``today`` (a local day); UserError where there is no such project.

    Photos take a while when they are first made small. Without them the map is the same, with
    initials in their place.
    """
    from briefing_app.documents.stakeholder_map.portrait import portraits_in
    from briefing_app.planning.briefing import SeatState
    from briefing_app.planning.departure import departures
    from briefing_app.planning.prepare import prepare
    from briefing_app.services.planning_settings import planning_settings
    from briefing_app.services.stakeholder_map.project import project_dossier

    dossier = project_dossier(store, opportunity_id, today)
    team = prepare(dossier, today, planning_settings(store)).team_side
    wording = wording_in(language)
    portraits = portraits_in(dossier) if draws_photos else {}
    pictures = _pictures(dossier, team.chain, wording, portraits)
    lost = departures(dossier, today)
    shown = {card.person for card in pictures[MapKind.LINES].cards}
    return MapView(
        opportunity=dossier.opportunity.id,
        people={
            one.id: _person(dossier, one, lost[one.id]) for one in dossier.people if one.id in shown
        },
        others=tuple(one for one in dossier.people if one.id not in shown),
        lines=dossier.lines,
        colleagues=dossier.colleagues,
        gaps=tuple(seat.role for seat in team.chain if seat.state is SeatState.EMPTY),
        warnings=tuple(_warnings(team.cautions)),
        pictures=pictures,
        sheet=_sheet(dossier, wording, today),
        language=language,
        portraits=portraits,
        lacks_photos=bool(dossier.photos) and not draws_photos,
    )


def _pictures(
    dossier: Dossier,
    chain: tuple[RoleSeat, ...],
    wording: Wording,
    portraits: Mapping[PersonId, Picture],
) -> Mapping[MapKind, MapPicture]:
    from briefing_app.documents.stakeholder_map.pen import Pen
    from briefing_app.documents.stakeholder_map.pictures import PICTURES

    pen = Pen(dossier, chain, wording, portraits=portraits)
    return {kind: draw(pen) for kind, draw in PICTURES.items()}


def _sheet(dossier: Dossier, wording: Wording, today: date) -> SheetFacts:
    return SheetFacts(
        client=wording.text(dossier.client.display_name),
        project=wording.text(dossier.opportunity.name),
        drawn_on=today,
    )


def _person(dossier: Dossier, person: Person, lost: Departure) -> MapPerson:
    from briefing_app.planning.concerns import concerns_of
    from briefing_app.planning.facts import Contact
    from briefing_app.services.stakeholder_map.project import NOT_PLANNED

    known = dossier.stakeholder(person.id)
    concerns = concerns_of(Contact(person, known))
    return MapPerson(
        person=person,
        known=known,
        usual_concerns=tuple(topic for topic, _ in concerns.topics) if concerns.assumed else (),
        attends=dossier.visit.id != NOT_PLANNED and person.id in dossier.visit.attendees,
        loss=_loss(dossier, lost),
    )


def _loss(dossier: Dossier, lost: Departure) -> Loss:
    return Loss(
        roles=lost.roles,
        actions=tuple(_actions(dossier, lost)),
        paths=lost.paths,
        cut_off=lost.cut_off,
    )


def _actions(dossier: Dossier, lost: Departure) -> Iterator[Message]:
    from briefing_app.planning.days import local_day

    for step in lost.steps:
        yield say("Follow-up: {what}", what=step.what)
    for visit in lost.visits:
        day = local_day(visit.starts_at, dossier.client.time_zone)
        yield say("Visit on {day}: {purpose}", day=day, purpose=visit.purpose)
    for need in lost.needs:
        yield say("Need that nobody else raised: {need}", need=need.statement)


def _warnings(cautions: tuple[Caution, ...]) -> Iterator[MapWarning]:
    """Those that the map can mend; the others are about a visit's content and stand with it."""
    from briefing_app.planning.briefing import WarningKind
    from briefing_app.planning.cautions import ABOUT_PEOPLE

    views = {
        WarningKind.MISSING_ROLE: MapKind.CHAIN,
        WarningKind.NO_CHAMPION: MapKind.GRID,
        WarningKind.NO_OPPONENT_MARKED: MapKind.GRID,
    }
    for caution in cautions:
        if caution.kind in ABOUT_PEOPLE:
            yield MapWarning(
                about=caution.kind,
                severity=caution.severity,
                message=caution.message,
                action=caution.action,
                reasons=tuple(reason.message for reason in caution.because),
                person=caution.person,
                unsure=tuple(_unsure(caution)),
                seen_in=views.get(caution.kind),
            )


def _unsure(caution: Caution) -> Iterator[Fact]:
    """The facts whose grounds a warning rests on."""
    grounds = {ref.field for reason in caution.because for ref in reason.facts}
    yield from (fact for fact in Fact if fact.evidence_field in grounds)
