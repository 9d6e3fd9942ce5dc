"""Where one is signed in, ended from anywhere; a device that was never used before is told of."""

from kaya.accounts import devices, signing_in
from kaya.accounts.models import Device
from tests.cast import PASSWORD

RIGHT = {"email": "amara@example.org", "password": PASSWORD}
FIREFOX = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"}


def test_they_are_listed_and_the_present_one_is_named(visit, amara):
    browser = visit()
    browser.post("/login", data=RIGHT, headers=FIREFOX)
    visit(amara)
    page = browser.get("/settings/devices").text
    assert "Firefox on Linux" in page
    assert "127.0.0.1" in page
    assert "place unknown" in page
    assert page.count("This one") == 1


def test_one_is_ended_and_its_socket_closed(visit, listen, amara):
    here, there = visit(amara), visit(amara)
    socket = listen(there)
    other = next(s for s in signing_in.current(amara) if f"/devices/{s.id}/end" in here.get("/settings/devices").text)
    assert here.post(f"/settings/devices/{other.id}/end").status_code == 303
    assert there.get("/settings").status_code == 303
    assert not socket.is_connected()
    assert here.get("/settings").status_code == 200


def test_all_others_are_ended_at_once(visit, call, amara):
    here, there, phone = visit(amara), visit(amara), call(amara)
    here.post("/settings/devices/end")
    assert there.get("/settings").status_code == 303
    assert phone.get("/api/v1/users/me").status_code == 401
    assert here.get("/settings").status_code == 200


def test_nobody_ends_anothers(visit, amara, ben):
    visit(amara)
    [hers] = signing_in.current(amara)
    assert visit(ben).post(f"/settings/devices/{hers.id}/end").status_code == 404
    assert len(signing_in.current(amara)) == 1


def test_a_client_lists_and_ends_them_too(visit, call, amara):
    browser, phone = visit(amara), call(amara)
    listed = phone.get("/api/v1/auth/sessions").json["items"]
    assert [item["is_current"] for item in listed].count(True) == 1
    assert {item["medium"] for item in listed} == {"browser", "api"}
    [other] = [item["id"] for item in listed if not item["is_current"]]
    assert phone.delete(f"/api/v1/auth/sessions/{other}").status_code == 204
    assert browser.get("/settings").status_code == 303
    assert phone.delete(f"/api/v1/auth/sessions/{other}").status_code == 404
    visit(amara)
    assert phone.delete("/api/v1/auth/sessions").status_code == 204
    assert len(phone.get("/api/v1/auth/sessions").json["items"]) == 1


def test_a_new_device_is_told_of_once_and_a_known_one_not(visit, amara, letters):
    browser = visit()

    def told():
        devices.tell_of_new()
        return [letter for letter in letters(amara.email) if "new device" in letter.subject]

    browser.post("/login", data=RIGHT, headers=FIREFOX)
    assert not told(), "the first one of all is no news"
    browser.post("/logout")
    browser.post("/login", data=RIGHT, headers=FIREFOX)
    assert not told(), "the browser kept its mark"
    visit().post("/login", data=RIGHT, headers=FIREFOX)
    assert len(told()) == 1
    assert "Firefox on Linux" in told()[0].text
    assert len(told()) == 1


def test_a_client_is_known_by_what_it_says_it_is(call, amara, letters):
    for app in ("KayaApp/2", "KayaApp/2", "Another/1"):
        call().post("/api/v1/auth/login", json=RIGHT, headers={"User-Agent": app})
        devices.tell_of_new()
    assert len([letter for letter in letters(amara.email) if "new device" in letter.subject]) == 1


def test_a_client_from_elsewhere_is_new_whatever_it_says_it_is(call, amara, letters):
    """Who knows the password may say that they are anything; a network that they never came from is told of."""
    for address in ("203.0.113.7", "203.0.113.7", "2001:db8:1:2::3", "2001:db8:1:2::4", "198.51.100.9"):
        said = {"headers": {"User-Agent": "KayaApp/2"}, "environ_base": {"REMOTE_ADDR": address}}
        assert call().post("/api/v1/auth/login", json=RIGHT, **said).status_code == 200
        devices.tell_of_new()
    assert len([letter for letter in letters(amara.email) if "new device" in letter.subject]) == 2


def test_what_it_says_it_is_can_be_anything(amara, visit):
    for name in ("", "x" * 5000, "<script>alert(1)</script>", "\u202eevil", "A/1"):
        signing_in.arrive(amara, device=Device(name, "2001:db8::1"))
    page = visit(amara).get("/settings/devices")
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "An unknown device" in page.text
