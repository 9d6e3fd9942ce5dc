"""Sensitive text at rest: sealed under a key of its person or conversation, which erasing destroys.

A model says `body = sealed_for("client_id")`; what is no model's column uses `seal` and `unseal`.
"""

from kaya.sealing.column import sealed_for
from kaya.sealing.envelope import Unsealable
from kaya.sealing.keyring import seal, unseal
from kaya.sealing.owner import Owner, conversation, person
from kaya.sealing.words import Erased, is_erased

__all__ = ["Erased", "Owner", "Unsealable", "conversation", "is_erased", "person", "seal", "sealed_for", "unseal"]
