"""Mail: a row first, then a job that sends it."""
