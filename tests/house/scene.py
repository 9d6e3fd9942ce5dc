"""Who is in the house, and a row of theirs for everything that an address can name.

Amara is a client of Dr Okafor's. Ben knows neither and has asked to leave, Dr Lindqvist practises next door. Sofia is
staff with every permission, Ivo has none and Petra supports people, Tomás has applied to practise, and Hana had an
account once.
"""

import json
import re
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import Any
from uuid import UUID

from flask import Flask

from kaya import clock
from kaya.accounts import (
    admin_keys,
    freshness,
    inviting,
    mail_codes,
    passkeys,
    readdressing,
    registering,
    resetting,
    signing_in,
    suspending,
    two_factor,
)
from kaya.accounts.models import Device, Role, User
from kaya.accounts.permissions import Permission
from kaya.care import booking, catalogue, feeds, holds, notes, practising, shelving
from kaya.care.models import Offering, Practitioner, Service
from kaya.care.practising import Profile
from kaya.db import db, transaction, uuid7
from kaya.help import listing, planning
from kaya.jobs.runner import run_due
from kaya.journal import drafts, sealing_pages, thanking, writing
from kaya.journal import photos as journal_photos
from kaya.journal import wording as journal
from kaya.mail.models import Mail
from kaya.media import keeping
from kaya.mood import bringing, checking_in, questionnaires
from kaya.mood.instruments import GAD_7
from kaya.mood.saying import Said
from kaya.notifications.models import Notification
from kaya.organisation import furnishing
from kaya.practice import composing, enrolling
from kaya.practice import practising as sessions
from kaya.practice.composing import Wording
from kaya.practice.models import Enrollment, Practice, Program
from kaya.practice.planting import plant_library
from kaya.practice.steps import Step, StepKind
from kaya.privacy import archiving, leaving
from tests.accounts.passkey_device import Device as SecurityKey
from tests.care.booking_scene import MONDAY, offering, practice, service, utc
from tests.cast import person, with_code_app
from tests.journal.sealing import CIPHER, LOCK
from tests.media.pictures import picture
from tests.visitor import arrived

MISSING = "01890000-0000-7000-8000-000000000000"
LICENCE = "K-77"
WAITING = "ana@example.org"
NEW_ADDRESS = "amara@example.net"
NIGHT_LINE = {
    "name": "Night line", "country": "PT", "says": "They listen.", "phone": "112", "text_to": "", "website": "",
    "hours": "", "source": "", "is_emergency": True, "is_example": False, "checked_on": None,
}  # fmt: skip


@dataclass
class Scene:
    """Ids and words, as they stand in an address or a body."""

    ids: dict[str, UUID] = field(default_factory=dict)
    sign_ins: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.rows[name]


def furnish(app: Flask, scene: Scene) -> None:
    """Everything that the walks look for; on Monday at eight, and the clock goes on to noon meanwhile."""
    with clock.moved(MONDAY):
        people = cast()
        okafor, hour = practise(people)
        prove_twice(scene, people)
        keep_appointments(scene, people, hour)
        run_due(app)
    with clock.moved(utc(2, 12)):
        keep_the_rest(scene, people, hour, okafor)
        leaving.ask(people["ben"])
        scene.rows["archive"] = str(archiving.ask(people["amara"]).id)
        keep_passkeys(scene, people["okafor"])
        keep_self_care(scene, people["amara"], people["sofia"])
        write_letters(app, scene, people)
        for name, user in people.items():
            scene.ids[name] = user.id
            scene.sign_ins[name] = str(arrived(user, device=Device("A test")).id)
            tokens = signing_in.tokens_for(arrived(user, medium="api"))
            scene.tokens[name] = tokens.access_token
            scene.rows[f"{name}'s refresh token"] = tokens.refresh_token
        scene.rows["other device"] = str(signing_in.arrive(people["amara"], device=Device("A kiosk")).id)
        ask_in(scene, people)
        suspending.suspend(people["sofia"], people["hana"], "Threats.")
        run_due(app)


def ask_in(scene: Scene, people: dict[str, User]) -> None:
    """Eve is invited, and Ivo may look at nothing yet."""
    invitation = inviting.invite(people["sofia"], "eve.brandt@example.org", "Eve Brandt")
    told = letter("eve.brandt@example.org").text
    scene.rows |= {"invitation": str(invitation.id), "invitation token": re.findall(r"/invitation/(\S+)", told)[0]}
    scene.rows |= {name: str(people[name].id) for name in ("amara", "hana")}
    scene.rows["colleague"] = str(people["ivo"].id)


def cast() -> dict[str, User]:
    return {
        "amara": person("Amara Obi", email="amara@example.org", timezone="Europe/Lisbon"),
        "ben": person("Ben Castellanos", email="ben@example.org", timezone="America/New_York"),
        "okafor": person("Ngozi Okafor", role=Role.PRACTITIONER, timezone="Africa/Lagos"),
        "lindqvist": person("Signe Lindqvist", role=Role.PRACTITIONER, timezone="Europe/Stockholm"),
        "mendes": person("Rui Mendes", role=Role.PRACTITIONER),
        "duarte": person("Helena Duarte", role=Role.PRACTITIONER),
        "sofia": person("Sofia Marques", email="admin@example.org", role=Role.STAFF, timezone="Europe/Lisbon"),
        "ivo": person("Ivo Kral", role=Role.STAFF, may=()),
        "petra": person("Petra Lind", role=Role.STAFF, may=(Permission.SUPPORT,)),
        "tomas": person("Tomas Vidal"),
        "hana": person("Hana Novak"),
    }


def practise(people: dict[str, User]) -> tuple[Any, Offering]:
    """Two practices; Dr Okafor's has an hour of talking, and a walk that she put into the catalogue herself."""
    okafor = licensed(people["okafor"], "therapist")
    licensed(people["lindqvist"], "therapist")
    licensed(people["mendes"], "doctor")
    licensed(people["duarte"], "dentist")
    talking, walking = service(), service("Walking")
    with transaction() as session:
        session.merge(walking).created_by_id = people["okafor"].id
    return okafor, offering(okafor, talking)


def prove_twice(scene: Scene, people: dict[str, User]) -> None:
    """Dr Okafor signs in with a code too; Dr Lindqvist has begun to set that up."""
    with transaction() as session:
        with_code_app(session, session.merge(people["okafor"]))
    scene.rows["lindqvist's secret"] = two_factor.set_up(people["lindqvist"]).secret


def keep_passkeys(scene: Scene, keeper: User) -> None:
    """Dr Okafor has a passkey, and was asked for it at every door; and for another."""
    key, another = SecurityKey(), SecurityKey()
    scene.rows["passkey"] = str(passkeys.add(keeper, key.make(passkeys.begin(keeper)), "My key").passkey.id)
    scene.rows["door answer"] = json.dumps(key.sign(passkeys.ask_at_the_door()))
    scene.rows["freshness answer"] = json.dumps(key.sign(freshness.ask_for_passkey(keeper)))
    scene.rows["new passkey"] = json.dumps(another.make(passkeys.begin(keeper)))


def licensed(keeper: User, kind: str) -> Practitioner:
    practitioner = practice(keeper)
    with transaction() as session:
        practitioner = session.merge(practitioner)
        practitioner.kind, practitioner.licence = kind, LICENCE
    return practitioner


def keep_appointments(scene: Scene, people: dict[str, User], hour: Offering) -> None:
    book = partial(booking.book, people["amara"], hour)
    seen = booking.confirm(people["okafor"], book(utc(2, 9)))
    scene.rows["past"] = str(seen.id)
    notes.note(people["okafor"], seen, "Speak more slowly next time.", is_private=True)
    scene.rows["appointment"] = str(book(utc(5, 10), note="It is about the nights.").id)
    scene.rows["confirmed"] = str(booking.confirm(people["okafor"], book(utc(6, 10))).id)


def keep_the_rest(scene: Scene, people: dict[str, User], hour: Offering, okafor: Any) -> None:
    amara, sofia = people["amara"], people["sofia"]
    given_back = booking.book(amara, hour, utc(9, 10))
    scene.rows["cancelled"] = str(booking.cancel(amara, given_back).id)
    scene.rows["hold"] = str(holds.hold(amara, hour, utc(10, 10)).id)
    scene.rows["feed token"] = feeds.open_feed(amara)
    scene.rows["feed"] = str(db.session.scalars(feeds.of(amara)).one().id)
    scene.rows["image"] = keep_picture(scene, amara)
    location = furnishing.add_location(sofia, name="Rua das Flores", timezone="Europe/Lisbon")
    scene.rows["location"] = str(location.id)
    scene.rows["admin key"] = str(admin_keys.make(sofia, "Warehouse", ["shop:read"])[0].id)
    scene.rows["room"] = str(furnishing.add_room(sofia, location, "Fig room").id)
    applicant = practising.apply(people["tomas"], Profile("Tomas Vidal", kind="therapist", timezone="UTC", licence="7"))
    scene.rows["applicant"] = str(applicant.id)
    scene.rows |= {"practitioner": okafor.slug, "practitioner's id": str(okafor.id), "offering": str(hour.id)}
    scene.rows |= {"service": "talking", "service's id": str(hour.service_id), "category": "talking-kind"}
    scene.rows |= {"dentist": "helena-duarte", "doctor": "rui-mendes"}
    own = db.session.scalars(db.select(Service).where(Service.slug == "walking")).one()
    scene.rows |= {"own service": str(own.id), "category's id": str(own.category_id)}
    scene.rows["empty shelf"] = str(shelving.add_shelf(sofia, "Quiet").id)
    retired = catalogue.archive_service(sofia, service("Fasting"))
    scene.rows["retired service"] = str(retired.id)
    told = db.session.scalars(Notification.of(amara)).first()
    assert told is not None
    scene.rows["notification"] = str(told.id)


def keep_self_care(scene: Scene, amara: User, sofia: User) -> None:
    """The library; a session and a practice of Amara's, and a program that she is in."""
    with transaction() as session:
        plant_library(session)
    breathing = db.session.scalars(db.select(Practice).where(Practice.slug == "even-breathing")).one()
    programs = list(db.session.scalars(db.select(Program).order_by(Program.position)))
    scene.rows["practice session"] = str(sessions.begin(amara, breathing, 6).id)
    scene.rows["breathing room"] = "even-breathing"
    own = composing.make(amara, Wording("By the window", [Step(StepKind.SILENCE, "", 60)]))
    scene.rows |= {"own practice": str(own.id), "program": programs[0].slug, "other program": programs[1].slug}
    scene.rows["helpline"] = str(listing.add_line(sofia, **NIGHT_LINE).id)
    planning.write_plan(amara, {"coping": "The river."}, contact=("Ifeoma", "+351 912 000 117"), on_device=True)
    removed = composing.make(amara, Wording("At the door", [Step(StepKind.SILENCE, "", 60)]))
    composing.remove(amara, removed)
    finished = enrolled_long_ago(amara, programs[1])
    for number in range(1, programs[1].days + 1):
        enrolling.do_day(amara, finished, number)
    scene.rows |= {"removed practice": str(removed.id), "finished enrollment": str(finished.id)}
    scene.rows["library practice"] = breathing.slug or ""
    scene.rows["enrollment"] = str(enrolling.do_day(amara, enrolled_long_ago(amara, programs[0]), 1).id)
    keep_journal(scene, amara)
    keep_mood(scene, amara)


def enrolled_long_ago(member: User, program: Program) -> Enrollment:
    """So long that all of its days are open."""
    enrollment = enrolling.enrol(member, program)
    with transaction():
        enrollment.begun_at = clock.ago(days=program.days)
    return enrollment


def keep_journal(scene: Scene, amara: User) -> None:
    """A page with a photo, two that she let go, one of them sealed, a draft, a list, and a lock for sealed pages."""
    page = writing.write(amara, journal.Page("Awake at three", "The sea again.", ("sleep",)))
    gone = writing.delete(amara, writing.write(amara, journal.Page("Too much", "Let it go.")))
    draft = drafts.keep(amara, uuid7(), drafts.Typed(uuid7(), journal.Page("", "Half a sent")))
    assert draft is not None
    photo = journal_photos.add(amara, page, BytesIO(picture()), "A pot of tea")
    thanks = thanking.keep(amara, ["The tea was still hot."])
    sealing_pages.set_lock(amara, LOCK["salt"], int(LOCK["rounds"]), LOCK["wrapped"])
    sealed = writing.delete(amara, sealing_pages.keep(amara, uuid7(), CIPHER))
    scene.rows["sealed page let go"] = str(sealed.id)
    scene.rows |= {"journal entry": str(page.id), "page let go": str(gone.id), "journal draft": str(draft.id)}
    scene.rows |= {"journal photo": str(photo.id), "gratitude": str(thanks.id)}


def keep_mood(scene: Scene, amara: User) -> None:
    """What she said, and what she let go; a file from elsewhere; a questionnaire that she uses."""
    kept, gone = (checking_in.check_in(amara, Said("calm", note="By the river.")) for _ in range(2))
    checking_in.let_go(amara, gone)
    arrival = bringing.lay_out(amara, "daylio.csv", b"full_date,time,mood\n2026-03-01,21:30,like rain\n")
    questionnaires.choose(amara, GAD_7)
    filled = questionnaires.fill_in(amara, GAD_7, [1] * 7)
    scene.rows |= {"mood entry": str(kept.id), "mood let go": str(gone.id), "arrival": str(arrival.id)}
    scene.rows |= {"sheet": str(filled.sheet.id), "questionnaire": "gad-7"}


def keep_picture(scene: Scene, owner: User) -> str:
    image = keeping.keep(owner, BytesIO(picture()), "avatar", "A pot of tea")
    scene.rows["picture"] = image.name
    return str(image.id)


def write_letters(app: Flask, scene: Scene, people: dict[str, User]) -> None:
    """Ana's registration and Amara's new password wait for a link to be opened."""
    registering.register(WAITING, "three herons on a wire", "Ana Luz", timezone="Europe/Lisbon")
    resetting.ask("amara@example.org")
    mail_codes.ask("ben@example.org")
    readdressing.ask(people["amara"], NEW_ADDRESS)
    run_due(app)
    waiting, reset = letter(WAITING), letter("amara@example.org")
    scene.rows |= {"mail": str(waiting.id), "code": re.findall(r"\b\d{6}\b", waiting.text)[0]}
    scene.rows["mail code"] = re.findall(r"\b\d{6}\b", letter("ben@example.org").text)[0]
    scene.rows["verify"] = re.findall(r"/verify/(\S+)", waiting.text)[0]
    scene.rows["new address"] = re.findall(r"/settings/email/(\S+)", letter(NEW_ADDRESS).text)[0]
    scene.rows["reset"] = re.findall(r"/reset/(\S+)", reset.text)[0]


def letter(to: str) -> Mail:
    return db.session.scalars(Mail.newest(to)).first()  # type: ignore[return-value]
