"""The departure drill on the map: somebody is taken out for a moment, and nothing is stored."""

from __future__ import annotations

from briefing_app.domain.ids import PersonId
from briefing_app.services.stakeholder_map.view import MapView
from briefing_app.ui.announcing import announce
from briefing_app.ui.desk import Desk
from briefing_app.ui.map.canvas import MapCanvas
from briefing_app.ui.map.side import MapSide


class Drill:
    """Who is ``gone`` fades on the picture; beside it stands what goes with them."""

    def __init__(self, desk: Desk, canvas: MapCanvas, side: MapSide) -> None:
        self._desk = desk
        self._canvas = canvas
        self._side = side
        self.gone: PersonId | None = None

    def switch(self, view: MapView | None, person: PersonId | None) -> None:
        """Take somebody out, or bring back who is."""
        self._take(view, None if self.gone is not None else person)

    def follow(self, view: MapView | None, person: PersonId | None) -> None:
        """During the drill, take out who was selected in the place of who is."""
        if self.gone is not None and person is not None:
            self._take(view, person)

    def fade(self, view: MapView | None) -> None:
        """Show on the picture who is gone, and who is out of reach then."""
        one = view.people.get(self.gone) if view and self.gone else None
        self._canvas.take_out(self.gone, one.loss.cut_off if one else ())

    def show(self, view: MapView | None) -> None:
        """Show who is gone on the picture and beside it."""
        self.fade(view)
        self._side.show_drill(view, self.gone)

    def _take(self, view: MapView | None, person: PersonId | None) -> None:
        self.gone = person
        self.show(view)
        over = self._desk.wording.phrase("The drill is over. Everybody is there again.")
        announce(self._canvas, over if person is None else ". ".join(self._side.drill.lines()))
