"""What is asked and answered in JSON wherever days are looked back on: from when to when, and how mood changed."""

from pydantic import BaseModel, Field

from kaya.web.api import Day, Query


class SpanAsked(Query):
    since: Day | None = Field(
        None, alias="from", description="My days from this one on", json_schema_extra={"example": "2026-03-01"}
    )
    until: Day | None = Field(
        None, alias="to", description="Up to and with this one", json_schema_extra={"example": "2026-03-31"}
    )


class ChangeOut(BaseModel):
    """From before sessions to after them."""

    n: int
    mean: float
    low: float = Field(description="The lower end of 95 % of where the mean may lie")
    high: float
    better: int
    same: int
    worse: int
