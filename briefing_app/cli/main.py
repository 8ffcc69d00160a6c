"""The command line: `briefing-app`."""

from __future__ import annotations

import logging
import signal
from collections.abc import Sequence
from pathlib import Path

import click

from briefing_app import __version__
from briefing_app.cli import (
    after_commands,
    backup_commands,
    case_book_command,
    diff_commands,
    documents_commands,
    exchange_commands,
    logo_commands,
    look_commands,
    photo_commands,
    slides_commands,
    theme_commands,
)
from briefing_app.cli.parser_faults import parser_fault
from briefing_app.cli.phrased import PhrasedGroup, PhrasedOption, option, speak
from briefing_app.cli.session import OpenWindow, Session
from briefing_app.cli.stopping import Stopped
from briefing_app.domain.labels import N_
from briefing_app.domain.text import Language
from briefing_app.errors import ManyProblems, UserError
from briefing_app.paths import APP_NAME
from briefing_app.services.system_language import preferred_language

EXIT_FINE, EXIT_FAULT, EXIT_BAD_INPUT, EXIT_STOPPED = 0, 1, 2, 128 + signal.SIGINT
_log = logging.getLogger("briefing_app.cli")


def _choose_language(ctx: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value:
        session = ctx.ensure_object(Session)
        session.language = Language(value)
        session.chosen_language = value
        speak(Language(value))


@click.group(
    cls=PhrasedGroup,
    invoke_without_command=True,
    help=N_(
        "Prepare client visits: decks, brochures and visit plans from what you know. Without a"
        " command the window opens."
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@option(
    "--language",
    type=click.Choice([language.value for language in Language]),
    is_eager=True,
    expose_value=False,
    callback=_choose_language,
    help=N_("Language of messages and, unless a command says otherwise, of documents."),
)
@option(
    "--data",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help=N_("Folder of your data; without it the usual one of this computer."),
)
@option("--debug", is_flag=True, help=N_("Show where a fault of the program happened."))
@click.version_option(
    __version__,
    prog_name=APP_NAME,
    cls=PhrasedOption,
    help=N_("Show the version and exit."),
)
@click.pass_context
def cli(ctx: click.Context, data: Path | None, debug: bool) -> None:
    """See the group's phrased help."""
    session: Session = ctx.obj
    session.data = data
    session.shows_faults = debug
    if ctx.invoked_subcommand is None and session.open_window is not None:
        ctx.exit(session.open_window(data, session.chosen_language))


for _module in (
    documents_commands,
    slides_commands,
    diff_commands,
    case_book_command,
    after_commands,
    look_commands,
    exchange_commands,
    backup_commands,
    theme_commands,
    logo_commands,
    photo_commands,
):
    for _command in _module.COMMANDS:
        cli.add_command(_command)


def run(arguments: Sequence[str] | None = None, *, open_window: OpenWindow | None = None) -> int:
    """Run the command line and return its exit status: 0, 2 for bad input, 1 for a fault,
    130 after Ctrl+C. Without a command ``open_window`` opens the window."""
    session = Session(preferred_language(), open_window=open_window)
    speak(session.language)
    try:
        status = cli.main(
            args=None if arguments is None else list(arguments),
            prog_name=APP_NAME,
            obj=session,
            standalone_mode=False,
        )
    except UserError as error:
        _tell(session, error)
        return EXIT_BAD_INPUT
    except click.ClickException as error:
        _tell_of_parser(session, error)
        return EXIT_BAD_INPUT
    except (click.Abort, KeyboardInterrupt) as stop:
        _say(session.wording.phrase("Stopped. Nothing was left half done."))
        reason = stop.__cause__ if isinstance(stop, click.Abort) else stop
        return reason.status if isinstance(reason, Stopped) else EXIT_STOPPED
    except Exception as error:  # noqa: BLE001 - the last place that can log a fault and show it as one
        return _report_fault(session, error)
    return status if isinstance(status, int) else EXIT_FINE


def _tell(session: Session, error: UserError) -> None:
    _say(session.wording.error(error))
    if isinstance(error, ManyProblems):
        for problem in error.problems:
            _say("  " + session.wording.error(problem))


def _tell_of_parser(session: Session, error: click.ClickException) -> None:
    if "\n" in error.message:  # a command without any arguments: its whole help
        error.show()
    else:
        _say(parser_fault(error, session.wording))


def _report_fault(session: Session, error: Exception) -> int:
    if session.shows_faults:
        raise error
    _log.error("fault", exc_info=error)
    _say(
        session.wording.phrase(
            "This is a fault of the program, not of yours: {error}. Run it again with --debug "
            "and send us what it prints.",
            error=f"{type(error).__name__}: {error}",
        )
    )
    return EXIT_FAULT


def _say(line: str) -> None:
    click.echo(line, err=True)
