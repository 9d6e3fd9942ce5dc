"""What a form said, by its fields' names."""

from typing import Any

from kaya.web.forms import Form


def said(form: Form) -> dict[str, Any]:
    return {name: value or "" for name, value in form.data.items() if name != "csrf_token"}
