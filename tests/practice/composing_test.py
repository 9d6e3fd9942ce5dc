"""Sessions of one's own: made of steps, composed like any other, seen by nobody else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaya.db import db, uuid7
from kaya.practice import composing, practising, shelf
from kaya.practice.composer import fillable, filled
from kaya.practice.composing import Wording
from kaya.practice.models import Practice, PracticeSession
from kaya.practice.own_steps import passages_of, refuse_bad
from kaya.practice.steps import BREATH, Step, StepKind, length
from kaya.refusal import Refusal

SAY, IN, OUT, HOLD, QUIET = StepKind.SAY, StepKind.IN, StepKind.OUT, StepKind.HOLD, StepKind.SILENCE
WORDS = Step(SAY, "Sit down by the window.", 4)
BREATH_IN, BREATH_OUT = Step(IN, "", 4), Step(OUT, "", 6)
STEPS = [WORDS, BREATH_IN, BREATH_OUT, BREATH_IN, BREATH_OUT, Step(QUIET, "", 30), Step(StepKind.BELL, "", 5)]


@pytest.fixture
def window(amara, library):
    return composing.make(amara, Wording("By the window", STEPS))


def test_it_fills_the_minutes_asked(amara, window):
    assert (window.minutes, window.shortest) == (1, 1)
    for minutes in (1, 3, 10):
        steps = shelf.steps_of(window, minutes)
        assert length(steps) == minutes * 60
    held = practising.begin(amara, window, 3)
    assert held.title == "By the window"


def test_breaths_are_repeated_whole(window):
    breathed = [step.kind for step in shelf.steps_of(window, 10) if step.kind in BREATH]
    assert breathed == [IN, OUT] * (len(breathed) // 2)
    assert len(breathed) > 20


def test_it_is_nobody_elses(amara, ben, window):
    assert window in db.session.scalars(Practice.of(amara)).all()
    assert window not in db.session.scalars(Practice.of(ben)).all()
    with pytest.raises(Refusal, match="not-allowed"):
        composing.change(ben, window, Wording("Mine", STEPS))
    with pytest.raises(Refusal, match="not-allowed"):
        composing.remove(ben, window)


def test_the_librarys_cannot_be_changed(amara, library):
    with pytest.raises(Refusal, match="not-allowed"):
        composing.change(amara, library["first-light"], Wording("Mine", STEPS))


def test_what_was_held_stays_when_it_goes(amara, window, clock):
    held = practising.begin(amara, window, 2)
    composing.remove(amara, window)
    assert window not in db.session.scalars(Practice.of(amara)).all()
    composing.purge_removed()
    assert composing.restore(amara, window) in db.session.scalars(Practice.of(amara)).all()
    composing.remove(amara, window)
    clock.travel(hours=25)
    composing.purge_removed()
    kept = db.session.get(PracticeSession, held.id, populate_existing=True)
    assert (kept.practice_id, kept.title, len(kept.steps) > 3) == (None, "By the window", True)


def test_the_same_id_is_the_same_practice(amara, ben, library):
    id = uuid7()
    assert (
        composing.make(amara, Wording("One", STEPS), id=id).id == composing.make(amara, Wording("Two", STEPS), id=id).id
    )
    with pytest.raises(Refusal, match="id-taken"):
        composing.make(ben, Wording("One", STEPS), id=id)


@pytest.mark.parametrize(
    ("steps", "kind"),
    [
        ([], "no-steps"),
        ([WORDS] * 201, "too-many-steps"),
        ([Step(SAY, " ", 4)], "blank"),
        ([Step(SAY, "x" * 501, 4)], "too-long"),
        ([Step(SAY, "Hello.", 0)], "seconds"),
        ([Step(SAY, "Hello.", 4.25)], "seconds"),
        ([Step(IN, "", 1), BREATH_OUT], "seconds"),
        ([BREATH_IN, Step(HOLD, "", 21), BREATH_OUT], "seconds"),
        ([BREATH_IN], "cut-breath"),
        ([BREATH_OUT, BREATH_IN], "cut-breath"),
        ([BREATH_IN, WORDS, BREATH_OUT], "cut-breath"),
        ([Step(QUIET, "", 1800)] * 3, "length"),
    ],
)
def test_what_is_no_session_is_refused(amara, library, steps, kind):
    with pytest.raises(Refusal, match=kind) as refused:
        composing.make(amara, Wording("Mine", steps))
    assert refused.value.field == "steps"


A_BREATH = st.tuples(st.integers(4, 12), st.integers(0, 10), st.integers(4, 20)).map(
    lambda t: [
        s for s in (Step(IN, "", t[0] / 2), Step(HOLD, "", t[1] + 2) if t[1] else None, Step(OUT, "", t[2] / 2)) if s
    ]
)
A_REST = st.sampled_from([SAY, QUIET, StepKind.MOVE]).flatmap(
    lambda kind: st.integers(2, 120).map(lambda halves: [Step(kind, "Here.", halves / 2)])
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.one_of(A_BREATH, A_REST), min_size=1, max_size=20).map(
        lambda groups: [step for group in groups for step in group]
    )
)
def test_whatever_may_be_made_fills_its_own_length_and_every_other_that_it_says(steps):
    refuse_bad(steps)
    passages = passages_of(steps)
    possible = fillable(passages)
    assert -(-length(steps) // 60) in possible
    for minutes in (possible[0], possible[-1]):
        assert length(filled(passages, minutes)) == minutes * 60
