"""The presentation: what is said, where it stands, and the file."""
