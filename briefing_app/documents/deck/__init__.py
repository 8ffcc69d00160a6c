"""The meeting deck: what a client's side becomes, slide by slide."""

from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.deck.slides import DeckPages, OutlineEntry

__all__ = ["DeckPages", "OutlineEntry", "deck_pages"]
