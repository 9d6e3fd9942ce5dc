"""A written program: its days, each with a session of the library, a reading and a prompt."""

from dataclasses import dataclass

from kaya.practice.script import Need, Source


@dataclass(frozen=True)
class Day:
    """`practice` is a slug of the library. The reading's paragraphs are parted by empty lines."""

    title: str
    practice: str
    minutes: int
    prompt: str
    words: str

    @property
    def reading(self) -> str:
        """One line to a paragraph, an empty line between them."""
        return "\n\n".join(" ".join(block.split()) for block in self.words.strip().split("\n\n"))


@dataclass(frozen=True)
class Course:
    slug: str
    title: str
    summary: str
    about: str
    needs: tuple[Need, ...]
    days: tuple[Day, ...]
    sources: tuple[Source, ...] = ()
    language: str = "en"
