"""Briefing in, files out; nothing here knows a store or a screen."""
