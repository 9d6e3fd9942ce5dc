"""How much of Kaya the tests went through, by SlipCover's count: `python -m tests.counted .cache/counted.json 80`.

Lists what is far from whole and the total of lines and branches; fails where that is less than so many percent.
"""

import json
import sys
from pathlib import Path
from typing import Any

FAR_FROM_WHOLE = 90


def tell(counted: dict[str, Any], least: float) -> int:
    print(f"{'lines missed':>12} {'branches':>9} {'percent':>8}  file")
    for name, file in sorted(counted["files"].items(), key=lambda item: percent(item[1]["summary"])):
        if percent(file["summary"]) < FAR_FROM_WHOLE:
            print(line(name, file["summary"]))
    print(line("all of it", counted["summary"]))
    if percent(counted["summary"]) >= least:
        return 0
    print(f"Less than {least:g} % of lines and branches.")
    return 2


def percent(summary: dict[str, Any]) -> float:
    return float(summary["percent_covered"])


def line(name: str, summary: dict[str, Any]) -> str:
    return f"{summary['missing_lines']:>12} {summary['missing_branches']:>9} {percent(summary):>8.1f}  {name}"


if __name__ == "__main__":
    sys.exit(tell(json.loads(Path(sys.argv[1]).read_text()), float(sys.argv[2])))
