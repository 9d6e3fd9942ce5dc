"""Composed sessions fill the minutes asked, to the second, and their protocols are kept."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaya.practice.composer import MOST_BEYOND, compose, lengths
from kaya.practice.library import BY_SLUG, SCRIPTS
from kaya.practice.protocols import PROTOCOLS
from kaya.practice.script import Pause, PracticeKind, Rounds, Script
from kaya.practice.steps import BREATH, StepKind, length
from kaya.refusal import Refusal

ASKED = st.sampled_from(SCRIPTS).flatmap(lambda script: st.tuples(st.just(script), st.sampled_from(lengths(script))))


THIRD, FOUR_TENTHS, HALF = Fraction(1, 3), Fraction(4, 10), Fraction(1, 2)
FEW_MINUTES = ("before-you-begin", "between-two-meetings")


def slug_of(script):
    return script.slug


def does_something(script):
    """Moved, tensed, or breathed in a break: others rest, sit, walk or listen, and are quiet by their nature."""
    return script.kind == PracticeKind.MOVEMENT or script.slug in FEW_MINUTES


def share_of(steps, kinds):
    return exactly(step for step in steps if step.kind in kinds) / exactly(steps)


def exactly(steps):
    return sum(Fraction(step.seconds) for step in steps)


@settings(max_examples=1000, deadline=None)
@given(ASKED)
def test_any_session_fills_any_of_its_lengths_to_the_second(asked):
    script, minutes = asked
    steps = compose(script, minutes)
    assert exactly(steps) == minutes * 60
    assert all(step.seconds > 0 and step.seconds * 2 % 1 == 0 for step in steps)
    assert beyond_its_own_silence(script, steps) * MOST_BEYOND < minutes * 60
    assert breaths_are_whole(script, steps)
    assert speech_is_slow(steps)


def beyond_its_own_silence(script: Script, steps) -> float:
    """Seconds of quiet that no silence of the script allows, for those of its passages that were taken at least."""
    pauses = [part for passage in script.passages for part in passage.parts if isinstance(part, Pause)]
    quiet = sorted((s.seconds for s in steps if s.kind in (StepKind.SILENCE, StepKind.RELEASE)), reverse=True)
    allowed = sorted((pause.most for pause in pauses), reverse=True)
    return sum(max(0, is_ - may) for is_, may in zip(quiet, allowed, strict=False))


def breaths_are_whole(script: Script, steps) -> bool:
    """What is breathed can be cut into rounds of the script's protocols without a rest."""
    protocols = {p.protocol for passage in script.passages for p in passage.parts if isinstance(p, Rounds)}
    breathed = [(step.kind, step.seconds) for step in steps if step.kind in BREATH]
    while breathed:
        begun = [p for p in protocols if tuple(breathed[: len(p.phases)]) == p.phases]
        if not begun:
            return False
        breathed = breathed[len(begun[0].phases) :]
    return True


def speech_is_slow(steps) -> bool:
    return all(len(s.text.split()) / s.seconds * 60 <= 120 for s in steps if s.kind is StepKind.SAY)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.slug)
def test_each_has_its_usual_length_and_all_between_its_shortest_and_its_longest(script):
    possible = lengths(script)
    assert script.usual in possible
    assert possible == tuple(range(possible[0], possible[-1] + 1))


def test_the_protocols_are_timed_as_they_are_known():
    seconds = {name: [s for _, s in p.phases] for name, p in PROTOCOLS.items()}
    assert seconds["box"] == [4, 4, 4, 4]
    assert seconds["4-7-8"] == [4, 7, 8]
    assert seconds["even-5.5"] == [5.5, 5.5]
    assert seconds["even-5"] == [5, 5]
    assert seconds["sigh"] == [3, 1, 8]
    used = {p.protocol for s in SCRIPTS for passage in s.passages for p in passage.parts if isinstance(p, Rounds)}
    assert used == set(PROTOCOLS.values())


@pytest.mark.parametrize("minutes", lengths(BY_SLUG["four-seven-eight"]))
def test_four_seven_eight_is_four_rounds_to_eight_and_then_quiet(minutes):
    steps = compose(BY_SLUG["four-seven-eight"], minutes)
    assert 4 <= len([step for step in steps if step.kind is StepKind.IN]) <= 8
    assert share_of(steps, {StepKind.SILENCE}) < THIRD
    assert steps[-1].kind is StepKind.SILENCE


def test_four_seven_eight_is_offered_as_long_as_its_rounds_fill():
    assert lengths(BY_SLUG["four-seven-eight"]) == (3, 4, 5)


@pytest.mark.parametrize("script", [each for each in SCRIPTS if each.kind == PracticeKind.BREATHING], ids=slug_of)
def test_whoever_came_to_breathe_breathes_for_most_of_it(script):
    for minutes in lengths(script):
        steps = compose(script, minutes)
        assert share_of(steps, BREATH) > FOUR_TENTHS
        assert share_of(steps, {StepKind.SILENCE}) < THIRD


@pytest.mark.parametrize("script", [each for each in SCRIPTS if does_something(each)], ids=slug_of)
def test_where_something_is_done_silence_is_half_at_most(script):
    for minutes in lengths(script):
        assert share_of(compose(script, minutes), {StepKind.SILENCE}) <= HALF


def test_muscles_are_tensed_for_five_to_ten_seconds_and_let_go_for_ten_to_twenty():
    for script in SCRIPTS:
        for minutes in lengths(script):
            for step in compose(script, minutes):
                assert step.kind is not StepKind.TENSE or 5 <= step.seconds <= 10
                assert step.kind is not StepKind.RELEASE or 10 <= step.seconds <= 20


@pytest.mark.parametrize("slug", ["five-four-three-two-one", "the-print-of-a-foot"])
def test_whoever_panics_is_not_left_alone(slug):
    """Their task fills the silence, and the voice is back before it is done."""
    for minutes in lengths(BY_SLUG[slug]):
        assert all(step.seconds < 45 for step in compose(BY_SLUG[slug], minutes) if step.kind is StepKind.SILENCE)


def test_cold_water_runs_for_a_minute_at_most():
    steps = compose(BY_SLUG["cold-water-warm-cup"], lengths(BY_SLUG["cold-water-warm-cup"])[-1])
    first = next(index for index, step in enumerate(steps) if step.text.startswith("Let cold water"))
    assert sum(step.seconds for step in steps[first : first + 6] if step.kind is StepKind.SILENCE) <= 60


def test_longer_sessions_say_more_and_never_other_things():
    script = BY_SLUG["from-the-feet-up"]
    short, long = ({s.text for s in compose(script, m) if s.kind is StepKind.SAY} for m in (5, 20))
    assert short < long


def test_what_cannot_be_filled_is_refused_with_what_can():
    script = BY_SLUG["four-seven-eight"]
    with pytest.raises(Refusal, match="length") as refused:
        compose(script, 60)
    assert refused.value.details == {"shortest": lengths(script)[0], "longest": lengths(script)[-1]}
    assert refused.value.field == "minutes"


def test_cues_are_spread_over_the_breaths():
    steps = compose(BY_SLUG["even-breathing"], 6)
    cues = [step.cue for step in steps if step.cue]
    assert len(cues) == len(set(cues)) > 5
    assert length(steps) == 360
