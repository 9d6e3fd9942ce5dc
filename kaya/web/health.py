"""GET /health: is this process alive and ready?"""

import time

import structlog
from flask import Blueprint, Response, current_app, jsonify
from sqlalchemy import func, select, text

from kaya import clock
from kaya.db import db
from kaya.jobs.models import Job, State
from kaya.web.limits import limiter
from kaya.web.policy import allow, everyone

bp = Blueprint("health", __name__)
log = structlog.get_logger(__name__)


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
    """How long the oldest due job has waited, in seconds; beyond ten minutes nobody is working."""
    try:
        oldest = db.session.scalar(select(func.min(Job.run_at)).where(Job.state == State.WAITING))
    except Exception:
        db.session.rollback()
        return {"ok": False}
    age = max(0.0, (clock.now() - oldest).total_seconds()) if oldest else 0.0
    return {"ok": age < 600, "oldest_due_seconds": round(age)}
