"""The library: sessions written for Kaya. Their words are content in the language that each names."""

from kaya.practice.library import breathing
from kaya.practice.script import Script

SCRIPTS: tuple[Script, ...] = (*breathing.SCRIPTS,)

BY_SLUG = {script.slug: script for script in SCRIPTS}
