"""What is done with many records at once: a field changed, or all deleted."""
