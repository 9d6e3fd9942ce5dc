"""What accounts answers in JSON."""
