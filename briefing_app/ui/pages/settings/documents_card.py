"""What documents look like, who makes them, and where they go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from briefing_app.documents.theme import load_theme
from briefing_app.documents.theme_files import theme_names
from briefing_app.services.preferences import export_folder_of, template_of
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.form import Form
from briefing_app.ui.file_dialogs import folder_to_use
from briefing_app.ui.pages.settings.preferring import add_preference
from briefing_app.ui.template_choice import TemplateChoice
from briefing_app.ui.widgets import button, card, column, label, row

if TYPE_CHECKING:
    from briefing_app.store.store import Store


class DocumentsCard(QWidget):
    """Theme, user, template and folder of new documents."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        phrase = desk.wording.phrase
        form = self._made_form()
        self.template = TemplateChoice(desk, template_of(desk.preferences))
        self.template.chosen.connect(self._prefer_template)
        self.template.choose_button.setToolTip(
            phrase(
                "Your company's PowerPoint file (.pptx or .potx): decks stand on its slide master."
                " Brochure and visit plan keep their own look."
            )
        )
        self._folder = label(str(export_folder_of(desk.preferences)))
        exported_to = row(self._folder, button(phrase("Choose a folder"), self._choose_folder))
        exported_to.setStretchFactor(self._folder, 1)
        whole = card(
            label(phrase("Documents"), "heading"),
            form,
            label(phrase("Decks stand on the PowerPoint template"), tone="muted"),
            self.template,
            label(phrase("Documents are exported to"), tone="muted"),
            exported_to,
        )
        self.setLayout(column(whole))
        desk.changed.connect(self._read)
        self._read()

    def _made_form(self) -> Form:
        made, phrase = Form(), self._desk.wording.phrase
        themes = tuple((name, load_theme(name).name) for name in theme_names())
        tip = phrase("Colours of new documents and of this window.")
        add_preference(self._desk, made, "theme", phrase("Theme"), themes, tip)
        nobody = (("", phrase("not set")),)
        tip = phrase("Who works here: new visits begin with you in the team.")
        self._user = add_preference(self._desk, made, "user", phrase("You are"), nobody, tip)
        return made

    def _read(self) -> None:
        self._desk.ask(_colleagues, self._show_colleagues)

    def _show_colleagues(self, colleagues: tuple[tuple[str, Any], ...]) -> None:
        wording = self._desk.wording
        named = tuple((one, wording.text(name)) for one, name in colleagues)
        self._user.offer((("", wording.phrase("not set")), *named))
        self._user.show_value(self._desk.preferences.user)

    def _prefer_template(self, template: Path | None) -> None:
        self._desk.prefer(template=str(template or ""))

    def _choose_folder(self) -> None:
        words = self._desk.wording.phrase("Documents are exported to")
        chosen = folder_to_use(self, words, Path(self._folder.text()))
        if chosen is not None:
            self._folder.setText(str(chosen))
            self._desk.prefer(export_folder=str(chosen))


def _colleagues(store: Store) -> tuple[tuple[str, Any], ...]:
    from briefing_app.domain.offering import Colleague

    return tuple((one.id, one.name) for one in store.all(Colleague))
