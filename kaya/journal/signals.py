"""The facts that the journal announces. What was written is told to nobody."""

from blinker import NamedSignal, signal

entry_written: NamedSignal = signal("journal.entry-written")
entry_changed: NamedSignal = signal("journal.entry-changed")
entry_deleted: NamedSignal = signal("journal.entry-deleted")
entry_restored: NamedSignal = signal("journal.entry-restored")

gratitude_kept: NamedSignal = signal("journal.gratitude-kept")
gratitude_removed: NamedSignal = signal("journal.gratitude-removed")

journal_locked: NamedSignal = signal("journal.journal-locked")
"""A passphrase was chosen for sealed pages, or another one: `lock`, `actor`, `is_first`."""
sealed_page_erased: NamedSignal = signal("journal.sealed-page-erased")
"""A sealed page that was let go cannot be taken back any more, for its writer said so: `entry`, `actor`."""
sealed_pages_removed: NamedSignal = signal("journal.sealed-pages-removed")
"""Every sealed page was removed with its key: `actor`."""
