"""What the store keeps of an export: the same for a visit's documents and for case books."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefing_app.documents.gate import remarks_of
from briefing_app.domain.export_record import (
    ExportContent,
    ExportedFile,
    ExportKind,
    ExportRecord,
    UsedFact,
)
from briefing_app.domain.ids import IndustryId, VisitId, new_id
from briefing_app.domain.text import Language
from briefing_app.services.making.make import Document, Making
from briefing_app.wording import wording_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What was exported of what, when and for whom; ``now`` is aware."""

    kind: ExportKind
    folder: Path
    language: Language
    now: datetime
    visit: VisitId | None = None
    industry: IndustryId | None = None
    inputs: str = ""
    meant: tuple[str, ...] = ()


def recorded(
    occasion: Occasion, making: Making, facts: Sequence[tuple[UsedFact, str]]
) -> tuple[ExportRecord, ExportContent]:
    """The record of what was made, and what it said; ``facts`` come with their values."""
    wording = wording_in(occasion.language)
    record = ExportRecord(
        id=new_id(),
        kind=occasion.kind,
        visit=occasion.visit,
        industry=occasion.industry,
        made_at=occasion.now.astimezone(UTC),
        language=occasion.language,
        folder=str(occasion.folder.resolve()),
        files=tuple(map(_exported, making.documents)),
        facts=tuple(fact for fact, _value in facts),
        inputs=occasion.inputs,
        meant=occasion.meant,
        remarks=tuple(map(wording.message, remarks_of(making.report))),
    )
    values = tuple(value for _fact, value in facts)
    return record, ExportContent(values=values, decks=making.said)


def _exported(document: Document) -> ExportedFile:
    return ExportedFile(
        name=document.name,
        sha256=hashlib.sha256(document.content).hexdigest(),
        size=len(document.content),
        edition=document.edition,
    )
