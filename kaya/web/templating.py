"""What every template can say: times in the reader's zone, money, words, the ways through the house."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from flask import Flask, current_app, g, has_request_context, request
from flask_babel import Babel, force_locale, format_date, format_time, get_domain, get_locale, gettext
from jinja2 import StrictUndefined, pass_context
from markupsafe import Markup
from werkzeug.local import LocalProxy

from kaya import clock
from kaya.web import art, assets, places
from kaya.web.forms import ZONES
from kaya.words import isolated_all

babel = Babel()
WEEK = 7


def install(app: Flask) -> None:
    env = app.jinja_env
    env.undefined = StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True
    env.add_extension("jinja2.ext.i18n")
    env.add_extension("jinja2.ext.do")
    babel.init_app(app, locale_selector=reading_language, timezone_selector=reading_zone)
    env.install_gettext_callables(gettext, as_many, newstyle=True)  # type: ignore[attr-defined]
    env.globals |= {name: with_names_apart(env.globals[name]) for name in ("gettext", "ngettext")}
    env.filters |= {
        "long_date": long_date,
        "short_date": short_date,
        "clock_time": clock_time,
        "long_time": long_time,
        "brief_time": brief_time,
        "near_day": near_day,
        "month_name": month_name,
        "month_brief": month_brief,
        "weekday": weekday,
        "whole_weekday": whole_weekday,
        "iso": iso,
        "zone_name": zone_name,
        "paragraphs": paragraphs,
    }
    env.globals |= {
        "art": art.art,
        "asset": assets.asset,
        "icon": assets.icon,
        "places": places.places,
        "now": clock.now,
    }
    env.globals |= {name: LocalProxy(source) for name, source in _shown_everywhere.items()}
    app.context_processor(
        lambda: {
            "viewer": g.get("viewer"),
            "reading_zone": reading_zone(),
            "is_own_zone": bool(own_zone()),
            "language": str(get_locale() or "en"),
        }
    )


def with_names_apart(sentence: Any) -> Any:
    """The template's `_()`: whatever it names keeps its own direction (see `kaya.words.isolated`)."""

    @pass_context
    def said(context: Any, *words: Any, **named: Any) -> Any:
        return sentence(context, *words, **isolated_all(named))

    return said


def as_many(one: str, many: str, number: int) -> str:
    """`one` or `many`, as the reader's language counts; the template fills in what they name."""
    return str(get_domain().get_translations().ungettext(one, many, number))


def reading_language() -> str:
    """The viewer's language, or the best of the browser's that Kaya speaks."""
    spoken = app_languages()
    own = getattr(g.get("viewer"), "language", "")
    if own in spoken or not has_request_context():
        return own if own in spoken else spoken[0]
    return request.accept_languages.best_match(spoken) or spoken[0]


def app_languages() -> list[str]:
    return list(current_app.config["KAYA"].languages)


def reading_zone() -> str:
    """The zone in which times are shown: the reader's own, else the practice's."""
    return own_zone() or default_zone()


def own_zone() -> str:
    """The viewer's own zone, else what the browser said; "" when nobody said any."""
    own = g.get("zone_of_reader") or getattr(g.get("viewer"), "timezone", "")
    if not own and has_request_context():
        own = request.cookies.get("zone", "")
    return own if own in ZONES else ""


@contextmanager
def read_by(language: str, zone: str) -> Iterator[None]:
    """What is rendered here is for someone else than the viewer: in their language, with times in their IANA zone."""
    before = g.get("zone_of_reader")
    g.zone_of_reader = zone
    try:
        with force_locale(language if language in app_languages() else app_languages()[0]):
            yield
    finally:
        g.zone_of_reader = before


Source = TypeVar("Source", bound=Callable[[], Any])

_shown_everywhere: dict[str, Callable[[], Any]] = {}


def shown_everywhere(source: Source) -> Source:
    """Declare what every template may name as the function is named; it is asked only where it is used."""
    _shown_everywhere[source.__name__] = source
    return source


_default_zone: list[Any] = [lambda: "UTC"]


def default_zone_from(source: Any) -> Any:
    """Declare where the practice's own zone is read from."""
    _default_zone[:] = [source]
    return source


def default_zone() -> str:
    return str(_default_zone[0]())


def in_zone(moment: datetime, zone: str | None = None) -> datetime:
    return moment.astimezone(ZoneInfo(zone or reading_zone()))


def long_date(moment: datetime | date, zone: str | None = None) -> str:
    """Thursday, 26 November (with the year when it is not this one)."""
    day = in_zone(moment, zone).date() if isinstance(moment, datetime) else moment
    same_year = day.year == clock.now().year
    return str(format_date(day, "EEEE, d MMMM" if same_year else "EEEE, d MMMM y"))


def short_date(moment: datetime | date, zone: str | None = None) -> str:
    """26 Nov 2026."""
    day = in_zone(moment, zone).date() if isinstance(moment, datetime) else moment
    return str(format_date(day, "d MMM y" if str(get_locale()) == "en" else "medium"))


def near_day(moment: datetime, zone: str | None = None) -> str:
    """Today, tomorrow, the weekday within a week, and beyond it the date: 3 Dec."""
    day, today = in_zone(moment, zone).date(), in_zone(clock.now(), zone).date()
    ahead = (day - today).days
    if ahead in (0, 1):
        return str(gettext("Tomorrow") if ahead else gettext("Today"))
    return str(format_date(day, "EEEE" if 0 < ahead < WEEK else "d MMM"))


def month_name(day: date) -> str:
    """November (with the year when it is not this one)."""
    return str(format_date(day, "LLLL" if day.year == clock.now().year else "LLLL y"))


def month_brief(day: date) -> str:
    """Nov (with the year when it is not this one)."""
    return str(format_date(day, "LLL" if day.year == clock.now().year else "LLL y"))


def weekday(day: date) -> str:
    """Thu."""
    return str(format_date(day, "EEE"))


def whole_weekday(day: date) -> str:
    """Thursday."""
    return str(format_date(day, "EEEE"))


def clock_time(moment: datetime, zone: str | None = None) -> str:
    """14:30, as the reader's language writes it."""
    return str(format_time(in_zone(moment, zone), clock_format(), rebase=False))


def clock_format() -> str:
    """How the viewer likes times to be written: by 24 or 12 hours, else as their language does.

    English without a country is read all over the world, and 24 hours are understood everywhere.
    """
    liked = "" if g.get("zone_of_reader") else getattr(g.get("viewer"), "time_format", "")
    return {"24h": "HH:mm", "12h": "h:mm a"}.get(liked, "HH:mm" if str(get_locale()) == "en" else "short")


def long_time(moment: datetime, zone: str | None = None) -> str:
    """Thursday, 26 November, 14:30."""
    return f"{long_date(moment, zone)}, {clock_time(moment, zone)}"


def brief_time(moment: datetime, zone: str | None = None) -> str:
    """Thu 26 Nov, 14:30 (with the year when it is not this one)."""
    day = in_zone(moment, zone).date()
    same_year = day.year == clock.now().year
    return f"{format_date(day, 'EEE d MMM' if same_year else 'EEE d MMM y')}, {clock_time(moment, zone)}"


def iso(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def zone_name(zone: str, moment: datetime | None = None) -> str:
    """The zone's city in words, such as Lisbon; UTC as it is."""
    return zone.rsplit("/", 1)[-1].replace("_", " ") if "/" in zone else zone


def paragraphs(text: str) -> Markup:
    """Plain text as paragraphs and line breaks, everything in it escaped."""
    blocks = [block.strip() for block in text.split("\n\n") if block.strip()]
    paragraph = Markup('<p dir="auto">{}</p>')
    return Markup("\n").join(paragraph.format(Markup("<br>").join(block.split("\n"))) for block in blocks)
