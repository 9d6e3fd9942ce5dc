"""Applying to give care here, and what practitioners say of themselves."""

from collections.abc import Collection
from dataclasses import asdict, dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kaya import clock, fulltext
from kaya.accounts.models import User
from kaya.accounts.permissions import Permission
from kaya.care.models import (
    Kind,
    Practitioner,
    PractitionerLanguage,
    PractitionerSpecialty,
    Resource,
    Specialty,
)
from kaya.care.signals import papers_changed, practitioner_applied, practitioner_changed
from kaya.care.slugs import free_slug
from kaya.care.vocabulary import LANGUAGE_CODES
from kaya.db import locked, transaction, uuid7
from kaya.refusal import Refusal
from kaya.signals import announce
from kaya.words import is_seen, say

CHECKED = ("kind", "licence", "display_name")
MOST_SPECIALTIES = 20
MOST_LANGUAGES = 12


@dataclass(frozen=True)
class Profile:
    """What someone says of themselves. `specialties` are slugs of the vocabulary, `languages` ISO 639 codes."""

    display_name: str
    kind: str
    timezone: str
    title: str = ""
    headline: str = ""
    bio: str = ""
    credentials: str = ""
    licence: str = ""
    city: str = ""
    first_before: str = ""
    first_during: str = ""
    first_after: str = ""
    is_accepting: bool = True
    auto_confirms: bool = False
    specialties: Collection[str] = field(default_factory=tuple)
    languages: Collection[str] = field(default_factory=tuple)


def apply(member: User, profile: Profile, *, practitioner_id: UUID | None = None) -> Practitioner:
    """Ask to give care here; staff look at the papers next. The same `practitioner_id` again is the same application.

    Raises Refusal("already-applied") for whoever applied before, ("unknown-…") for a word outside the vocabulary.
    """
    with transaction() as session:
        locked(session, member)
        there = session.scalar(Practitioner.of(member))
        if there is not None and there.id == practitioner_id:
            return there
        if there is not None:
            raise Refusal("already-applied", say("You have applied already. You can change what you wrote."))
        if practitioner_id and session.get(Practitioner, practitioner_id) is not None:
            raise Refusal("id-taken", say("Something else has this id."), field="id", status=409)
        resource = Resource(kind="person")
        session.add(resource)
        session.flush()
        slug = free_slug(session, Practitioner.slug, profile.display_name, "practitioner")
        practitioner = Practitioner(
            id=practitioner_id or uuid7(), user=member, slug=slug, resource_no=resource.no, recount_at=None
        )
        describe(session, practitioner, profile)
        session.add(practitioner)
        session.flush()
        announce(practitioner_applied, practitioner=practitioner)
        return practitioner


def change_profile(actor: User, practitioner: Practitioner, profile: Profile) -> Practitioner:
    """Say it anew: the whole of it. Who was declined asks again by this.

    Their address stays as it is: people keep it. Refuses as `apply` does, ("not-yours") to anybody else, and
    ("checked") to change what staff have seen papers for.
    """
    with transaction() as session:
        locked(session, practitioner)
        if not practitioner.is_kept_by(actor):
            raise Refusal("not-yours", say("Only they themselves and staff can change this."), status=403)
        check_unchanged(actor, practitioner, profile)
        asks_again = practitioner.applied_at is None and not practitioner.is_verified
        has_new_papers = any(getattr(profile, name) != getattr(practitioner, name) for name in CHECKED)
        describe(session, practitioner, profile)
        if has_new_papers:
            announce(papers_changed, practitioner=practitioner, actor=actor)
        if asks_again:
            practitioner.applied_at = clock.now()
            announce(practitioner_applied, practitioner=practitioner)
        session.flush()
        announce(practitioner_changed, practitioner=practitioner)
        return practitioner


def check_unchanged(actor: User, practitioner: Practitioner, profile: Profile) -> None:
    """Whoever was verified stays what was verified, until staff look again: somebody else's eyes, also for staff."""
    is_looked_at = actor.may(Permission.VERIFICATION) and actor.id != practitioner.user_id
    if not practitioner.is_verified or is_looked_at:
        return
    for name in CHECKED:
        if getattr(profile, name) != getattr(practitioner, name):
            raise Refusal(
                "checked", say("Our staff have seen your papers for this. Please ask them to change it."), field=name
            )


def profile_of(practitioner: Practitioner) -> Profile:
    """What they say of themselves now, to be changed with dataclasses.replace."""
    plain = {name: getattr(practitioner, name) for name in WORDS}
    slugs = tuple(each.slug for each in practitioner.specialties)
    codes = tuple(each.code for each in practitioner.languages)
    return Profile(**plain, specialties=slugs, languages=codes)


WORDS = tuple(name for name in Profile.__dataclass_fields__ if name not in ("specialties", "languages"))


def describe(session: Session, practitioner: Practitioner, profile: Profile) -> None:
    check(session, profile)
    for name, value in asdict(profile).items():
        if name in WORDS:
            setattr(practitioner, name, value)
    keep_words(practitioner, profile)


def keep_words(practitioner: Practitioner, profile: Profile) -> None:
    """Take away what is no longer said, add what is new, leave the rest alone."""
    slugs, codes = set(profile.specialties), set(profile.languages)
    practitioner.specialties = [each for each in practitioner.specialties if each.slug in slugs] + [
        PractitionerSpecialty(slug=slug) for slug in sorted(slugs - {each.slug for each in practitioner.specialties})
    ]
    practitioner.languages = [each for each in practitioner.languages if each.code in codes] + [
        PractitionerLanguage(code=code) for code in sorted(codes - {each.code for each in practitioner.languages})
    ]


def check(session: Session, profile: Profile) -> None:
    slugs, codes = set(profile.specialties), set(profile.languages)
    known = set(session.scalars(select(Specialty.slug).where(Specialty.slug.in_(slugs))))
    if not is_seen(profile.display_name):
        raise Refusal("invalid-name", say("Please give a name that can be read."), field="display_name")
    if profile.kind not in set(Kind):
        raise Refusal("unknown-kind", say("There is no such kind of practitioner."), field="kind")
    if slugs - known:
        word = min(slugs - known)
        raise Refusal("unknown-specialty", say("“%(word)s” is not in our list.", word=word), field="specialties")
    if codes - LANGUAGE_CODES:
        code = min(codes - LANGUAGE_CODES)
        raise Refusal("unknown-language", say("“%(code)s” is not a language's code.", code=code), field="languages")
    for field_name, words, most in (("specialties", slugs, MOST_SPECIALTIES), ("languages", codes, MOST_LANGUAGES)):
        if len(words) > most:
            raise Refusal("too-many", say("Choose at most %(most)d.", most=most), field=field_name)


def make_findable(session: Session, practitioner: Practitioner) -> None:
    """Let the words of their profile find them."""
    slugs = [each.slug for each in practitioner.specialties]
    specialties = session.scalars(select(Specialty.name).where(Specialty.slug.in_(slugs))).all() if slugs else []
    said = [
        practitioner.kind,
        practitioner.title,
        practitioner.headline,
        *specialties,
        practitioner.city,
        practitioner.bio,
    ]
    fulltext.index(session, "practitioner", practitioner.id, title=practitioner.display_name, body="\n".join(said))
