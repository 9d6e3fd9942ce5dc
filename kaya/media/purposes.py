"""What pictures are for: each feature adds its purposes at the start, and who may give such pictures."""

from collections.abc import Callable

from kaya.accounts.models import User

purposes: dict[str, Callable[[User], bool]] = {}


def purpose(name: str, may_give: Callable[[User], bool] = lambda user: True) -> None:
    """Declare that pictures may be given as a `name`, by whom `may_give` says."""
    purposes[name] = may_give


purpose("avatar")
