"""What is typed into the journal's forms."""

from datetime import datetime
from typing import Any
from uuid import UUID

from flask_wtf.file import MultipleFileField
from wtforms import DateField, FieldList, HiddenField, IntegerField
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from kaya import clock
from kaya.journal import thanking, wording
from kaya.journal.drafts import LONGEST as LONGEST_DRAFT
from kaya.journal.photos import LONGEST_CAPTION
from kaya.journal.wording import Page
from kaya.web.forms import Form, LineField, TextField, instant_in
from kaya.words import say

LINES_SHOWN = 3


def at_most(most: int) -> Length:
    return Length(max=most, message=say("Please use at most %(most)d characters.", most=most))


GIVEN = InputRequired(say("Please fill this in."))


class DayField(DateField):
    """A day such as 2026-11-26; what is no day is said so."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        try:
            super().process_formdata([value for value in valuelist if value])
        except ValueError:
            raise ValueError(say("That is not a day. Write it like 2026-11-26.")) from None


class IdField(HiddenField):
    """An id that a page or its script made; what is none counts as nothing."""

    @property
    def id_meant(self) -> UUID | None:
        try:
            return UUID(self.data or "")
        except ValueError:
            return None


class CountField(IntegerField):
    """A version or a revision; what is no number counts as 0."""

    widget = HiddenInput()

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = str(valuelist[0]).strip() if valuelist else ""
        self.data = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


class EntryForm(Form):
    """A page. `id`: the one that a new page will have; `seen`: the version that these words are written over.

    `at`: when it was kept, where its device sends it later.
    """

    title = LineField(say("Title"), [Optional(), at_most(wording.LONGEST_TITLE)])
    body = TextField(say("Your words"), [at_most(wording.LONGEST_BODY)])
    tags = LineField(say("Tags"), [Optional(), at_most(wording.MOST_TAGS * (wording.LONGEST_TAG + 2))])
    day = DayField(say("The day it belongs to"), [Optional()])
    prompt = LineField(say("The question"), [Optional(), at_most(wording.LONGEST_PROMPT)])
    id = IdField()
    draft = IdField()
    seen = CountField(default=0)
    at = HiddenField()

    @property
    def kept_at(self) -> datetime | None:
        """None where it is kept now."""
        at = instant_in(self.at.data or "")
        return at if at and at < clock.now() else None

    @property
    def page(self) -> Page:
        return Page(
            self.title.data or "",
            self.body.data or "",
            wording.tags_in(self.tags.data or ""),
            self.day.data,
            self.prompt.data or "",
        )

    @classmethod
    def showing(cls, row: Any, **more: Any) -> "EntryForm":
        """With a page's words, or a draft's."""
        said = {"title": row.title, "body": row.body, "tags": ", ".join(row.tags), "day": row.day, "prompt": row.prompt}
        return cls(formdata=None, **{**said, **more})


class DraftForm(EntryForm):
    """What stands in a page's form now. `page_id`: the page that it is or will be; `revision`: as the device knows it;
    `hand`: the device's own name for itself in this draft.

    Of a sealed page `cipher` is all there is.
    """

    body = TextField(say("Your words"), [at_most(LONGEST_DRAFT)])
    page_id = IdField()
    revision = CountField(default=0)
    hand = IdField()
    cipher = HiddenField(validators=[at_most(LONGEST_DRAFT)])


class PhotosForm(Form):
    photos = MultipleFileField(say("Photos"))


class CaptionForm(Form):
    caption = LineField(say("What it shows"), [Optional(), at_most(LONGEST_CAPTION)])


class GratitudeForm(Form):
    id = IdField()
    items = FieldList(
        LineField(say("Thankful for"), [Optional(), at_most(thanking.LONGEST)]),
        min_entries=thanking.MOST,
        max_entries=thanking.MOST,
    )
    day = DayField(say("The day it belongs to"), [Optional()])

    @property
    def lines(self) -> list[str]:
        return [line.data or "" for line in self.items]


class SearchForm(Form):
    """In the address: `?q=&tag=`."""

    class Meta(Form.Meta):
        csrf = False

    q = LineField(say("Words"), [at_most(200)])
    tag = LineField(say("Tag"), [Optional(), at_most(wording.LONGEST_TAG)])


class LockForm(Form):
    salt = HiddenField(validators=[GIVEN, at_most(64)])
    rounds = CountField(default=0)
    wrapped = HiddenField(validators=[GIVEN, at_most(200)])
    seen = CountField(default=0)


class SealedPageForm(Form):
    id = IdField()
    cipher = HiddenField(validators=[GIVEN, at_most(LONGEST_DRAFT)])
    day = DayField(say("The day it belongs to"), [Optional()])
    seen = CountField(default=0)
    draft = IdField()


class UnsealingForm(Form):
    """All sealed pages go; the word has to be typed."""

    word = LineField(say("Type the word"), [GIVEN])


class SpanForm(Form):
    """In the address: `?since=&until=`, a span of days."""

    class Meta(Form.Meta):
        csrf = False

    since = DayField(say("From"), [Optional()])
    until = DayField(say("Until"), [Optional()])
