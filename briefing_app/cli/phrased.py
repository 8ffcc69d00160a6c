"""Commands and options whose help speaks the user's language."""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable
from typing import Any

import click

from briefing_app.cli.session import Session
from briefing_app.domain.text import Language
from briefing_app.paths import assets_folder

_CLICK_DOMAIN = "click"


class PhrasedOption(click.Option):
    """An option whose help is a message id."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the language of the run."""
        record = super().get_help_record(ctx)
        return record and (record[0], record[1].replace(self.help or "", _phrase(ctx, self.help)))


class PhrasedCommand(click.Command):
    """A command whose help is a message id."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help in the language of the run."""
        _write_help(ctx, formatter, self.help)

    def get_short_help_str(self, limit: int = 80) -> str:  # noqa: ARG002 - as in click
        """The first line in the list of commands."""
        return _phrase(click.get_current_context(), self.help)


class PhrasedGroup(click.Group):
    """A group whose help is a message id; its commands are `PhrasedCommand`."""

    command_class = PhrasedCommand

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help in the language of the run."""
        _write_help(ctx, formatter, self.help)


def option(*names: str, **settings: Any) -> Callable[[Any], Any]:
    """A click option with phrased help."""
    return click.option(*names, cls=PhrasedOption, **settings)


def row_limit(help_: str) -> Callable[[Any], Any]:
    """The option of a command that prints a table; ``help_`` is a message id."""
    return option(
        "--limit",
        type=click.IntRange(min=1),
        metavar="N",
        default=50,
        show_default=True,
        help=help_,
    )


def speak(language: Language) -> None:
    """Let click's own words - usage, options, its complaints - come from our catalogue."""
    os.environ["LANGUAGE"] = language.value
    gettext.bindtextdomain(_CLICK_DOMAIN, str(assets_folder() / "locale"))
    gettext.textdomain(_CLICK_DOMAIN)


def _write_help(ctx: click.Context, formatter: click.HelpFormatter, msgid: str | None) -> None:
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(_phrase(ctx, msgid))


def _phrase(ctx: click.Context, msgid: str | None) -> str:
    session = ctx.find_object(Session)
    return session.wording.phrase(msgid) if session and msgid else msgid or ""
