"""Words that mark what is not data in a workbook of ours."""

from __future__ import annotations

EXAMPLE_MARK = "example:"
"""Begins the first cell of an example row; an id cannot contain a colon."""

EXPLANATION_MARK = "※"
"""Begins the first cell of the row that explains the columns."""

LISTS_TITLE = "_lists"
"""The hidden sheet with the words of the drop-downs."""
