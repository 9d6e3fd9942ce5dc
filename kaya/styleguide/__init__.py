"""Where every component stands in all its states. Served in development only."""
