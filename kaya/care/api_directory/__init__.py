"""What care answers in JSON about practitioners and services."""

from kaya.care.api_directory import aliases, mine, practitioners, services

RESOURCES = [mine.bp, practitioners.bp, services.bp, *aliases.RESOURCES]
