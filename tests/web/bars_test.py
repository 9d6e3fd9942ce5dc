"""The bars of the workspaces: whose house it is, the ways on, and the way out."""

from kaya.organisation import furnishing


def bar_of(page):
    return page.text.partition('<header class="bar">')[2].partition("</header>")[0]


def test_members_too_read_the_name_of_the_house(visit, admin, amara):
    furnishing.name_house(admin, name="Lindenhof")
    assert "<span>Lindenhof</span>" in bar_of(visit(amara).get("/settings"))


def test_one_signs_out_from_the_desk_and_from_the_staff_s_rooms(visit, okafor, admin):
    assert 'action="/logout"' in bar_of(visit(okafor).get("/notifications"))
    assert 'action="/logout"' in bar_of(visit(admin).get("/staff"))


def test_news_leaves_everyone_in_their_own_workspace(visit, amara, okafor, admin):
    here = {visit(someone): way for someone, way in ((amara, "/appointments"), (okafor, "/desk"), (admin, "/staff"))}
    for visitor, way in here.items():
        for path in ("/notifications", "/notifications/preferences"):
            assert f'class="places__link" href="{way}"' in bar_of(visitor.get(path))


def test_members_find_the_services_and_the_way_to_practise(visit, amara, okafor):
    assert 'href="/services"' in visit(amara).get("/practitioners").text
    assert 'href="/practise"' in visit(amara).get("/settings").text
    assert 'href="/practise"' not in visit(okafor).get("/settings").text


def test_what_is_told_is_chosen_in_one_place(visit, amara):
    assert visit(amara).get("/notifications").text.count("Choose what you are told") == 1
