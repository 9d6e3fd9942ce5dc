"""A member's own pages hear of what they practised, made and went through."""

from kaya.realtime import personal_topic

personal_topic("practice")
personal_topic("programs")
