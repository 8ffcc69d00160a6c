"""What the export gate finds, for the screen: where, what is wrong, and where to mend it.

What the window shows is plain; `gate_views` makes it of the gate's report.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.meant import SetAside
from briefing_app.domain.mend import Mend
from briefing_app.domain.message import Message


@dataclass(frozen=True, kw_only=True, slots=True)
class GateFinding:
    """Something that keeps a document in: on which page (0: in the file itself), in which box,
    what is wrong and what to do. ``mend`` is the field that the words come from, if known; what
    ``may_be_meant`` is let pass where the user says that ``word`` is right here."""

    page: int
    box: str
    kind: Message
    problem: Message
    remedy: Message
    word: str = ""
    around: str = ""
    mend: Mend | None = None
    may_be_meant: bool = False

    @property
    def identity(self) -> SetAside:
        """What it is told from others by, once it is set aside."""
        return SetAside(self.word, self.around)


@dataclass(frozen=True, kw_only=True, slots=True)
class GateRemark:
    """Something that keeps nothing in and is worth a look."""

    page: int
    box: str
    says: Message


@dataclass(frozen=True, kw_only=True, slots=True)
class JudgedView:
    """How the gate judges one document; ``meant`` are findings that it was told to let pass."""

    title: Message
    name: str
    findings: tuple[GateFinding, ...] = ()
    remarks: tuple[GateRemark, ...] = ()
    meant: tuple[GateFinding, ...] = ()

    @property
    def lets_pass(self) -> bool:
        """True when nothing keeps the document in."""
        return not self.findings

    def of_same_word(self, finding: GateFinding) -> tuple[SetAside, ...]:
        """All that is found of a finding's word, in whatever words around it."""
        word = finding.word.casefold()
        same = (one for one in self.findings if one.may_be_meant and one.word.casefold() == word)
        return tuple(dict.fromkeys(one.identity for one in same))
