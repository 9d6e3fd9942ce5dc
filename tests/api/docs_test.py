"""The API's own description."""


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
