"""The API's own description."""

import re

from kaya.api.document import operations


def test_the_document_is_openapi_and_tells_every_path_under_api(client):
    document = client.get("/api/v1/openapi.json").json
    assert document["openapi"].startswith("3.1")
    assert all(path.startswith("/api/v1/") for path in document["paths"])
    assert "/api/v1/auth/login" in document["paths"]


def test_people_can_read_it_and_it_loads_nothing_from_elsewhere(client):
    answer = client.get("/api/v1/docs")
    assert answer.status_code == 200
    assert "/api/v1/auth/login" in answer.text
    assert 'src="http' not in answer.text


LIGHT = 150_000


def test_no_page_of_it_is_heavy_and_every_operation_stands_in_one(client):
    ways = client.get("/api/v1/docs")
    assert len(ways.data) < LIGHT
    chapters = {path.partition("#")[0] for path in re.findall(r'href="(/api/v1/docs/[^"]+)"', ways.text)}
    told = ""
    for path in sorted(chapters):
        answer = client.get(path)
        assert answer.status_code == 200
        assert len(answer.data) < LIGHT, path
        told += answer.text
    names = [each["operationId"] for _, _, each in operations(client.get("/api/v1/openapi.json").json)]
    assert [name for name in names if f'id="{name}"' not in told] == []


def test_there_is_no_chapter_of_another_name(client):
    assert client.get("/api/v1/docs/weather").status_code == 404
