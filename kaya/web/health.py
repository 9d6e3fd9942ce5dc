"""GET /health: is this process alive and ready?"""

import time
from datetime import timedelta

import structlog
from flask import Blueprint, Response, current_app, jsonify
from sqlalchemy import text

from kaya.db import db
from kaya.jobs.queue import lateness
from kaya.web.limits import limiter
from kaya.web.policy import allow, everyone

bp = Blueprint("health", __name__)
log = structlog.get_logger(__name__)
LATEST = timedelta(minutes=10)


@bp.get("/health")
@allow(everyone)
def show() -> tuple[Response, int]:
    checks = {"database": database(), "cache": cache(), "queue": queue_age()}
    ready = all(check["ok"] for check in checks.values())
    return jsonify({"status": "ready" if ready else "not ready", "checks": checks}), 200 if ready else 503


def database() -> dict[str, object]:
    began = time.perf_counter()
    try:
        db.session.execute(text("SELECT 1"))
    except Exception:
        log.exception("The database is not there")
        db.session.rollback()
        return {"ok": False}
    return {"ok": True, "milliseconds": round((time.perf_counter() - began) * 1000, 1)}


def cache() -> dict[str, object]:
    """Memory is always there; a Redis that is away makes us slower to limit, not unready."""
    if not current_app.config["KAYA"].redis_url:
        return {"ok": True, "kind": "memory"}
    try:
        return {"ok": True, "kind": "redis", "reachable": bool(limiter.storage.check())}
    except Exception:
        return {"ok": True, "kind": "redis", "reachable": False}


def queue_age() -> dict[str, object]:
    """How late the job that is due the longest is, in seconds; beyond ten minutes nobody is working."""
    try:
        late = lateness()
    except Exception:
        db.session.rollback()
        return {"ok": False}
    return {"ok": late < LATEST, "oldest_due_seconds": round(late.total_seconds())}
