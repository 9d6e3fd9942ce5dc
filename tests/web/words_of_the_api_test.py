"""What the API says is wrong, it says plainly."""


def test_mistakes_are_told_in_plain_words(call, okafor):
    errors = call(okafor).patch("/api/v1/users/me", json={"name": "", "role": "staff", "bio": 7}).json["errors"]
    assert errors == {
        "name": ["This cannot be empty."],
        "role": ["There is no such field."],
        "bio": ["Text is needed."],
    }


def test_a_wrong_method_is_told_without_buttons(call, amara):
    answer = call(amara).put("/api/v1/users/me", json={})
    assert (answer.status_code, "buttons" in answer.json["detail"]) == (405, False)
