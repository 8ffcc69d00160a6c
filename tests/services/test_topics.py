"""Topics are read by their names, as the industry in question calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.domain.ids import IndustryId
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.text import Text
from briefing_app.errors import UserError
from briefing_app.services.data_folder import open_data
from briefing_app.services.topics import topic_names, topics_to_choose

GAMES = IndustryId("games")


def test_an_industry_offers_its_own_topics_by_its_own_names(tmp_path: Path) -> None:
    with open_data(tmp_path) as store:
        offered = {one.id: one.name for one in topics_to_choose(store, GAMES)}
        assert offered == {one.slug: one.name for one in store.get(IndustryPack, GAMES).topics}


def test_what_industries_call_differently_has_all_its_names(tmp_path: Path) -> None:
    with open_data(tmp_path) as store:
        offered = {one.id: one.name for one in topics_to_choose(store)}
        for pack in store.all(IndustryPack):
            for topic in pack.topics:
                assert topic.name.zh in offered[topic.slug].zh.split(" / ")
                assert topic.name.en in offered[topic.slug].en.split(" / ")
        assert len(offered["in-car-services"].zh.split(" / ")) == 1


def test_a_topic_that_no_industry_has_is_told_by_its_slug(tmp_path: Path) -> None:
    with open_data(tmp_path) as store:
        known, unknown = topic_names(store, ("renewal", "night-shifts"))
        assert known == {one.id: one.name for one in topics_to_choose(store)}["renewal"]
        assert unknown == Text.same("night-shifts")


def test_an_industry_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with open_data(tmp_path) as store, pytest.raises(UserError):
        topics_to_choose(store, IndustryId("shipping"))
