"""What the API says is wrong, it says plainly."""


def test_mistakes_are_told_in_plain_words(call, okafor):
    errors = call(okafor).patch("/api/v1/users/me", json={"name": "", "role": "staff", "bio": 7}).json["errors"]
    assert errors == {
        "name": ["This cannot be empty."],
        "role": ["There is no such field."],
        "bio": ["Text is needed."],
    }


def test_no_word_of_the_validators_own_reaches_a_client(call, okafor):
    api = call(okafor)
    asked = {"practitioner_id": "x", "service_id": "y"}
    errors = [
        api.post("/api/v1/appointments", json=asked | {"start": start}).json["errors"]["start"]
        for start in ("99999-01-01T00:00:00Z", "soon", [], None, "2026-13-01")
    ]
    assert errors == [["An instant is needed, such as 2026-11-26T14:30:00Z."]] * 5
    hours = {"weekly": [{"weekday": 1.5, "start": "9", "end": "10:03"}], "exceptions": [{"date": "tomorrow"}, 7]}
    told = str(api.put("/api/v1/availability/me", json=hours).json)
    assert "not written as it should be" in told
    day = str(api.get("/api/v1/availability/me/slots?date=someday").json)
    assert "A day is needed" in day
    assert not [word for word in ("should be a valid", "Input", "pattern '", "match pattern") if word in told + day]


def test_a_request_is_no_form(call, amara):
    answer = call(amara).post("/api/v1/users/me/email", json={"email": "no address"})
    assert (answer.status_code, answer.json["title"]) == (422, "Something in the request needs mending.")


def test_a_wrong_method_is_told_without_buttons(call, amara):
    answer = call(amara).put("/api/v1/users/me", json={})
    assert (answer.status_code, "buttons" in answer.json["detail"]) == (405, False)
