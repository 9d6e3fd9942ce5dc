"""Kaya: a home for wellness and care."""

from typing import Any

from flask import Flask
from flask_migrate import Migrate
from flask_openapi3 import OpenAPI
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from kaya import api, cli, guards, logs
from kaya.config import ROOT, Settings, read_settings
from kaya.db import db
from kaya.house import FEATURE_PAGES, RESOURCES, development_pages
from kaya.realtime import sockets
from kaya.sealing import retiring
from kaya.web import compression, cors, errors, headers, limits, policy, templating, uploads, viewer
from kaya.web.api import invalid
from kaya.web.viewer import load_viewer

csrf = CSRFProtect()
migrate = Migrate(directory=str(ROOT / "migrations"), render_as_batch=False)


def create_app(settings: Settings | None = None, **config: Any) -> Flask:
    """Kaya, ready to serve; refuses to start with a bad setting, an undeclared route or a missing guard."""
    settings = settings or read_settings()
    logs.configure(settings)
    app = OpenAPI(
        "kaya",
        info=api.INFO,
        doc_ui=False,
        validation_error_callback=invalid,
        root_path=str(ROOT / "kaya"),
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
        instance_path=str(settings.instance_path.resolve()),
    )
    app.config.update(settings.for_flask() | config)
    open_the_house(app, settings)
    furnish(app, settings)
    policy.guard(app)
    check_guards(app)
    check_keys(app)
    return app


def open_the_house(app: OpenAPI, settings: Settings) -> None:
    """What every request passes, in order: id and headers, who is looking, may they, how often, by our own page."""
    settings.instance_path.mkdir(mode=0o700, parents=True, exist_ok=True)
    db.init_app(app)
    migrate.init_app(app, db)
    viewer.install(app)
    compression.install(app)
    headers.install(app)
    uploads.install(app)
    cors.install(app, settings)
    app.before_request(load_viewer)
    app.before_request(policy.check_policy)
    limits.install(app)
    csrf.init_app(app)
    templating.install(app)
    errors.install(app)
    sockets.install(app, settings)
    if settings.trusted_proxies:  # before all else, so that sockets too know who comes
        app.wsgi_app = ProxyFix(app.wsgi_app, *([settings.trusted_proxies] * 4))  # type: ignore[method-assign]
    cli.install(app)


def furnish(app: OpenAPI, settings: Settings) -> None:
    """Every feature's pages and resources."""
    for bp in [*FEATURE_PAGES, *(development_pages() if settings.is_development else [])]:
        app.register_blueprint(bp)
    api.install(app, RESOURCES)
    for resource in [*RESOURCES, api.docs.bp]:
        csrf.exempt(resource)


def check_guards(app: Flask) -> None:
    with app.app_context():
        missing = guards.missing(db.engine)
    if missing:
        raise SystemExit(
            f"Kaya cannot start: the database has lost its guards {', '.join(missing)}. Restore them before serving."
        )


def check_keys(app: Flask) -> None:
    with app.app_context():
        if reason := retiring.why_not_to_start(db.engine):
            raise SystemExit(f"Kaya cannot start: {reason} Put them back before serving.")
