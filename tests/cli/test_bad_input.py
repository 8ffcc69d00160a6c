"""Whatever goes wrong outside of the program is told in one clear line and changes nothing.

The line says where, what is wrong and what would be right; several bad cells get a line each
below a heading. The exit status is 2. Folders and data are afterwards as they were before.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.cli.main import EXIT_BAD_INPUT, EXIT_FINE
from briefing_app.domain.ids import PersonId, VisitId
from briefing_app.domain.visit import Visit
from briefing_app.paths import assets_folder
from briefing_app.store.driver import driver
from briefing_app.store.store import DATABASE, Store, open_store
from tests.cli.bad_files import BAD_FILES
from tests.cli.desk import VISIT, Desk


def changed(desk: Desk, change: Callable[[Store], None]) -> None:
    with open_store(desk.data) as store, store.change():
        change(store)


# Files that cannot be imported


@pytest.mark.parametrize("what", BAD_FILES)
def test_a_bad_file_is_refused_with_where_what_and_what_would_be_right(
    desk: Desk, what: str
) -> None:
    path = BAD_FILES[what].make(desk.work)
    expected = [line.format(path=path) for line in BAD_FILES[what].english]
    assert desk.refuses("import", path) == expected


@pytest.mark.parametrize("what", [what for what, file in BAD_FILES.items() if file.chinese])
def test_a_bad_file_is_refused_in_chinese_as_well(desk: Desk, what: str) -> None:
    path = BAD_FILES[what].make(desk.work)
    expected = [line.format(path=path) for line in BAD_FILES[what].chinese]
    assert desk.refuses("import", "--dry-run", path, language="zh") == expected


def test_an_unknown_client_of_people_is_told_once(desk: Desk) -> None:
    path = desk.work / "people.csv"
    path.write_text("Name\nOne\nTwo\n")
    assert desk.refuses("import", path, "--client", "Nobody") == [
        "Nothing under “Clients” is called “Nobody”. Check the spelling, or give an id."
    ]


# Commands that cannot be done as they were given

IN_THE_WAY = "{work}/file is a file, so no folder can be made there. Choose another folder."
COMMANDS = {
    "unknown visit": (
        ["export", "no-such-visit", "--out", "{work}"],
        "Nothing under “Visits” is called “no-such-visit”. Check the spelling, or give an id.",
        "“拜访”里没有名为“no-such-visit”的记录。请检查写法，或输入编号。",
    ),
    "no name": (
        ["export", " ", "--out", "{work}"],
        "A name or an id is needed, but nothing was given.",
        "请给出名称或编号，现在是空的。",
    ),
    "out is a file": (
        ["export", VISIT, "--out", "{work}/file"],
        IN_THE_WAY,
        "{work}/file 是文件，无法在那里建文件夹。请换一个文件夹。",
    ),
    "out lies below a file": (["export", VISIT, "--out", "{work}/file/below"], IN_THE_WAY, ""),
    "out has the name of a file": (
        ["export", VISIT, "--out", "{work}/visits.pdf"],
        "A folder is wanted, and {work}/visits.pdf looks like the name of a file. Leave out "
        "“.pdf”, or name a folder that is there.",
        "这里要的是文件夹，而 {work}/visits.pdf 像是文件名。请去掉“.pdf”，或给出已有的文件夹。",
    ),
    "minutes into a file": (["minutes", VISIT, "--out", "{work}/file"], IN_THE_WAY, ""),
    "all visits into a file": (["export", "--all", "--out", "{work}/file"], IN_THE_WAY, ""),
    "no name of a folder": (
        ["demo", "--out", ""],
        "No folder is named. Give one to write to.",
        "没有写明文件夹。请给出要写入的文件夹。",
    ),
    "case book in another type": (
        ["case-book", "--out", "{work}/games.docx"],
        "{work}/games.docx is neither a PDF file nor a folder. Give a name that ends in .pdf, or a "
        "folder.",
        "{work}/games.docx 既不是 PDF 文件，也不是文件夹。"
        "请给出以 .pdf 结尾的文件名，或一个文件夹。",
    ),
    "case books into a file": (["case-book", "--out", "{work}/file"], IN_THE_WAY, ""),
    "a case book below a file": (["case-book", "--out", "{work}/file/g.pdf"], IN_THE_WAY, ""),
    "several case books into one file": (
        ["case-book", "--out", "{work}/all.pdf"],
        "{work}/all.pdf is one file, but 2 are to be written. Give a folder instead.",
        "",
    ),
    "form over a folder": (
        ["record", VISIT, "--form", "{work}/folder.xlsx"],
        "{work}/folder.xlsx is a folder. Give the name of a file.",
        "",
    ),
    "demo into a file": (["demo", "--out", "{work}/file"], IN_THE_WAY, ""),
    "data is a file": (["--data", "{work}/file", "list", "clients"], IN_THE_WAY, ""),
    "nothing to write to": (
        ["export", VISIT],
        "--out is missing. More: briefing-app export --help",
        "缺少 --out。用法见：briefing-app export --help",
    ),
    "unknown kind": (
        ["list", "dogs"],
        "Invalid value for 'KIND': 'dogs' is not one of 'clients', 'people', 'visits', "
        "'products', 'cases'. More: briefing-app list --help",
        "'KIND' 的值无效：'dogs' 不在可选值之内：'clients', 'people', 'visits', 'products', "
        "'cases'。用法见：briefing-app list --help",
    ),
    "no kind": (
        ["list"],
        "KIND is missing. Choose from: clients, people, visits, products, cases. "
        "More: briefing-app list --help",
        "",
    ),
    "template of another type": (
        ["template", "{work}/clients.xls"],
        "The template is an Excel workbook. Give a name that ends in .xlsx, not clients.xls.",
        "模板是 Excel 工作簿，文件名请以 .xlsx 结尾，而不是 clients.xls。",
    ),
    "template over a folder": (
        ["template", "{work}/folder.xlsx"],
        "{work}/folder.xlsx is a folder. Give the name of a file.",
        "{work}/folder.xlsx 是文件夹，请给出文件名。",
    ),
    "form of another type": (
        ["record", VISIT, "--form", "{work}/after.docx"],
        "The form is an Excel workbook or JSON. Give a name that ends in .xlsx or .json, "
        "not after.docx.",
        "记录表是 Excel 工作簿或 JSON。文件名须以 .xlsx 或 .json 结尾，不能是 after.docx。",
    ),
    "minutes of a visit that was not recorded": (
        ["minutes", VISIT, "--out", "{work}/out"],
        "Nothing is recorded of “Agree the launch insight solution and the scope of the pilot” "
        "yet. Make the form, fill it in and record it first.",
        "",
    ),
    "slide list of another type": (
        ["slides", VISIT, "--out", "{work}/slides.docx"],
        "A slide list is a text file. Give a name that ends in .toml, not slides.docx.",
        "幻灯片清单是文本文件。文件名请以 .toml 结尾，不能是 slides.docx。",
    ),
    "data in another type": (
        ["export-data", "{work}/all.csv"],
        "Data is given back as .json or .xlsx. Give a name that ends so, not all.csv.",
        "",
    ),
    "data into a missing folder": (
        ["export-data", "{work}/none/all.json"],
        "The folder {work}/none does not exist. Create it or choose another one.",
        "文件夹 {work}/none 不存在。请先建好，或换一个文件夹。",
    ),
    "data in a synchronised folder": (
        ["--data", "{work}/OneDrive - Acme/data", "list", "clients"],
        "{work}/OneDrive - Acme/data is synchronised by OneDrive, which would damage the data. "
        "Choose a folder that is not synchronised.",
        "{work}/OneDrive - Acme/data 由 OneDrive 同步，数据会因此损坏。请选择不参与同步的文件夹。",
    ),
}


@pytest.mark.parametrize("what", COMMANDS)
def test_a_command_that_cannot_be_done_says_why_in_one_line(desk: Desk, what: str) -> None:
    (desk.work / "file").write_text("mine")
    (desk.work / "folder.xlsx").mkdir()
    arguments, english, chinese = COMMANDS[what]
    given = [argument.format(work=desk.work) for argument in arguments]
    assert desk.refuses(*given) == [english.format(work=desk.work)]
    if chinese:
        assert desk.refuses(*given, language="zh") == [chinese.format(work=desk.work)]


LONG = "a" * 300


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", VISIT, "--out", "{long}"],
        ["export", "--all", "--out", "{long}"],
        ["case-book", "--out", "{long}"],
        ["case-book", "--out", "{long}.pdf"],
        ["template", "{long}.xlsx"],
        ["export-data", "{long}.json"],
        ["record", VISIT, "--form", "{long}.xlsx"],
        ["slides", VISIT, "--out", "{long}.toml"],
        ["--data", "{long}", "list", "clients"],
    ],
    ids=" ".join,
)
def test_a_name_that_the_system_does_not_take_is_told(desk: Desk, arguments: list[str]) -> None:
    (line,) = desk.refuses(*(one.format(long=desk.work / LONG) for one in arguments))
    assert line.endswith(" is not a usable file name. Choose a shorter, simpler one.")


@pytest.mark.parametrize("command", [["import"], ["diff", "visit@1"], ["logo", "set", "own"]])
def test_a_name_that_no_file_can_have_is_refused_where_one_is_read(
    desk: Desk, command: list[str]
) -> None:
    assert len(desk.refuses(*command, f"{desk.work / LONG}.json")) == 1


def test_a_folder_may_be_called_like_a_file_where_it_is_there(desk: Desk) -> None:
    (desk.work / "visits.pdf").mkdir()
    assert desk.run("case-book", "--out", desk.work / "visits.pdf").status == EXIT_FINE
    assert desk.run("case-book", "--out", desk.work / "books.2026").status == EXIT_FINE
    assert len([*desk.work.glob("*/*.pdf")]) == 4


def test_a_client_in_place_of_a_visit_is_answered_with_its_visits(desk: Desk) -> None:
    (english,) = desk.refuses("export", "Fireferry", "--out", desk.work)
    (chinese,) = desk.refuses("export", "萤渡", "--out", desk.work, language="zh")
    assert english.startswith("Nothing under “Visits” is called “Fireferry”. Similar are: ")
    assert chinese.startswith("“拜访”里没有名为“萤渡”的记录。相近的有：")
    assert all(f"({VISIT})" in line for line in (english, chinese))


def test_an_ambiguous_name_is_told_with_the_candidates_and_their_ids(desk: Desk) -> None:
    def copy(store: Store) -> None:
        store.save([replace(store.get(Visit, VISIT), id=VisitId("second-visit"))])

    changed(desk, copy)
    purpose = "Agree the launch insight solution and the scope of the pilot"
    assert desk.refuses("export", purpose, "--out", desk.work) == [
        f"“{purpose}” may mean {purpose}, Fireferry (second-visit) and {purpose}, Fireferry "
        f"({VISIT}). Give the id of the one you mean."
    ]


def test_without_own_company_nothing_is_exported(desk: Desk) -> None:
    connection = driver().connect(str(desk.data / DATABASE))
    connection.execute("DELETE FROM company")
    connection.commit()
    connection.close()
    english = (
        "Your own company is not described yet, and client documents need it. "
        "Fill in “Own company” first."
    )
    chinese = "还没有本公司的资料，而客户文档要用到。请先填写“本公司”。"
    for command in (["export", VISIT, "--out", desk.work], ["brief", VISIT]):
        assert desk.refuses(*command) == [english]
        assert desk.refuses(*command, language="zh") == [chinese]


def test_a_visit_without_attendees_is_exported_and_its_briefing_says_what_is_missing(
    desk: Desk,
) -> None:
    def clear(store: Store) -> None:
        nobody: tuple[PersonId, ...] = ()
        store.save([replace(store.get(Visit, VISIT), attendees=nobody)])

    changed(desk, clear)
    brief = desk.run("brief", VISIT)
    export = desk.run("export", VISIT, "--out", desk.work)
    assert "Nobody of the client is named for this visit." in brief.out
    assert (export.status, export.err) == (EXIT_FINE, "")
    assert export.out.endswith(f"What is missing: briefing-app brief {VISIT}\n")
    assert len([path for path in desk.work.rglob("*") if path.is_file()]) == 5


# Data folders that cannot be used


def _damage(data: Path) -> None:
    """Spoil the middle of the file and leave its head, as a bad disk does."""
    with (data / DATABASE).open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(40_000))


def _cut_off(data: Path) -> None:
    os.truncate(data / DATABASE, 5000)


def _replace_by_noise(data: Path) -> None:
    (data / DATABASE).write_bytes(os.urandom(5000))


def _make_newer(data: Path) -> None:
    connection = driver().connect(str(data / DATABASE))
    connection.execute("PRAGMA user_version = 999")
    connection.close()


def _make_foreign(data: Path) -> None:
    (data / DATABASE).unlink()
    connection = driver().connect(str(data / DATABASE))
    connection.execute("CREATE TABLE recipes (name)")
    connection.close()


DAMAGED = (
    "{file} is damaged or is not a data file of this program. Close the program, move the file "
    "elsewhere, and put a good copy in its place.",
    "{file} 已损坏，或不是本程序的数据文件。请关闭程序，将该文件移到别处，再放入完好的备份。",
)
DATABASES: dict[str, tuple[Callable[[Path], None], tuple[str, str]]] = {
    "damaged": (_damage, DAMAGED),
    "cut off": (_cut_off, DAMAGED),
    "noise": (_replace_by_noise, DAMAGED),
    "newer": (
        _make_newer,
        (
            "{file} was written by a newer version of this program. Install the newest version; "
            "nothing was changed.",
            "{file} 由更新版本的程序写入。请安装最新版本；数据未作任何改动。",
        ),
    ),
    "foreign": (
        _make_foreign,
        (
            "{file} belongs to another program. Choose another data folder.",
            "{file} 属于其他程序。请选择其他数据文件夹。",
        ),
    ),
}


@pytest.mark.parametrize("what", DATABASES)
def test_a_database_that_is_not_ours_to_use_is_left_as_it_is(desk: Desk, what: str) -> None:
    spoil, (english, chinese) = DATABASES[what]
    spoil(desk.data)
    file = desk.data / DATABASE
    for command in (["list", "clients"], ["import", BAD_FILES["bad dates"].make(desk.work)]):
        assert desk.refuses(*command) == [english.format(file=file)]
    assert desk.refuses("list", "clients", language="zh") == [chinese.format(file=file)]


def test_a_database_that_another_window_writes_to_is_waited_for_and_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_store, "__defaults__", (0.05, *(open_store.__defaults__ or ())[1:]))
    vendor = assets_folder() / "samples" / "vendor.json"
    with open_store(desk.data) as other, other.change():
        ran = desk.run("import", vendor)
    assert (ran.status, ran.out) == (EXIT_BAD_INPUT, "")
    assert ran.err == (
        f"Another window or program is writing to {desk.data / DATABASE}. "
        "Wait a moment, then try again.\n"
    )
