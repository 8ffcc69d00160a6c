"""What must hold for the project as a whole: layers, catalogue, licences, a tidy top level."""

from __future__ import annotations

import ast
import re
import shutil
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch, fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests import catalogue

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "briefing_app"
TOP_LEVEL = {
    "briefing_app",
    "assets",
    "tests",
    "docs",
    "pyproject.toml",
    "build.spec",
    "README.md",
    "README.zh-CN.md",
    "LICENSE",
    "CHANGELOG.md",
}
HEAVY = {"pptx", "reportlab", "openpyxl", "docx", "PIL", "babel", "pypinyin", "ahocorasick"}
CORE = ("domain", "wording", "planning", "exchange", "store", "documents", "services", "cli")


@cache
def contracts() -> list[dict[str, Any]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed: list[dict[str, Any]] = project["tool"]["importlinter"]["contracts"]
    return listed


@cache
def imports() -> dict[str, set[str]]:
    """Each module of the package and all that it imports, late imports included."""
    return {_module(path): set(_imported(path)) for path in sorted(PACKAGE.rglob("*.py"))}


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from _named(node)


def _named(node: ast.ImportFrom) -> Iterator[str]:
    """``from a import b`` imports ``a.b`` where that is a module, else ``a``."""
    for alias in node.names:
        path = ROOT.joinpath(*f"{node.module}.{alias.name}".split("."))
        is_module = path.is_dir() or path.with_suffix(".py").exists()
        yield f"{node.module}.{alias.name}" if is_module else f"{node.module}"


def within(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


def reached_from(module: str) -> set[str]:
    """All that a module imports, directly or through modules of the package."""
    reached: set[str] = set()
    waiting = [module]
    while waiting:
        for name in imports().get(waiting.pop(), set()) - reached:
            reached.add(name)
            waiting.append(name)
    return reached


def forbidden_imports(contract: dict[str, Any]) -> Iterator[str]:
    for module in imports():
        if any(within(module, source) for source in contract["source_modules"]):
            direct = contract.get("allow_indirect_imports", False)
            for name in imports()[module] if direct else reached_from(module):
                is_forbidden = any(within(name, room) for room in contract["forbidden_modules"])
                if is_forbidden and not is_ignored(contract, module, name):
                    yield f"{module} reaches {name}"


def is_ignored(contract: dict[str, Any], module: str, name: str) -> bool:
    """True for an import that the contract lets pass by name, ``**`` for any modules below."""
    rules = (rule.replace("**", "*") for rule in contract.get("ignore_imports", ()))
    return any(fnmatchcase(f"{module} -> {name}", rule) for rule in rules)


def upward_imports(layers: list[str]) -> Iterator[str]:
    """Imports of a higher layer, or of a sibling on the same line."""
    rooms = [[room.strip() for room in line.split("|")] for line in layers]
    for height, line in enumerate(rooms):
        for room in line:
            refused = [other for upper in rooms[: height + 1] for other in upper if other != room]
            yield from forbidden_imports(
                {
                    "source_modules": [room],
                    "forbidden_modules": refused,
                    "allow_indirect_imports": True,
                }
            )


def test_the_lower_never_knows_the_higher() -> None:
    layered = [contract["layers"] for contract in contracts() if contract["type"] == "layers"]

    assert layered
    assert [fault for layers in layered for fault in upward_imports(layers)] == []


def test_an_upward_import_is_seen() -> None:
    layers = ["briefing_app.errors | briefing_app.paths", "briefing_app.wording"]

    assert set(upward_imports(layers)) == {
        "briefing_app.wording reaches briefing_app.errors",
        "briefing_app.wording reaches briefing_app.paths",
    }


@pytest.mark.parametrize(
    "contract",
    [contract for contract in contracts() if contract["type"] == "forbidden"],
    ids=lambda contract: contract["name"],
)
def test_no_room_imports_what_its_contract_forbids(contract: dict[str, Any]) -> None:
    assert list(forbidden_imports(contract)) == []


def test_an_indirect_import_is_seen() -> None:
    contract = {"source_modules": ["briefing_app.wording"], "forbidden_modules": ["platformdirs"]}

    assert list(forbidden_imports(contract)) == ["briefing_app.wording reaches platformdirs"]


@pytest.mark.parametrize("room", CORE)
def test_the_core_needs_no_screen(room: str) -> None:
    modules = [module for module in imports() if within(module, f"briefing_app.{room}")]

    screens = {name for module in modules for name in reached_from(module) if "PySide" in name}
    assert modules
    assert screens == set()


def test_no_import_goes_round_in_a_circle() -> None:
    assert [module for module in imports() if module in reached_from(module)] == []


def test_the_command_line_starts_without_the_libraries_of_documents() -> None:
    script = "import sys, briefing_app.cli.main; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    loaded = {name.split(".")[0] for name in run.stdout.split()}
    assert loaded & HEAVY == set()
    assert "click" in loaded


def test_every_sentence_has_its_chinese_and_the_files_are_current() -> None:
    assert catalogue.untranslated(catalogue.merged({})) == []
    assert catalogue.is_up_to_date()


def fields_of(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_a_translation_has_the_fields_of_its_sentence() -> None:
    for message in catalogue.stored():
        source = message.id if isinstance(message.id, str) else message.id[-1]
        texts = [message.string] if isinstance(message.string, str) else message.string or ()
        for text in texts if source else ():
            assert not text or fields_of(text) == fields_of(source), source


def top_level() -> set[str]:
    """The names at the top as git tracks them; without git, those that git would not ignore."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        command = [git, "-c", "safe.directory=*", "-C", str(ROOT), "ls-files", "-z"]
        listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return {path.split("/")[0] for path in listed.split("\0") if path}
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    names = {path.name for path in ROOT.iterdir()}
    return {name for name in names if not any(fnmatch(name, mark.rstrip("/")) for mark in ignored)}


def test_the_top_level_holds_nothing_else() -> None:
    visible = {name for name in top_level() if not name.startswith(".")}

    assert visible - TOP_LEVEL == set()
    assert {"README.md", "LICENSE", "pyproject.toml"} <= visible


def test_the_readme_says_how_to_test() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    (command,) = re.findall(r"<!-- test-command -->\n+```\w*\n(.+?)\n```", readme, re.DOTALL)
    assert command.startswith("python3 -m venv .venv && ")
    assert command.endswith("-m pytest")


def test_the_licences_of_program_and_fonts_are_there() -> None:
    fonts = sorted(path.suffix for path in (ROOT / "assets/fonts").iterdir())

    assert ".ttf" in fonts
    assert "SIL Open Font License" in (ROOT / "assets/fonts/OFL.txt").read_text(encoding="utf-8")
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
