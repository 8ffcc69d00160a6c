"""The guides and READMEs name commands, options and messages as the program has them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from briefing_app.cli.main import cli
from briefing_app.cli.session import Session
from briefing_app.domain.text import Language
from briefing_app.paths import APP_NAME
from tests import catalogue

ROOT = Path(__file__).resolve().parent.parent
GUIDES = {Language.EN: ROOT / "docs/guide.md", Language.ZH: ROOT / "docs/guide.zh-CN.md"}
READMES = {Language.EN: ROOT / "README.md", Language.ZH: ROOT / "README.zh-CN.md"}
DOCUMENTS = [*GUIDES.values(), *READMES.values()]
EACH_DOCUMENT = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
EACH_LANGUAGE = pytest.mark.parametrize("language", Language)

_LONG = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_GAP = "…"
_OPEN = re.compile(rf"{_GAP}+|\S+\.(?:xlsx|json)")
"""Where a message names what is not said in advance."""
_TELLING = 10


def read(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def command_lines(document: Path) -> Iterator[list[str]]:
    """The arguments of each line in a block of shell that calls the program."""
    for block in re.findall(r"```(?:sh|bat)\n(.*?)```", read(document), re.DOTALL):
        for line in block.splitlines():
            for step in line.split("&&"):
                words = shlex.split(step.replace("\\", "/"))
                if words and Path(words[0]).name == APP_NAME:
                    yield words[1:]


def quoted(document: Path) -> Iterator[str]:
    """What stands between single backticks in running text."""
    text = re.sub(r"```.*?```", "", read(document), flags=re.DOTALL)
    return iter(re.findall(r"`([^`\n]+)`", text))


def parsed(arguments: list[str]) -> tuple[str, dict[str, object]]:
    """The command's whole name and its parameters; click complains of what it does not know.
    Without a command it is the window's."""
    context, rest = _entered(cli, APP_NAME, arguments, None)
    while isinstance(context.command, click.Group) and rest:
        name, command, rest = context.command.resolve_command(context, rest)
        assert command is not None
        context, rest = _entered(command, name or "", rest, context)
    return context.command_path, context.params


def _entered(
    command: click.Command, name: str, arguments: list[str], parent: click.Context | None
) -> tuple[click.Context, list[str]]:
    session = Session(Language.EN)
    context = command.make_context(name, list(arguments), parent=parent, obj=session)
    return context, [*context._protected_args, *context.args]


def commands(group: click.Group = cli, prefix: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


def options(command: click.Command) -> set[str]:
    return {
        name
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for name in parameter.opts
        if name.startswith("--")
    }


def all_options() -> set[str]:
    known = {option for _, command in commands() for option in options(command)}
    return known | options(cli) | {"--help"}


@EACH_DOCUMENT
def test_every_command_line_is_one_that_the_program_understands(document: Path) -> None:
    lines = list(command_lines(document))
    assert len(lines) > 10
    for arguments in lines:
        parsed(arguments)


@EACH_DOCUMENT
def test_every_option_that_is_named_is_there(document: Path) -> None:
    named = {option for words in quoted(document) for option in _LONG.findall(words)}
    assert named - all_options() == set()


@EACH_DOCUMENT
def test_an_option_is_named_with_a_command_that_has_it(document: Path) -> None:
    known = dict(commands())
    for words in quoted(document):
        name = next((n for n in known if re.match(rf"(?:{APP_NAME} )?{n} ", words)), None)
        if name is not None:
            assert set(_LONG.findall(words)) <= options(known[name]) | {"--help"}, words


@EACH_LANGUAGE
def test_a_guide_names_every_command_and_every_option(language: Language) -> None:
    text = read(GUIDES[language])
    used = {
        parsed(arguments)[0].removeprefix(f"{APP_NAME} ")
        for arguments in command_lines(GUIDES[language])
    }
    told = {name for name, _ in commands() if f"{APP_NAME} {name}" in text or f"`{name}" in text}
    assert {name for name, _ in commands()} - used - told == set()
    assert all_options() - {"--help", "--version"} - set(_LONG.findall(text)) == set()


def test_both_guides_call_the_same_commands_with_the_same_options() -> None:
    english, chinese = (
        [_shape(arguments) for arguments in command_lines(GUIDES[language])]
        for language in (Language.EN, Language.ZH)
    )
    assert english == chinese


def _shape(arguments: list[str]) -> tuple[str, frozenset[str]]:
    """The command and its options but for the language, which one guide may leave out."""
    name, _parameters = parsed(arguments)
    return name, frozenset(a for a in arguments if a.startswith("--")) - {"--lang"}


def messages(language: Language) -> list[str]:
    """All that the program may say, with the fields as gaps."""
    found = []
    for message in catalogue.stored():
        texts = message.string if language is Language.ZH else message.id
        for text in (texts,) if isinstance(texts, str) else texts:
            found.append(re.sub(r"\{\w+\}", _GAP, text))
    return found


def said(language: Language) -> Iterator[str]:
    """The messages of the last table, and the whole sentences that blocks of output show."""
    _before, table = read(GUIDES[language]).split({"en": "| You see |", "zh": "| 现象 |"}[language])
    for first in re.findall(r"^\| (`.+?) \|", table, re.MULTILINE):
        for words in re.findall(r"`([^`]+)`", first):
            if words != "list":
                yield words
    for block in re.findall(r"```text\n(.*?)```", read(GUIDES[language]), re.DOTALL):
        yield from (line.strip() for line in block.splitlines() if line.endswith((".", "。")))


@EACH_LANGUAGE
def test_messages_are_quoted_as_the_program_says_them(language: Language) -> None:
    sayings = list(said(language))
    assert len(sayings) >= 10
    for saying in sayings:
        assert any(_says(message, saying) for message in messages(language)), saying


def _says(message: str, saying: str) -> bool:
    """True where a quotation and a message share their main words: one may leave out what the
    other fills in."""
    told, quoted_words = (
        [one.strip() for one in _OPEN.split(words) if _is_telling(one.strip())]
        for words in (message, saying)
    )
    return any(one in saying for one in told) or any(one in message for one in quoted_words)


def _is_telling(words: str) -> bool:
    """True for words that no other message has by chance; a Chinese sign counts for two."""
    return len(words.encode("gb18030")) >= _TELLING


def heads(language: Language) -> list[int]:
    return [len(marks) for marks in re.findall(r"^(#+) ", _without_blocks(GUIDES[language]), re.M)]


def _without_blocks(document: Path) -> str:
    return re.sub(r"```.*?```", "", read(document), flags=re.DOTALL)


def test_both_guides_have_the_same_sections() -> None:
    assert heads(Language.EN) == heads(Language.ZH)


@EACH_LANGUAGE
def test_no_section_stands_twice_and_every_link_leads_somewhere(language: Language) -> None:
    text = _without_blocks(GUIDES[language])
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    assert len(titles) == len(set(titles))
    anchors = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors
