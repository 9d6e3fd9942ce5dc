"""Practitioners in JSON: as they are asked for, sent and answered."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, StrictBool

from kaya.care.directory import Sort
from kaya.care.models import Kind, Mode
from kaya.care.vocabulary import LANGUAGE_CODES
from kaya.web.api import Body, Day, Listing, MoneyOut, Query, Text, Zone

MOST_MONEY = 10**10


def language_that_exists(code: str) -> str:
    if code not in LANGUAGE_CODES:
        raise ValueError("That is not a language's code, such as “pt”.")
    return code


Name = Annotated[Text, Field(min_length=1, max_length=120)]
Word = Annotated[Text, Field(max_length=120)]
Amount = Annotated[int, Field(ge=0, le=MOST_MONEY, description="Integer minor units")]
Language = Annotated[str, AfterValidator(language_that_exists)]


class AliasAsked(Listing):
    """The directory's filters; the kind is the path's."""

    q: Annotated[Text, Field(max_length=200)] = ""
    specialty: Word = Field("", description="A specialty's slug")
    service: Word = Field("", description="An id or slug")
    language: Language | None = Field(None, description="ISO 639, such as pt")
    mode: Mode | None = None
    min_rating: Annotated[float, Field(ge=1, le=5)] | None = None
    max_price: Amount | None = Field(None, description="Minor units of the house's currency, for one service")
    available_on: Day | None = Field(None, description="With an open time on that day of `timezone`")
    timezone: Zone | None = Field(None, description="IANA; the account's, or the house's, if left out")
    sort: Sort = Sort.SOONEST
    count: bool = False


class DirectoryAsked(AliasAsked):
    kind: Kind | None = None


class WordOut(BaseModel):
    slug: str
    name: str


class OfferedOut(BaseModel):
    """A service as this practitioner offers it."""

    id: str = Field(description="The service's")
    slug: str
    name: str
    mode: str
    duration_minutes: int
    price: MoneyOut
    location: str | None


class PractitionerOut(BaseModel):
    id: str
    slug: str
    name: str
    kind: str
    title: str
    headline: str
    bio: str
    credentials: str
    licence: str
    city: str
    photo_url: str | None
    timezone: str
    specialties: list[WordOut]
    languages: list[str] = Field(description="ISO 639")
    modes: list[str]
    services: list[OfferedOut]
    price_from: MoneyOut | None
    next_open_at: str | None = Field(description="When they are open next, for whichever service")
    is_accepting: bool
    verified_at: str | None


class PractitionersOut(BaseModel):
    items: list[PractitionerOut]
    next_cursor: str | None
    total: int | str | None = None


class FirstVisitShape(Body):
    before: Annotated[Text, Field(max_length=500)] = ""
    during: Annotated[Text, Field(max_length=500)] = ""
    after: Annotated[Text, Field(max_length=500)] = ""


class ProfileBody(Body):
    """All that a practitioner says of themselves."""

    name: Name
    kind: Kind
    title: Word = ""
    headline: Annotated[Text, Field(max_length=200)] = ""
    bio: Annotated[Text, Field(max_length=4000)] = ""
    credentials: Annotated[Text, Field(max_length=1000)] = ""
    licence: Annotated[Text, Field(max_length=80)] = ""
    city: Word = ""
    timezone: Zone | None = Field(None, description="IANA; the account's if left out")
    specialties: list[Word] = Field(default=[], max_length=20, description="Slugs")
    languages: list[Language] = Field(default=[], max_length=12, description="ISO 639")
    first_visit: FirstVisitShape = FirstVisitShape()
    is_accepting: StrictBool = True
    auto_confirms: StrictBool = False


class ApplicationBody(ProfileBody):
    id: UUID | None = Field(None, description="Made by the client, so that asking again applies once")


class AliasApplicationBody(ApplicationBody):
    """The kind is the path's."""

    kind: Kind | None = None  # type: ignore[assignment]


class ProfileChangeBody(Body):
    """What is left out stays."""

    name: Name | None = None
    kind: Kind | None = None
    title: Word | None = None
    headline: Annotated[Text, Field(max_length=200)] | None = None
    bio: Annotated[Text, Field(max_length=4000)] | None = None
    credentials: Annotated[Text, Field(max_length=1000)] | None = None
    licence: Annotated[Text, Field(max_length=80)] | None = None
    city: Word | None = None
    timezone: Zone | None = None
    specialties: list[Word] | None = Field(None, max_length=20)
    languages: list[Language] | None = Field(None, max_length=12)
    first_visit: FirstVisitShape | None = None
    is_accepting: StrictBool | None = None
    auto_confirms: StrictBool | None = None


class OwnPractitionerOut(PractitionerOut):
    """What only they themselves and staff see: how the application stands."""

    status: str = Field(description="waiting, verified or declined")
    auto_confirms: bool
    first_visit: FirstVisitShape


class ReasonAsked(Query):
    reason: Annotated[Text, Field(max_length=1000)] = ""


class ClientOut(BaseModel):
    id: str
    name: str
    appointments: int
    last_appointment_at: str | None
    next_appointment_at: str | None


class ClientsOut(BaseModel):
    items: list[ClientOut]
    next_cursor: str | None
    total: int | str | None = None


class ClientsAsked(Listing):
    count: bool = False


class PracticeStatsOut(BaseModel):
    clients: int
    upcoming: int
    appointments: dict[str, int] = Field(description="By status")
