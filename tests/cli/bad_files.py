"""Files as users bring them that cannot be imported, each with what is to be said of it."""

from __future__ import annotations

import codecs
import json
import os
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from briefing_app.domain.text import Language
from briefing_app.exchange.workbook_write import write_template
from tests.exchange.sheets import workbook

CLIENTS = ("Id", "Company name (English)", "Industry")
PEOPLE = ("Client", "Person's name (English)", "Last contact")
LINES = ("Project", "Kind of line", "From person", "To person")
VISITS = ("Project", "Starts at", "Stage of the visit", "Purpose (English)")
PROJECT = "Player Insight for the New Launch"


@dataclass(frozen=True)
class BadFile:
    """A file made in a folder, and the lines that refuse it; ``{path}`` stands for its path."""

    make: Callable[[Path], Path]
    english: Sequence[str]
    chinese: Sequence[str] = ()


def _book(title: str, *rows: Sequence[object]) -> Callable[[Path], Path]:
    return lambda folder: workbook(folder / "data.xlsx", {title: rows})


def _file(name: str, content: bytes | str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def _data(records: object) -> Callable[[Path], Path]:
    content = {"format": "briefing-app-data", "version": 2, "records": records}
    return _file("data.json", json.dumps(content))


def _truncated(folder: Path) -> Path:
    path = folder / "data.xlsx"
    write_template(path, Language.EN)
    os.truncate(path, path.stat().st_size // 2)
    return path


def _bomb(folder: Path) -> Path:
    path = folder / "data.xlsx"
    Workbook().save(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet2.xml", bytes(200_000_000))
    return path


def _huge_cell(characters: int) -> Callable[[Path], Path]:
    """A workbook with one cell of so many characters, which does not pack at all."""

    def make(folder: Path) -> Path:
        path = workbook(folder / "small.xlsx", {"Clients": [CLIENTS, ("", "HUGE", "Games")]})
        with zipfile.ZipFile(path) as small, zipfile.ZipFile(folder / "data.xlsx", "w") as huge:
            for name in small.namelist():
                words = small.read(name).replace(b"HUGE", b"x" * characters)
                huge.writestr(name, words)
        path.unlink()
        return folder / "data.xlsx"

    return make


BAD_FILES: dict[str, BadFile] = {
    "missing": BadFile(
        lambda folder: folder / "none.xlsx",
        ["There is no file {path}. Check its name and folder."],
        ["找不到文件 {path}。请检查文件名和文件夹。"],
    ),
    "folder": BadFile(
        lambda folder: folder,
        ["{path} is a folder. Give the name of a file."],
        ["{path} 是文件夹，请给出文件名。"],
    ),
    "wrong type": BadFile(
        _file("plan.docx", "words"),
        ["plan.docx cannot be imported. Files that end in .json, .xlsx, .csv and .vcf can."],
        ["无法导入 plan.docx。可以导入以 .json、.xlsx、.csv和.vcf 结尾的文件。"],
    ),
    "empty": BadFile(_file("data.csv", codecs.BOM_UTF8 + b"\r\n"), ["data.csv is empty."]),
    "text named as a workbook": BadFile(
        _file("data.xlsx", "words"),
        ["data.xlsx is not a workbook, whatever its name says. Save it as .xlsx."],
    ),
    "old or locked workbook": BadFile(
        _file("data.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        [
            "data.xlsx is locked with a password or in the old .xls format. "
            "Open it, remove the password and save it as .xlsx."
        ],
    ),
    "truncated workbook": BadFile(
        _truncated,
        ["data.xlsx is damaged. Save it anew or get another copy."],
        ["data.xlsx 已损坏。请重新保存，或另取一份。"],
    ),
    "bomb": BadFile(
        _bomb,
        [
            "data.xlsx unpacks to far more than a workbook of ours holds. "
            "Copy the rows into a new template."
        ],
        ["data.xlsx 解压后大得不正常。请把各行复制到新的模板里。"],
    ),
    "50 MB cell": BadFile(
        _huge_cell(50_000_000),
        ["{path} is too large: more than 50 MB. Split it into smaller files."],
        ["{path} 太大，超过 50 MB。请拆成几个较小的文件。"],
    ),
    "cell just below 50 MB": BadFile(
        _huge_cell(49_000_000),
        [
            "Sheet Clients, cell B2: the text has 49,000,000 characters. Keep it under 100,000.",
        ],
    ),
    "50 MB in JSON": BadFile(
        _data({"client": [{"id": "a", "name": {"en": "x" * 50_000_000}, "industry": "games"}]}),
        ["records.client[0].name.en: the text has 50,000,000 characters. Keep it under 100,000."],
    ),
    "control character": BadFile(
        _book("Clients", CLIENTS, ("", "Bell_x0007_", "Games")),
        [
            "Sheet Clients, cell B2: the text holds an invisible control character (U+0007). "
            "Remove it."
        ],
    ),
    "control character in JSON": BadFile(
        _data({"client": [{"id": "a", "name": {"en": "Bell\x07"}, "industry": "games"}]}),
        [
            "records.client[0].name.en: the text holds an invisible control character (U+0007). "
            "Remove it."
        ],
    ),
    "formula": BadFile(
        _book("Clients", CLIENTS, ("", '="New"&" client"', "Games")),
        ["Sheet Clients, cell B2: the cell holds a formula. Copy it and paste it back as a value."],
        ["工作表“Clients”单元格 B2：单元格里是公式。请复制后粘贴为数值。"],
    ),
    "same id twice": BadFile(
        _book("Clients", CLIENTS, ("a", "One", "Games"), ("a", "Two", "Games")),
        [
            "Sheet Clients, cell A3: the id a stands at Sheet Clients, cell A2 as well. "
            "Each record has an id of its own; leave it empty for a new one."
        ],
        [
            "工作表“Clients”单元格 A3：编号 a 与工作表“Clients”单元格 A2相同。"
            "每条记录的编号各不相同；新增时请留空。"
        ],
    ),
    "same id twice in JSON": BadFile(
        _data(
            {"client": [{"id": "a", "name": {"en": n}, "industry": "games"} for n in ("x", "y")]}
        ),
        [
            "records.client[1].id: the id a stands at records.client[0].id as well. "
            "Each record has an id of its own; leave it empty for a new one."
        ],
    ),
    "same name twice": BadFile(
        _book("Clients", CLIENTS, ("", "One", "Games"), ("", "ONE", "Games")),
        ["Sheet Clients, cell A3: this is the same as Sheet Clients, cell A2. Keep one of them."],
    ),
    "reporting in a circle": BadFile(
        _book(
            "Lines between people",
            LINES,
            (PROJECT, "Reports to", "He Lin", "Ding Jiashu"),
        ),
        [
            "Sheet Lines between people, cell D2: these people report to each other in a circle: "
            "Ding Jiashu, He Lin and Ding Jiashu."
        ],
    ),
    "unknown industry": BadFile(
        _book("Clients", CLIENTS, ("", "New", "Mining")),
        [
            "Sheet Clients, cell C2: there is no Mining under Industry packs. There are: "
            "Connected vehicles and Games. Choose one of these, or add it there first."
        ],
        [
            "工作表“Clients”单元格 C2：“行业包”里没有“Mining”。现有：车联网和游戏。"
            "请从中选择，或先在那里添加。"
        ],
    ),
    "unknown reference, nearly right": BadFile(
        _book("People", PEOPLE, ("Firefery", "New", None)),
        ["Sheet People, cell A2: there is no Firefery under Clients. Did you mean Fireferry?"],
        ["工作表“People”单元格 A2：“客户”里没有“Firefery”。是不是“Fireferry”？"],
    ),
    "unknown reference in JSON": BadFile(
        _data({"person": [{"id": "p", "client": "nobody", "name": {"en": "New"}}]}),
        [
            "records.person[0].client: there is no nobody under Clients. There are: "
            "client-chengye and fireferry. Choose one of these, or add it there first."
        ],
    ),
    "bad dates": BadFile(
        _book("People", PEOPLE, ("Fireferry", "New", "2026-02-30"), ("Fireferry", "Other", "soon")),
        [
            "2 things in data.xlsx need correcting. Nothing was imported.",
            "  Sheet People, cell C2: 2026-02-30 is not a date. Write it as 2026-11-24.",
            "  Sheet People, cell C3: soon is not a date. Write it as 2026-11-24.",
        ],
        [
            "data.xlsx 有 2 处需要改正，未导入任何内容。",
            "  工作表“People”单元格 C2：“2026-02-30”不是日期。请写成 2026-11-24 的形式。",
            "  工作表“People”单元格 C3：“soon”不是日期。请写成 2026-11-24 的形式。",
        ],
    ),
    "visit on a day without a time": BadFile(
        _book("Visits", VISITS, (PROJECT, "2026-12-01", "Solution", "Meet")),
        [
            "Sheet Visits, cell B2: 2026-12-01 is a day without its time. "
            "Write both, as in 2026-11-24 14:30."
        ],
    ),
    "unknown choice": BadFile(
        _book("Clients", (*CLIENTS, "Grade"), ("", "New", "Games", "Z")),
        [
            "Sheet Clients, cell D2: Z is not one of the choices. Choose from: "
            "S - strategic, A - important, B - regular and C - other."
        ],
    ),
    "people of nowhere": BadFile(
        _file("people.csv", "Name,Title\nNew,Buyer\n"),
        [
            "people.csv does not say where these people work. Add a column Client, or name their "
            "client with --client."
        ],
        ["people.csv 没有写明这些人在哪家公司。请加一列“客户”，或用 --client 指明客户。"],
    ),
    "card of nowhere": BadFile(
        _file("card.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:李雷\nEND:VCARD\n"),
        [
            "Card 1 (李雷): the card names no company. "
            "Name the client of these people with --client."
        ],
    ),
    "no card": BadFile(_file("card.vcf", "words"), ["card.vcf holds no vCard."]),
    "broken JSON": BadFile(
        _file("data.json", '{"format": "briefing-app-data",'),
        ["data.json is damaged or not JSON: line 1, column 32."],
    ),
    "JSON of a newer program": BadFile(
        _file("data.json", '{"format": "briefing-app-data", "version": 3, "records": {}}'),
        ["data.json was made by a newer version of this program. Update the program first."],
        ["data.json 由更新版本的程序生成。请先升级程序。"],
    ),
}
"""By what is wrong with them."""
