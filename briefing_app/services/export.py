"""Exporting a visit: its documents in a folder, and a record of what went into them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.documents.gate import GateReport, remarks_of, withheld
from briefing_app.documents.theme import load_theme
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.export_record import ExportKind, ExportRecord
from briefing_app.domain.ids import VisitId
from briefing_app.domain.message import Message, say
from briefing_app.files import refuse_file_in_the_way, write_folder
from briefing_app.planning.briefing import Briefing
from briefing_app.services.corporate_template import wished_template
from briefing_app.services.export_folder import folder_name
from briefing_app.services.export_inputs import inputs_digest, is_as_exported
from briefing_app.services.export_recording import Occasion, recorded
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.forbidden import forbidden_for
from briefing_app.services.interrupts import uninterrupted
from briefing_app.services.making.draft import DocumentOrder
from briefing_app.services.making.make import MAKERS, Makers, judge_documents, judge_drafts
from briefing_app.services.prepare import prepare_briefing
from briefing_app.services.progress import Progress, silent
from briefing_app.services.setting_aside import honouring
from briefing_app.services.slide_list import notices
from briefing_app.services.used_facts import used_facts
from briefing_app.store.store import Store

if TYPE_CHECKING:  # document engines load on use
    from briefing_app.documents.deck.corporate.reading import CorporateTemplate


@dataclass(frozen=True, slots=True)
class Export:
    """What was written where, and the record that the store keeps of it.

    ``readiness`` tells of 100 how well the visit is prepared, ``notices`` what to check: what
    the gate remarked, and what changed about decks whose slides the user set.
    """

    folder: Path
    files: tuple[Path, ...]
    record: ExportRecord
    readiness: int
    notices: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Withheld:
    """What the gate kept in; nothing was written."""

    report: GateReport
    dossier: Dossier


def export_visit(
    store: Store,
    visit_id: VisitId,
    *,
    out: Path,
    wishes: ExportWishes,
    today: date,
    now: datetime,
    progress: Progress = silent,
    makers: Makers = MAKERS,
) -> Export:
    """Write the documents of a visit, those of ``makers``, to a folder in ``out``; see
    `folder_name`.

    All files are written or none. Raises UserError when the gate keeps a document in or the
    folder cannot be written, and for a template that cannot or must not be used.
    """
    done = export_or_withhold(
        store,
        visit_id,
        out=out,
        wishes=wishes,
        today=today,
        now=now,
        progress=progress,
        makers=makers,
    )
    if isinstance(done, Withheld):
        raise withheld(done.report)
    return done


def export_or_withhold(
    store: Store,
    visit_id: VisitId,
    *,
    out: Path,
    wishes: ExportWishes,
    today: date,
    now: datetime,
    progress: Progress = silent,
    makers: Makers = MAKERS,
) -> Export | Withheld:
    """The same, but what the gate keeps in is an answer and no error."""
    wishes = honouring(store, visit_id, wishes)
    template = wished_template(wishes)
    briefing = prepare_briefing(store, visit_id, today=today, audiences=wishes.audiences)
    folder = out / folder_name(store, briefing, wishes.language)
    refuse_file_in_the_way(folder)  # before the user waits for documents
    order = _order(store, briefing, wishes, template)
    making = judge_documents(order, progress, makers)
    if not making.report.lets_pass:
        return Withheld(making.report, briefing.team_side.dossier)
    occasion = Occasion(
        kind=makers.kind,
        folder=folder,
        language=wishes.language,
        now=now,
        visit=visit_id,
        inputs=inputs_digest(briefing, wishes, _steps(makers)),
        meant=_let_through(making.report, wishes),
    )
    record, content = recorded(occasion, making, tuple(used_facts(briefing)))
    progress(say("Write the files"), makers.all_steps, makers.all_steps)
    with uninterrupted(), store.change():  # no files without their record, nor the other way
        store.add_export(record, content)
        write_folder(folder, {document.name: document.content for document in making.documents})
    return Export(
        folder,
        tuple(folder / document.name for document in making.documents),
        record,
        briefing.team_side.readiness.score,
        (*remarks_of(making.report), *_notices(order, makers)),
    )


def _let_through(report: GateReport, wishes: ExportWishes) -> tuple[str, ...]:
    """The words that the gate did not stop at, for they are meant."""
    found = (breach.word for document in report.documents for breach in document.meant)
    return tuple(dict.fromkeys((*wishes.meant, *found)))


def _notices(order: DocumentOrder, makers: Makers) -> Iterator[Message]:
    """What to check in decks whose slides the user set."""
    if makers.kind is not ExportKind.DOCUMENTS:
        return
    for deck in order.decks:
        side = order.briefing.side_of(deck.plan)
        yield from notices(side, deck.plan, deck.slides, order.wishes.language)


def current_export(
    store: Store,
    visit_id: VisitId,
    *,
    out: Path,
    wishes: ExportWishes,
    today: date,
    makers: Makers = MAKERS,
) -> ExportRecord | None:
    """The export of a visit that another one would only repeat, as far as facts and wishes go.

    ``None`` where there is none, or where a file of it was changed or is gone.
    """
    wishes = honouring(store, visit_id, wishes)
    records = store.exports(visit_id)
    if not any(record.inputs for record in records):
        return None
    briefing = prepare_briefing(store, visit_id, today=today, audiences=wishes.audiences)
    folder = (out / folder_name(store, briefing, wishes.language)).resolve()
    inputs = inputs_digest(briefing, wishes, _steps(makers))
    for record in reversed(records):
        if record.inputs == inputs and Path(record.folder) == folder and is_as_exported(record):
            return record
    return None


def _steps(makers: Makers) -> tuple[Message, ...]:
    return tuple(step for step, _ in makers.steps)


def check_visit(
    store: Store,
    visit_id: VisitId,
    *,
    wishes: ExportWishes,
    today: date,
    progress: Progress = silent,
) -> GateReport:
    """How the export gate judges a visit's documents; nothing is written."""
    wishes = honouring(store, visit_id, wishes)
    briefing = prepare_briefing(store, visit_id, today=today, audiences=wishes.audiences)
    order = _order(store, briefing, wishes, wished_template(wishes))
    return judge_documents(order, progress).report


def check_document(
    store: Store, visit_id: VisitId, *, document: str, wishes: ExportWishes, today: date
) -> tuple[GateReport, Dossier]:
    """The same of one document, by the message id of its step in an export; and the facts."""
    wishes = honouring(store, visit_id, wishes)
    briefing = prepare_briefing(store, visit_id, today=today, audiences=wishes.audiences)
    order = _order(store, briefing, wishes, wished_template(wishes))
    maker = next(maker for step, maker in MAKERS.steps if step.msgid == document)
    making = judge_drafts(tuple(maker(order)), order.theme, wishes.let_through)
    return making.report, briefing.team_side.dossier


def _order(
    store: Store, briefing: Briefing, wishes: ExportWishes, template: CorporateTemplate | None
) -> DocumentOrder:
    return DocumentOrder(
        briefing=briefing,
        wishes=wishes,
        theme=load_theme(wishes.theme),
        forbidden=forbidden_for(store, briefing),
        template=template,
    )
