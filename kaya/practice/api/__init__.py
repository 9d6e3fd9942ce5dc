"""What practice answers in JSON."""

from kaya.practice.api import practices, programs, sessions

RESOURCES = [practices.bp, sessions.bp, programs.bp]
