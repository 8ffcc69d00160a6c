"""Renders documents as a reader would see them: LibreOffice makes the PDF, PDFium the pictures."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from xml.sax.saxutils import escape

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from briefing_app.paths import assets_folder

TOOLS = ("soffice", "qpdf", "pdfinfo")
_SOFFICE_ELSEWHERE = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
)
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


class RenderingFailed(Exception):
    """A document could not be rendered, or not in time."""


def tool(name: str) -> str:
    """The path of a rendering tool, empty where it is not installed."""
    found = shutil.which(name)
    if found is None and name == "soffice":
        found = next((str(path) for path in _SOFFICE_ELSEWHERE if path.exists()), None)
    return found or ""


def missing_tools() -> list[str]:
    """What this machine lacks to render as the tests expect it.

    On macOS and Windows LibreOffice sees the fonts of the system alone, so pages would differ.
    """
    fonts = [] if sys.platform == "linux" else ["fontconfig on Linux"]
    return fonts + [name for name in TOOLS if not tool(name)]


class Office:
    """A LibreOffice with a profile and a font list of its own, both kept in ``folder``.

    Two processes must not share a profile, so each test worker has its own folder; ``cache``,
    where the PDF of each document is kept under the document's hash, may be shared.
    """

    def __init__(self, folder: Path, cache: Path) -> None:
        self._folder = folder
        self._cache = cache
        for needed in (folder, cache):
            needed.mkdir(parents=True, exist_ok=True)
        self._font_list = folder / "fonts.conf"
        self._font_list.write_text(
            _FONTS.format(
                fonts=escape(str(assets_folder() / "fonts")), cache=escape(str(folder / "fonts"))
            ),
            encoding="utf-8",
        )

    def pdf_of(self, document: Path, seconds: float = 180) -> Path:
        """The document as PDF, rendered once for the same bytes.

        Raises RenderingFailed when LibreOffice is missing or writes none within ``seconds``.
        """
        digest = hashlib.sha256(document.read_bytes()).hexdigest()
        kept = self._cache / f"{digest}.pdf"
        if not kept.exists():
            self._render(document, seconds).replace(kept)
        return kept

    def converted(
        self, documents: Sequence[Path], ending: str, seconds: float = 180
    ) -> tuple[Path, ...]:
        """The documents in another format, in one run of LibreOffice.

        Raises RenderingFailed when LibreOffice is missing or writes none within ``seconds``.
        """
        program = tool("soffice")
        names = " ".join(document.name for document in documents)
        if not program:
            raise RenderingFailed(f"LibreOffice is needed to render {names}")
        target = self._folder / "out"
        made = tuple(target / f"{document.stem}.{ending}" for document in documents)
        for file in made:
            file.unlink(missing_ok=True)
        profile = (self._folder / "profile").resolve().as_uri()
        options = [f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        output = _run_to_end(
            [program, *options, "--convert-to", ending, "--outdir", target, *documents],
            {**os.environ, "FONTCONFIG_FILE": str(self._font_list)},
            seconds,
        )
        if not all(file.exists() for file in made):
            raise RenderingFailed(f"LibreOffice made no {ending.upper()} of {names}: {output}")
        return made

    def _render(self, document: Path, seconds: float) -> Path:
        (rendered,) = self.converted([document], "pdf", seconds)
        return rendered


def _run_to_end(command: list[str | Path], environment: dict[str, str], seconds: float) -> str:
    """Run a program that starts others; stop all of them when the time is over."""
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            output, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            _stop(process)
            raise RenderingFailed(f"{command[0]} took over {seconds} s") from error
    return output


def _stop(process: subprocess.Popen[str]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def page_images(pdf: Path, width: int = 640) -> Iterator[Image.Image]:
    """Each page as a picture, ``width`` pixels wide."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            with closing(page), closing(page.render(scale=width / page.get_width())) as bitmap:
                yield bitmap.to_pil().convert("RGB").copy()
