"""What stands where a text was whose key is destroyed."""

from kaya.words import say


class Erased(str):
    """Reads "[erased]" in the reader's language; nobody can bring back what was there."""

    __slots__ = ()


def erased() -> Erased:
    return Erased(say("[erased]"))


def is_erased(text: str) -> bool:
    return isinstance(text, Erased)
