"""`make bench`: prints what the issue tracker's marks ask for; docs/capacity.md keeps the figures with their date."""

from datetime import timedelta

from flask import Flask

from kaya import clock
from kaya.accounts.models import User
from kaya.db import db
from kaya.mood.drawing import trend_plot
from kaya.mood.insights import beyond_chance, insights_over
from kaya.mood.trends import Span, trend_of
from tests.bench.bare import bare_app
from tests.bench.crowds import a_service_of, book_many, hire_many
from tests.bench.ground import both_databases, got, median, queries
from tests.bench.moods import TEN_YEARS, YEAR, feel

BUSY = "ngozi-okafor"
PAGES = ("/", "/practitioners", f"/practitioners/{BUSY}", "/services", "/login", "/register")


def main() -> None:
    with both_databases() as apps:
        for name, app in apps.items():
            print(f"\n{name}\n{'-' * len(name)}")
            with app.app_context():
                thirty_days_of_slots(app)
                pages_over_a_bare_one(app)
                ten_years_of_moods(app)
                a_large_directory(app)


def thirty_days_of_slots(app: Flask) -> None:
    """GET of 30 days of slots with 2,000 appointments: at most 5 queries, at most twice the time of none."""
    first = clock.now().date()
    service = a_service_of(BUSY)
    path = f"/api/v1/availability/{BUSY}/slots?from={first}&to={first + timedelta(days=30)}&service_id={service}"
    book_many(BUSY, 2)
    quiet, few = median(got(app, path)), queries(app, got(app, path))
    book_many(BUSY, 2000)
    busy, many = median(got(app, path)), queries(app, got(app, path))
    print(f"30 days of slots: {few} queries with none, {many} with 2,000 appointments; time ×{busy / quiet:.2f} (≤ 2)")


def pages_over_a_bare_one(app: Flask) -> None:
    for path in PAGES:
        ask = got(app, path)
        size = len(ask().data)
        bare = median(got(bare_app(size), "/"))
        print(f"{path:30} {size / 1024:5.1f} KB, {queries(app, ask)} queries, ×{median(ask) / bare:.1f} of a bare page")


def a_large_directory(app: Flask) -> None:
    """The directory: at most 8 queries at 24 as at 24,000 practitioners, in every order."""
    orders = [f"/practitioners?sort={sort}" for sort in ("soonest", "price", "name")] + [
        "/practitioners?kind=therapist"
    ]
    small = {path: median(got(app, path), 9) for path in orders}
    hire_many(24_000)
    for path in orders:
        ask = got(app, path)
        print(f"{path:30} at 24,000: {queries(app, ask)} queries (≤ 8), time ×{median(ask, 9) / small[path]:.2f}")


def ten_years_of_moods(app: Flask) -> None:
    """Mood trends over ten years of daily entries: at most 3 queries, no slower than twice one year's."""
    ben = db.session.scalars(User.by_email("ben@example.org")).one()
    for span in Span:
        seconds = {}
        for days in (YEAR, TEN_YEARS):
            feel(ben, days)
            seconds[days] = median(lambda span=span: drawn(ben, span))  # type: ignore[misc]
        asked = queries(app, lambda span=span: drawn(ben, span))  # type: ignore[misc]
        times = f"{seconds[TEN_YEARS] * 1000:.1f} ms, ×{seconds[TEN_YEARS] / seconds[YEAR]:.2f} of one year (≤ 2)"
        print(f"Mood trends, {span}: {asked} queries (≤ 3); ten years {times}")


def drawn(member: User, span: Span) -> None:
    """As the page asks it: the trend, its plot and what went together."""
    db.session.rollback()
    trend = trend_of(member, span)
    trend_plot(trend)
    beyond_chance(insights_over(trend.days))


if __name__ == "__main__":
    main()
