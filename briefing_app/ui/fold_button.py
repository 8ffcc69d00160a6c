"""Words that open what stands below them: as many lines as they need, and one key or click."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from briefing_app.ui.look import Look
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.widgets import column, label, row

_MARGIN = 4


class FoldButton(QPushButton):
    """``toggled`` tells whether it is open. A button of Qt's has one line; this one wraps."""

    def __init__(self, look: Look, size: str = "") -> None:
        """``size`` is that of `label`."""
        super().__init__()
        self._look = look
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("quiet", True)
        self._sign = label("", wraps=False)
        self._words, self._more = label("", size), label("", "caption")
        for part in (self._sign, self._words, self._more):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = column(self._words, self._more, space=0)
        self._inner = row(self._sign, words, margin=_MARGIN, space=_MARGIN)
        self._inner.setStretch(1, 1)
        self._inner.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._inner)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._dress)
        self._dress(is_open=False)

    def sizeHint(self) -> QSize:
        """What its words need."""
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same at the least."""
        return self._inner.minimumSize()

    def tell(self, called: str, words: str, more: str = "") -> None:
        """Show words, and more in small type below; ``called`` is what screen readers say."""
        self._words.setText(words)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(called)

    @property
    def words(self) -> str:
        """What is shown."""
        return "\n".join(filter(None, (self._words.text(), self._more.text())))

    def _dress(self, is_open: bool) -> None:
        icon = ScreenIcon.UP if is_open else ScreenIcon.FORWARD
        side = self.fontMetrics().height()
        self._sign.setPixmap(self._look.icon(icon).pixmap(QSize(side, side)))
