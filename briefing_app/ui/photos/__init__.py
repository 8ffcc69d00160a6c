"""People's photographs on the screen: shown round, given by a file, a drop or the clipboard."""
