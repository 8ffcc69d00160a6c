"""`check` refuses what an export would refuse, and `--meant` lets words through."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import VISIT, Desk

NEED = "See campaign effects the same day"
OTHER = "Chengye Connected"


def reword(desk: Desk, words: str) -> None:
    data = desk.work / "all.json"
    desk.run("export-data", data)
    data.write_text(data.read_text(encoding="utf-8").replace(NEED, words), encoding="utf-8")
    assert desk.run("import", data).status == 0


@pytest.fixture
def named(desk: Desk) -> Desk:
    """A visit whose client would read the name of another client."""
    reword(desk, f"As fast as {OTHER}")
    return desk


@pytest.mark.parametrize(
    ("language", "kind", "says"),
    [
        ("en", "Names of others: page ", "it is the name of another client."),
        ("zh", "他方名称: ", "这是其他客户的名称"),
    ],
)
def test_a_check_of_what_must_not_leave_ends_with_status_2_and_says_where(
    named: Desk, language: str, kind: str, says: str
) -> None:
    ran = named.run("--language", language, "check", VISIT, "--lang", "en")
    assert ran.status == 2
    found = [line for line in ran.out.splitlines() if line.startswith(f"  {kind}")]
    assert found
    assert all(OTHER in line and says in line for line in found)


@pytest.mark.parametrize(("language", "through"), [("en", "let through"), ("zh", "放行")])
def test_words_that_are_meant_pass_the_check_and_are_shown(
    named: Desk, language: str, through: str
) -> None:
    asked = ("check", VISIT, "--lang", "en", "--meant", OTHER.upper())
    ran = named.run("--language", language, *asked)
    assert ran.status == 0
    assert any(through in line and OTHER in line for line in ran.out.splitlines())
    assert named.run("check", VISIT, "--lang", "en", "--meant", "Chengye").status == 2


def test_words_that_were_meant_are_listed_with_the_export(named: Desk) -> None:
    out: Path = named.work / "out"
    assert named.run("export", VISIT, "--lang", "en", "--out", out).status == 2
    assert not out.exists()
    asked = ("export", VISIT, "--lang", "en", "--out", out, "--meant", OTHER)
    assert named.run(*asked).status == 0
    assert OTHER in named.run("exports", VISIT).out


def test_a_loss_in_money_that_is_no_price_may_be_meant(desk: Desk) -> None:
    reword(desk, "Each dark hour costs us CNY 77,000")
    assert desk.run("check", VISIT, "--lang", "en").status == 2
    assert desk.run("check", VISIT, "--lang", "en", "--meant", "CNY 77,000").status == 0


def test_an_internal_sum_cannot_be_meant(desk: Desk) -> None:
    reword(desk, "All that for ¥280k")  # the price note of the sample product says 280,000
    ran = desk.run("check", VISIT, "--lang", "en", "--meant", "¥280k")
    assert ran.status == 2
    assert "this amount is known inside our team only." in ran.out
