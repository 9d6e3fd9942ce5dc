"""Does Kaya take as long for an address that it knows as for one that it does not? Sign-in, registering, resetting."""

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx
from flask import Flask

from kaya.db import db
from tests.cast import person
from tests.databases import migrated_app
from tests.live import serving

SAMPLES = 200
WARMING = 10
APART = 0.10
LOGIN, REGISTER, FORGOTTEN = "login", "register", "request-password-reset"
DEAR = {"argon2_memory_kib": 19456, "argon2_time_cost": 2}  # as in production


def main() -> bool:
    """Print a line for each way in; were all medians within 10 %?"""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        address = f"sqlite:///{place / 'kaya.db'}"
        move_in(migrated_app(place, address, **DEAR))
        usual = {**DEAR, "rate_limit_scale": 100_000, "job_threads": 0}
        with (
            serving(place, address, seeded=False, **usual) as house,
            httpx.Client(base_url=f"{house}/api/v1/auth/") as phone,
        ):
            answers = [compared(phone, way) for way in (LOGIN, REGISTER, FORGOTTEN)]
            return all(answers)


def move_in(app: Flask) -> None:
    """As many known people as there are samples: of one alone, five wrong passwords would let the sign-in rest."""
    with app.app_context():
        for number in range(SAMPLES + WARMING):
            person(f"Known {number}", email=f"known-{number}@example.org")
        db.session.remove()
        db.engine.dispose()


def compared(phone: httpx.Client, way: str) -> bool:
    spent: dict[bool, list[float]] = {True: [], False: []}
    for known in shuffled():
        who = f"{'known' if known else way}-{len(spent[known])}@example.org"
        spent[known].append(asked(phone, way, who))
    of_known, of_unknown = (statistics.median(spent[known][WARMING:]) * 1000 for known in (True, False))
    apart = abs(of_known - of_unknown) / max(of_known, of_unknown)
    print(f"| {way} | {of_known:.1f} ms | {of_unknown:.1f} ms | {apart:.1%} | {'yes' if apart <= APART else 'NO'} |")
    return apart <= APART


def shuffled() -> list[bool]:
    """Known and unknown in no order, so that what the machine does beside strikes both alike."""
    order = [True, False] * (SAMPLES + WARMING)
    random.shuffle(order)
    return order


def asked(phone: httpx.Client, way: str, email: str) -> float:
    body = {"email": email} if way == FORGOTTEN else {"email": email, "password": "three wrong herons on a wire"}
    if way == REGISTER:
        body["name"] = "Noa Lindqvist"
    return timed(lambda: phone.post(way, json=body, timeout=30))


def timed(act: Callable[[], httpx.Response]) -> float:
    began = time.perf_counter()
    answer = act()
    assert answer.status_code < 500, answer.text
    assert answer.status_code in (200, 201, 202, 401), f"{answer.status_code}: {answer.text}"
    return time.perf_counter() - began
