"""The ledger's pages. Their order is the order of an archive, and of erasing; the account itself is erased last."""

from kaya.privacy.tables import arrival, belongings, care, house, mood, practice, self_care, traces

__all__ = ["arrival", "belongings", "care", "house", "mood", "practice", "self_care", "traces"]
