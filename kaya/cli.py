"""flask kaya …: what an operator types."""

import signal
import threading

import click
import structlog
from flask import Flask, current_app
from flask.cli import AppGroup

from kaya import guards
from kaya.config import Settings
from kaya.db import db
from kaya.jobs.runner import Runner, run_due
from kaya.realtime.news import begin_listening_for_work
from kaya.seeds.cli import seed
from kaya.serving import Server, say_last_words
from kaya.web.policy import policies

log = structlog.get_logger(__name__)

OPEN_TO_OTHERS = """HOST lets other machines in, and this is development: whoever reaches it can read every mail in
/dev/mailbox and sign in as the demo people, staff among them, with the password that was printed.
For others set KAYA_ENVIRONMENT=production (docs/operations.md), or take HOST away."""

kaya = AppGroup("kaya", help="Kaya's own commands.")
keys = AppGroup("keys", help="The keys that this installation signs and seals with.")


def install(app: Flask) -> None:
    kaya.add_command(seed)
    kaya.add_command(keys)
    app.cli.add_command(kaya)


@kaya.command()
def serve() -> None:
    """Serve pages, API, sockets and jobs."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    settings = app.config["KAYA"]
    if reason := guards.why_not_to_serve(db.engine):
        raise click.ClickException(reason)
    warn_of_neighbours(settings)
    click.echo(f"Kaya is at {settings.public_url}")
    Server(app, settings).run()


def warn_of_neighbours(settings: Settings) -> None:
    """Development trusts whoever reaches it: say so, printed and logged, where others can."""
    if settings.is_development and settings.is_open_to_others:
        click.secho(f"{'!' * 100}\n{OPEN_TO_OTHERS}\n{'!' * 100}", fg="red", bold=True, err=True)
        log.warning("Development is open to the network", host=settings.host)


@kaya.command()
@click.option("--once", is_flag=True, help="Do what is due, then stop.")
def work(once: bool) -> None:
    """Do jobs, as a process of its own; told to stop, it finishes what is in hand."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    if once:
        click.echo(f"{run_due(app)} done")
        return
    told = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda number, frame: told.set())
    runner = Runner(app, max(1, app.config["KAYA"].job_threads))
    runner.start()
    begin_listening_for_work(told)
    told.wait()
    runner.stop(app.config["KAYA"].graceful_seconds)
    say_last_words(app)


@kaya.command("policies")
def show_policies() -> None:
    """Print who may knock on which door."""
    for rule, methods, policy in policies(current_app):
        click.echo(f"{rule:60} {methods:20} {policy}")


@kaya.command("database")
def show_database() -> None:
    """Print which database this is, without its password."""
    click.echo(db.engine.url.render_as_string(hide_password=True))
