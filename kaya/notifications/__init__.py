"""Notifications: what happened that concerns someone, kept until read, told at once."""

from kaya.notifications.kinds import Mailed, kind
from kaya.notifications.preferences import wants_mail
from kaya.notifications.telling import tell

__all__ = ["Mailed", "kind", "tell", "wants_mail"]
