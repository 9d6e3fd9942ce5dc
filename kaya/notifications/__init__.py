"""Notifications: what happened that concerns someone, kept until read, told at once."""
