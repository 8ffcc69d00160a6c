"""The second schema: what the first one lacks. Never changed once it is released."""

SECOND_SCHEMA = """
CREATE TABLE slide_list (
    id TEXT NOT NULL PRIMARY KEY,
    visit TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    audience TEXT NOT NULL,
    slides TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX slide_list_once ON slide_list (visit, audience);
"""
