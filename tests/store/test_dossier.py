"""The facts of a visit: all of them, of one moment, in few reads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import FollowUpId, NeedId, OpportunityId, PersonId, VisitId
from briefing_app.domain.offering import OwnCompany
from briefing_app.domain.records import KINDS
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.errors import UserError
from briefing_app.store.store import Store, open_store
from tests.store.sample import (
    CASE,
    CLIENT,
    COLLEAGUE,
    COMPANY,
    COMPETITOR,
    FOLLOW_UP,
    INDUSTRY,
    LINE,
    LOGO,
    NEED,
    OPPORTUNITY,
    OWN_LOGO,
    PERSON,
    PHOTO,
    PRODUCT,
    SLIDE_LIST,
    STAKEHOLDER,
    SUPERIOR,
    VISIT,
    VISIT_RECORD,
    client,
)

DOSSIER = Dossier(
    visit=VISIT,
    opportunity=OPPORTUNITY,
    client=CLIENT,
    industry=INDUSTRY,
    company=COMPANY,
    people=(PERSON, SUPERIOR),
    stakeholders=(STAKEHOLDER,),
    lines=(LINE,),
    needs=(NEED,),
    competitors=(COMPETITOR,),
    colleagues=(COLLEAGUE,),
    products=(PRODUCT,),
    cases=(CASE,),
    visits=(VISIT,),
    follow_ups=(FOLLOW_UP,),
    slide_lists=(SLIDE_LIST,),
    records=(VISIT_RECORD,),
    logos=(LOGO, OWN_LOGO),
    photos=(PHOTO,),
)


def test_a_dossier_holds_all_facts_of_the_visit(filled: Store) -> None:
    assert filled.dossier(VISIT.id) == DOSSIER
    assert filled.dossier(VISIT.id).attendees == (SUPERIOR, PERSON)


def test_facts_of_other_clients_and_projects_stay_out(filled: Store) -> None:
    other = replace(OPPORTUNITY, id=OpportunityId("opportunity-2"), client=client(1).id)
    visit = replace(VISIT, id=VisitId("visit-2"), opportunity=other.id, attendees=())
    filled.save(
        [
            client(1),
            replace(PERSON, id=PersonId("person-9"), client=client(1).id),
            other,
            replace(NEED, id=NeedId("need-2"), opportunity=other.id),
            visit,
            replace(FOLLOW_UP, id=FollowUpId("follow-up-2"), visit=visit.id),
        ]
    )
    assert filled.dossier(VISIT.id) == DOSSIER


def test_follow_ups_of_earlier_visits_of_the_project_belong_to_it(filled: Store) -> None:
    earlier = replace(VISIT, id=VisitId("visit-0"))
    promise = replace(FOLLOW_UP, id=FollowUpId("follow-up-0"), visit=earlier.id)
    filled.save([earlier, promise])
    assert filled.dossier(VISIT.id).follow_ups == (promise, FOLLOW_UP)


def test_an_unknown_visit_is_told(filled: Store) -> None:
    with pytest.raises(UserError, match="There is no record visit-9"):
        filled.dossier("visit-9")


def test_a_dossier_needs_our_own_company(filled: Store) -> None:
    filled.delete(OwnCompany, COMPANY.id)
    with pytest.raises(UserError, match="own company is not described"):
        filled.dossier(VISIT.id)
    filled.save([COMPANY])
    assert filled.dossier(VISIT.id) == DOSSIER


def test_a_dossier_is_read_once_a_kind_and_from_one_moment(filled: Store, tmp_path: Path) -> None:
    statements: list[str] = []
    with open_store(tmp_path) as other:

        def listen(statement: str) -> None:
            statements.append(statement)
            if 'FROM "need"' in statement:  # somebody writes while the dossier is read
                other.delete(FollowUp, FOLLOW_UP.id)

        filled._connection._raw.set_trace_callback(listen)
        assert filled.dossier(VISIT.id) == DOSSIER
        filled._connection._raw.set_trace_callback(None)
        assert len([s for s in statements if s.startswith("SELECT")]) == len(KINDS)
        assert filled.all(FollowUp) == ()
        assert filled.all(Visit) == (VISIT,)
