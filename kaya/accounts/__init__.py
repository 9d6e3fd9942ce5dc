"""People: how they arrive, sign in, and say who they are."""
