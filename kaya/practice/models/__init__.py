"""The rows that practice owns."""

from kaya.practice.models.enrollment import DayDone, Enrollment, EnrollmentState
from kaya.practice.models.practice import Practice
from kaya.practice.models.practice_session import PracticeSession, SessionState, is_enough
from kaya.practice.models.program import Program, ProgramDay
from kaya.practice.models.program_session import ProgramSession

__all__ = [
    "DayDone",
    "Enrollment",
    "EnrollmentState",
    "Practice",
    "PracticeSession",
    "Program",
    "ProgramDay",
    "ProgramSession",
    "SessionState",
    "is_enough",
]
