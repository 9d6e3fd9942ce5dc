"""A few numbers about someone; each feature adds its own."""

from collections.abc import Callable

from kaya import clock
from kaya.accounts.models import User

Count = Callable[[User], int | float | str | None]
counts: dict[str, Count] = {}


def stat(name: str) -> Callable[[Count], Count]:
    """Declare a number that GET /users/me/stats answers under `name`."""

    def declare(count: Count) -> Count:
        counts[name] = count
        return count

    return declare


@stat("days_here")
def days_here(user: User) -> int:
    """Whole days since the account was opened."""
    return (clock.now() - user.created_at).days


def of(user: User) -> dict[str, int | float | str | None]:
    return {name: count(user) for name, count in sorted(counts.items())}
