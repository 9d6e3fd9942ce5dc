"""The faces that papers are set in: Kaya's own, DejaVu for more letters, slices of Noto for other scripts and emoji."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kaya.config import ROOT

DIST = ROOT / "static" / "dist"
FACES = (  # family, style, file
    ("figtree", "", "figtree-print.ttf"),
    ("figtree", "B", "figtree-print-bold.ttf"),
    ("figtree", "I", "figtree-print-italic.ttf"),
    ("figtree", "BI", "figtree-print-bold-italic.ttf"),
    ("fraunces", "", "fraunces-print.ttf"),
    ("more", "", "figtree-print-more.ttf"),
    ("more", "B", "figtree-print-bold-more.ttf"),
    ("more", "I", "figtree-print-italic-more.ttf"),
    ("more", "BI", "figtree-print-bold-italic-more.ttf"),
    ("wide", "", "DejaVuSans.ttf"),
    ("wide", "B", "DejaVuSans-Bold.ttf"),
    ("wide", "I", "DejaVuSans-Oblique.ttf"),
    ("wide", "BI", "DejaVuSans-BoldOblique.ttf"),
)
FALLBACKS = ["more", "wide"]
KANA, HANGUL = range(0x3040, 0x3100), range(0xAC00, 0xD7B0)
LARGE = CHINESE, JAPANESE, KOREAN = "noto-sans-sc", "noto-sans-jp", "noto-sans-kr"
ACCENTS = range(0x300, 0x370)


def place_of(name: str) -> Path:
    """Where the build put the file of this name."""
    return DIST / str(built()[name])


def slices_with(letter: str, beside: str) -> list[str]:
    """The slices that may draw `letter`, the best first: of its own script, then Chinese characters as they are written
    in the language of the text `beside` them. Those of the large faces name some letters that they have not.
    """
    wanted = script_of(beside)
    return sorted(
        slices().get(ord(letter), []), key=lambda name: (name.startswith(LARGE), not name.startswith(wanted), name)
    )


def script_of(text: str) -> str:
    if any(ord(letter) in KANA for letter in text):
        return JAPANESE
    return KOREAN if any(ord(letter) in HANGUL for letter in text) else CHINESE


def has_loose_accents(text: str) -> bool:
    """Are there letters whose accents stand behind them, as in Yoruba? One face must draw both, and DejaVu can."""
    return any(ord(letter) in ACCENTS for letter in text)


@cache
def slices() -> dict[int, list[str]]:
    """By letter, as a number: the slices that have it."""
    found: dict[int, list[str]] = defaultdict(list)
    for name, ranges in json.loads(place_of("print-letters.json").read_text()).items():
        for letter in letters_in(ranges):
            found[letter].append(name)
    return dict(found)


def letters_in(ranges: str) -> Iterator[int]:
    """As CSS writes them: U+0900-097F,U+1CD0."""
    for each in ranges.split(","):
        first, _, last = each.strip().removeprefix("U+").partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


@cache
def built() -> dict[str, str]:
    files: dict[str, str] = json.loads((DIST / "manifest.json").read_text())
    return files
