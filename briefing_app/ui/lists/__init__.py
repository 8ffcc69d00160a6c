"""Lists that stay fast however long they are: rows are read a page at a time when they show."""
