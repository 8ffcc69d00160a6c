"""How fast an export is, stage by stage, in one run: ``python -m tests.benchmark``.

Unless told otherwise figures are processors' time, for a clock also counts what others do on the
machine. They depend on the machine; the ratios do not. The floor of the deck is zipping the same
parts; an export is measured warm (in this process, the best of several) and cold (a new process
each, compiled as an installed program is).
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from briefing_app.documents.brochure import brochure_pages
from briefing_app.documents.calendar import visit_calendar
from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.deck.pptx_writer import DeckFacts, write_pptx
from briefing_app.documents.gate import Forbidden, inspect
from briefing_app.documents.pdf_writer import PdfFacts, write_pdf
from briefing_app.documents.placed import Page
from briefing_app.documents.speaker_notes import speaker_notes
from briefing_app.documents.theme import load_theme
from briefing_app.documents.visit_plan import visit_plan_pages
from briefing_app.domain.client import Client
from briefing_app.domain.ids import ClientId
from briefing_app.domain.text import Language, Text
from briefing_app.planning.briefing import Briefing
from briefing_app.planning.prepare import prepare
from briefing_app.services.export import export_visit
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.forbidden import forbidden_for
from briefing_app.services.prepare import prepare_briefing
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import Store, open_store
from tests.benchmark_lists import compare
from tests.benchmark_many import TODAY, measure, processor_seconds
from tests.pptxgenjs.compare import NotComparable, pptxgenjs, repeated

VISIT = DEMO_VISITS[0]


def best(
    run: Callable[[], object], rounds: int, clock: Callable[[], float] = time.process_time
) -> float:
    """The best of several runs, in milliseconds by that clock."""
    times = []
    for _ in range(rounds):
        start = clock()
        run()
        times.append((clock() - start) * 1000)
    return min(times)


def zipping_floor(deck: bytes, rounds: int) -> float:
    """Milliseconds to deflate the very parts of a deck, and nothing else."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def zip_them() -> None:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    return best(zip_them, rounds)


def stages(store: Store, language: Language, rounds: int) -> dict[str, float]:
    """Milliseconds of each stage of an export, warm, and the deck's multiple of its floor."""
    theme, results = load_theme(), dict[str, float]()
    dossier = store.dossier(VISIT)
    briefing = prepare(dossier, TODAY)
    side = briefing.client_side
    deck = deck_pages(side, language)
    brochure = brochure_pages(side, language)
    outlines = {side.audience: deck.outline}
    plan = visit_plan_pages(briefing, language, outlines)
    deck_facts = DeckFacts(title="t", author="a", language=language, created=TODAY)
    pdf_facts = PdfFacts(title="t", author="a", subject="s", language=language)
    pptx = write_pptx(deck.pages, theme, deck_facts)
    for name, run in {
        "read the dossier": lambda: store.dossier(VISIT),
        "apply the rules": lambda: prepare(dossier, TODAY),
        f"lay out the deck ({len(deck.pages)} slides)": lambda: deck_pages(side, language),
        "judge the deck": lambda: inspect(deck.pages, theme, Forbidden()),
        "write the deck": lambda: write_pptx(deck.pages, theme, deck_facts),
        "write the deck as a PDF": lambda: write_pdf(deck.pages, theme, pdf_facts),
        f"lay out the brochure ({len(brochure)} pages)": lambda: brochure_pages(side, language),
        "write the brochure": lambda: write_pdf(brochure, theme, pdf_facts),
        f"lay out the visit plan ({len(plan)} pages)": (
            lambda: visit_plan_pages(briefing, language, outlines)
        ),
        "write the visit plan": lambda: write_pdf(plan, theme, pdf_facts),
        "write the calendar": lambda: visit_calendar(briefing, language),
    }.items():
        results[name] = best(run, rounds)
    results["floor: zip the deck's parts"] = zipping_floor(pptx, rounds)
    results["deck, written / floor"] = results["write the deck"] / zipping_floor(pptx, rounds)
    return results


def against_pptxgenjs(store: Store, language: Language, rounds: int) -> dict[str, float]:
    """The presenter's deck as 20 slides, written by us and by PptxGenJS, and as 300 slides."""
    theme = load_theme()
    briefing = prepare(store.dossier(VISIT), TODAY)
    (deck,) = briefing.team_side.decks
    notes = dict(speaker_notes(briefing.team_side, deck, language))
    slides = deck_pages(briefing.client_side, language, notes=notes).pages
    facts = DeckFacts(title="t", author="a", language=language, created=TODAY)
    twenty, many = repeated(slides, 20), repeated(slides, 300)
    ours = best(lambda: write_pptx(twenty, theme, facts), rounds, time.perf_counter)  # as theirs
    long = best(lambda: write_pptx(many, theme, facts), rounds, time.perf_counter)
    results = {
        "write 20 slides with notes": ours,
        "a slide of 300 / a slide of 20 (1 is linear)": long / 15 / ours,
    }
    try:
        theirs = pptxgenjs(twenty, theme, rounds).milliseconds
    except NotComparable as why:
        print(f"PptxGenJS is left out: {why}")
        return results
    return results | {"the same 20 slides by PptxGenJS": theirs, "PptxGenJS / ours": theirs / ours}


def whole_export(
    store: Store, language: Language, out: Path, rounds: int, *, with_pdf: bool
) -> float:
    """Milliseconds of a warm export of all documents, with gate, files and export record."""

    def export() -> Any:
        return export_visit(
            store,
            VISIT,
            out=out,
            wishes=ExportWishes(language=language, with_pdf=with_pdf),
            today=TODAY,
            now=datetime(2026, 11, 23, tzinfo=UTC),
        )

    return best(export, rounds)


def many_names(clients: int, rounds: int) -> dict[str, float]:
    """Milliseconds of a processor to judge a deck, of which to seek the names of so many clients,
    four each, beside those of the samples."""

    def judged(store: Store, briefing: Briefing, pages: Sequence[Page]) -> float:
        forbidden = lambda: forbidden_for(store, briefing)  # noqa: E731
        return best(lambda: inspect(pages, theme, forbidden()), rounds, time.process_time)

    theme = load_theme()
    with tempfile.TemporaryDirectory() as name, open_store(Path(name)) as store:
        load_samples(store)
        one = store.dossier(VISIT).client
        briefing = prepare_briefing(store, VISIT, today=TODAY)
        pages = deck_pages(briefing.client_side, Language.ZH).pages
        few = judged(store, briefing, pages)
        store.save([_further(one, number) for number in range(clients)])  # indexing takes minutes
        many = judged(store, briefing, pages)
    return {"judge a deck": many, "of which to seek the names": many - few}


def _further(one: Client, number: int) -> Client:
    signs = Random(number).choices(range(0x4E00, 0x9FA5), k=8)
    name = "".join(map(chr, signs))
    return replace(
        one,
        id=ClientId(f"further-client-{number:06}"),
        name=Text(f"{name}有限公司", f"Company {number} Ltd"),
        short_name=Text(name[:4], f"Short {number}"),
    )


def command(*arguments: str, compiled: Path, rounds: int = 3) -> float:
    """Milliseconds of the command line in a new process, the median of several; its byte code
    is kept in ``compiled``."""
    program = [sys.executable, "-m", "briefing_app", *arguments]
    kept = {"PYTHONPYCACHEPREFIX": str(compiled), "PYTHONDONTWRITEBYTECODE": ""}
    times = []
    for _ in range(rounds + 1):
        used = processor_seconds()
        subprocess.run(program, check=True, capture_output=True, env=os.environ | kept)
        times.append((processor_seconds() - used) * 1000)
    return statistics.median(times[1:])  # the first run compiles


def memory(*arguments: str) -> float:
    """The memory of the command line at its peak, in MB."""
    program = [sys.executable, "-m", "tests.peak_memory", *arguments]
    return float(subprocess.run(program, check=True, capture_output=True).stderr)


def main() -> None:
    """Print all figures for both languages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--visits", type=int, help="export so many visits at once, and no more")
    parser.add_argument("--jobs", type=int, default=2, help="so many of --visits at a time")
    parser.add_argument("--clients", type=int, help="seek the names of so many, and no more")
    parser.add_argument("--listed", type=int, help="list so many clients, and no more")
    parser.add_argument("--data", type=Path, help="with --listed: a folder that keeps them")
    arguments = parser.parse_args()
    if arguments.listed:
        print("-- lists of many clients, milliseconds, and how many times those of 1,000")
        for what, took, times in compare(arguments.listed, arguments.rounds, arguments.data):
            print(f"{what:44s} {took:9.2f} {times:9.2f}")
        return
    if arguments.clients:
        print("-- names of many clients, milliseconds")
        for stage, took in many_names(arguments.clients, arguments.rounds).items():
            print(f"{stage:44s} {took:9.2f}")
        return
    if arguments.visits:
        measure(arguments.visits, arguments.jobs, Language.ZH)
        return
    rounds = arguments.rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_store(folder / "data") as store:
            load_samples(store)
            gc.freeze()  # the tables that names are indexed with, which no export needs
            for language in Language:
                print(f"-- {language.value}, milliseconds, best of {rounds}")
                for stage, took in stages(store, language, rounds).items():
                    print(f"{stage:44s} {took:9.1f}")
                for stage, took in against_pptxgenjs(store, language, rounds).items():
                    print(f"{stage:44s} {took:9.1f}")
                for what, with_pdf in (("", False), (" and PDF twin", True)):
                    took = whole_export(store, language, folder / "out", rounds, with_pdf=with_pdf)
                    print(f"{f'whole export{what}, warm':44s} {took:9.1f}")
        data = ("--data", str(folder / "data"))
        out = ("--out", str(folder / "cold"))
        compiled = folder / "compiled"
        print("-- new processes, milliseconds, median of 3")
        print(f"{'bare Python':44s} {bare_python():9.1f}")
        print(f"{'briefing-app --help':44s} {command('--help', compiled=compiled):9.1f}")
        took = command(*data, "export", VISIT, *out, compiled=compiled)
        print(f"{'whole export, cold':44s} {took:9.1f}")
        print(f"{'its peak memory, MB':44s} {memory(*data, 'export', VISIT, *out):9.1f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'peak memory of this run, MB':44s} {peak:9.1f}")


def bare_python() -> float:
    """Milliseconds for Python to start and stop: the floor of every command."""
    times = []
    for _ in range(3):
        used = processor_seconds()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        times.append((processor_seconds() - used) * 1000)
    return min(times)


if __name__ == "__main__":
    main()
