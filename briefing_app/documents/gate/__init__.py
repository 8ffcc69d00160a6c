"""The export gate: what may not leave.

All documents of an export are judged before any file is written, and the written files once
more. A breach names page, box and remedy; an export with a breach is not written.
"""

from __future__ import annotations

from briefing_app.documents.gate.breach import Breach, BreachKind, Remark
from briefing_app.documents.gate.checks import inspect
from briefing_app.documents.gate.mention import Mention, Reason
from briefing_app.documents.gate.prices import Prices
from briefing_app.documents.gate.report import (
    GateReport,
    JudgedDocument,
    judged,
    let_document_pass,
    let_pass,
    remarks_of,
    withheld,
)
from briefing_app.documents.gate.words import (
    NOTHING_FORBIDDEN,
    Forbidden,
    WordList,
    forbidden_words,
)

__all__ = [
    "NOTHING_FORBIDDEN",
    "Breach",
    "BreachKind",
    "Forbidden",
    "GateReport",
    "JudgedDocument",
    "Mention",
    "Prices",
    "Reason",
    "Remark",
    "WordList",
    "forbidden_words",
    "inspect",
    "judged",
    "let_document_pass",
    "let_pass",
    "remarks_of",
    "withheld",
]
