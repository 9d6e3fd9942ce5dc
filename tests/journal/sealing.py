"""What a browser sends when it seals: of the right shape, and opened by nobody."""

import base64
import os


def made_up(length: int) -> str:
    return base64.b64encode(os.urandom(length)).decode()


LOCK = {"salt": made_up(32), "rounds": "600000", "wrapped": made_up(60)}
CIPHER = made_up(12 + 512 + 16)
