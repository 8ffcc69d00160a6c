"""Editors of a record's fields: each saves itself, shows a refusal below, and can be undone."""
