"""One's own data: an archive of everything Kaya knows about someone, and leaving, with what is erased, kept, and why.

Each table with a person in it is declared in `kaya.privacy.tables`; a test names the one that was forgotten.
"""
