"""What someone may do stays what it is: no two of the staff undo each other, and what was checked stays what it was."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from kaya.accounts import inviting, roles, suspending
from kaya.accounts.models import Role, User
from kaya.accounts.permissions import Permission
from kaya.care import practising, schedule, verification
from kaya.care.hours import Schedule
from kaya.care.offering import Terms, change_offering
from kaya.db import db, transaction
from kaya.money import Money
from kaya.refusal import Refusal
from tests.care.directory_scene import profile
from tests.cast import person

CHECKED = {"licence": "YOGA-7", "kind": "yoga"}


def test_two_of_the_staff_cannot_both_send_the_other_away(app, admin):
    """Each is asked once more, under a lock, whether they are still staff: one of the two remains."""
    other = person("Other Staff", role=Role.STAFF, email="other@example.org")
    pairs, start = [(admin.id, other.id), (other.id, admin.id)], Barrier(2)
    db.session.rollback()

    def send_away(pair):
        with app.app_context():
            actor, target = (db.session.get_one(User, each) for each in pair)
            db.session.rollback()
            start.wait()
            try:
                roles.give(actor, target, Role.MEMBER)
            except Refusal as refusal:
                return refusal.kind
            finally:
                db.session.remove()
            return "done"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(send_away, pairs)) == ["done", "not-allowed"]


@pytest.fixture
def yogi(amara, admin):
    """Amara teaches yoga here: staff have seen her papers."""
    return verification.verify(admin, practising.apply(amara, profile("Amara Obi", **CHECKED)))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "doctor"}, "kind"),
        ({"licence": "MED-1"}, "licence"),
        ({"display_name": "Dr Okafor"}, "display_name"),
    ],
)
def test_what_staff_have_checked_is_theirs_to_change(amara, admin, yogi, change, field):
    """Verified as a yoga teacher is not verified as a doctor, nor under another licence."""
    said = profile("Amara Obi", **CHECKED | change)
    with pytest.raises(Refusal, match="checked") as refused:
        practising.change_profile(amara, yogi, said)
    assert refused.value.field == field
    assert getattr(practising.change_profile(admin, yogi, said), field) == change[field]


def test_nor_do_staff_change_what_was_checked_of_themselves(admin):
    """She looks at others' papers; her own, once they were seen by a colleague, are the colleague's to change."""
    nia = person("Nia Cole", email="nia@example.org", role=Role.STAFF, may=(Permission.VERIFICATION,))
    own = verification.verify(admin, practising.apply(nia, profile("Nia Cole", **CHECKED)))
    with pytest.raises(Refusal, match="checked"):
        practising.change_profile(nia, own, profile("Nia Cole", **CHECKED | {"licence": "MED-1"}))


def test_a_verification_taken_back_demotes_no_staff(admin, settings):
    """Not even those who, just then, owe their second proof: staff are sent away by operations alone."""
    nia = person("Nia Cole", email="nia@example.org", role=Role.STAFF, may=())
    petra = person("Petra Lind", email="petra@example.org", role=Role.STAFF, may=(Permission.VERIFICATION,))
    own = verification.verify(admin, practising.apply(nia, profile("Nia Cole", **CHECKED)))
    settings(two_factor_for=["staff"])
    with transaction() as session:
        session.merge(nia).second_factor_at = None
    verification.withdraw(petra, own, "Her licence is over.")
    assert db.session.get_one(User, nia.id, populate_existing=True).role == Role.STAFF


def test_everything_else_is_theirs_and_so_is_all_of_it_until_then(amara, ben, yogi):
    practising.change_profile(amara, yogi, profile("Amara Obi", bio="New words", **CHECKED))
    waiting = practising.apply(ben, profile("Ben", **CHECKED))
    practising.change_profile(ben, waiting, profile("Ben", kind="coach", licence="C-1"))


def test_the_page_and_the_api_say_so_beside_the_field(visit, call, amara, yogi):
    answer = call(amara).patch("/api/v1/practitioners/me", json={"licence": "MED-1"})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["licence"])
    form = {"display_name": "Amara Obi", "kind": "doctor", "licence": "YOGA-7", "timezone": "UTC", "languages": ""}
    assert visit(amara).post("/desk/profile", data=form).status_code == 422
    assert call().get("/api/v1/practitioners/amara-obi").json["kind"] == "yoga"


def test_nobody_verifies_themselves_not_even_staff(admin):
    own = practising.apply(admin, profile("Sofia", **CHECKED))
    with pytest.raises(Refusal, match="own-papers"):
        verification.verify(admin, own)


def test_whoever_was_sent_away_leaves_no_door_open_behind_them(admin, letters):
    """An operator invites addresses of their own as staff, and is suspended: the links open nothing."""
    rogue = person("Rogue Operator", role=Role.STAFF, email="rogue@example.org")
    inviting.invite(rogue, "second@example.org", "Second Face", Role.STAFF)
    inviting.invite(rogue, "friend@example.org", "A Friend", Role.MEMBER)
    suspending.suspend(admin, rogue, "They invited themselves.")
    with pytest.raises(Refusal, match="gone"):
        inviting.accept(letters("second@example.org")[0].token, "nine slow tides at noon")
    assert inviting.accept(letters("friend@example.org")[0].token, "nine slow tides at noon").role == Role.MEMBER


def test_strangers_change_nothing_of_a_practice(ben, yogi, hour):
    for act in (
        lambda: schedule.replace_availability(ben, yogi, Schedule()),
        lambda: practising.change_profile(ben, yogi, profile("Ben's now", **CHECKED)),
        lambda: change_offering(ben, hour_of(hour), hour, Terms(hour.mode, 60, Money(1, "EUR"))),
        lambda: verification.withdraw(ben, yogi),
    ):
        with pytest.raises(Refusal) as refused:
            act()
        assert refused.value.status == 403


def hour_of(offering):
    return db.session.get_one(practising.Practitioner, offering.practitioner_id)


def test_a_price_is_the_practices_own_whatever_a_body_says(call, amara, hour):
    """Neither another's offering nor a price, a client or a status can be sent along."""
    body = {
        "practitioner_id": str(hour.practitioner_id),
        "service_id": str(hour.service_id),
        "start": "2026-03-10T10:00:00Z",
    }
    phone = call(amara)
    for smuggled in ({"price": {"amount": 1, "currency": "EUR"}}, {"client_id": "x"}, {"status": "confirmed"}):
        assert phone.post("/api/v1/appointments", json=body | smuggled).status_code == 422
    made = phone.post("/api/v1/appointments", json=body).json
    assert (made["price"], made["status"], made["client"]["id"]) == (
        {"amount": 5000, "currency": "EUR"},
        "pending",
        str(amara.id),
    )
