"""The rows that mood owns."""

from kaya.mood.models.arrival import Arrival
from kaya.mood.models.entry import MoodEntry, Source
from kaya.mood.models.rollup import MoodDay, MoodMonth
from kaya.mood.models.sheet import QuestionnaireChoice, Sheet

__all__ = ["Arrival", "MoodDay", "MoodEntry", "MoodMonth", "QuestionnaireChoice", "Sheet", "Source"]
