"""The journal on paper: no page spoils the others, whatever stands in it."""

import re
import zlib
from datetime import date
from io import BytesIO

import pytest

from kaya.journal import photos, writing
from kaya.journal.writing import Page
from kaya.media import store
from kaya.paper import Paper
from tests.media.pictures import picture

PDF = "/journal/export/journal.pdf"
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
SHOWN = re.compile(rb"\(((?:\\.|[^\\)])*)\) Tj", re.DOTALL)
LETTER = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4})>")


def words_of(pdf):
    """What is set in Figtree, which is the first face of the file."""
    streams = [found[1] for found in STREAM.finditer(pdf)]
    faces = [each for each in streams if b"begincmap" in each]
    streams = [zlib.decompress(each) for each in streams if each.startswith(b"x\x9c")]
    letters = {int(sign, 16): chr(int(letter, 16)) for sign, letter in LETTER.findall(faces[0])}
    pieces = [each.replace(rb"\r", b"\r") for each in SHOWN.findall(b"".join(streams))]
    shown = b"".join(re.sub(rb"\\(.)", rb"\1", each, flags=re.DOTALL) for each in pieces)
    signs = (int.from_bytes(shown[n : n + 2], "big") for n in range(0, len(shown), 2))
    return "".join(letters.get(sign, "") for sign in signs)


LONG_RUNS = [
    "-" * 1500 + "x",
    "x" + "_" * 3000 + "x",
    "😀" * 3000,
    "\\" * 2200,
    "`" + "-" * 1500 + "x`",
    "```\n" + "." * 3000 + "\n```",
    "*-*" * 1000,
    "\\-" * 1500,
    "שלום" + "!" * 3000 + "שלום",
    "a" + "\u0301" * 3000,
]


@pytest.mark.on("sqlite")
def test_a_page_with_a_long_run_of_signs_is_printed_with_the_others(amara, visit):
    """Behind each stands a word that is there only when all before it could be set."""
    for number, words in enumerate(LONG_RUNS):
        writing.write(amara, Page(f"Run {number}", f"{words}\n\nDone with {number}.", day=date(2026, 3, 1)))
    writing.write(amara, Page("Words", "Low tide again.", day=date(2026, 3, 2)))
    paper = visit(amara).get(PDF)
    assert paper.status_code == 200
    found = words_of(paper.data)
    assert "Low tide again." in found
    assert [number for number in range(len(LONG_RUNS)) if f"Done with {number}." not in found] == []
    assert "cannot be printed" not in found


def test_a_page_that_cannot_be_printed_is_named_and_spoils_no_other(amara, visit):
    broken = writing.write(amara, Page("Broken", "We walked.", day=date(2026, 3, 1)))
    photo = photos.add(amara, broken, BytesIO(picture()))
    writing.write(amara, Page("Words", "Low tide again.", day=date(2026, 3, 2)))
    store.sealed_place_of(photo.image.name, "1920").write_bytes(b"what a failing disk gives")
    words = words_of(visit(amara).get(PDF).data)
    assert "We walked." in words
    assert "The rest of this page cannot be printed." in words
    assert "Low tide again." in words


def test_signs_that_are_held_apart_look_as_before():
    paper = Paper("A page")
    paper.add_page()
    paper.set_font("figtree", "", 10)
    drawn = paper.drawable("-" * 1000)
    assert len(drawn) > 1000
    assert paper.get_string_width(drawn) == pytest.approx(paper.get_string_width("-" * 100) * 10)
