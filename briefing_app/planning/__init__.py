"""Rules of the practice, pure: a dossier and a day in, a briefing with its reasons out."""
