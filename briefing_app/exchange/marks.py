"""Words that mark what is not data in a workbook of ours."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.domain.text import Language
from briefing_app.exchange.naming import folded

EXAMPLE_MARK: Mapping[Language, str] = {Language.ZH: "示例：", Language.EN: "example: "}
"""Begins the first cell of an example row; an id cannot contain a colon."""

EXAMPLE_MARKS = tuple(folded(mark) for mark in EXAMPLE_MARK.values())
"""The marks of both languages, folded."""

EXPLANATION_MARK = "※"
"""Begins the first cell of the row that explains the columns."""

LISTS_TITLE = "_lists"
"""The hidden sheet with the words of the drop-downs."""
