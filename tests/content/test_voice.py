"""The shipped texts read right wherever they end up: in either industry, beside any number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing_app.domain.client import Client
from briefing_app.domain.offering import IndustryValue, OwnCompany, Product, SuccessCase
from briefing_app.domain.text import Text
from briefing_app.domain.values import Measure
from briefing_app.domain.visit import FollowUp
from tests.content.shipped import FILES, Found, every, name_of, parts, parts_of

OF_ONE_INDUSTRY = re.compile(
    "玩家|游戏|首发|外挂|盗号|数值|车主|车型|整车|"
    r"\b(?:player|game|title|cheat|car|vehicle|owner)s?\b",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile("[（()）]")

everywhere: list[Product | OwnCompany] = [*every(Product), *every(OwnCompany)]


@pytest.mark.parametrize("record", everywhere, ids=lambda record: record.id)
def test_what_every_client_may_read_speaks_of_no_single_industry(
    record: Product | OwnCompany,
) -> None:
    values = [part.place for part in parts(record) if isinstance(part.value, IndustryValue)]
    shared = [
        part
        for part in parts(record)
        if isinstance(part.value, Text) and not part.place.startswith(tuple(values))
    ]
    assert shared
    assert [part.place for part in shared if _is_of_one_industry(part)] == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_figure_says_one_of_several(path: Path) -> None:
    measures: list[Measure] = [found.value for found in parts_of(path, Measure)]
    plural = [m for m in measures if m.unit.en.endswith("s")]
    assert [m.label.en for m in plural if 1 in (m.before, m.after)] == []


@pytest.mark.parametrize("case", every(SuccessCase), ids=lambda case: case.id)
def test_a_customer_is_written_as_its_name_alone_and_marked_in_the_note(case: SuccessCase) -> None:
    names = (case.customer, case.anonymous_name, case.quote_by)
    assert [name for text in names for name in (text.zh, text.en) if IN_BRACKETS.search(name)] == []
    assert "虚构" in case.note.zh
    assert "fictional" in case.note.en
    assert all(result.is_example for result in case.results)


@pytest.mark.parametrize("follow_up", every(FollowUp), ids=lambda follow_up: follow_up.id)
def test_an_owner_is_a_company_and_a_person(follow_up: FollowUp) -> None:
    companies: list[OwnCompany | Client] = [*every(OwnCompany), *every(Client)]
    known = {(company.short_name.zh, company.short_name.en) for company in companies}
    zh, en = follow_up.owner.zh.split("，"), follow_up.owner.en.split(", ")
    assert (zh[0], en[0]) in known or "双方" in zh[0]
    assert len(zh) == len(en)


def _is_of_one_industry(part: Found) -> bool:
    return bool(OF_ONE_INDUSTRY.search(f"{part.value.zh}\n{part.value.en}"))
