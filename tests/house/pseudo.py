"""A language that nobody speaks: each sentence of ours in ⟦brackets⟧ and accents, so that what was left out shows."""

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo

from kaya.config import ROOT

LANGUAGE = "eo"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "say": None, "count": (1, 2)}
ACCENTS = str.maketrans("aeiounAEIOUNcsyz", "àéîöûñÀÉÎÖÛÑçšýž")
KEPT = re.compile(r"(%(?:\(\w+\))?[sd%]|<[^>]*>|&\w+;)")


def pseudo(words: str) -> str:
    said = "".join(part if KEPT.fullmatch(part) else part.translate(ACCENTS) for part in KEPT.split(words))
    return f"⟦{said}⟧"


def catalogue() -> Catalog:
    """Every sentence of the house in it."""
    with (ROOT / "babel.cfg").open() as mapping:
        methods, options = parse_mapping_cfg(mapping)
    found = Catalog(locale=LANGUAGE)
    for _, _, message, _, _ in extract_from_dir(ROOT, methods, options, KEYWORDS):
        one = message if isinstance(message, str) else message[0]
        said = pseudo(one) if isinstance(message, str) else tuple(map(pseudo, message))
        found.add(message, said, flags=["python-format"] if "%(" in one else [])
    return found


def write_catalogue(folder: Path) -> Path:
    """The folder of translations, with this one in it."""
    place = folder / LANGUAGE / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "messages.mo").open("wb") as file:
        write_mo(file, catalogue())
    return folder
