"""How often a topic has changed, and nudges on their way from a process that has no sockets."""

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
    """Written by a process without sockets or Redis (the command line); the server finds it and passes it on."""

    __tablename__ = "pending_nudges"

    id: Mapped[identity]
    room: Mapped[str] = mapped_column(String(120))
    event: Mapped[str] = mapped_column(String(40))
    body: Mapped[dict[str, Any]]
    at: Mapped[moment]
