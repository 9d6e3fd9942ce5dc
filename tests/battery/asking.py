"""Ten thousand requests made up from the OpenAPI document: no failure, nothing wrong accepted, enough that succeed."""

import tempfile
from pathlib import Path

from kaya.db import db
from tests.databases import migrated_app
from tests.house.furnishing import furnished
from tests.house.houses import SqliteHouse
from tests.house.made_up import ask

SEED = 20261121
EACH = 18
VISITORS = ("nobody", "amara", "okafor", "sofia")


def main() -> bool:
    """Print a line for each visitor; was nothing amiss?"""
    with tempfile.TemporaryDirectory() as folder:
        house = moved_in(Path(folder))
        with house.open():
            went_well = [told(house, who) for who in VISITORS]
    return all(went_well)


def moved_in(folder: Path) -> SqliteHouse:
    address = f"sqlite:///{folder / 'kaya.db'}"
    with migrated_app(folder, address).app_context():
        db.engine.dispose()
    house: SqliteHouse = furnished(SqliteHouse(folder, address))
    return house


def told(house: SqliteHouse, who: str) -> bool:
    tally = ask(house, who, EACH, SEED)
    failures = sum(count for status, count in tally.statuses.items() if status >= 500)
    print(f"| {who} | {tally.statuses.total()} | {failures} | {tally.succeeded:.0%} | {len(tally.faults)} |")
    print("\n".join(tally.faults[:5]))
    return not failures and not tally.faults and (who == "nobody" or tally.succeeded >= 0.3)
