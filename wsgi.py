"""The application that servers and the command line load."""

from kaya import create_app

app = create_app()
