"""Help is never hidden: every page leads there, and out."""

import pytest

from tests.house.walk import Step
from tests.visitor import Visitor

pytestmark = pytest.mark.on("sqlite")


def test_every_page_leads_to_help(steps: list[Step]) -> None:
    pages = {str(step): step.answer.data for step in steps if b'<main id="main"' in step.answer.data}
    assert len(pages) > 60
    assert not {name for name, page in pages.items() if b'class="help" href="/help"' not in page}


def test_what_nobody_finds_leads_there_too(client: Visitor) -> None:
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert 'class="help" href="/help"' in answer.text
