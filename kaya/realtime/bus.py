"""Redis between processes: the quick way for news, and how to notice that it is gone."""

import json
import threading
import time
from collections.abc import Callable
from typing import Any

import structlog
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

log = structlog.get_logger(__name__)

CHANNEL = "kaya:news"
CONNECT_SECONDS = 0.5
ANSWER_SECONDS = 2.0
LISTEN_SECONDS = 1.0
TRY_AGAIN_SECONDS = 0.5
SETTLE_SECONDS = 3.0

News = dict[str, Any]


class Bus:
    """One process's end of it.

    After a failure nothing is published for a few seconds, in which every process's ear finds its way back: what is
    said meanwhile goes by the database.
    """

    def __init__(self, url: str) -> None:
        never_twice = Retry(NoBackoff(), 0)
        self.redis = Redis.from_url(
            url, socket_connect_timeout=CONNECT_SECONDS, socket_timeout=ANSWER_SECONDS, retry=never_twice
        )
        self.away_until = 0.0
        self.hears = threading.Event()

    def publish(self, news: News) -> bool:
        """Was it passed on?"""
        if time.monotonic() < self.away_until:
            return False
        try:
            self.redis.publish(CHANNEL, json.dumps(news))
        except RedisError:
            self.lost()
            return False
        return True

    def lost(self) -> None:
        if time.monotonic() > self.away_until:
            log.warning("Redis is away; live updates go by the database")
        self.away_until = time.monotonic() + SETTLE_SECONDS

    def listen(self, hear: Callable[[News], None], back: Callable[[], None], stopped: threading.Event) -> None:
        """Call `hear` with each piece of news, and `back` whenever the connection had been lost and is there again."""
        while not stopped.is_set():
            try:
                with self.redis.pubsub(ignore_subscribe_messages=True) as ear:  # type: ignore[no-untyped-call]
                    ear.subscribe(CHANNEL)
                    if self.hears.is_set():
                        back()
                    self.hears.set()
                    while not stopped.is_set():
                        if said := ear.get_message(timeout=LISTEN_SECONDS):
                            hear(json.loads(said["data"]))
            except RedisError:
                self.lost()
                stopped.wait(TRY_AGAIN_SECONDS)
