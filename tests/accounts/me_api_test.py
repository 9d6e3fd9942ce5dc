"""/api/v1/users/me: one's own account and nobody else's."""

import pytest

ME = "/api/v1/users/me"
PREFERRED = (f"{ME}/preferences", {"theme": "dark"}, {"theme": "light"})


def test_one_sees_and_changes_oneself(call, amara):
    phone = call(amara)
    me = phone.get(ME).json
    assert (me["email"], me["name"], me["role"], me["timezone"]) == (
        amara.email,
        "Amara Obi",
        "member",
        "Europe/Lisbon",
    )
    changed = phone.patch(ME, json={"name": " Amara  O. ", "bio": "Hills.", "timezone": "Asia/Tokyo"})
    assert changed.status_code == 200
    assert changed.json == phone.get(ME).json
    assert (changed.json["name"], changed.json["bio"], changed.json["pronouns"]) == ("Amara O.", "Hills.", "")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"bio": "x" * 2001}, "bio"),
        ({"timezone": "Mars/Olympus"}, "timezone"),
        ({"language": "tlh"}, "language"),
        ({"role": "staff"}, "role"),
        ({"email": "x@example.org"}, "email"),
    ],
)
def test_what_cannot_be_said_is_refused_by_field(call, amara, body, field):
    answer = call(amara).patch(ME, json=body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


NO_RHYTHM = ({"days_a_week": 8}, {"days_a_week": "3"}, {"day_starts": "03:30"}, {"shows_figures": "perhaps"})


def test_preferences(call, amara):
    phone = call(amara)
    assert phone.get(f"{ME}/preferences").json == {
        "theme": "system",
        "time_format": "language",
        "sounds": True,
        "quiet_from": "",
        "quiet_until": "",
        "day_starts": "03:00",
        "days_a_week": 3,
        "shows_figures": True,
        "shows_days_in_a_row": False,
    }
    assert phone.patch(f"{ME}/preferences", json={"theme": "dark", "sounds": False}).json["theme"] == "dark"
    assert phone.get(f"{ME}/preferences").json["sounds"] is False
    for wrong in (
        {"theme": "neon"},
        {"quiet_from": "22:00"},
        {"quiet_from": "9pm", "quiet_until": "07:00"},
        {"x": 1},
        *NO_RHYTHM,
    ):
        assert phone.patch(f"{ME}/preferences", json=wrong).status_code == 422


def test_stats(call, amara, clock):
    clock.travel(days=3)
    said = call(amara).get(f"{ME}/stats").json
    assert said["days_here"] == 3
    assert (said["appointments_upcoming"], said["practice_minutes"]) == (0, 0)


@pytest.mark.parametrize("path", ["", "/preferences", "/stats"])
def test_without_a_token_nobody_is_anybody(call, path):
    answer = call().get(ME + path)
    assert (answer.status_code, answer.json["type"]) == (401, "/problems/unauthenticated")


def test_reads_can_be_asked_whether_they_changed(call, amara):
    phone = call(amara)
    tag = phone.get(ME).headers["ETag"]
    assert phone.get(ME, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(("path", "first", "second"), [(ME, {"bio": "a"}, {"bio": "b"}), PREFERRED])
def test_whoever_was_faster_is_not_overwritten(call, amara, path, first, second):
    phone = call(amara)
    seen = {"If-Match": phone.get(path).headers["ETag"]}
    assert phone.patch(path, json=first, headers=seen).status_code == 200
    late = phone.patch(path, json=second, headers=seen)
    assert (late.status_code, late.json["type"]) == (412, "/problems/changed-meanwhile")
    assert phone.get(path).json.items() >= first.items()
