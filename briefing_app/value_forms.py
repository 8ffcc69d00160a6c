"""Babel's forms of numbers and dates, loaded without pytz.

Where pytz is installed, because another library needs it, Babel looks its 600 zones up in the file
system before it formats anything: 80 ms. Without it Babel takes the standard library's zones.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _without_pytz() -> Iterator[None]:
    before = sys.modules.get("pytz")
    sys.modules["pytz"] = None  # type: ignore[assignment]  # how Python marks what is not there
    try:
        yield
    finally:
        if before is None:
            del sys.modules["pytz"]
        else:
            sys.modules["pytz"] = before


with _without_pytz():
    from babel.core import Locale
    from babel.dates import format_date, format_time
    from babel.lists import format_list
    from babel.numbers import (
        format_currency,
        format_decimal,
        format_percent,
        get_currency_precision,
    )

__all__ = [
    "Locale",
    "format_currency",
    "format_date",
    "format_decimal",
    "format_list",
    "format_percent",
    "format_time",
    "get_currency_precision",
]
