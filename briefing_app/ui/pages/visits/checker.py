"""Has every document of an export judged in the background, one after the other."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.ids import VisitId
from briefing_app.errors import UserError
from briefing_app.services.check_apart import CheckedDocument, CheckOrder, check_apart
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.gate_findings import JudgedView
from briefing_app.ui.desk import Desk
from briefing_app.ui.workers import Job, Lane

_Asked = tuple[VisitId, ExportWishes]


class Checker(QObject):
    """``told`` says that there is something new: ``views`` by document, ``judged_at`` once all
    are there, ``problem`` where they cannot be judged."""

    told = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: _Asked | None = None
        self._waiting: list[CheckOrder] = []
        self._at_work: CheckOrder | None = None
        self._job: Job | None = None
        self.views: dict[CheckedDocument, tuple[JudgedView, ...]] = {}
        self.judged_at: datetime | None = None
        self.problem: UserError | None = None

    @property
    def is_at_work(self) -> bool:
        """True while documents are being judged."""
        return self._at_work is not None

    def check(self, visit: VisitId, wishes: ExportWishes, first: CheckedDocument) -> None:
        """Judge what is not judged yet, one document before the others."""
        if self._asked == (visit, wishes):
            return
        self.forget()
        self._asked = (visit, wishes)
        order = (first, *(one for one in CheckedDocument if one is not first))
        today = self._desk.today()
        self._waiting = [
            CheckOrder(visit=visit, document=one, wishes=wishes, today=today) for one in order
        ]
        self._next()

    def forget(self) -> None:
        """What was judged may be otherwise by now; it is kept to be looked at until it is known."""
        if self._job is not None:
            self._job.cancel()
        self._asked = self._at_work = self._job = self.judged_at = self.problem = None
        self._waiting.clear()

    def clear(self) -> None:
        """What comes next is another visit."""
        self.forget()
        self.views.clear()

    def _next(self) -> None:
        self._at_work = self._waiting.pop(0) if self._waiting else None
        if self._at_work is None:
            self._job, self.judged_at = None, self._desk.now()
        else:
            self._job = self._desk.workers.run_apart(
                check_apart,
                then=self._take,
                failed=self._refused,
                lane=Lane.PREVIEW,
                data=self._desk.workers.data,
                order=self._at_work,
            )
        self.told.emit()

    def _take(self, views: tuple[JudgedView, ...]) -> None:
        if self._at_work is not None:
            self.views[self._at_work.document] = views
            self._next()

    def _refused(self, error: UserError) -> None:
        self.forget()
        self.problem = error
        self.told.emit()
