"""What the map shows of a project."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.domain.ids import OpportunityId, PersonId
from briefing_app.domain.offering import OwnCompany
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.text import Language
from briefing_app.domain.visit import Visit
from briefing_app.errors import UserError
from briefing_app.planning.briefing import WarningKind
from briefing_app.planning.prepare import prepare
from briefing_app.services.stakeholder_map.project import NOT_PLANNED, project_dossier
from briefing_app.services.stakeholder_map.view import map_view
from briefing_app.store.store import Store
from tests import builders
from tests.builders import OPPORTUNITY, TODAY, VISIT

AFTERWARDS = date(2026, 6, 1)


def test_the_map_is_that_of_the_next_visit(store: Store) -> None:
    dossier = project_dossier(store, OPPORTUNITY, TODAY)
    whole = store.dossier(VISIT)
    assert dossier.visit == whole.visit
    warned = map_view(store, OPPORTUNITY, today=TODAY, language=Language.EN).warnings
    of_plan = prepare(whole, TODAY).team_side.cautions
    assert {one.message for one in warned} <= {one.message for one in of_plan}
    assert WarningKind.AIM_MISSING not in {one.about for one in warned}


def test_a_project_without_a_visit_to_come_has_a_map(store: Store) -> None:
    dossier = project_dossier(store, OPPORTUNITY, AFTERWARDS)
    assert dossier.visit.id == NOT_PLANNED
    assert dossier.visit.stage is dossier.opportunity.stage
    view = map_view(store, OPPORTUNITY, today=AFTERWARDS, language=Language.ZH)
    assert not any(one.attends for one in view.people.values())
    assert len(view.people) == 5


def test_the_map_needs_no_description_of_our_company(store: Store) -> None:
    (company,) = store.all(OwnCompany)
    store.delete(OwnCompany, company.id)
    assert map_view(store, OPPORTUNITY, today=TODAY, language=Language.EN).people


def test_the_earliest_visit_to_come_counts(store: Store) -> None:
    sooner = builders.visit(
        id="visit-sooner", starts_at=builders.STARTS_AT.replace(day=5), stage=Stage.NEEDS
    )
    store.save((sooner,))
    assert project_dossier(store, OPPORTUNITY, TODAY).visit == sooner
    later = replace(sooner, starts_at=builders.STARTS_AT.replace(month=8))
    store.save((later,))
    assert project_dossier(store, OPPORTUNITY, TODAY).visit == store.get(Visit, VISIT)


def test_people_of_the_client_who_are_not_on_the_map_can_be_added(store: Store) -> None:
    store.save((builders.person("yan"),))
    view = map_view(store, OPPORTUNITY, today=TODAY, language=Language.EN)
    assert [one.id for one in view.others] == ["yan"]
    assert "yan" not in view.people


def test_all_views_show_the_same_people(store: Store) -> None:
    view = map_view(store, OPPORTUNITY, today=TODAY, language=Language.ZH)
    assert set(view.pictures) == set(MapKind)
    for picture in view.pictures.values():
        assert {card.person for card in picture.cards} == set(view.people)


def test_the_drill_tells_what_is_lost(store: Store) -> None:
    view = map_view(store, OPPORTUNITY, today=TODAY, language=Language.EN)
    lost = view.people[PersonId("lin")].loss
    assert lost.roles
    assert any(str(action).startswith("Visit on") for action in lost.actions)
    assert not lost.is_harmless


def test_an_unknown_project_is_refused(store: Store) -> None:
    with pytest.raises(UserError, match="no record"):
        map_view(store, OpportunityId("nowhere"), today=TODAY, language=Language.EN)
