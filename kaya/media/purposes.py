"""What pictures are for: each feature adds its purposes at the start, and who may give such pictures."""

from collections.abc import Callable

from kaya.accounts.models import User

purposes: dict[str, Callable[[User], bool]] = {}
private_purposes: set[str] = set()


def purpose(name: str, may_give: Callable[[User], bool] = lambda user: True, *, is_private: bool = False) -> None:
    """Declare that pictures may be given as a `name`, by whom `may_give` says.

    The files of a private one are sealed under their owner's key, and are shown by the feature alone: they have no
    address of their own.
    """
    purposes[name] = may_give
    if is_private:
        private_purposes.add(name)


purpose("avatar")
