"""The library: enough of everything, and no two sessions alike."""

import re
from itertools import combinations

import pytest

from kaya.practice.composer import lengths
from kaya.practice.library import SCRIPTS
from kaya.practice.script import A_PART, Caution, Need, PracticeKind, Rounds, TimeOfDay
from kaya.practice.steps import StepKind
from kaya.practice.vocabulary import CAUTIONS, KINDS, LENGTHS, NEEDS, TIMES

SHINGLE = 3
MOST_SHARED = 0.3


def shingles(words: str) -> set[tuple[str, ...]]:
    plain = re.findall(r"[a-z’]+", words.lower())
    return set(zip(*(plain[n:] for n in range(SHINGLE)), strict=False))


def all_words(script) -> str:
    """What is said, and the cues and instructions too."""
    return " ".join([script.prose, *A_PART.findall(script.words)])


def test_there_are_forty_at_least_of_every_kind_for_every_need_and_hour():
    assert len(SCRIPTS) >= 40
    assert {script.kind for script in SCRIPTS} == set(PracticeKind)
    assert {need for script in SCRIPTS for need in script.needs} == set(Need)
    for time in TimeOfDay:
        assert len([script for script in SCRIPTS if time in script.times]) >= 10


def test_no_two_share_more_than_a_third_of_their_words():
    told = {script.slug: shingles(all_words(script)) for script in SCRIPTS}
    alike = {
        (one, other): share
        for one, other in combinations(told, 2)
        if (share := len(told[one] & told[other]) / min(len(told[one]), len(told[other]))) > MOST_SHARED
    }
    assert not alike


def test_slugs_and_titles_are_their_own():
    for each in ("slug", "title", "summary"):
        assert len({getattr(script, each) for script in SCRIPTS}) == len(SCRIPTS)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.slug)
def test_each_fits_its_row_and_says_what_to_look_out_for(script):
    assert len(script.title) <= 120
    assert 30 < len(script.summary) <= 400
    parts = [part for passage in script.passages for part in passage.parts]
    kinds = {getattr(part, "kind", None) for part in parts}
    if any(isinstance(part, Rounds) for part in parts):
        assert Caution.BREATH in script.cautions
        assert Caution.HOLDS in script.cautions or not any(
            StepKind.HOLD in dict(p.protocol.phases) for p in breaths(parts)
        )
    assert Caution.TENSING in script.cautions or StepKind.TENSE not in kinds
    assert Caution.MOVING in script.cautions or StepKind.MOVE not in kinds
    if script.kind in (PracticeKind.SLEEP_STORY, PracticeKind.YOGA_NIDRA):
        assert Caution.LYING in script.cautions
        assert lengths(script)[-1] >= 20


def breaths(parts):
    return [part for part in parts if isinstance(part, Rounds)]


def test_sources_are_told_with_an_address():
    for source in {source for script in SCRIPTS for source in script.sources}:
        assert re.fullmatch(r"10\.\d{4,9}/\S+", source.doi)
        assert all((source.claim, source.title, source.where))


@pytest.mark.parametrize("kind", PracticeKind)
def test_of_each_kind_there_is_every_length_that_is_said_and_no_other(kind):
    shortest, longest = LENGTHS[kind]
    possible = {minutes for script in SCRIPTS if script.kind == kind for minutes in lengths(script)}
    assert possible == set(range(shortest, longest + 1))


def test_everything_has_words():
    assert (set(KINDS), set(NEEDS), set(TIMES), set(CAUTIONS)) == tuple(
        map(set, (PracticeKind, Need, TimeOfDay, Caution))
    )
