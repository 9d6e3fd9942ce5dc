"""The library: sessions written for Kaya. Their words are content in the language that each names."""

from kaya.practice.library import (
    body,
    breathing,
    focus,
    gratitude,
    grounding,
    kindness,
    longer,
    movement,
    nidra,
    one_minute,
    relaxation,
    sitting,
    sitting_hard,
    stories,
    stories_early,
    walking,
)
from kaya.practice.script import Script

SHELVES = (
    *(breathing, one_minute, sitting, sitting_hard, body, kindness, relaxation, nidra, grounding),
    *(walking, movement, gratitude, longer, focus, stories, stories_early),
)

SCRIPTS: tuple[Script, ...] = tuple(script for shelf in SHELVES for script in shelf.SCRIPTS)

BY_SLUG = {script.slug: script for script in SCRIPTS}
