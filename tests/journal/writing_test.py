"""Pages: written, changed, let go of, taken back, and read by nobody else."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from kaya.db import db, uuid7
from kaya.journal import writing
from kaya.journal.models import Entry
from kaya.journal.wording import Page, tags_in
from kaya.realtime import version_of
from kaya.refusal import Refusal

EARLY = datetime(2026, 3, 12, 2, 30, tzinfo=UTC)


def test_a_page_is_kept_as_it_was_written(amara):
    entry = writing.write(amara, Page(" Low tide ", "We *walked* out.", ("sea", "Sea", "#mother ")))
    assert (entry.title, entry.body, entry.tags) == ("Low tide", "We *walked* out.", ["sea", "mother"])


def test_half_past_two_at_night_belongs_to_the_day_before(amara, clock):
    clock.travel(to=EARLY)
    assert writing.write(amara, Page(body="Awake.")).day == date(2026, 3, 11)


def test_a_page_may_belong_to_a_day_that_has_been(amara, clock):
    clock.travel(to=EARLY)
    assert writing.write(amara, Page(body="Then.", day=date(2019, 5, 1))).day == date(2019, 5, 1)
    with pytest.raises(Refusal, match="in-the-future"):
        writing.write(amara, Page(body="Not yet.", day=date(2026, 3, 12)))
    with pytest.raises(Refusal, match="too-early"):
        writing.write(amara, Page(body="Long ago.", day=date(1899, 12, 31)))


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (Page(" ", "\n"), "blank"),
        (Page("x" * 201, "words"), "too-long"),
        (Page(body="x" * 25_001), "too-long"),
        (Page(body="words", tags=("x" * 41,)), "too-long"),
        (Page(body="words", tags=tuple(f"tag {n}" for n in range(21))), "too-many-tags"),
    ],
)
def test_what_is_no_page_is_refused(amara, page, kind):
    with pytest.raises(Refusal, match=kind):
        writing.write(amara, page)
    assert not db.session.scalars(Entry.of(amara)).all()


def test_tags_are_typed_with_commas_or_lines_between():
    assert tags_in("sea, #mother;work\nriver walk,,") == ("sea", " #mother", "work", "river walk")


def test_the_same_id_is_the_same_page(amara, ben):
    id = uuid7()
    first = writing.write(amara, Page(body="Once."), id=id)
    assert writing.write(amara, Page(body="Once."), id=id).id == first.id
    with pytest.raises(Refusal, match="id-taken"):
        writing.write(ben, Page(body="Mine?"), id=id)


def test_whoever_changes_a_page_that_was_changed_meanwhile_is_told(amara):
    entry = writing.write(amara, Page(body="First."))
    seen = entry.version
    writing.change(amara, entry, Page(body="From the telephone."), seen=seen)
    with pytest.raises(Refusal, match="changed-elsewhere"):
        writing.change(amara, entry, Page(body="From the desk."), seen=seen)
    assert db.session.get(Entry, entry.id).body == "From the telephone."


def test_a_page_that_was_let_go_can_be_taken_back_for_a_day(amara, clock, run_jobs):
    entry = writing.write(amara, Page("Too much", "Let it go."))
    writing.delete(amara, entry)
    assert not db.session.scalars(Entry.of(amara)).all()
    clock.travel(hours=23)
    run_jobs()
    assert writing.restore(amara, entry).body == "Let it go."
    writing.delete(amara, entry)
    clock.travel(hours=25)
    writing.sweep()
    with pytest.raises(Refusal, match="gone"):
        writing.restore(amara, entry)
    row = db.session.execute(select(Entry.__table__).where(Entry.id == entry.id)).mappings().one()
    assert row["body"] is row["title"] is None
    clock.travel(days=91)
    writing.sweep()
    assert not db.session.scalars(Entry.any_of(amara)).all()


def test_other_devices_hear_of_it(amara):
    before = version_of("journal", amara.id)
    entry = writing.write(amara, Page(body="A line."))
    writing.delete(amara, entry)
    assert version_of("journal", amara.id) == before + 2


def test_nobody_else_reads_or_changes_it(amara, ben, admin, visit, call):
    entry = writing.write(amara, Page("Mine", "Alone."))
    for stranger in (ben, admin):
        for page in ("", "/edit"):
            assert visit(stranger).get(f"/journal/{entry.id}{page}").status_code == 404
        assert call(stranger).get(f"/api/v1/journal/{entry.id}").status_code == 404
        with pytest.raises(Refusal, match="not-allowed"):
            writing.change(stranger, entry, Page(body="Ours."))
    assert db.session.scalars(Entry.of(amara)).one().updated_at - entry.created_at < timedelta(minutes=1)
