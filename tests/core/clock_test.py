"""The only clock, in every zone."""

from datetime import UTC, date, datetime, timedelta

from kaya import clock


def test_it_is_another_day_elsewhere():
    with clock.moved(datetime(2026, 11, 26, 23, 30, tzinfo=UTC)):
        assert clock.today("UTC") == date(2026, 11, 26)
        assert clock.today("Africa/Lagos") == date(2026, 11, 27)
        assert clock.today("America/New_York") == date(2026, 11, 26)


def test_before_and_after_now():
    with clock.moved(datetime(2026, 3, 29, tzinfo=UTC)):
        assert abs(clock.now() - clock.ago(days=1) - timedelta(days=1)) < timedelta(seconds=5)
        assert abs(clock.ahead(hours=1) - clock.now() - timedelta(hours=1)) < timedelta(seconds=5)


def test_moves_nest_and_end():
    before = clock.now()
    with clock.moved(by=timedelta(days=1)):
        with clock.moved(by=timedelta(days=1)):
            assert clock.now() - before >= timedelta(days=2)
        assert clock.now() - before < timedelta(days=1, seconds=5)
    assert clock.now() - before < timedelta(seconds=5)
