"""The window around the pages: rail, search, commands, notices, welcome."""
