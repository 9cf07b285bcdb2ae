"""Runs the stylised facts of tests/science/facts as experiments, and says which the model brings about.

./dev science              # all of them, with few replications
./dev science S13 S19      # some of them
./dev science --whole      # with all replications; of all facts it writes docs/science.md
./dev science --whole --check   # fails if that would change the page
"""

import argparse
import sys
import time
from pathlib import Path

from pack.collect import facts, measured_all
from pack.told import page, table

PAGE = Path(__file__).resolve().parents[2] / "docs/science.md"


def main() -> int:
    what, _, usage = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        description=what, epilog=usage, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    known = facts()
    parser.add_argument("facts", nargs="*", metavar="FACT", help=f"of {', '.join(known)}")
    parser.add_argument("--whole", action="store_true", help="all replications: some minutes")
    parser.add_argument("--check", action="store_true", help="compare with the page, write nothing")
    given = parser.parse_args()
    unknown = [id for id in given.facts if id not in known]
    if unknown:
        parser.error(f"no fact is called {', '.join(unknown)}; there are {', '.join(known)}")
    began = time.monotonic()
    results = measured_all(given.facts, given.whole)
    print(table(results))
    print(f"{time.monotonic() - began:.0f} s", file=sys.stderr)
    if given.whole and not given.facts:
        return settle(page(results), given.check)
    return 0


def settle(text: str, check: bool) -> int:
    if not check:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") == text:
        return 0
    print("docs/science.md is not what comes out; ./dev science --whole writes it", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
