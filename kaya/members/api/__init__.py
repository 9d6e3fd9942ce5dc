"""What staff's list of people answers in JSON."""
