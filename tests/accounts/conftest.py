"""Letters as their readers find them, and someone who is on the way in."""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from flask import Flask

from kaya.accounts import registering
from kaya.db import db
from kaya.mail.models import Mail

PASSWORD = "three herons on a wire"


class Letter(NamedTuple):
    kind: str
    text: str
    subject: str

    @property
    def code(self) -> str:
        return re.search(r"\b\d{6}\b", self.text)[0]

    @property
    def path(self) -> str:
        """Its first link, without the host."""
        return re.search(r"http://localhost(/\S+)", self.text)[1]

    @property
    def token(self) -> str:
        return self.path.rpartition("/")[2]


@pytest.fixture
def letters(app: Flask, run_jobs: Callable[[], int]) -> Callable[[str], list[Letter]]:
    """`letters("ana@example.org")`: what came there, the newest first."""

    def open_box(to: str) -> list[Letter]:
        run_jobs()
        return [Letter(m.kind, m.text, m.subject) for m in db.session.scalars(Mail.newest(to))]

    return open_box


@pytest.fixture
def ana(app: Flask, letters: Callable[[str], list[Letter]]) -> Letter:
    """The letter to Ana, who has registered and no account yet."""
    registering.register("ana@example.org", PASSWORD, "Ana Luz", timezone="Europe/Lisbon")
    return letters("ana@example.org")[0]
