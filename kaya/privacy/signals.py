"""The facts that privacy announces."""

from blinker import NamedSignal, signal

archive_asked: NamedSignal = signal("privacy.archive-asked")
archive_made: NamedSignal = signal("privacy.archive-made")
archive_failed: NamedSignal = signal("privacy.archive-failed")
archive_downloaded: NamedSignal = signal("privacy.archive-downloaded")
deletion_asked: NamedSignal = signal("privacy.deletion-asked")
deletion_withdrawn: NamedSignal = signal("privacy.deletion-withdrawn")
person_erased: NamedSignal = signal("privacy.person-erased")
