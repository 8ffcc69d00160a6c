"""The window: pages, dialogs and widgets on the services; no rule of the business is here."""

import sys

import PySide6.QtCore  # noqa: F401 - brings the part of it that is looked at below


def _uses_no_feature(_module: object) -> bool:
    return False


# PySide reads the source of every module that is imported after it, to learn whether that wants
# its snake_case names: a tenth of the time until the window is there. Ours never do.
_FEATURES = sys.modules.get("PySide6.support.feature")
if _FEATURES is not None:
    setattr(_FEATURES, "_mod_uses_pyside", _uses_no_feature)  # noqa: B010 - not in its types
