"""Today: the next visits, what is owed, and what was forgotten."""
