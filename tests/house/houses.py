"""A house to walk through: an app on a database of its own, put back as it was after whoever changed something."""

import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from flask import Flask
from sqlalchemy import event

from kaya import clock, create_app
from kaya.accounts.models import User
from kaya.db import db
from tests.databases import NOTE_WRITTEN, forget_counts, settings_for_tests
from tests.house.scene import Scene
from tests.servers import psycopg_address
from tests.visitor import Visitor

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "DROP")
COLUMNS = """
SELECT table_name, column_name
FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER' ORDER BY 1, ordinal_position
"""
FROM_A_PAGE = {"HTTP_REFERER": "http://localhost/services"}


class House(ABC):
    """Kaya with its rows in place, always entered at noon on the second of March 2026.

    `writes` are the statements that changed rows since it was restored.
    """

    kind = ""

    def __init__(self, folder: Path, address: str, config: dict[str, Any] | None = None, **settings: Any) -> None:
        self.folder, self.address = folder, address
        chosen = settings_for_tests(folder, database_url=address, rate_limit_scale=1000, **settings)
        self.app: Flask = create_app(chosen, TESTING=True, WTF_CSRF_ENABLED=False, **config or {})
        self.scene = Scene()
        self.writes: list[str] = []
        with self.app.app_context():
            event.listen(db.engine, "before_cursor_execute", self.note)

    def note(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.lstrip().upper().startswith(WRITES):
            self.writes.append(statement)

    @contextmanager
    def open(self) -> Iterator["House"]:
        self.restore()
        forget_counts()
        with self.app.app_context(), clock.moved(NOON):
            yield self
            db.session.remove()

    def restore(self) -> None:
        if self.writes:
            self.put_back()
            shutil.copytree(self.folder / "kept", self.folder / "media", dirs_exist_ok=True)
            self.writes.clear()

    def browser(self, name: str) -> Visitor:
        """The browser of someone of the scene, on a page of this house; "nobody" has not signed in."""
        visitor = Visitor(self.app)
        visitor.environ_base |= FROM_A_PAGE
        if name in self.scene.sign_ins:
            with visitor.session_transaction() as session:
                session["_user_id"], session["_fresh"] = self.scene.sign_ins[name], True
        return visitor

    def phone(self, name: str) -> Visitor:
        """Their API client."""
        return Visitor(self.app, token=self.scene.tokens.get(name, ""))

    def keep(self) -> None:
        """What is there now is what is put back: rows, and pictures."""
        (self.folder / "media").mkdir(exist_ok=True)
        shutil.copytree(self.folder / "media", self.folder / "kept")
        self.forget_connections()
        self.keep_rows()
        self.writes.clear()

    @abstractmethod
    def keep_rows(self) -> None: ...

    @abstractmethod
    def put_back(self) -> None: ...

    def forget_connections(self) -> None:
        with self.app.app_context():
            db.session.remove()
            db.engine.dispose()

    def who(self, name: str) -> User:
        return db.session.get_one(User, self.scene.ids[name])


class SqliteHouse(House):
    kind = "sqlite"

    @property
    def file(self) -> Path:
        return Path(self.address.removeprefix("sqlite:///"))

    def keep_rows(self) -> None:
        shutil.copyfile(self.file, f"{self.file}.kept")

    def put_back(self) -> None:
        self.forget_connections()
        for journal in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                os.unlink(f"{self.file}{journal}")
        shutil.copyfile(f"{self.file}.kept", f"{self.file}.fresh")
        os.rename(f"{self.file}.fresh", self.file)


class PostgresHouse(House):
    """What is kept lies beside, in the schema `kept`, and which tables were written to since.

    As a replica neither foreign keys nor guards fire.
    """

    kind = "postgresql"

    def keep_rows(self) -> None:
        self.keeper = psycopg.connect(psycopg_address(self.address), autocommit=True)
        tables: dict[str, list[str]] = {}
        for table, column in self.keeper.execute(COLUMNS):
            tables.setdefault(table, []).append(f'"{column}"')
        self.keeper.execute(NOTE_WRITTEN)
        self.back: dict[str, str] = {}
        for table, columns in tables.items():
            names = ", ".join(columns)
            self.keeper.execute(f"CREATE TABLE kept.{table} AS SELECT {names} FROM public.{table}")
            self.back[table] = (
                f"DELETE FROM public.{table}; "
                f"INSERT INTO public.{table} ({names}) OVERRIDING SYSTEM VALUE SELECT {names} FROM kept.{table}"
            )

    def put_back(self) -> None:
        self.forget_connections()
        with self.keeper.transaction():
            written = [table for (table,) in self.keeper.execute("SELECT DISTINCT name FROM kept.written ORDER BY 1")]
            steps = ["SET LOCAL session_replication_role = replica", *map(self.back.__getitem__, written)]
            self.keeper.execute("; ".join([*steps, "DELETE FROM kept.written"]))
