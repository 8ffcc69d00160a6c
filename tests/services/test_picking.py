"""What there is to choose from."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.domain.ids import IndustryId
from briefing_app.domain.text import Text
from briefing_app.services.picking import Choice, industries_by_use
from briefing_app.store.store import Store
from tests.store.sample import INDUSTRY


def test_the_industry_of_most_clients_is_offered_first(filled: Store) -> None:
    idle = replace(INDUSTRY, id=IndustryId("a-idle"), name=Text("阿", "Aardvarks"))
    filled.save([idle])
    assert industries_by_use(filled) == (
        Choice(INDUSTRY.id, INDUSTRY.name),
        Choice(idle.id, idle.name),
    )
