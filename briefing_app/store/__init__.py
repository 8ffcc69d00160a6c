"""SQLite: the only room that knows how records are kept."""
