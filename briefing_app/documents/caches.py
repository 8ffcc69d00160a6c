"""How much of what was measured is kept: all of one export, little of the exports before it.

Words that many clients share stay, for the least used go first; the rest never come again, and in
an export of a thousand visits they would only fill the memory.
"""

from __future__ import annotations

TEXTS = 2048
"""Texts and pieces of them; an export with everything that can be wished for has some 1,500."""

LAYOUTS = 32
"""Layouts of slides with a client's words, nine in a deck."""
