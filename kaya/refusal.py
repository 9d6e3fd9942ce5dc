"""How the domain says no."""

from typing import Any


class Refusal(Exception):
    """A rule was broken; `message` is written for the person who broke it.

    `kind` is stable and becomes the problem's type (`/problems/<kind>`); `field` names what to mend;
    `details` go to machines beside the message (for example the nearest free times).
    `status` is HTTP's word for it: 422 when a field is at fault, else 409, unless said otherwise.
    """

    def __init__(
        self, kind: str, message: object, *, field: str | None = None, status: int | None = None, **details: Any
    ):
        super().__init__(kind, message)
        self.kind = kind
        self.message = message
        self.field = field
        self.status = status or (422 if field else 409)
        self.details = details

    def __str__(self) -> str:
        return f"{self.kind}: {self.message}"
