"""Very many clients with ordinary names, each with a person, a project and a visit, for lists.

Nine of ten visits lie in the two years before `NOW`, the others in the weeks after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from briefing_app.domain.client import Client, Grade, Person
from briefing_app.domain.ids import ClientId, IndustryId, OpportunityId, PersonId, VisitId
from briefing_app.domain.opportunity import Intent, Opportunity, Stage
from briefing_app.domain.records import Record
from briefing_app.domain.text import Text
from briefing_app.domain.visit import Visit
from briefing_app.services.samples import load_packs
from briefing_app.store.store import Store

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
_BATCH = 2_000
_AHEAD = 50
"""One client in so many has a visit ahead."""

_CITIES = tuple(
    Text(zh, en)
    for zh, en in (
        ("北京", "Beijing"),
        ("上海", "Shanghai"),
        ("深圳", "Shenzhen"),
        ("重庆", "Chongqing"),
        ("杭州", "Hangzhou"),
        ("成都", "Chengdu"),
    )
)
_WORDS = "云海星河青禾蓝山远航华宇东方南江北辰天成金石瑞安博雅恒通思源明德嘉禾启明长风"
_TRADES = ("科技", "网络", "汽车", "软件", "互动娱乐", "智能", "数据", "物联")
_SURNAMES = "王李张刘陈杨赵黄周吴曾单解"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"


def load_many_clients(store: Store, count: int) -> None:
    """Load the industry packs and ``count`` clients, the same ones every time."""
    load_packs(store)
    for start in range(0, count, _BATCH):
        numbers = range(start, min(start + _BATCH, count))
        store.save(record for number in numbers for record in _client(number))


def _client(number: int) -> Iterator[Record]:
    chance = Random(number)
    city = chance.choice(_CITIES)
    word, trade = "".join(chance.choices(_WORDS, k=4)), chance.choice(_TRADES)
    client = Client(
        id=ClientId(f"many-client-{number:06}"),
        name=Text(f"{city.zh}{word}{trade}有限公司", f"{city.en} Example {number} Ltd"),
        short_name=Text(f"{word}{trade}", f"Example {number}"),
        industry=IndustryId(chance.choice(("games", "connected-vehicles"))),
        city=city,
        grade=chance.choices(tuple(Grade), (2, 8, 30, 60))[0],
        situation=Text("收入增长放缓，希望更清楚地了解用户。", "Growth slows; users are a riddle."),
    )
    yield client
    yield Person(
        id=PersonId(f"many-person-{number:06}"),
        client=client.id,
        name=Text(chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=2))),
        last_contact=(NOW - timedelta(days=chance.randrange(900))).date(),
    )
    project = Opportunity(
        id=OpportunityId(f"many-project-{number:06}"),
        client=client.id,
        name=Text("用户分析平台", "User analytics"),
        intent=chance.choice(tuple(Intent)),
    )
    yield project
    days = chance.randrange(1, 60) if number % _AHEAD == 0 else -chance.randrange(1, 730)
    visit = Visit(
        id=VisitId(f"many-visit-{number:06}"),
        opportunity=project.id,
        starts_at=NOW + timedelta(days=days, hours=chance.randrange(8)),
        stage=chance.choice(tuple(Stage)),
        purpose=Text("确认需求", "Confirm the needs"),
    )
    yield visit
    if days < -600:
        yield replace(visit, id=VisitId(f"{visit.id}-again"), starts_at=visit.starts_at)
