"""The command line answers in the user's language and ends with the right status."""

from __future__ import annotations

from collections.abc import Callable

import click
import pytest

from briefing_app.cli.look_commands import LISTED
from briefing_app.cli.main import EXIT_BAD_INPUT, EXIT_FAULT, EXIT_FINE, EXIT_STOPPED, cli, run
from briefing_app.domain.text import Language
from briefing_app.services import look
from briefing_app.wording import wording_in
from tests.cli.desk import Ran

Run = Callable[..., Ran]


@pytest.mark.parametrize("command", sorted(cli.commands))
@pytest.mark.parametrize("language", Language)
def test_every_command_explains_itself_in_both_languages(
    briefing_app: Run, command: str, language: Language
) -> None:
    ran = briefing_app("--language", language.value, command, "--help")
    explained = wording_in(language).phrase(cli.commands[command].help or "no help")
    assert ran.status == EXIT_FINE
    assert "".join(explained.split()) in "".join(ran.out.split())


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_option_has_help_with_a_chinese_form(command: str) -> None:
    chinese = wording_in(Language.ZH)
    options = [p for p in cli.commands[command].params if isinstance(p, click.Option)]
    for option in options:
        assert option.help, option.name
        assert chinese.phrase(option.help) != option.help


def test_help_lists_every_command(briefing_app: Run) -> None:
    ran = briefing_app("--help")
    assert all(command in ran.out for command in cli.commands)


def test_an_unknown_command_is_answered_with_a_guess_and_status_2(briefing_app: Run) -> None:
    ran = briefing_app("exprt")
    assert ran.status == EXIT_BAD_INPUT
    assert "export" in ran.err


def test_complaints_of_the_parser_are_chinese_in_chinese(briefing_app: Run) -> None:
    ran = briefing_app("--language", "zh", "brief")
    assert ran.status == EXIT_BAD_INPUT
    assert ran.err == "缺少 VISIT。用法见：briefing-app brief --help\n"


def test_stopping_a_command_says_that_nothing_was_changed(
    briefing_app: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_arguments: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(look, "list_rows", stop)
    ran = briefing_app("list", "clients")
    assert ran.status == EXIT_STOPPED
    assert "Nothing was left half done" in ran.err


def test_a_fault_of_the_program_is_logged_and_called_one(
    briefing_app: Run, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(look, "list_rows", fail)
    ran = briefing_app("list", "clients")
    assert ran.status == EXIT_FAULT
    assert "fault of the program" in ran.err
    assert "ZeroDivisionError" in ran.err


def test_with_debug_a_fault_shows_where_it_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(look, "list_rows", fail)
    with pytest.raises(ZeroDivisionError):
        run(["--debug", "list", "clients"])


def test_what_can_be_listed_is_what_the_service_lists(briefing_app: Run) -> None:
    for listed in LISTED:
        assert briefing_app("list", listed).out.strip() == "Nothing found."
