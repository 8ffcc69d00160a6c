"""The library: what we bring to any client, and what we know of industries."""
