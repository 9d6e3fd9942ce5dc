"""What kinds, modes, languages and lengths of time are called, in the reader's language."""

from collections.abc import Iterable

from babel import Locale
from flask_babel import get_locale, ngettext

from kaya.care.models import Kind, Mode
from kaya.fulltext import folded
from kaya.words import say

KINDS = {
    Kind.THERAPIST: say("Therapist"),
    Kind.DOCTOR: say("Doctor"),
    Kind.DENTIST: say("Dentist"),
    Kind.COACH: say("Coach"),
    Kind.YOGA: say("Yoga teacher"),
    Kind.MASSAGE: say("Massage therapist"),
    Kind.NUTRITION: say("Nutritionist"),
    Kind.PHYSIOTHERAPIST: say("Physiotherapist"),
    Kind.MIDWIFE: say("Midwife"),
    Kind.ACUPUNCTURE: say("Acupuncturist"),
    Kind.OTHER: say("Something else"),
}

MODES = {Mode.VIDEO: say("By video"), Mode.IN_PERSON: say("In person"), Mode.PHONE: say("By phone")}

AREAS = {
    Kind.COACH: "practice",
    Kind.YOGA: "practice",
    Kind.ACUPUNCTURE: "practice",
    Kind.MIDWIFE: "community",
    Kind.NUTRITION: "community",
    Kind.MASSAGE: "shop",
}

LANGUAGE_CODES = frozenset(code for code in map(str, Locale("en").languages) if code.isalpha() and len(code) in (2, 3))


def kind_name(kind: str) -> str:
    return str(KINDS[Kind(kind)])


def mode_name(mode: str) -> str:
    return str(MODES[Mode(mode)])


def language_name(code: str) -> str:
    """“Portuguese” for “pt”, as the reader's language says it; the code itself where nobody gave it a name."""
    name = str((get_locale() or Locale("en")).languages.get(code, code))
    return name[:1].upper() + name[1:]


def language_names(codes: Iterable[str]) -> list[tuple[str, str]]:
    """(code, name) of each, by name."""
    return sorted(((code, language_name(code)) for code in codes), key=lambda pair: pair[1])


def language_code(name: str) -> str | None:
    """The code of a language by its name in the reader's language or in English, or by the code itself."""
    wanted = folded(name)
    if wanted in LANGUAGE_CODES:
        return wanted
    for locale in (get_locale() or Locale("en"), Locale("en")):
        for code, called in locale.languages.items():
            if code in LANGUAGE_CODES and folded(str(called)) == wanted:
                return str(code)
    return None


def area_of(kind: str) -> str:
    """The area whose colours paint the picture of someone of this kind."""
    return AREAS.get(Kind(kind), "care")


def span_words(minutes: int) -> str:
    """“2 hours”, “1 hour 30 minutes”, “3 days”."""
    if minutes and minutes % 1440 == 0:
        return str(ngettext("%(num)s day", "%(num)s days", minutes // 1440))
    hours = ngettext("%(num)s hour", "%(num)s hours", minutes // 60)
    rest = ngettext("%(num)s minute", "%(num)s minutes", minutes % 60)
    return str(f"{hours} {rest}" if minutes >= 60 and minutes % 60 else hours if minutes >= 60 else rest)
