"""Questions and objections are found over all packs and products."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.domain.industry import DiscoveryQuestion
from briefing_app.domain.offering import Objection
from briefing_app.domain.stakeholder import ConcernTopic
from briefing_app.domain.text import Text
from briefing_app.services.listing import objection_rows, question_rows
from briefing_app.store.store import Store
from tests.store.sample import INDUSTRY, PRODUCT

ASK = DiscoveryQuestion(
    question=Text("流失在哪一步？", "Where do users leave?"), purpose=Text("找痛点")
)
SAYS = Objection(topic=ConcernTopic.COST, says=Text("太贵", "Too dear"), answer=Text("算回报"))


def test_questions_are_told_with_their_pack(store: Store) -> None:
    store.save([replace(INDUSTRY, questions=(ASK, replace(ASK, question=Text("预算多少？"))))])
    assert [row.position for row in question_rows(store)] == [0, 1]
    (row,) = question_rows(store, "USERS leave")
    assert (row.industry, row.question) == (INDUSTRY.id, ASK)
    assert question_rows(store, "无此") == ()


def test_objections_are_told_of_industries_and_of_products(store: Store) -> None:
    store.save([replace(INDUSTRY, objections=(SAYS,)), replace(PRODUCT, objections=(SAYS,))])
    assert [row.kind for row in objection_rows(store, "太贵")] == ["industry", "product"]
    assert [row.kind for row in objection_rows(store, "行为")] == ["product"]
