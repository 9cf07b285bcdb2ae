"""Measures the figures that the model is held to, for any scenario, and says which lie in their bands.

    python tests/science/figures.py                       # all defaults
    python tests/science/figures.py capital_winter        # a scenario that comes with orgsim, or a file
    python tests/science/figures.py --markdown            # the table of docs/model.md, section 7

Everything is a mean field, so that a figure is one number without an interval. Firm 0 is measured, and the
scenario's own strategies and grants are left out. A figure that is about one question alone brings the keys that
the question needs: the Bass limit switches everything else off, a causal return holds the shares of the budget
still, the winter figures bring the climate and the AI of `capital_winter`. A number that the scenario gives as a
distribution is that of replication 0.
"""

import argparse
import sys
from pathlib import Path

from measures.rows import rows
from measures.table import markdown, table

import orgsim


def loaded(name: str | None) -> orgsim.Scenario:
    if name is None:
        return orgsim.Scenario()
    is_file = name.endswith(".toml") or Path(name).exists()
    return orgsim.Scenario.load(name) if is_file else orgsim.scenario(name)


def main() -> int:
    what, _, usage = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        description=what, epilog=usage, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "scenario",
        nargs="?",
        help="a file, or the name of a scenario that comes with orgsim; all defaults if left out",
    )
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    given = parser.parse_args()
    try:
        found = rows(loaded(given.scenario))
    except orgsim.InputError as error:
        print(error, file=sys.stderr)
        return 2
    print(markdown(found) if given.markdown else table(found), end="" if given.markdown else "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
