"""A stage for tests that need whole processes: Kaya with one small feature more, served and stopped for real."""
