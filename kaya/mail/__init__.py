"""Mail: a row first, then a job that sends it."""

from kaya.mail.posting import post

__all__ = ["post"]
