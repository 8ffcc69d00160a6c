"""Where commands write to: what is clearly another thing than is wanted is refused at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from briefing_app.errors import UserError
from briefing_app.files import is_folder, refuse_file_in_the_way, told_about

_ENDINGS = re.compile(
    r"\.(csv|docx?|html?|ics|jpe?g|json|md|pdf|png|potx|pptx?|rtf|svg|toml|txt|vcf|xlsx?|xml|zip)",
    re.IGNORECASE,
)
"""What names of files end in; a folder may be called “v1.2” or “acme.com”."""
_PDF = ".pdf"


class FolderToWrite(click.Path):
    """A folder that is there or can be made; the name of a file is refused."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; UserError for a file, and for a name that only a file would have."""
        if not str(value).strip():
            raise UserError("No folder is named. Give one to write to.")
        path = Path(str(super().convert(value, param, ctx)))
        self.refuse_unfit(path)
        return path

    def refuse_unfit(self, path: Path) -> None:
        """Raise UserError for what is no folder and should not become one."""
        refuse_file_in_the_way(path)
        if _has_file_name(path):
            raise UserError(
                "A folder is wanted, and {path} looks like the name of a file. Leave out"
                " “{ending}”, or name a folder that is there.",
                path=str(path),
                ending=path.suffix,
            )


class PdfOrFolder(FolderToWrite):
    """A PDF file to write, or a folder as `FolderToWrite`."""

    def refuse_unfit(self, path: Path) -> None:
        """Raise UserError for another kind of file."""
        if path.suffix.lower() == _PDF:
            with told_about(path):
                path.exists()  # a name that the system does not take is told before any work
            refuse_file_in_the_way(path.parent)
            return
        if _has_file_name(path):
            raise UserError(
                "{path} is neither a PDF file nor a folder. Give a name that ends in .pdf, or a"
                " folder.",
                path=str(path),
            )
        refuse_file_in_the_way(path)


def _has_file_name(path: Path) -> bool:
    """True for a name with the ending of a file where no folder is called so."""
    return _ENDINGS.fullmatch(path.suffix) is not None and not is_folder(path)
