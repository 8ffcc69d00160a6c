"""The window, built from its parts."""
