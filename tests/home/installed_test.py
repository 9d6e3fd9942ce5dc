"""Kaya on a device: who it says it is, and the worker that keeps its pages."""

import re

import pytest

pytestmark = pytest.mark.on("sqlite")


def test_the_manifest_says_who_this_is_and_where_it_opens(client):
    answer = client.get("/manifest.webmanifest")
    said = answer.get_json(force=True)
    assert answer.mimetype == "application/manifest+json"
    assert (said["start_url"], said["scope"], said["display"]) == ("/today", "/", "standalone")
    assert {icon["sizes"] for icon in said["icons"]} == {"192x192", "512x512", "any"}
    assert "maskable" in {icon.get("purpose") for icon in said["icons"]}
    for icon in said["icons"]:
        assert client.get(icon["src"]).status_code == 200


def test_the_icons_are_pictures_of_that_size(client):
    for name in re.findall(r"/static/dist/icon-[^\"]+png", client.get("/manifest.webmanifest").text):
        picture = client.get(name).data
        assert picture[:8] == b"\x89PNG\r\n\x1a\n"
        assert int.from_bytes(picture[16:20]) == int(re.search(r"icon-(?:maskable-)?(\d+)", name)[1])


def test_the_worker_stands_before_all_pages_and_is_looked_up_each_time(client):
    answer = client.get("/sw.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "max-age" not in answer.headers["Cache-Control"]


def test_it_keeps_every_built_file_that_a_page_may_need(client):
    worker = client.get("/sw.js").text
    for name in ("app-", "outbox-", "live-region-", "figtree-latin-wght-", "icons-"):
        assert f"/static/dist/{name}" in worker, name
    for name in set(re.findall(r"/static/dist/[\w.-]+", worker)):
        assert client.get(name).status_code == 200


def test_the_page_without_a_network_names_nobody(visit, amara, client):
    assert "There is no network just now." in client.get("/offline").text
    assert "Amara" not in visit(amara).get("/offline").text
