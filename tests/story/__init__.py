"""The main story of a user, told by the real program on a screen of its own."""
