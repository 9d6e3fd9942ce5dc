"""The front door: what Kaya is, who has time, and the ways in."""
