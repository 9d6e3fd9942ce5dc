"""`make battery`: prints what docs/reliability.md keeps, and fails when a bar was missed."""

import sys

from tests.battery import timing


def main() -> int:
    print("| way in | known | unknown | apart | within 10 % |\n|---|---|---|---|---|")
    return 0 if timing.main() else 1


if __name__ == "__main__":
    sys.exit(main())
