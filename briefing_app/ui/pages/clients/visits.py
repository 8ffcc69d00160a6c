"""A client's visits, the latest first, and planning another one."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu

from briefing_app.domain.lists import VisitRow
from briefing_app.services.client_view import ClientView
from briefing_app.services.creating import Created, create_visit
from briefing_app.ui.days import relative_day
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.lists.delegate import RowFace
from briefing_app.ui.lists.view import LazyList
from briefing_app.ui.look import Role
from briefing_app.ui.look.look import STEP
from briefing_app.ui.pages.clients.fixed import FixedRows
from briefing_app.ui.pages.clients.opportunities import ProjectLine
from briefing_app.ui.pages.clients.tab import ClientTab
from briefing_app.ui.widgets import button, column, row


class VisitsTab(ClientTab):
    """Enter or a double click leads to a visit."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        wording = desk.wording
        self._projects: tuple[tuple[str, str], ...] = ()
        self.new_project = ProjectLine(desk)
        self.list = LazyList(desk, wording.phrase("Visits"), self._face, self.new_project)
        self.list.opened.connect(self._open)
        self.plan = button(wording.phrase("Plan a visit"), self._plan)
        self.setLayout(column(row(self.plan, None), self.list, margin=STEP))

    def fill(self, view: ClientView) -> None:
        """Show a client's visits."""
        wording = self._desk.wording
        self._projects = tuple(
            (one.opportunity.id, wording.text(one.opportunity.name)) for one in view.opportunities
        )
        self.new_project.wait_for(view.client.id)
        self.new_project.setVisible(not self._projects)
        self.plan.setEnabled(bool(self._projects))
        none = (
            wording.phrase("No visit yet. Plan the first one.")
            if self._projects
            else wording.phrase("A visit is about a project: enter the first one.")
        )
        self.list.show_query(FixedRows(view.visits), none)

    def _face(self, visit: VisitRow) -> RowFace:
        wording, today = self._desk.wording, self._desk.today()
        day = visit.starts_at.date()
        is_past = day < today
        if is_past and not visit.is_recorded:
            state, role = wording.phrase("Not written down yet"), Role.WARN
        else:
            state, role = relative_day(wording, day, today), Role.MUTED
        return RowFace(
            title=wording.text(visit.purpose),
            below=f"{wording.moment(visit.starts_at)} · {wording.text(visit.opportunity_name)}",
            right=state,
            right_below=wording.label(visit.stage),
            right_role=role,
        )

    def _open(self, visit_id: str) -> None:
        self._desk.go(Place("visits", visit_id))

    def _plan(self) -> None:
        if len(self._projects) == 1:
            self._plan_for(self._projects[0][0])
            return
        menu = QMenu(self)
        for key, name in self._projects:
            menu.addAction(name, partial(self._plan_for, key))
        menu.exec(self.plan.mapToGlobal(self.plan.rect().bottomLeft()))
        menu.deleteLater()

    def _plan_for(self, opportunity: str) -> None:
        desk = self._desk
        work = partial(
            create_visit, opportunity=opportunity, now=desk.now(), user=desk.preferences.user
        )
        desk.act(work, self._planned)

    def _planned(self, created: Created) -> None:
        self._open(created.record_id)
