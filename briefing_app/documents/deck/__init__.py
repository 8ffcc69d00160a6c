"""The meeting deck: what a client's side becomes, slide by slide."""
