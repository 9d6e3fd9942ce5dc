"""Rendering what is read outside this house: a mail's words, in its reader's language, with this site's address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import current_app, render_template

from kaya.config import settings
from kaya.web.templating import brief_time, long_time, read_by
from kaya.words import isolated

__all__ = ["Letter", "dated", "filled", "link", "read_by", "rendered", "written"]


@dataclass(frozen=True)
class Letter:
    """The same words as text and as HTML."""

    text: str
    html: str


def written(template: str, *, language: str, zone: str, at: datetime, **context: Any) -> Letter:
    """Render `templates/<template>.txt` and `.html` in `language`, with times in the IANA zone `zone`.

    `at` is the instant at which what it tells happened: the letter's now.
    """
    with read_by(language, zone):
        context |= {"link": link, "zone": zone, "now": lambda: at}
        return Letter(
            text=render_template(f"{template}.txt", **context).strip() + "\n",
            html=render_template(f"{template}.html", **context),
        )


def rendered(template: str, *, language: str, zone: str, **context: Any) -> str:
    """One template in `language`, with times in the IANA zone `zone`: for a file that is read outside this house."""
    with read_by(language, zone):
        return render_template(template, **context)


def link(endpoint: str, **values: Any) -> str:
    """The full address of a page, from the setting PUBLIC_URL: a job has no request to take it from."""
    site = settings()
    ways = current_app.url_map.bind(site.public_host, url_scheme=site.public_url.split(":")[0])
    return ways.build(endpoint, values, force_external=True)


def dated(sentence: object, moment: datetime, *, language: str, zone: str) -> str:
    """A line such as "Confirmed: your appointment, %(when)s", in `language`, with the instant told in `zone`."""
    with read_by(language, zone):
        return str(sentence) % {"when": brief_time(moment, zone)}


def filled(sentence: object, words: Mapping[str, Any], *, language: str, zone: str) -> str:
    """A sentence such as "{who} asked for {starts_at}" with its words, in `language`.

    A word ending in `_at` is an instant: it comes as ISO text and is said as day and time in the IANA zone
    `zone`. A word that is missing leaves a gap.
    """
    with read_by(language, zone):
        said = {
            name: instant_said(word, zone) if name.endswith("_at") else isolated(word) for name, word in words.items()
        }
        return str(sentence).format_map(Gaps(said))


def instant_said(word: str, zone: str) -> str:
    return long_time(datetime.fromisoformat(word), zone)


class Gaps(dict[str, Any]):
    """Words that a sentence asks for and nobody gave."""

    def __missing__(self, name: str) -> str:
        return "…"
