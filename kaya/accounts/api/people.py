"""A person in JSON."""

from typing import Any

from flask import url_for
from pydantic import BaseModel

from kaya.accounts.models import User
from kaya.accounts.signing_in import Tokens
from kaya.web.api import instant


class UserOut(BaseModel):
    """One's own account."""

    id: str
    email: str
    name: str
    role: str
    pronouns: str
    bio: str
    timezone: str
    language: str
    avatar_url: str | None
    created_at: str


class TokensOut(BaseModel):
    user: UserOut
    access_token: str
    refresh_token: str
    token_type: str
    expires_in: int


def user_json(user: User) -> dict[str, Any]:
    return {
        "id": str(user.id),
        "email": user.email,
        "name": user.name,
        "role": user.role,
        "pronouns": user.pronouns,
        "bio": user.bio,
        "timezone": user.timezone,
        "language": user.language,
        "avatar_url": url_for("media.files.show", name=user.photo, size="square") if user.photo else None,
        "created_at": instant(user.created_at),
    }


def tokens_json(tokens: Tokens) -> dict[str, Any]:
    return {
        "user": user_json(tokens.sign_in.user),
        "access_token": tokens.access_token,
        "refresh_token": tokens.refresh_token,
        "token_type": "Bearer",
        "expires_in": tokens.expires_in,
    }
