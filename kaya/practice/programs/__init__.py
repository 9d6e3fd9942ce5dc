"""The programs that are written for Kaya."""

from kaya.practice.course import Course
from kaya.practice.programs import attention, evenings, kindness, mornings, pain, recovery, waves

COURSES: tuple[Course, ...] = (
    *evenings.COURSES,
    *kindness.COURSES,
    *waves.COURSES,
    *pain.COURSES,
    *mornings.COURSES,
    *attention.COURSES,
    *recovery.COURSES,
)
