"""Bringing data in: a file is looked at, its faults are shown in place, then it is kept."""
