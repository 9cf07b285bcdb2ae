"""``python -m orgsim optimise`` and ``discover``: what the package has and the program has not."""

from __future__ import annotations

import argparse
import ast
import os
import pathlib
import signal
import sys
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from orgsim import _core

# Exit codes are the program's: 1 the machine refused, 2 a mistake in the input, 130 for Ctrl-C.
_REFUSED, _MISTAKE = 1, 2


def main(arguments: Sequence[str]) -> int:
    """Do what the first argument names; return the exit code."""
    options = _parser().parse_args(arguments)
    began = time.time()
    act: Callable[[argparse.Namespace], None] = options.act
    from orgsim import set_language

    set_language(options.language)
    try:
        act(options)
    except (ValueError, TypeError, FileExistsError, FileNotFoundError, KeyError) as error:
        text = error.args[0] if isinstance(error, KeyError) else error
        sys.stderr.write(f"{text}\n")
        return _MISTAKE
    except (OSError, ImportError, MemoryError) as error:
        sys.stderr.write(f"{error}\n")
        return _REFUSED
    except KeyboardInterrupt:
        sys.stderr.write(_stopped(options, began))
        return 128 + signal.SIGINT
    return 0


VERBS = ("optimise", "discover")


def _stopped(options: argparse.Namespace, began: float) -> str:
    kept = options.output if options.act is _optimise else options.sweep
    for place in () if kept is None else (f"{kept}.journal", kept):
        if os.path.exists(place) and os.path.getmtime(place) >= began:
            return f"stopped; what was run is in {place}: the same command goes on\n"
    return "stopped; nothing was kept\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m orgsim", allow_abbrev=False)
    verbs = parser.add_subparsers(required=True)
    _add_optimise(
        verbs.add_parser(VERBS[0], help="search for the best strategy", allow_abbrev=False)
    )
    _add_discover(
        verbs.add_parser(VERBS[1], help="which assumptions make it happen", allow_abbrev=False)
    )
    return parser


def _add_optimise(verb: argparse.ArgumentParser) -> None:
    verb.description = "Search for the strategy that is worth most and saves marketing most often."
    add = verb.add_argument
    add("scenario", help="scenario file (TOML), or the name of one that comes with orgsim")
    for name, form, text in _REPEATED:
        add(f"--{name}", action="append", default=[], metavar=form, help=text)
    add("--against", metavar="NAME,..", help="strategies of the scenario to compare with (all)")
    for name, text in _COUNTS.items():
        add(f"--{name}", type=int, metavar="N", help=text)
    _add_worlds_file(add)
    for name, (choices, text) in _CHOICES.items():
        add(f"--{name}", choices=choices, help=text)
    _add_threads(add)
    _add_output(verb, "FILE.csv", "file of the front and the catalogue (CSV)")
    add("--toml", metavar="FILE.toml", help="write the front's strategies as tables of a scenario")
    verb.set_defaults(act=_optimise)


_REPEATED = (
    ("set", "KEY=VALUE", "override a key; may be given again"),
    (
        "vary",
        "KEY=A:B",
        "of the strategy what may be chosen: A:B, values A,B,C, one number, or mix=any; may be given again",
    ),
)
_CHOICES = {
    "ranges": (["plausible", "narrow", "wide"], "of the worlds (plausible)"),
    "goal": (["mean", "low"], "of NPV over worlds: the mean, or the 10 %% quantile (mean)"),
    "rivals": (["static", "same", "respond"], "what rivals do (as the scenario says)"),
}
_COUNTS = {
    "trials": "strategies that are tried (240)",
    "population": "of a generation (24)",
    "replications": "of each (16; in each world 4)",
    "most": "replications or worlds of those that are close",
    "kept-out": "replications or worlds for the figures that are printed",
    "finalists": "so many of the best go on (12)",
    "worlds": "search over so many worlds that fit the evidence",
    "seed": "seed of every draw",
}


def _add_discover(verb: argparse.ArgumentParser) -> None:
    verb.description = "Say which box of assumptions makes it happen."
    add = verb.add_argument
    add(
        "source",
        metavar="FILE.h5|SCENARIO",
        help="results of a sweep or of a run with worlds, or a scenario to run in worlds now",
    )
    add("--of", default="marginalised", help="what happens (default: marginalised)")
    add("--strategy", help="with which strategy (default: the baseline)")
    add("--above", type=float, metavar="X", help="it counts from here on")
    add("--below", type=float, metavar="X", help="it counts below this")
    add("--kept-out", type=float, default=1 / 3, metavar="SHARE", help="of the points (a third)")
    add("--seed", type=int, default=1, metavar="N", help="of the points that are kept out (1)")
    run = verb.add_argument_group("of a scenario, which is run as a mean field")
    add = run.add_argument
    name, form, text = _REPEATED[0]
    add(f"--{name}", action="append", default=[], metavar=form, help=text)
    add(
        "--worlds",
        type=int,
        metavar="N",
        help="in so many worlds that fit the evidence (1000, or what the scenario says)",
    )
    _add_worlds_file(add)
    for name in ("ranges", "rivals"):
        choices, text = _CHOICES[name]
        add(f"--{name}", choices=choices, help=text)
    add(
        "--sweep",
        metavar="FILE.h5",
        help="keep what is run, as a sweep: a command that was stopped goes on",
    )
    _add_threads(add)
    _add_output(verb, "FILE.csv", "file of the box (CSV)")
    verb.set_defaults(act=_discover)


def _add_worlds_file(add: Callable[..., object]) -> None:
    add("--worlds-file", metavar="FILE.csv", help="worlds of your own")


def _add_threads(add: Callable[..., object]) -> None:
    add("--threads", type=int, metavar="T", help="threads (all cores)")


def _add_output(verb: argparse.ArgumentParser, form: str, text: str) -> None:
    verb.add_argument("-o", "--output", metavar=form, help=text)
    verb.add_argument("--force", action="store_true", help="replace existing files")
    verb.add_argument("--quiet", action="store_true", help="no progress and no text")
    verb.add_argument("--language", choices=["en", "zh"], default="en", help="language of the text")


def _optimise(options: argparse.Namespace) -> None:
    from orgsim import optimise
    from orgsim.files import expect_free

    if options.toml is not None:
        expect_free(options.toml, options.force)
    counts = {name.replace("-", "_"): getattr(options, name.replace("-", "_")) for name in _COUNTS}
    found = optimise(
        _scenario(options.scenario, options.set),
        vary=dict(_choice(text) for text in options.vary) or None,
        against=None if options.against is None else options.against.split(","),
        worlds_file=options.worlds_file,
        ranges=options.ranges,
        goal=options.goal or "mean",
        rivals=options.rivals,
        path=options.output,
        overwrite=options.force,
        threads=options.threads,
        progress=not options.quiet and sys.stderr.isatty(),
        **{name: count for name, count in counts.items() if count is not None},
    )
    if options.toml is not None:
        tables = [found.toml(number, f"found_{number}") for number in found.front.index]
        pathlib.Path(options.toml).write_text("\n".join(tables), encoding="utf-8")
    if not options.quiet:
        print(found)


def _scenario(name: str, settings: list[str]) -> _core.Scenario:
    from orgsim import Scenario, scenario

    return (
        Scenario.load(name, set=settings)
        if os.path.exists(name) or name.endswith(".toml") or os.sep in name
        else scenario(name, set=settings)
    )


def _choice(text: str) -> tuple[str, Any]:
    """KEY=A:B as a range, KEY=A,B,C as values, KEY=[...] as a list, else a number or a word."""
    key, equals, said = text.partition("=")
    if not equals or not key or not said:
        raise ValueError(f"--vary {text}: write KEY=A:B, KEY=A,B,C, KEY=A, or mix=any")
    try:
        if ":" in said:
            low, high = said.split(":")
            return key, (_number(low), _number(high))
        if "," in said and not said.startswith("["):
            return key, [_number(one) for one in said.split(",")]
        return key, ast.literal_eval(said)
    except (ValueError, SyntaxError) as error:
        if key == "mix" and said.isalpha():
            return key, said
        raise ValueError(f"--vary {text}: '{said}' is no range, list or number") from error


def _number(text: str) -> float:
    value = float(text)
    return int(value) if value.is_integer() and "." not in text else value


def _discover(options: argparse.Namespace) -> None:
    from orgsim import discover
    from orgsim.files import expect_free

    if options.output is not None:
        expect_free(options.output, options.force)
        if options.sweep is not None and os.path.abspath(options.output) == os.path.abspath(
            options.sweep
        ):
            raise ValueError(f"{options.sweep}: it would be the sweep and the box; name two files")
    source, running = _source(options)
    found = discover(
        source,
        options.of,
        strategy=options.strategy,
        above=options.above,
        below=options.below,
        kept_out=options.kept_out,
        seed=options.seed,
        **running,
    )
    if options.output is not None:
        found.to_csv(options.output, overwrite=options.force)
    if not options.quiet:
        print(found)


def _is_results(name: str) -> bool:
    """By its ending, or as HDF5 files begin."""
    if name.endswith(".h5"):
        return True
    path = pathlib.Path(name)
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x89HDF"


def _source(options: argparse.Namespace) -> tuple[Any, dict[str, Any]]:
    """What is looked at, and how it is run if that is a scenario."""
    from orgsim import open as open_file
    from orgsim.units import UnitsExperiment

    names = ("worlds", "worlds_file", "ranges", "rivals", "threads")
    given = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    if not _is_results(options.source):
        if options.sweep is not None:
            given["path"] = options.sweep
        progress = not options.quiet and sys.stderr.isatty()
        return _scenario(options.source, options.set), {**given, "progress": progress}
    refused = [*given, *(name for name in ("set", "sweep") if getattr(options, name))]
    if refused:
        name = refused[0].replace("_", "-")
        raise TypeError(
            f"--{name} is of a scenario that is run now, and {options.source} holds results"
        )
    file = open_file(options.source)
    if isinstance(file, UnitsExperiment):
        raise TypeError(
            f"{options.source} holds an experiment that has no points to look at: a sweep or a run with worlds is wanted"
        )
    return file, {}
