"""Long runs that look for rare failures: `make battery`; `make test` leaves them out."""
