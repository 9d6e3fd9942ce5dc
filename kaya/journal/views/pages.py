"""/journal: writing first, and what was written by months; one page read, changed, let go of and taken back."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, abort, g, request, url_for
from flask.typing import ResponseReturnValue

from kaya.accounts.days import day_of
from kaya.db import db, uuid7
from kaya.journal import looking, months, prompts, writing
from kaya.journal.beside import lines_for
from kaya.journal.forms import CaptionForm, EntryForm, PhotosForm
from kaya.journal.models import Draft, Entry, EntryPhoto
from kaya.journal.wording import LONGEST_PROMPT
from kaya.markdown import rendered
from kaya.months import Month
from kaya.realtime import version_of
from kaya.web.devices import device_key
from kaya.web.forms import tidy
from kaya.web.limits import limit
from kaya.web.outbox import posted_once
from kaya.web.policy import allow, members
from kaya.web.respond import done, every, find, flash_notice, page
from kaya.words import say

bp = Blueprint("pages", __name__, url_prefix="/journal")

CONFLICT = 409
AT_ONCE = 50  # of what was let go of lately


@bp.get("")
@allow(members)
def index() -> ResponseReturnValue:
    return listing(EntryForm(formdata=None, id=str(uuid7())))


def listing(form: EntryForm, *, status: int = 200) -> Response:
    version, member = version_of("journal", g.viewer.id), g.viewer
    month = Month.named(request.args.get("month")) or months.newest_month(member) or Month.of(day_of(member))
    entries = every(months.pages_in(member, month))
    older, newer = months.neighbours(member, month)
    return page(
        "journal/index.html",
        fragment="journal/_month.html",
        status=status,
        version=version,
        form=form,
        prompt=prompts.of_the_day(member.id, day_of(member)),
        month=month,
        entries=entries,
        older=older,
        newer=newer,
        beside=lines_for(member, [entry.day for entry in entries]),
        excerpt=looking.excerpt,
        drafts=every(Draft.open_of(member)),
        deleted=lately_deleted(),
        let_go=every(Entry.to_take_back(g.viewer, is_sealed=False).limit(AT_ONCE)),
        device_key=device_key(member.id, "journal drafts"),
    )


def lately_deleted() -> Entry | None:
    """The page that was let go of just now, to be taken back; other addresses name none."""
    try:
        named = UUID(request.args.get("deleted", ""))
    except ValueError:
        return None
    entry = db.session.scalar(Entry.let_go_by(g.viewer).where(Entry.id == named))
    return entry if entry and (entry.body or entry.title) else None


@bp.get("/new")
@allow(members)
def new() -> ResponseReturnValue:
    """`?prompt=` one of ours by its slug, or a question in words, as a program asks it; `?day=` which day."""
    asked = tidy(request.args.get("prompt", ""))
    prompt = prompts.BY_SLUG.get(asked)
    day = months.day_named(request.args.get("day"), day_of(g.viewer))
    form = EntryForm(
        formdata=None, id=str(uuid7()), day=day, prompt=str(prompt.words) if prompt else asked[:LONGEST_PROMPT]
    )
    return desk(form)


def desk(form: EntryForm, *, draft: Draft | None = None, status: int = 200) -> Response:
    """Where a new page is written."""
    return page(
        "journal/new.html",
        status=status,
        form=form,
        draft=draft,
        others=[each for each in every(Draft.open_of(g.viewer)) if draft is None or each.id != draft.id],
        device_key=device_key(g.viewer.id, "journal drafts"),
        today=day_of(g.viewer),
        excerpt=looking.excerpt,
    )


@bp.post("")
@limit("journal")
@posted_once
@allow(members)
def create() -> ResponseReturnValue:
    """Sent twice, or after the answer was lost, it is one page: its form knows the page's id. So does the outbox."""
    form = EntryForm()
    entry = form.carry_out(lambda: written(form))
    if entry is None:
        return desk(form, status=form.refused_with)
    flash_notice(say("Kept."))
    return done(see=url_for(".show", entry_id=entry.id))


def written(form: EntryForm) -> Entry:
    there = db.session.scalar(Entry.open_of(g.viewer).where(Entry.id == form.id.id_meant))
    if there is not None:
        return writing.change(g.viewer, there, form.page, draft_id=form.draft.id_meant)
    is_free = db.session.get(Entry, form.id.id_meant) is None if form.id.id_meant else False
    id = form.id.id_meant if is_free else uuid7()
    page = replace(form.page, day=form.day.data or day_of(g.viewer, form.kept_at))
    return writing.write(g.viewer, page, id=id, draft_id=form.draft.id_meant)


@bp.get("/<uuid:entry_id>")
@allow(members)
def show(entry_id: UUID) -> ResponseReturnValue:
    return shown(find(Entry.open_of(g.viewer), entry_id), PhotosForm(formdata=None))


def shown(
    entry: Entry, photos_form: PhotosForm, *, captions: dict[UUID, CaptionForm] | None = None, status: int = 200
) -> Response:
    return page(
        "journal/show.html",
        status=status,
        entry=entry,
        body=rendered(entry.body),
        beside=lines_for(g.viewer, [entry.day]).get(entry.day, []),
        drafts=every(Draft.open_of(g.viewer).where(Draft.page_id == entry.id)),
        photos_form=photos_form,
        caption_form=lambda photo: caption_form(photo, captions or {}),
        excerpt=looking.excerpt,
    )


def caption_form(photo: EntryPhoto, mistaken: dict[UUID, CaptionForm]) -> CaptionForm:
    """Several stand on a page: each field has an id of its own."""
    form = mistaken.get(photo.id) or CaptionForm(formdata=None, caption=photo.caption)
    form.caption.id = f"caption-{photo.id}"
    form.caption.label.field_id = form.caption.id
    return form


@bp.get("/<uuid:entry_id>/edit")
@allow(members)
def edit(entry_id: UUID) -> ResponseReturnValue:
    entry = find(Entry.open_of(g.viewer), entry_id)
    return editing(entry, EntryForm.showing(entry, seen=entry.version))


def editing(
    entry: Entry, form: EntryForm, *, draft: Draft | None = None, theirs: Any = None, status: int = 200
) -> Response:
    mine = Draft.open_of(g.viewer).where(Draft.page_id == entry.id)
    return page(
        "journal/edit.html",
        status=status,
        entry=entry,
        form=form,
        draft=draft,
        theirs=theirs,
        others=[each for each in every(mine) if draft is None or each.id != draft.id],
        device_key=device_key(g.viewer.id, "journal drafts"),
        today=day_of(g.viewer),
        excerpt=looking.excerpt,
    )


@bp.post("/<uuid:entry_id>")
@limit("journal")
@allow(members)
def update(entry_id: UUID) -> ResponseReturnValue:
    entry, form = find(Entry.open_of(g.viewer), entry_id), EntryForm()
    if request.form.get("apart"):
        return apart(entry, form)
    seen = form.seen.data or None
    changed = form.carry_out(
        lambda: writing.change(g.viewer, entry, form.page, seen=seen, draft_id=form.draft.id_meant)
    )
    if changed is None:
        return mistaken(entry, form)
    flash_notice(say("Kept."))
    return done(see=url_for(".show", entry_id=entry.id))


def apart(entry: Entry, form: EntryForm) -> ResponseReturnValue:
    """The page was changed elsewhere too: these words become a page of their own."""
    made = form.carry_out(lambda: writing.write(g.viewer, form.page, draft_id=form.draft.id_meant))
    if made is None:
        return mistaken(entry, form)
    flash_notice(say("Kept as a page of its own."))
    return done(see=url_for(".show", entry_id=made.id))


def mistaken(entry: Entry, form: EntryForm) -> Response:
    """The form again; where another device was faster, with what is there now beside it."""
    if form.refused_with != CONFLICT:
        return editing(entry, form, status=form.refused_with)
    now = db.session.scalar(Entry.open_of(g.viewer).where(Entry.id == entry.id)) or abort(404)
    form.seen.data, form.seen.raw_data = now.version, None
    return editing(now, form, theirs=rendered(now.body), status=CONFLICT)


@bp.post("/<uuid:entry_id>/deletion")
@limit("journal")
@allow(members)
def destroy(entry_id: UUID) -> ResponseReturnValue:
    entry = writing.delete(g.viewer, find(Entry.of(g.viewer), entry_id))
    return done(see=url_for(".index", deleted=entry.id))


@bp.post("/<uuid:entry_id>/restoration")
@limit("journal")
@allow(members)
def restore(entry_id: UUID) -> ResponseReturnValue:
    entry = writing.restore(g.viewer, find(Entry.any_of(g.viewer), entry_id))
    flash_notice(say("It is back."))
    is_sealed = entry.is_sealed
    return done(see=url_for("journal.sealed.show") if is_sealed else url_for(".show", entry_id=entry.id))
