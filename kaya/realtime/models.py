"""How often a topic has changed, and nudges on their way from a process to another's sockets."""

from typing import Any

from sqlalchemy import BigInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from kaya.db import Model, identity, moment


class TopicVersion(Model):
    """Bumped in the transaction that changed what the topic is about, so a page knows whether it is behind."""

    __tablename__ = "topic_versions"

    topic: Mapped[str] = mapped_column(String(40), primary_key=True)
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger, default=1)


class PendingNudge(Model):
    """News that Redis could not take, or from a process without it (the command line): every server reads it."""

    __tablename__ = "pending_nudges"

    id: Mapped[identity]
    room: Mapped[str] = mapped_column(String(120))
    event: Mapped[str] = mapped_column(String(40))
    body: Mapped[dict[str, Any]]
    origin: Mapped[str] = mapped_column(String(32), default="")
    at: Mapped[moment] = mapped_column(index=True)
