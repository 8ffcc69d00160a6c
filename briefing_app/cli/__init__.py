"""The command line: proves that the core needs no screen."""
