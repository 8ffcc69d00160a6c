"""Charts: where each mark of one stands, for the file to edit and for the page to look at."""
