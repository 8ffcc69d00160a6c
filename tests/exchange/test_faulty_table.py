"""Faults are shown in the table in which their author made them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.domain.message import say
from briefing_app.errors import UserError
from briefing_app.exchange.faulty_table import FaultyTable, faulty_tables
from briefing_app.exchange.problems import Fault, Spot, faults_of, spot_of
from briefing_app.exchange.reading import read_file
from tests.exchange.sheets import CLIENTS, KNOWN, workbook


def _faults(path: Path) -> tuple[Fault, ...]:
    with pytest.raises(UserError) as caught:
        read_file(path, KNOWN)
    return faults_of(caught.value)


def _tables(path: Path) -> tuple[FaultyTable, ...]:
    return faulty_tables(path, _faults(path))


def test_a_cell_is_found_by_its_sheet_row_and_column() -> None:
    assert spot_of(say("Sheet {sheet}, cell {cell}", sheet="A", cell="AB12")) == Spot("A", 12, 28)
    assert spot_of(say("Sheet {sheet}", sheet="A")) is None


def test_a_workbooks_faults_come_with_the_rows_around_them(tmp_path: Path) -> None:
    rows = [("", f"Client {number}", "Retail") for number in range(2, 30)]
    rows[10] = ("", "Client 12", "Mining")
    path = workbook(tmp_path / "x.xlsx", {"Clients": [CLIENTS, *rows]})
    (table,) = _tables(path)
    assert table.title == "Clients"
    assert [row.number for row in table.rows] == [1, 11, 12, 13]
    assert table.rows[0].cells[:3] == CLIENTS
    assert table.rows[2].cells[:3] == ("", "Client 12", "Mining")
    assert [fault.spot for fault in table.faults] == [Spot("Clients", 12, 3)]


def test_a_csv_files_faults_stand_in_their_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Company name,Industry\nAcme Two,Retail\nOther,Mining\n", encoding="utf-8")
    (table,) = _tables(path)
    assert [row.cells for row in table.rows][-1] == ("Other", "Mining")
    assert [fault.spot for fault in table.faults] == [Spot("", 3, 2)]


def test_each_sheet_with_faults_is_a_table_of_its_own(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "x.xlsx",
        {
            "Clients": [CLIENTS, ("", "", "Retail")],
            "People": [("Client", "Person's name (English)"), ("Nobody's", "Li Lei")],
        },
    )
    assert [table.title for table in _tables(path)] == ["Clients", "People"]


def test_a_fault_without_a_cell_is_in_no_table(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", {"Clients": [CLIENTS], "Odd": [("a",)]})
    (fault,) = _faults(path)
    assert fault.spot is None
    assert faulty_tables(path, (fault,)) == ()
