"""The rows that privacy owns."""

from kaya.privacy.models.archive import Archive
from kaya.privacy.models.deletion import Deletion

__all__ = ["Archive", "Deletion"]
