"""Documents are judged one by one as an export judges them together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from briefing_app.domain.ids import VisitId
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import Visit
from briefing_app.services.check_apart import CheckedDocument, CheckOrder, check_apart
from briefing_app.services.editing import change_field
from briefing_app.services.export import check_visit
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.making.make import MAKERS
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import open_store

VISIT = VisitId(DEMO_VISITS[0])
TODAY = date(2026, 11, 20)
WISHES = ExportWishes(language=Language.EN)


def test_what_is_checked_is_what_an_export_holds() -> None:
    assert [one.label for one in CheckedDocument] == [step.msgid for step, _ in MAKERS.steps]


def test_the_check_finds_what_keeps_the_export_in(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        load_samples(store)
        words = Text.same("As agreed with Chengye Connected")
        change_field(store, kind="visit", record_id=VISIT, field="purpose", value=words)
        assert store.get(Visit, VISIT).purpose == words
        report = check_visit(store, VISIT, wishes=WISHES, today=TODAY)
    found = set()
    for document in CheckedDocument:
        order = CheckOrder(visit=VISIT, document=document, wishes=WISHES, today=TODAY)
        for view in check_apart(tmp_path, order):
            found |= {(view.title, one.page, one.problem) for one in view.findings}
    exported = {
        (document.title, breach.page, breach.problem)
        for document in report.documents
        for breach in document.breaches
    }
    assert exported
    assert found >= exported  # files are judged as well, where the pages of others keep it in
