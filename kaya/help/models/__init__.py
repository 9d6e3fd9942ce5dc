"""The rows that help owns."""

from kaya.help.models.helpline import Helpline
from kaya.help.models.safety_plan import PARTS, SafetyPlan, TrustedContact

__all__ = ["PARTS", "Helpline", "SafetyPlan", "TrustedContact"]
