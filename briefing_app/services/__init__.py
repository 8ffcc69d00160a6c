"""What a user does, a function each."""
