"""What one is asked about: how to be told of what may concern one, and of nothing else."""

HOME = "/api/v1/notifications"


def test_only_what_may_concern_someone_is_theirs_to_choose(call, visit, amara, admin, okafor):
    of_staff, of_the_desk = {"practitioner-applied", "audit-broken"}, {"appointment-asked"}
    kinds = {
        each.name: {item["kind"] for item in call(each).get(f"{HOME}/preferences").json["items"]}
        for each in (amara, admin, okafor)
    }
    assert not kinds[amara.name] & (of_staff | of_the_desk | {"practitioner-verified"})
    assert kinds[admin.name] >= of_staff
    assert kinds[okafor.name] >= of_the_desk
    assert "audit trail" not in visit(amara).get("/notifications/preferences").text
    others = {"items": [{"kind": "audit-broken", "in_app": False}]}
    assert call(amara).put(f"{HOME}/preferences", json=others).status_code == 422
