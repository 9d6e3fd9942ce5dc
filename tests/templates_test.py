"""What the strict content policy would refuse in a browser is refused here first."""

import re

import pytest

from tests.floor_plan import ROOT

TEMPLATES = ROOT / "templates"
INLINE = {
    "an inline handler": r"\son[a-z]+\s*=",
    "a handler of htmx": r"\bhx-on",
    "a script that is evaluated": r"""hx-(?:vals|headers|trigger)=["'][^"']*(?:js:|javascript:|\[)""",
    "an inline style": r"\sstyle\s*=",
    "a style sheet in the page": r"<style(?![^>]*nonce)",
    "a script in the page": r"<script(?![^>]*(?:src|nonce)=)",
}


def of_mail(path: str) -> bool:
    """Mail programs know no style sheet and run no script; an archive's page is read from a disk, alone."""
    return "mail" in path or path.startswith("privacy/archive/")


@pytest.mark.parametrize("what", INLINE)
def test_no_template_holds(what):
    found = [
        f"{path.relative_to(TEMPLATES)}: {line.strip()[:100]}"
        for path in sorted(TEMPLATES.rglob("*.html"))
        if not of_mail(str(path.relative_to(TEMPLATES)))
        for line in path.read_text().splitlines()
        if re.search(INLINE[what], line)
    ]
    assert not found
