"""A security key without hardware: makes passkeys and signs with them, well or wrongly, as a test wants."""

import hashlib
import json
import os
import struct
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, encode_cbor

ORIGIN = "http://localhost"
PRESENT, VERIFIED, MAY_BE_BACKED_UP, BACKED_UP, NEW = 0x01, 0x04, 0x08, 0x10, 0x40


@dataclass
class Device:
    """One passkey of one person. `looks`: does it look at a finger, a face or a PIN?"""

    origin: str = ORIGIN
    rp_id: str = "localhost"
    looks: bool = True
    sign_count: int = 0
    id: bytes = field(default_factory=lambda: os.urandom(32))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    handle: bytes = b""

    def make(self, options: dict[str, Any]) -> dict[str, Any]:
        """What navigator.credentials.create answers."""
        self.handle = base64url_to_bytes(options["user"]["id"])
        attested = bytes(16) + struct.pack(">H", len(self.id)) + self.id + self.public_key
        statement = {"fmt": "none", "attStmt": {}, "authData": self.said(NEW) + attested}
        response = {
            "clientDataJSON": self.client_data("webauthn.create", options["challenge"]),
            "attestationObject": bytes_to_base64url(encode_cbor(statement)),
            "transports": ["internal"],
        }
        return self.named(response)

    def sign(self, options: dict[str, Any], **client_data: Any) -> dict[str, Any]:
        """What navigator.credentials.get answers; it counts."""
        self.sign_count += 1
        told, said = self.client_data("webauthn.get", options["challenge"], **client_data), self.said()
        signed = said + hashlib.sha256(base64url_to_bytes(told)).digest()
        response = {
            "clientDataJSON": told,
            "authenticatorData": bytes_to_base64url(said),
            "signature": bytes_to_base64url(self.key.sign(signed, ec.ECDSA(SHA256()))),
            "userHandle": bytes_to_base64url(self.handle),
        }
        return self.named(response)

    def named(self, response: dict[str, Any]) -> dict[str, Any]:
        name = bytes_to_base64url(self.id)
        return {"id": name, "rawId": name, "type": "public-key", "response": response}

    def client_data(self, act: str, challenge: str, /, **more: Any) -> str:
        told = {"type": act, "challenge": challenge, "origin": self.origin, "crossOrigin": False, **more}
        return bytes_to_base64url(json.dumps(told).encode())

    def said(self, flags: int = 0) -> bytes:
        flags |= PRESENT | (VERIFIED if self.looks else 0)
        return hashlib.sha256(self.rp_id.encode()).digest() + bytes([flags]) + struct.pack(">I", self.sign_count)

    @property
    def public_key(self) -> bytes:
        point = self.key.public_key().public_numbers()
        return encode_cbor({1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")})
