"""From what was so when something happened to the words of a letter: outside the verb, in the job that sends it."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from kaya.db import locked, transaction
from kaya.letters import written
from kaya.mail.models import Mail

Enclosing = Callable[["Draft", Mail], dict[str, str]]

enclosers: dict[str, Enclosing] = {}


@dataclass(frozen=True)
class Draft:
    """What a letter has to say, as a job can keep it: its reader's language and zone, and what was so at that moment.

    Among the facts `…_at` is an instant.
    """

    template: str
    language: str
    zone: str
    facts: dict[str, Any]
    enclosing: str = ""

    @classmethod
    def kept(cls, draft: dict[str, Any]) -> "Draft":
        """As a job kept it."""
        return cls(**draft | {"facts": {name: recalled(name, fact) for name, fact in draft["facts"].items()}})

    def as_json(self) -> dict[str, Any]:
        """As JSON can say it: instants as ISO text, what is no plain value as it is said."""
        return asdict(self) | {"facts": {name: as_kept(fact) for name, fact in self.facts.items()}}


def encloses(name: str) -> Callable[[Enclosing], Enclosing]:
    """Declare what makes the attachment {name, type, text} of letters that are posted with `enclosing=name`."""

    def declare(make: Enclosing) -> Enclosing:
        enclosers[name] = make
        return make

    return declare


def write(mail: Mail, draft: Draft) -> None:
    """Render the letter and keep its words. A mistake in them is the job's, which tries again and says why it died."""
    letter = written(draft.template, language=draft.language, zone=draft.zone, at=mail.created_at, **draft.facts)
    enclosed = [enclosers[draft.enclosing](draft, mail)] if draft.enclosing else []
    with transaction() as session:
        if locked(session, mail).is_written:
            return
        mail.text, mail.html, mail.attachments = letter.text, letter.html, [*mail.attachments, *enclosed]


def as_kept(fact: Any) -> Any:
    if isinstance(fact, datetime):
        return fact.isoformat()
    if isinstance(fact, Mapping):
        return {name: as_kept(each) for name, each in fact.items()}
    return fact if fact is None or isinstance(fact, bool | int | float) else str(fact)


def recalled(name: str, fact: Any) -> Any:
    return datetime.fromisoformat(fact) if name.endswith("_at") and fact else fact
