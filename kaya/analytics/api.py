"""/analytics: the member's own look back."""

from dataclasses import asdict
from typing import Any

from flask import g
from flask_openapi3 import APIBlueprint, Tag
from pydantic import BaseModel, Field

from kaya.accounts.days import day_of
from kaya.analytics.asking import days_meant
from kaya.analytics.looking_back import WEEKS, LookBack, look_back
from kaya.mood.insights import Insight, beyond_chance, insights_over, worth_saying
from kaya.mood.tables import Group, by_activity, by_sleep
from kaya.mood.telling import insight_words, pleasantness
from kaya.mood.trends import MOST_DAYS, Span, Trend, days_of, trend_between, trend_of
from kaya.practice.statistics import statistics_of
from kaya.refusal import Refusal
from kaya.web.api import Problem
from kaya.web.policy import allow, members
from kaya.web.spans import ChangeOut, SpanAsked
from kaya.words import say

bp = APIBlueprint("analytics_api", __name__, url_prefix="/api/v1/analytics", abp_tags=[Tag(name="analytics")])


class TrendAsked(SpanAsked):
    days: Span | None = Field(
        None, description="30, 90, 365 or all, up to today; 30 if left out, and not beside `from` and `to`"
    )


class WeekOut(BaseModel):
    week: str = Field(description="Its first day")
    minutes: int


class PracticeLookOut(BaseModel):
    minutes: int
    sessions: int
    days: int
    weeks: list[WeekOut]
    kinds: dict[str, int] = Field(description="Minutes by kind")
    times: dict[str, int] = Field(description="Sessions by time of day")
    mood_change: ChangeOut | None = Field(description="From before to after; null below 5 sessions")


class MoodLookOut(BaseModel):
    entries: int
    days: int
    median: float | None = Field(description="Of the days' middles, from 1, unpleasant, to 10, pleasant")


class WritingLookOut(BaseModel):
    days: int
    pages: int
    thanks: int


class DashboardOut(BaseModel):
    since: str
    until: str
    practice: PracticeLookOut
    mood: MoodLookOut
    journal: WritingLookOut


class PointOut(BaseModel):
    date: str = Field(description="A day, or a month by its first")
    median: float
    low: float = Field(description="Of a day, its lowest; of a month, half of its days lie from here")
    high: float = Field(description="Of a day, its highest; of a month, up to here")
    entries: int
    days: int


class InsightOut(BaseModel):
    about: str = Field(examples=["activity"])
    name: str
    above: int = Field(description="So many of the n days with it lay above my median")
    n: int
    above_of_others: int
    others: int
    median: float = Field(
        description="What above means here, from 1, unpleasant, to 10, pleasant: that of all the days"
    )
    text: str
    is_beyond_chance: bool = Field(
        description="Would chance make as much in fewer than one of twenty such looks, at all that was compared"
        " together (Fisher's exact test)? Never of lately; roughly, since days that follow each other are alike"
    )


class GroupOut(BaseModel):
    name: str
    days: int
    median: float | None = Field(description="Null of fewer than five days")


class MoodTrendsOut(BaseModel):
    days: str = Field(description="How many there are from `since` to `until`; or all", examples=["31"])
    by: str = Field(examples=["day"])
    since: str
    until: str
    entries: int
    median: float | None
    points: list[PointOut]
    compared: int = Field(description="Of so many comparisons `insights` are those that differ visibly")
    insights: list[InsightOut] = Field(
        description="The largest difference first; none of fewer than five days on either side; never why. By month:"
        " of the last year"
    )


class BreakdownOut(BaseModel):
    minutes: int
    sessions: int
    kinds: dict[str, int] = Field(description="Minutes by kind")
    times: dict[str, int] = Field(description="Sessions by time of day")
    activities: list[GroupOut] = Field(description="Named with moods: their days, and the middle of these")
    sleep: list[GroupOut]


@bp.get("/dashboard", responses={200: DashboardOut, 401: Problem}, summary="Thirteen weeks at a glance")
@allow(members)
def dashboard() -> Any:
    return dashboard_json(look_back(g.viewer))


@bp.get("/mood-trends", responses={200: MoodTrendsOut, 401: Problem, 422: Problem}, summary="Mood over time")
@allow(members)
def mood_trends(query: TrendAsked) -> Any:
    """By day; by month where all of it is more than a year. Values go from 1, unpleasant, to 10, pleasant.

    `from` alone goes up to today, `to` alone back over thirty days. Refused: `to` before `from`, more than 366 days,
    days that have not come yet, and either beside `days`. What is said of my latest days is said where `to` is today.
    """
    trend = trend_asked(query)
    return trend_json(trend, insights_over(trend.days, is_now=trend.until >= day_of(g.viewer)))


@bp.get("/activity-breakdown", responses={200: BreakdownOut, 401: Problem, 422: Problem}, summary="What filled my days")
@allow(members)
def activity_breakdown(query: SpanAsked) -> Any:
    """Without a span: thirteen weeks; `from` alone goes up to today, `to` alone back over thirteen weeks."""
    since, until = days_meant(g.viewer, query.since, query.until, usual=WEEKS * 7)
    practice, days = statistics_of(g.viewer, since, until), days_of(g.viewer, since, until)
    return {
        "minutes": practice.minutes,
        "sessions": practice.sessions,
        "kinds": practice.kinds,
        "times": practice.times,
        "activities": [group_json(group) for group in by_activity(days)],
        "sleep": [group_json(group) for group in by_sleep(days)],
    }


def trend_asked(query: TrendAsked) -> Trend:
    if not (query.since or query.until):
        return trend_of(g.viewer, query.days or Span.MONTH)
    if query.days:
        raise Refusal("invalid", say("Please say either how many days, or from when to when."), field="days")
    return trend_between(g.viewer, *days_meant(g.viewer, query.since, query.until, usual=30, most=MOST_DAYS))


def dashboard_json(back: LookBack) -> dict[str, Any]:
    practice, mood = back.practice, back.mood
    return {
        "since": back.since.isoformat(),
        "until": back.until.isoformat(),
        "practice": {
            "minutes": practice.minutes,
            "sessions": practice.sessions,
            "days": len(practice.days),
            "weeks": [{"week": week.isoformat(), "minutes": minutes} for week, minutes in back.weeks.items()],
            "kinds": practice.kinds,
            "times": practice.times,
            "mood_change": asdict(practice.change) if practice.change else None,
        },
        "mood": {"entries": mood.entries, "days": len(mood.days), "median": on_ten(mood.median)},
        "journal": asdict(back.writing),
    }


def trend_json(trend: Trend, insights: list[Insight]) -> dict[str, Any]:
    clear = beyond_chance(insights)
    return {
        "days": "all" if trend.span is Span.ALL else str((trend.until - trend.since).days + 1),
        "by": "month" if trend.is_by_month else "day",
        "since": trend.since.isoformat(),
        "until": trend.until.isoformat(),
        "entries": trend.entries,
        "median": on_ten(trend.median),
        "points": [
            {
                "date": spot.day.isoformat(), "entries": spot.entries, "days": spot.days,
                "median": on_ten(spot.median), "low": on_ten(spot.low), "high": on_ten(spot.high),
            }
            for spot in trend.spots
        ],
        "compared": len(insights),
        "insights": [insight_json(each, each in clear) for each in worth_saying(insights)],
    }  # fmt: skip


def insight_json(insight: Insight, is_beyond_chance: bool) -> dict[str, Any]:
    told = asdict(insight) | {"about": str(insight.about), "text": str(insight_words(insight))}
    return told | {"median": pleasantness(told.pop("middle")), "is_beyond_chance": is_beyond_chance}


def group_json(group: Group) -> dict[str, Any]:
    return {"name": str(group.name), "days": group.days, "median": group.median}


def on_ten(valence: float | None) -> float | None:
    return None if valence is None else pleasantness(valence)
