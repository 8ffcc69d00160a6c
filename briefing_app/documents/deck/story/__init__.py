"""What each kind of slide says: a module for each chapter of the story."""
