"""Kaya with a feature that only tests know: `flask --app tests.stage.wsgi kaya serve`."""

import itertools
import os
import time
from datetime import timedelta
from pathlib import Path

import click
from flask import Blueprint, current_app
from flask_socketio import disconnect, rooms

from kaya import clock, create_app
from kaya.cli import kaya
from kaya.db import transaction
from kaya.house import FEATURE_PAGES
from kaya.jobs import enqueue, every, job
from kaya.realtime import deliver, hang_up, topic, touch, whisper
from kaya.realtime.sockets import event
from kaya.refusal import Refusal
from kaya.web.policy import allow, everyone
from tests.stage.another_day import dawn, until_the_end

CALLS = itertools.count()

bp = Blueprint("stage", __name__, url_prefix="/stage")


@topic("stage")
def may_watch_the_stage(viewer, key):
    return key != "closed"


@event("stage:applaud")
def applaud(who, body):
    if body.get("loudness") == "too loud":
        raise Refusal("too-loud", "Softer, please.", at_most=10)
    if body.get("loudness") == "broken":
        raise ZeroDivisionError
    return {"heard": body.get("loudness")}


@event("stage:count")
def count(who, body):
    return {"heard": body["number"], "as": next(CALLS)}


@event("stage:walk-out")
def walk_out(who, body):
    disconnect()
    return {"rooms": len(rooms())}


def rise(key):
    with transaction():
        touch("stage", key, event="stage:risen")


@bp.get("/rise/<key>")
@allow(everyone)
def raise_curtain(key):
    rise(key)
    return {"process": os.getpid()}


@bp.get("/rise-and-fail/<key>")
@allow(everyone)
def raise_and_fail(key):
    with transaction():
        touch("stage", key)
        raise Refusal("no-play-tonight", "The lead is ill.")


@bp.get("/tell/<user_id>/<word>")
@allow(everyone)
def tell(user_id, word):
    with transaction():
        deliver(user_id, "notification", {"word": word})
    return {}


@bp.get("/whisper/<user_id>/<word>")
@allow(everyone)
def whisper_to(user_id, word):
    whisper(user_id, "ai:token", {"text": word})
    return {}


@bp.get("/end/<sign_in_id>")
@allow(everyone)
def end(sign_in_id):
    with transaction():
        hang_up(sign_in_id)
    return {}


@bp.get("/slow/<float:seconds>")
@allow(everyone)
def slow(seconds):
    time.sleep(seconds)
    return {"slept": seconds}


@bp.get("/later/<float:seconds>")
@allow(everyone)
def move_the_clock_on(seconds):
    until_the_end.enter_context(clock.moved(by=timedelta(seconds=seconds)))
    return {"now": clock.now().isoformat()}


@bp.get("/begin-a-job/<word>/<float:seconds>")
@allow(everyone)
def begin_a_job(word, seconds):
    with transaction():
        enqueue("stage.note", word=word, seconds=seconds)
    return {}


def note(word):
    """Write down that a job was done, where the test can read it."""
    path = Path(current_app.instance_path) / "notes"
    with path.open("a") as notes:
        notes.write(f"{word}\n")


@job("stage.note", attempts=20)
def write_note(word, seconds=0.0):
    note(f"began {word}")
    time.sleep(seconds)
    note(f"did {word}")


@job("stage.kill", attempts=2)
def kill_the_runner():
    note("killed")
    os._exit(9)


@every("stage.round", minutes=1)
def come_round():
    note("round")


@kaya.command("rise")
@click.argument("key")
def rise_from_the_command_line(key):
    rise(key)


dawn()
FEATURE_PAGES.append(bp)
app = create_app()
