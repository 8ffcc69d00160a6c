"""Settings: how the window reads and looks, how visits are planned, documents, and the data."""
