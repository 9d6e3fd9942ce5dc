"""`make battery`: prints what docs/reliability.md keeps, and fails when a bar was missed."""

import sys

from tests.battery import asking, timing


def main() -> int:
    print("| way in | known | unknown | apart | within 10 % |\n|---|---|---|---|---|")
    went_well = timing.main()
    print("\n| visitor | made-up requests | failures | succeeded | amiss |\n|---|---|---|---|---|")
    return 0 if asking.main() and went_well else 1


if __name__ == "__main__":
    sys.exit(main())
