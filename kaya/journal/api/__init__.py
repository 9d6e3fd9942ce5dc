"""What the journal answers in JSON."""

from kaya.journal.api import entries, gratitude

RESOURCES = [gratitude.bp, entries.bp]
