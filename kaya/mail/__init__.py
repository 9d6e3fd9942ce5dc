"""Mail: a row and a job in the verb's transaction; the job writes the letter and sends it."""

from kaya.mail.posting import hand_over, post
from kaya.mail.writing import Draft, encloses

__all__ = ["Draft", "encloses", "hand_over", "post"]
