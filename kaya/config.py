"""Settings: read once at the start, typed; a bad one stops the start and is named."""

import re
import secrets
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from flask import current_app
from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from kaya.rates import read_rates

ROOT = Path(__file__).parents[1]
SHIPPED_SECRETS = {"change-me-change-me-change-me-change-me"}
SECRET_BYTES = 32
DATA_KEY = re.compile("[0-9a-fA-F]{64}")


class Environment(StrEnum):
    DEVELOPMENT = "development"
    STAGING = "staging"
    PRODUCTION = "production"


class Settings(BaseSettings):
    """Every setting of Kaya; `.env.example` explains each in a sentence."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    environment: Environment = Field(Environment.DEVELOPMENT, validation_alias="KAYA_ENVIRONMENT")
    secret_key: str = ""
    data_key: str = Field("", validation_alias="KAYA_DATA_KEY")
    instance_path: Path = ROOT / "instance"
    database_url: str = ""
    redis_url: str = ""
    sqlite_synchronous: Literal["NORMAL", "FULL"] = "NORMAL"
    host: str = "127.0.0.1"
    port: int = 5000
    public_url: str = ""
    trusted_hosts: Annotated[list[str], NoDecode] = []
    trusted_proxies: int = Field(0, ge=0, le=5)
    workers: int = Field(1, ge=1, le=64)
    threads: int = Field(1024, ge=40, le=8192)
    sockets_per_address: int = Field(200, ge=1)
    sockets_per_sign_in: int = Field(30, ge=1)
    socket_events_per_minute: int = Field(600, ge=1)
    job_threads: int = Field(2, ge=0, le=64)
    job_lease_seconds: int = Field(60, ge=1, le=3600)
    log_format: str = ""
    log_level: str = "INFO"
    mail_transport: str = "log"
    mail_from: str = "Kaya <kaya@example.org>"
    smtp_host: str = "127.0.0.1"
    smtp_port: int = 25
    smtp_user: str = ""
    smtp_password: str = ""
    smtp_tls: bool = False
    resend_api_key: str = ""
    resend_api_url: str = "https://api.resend.com"
    rate_limit_scale: float = Field(0, ge=0)
    rate_limits: str = ""
    media_max_bytes: int = 10 * 1024 * 1024
    media_max_pixels: int = 40_000_000
    body_max_bytes: int = 1024 * 1024
    cors_origins: Annotated[list[str], NoDecode] = []
    argon2_memory_kib: int = 19456
    argon2_time_cost: int = 2
    password_list: str = ""
    places_database: str = ""
    two_factor_for: Annotated[list[str], NoDecode] = ["staff", "practitioner"]
    two_factor_lets_off: Annotated[list[str], NoDecode] = ["okafor@example.org"]
    audit_years: int = Field(6, ge=1, le=100)
    audit_anchor_syslog: str = ""
    audit_anchor_mail: str = ""
    quick_exit_url: str = "https://www.bbc.co.uk/weather"
    who5_file: str = ""
    graceful_seconds: int = Field(5, ge=1, le=60)
    languages: Annotated[list[str], NoDecode] = ["en"]

    @field_validator(
        "trusted_hosts", "cors_origins", "languages", "two_factor_for", "two_factor_lets_off", mode="before"
    )
    @classmethod
    def split(cls, value: object) -> object:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("quick_exit_url")
    @classmethod
    def elsewhere(cls, value: str) -> str:
        if not value.startswith("https://"):
            raise ValueError("is the https address of a harmless page")
        return value

    @field_validator("rate_limits")
    @classmethod
    def known_rates(cls, value: str) -> str:
        read_rates(value)
        return value

    @field_validator("mail_transport")
    @classmethod
    def known_transport(cls, value: str) -> str:
        if value not in ("log", "smtp", "resend"):
            raise ValueError("is one of log, smtp, resend")
        return value

    @field_validator("data_key")
    @classmethod
    def keys_or_folder(cls, value: str) -> str:
        keys = value.replace(" ", "")
        if value.startswith("/") or not value or all(DATA_KEY.fullmatch(key) for key in keys.split(",")):
            return value if value.startswith("/") else keys
        raise ValueError("is one or more keys of 64 hexadecimal digits, or the absolute path of a folder")

    @model_validator(mode="after")
    def complete(self) -> Self:
        self.database_url = driver_named(self.database_url) or f"sqlite:///{self.instance_path / 'kaya.db'}"
        self.public_url = (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")
        self.rate_limit_scale = self.rate_limit_scale or (100 if self.is_development else 1)
        self.two_factor_for = self.two_factor_for or ["staff", "practitioner"]
        self.two_factor_lets_off = self.two_factor_lets_off if self.is_development else []
        self.log_format = self.log_format or ("console" if self.is_development else "json")
        self.check_secret()
        self.check_password_cost()
        self.check_workers()
        return self

    def check_secret(self) -> None:
        """Outside development a secret is given, is not one that was shipped, and has at least 32 bytes."""
        if self.is_development:
            self.secret_key = self.secret_key or kept_secret(self.instance_path / "secret_key")
            return
        if not self.secret_key:
            raise ValueError("SECRET_KEY is missing: set it to at least 32 random bytes")
        if self.secret_key in SHIPPED_SECRETS:
            raise ValueError("SECRET_KEY is the one from the example: make your own")
        if len(self.secret_key.encode()) < SECRET_BYTES:
            raise ValueError("SECRET_KEY is shorter than 32 bytes")
        if not self.public_url.startswith("https://"):
            raise ValueError("PUBLIC_URL must be this site's https address outside development")

    def check_password_cost(self) -> None:
        if not self.is_development and (self.argon2_memory_kib < 19456 or self.argon2_time_cost < 2):
            raise ValueError("ARGON2_MEMORY_KIB is at least 19456 and ARGON2_TIME_COST at least 2 outside development")

    def check_workers(self) -> None:
        if self.workers > 1 and not self.redis_url:
            raise ValueError("REDIS_URL is needed when WORKERS is more than 1: it carries live updates between them")

    @property
    def is_development(self) -> bool:
        return self.environment is Environment.DEVELOPMENT

    @property
    def is_open_to_others(self) -> bool:
        """Does this machine answer others too, not only itself?"""
        try:
            return not ip_address(self.host).is_loopback
        except ValueError:
            return self.host != "localhost"

    @field_validator("password_list", "places_database", "who5_file")
    @classmethod
    def list_that_is_there(cls, value: str) -> str:
        if value and not Path(value).is_file():
            raise ValueError("is no file")
        return value

    @property
    def public_host(self) -> str:
        return urlsplit(self.public_url).netloc

    def for_flask(self) -> dict[str, object]:
        """These settings under the names that Flask and its extensions read."""
        secure = self.public_url.startswith("https://")
        return {
            "KAYA": self,
            "SECRET_KEY": self.secret_key,
            "SERVER_NAME": self.public_host,
            "PREFERRED_URL_SCHEME": urlsplit(self.public_url).scheme,
            "TRUSTED_HOSTS": [
                urlsplit(self.public_url).hostname,
                *(["127.0.0.1", "localhost"] if self.is_development else []),
                *self.trusted_hosts,
            ],
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            "SQLALCHEMY_ENGINE_OPTIONS": {"hide_parameters": True},
            "MAX_CONTENT_LENGTH": self.body_max_bytes,
            "SESSION_COOKIE_NAME": "__Host-kaya" if secure else "kaya",
            "SESSION_COOKIE_SECURE": secure,
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "SESSION_REFRESH_EACH_REQUEST": False,
            "WTF_CSRF_TIME_LIMIT": None,
            "WTF_CSRF_SSL_STRICT": secure,
            "BABEL_DEFAULT_LOCALE": self.languages[0],
            "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "translations"),
            "RATELIMIT_STORAGE_URI": self.redis_url.replace("unix://", "redis+unix://")
            if self.redis_url
            else "memory://",
        }


def read_settings(**given: object) -> Settings:
    """The settings from the environment and `.env`, with `given` on top. Stops the start when one is bad."""
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as bad:
        said = "; ".join(f"{'.'.join(map(str, e['loc'])).upper()} {e['msg']}".strip() for e in bad.errors())
        raise SystemExit(f"Kaya cannot start: {said}") from None


def settings() -> Settings:
    """The settings of the Kaya that is at work, for verbs, which know nothing else of Flask."""
    chosen: Settings = current_app.config["KAYA"]
    return chosen


def driver_named(url: str) -> str:
    """PostgreSQL's address as SQLAlchemy wants it, whichever of its usual forms was given."""
    return "postgresql://" + url.removeprefix("postgres://") if url.startswith("postgres://") else url


def kept_secret(path: Path) -> str:
    """Development's own secret: made once, kept beside the database, for nobody else's eyes."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(SECRET_BYTES))
    return path.read_text()
