"""Tells the main story on a screen of its own: ``python -m tests.story OUT``.

Each telling is a new process of the program in a new data folder under Xvfb; each step leaves a
picture in OUT. ``--language`` and ``--appearance`` tell one version of it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

LANGUAGES, APPEARANCES = ("zh", "en"), ("light", "dark")
_SCREEN = "1280x720x24"
_LONG = 600


@contextmanager
def screen(size: str) -> Iterator[str]:
    """A display that nobody sees; its name as in DISPLAY."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", size, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writes], stderr=subprocess.DEVNULL) as server:
        os.close(writes)
        try:
            with os.fdopen(reads) as told:
                number = told.readline().strip()
            if not number:
                sys.exit("Xvfb does not start.")
            yield f":{number}"
        finally:
            server.terminate()


def tell(display: str, language: str, appearance: str, out: Path) -> int:
    """One version of the story; the exit status of its process."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-m", "tests.story.told", home, language, appearance, str(out)]
        return subprocess.run(command, check=False, env=environment, timeout=_LONG).returncode


def main() -> None:
    """Tell the story in each language by day and by night; the status is that of the worst."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--appearance", choices=APPEARANCES)
    parser.add_argument("--screen", default=_SCREEN, help="width x height x depth")
    arguments = parser.parse_args()
    languages = [arguments.language] if arguments.language else LANGUAGES
    appearances = [arguments.appearance] if arguments.appearance else APPEARANCES
    worst = 0
    with screen(arguments.screen) as display:
        for language, appearance in product(languages, appearances):
            out = arguments.out / f"{language}-{appearance}"
            status = tell(display, language, appearance, out)
            print(f"{language} {appearance}: {len(list(out.glob('*.png')))} pictures in {out}")
            worst = max(worst, abs(status))
    sys.exit(worst)


if __name__ == "__main__":
    main()
