"""What logs and failing tests show of an error is a sentence, whatever stands in it."""

from __future__ import annotations

import pickle

from briefing_app.domain.client import Grade
from briefing_app.domain.message import say, say_count
from briefing_app.domain.text import Text
from briefing_app.errors import ManyProblems, UserError


def test_an_error_reads_as_a_sentence_with_all_that_is_nested_in_it() -> None:
    place = say("Sheet {sheet}, cell {cell}", sheet="Clients", cell="B2")
    fault = say("there are: {known}.", known=(Text("零售", "Retail"), Text("游戏")))
    error = UserError("{place}: {fault}", place=place, fault=fault)
    assert str(error) == "Sheet Clients, cell B2: there are: Retail, 游戏."


def test_a_counted_sentence_takes_the_form_of_its_count() -> None:
    counted = [say_count("{count} visit", "{count} visits", number) for number in (1, 2)]
    assert [str(message) for message in counted] == ["1 visit", "2 visits"]


def test_a_choice_reads_as_it_is_stored() -> None:
    assert str(UserError("{grade} is taken", grade=Grade.A)) == "A is taken"


def test_an_error_travels_between_processes_whole() -> None:
    fault = UserError("{grade} is taken in {place}", grade=Grade.A, place=Text("表", "Sheet"))
    both = ManyProblems("{count} faults", [fault], count=1)
    arrived = pickle.loads(pickle.dumps(both))
    assert (type(arrived), str(arrived)) == (ManyProblems, "1 faults")
    (inner,) = arrived.problems
    assert (type(inner), inner.msgid, inner.parameters) == (
        UserError,
        fault.msgid,
        fault.parameters,
    )
