"""What the command-line parser complains of, in one line of the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefing_app.paths import APP_NAME

if TYPE_CHECKING:  # its library of dates and numbers is not needed to start
    from briefing_app.wording import Wording


def parser_fault(error: click.ClickException, wording: Wording) -> str:
    """What is wrong with the command line, and where its help is."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    return wording.phrase(
        "{problem} More: {command}",
        problem=_problem(error, wording),
        command=f"{context.command_path if context else APP_NAME} --help",
    )


def _problem(error: click.ClickException, wording: Wording) -> str:
    if not isinstance(error, click.MissingParameter) or error.param is None:
        return error.format_message().replace("。 ", "。")  # click joins sentences with a space
    name = error.param.opts[0] if isinstance(error.param, click.Option) else error.param.metavar
    missing = wording.phrase("{name} is missing.", name=name or error.param.human_readable_name)
    if not isinstance(error.param.type, click.Choice):
        return missing
    choices = ", ".join(map(str, error.param.type.choices))
    return wording.sentences((missing, wording.phrase("Choose from: {labels}.", labels=choices)))
