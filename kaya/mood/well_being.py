"""The WHO-5, where the operator has it: its words are not Kaya's to spread, so they come from a file of theirs.

The file is JSON: `frame`, a sentence; `items`, five of them; `options`, six, from "at no time" to "all of the time";
and `source`, as its licence asks to be named. The setting WHO5_FILE says where it lies.
"""

import json
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from kaya.mood.instruments import Instrument, Source
from kaya.words import say

KIND = "who-5"


class Words(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, str_min_length=1)

    frame: str
    items: list[str] = Field(min_length=5, max_length=5)
    options: list[str] = Field(min_length=6, max_length=6)
    source: str


@lru_cache
def well_being(path: str) -> Instrument:
    """As the file at `path` words it: 0 to 100, and more is better. Raises ValueError where it is no such file."""
    words = Words.model_validate(json.loads(Path(path).read_text(encoding="utf-8")))
    return Instrument(
        KIND,
        "WHO-5",
        say("Five questions about well-being."),
        words.frame,
        tuple(words.items),
        tuple(words.options),
        (),
        (Source(words.source, ""),),
        asks_difficulty=False,
        factor=4,
    )
