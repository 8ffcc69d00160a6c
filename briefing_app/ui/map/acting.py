"""What hands and keys do to the map, as acts of the user."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from briefing_app.documents.stakeholder_map.picture import Card, MapKind, MapPicture, Spot
from briefing_app.domain.ids import LineId, OpportunityId, PersonId
from briefing_app.domain.message import say
from briefing_app.domain.stakeholder import (
    BuyingRole,
    Coverage,
    Influence,
    LineKind,
    Support,
)
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.stakeholder_map import acts
from briefing_app.services.stakeholder_map.view import MapPerson
from briefing_app.ui.desk import Desk

if TYPE_CHECKING:
    from briefing_app.store.store import Store


class MapActs(QObject):
    """Acts on the map of one project; whoever listens to the desk hears what they changed.

    ``unchanged`` tells that an act changed nothing, or was refused: what a hand moved on the
    screen goes back then.
    """

    unchanged = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.opportunity = OpportunityId("")

    def support(self, person: PersonId, support: Support) -> None:
        """Say where somebody stands."""
        self._do_today(acts.set_support, person=person, support=support)

    def influence(self, person: PersonId, influence: Influence) -> None:
        """Say how much somebody weighs."""
        self._do_today(acts.set_influence, person=person, influence=influence)

    def roles(self, person: PersonId, roles: tuple[BuyingRole, ...]) -> None:
        """Say which roles somebody has."""
        self._do_today(acts.set_roles, person=person, roles=roles)

    def closer(self, one: MapPerson) -> None:
        """The next step of closeness; after the last the first."""
        steps = tuple(Coverage)
        now = one.known.coverage if one.known else Coverage.NONE
        following = steps[(steps.index(now) + 1) % len(steps)]
        self._do_today(acts.set_coverage, person=one.person.id, coverage=following)

    def drop(
        self, picture: MapPicture, card: Card, spot: Spot, one: MapPerson, *, adds: bool
    ) -> None:
        """Put somebody's card into another spot. In the chain the role of the old spot is given
        up, unless the new one ``adds`` to it."""
        match picture.kind:
            case MapKind.GRID if spot.influence is not None and spot.support is not None:
                self._do_today(
                    acts.set_position,
                    person=card.person,
                    influence=spot.influence,
                    support=spot.support,
                )
            case MapKind.CHAIN:
                given_up = picture.spot(card.spot).role
                self._cast(one, given_up=None if adds else given_up, taken=spot.role)
            case MapKind.TABLE:
                self._do(acts.set_owner, person=card.person, colleague=spot.colleague)

    def join(self, kind: LineKind, source: PersonId, target: PersonId) -> None:
        """Draw a line."""
        self._do(acts.draw_line, kind=kind, source=source, target=target)

    def remove_line(self, line: LineId) -> None:
        """Take a line off."""
        self._desk.act(partial(_call, acts.remove_line, line=line), self._done, self._failed)

    def take_off(self, one: MapPerson) -> None:
        """Take somebody off the map; who comes to the next visit is still shown."""
        self._do(acts.take_off_map, person=one.person.id)
        if one.attends:
            self._desk.tell(
                say(
                    "{name} comes to the next visit and is shown until then.",
                    name=one.person.name,
                )
            )

    def add(self, person: PersonId) -> None:
        """Put somebody of the client on the map."""
        self._do(acts.add_to_map, person=person)

    def placeholder(self, role: BuyingRole, then: Callable[[Any], None]) -> None:
        """Put somebody whom nobody has named on the map."""
        self._do_today(acts.add_placeholder, then, role=role)

    def newcomer(self, name: str, role: BuyingRole | None, then: Callable[[Any], None]) -> None:
        """Put somebody on the map who was not entered yet."""
        self._do_today(acts.add_new_person, then, name=name, role=role)

    def _cast(
        self, one: MapPerson, *, given_up: BuyingRole | None, taken: BuyingRole | None
    ) -> None:
        held = one.known.roles if one.known else ()
        wished = tuple(role for role in held if role is not given_up)
        if taken is not None:
            wished = (*wished, taken)
        self.roles(one.person.id, wished)

    def _do_today(
        self,
        act: Callable[..., Change],
        then: Callable[[Any], None] | None = None,
        **values: Any,
    ) -> None:
        self._do(act, then, today=self._desk.today(), **values)

    def _do(
        self,
        act: Callable[..., Change],
        then: Callable[[Any], None] | None = None,
        **values: Any,
    ) -> None:
        work = partial(_call, act, opportunity=self.opportunity, **values)
        self._desk.act(work, then or self._done, self._failed)

    def _done(self, change: Change) -> None:
        if not change.records:
            self.unchanged.emit()

    def _failed(self, error: UserError) -> None:
        self.unchanged.emit()
        self._desk.refused.emit(error)


def _call(act: Callable[..., Change], store: Store, **values: Any) -> Change:
    return act(store, **values)
