"""Runs ``briefing-app`` and prints the memory of its largest process in MB, in place of errors.

python -m tests.peak_memory export --all --out visits
"""

from __future__ import annotations

import resource
import subprocess
import sys


def main() -> None:
    """End with the status of the program."""
    command = [sys.executable, "-m", "briefing_app", *sys.argv[1:]]
    status = subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, file=sys.stderr)
    sys.exit(status)


if __name__ == "__main__":
    main()
