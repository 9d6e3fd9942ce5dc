"""A few numbers about someone; each feature adds its own."""

from collections.abc import Callable, Mapping

from kaya import clock
from kaya.accounts.models import User

Figures = Mapping[str, int | float | str | None]
Count = Callable[[User], Figures]
counts: list[Count] = []


def figures(count: Count) -> Count:
    """Declare numbers that GET /users/me/stats answers, under their names."""
    counts.append(count)
    return count


@figures
def days_here(user: User) -> Figures:
    """Whole days since the account was opened."""
    return {"days_here": (clock.now() - user.created_at).days}


def of(user: User) -> Figures:
    return {name: figure for count in counts for name, figure in count(user).items()}
