"""A page of the same size from a Flask app with no extension, one template and no database: what any page costs."""

from flask import Flask


def bare_app(size: int) -> Flask:
    """An app whose `/` answers about `size` bytes of HTML, a row at a time, from one template."""
    app = Flask("bare")
    template = app.jinja_env.from_string(
        "<!doctype html><title>{{ title }}</title>"
        "<ul>{% for row in rows %}<li>{{ row.name }}: {{ row.words }}</li>{% endfor %}</ul>"
    )
    rows = [{"name": f"Row {i}", "words": "words " * 12} for i in range(max(1, size // 100))]

    @app.get("/")
    def page() -> str:
        return template.render(title="Bare", rows=rows)

    return app
