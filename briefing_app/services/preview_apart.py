"""The preview in a process of its own, where the document engines load."""

from __future__ import annotations

from pathlib import Path

from briefing_app.domain.message import say
from briefing_app.services.preview import Preview, PreviewOrder
from briefing_app.services.progress import Progress, silent


def preview_apart(data: Path, order: PreviewOrder, *, progress: Progress = silent) -> Preview:
    """`preview_document` for the store in a folder, to be run in a process of its own."""
    from briefing_app.services.previewing import preview_document
    from briefing_app.store.store import open_store

    with open_store(data) as store:
        progress(say("{kind}", kind=order.kind), 1, 1)
        return preview_document(store, order)
