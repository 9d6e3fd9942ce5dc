"""Pages and lists of gratitude in JSON: as they are sent and as they are answered."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from kaya.journal import thanking, wording
from kaya.journal.models import Entry, Gratitude
from kaya.refusal import Refusal
from kaya.web.api import Body, Instant, Listing, Text, instant

Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2199, 12, 31))]
Title = Annotated[Text, Field(max_length=wording.LONGEST_TITLE)]
Words = Annotated[Text, Field(max_length=wording.LONGEST_BODY)]
Tag = Annotated[Text, Field(min_length=1, max_length=wording.LONGEST_TAG)]
Question = Annotated[Text, Field(max_length=wording.LONGEST_PROMPT)]
Item = Annotated[Text, Field(max_length=thanking.LONGEST)]


class LongBody(Body):
    """A page may be longer than what is usually sent."""

    model_config = ConfigDict(extra="forbid", str_max_length=wording.LONGEST_BODY)


class EntryBody(LongBody):
    """A title or a body at least."""

    id: UUID | None = Field(None, description="Made by the client, so that asking again makes it once")
    title: Title = ""
    body: Words = Field("", description="Markdown")
    tags: list[Tag] = Field(default=[], max_length=wording.MOST_TAGS)
    date: Day | None = Field(None, description="My day that it belongs to; today's, if left out")
    prompt: Question = Field("", description="The question that it answers")


class EntryChangeBody(LongBody):
    """What is left out stays."""

    title: Title | None = None
    body: Words | None = None
    tags: list[Tag] | None = Field(None, max_length=wording.MOST_TAGS)
    date: Day | None = None
    prompt: Question | None = None


class EntriesAsked(Listing):
    q: Text = Field("", max_length=200, description="Every word has to stand there; pages are read through for it")
    tag: Text = Field("", max_length=wording.LONGEST_TAG)
    since: Day | None = Field(None, alias="from")
    until: Day | None = Field(None, alias="to")
    updated_since: Instant | None = None
    count: bool = False


class EntryPhotoOut(BaseModel):
    id: str
    caption: str
    width: int
    height: int


class EntryOut(BaseModel):
    id: str
    date: str
    title: str
    body: str = Field(description="Markdown; of a sealed page nothing")
    tags: list[str]
    prompt: str
    is_sealed: bool = Field(description="Only its passphrase opens it, in a browser")
    photos: list[EntryPhotoOut]
    created_at: str
    updated_at: str


class EntriesOut(BaseModel):
    items: list[EntryOut]
    next_cursor: str | None
    total: int | str | None = None
    removed: list[str] | None = Field(None, description="With updated_since: pages that went, for 90 days")


class GratitudeBody(Body):
    id: UUID | None = Field(None, description="Made by the client, so that asking again makes it once")
    items: list[Item] = Field(min_length=1, max_length=thanking.MOST)
    date: Day | None = Field(None, description="My day; today's, if left out")


class GratitudeOut(BaseModel):
    id: str
    date: str
    items: list[str]
    created_at: str


class GratitudesOut(BaseModel):
    items: list[GratitudeOut]
    next_cursor: str | None


@contextmanager
def dates_for_days() -> Iterator[None]:
    """What a verb calls a day is a date here."""
    try:
        yield
    except Refusal as refusal:
        refusal.field = "date" if refusal.field == "day" else refusal.field
        raise


def entry_json(entry: Entry) -> dict[str, Any]:
    is_sealed = entry.is_sealed
    return {
        "id": str(entry.id),
        "date": entry.day.isoformat(),
        "title": entry.title,
        "body": "" if is_sealed else entry.body,
        "tags": entry.tags,
        "prompt": entry.prompt,
        "is_sealed": is_sealed,
        "photos": [
            {
                "id": str(each.image_id),
                "caption": each.caption,
                "width": each.image.width,
                "height": each.image.height,
            }
            for each in entry.photos
        ],
        "created_at": instant(entry.created_at),
        "updated_at": instant(entry.updated_at),
    }


def gratitude_json(kept: Gratitude) -> dict[str, Any]:
    return {
        "id": str(kept.id),
        "date": kept.day.isoformat(),
        "items": kept.items,
        "created_at": instant(kept.created_at),
    }
