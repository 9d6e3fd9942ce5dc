"""`python -m kaya`, which is `make run`: flask db upgrade, flask kaya seed and flask kaya serve, in one process."""

import os

from flask.cli import FlaskGroup

from kaya import create_app

STEPS = (["db", "upgrade"], ["kaya", "seed"], ["kaya", "serve"])


def main() -> None:
    """What it writes, the database above all, is for its own user alone."""
    os.umask(0o077)
    app = create_app()
    flask = FlaskGroup(create_app=lambda: app)
    for step in STEPS:
        flask.main(step, standalone_mode=False)


if __name__ == "__main__":
    main()
