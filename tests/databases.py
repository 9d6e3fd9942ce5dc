"""The two databases that tests run on: migrated once a session, and as good as new before each test."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
from flask import Flask
from flask_migrate import upgrade

from kaya import create_app
from kaya.config import Settings
from kaya.db import db
from kaya.web.limits import limiter
from tests.servers import Postgres, psycopg_address

DATABASES = ("sqlite", "postgresql")

# What was written to is emptied, and gets back what the migrations themselves wrote, which is kept aside.
# As a replica no trigger fires but the one that notes it: neither foreign keys nor the guards of the audit trail.
NOTE_WRITTEN = """
CREATE SCHEMA kept;
CREATE UNLOGGED TABLE kept.written (name text);
CREATE FUNCTION kept.note_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO kept.written VALUES (TG_TABLE_NAME); RETURN NULL; END $$;
DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('CREATE TRIGGER zz_written AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.%I '
                   'FOR EACH STATEMENT EXECUTE FUNCTION kept.note_written()', t);
    EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER zz_written', t);
  END LOOP;
END $$
"""
KEEP_PRISTINE = """
DO $$ DECLARE t text; filled boolean; BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', t) INTO filled;
    IF filled THEN EXECUTE format('CREATE TABLE kept.%I AS TABLE public.%I', t, t); END IF;
  END LOOP;
END $$
"""
RESTORE_PRISTINE = """
DO $$ DECLARE t text; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR t IN SELECT DISTINCT name FROM kept.written LOOP
    EXECUTE format('DELETE FROM public.%I', t);
    IF to_regclass(format('kept.%I', t)) IS NOT NULL THEN
      EXECUTE format('INSERT INTO public.%I SELECT * FROM kept.%I', t, t);
    END IF;
  END LOOP;
  IF FOUND THEN
    DELETE FROM kept.written;
    PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
      FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL;
  END IF;
END $$
"""
END_WHAT_HANGS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'
"""


def settings_for_tests(folder: Path, **given: Any) -> Settings:
    """Kaya's settings as tests want them: nothing from the environment, cheap passwords, no job that runs by itself."""
    usual: dict[str, Any] = {
        "instance_path": folder,
        "secret_key": "a secret that only the tests know",
        "public_url": "http://localhost",
        "argon2_memory_kib": 8,
        "argon2_time_cost": 1,
        "job_threads": 0,
        "log_level": "WARNING",
        "two_factor_for": ["staff"],
    }
    return Settings(_env_file=None, **usual | given)


def migrated_app(folder: Path, address: str, **given: Any) -> Flask:
    """Kaya on the database at `address`, which is migrated here."""
    app = create_app(settings_for_tests(folder, database_url=address, **given), TESTING=True, WTF_CSRF_ENABLED=False)
    with app.app_context():
        try:
            upgrade()
        except SystemExit as why:
            raise RuntimeError("The migrations do not run: see what they said above.") from why
        db.session.remove()
    return app


class Sqlite:
    """A file; before each test a copy of the migrated one takes its place."""

    kind = "sqlite"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file, self.template = folder / "kaya.db", folder / "migrated.db"
        self.copies = 0
        self.address = f"sqlite:///{self.file}"
        self.app = migrated_app(folder, self.address)
        self.forget_connections()
        self.file.rename(self.template)

    def restore(self) -> None:
        self.forget_connections()
        for journal in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                os.unlink(f"{self.file}{journal}")
        fresh = self.folder / "fresh.db"
        shutil.copyfile(self.template, fresh)
        fresh.rename(self.file)

    def copy(self) -> str:
        """The address of a migrated, empty database beside this one, for a test that starts processes or migrates."""
        self.copies += 1
        file = self.folder / f"copy-{self.copies}.db"
        shutil.copyfile(self.template, file)
        return f"sqlite:///{file}"

    def close(self) -> None:
        self.forget_connections()

    def forget_connections(self) -> None:
        with self.app.app_context():
            db.engine.dispose()


class Postgresql:
    """A database of a running server; before each test every table that was written to is put back."""

    kind = "postgresql"

    def __init__(self, folder: Path, server: Postgres) -> None:
        self.server = server
        self.name = f"kaya_test_{os.getpid()}"
        self.template = f"{self.name}_migrated"
        self.copies: list[str] = []
        self.address = server.create(self.name)
        self.app = migrated_app(folder, self.address)
        self.forget_connections()
        server.create(self.template, template=self.name)
        self.keeper = psycopg.connect(psycopg_address(self.address), autocommit=True)
        self.keeper.execute(NOTE_WRITTEN)
        self.keeper.execute(KEEP_PRISTINE)

    def restore(self) -> None:
        self.keeper.execute(END_WHAT_HANGS)
        self.keeper.execute(RESTORE_PRISTINE)

    def copy(self) -> str:
        """The address of a migrated, empty database beside this one, for a test that starts processes or migrates."""
        self.copies.append(f"{self.name}_{len(self.copies)}")
        return self.server.create(self.copies[-1], template=self.template)

    def close(self) -> None:
        self.forget_connections()
        self.keeper.close()
        for name in [*self.copies, self.name, self.template]:
            self.server.drop(name)

    def forget_connections(self) -> None:
        with self.app.app_context():
            db.engine.dispose()


Database = Sqlite | Postgresql


def on_each_database(metafunc: Any, fixture: str, **how: Any) -> None:
    """A test that takes `fixture` runs on each that was chosen; one marked `on` only where that says."""
    if fixture in metafunc.fixturenames:
        chosen = metafunc.config.getoption("--databases").split(",")
        mark = metafunc.definition.get_closest_marker("on")
        wanted = mark.args if mark else DATABASES
        metafunc.parametrize(fixture, [kind for kind in wanted if kind in chosen], indirect=True, **how)


def forget_counts() -> None:
    """Nobody has asked for anything yet; where something kept the counts from being read, they are read again."""
    if limiter._storage and limiter._fallback_storage:
        limiter.reset()
        limiter._fallback_storage.reset()
        limiter._storage_dead = False
