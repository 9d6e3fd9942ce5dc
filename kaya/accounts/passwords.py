"""Passwords: hashed with Argon2id, refused when everybody knows them."""

import hashlib
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn.frequency_lists import FREQUENCY_LISTS  # type: ignore[import-untyped]

from kaya.config import settings
from kaya.refusal import Refusal
from kaya.words import say

SHORTEST, LONGEST = 8, 128
COMMON = frozenset(word for word in FREQUENCY_LISTS["passwords"] if len(word) >= SHORTEST)
SHA1_LINE = 40


def hasher() -> PasswordHasher:
    return hasher_of(settings().argon2_memory_kib, settings().argon2_time_cost)


@cache
def hasher_of(memory_kib: int, time_cost: int) -> PasswordHasher:
    return PasswordHasher(time_cost=time_cost, memory_cost=memory_kib, parallelism=1)


def hashed(password: str) -> str:
    return hasher().hash(written(password))


def written(password: str) -> bytes:
    """As bytes; half a character, which no keyboard makes but JSON can say, is one too."""
    return password.encode(errors="surrogatepass")


def matches(password_hash: str | None, password: str) -> bool:
    """Is it the password? Takes as long when there is nothing to compare it with."""
    try:
        return hasher().verify(password_hash or nobodys_hash(hasher()), written(password)) and bool(password_hash)
    except (VerificationError, InvalidHashError):
        return False


@cache
def nobodys_hash(made_by: PasswordHasher) -> str:
    return made_by.hash("nobody's")


def is_outdated(password_hash: str) -> bool:
    """Was it made with other parameters than the settings ask for now?"""
    return hasher().check_needs_rehash(password_hash)


def check(password: str, *, email: str = "", name: str = "") -> str:
    """`password` if it may be chosen.

    Refuses ("weak-password") one that is shorter than 8 or longer than 128 characters, known to be common, or the
    person's own name or address. Any characters will do.
    """
    if len(password) < SHORTEST:
        raise weak(say("Please choose at least 8 characters. A few words in a row work well."))
    if len(password) > LONGEST:
        raise weak(say("Please choose at most 128 characters."))
    if password.casefold().strip() in own_words(email, name):
        raise weak(say("That is your own name or address, which others know too. Please choose another."))
    if is_common(password):
        raise weak(say("That password is among those tried first, because many people use it. Please choose another."))
    return password


def weak(reason: object) -> Refusal:
    return Refusal("weak-password", reason, field="password")


def own_words(email: str, name: str) -> set[str]:
    email, name = email.casefold(), name.casefold()
    return {email, email.partition("@")[0], name, name.replace(" ", "")} - {""}


def is_common(password: str) -> bool:
    """Is it in the list that ships with Kaya, is it one character over and over, or in the operator's own list?"""
    plain = password.casefold()
    return plain in COMMON or len(set(plain)) == 1 or bool(settings().password_list and is_listed(password))


def common(shortest: int) -> list[str]:
    """Those of the list that ships with Kaya that are so long: for a page that must not tell what was typed."""
    return sorted(word for word in COMMON if len(word) >= shortest)


def is_listed(password: str) -> bool:
    """Look into the operator's file of SHA-1 hashes in order, one a line, by halving it: it may be huge."""
    wanted = hashlib.sha1(written(password), usedforsecurity=False).hexdigest().upper().encode()
    path = Path(settings().password_list)
    low, high = 0, path.stat().st_size
    with path.open("rb") as lines:
        while low < high:
            middle = (low + high) // 2
            lines.seek(max(0, middle - 1))
            if middle:
                lines.readline()
            here = lines.readline()[:SHA1_LINE].upper()
            if here == wanted:
                return True
            if here and here < wanted:
                low = middle + 1
            else:
                high = middle
    return False
