"""The stakeholder map of an opportunity: looked at, changed, written to files."""
