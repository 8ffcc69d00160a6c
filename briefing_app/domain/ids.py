"""Ids of records: made by the app, sortable by the time they were made."""

from __future__ import annotations

import re
import time
from typing import NewType

ClientId = NewType("ClientId", str)
PersonId = NewType("PersonId", str)
OpportunityId = NewType("OpportunityId", str)
StakeholderId = NewType("StakeholderId", str)
NeedId = NewType("NeedId", str)
CompetitorId = NewType("CompetitorId", str)
LineId = NewType("LineId", str)
ProductId = NewType("ProductId", str)
CaseId = NewType("CaseId", str)
IndustryId = NewType("IndustryId", str)
CompanyId = NewType("CompanyId", str)
ColleagueId = NewType("ColleagueId", str)
VisitId = NewType("VisitId", str)
FollowUpId = NewType("FollowUpId", str)
SlideListId = NewType("SlideListId", str)
VisitRecordId = NewType("VisitRecordId", str)
LogoId = NewType("LogoId", str)
PhotoId = NewType("PhotoId", str)

ID_PATTERN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u
_TIME_DIGITS, _RANDOM_DIGITS = 10, 10


def new_id() -> str:
    """A new id as in UUIDv7: 48 bits of time in milliseconds, then 50 random bits, base 32."""
    import secrets  # brings much along, and is needed only for what is new

    milliseconds = time.time_ns() // 1_000_000
    return _digits(milliseconds, _TIME_DIGITS) + _digits(secrets.randbits(50), _RANDOM_DIGITS)


def _digits(number: int, length: int) -> str:
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))
