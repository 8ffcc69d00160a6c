"""Clients: the list at the left, all that is known of one at the right."""
