"""What the export gate finds: each with its page, what to do, and a jump to both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefing_app.domain.meant import SetAside
from briefing_app.services.gate_findings import GateFinding, GateRemark, JudgedView
from briefing_app.ui.desk import Desk
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, card, clear, column, label, row, scrolling, set_tone


class GatePanel(QWidget):
    """``page_wanted`` gives the title (a message id) of a document and the number of a page,
    ``mend_wanted`` where to mend, ``meant`` the findings (`SetAside`) that the user says are
    right, ``taken_back`` one that counts again."""

    page_wanted = Signal(str, int)
    mend_wanted = Signal(object)
    meant = Signal(object)
    taken_back = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: QVBoxLayout = column(margin=STEP, space=2 * STEP)
        inside = QWidget()
        inside.setLayout(self._rows)
        self._state = label("", "caption")
        self._state.hide()
        self._state.setContentsMargins(STEP, STEP, STEP, 0)
        whole = column(self._state)
        whole.addWidget(scrolling(inside), 1)
        self.setLayout(whole)
        self.show_documents(())

    def tell(self, words: str, tone: str = "muted") -> None:
        """Say when documents were judged, or that they are."""
        self._state.setText(words)
        self._state.setVisible(bool(words))
        set_tone(self._state, "tone", tone)

    def show_documents(self, documents: Sequence[JudgedView]) -> None:
        """Show what was found in these documents, those that are kept in first."""
        phrase = self._desk.wording.phrase
        clear(self._rows)
        if not documents:
            self._rows.addWidget(label(phrase("Nothing was checked yet."), tone="muted"))
        for document in sorted(documents, key=_weight):
            self._rows.addWidget(self._document(document))
        self._rows.addStretch(1)

    def _document(self, view: JudgedView) -> QFrame:
        wording = self._desk.wording
        parts = [label(wording.message(view.title), "heading")]
        blocks = [self._finding(view, finding) for finding in view.findings]
        blocks += [self._remark(view, remark) for remark in view.remarks]
        meant = {finding.identity: finding for finding in view.meant}
        blocks += [self._set_aside(finding) for finding in meant.values()]
        if view.lets_pass:
            words = wording.phrase("Nothing keeps it in: it can be shown as it is.")
            parts.append(label(words, tone="good"))
        return card(*parts, *blocks, space=2 * STEP)

    def _finding(self, view: JudgedView, finding: GateFinding) -> QWidget:
        wording, phrase = self._desk.wording, self._desk.wording.phrase
        where = finding.box
        if finding.page:
            where = phrase("page {page}, “{box}”", page=finding.page, box=finding.box)
        caption = phrase("{label}: {value}", label=finding.kind, value=where)
        return _block(
            label(caption, "caption"),
            label(wording.message(finding.problem), tone="bad"),
            label(wording.message(finding.remedy)),
            *([label(finding.around, tone="muted")] if finding.around else []),
            actions=self._actions(view, finding),
        )

    def _actions(self, view: JudgedView, finding: GateFinding) -> Iterator[QWidget]:
        phrase = self._desk.wording.phrase
        if finding.page:
            yield button(phrase("Show the page"), partial(self._show, view, finding.page))
        if finding.mend is not None:
            yield button(phrase("Mend"), partial(self._mend, view, finding))
        if finding.may_be_meant:
            tip = phrase(
                "The word is right here: let it through in this document, for as long as it stands"
                " in the same words."
            )
            same = view.of_same_word(finding)
            yield button(phrase("It is meant"), partial(self._mean, same), tip=tip)

    def _set_aside(self, finding: GateFinding) -> QWidget:
        phrase = self._desk.wording.phrase
        back = partial(self._take_back, finding.identity)
        tip = phrase("Let it keep the document in again.")
        return _block(
            label(phrase("Let through, for it is meant: “{word}”", word=finding.word)),
            *([label(finding.around, tone="muted")] if finding.around else []),
            actions=[button(phrase("Take back"), back, tip=tip)],
        )

    def _remark(self, view: JudgedView, remark: GateRemark) -> QWidget:
        wording, phrase = self._desk.wording, self._desk.wording.phrase
        where = phrase("page {page}, “{box}”", page=remark.page, box=remark.box)
        show = button(phrase("Show the page"), partial(self._show, view, remark.page))
        return _block(
            label(where, "caption"),
            label(wording.message(remark.says), tone="warn"),
            actions=[show],
        )

    def _show(self, view: JudgedView, page: int, _checked: object = None) -> None:
        self.page_wanted.emit(view.title.msgid, page)

    def _mend(self, view: JudgedView, finding: GateFinding, _checked: object = None) -> None:
        """Lead to the page first: what mends a slide shows the one that is looked at."""
        if finding.page:
            self._show(view, finding.page)
        self.mend_wanted.emit(finding.mend)

    def _mean(self, findings: Sequence[SetAside], _checked: object = None) -> None:
        self.meant.emit(findings)

    def _take_back(self, finding: SetAside, _checked: object = None) -> None:
        self.taken_back.emit(finding)


def _weight(view: JudgedView) -> tuple[int, int]:
    return -len(view.findings), -len(view.remarks)


def _block(*parts: QWidget, actions: Iterable[QWidget]) -> QWidget:
    made = QWidget()
    made.setLayout(column(*parts, row(*actions, None), space=2))
    return made
