"""A process with all of Kaya loaded, of which staged processes are copies: each begins some seconds sooner.

`python -m tests.stage.nursery 5` takes words from socket 5: `start`, with a file for what the copy says, and `poll`.
"""

import json
import os
import socket
import sys
from typing import Any

from flask.cli import main

from kaya import create_app
from tests.servers import die_with_parent

MOST = 1 << 20


def attend(words: socket.socket) -> None:
    """Until the other end closes; returns earlier in a copy, as which it goes on."""
    while True:
        body, files, _, _ = socket.recv_fds(words, MOST, 1)
        if not body:
            sys.exit()
        order: dict[str, Any] = json.loads(body)
        if order["do"] == "poll":
            words.send(json.dumps(code_of(order["pid"])).encode())
        elif pid := os.fork():
            os.close(files[0])
            words.send(json.dumps(pid).encode())
        else:
            words.close()
            become(order, files[0])
            return


def code_of(pid: int) -> int | None:
    """As subprocess has it: None while it runs, and below zero when a signal ended it."""
    ended, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if ended else None


def become(order: dict[str, Any], said: int) -> None:
    os.setsid()
    die_with_parent()
    os.environ.clear()
    os.environ.update(order["env"])
    os.dup2(said, 1)
    os.dup2(said, 2)
    os.close(said)
    sys.argv = order["argv"]


if __name__ == "__main__":
    assert create_app  # what takes long is loaded
    attend(socket.socket(fileno=int(sys.argv[1])))
    main()
