"""The generated pictures: always the same for the same thing, of safe markup, and short."""

from uuid import UUID

import pytest
from markupsafe import Markup

from kaya.web.art import LANDSCAPES, art

SOMEONE, SOMEONE_ELSE = UUID(int=1), UUID(int=2)
SEEDS = range(40)


def test_one_seed_is_one_picture() -> None:
    assert art(SOMEONE) == art(str(SOMEONE))
    assert art(SOMEONE) != art(SOMEONE_ELSE)
    assert isinstance(art(SOMEONE), Markup)


@pytest.mark.parametrize("kind", LANDSCAPES)
def test_a_list_of_small_pictures_stays_light(kind: str) -> None:
    """Thirty people on a page, each with a picture, are to travel within 60 KB of HTML."""
    assert max(len(art(seed, kind, 120, 120)) for seed in SEEDS) < 2_000
    assert sum(len(art(seed, "", 120, 120)) for seed in SEEDS) < 1_300 * len(SEEDS)
    assert max(len(art(seed, kind)) for seed in SEEDS) < 6_000
