"""Whose house this is, is no secret."""

from typing import Any

from kaya.realtime import topic


@topic("organisation")
def anyone(viewer: Any, key: str) -> bool:
    return key == ""
