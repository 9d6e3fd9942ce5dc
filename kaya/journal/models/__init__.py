"""The rows that the journal owns."""

from kaya.journal.models.draft import Draft
from kaya.journal.models.entry import Entry, Kind
from kaya.journal.models.gratitude import Gratitude
from kaya.journal.models.lock import JournalLock
from kaya.journal.models.photo import EntryPhoto

__all__ = ["Draft", "Entry", "EntryPhoto", "Gratitude", "JournalLock", "Kind"]
