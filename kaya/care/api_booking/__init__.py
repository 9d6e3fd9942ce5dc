"""What care answers in JSON about times, holds and appointments."""

from kaya.care.api_booking import appointments, availability, chatbot, notes, overview

RESOURCES = [availability.bp, appointments.bp, notes.bp, overview.bp, chatbot.bp]
