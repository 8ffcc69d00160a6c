"""Pages of rows for lists: what decides of each record, read without the records themselves."""
