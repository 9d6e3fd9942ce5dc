"""What an answer says of how often one may ask."""

HEADERS = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")


def test_an_answer_says_how_much_is_left_and_not_to_wait(client, settings):
    settings(rate_limit_scale=1)
    limit, remaining, reset = (int(client.get("/api/v1/services").headers[name]) for name in HEADERS)
    assert limit == 100
    assert remaining <= 99
    assert 0 < reset <= 15 * 60 + 1


def test_only_who_is_sent_away_is_told_when_to_come_back(client, settings):
    settings(rate_limit_scale=0.02)
    answers = [client.get("/api/v1/services") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert [answer.headers.get("RateLimit-Remaining") for answer in answers] == ["1", "0", "0"]
    assert ["Retry-After" in answer.headers for answer in answers] == [False, False, True]
    assert answers[2].headers["Retry-After"] == answers[2].headers["RateLimit-Reset"]
    assert not [name for answer in answers for name, _ in answer.headers if name.startswith("X-RateLimit")]
