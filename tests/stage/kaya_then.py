"""Kaya as it is, on the day of the tests: `flask --app tests.stage.kaya_then kaya serve`."""

from kaya import create_app
from tests.stage.another_day import dawn

dawn()
app = create_app()
