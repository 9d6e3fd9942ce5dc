"""Sensitive text at rest: sealed under a key of its person or conversation, which erasing destroys.

A model says `body = sealed_for("client_id")`; what is no model's column uses `seal` and `unseal`.
"""

from kaya.sealing.column import sealed_for
from kaya.sealing.envelope import Unsealable
from kaya.sealing.keyring import seal, seal_bytes, unseal, unseal_bytes
from kaya.sealing.owner import Owner, conversation, person
from kaya.sealing.words import Erased, is_erased

__all__ = [
    "Erased",
    "Owner",
    "Unsealable",
    "conversation",
    "is_erased",
    "person",
    "seal",
    "seal_bytes",
    "sealed_for",
    "unseal",
    "unseal_bytes",
]
