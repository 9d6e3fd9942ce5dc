"""The programs that are written for Kaya."""

from kaya.practice.course import Course
from kaya.practice.programs import attention, evenings, kindness, mornings, pain, recovery

COURSES: tuple[Course, ...] = (
    *evenings.COURSES,
    *kindness.COURSES,
    *pain.COURSES,
    *mornings.COURSES,
    *attention.COURSES,
    *recovery.COURSES,
)
