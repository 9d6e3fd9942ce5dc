"""Which kinds of notification there are: each feature adds its own at the start."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from kaya.accounts.models import User
from kaya.words import say

Readers = Callable[[User], bool]


def everybody(user: User) -> bool:
    return True


class Mailed(Enum):
    """What becomes of a notification outside the house."""

    NEVER = "it stays in the house"
    SHORTLY = "a mail says the same sentence, unless the person chose otherwise"
    BY_THE_FEATURE = "the feature writes a mail of its own, and asks wants_mail() first"


@dataclass(frozen=True)
class Kind:
    """`label` names it among the preferences; `sentence` is filled with the notification's words: "{who} likes it".

    `is_for`: whom it may concern, and who is asked how they want it.
    """

    name: str
    label: Any
    sentence: Any
    icon: str
    mailed: Mailed
    is_for: Readers = everybody


kinds: dict[str, Kind] = {}

UNHEARD_OF = Kind("", say("Other things"), say("Something here concerns you."), "bell", Mailed.NEVER)


def kind(
    name: str,
    *,
    label: Any,
    sentence: Any,
    icon: str = "bell",
    mail: bool | Mailed = False,
    is_for: Readers = everybody,
) -> Kind:
    """Declare a kind of notification.

    `sentence` names no diagnosis, drug or specialty: it is read over shoulders. A word that ends in `_at` is an instant
    (given aware, or as ISO text) and is said as date and time, in the reader's zone. `mail=True`: also by a short mail.
    """
    mailed = mail if isinstance(mail, Mailed) else Mailed.SHORTLY if mail else Mailed.NEVER
    kinds[name] = Kind(name, label, sentence, icon, mailed, is_for)
    return kinds[name]


def known(name: str) -> Kind:
    """The kind of that name; what an older release wrote and nobody declares any more is still shown."""
    return kinds.get(name, UNHEARD_OF)
