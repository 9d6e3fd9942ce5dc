"""Services in JSON: as they are asked for, sent and answered."""

from typing import Annotated
from uuid import UUID

from babel.numbers import list_currencies
from pydantic import AfterValidator, BaseModel, Field, StrictInt

from kaya.care.api_directory.shapes import MOST_MONEY, Amount, Name, Word
from kaya.care.models import Mode
from kaya.web.api import Body, Listing, MoneyOut, Text


class ServicesAsked(Listing):
    q: Annotated[Text, Field(max_length=200)] = ""
    category: Word = Field("", description="A category's id or slug")
    practitioner_id: Word = Field("", description="An id or slug")
    min_price: Amount | None = None
    max_price: Amount | None = None
    max_duration: Annotated[int, Field(ge=1, le=1440)] | None = Field(None, description="Minutes")
    count: bool = False


class CategoryOut(BaseModel):
    id: str
    slug: str
    name: str
    about: str


class CategoriesOut(BaseModel):
    items: list[CategoryOut]
    next_cursor: str | None = None


class ServiceOut(BaseModel):
    id: str
    slug: str
    name: str
    summary: str
    about: str
    category: CategoryOut
    duration_minutes: int
    price: MoneyOut
    cancellation_notice_hours: int


class ServicesOut(BaseModel):
    items: list[ServiceOut]
    next_cursor: str | None
    total: int | str | None = None


def currency_that_exists(code: str) -> str:
    if code not in CURRENCIES:
        raise ValueError("There is no such currency; ISO 4217 has codes such as EUR.")
    return code


CURRENCIES = list_currencies()
Currency = Annotated[str, AfterValidator(currency_that_exists)]


class MoneyBody(Body):
    amount: Annotated[StrictInt, Field(ge=0, le=MOST_MONEY)]
    currency: Currency


class ServiceBody(Body):
    id: UUID | None = Field(None, description="Made by the client, so that asking again makes one")
    name: Name
    category_id: Word = Field(min_length=1, description="A category's id or slug")
    summary: Annotated[Text, Field(max_length=300)] = ""
    about: Annotated[Text, Field(max_length=4000)] = ""
    duration_minutes: Annotated[StrictInt, Field(ge=5, le=720)]
    price: MoneyBody
    cancellation_notice_hours: Annotated[StrictInt, Field(ge=0, le=720)] = 24
    modes: list[Mode] = Field(default=[Mode.IN_PERSON], max_length=3, description="How a practitioner offers it")


class ServiceChangeBody(Body):
    """What is left out stays."""

    name: Name | None = None
    category_id: Word | None = Field(None, min_length=1)
    summary: Annotated[Text, Field(max_length=300)] | None = None
    about: Annotated[Text, Field(max_length=4000)] | None = None
    duration_minutes: Annotated[StrictInt, Field(ge=5, le=720)] | None = None
    price: MoneyBody | None = None
    cancellation_notice_hours: Annotated[StrictInt, Field(ge=0, le=720)] | None = None
