"""Pre-sales briefing assistant: a stored client becomes a deck, a brochure and a visit plan."""

__version__ = "0.1.0"
