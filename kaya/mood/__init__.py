"""Mood: how it is, said on a pad as often as one likes, and what that looks like from further off.

Questionnaires belong to it, and nobody but their writer reads any of this.
"""
