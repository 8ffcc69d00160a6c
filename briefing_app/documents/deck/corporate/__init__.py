"""Decks on a company's own PowerPoint template: read, judged, mapped to roles, filled."""
