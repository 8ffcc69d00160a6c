"""A team plans with thresholds of its own, everywhere, and takes them back like anything else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Client, Grade, Person
from briefing_app.domain.ids import ClientId, PersonId
from briefing_app.domain.text import Language
from briefing_app.domain.values import Money
from briefing_app.errors import UserError
from briefing_app.planning.settings import PlanningSettings
from briefing_app.planning.thresholds import THRESHOLDS, with_threshold
from briefing_app.services import undoing
from briefing_app.services.data_folder import open_data
from briefing_app.services.export import export_visit
from briefing_app.services.export_inputs import inputs_digest
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.planning_settings import (
    KIND,
    planning_settings,
    reset_thresholds,
    set_threshold,
    threshold_rows,
)
from briefing_app.services.prepare import prepare_briefing
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.services.slide_list import planned_deck
from briefing_app.services.stakeholder_map.view import map_view
from briefing_app.services.today import today_view
from briefing_app.store.store import Store

TODAY = date(2026, 11, 30)
NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)
VISIT = DEMO_VISITS[0]


@pytest.fixture
def samples(tmp_path: Path) -> Iterator[Store]:
    """The sample clients, in a folder of their own."""
    with open_data(tmp_path / "data") as store:
        load_samples(store)
        yield store


def test_a_team_that_set_nothing_plans_as_usual(samples: Store) -> None:
    assert planning_settings(samples) == PlanningSettings()
    assert all(row.is_usual for row in threshold_rows(samples))


def test_every_threshold_is_a_setting_with_a_usual_value_within_its_limits() -> None:
    known = {field.name for field in fields(PlanningSettings)}
    for one in THRESHOLDS:
        assert one.name in known
        assert with_threshold(PlanningSettings(), one.name, None) == PlanningSettings()


def test_a_change_is_one_act_that_can_be_taken_back_and_done_again(samples: Store) -> None:
    change = set_threshold(samples, name="questions", value=5)
    assert change.records == ((KIND, "questions"),)
    assert planning_settings(samples).questions == 5
    undone = undoing.undo(samples)
    assert undone == change
    assert planning_settings(samples).questions == 12
    undoing.redo(samples)
    set_threshold(samples, name="questions", value=6)
    undoing.undo(samples)
    assert planning_settings(samples).questions == 5


def test_the_same_value_again_is_no_act(samples: Store) -> None:
    before = undoing.undo_state(samples)
    assert set_threshold(samples, name="questions", value=12).records == ()
    assert undoing.undo_state(samples) == before


def test_as_usual_takes_all_back_in_one_act(samples: Store) -> None:
    set_threshold(samples, name="telephone_below", value=Money(20_000_00))
    set_threshold(samples, name="questions", value=5)
    assert len(reset_thresholds(samples).records) == 2
    assert planning_settings(samples) == PlanningSettings()
    undoing.undo(samples)
    assert planning_settings(samples).telephone_below == Money(20_000_00)


def test_what_is_set_to_nothing_is_as_usual_again(samples: Store) -> None:
    set_threshold(samples, name="visits_above", value=Money(80_000_00))
    set_threshold(samples, name="visits_above", value=None)
    assert planning_settings(samples) == PlanningSettings()


def test_thresholds_stay_in_the_data(samples: Store, tmp_path: Path) -> None:
    set_threshold(samples, name="large_deal_from", value=Money(90_000_00, "USD"))
    with open_data(tmp_path / "data") as another:
        assert planning_settings(another).large_deal_from == Money(90_000_00, "USD")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("stale_after_days", 2, "from 3 to 730"),
        ("executive_slides", 0, "from 5 to 20"),
        ("proposal_score", 101, "from 1 to 100"),
        ("telephone_below", Money(0), "above zero"),
        ("telephone_below", Money(60_000_00), "may not be more than"),
        ("visits_above", Money(9_000_00), "may not be more than"),
        ("visits_above", Money(2_000_000_00), "may not be more than"),
        ("stale_after_days_key_client", 61, "may not be more than"),
        ("stale_after_days", 29, "may not be more than"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_nothing_kept(
    samples: Store, name: str, value: int | Money, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        set_threshold(samples, name=name, value=value)
    assert planning_settings(samples) == PlanningSettings()


def test_amounts_in_two_currencies_have_no_order(samples: Store) -> None:
    set_threshold(samples, name="telephone_below", value=Money(1_500_00, "USD"))
    assert planning_settings(samples).telephone_below.currency == "USD"


def test_plan_and_deck_go_by_the_team_s_thresholds(samples: Store) -> None:
    set_threshold(samples, name="questions", value=4)
    set_threshold(samples, name="objections", value=1)
    set_threshold(samples, name="other_slides", value=9)
    set_threshold(samples, name="executive_slides", value=5)
    set_threshold(samples, name="proposed_products", value=1)
    set_threshold(samples, name="shown_cases", value=1)
    wished = (Audience.EXECUTIVE, Audience.TECHNICAL)
    team = prepare_briefing(samples, VISIT, today=TODAY, audiences=wished).team_side
    assert (len(team.questions), len(team.objections)) == (4, 1)
    assert [len(deck.slides) for deck in team.decks] == [5, 9]
    assert sum(fit.is_proposed for fit in team.products) == 1
    assert sum(fit.is_shown for fit in team.cases) == 1
    deck = planned_deck(samples, VISIT, today=TODAY, audience=Audience.EXECUTIVE)
    assert len(deck.plan.slides) == 5


def test_the_sales_mode_follows_the_team_s_amounts(samples: Store) -> None:
    usual = prepare_briefing(samples, VISIT, today=TODAY).team_side.strategy
    amount = samples.dossier(VISIT).opportunity.amount
    assert amount
    for name in ("large_deal_from", "visits_above", "telephone_below"):
        set_threshold(samples, name=name, value=Money(amount.minor + 1_00, amount.currency))
    assert prepare_briefing(samples, VISIT, today=TODAY).team_side.strategy != usual


def test_the_map_warns_by_the_team_s_days(samples: Store) -> None:
    opportunity = samples.dossier(VISIT).opportunity.id
    last = TODAY - timedelta(days=20)
    samples.save(replace(one, last_contact=last) for one in samples.all(Person))

    def neglected() -> int:
        seen = map_view(samples, opportunity, today=TODAY, language=Language.EN)
        return sum("20 days" in str(one.message) for one in seen.warnings)

    assert neglected() == 0
    set_threshold(samples, name="stale_after_days_key_client", value=10)
    assert neglected() > 0


def test_today_tells_who_has_gone_quiet_by_the_team_s_days(samples: Store) -> None:
    model = samples.all(Client)[0]
    quiet = replace(model, id=ClientId("quiet"), grade=Grade.B)
    met = replace(
        samples.all(Person)[0],
        id=PersonId("met"),
        client=quiet.id,
        last_contact=TODAY - timedelta(days=45),
    )
    samples.save([quiet, met])

    def stale() -> list[str]:
        view = today_view(samples, today=TODAY, now=NOW, language=Language.EN)
        return [client.id for client in view.stale]

    assert "quiet" not in stale()
    set_threshold(samples, name="stale_after_days", value=40)
    assert "quiet" in stale()


def test_an_export_with_other_thresholds_is_another_one(samples: Store) -> None:
    def digest() -> str:
        briefing = prepare_briefing(samples, VISIT, today=TODAY)
        return inputs_digest(briefing, ExportWishes(language=Language.EN), ())

    before = digest()
    set_threshold(samples, name="objections", value=2)
    assert digest() != before


@pytest.mark.parametrize("end", [0, 1], ids=["least", "most"])
def test_documents_pass_the_gate_at_either_end_of_all_limits(
    samples: Store, tmp_path: Path, end: int
) -> None:
    one_by_one = [one for one in THRESHOLDS if one.unit != "days" and one.limits[1] < 1000]
    for one in one_by_one:
        set_threshold(samples, name=one.name, value=one.limits[end])
    wishes = ExportWishes(language=Language.ZH, audiences=tuple(Audience))
    made = export_visit(samples, VISIT, out=tmp_path, wishes=wishes, today=TODAY, now=NOW)
    assert list(made.folder.glob("*.pptx"))
