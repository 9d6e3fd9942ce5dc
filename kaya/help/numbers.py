"""Telephone numbers and addresses as people write them, and as a device dials them."""

import re
from urllib.parse import urlsplit

from kaya.refusal import Refusal
from kaya.words import say

LONGEST_NUMBER = 40
LONGEST_ADDRESS = 300
NUMBER = re.compile(r"\+?[0-9 ()./\-]*")
FEWEST_DIGITS, MOST_DIGITS = 2, 18


def plain_number(words: str, field: str = "phone") -> str:
    """Without outer space, "" for none; refuses ("phone-invalid") what no telephone could dial. Short ones are fine."""
    words = words.strip()
    digits = sum(each.isdigit() for each in words)
    is_number = NUMBER.fullmatch(words) and len(words) <= LONGEST_NUMBER and FEWEST_DIGITS <= digits <= MOST_DIGITS
    if words and not is_number:
        raise Refusal("phone-invalid", say("That is no telephone number. Write it like +351 912 345 678."), field=field)
    return words


def dialled(number: str) -> str:
    """As it stands in a `tel:` link."""
    return re.sub(r"[^0-9+]", "", number)


def plain_address(words: str, field: str) -> str:
    """An address on the web, or ""; refuses ("address-invalid") all others: it becomes a link on a public page."""
    words = words.strip()
    if words and (len(words) > LONGEST_ADDRESS or not is_web(words)):
        raise Refusal(
            "address-invalid", say("Please write the whole address, such as https://example.org."), field=field
        )
    return words


def is_web(words: str) -> bool:
    try:
        parts = urlsplit(words)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s\\]", words)
