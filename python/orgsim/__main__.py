"""``python -m orgsim``: the program that was installed with this package, in its place.

A wheel has it in the file of the module; otherwise it is a file of its own.

What is Python's own (``optimise``, ``discover``) is done here.
"""

import importlib.metadata
import importlib.util
import os
import pathlib
import signal
import sys


def become_program_inside() -> None:
    """Become the program that is a second module in the file of the first; return if there is none."""
    from orgsim import _core

    spec = importlib.util.spec_from_file_location("_program", _core.__file__)
    if spec is None or spec.loader is None:
        return
    try:
        program = importlib.util.module_from_spec(spec)
    except ImportError:
        return
    spec.loader.exec_module(program)
    program.run([os.fsencode(word) for word in ("orgsim", *sys.argv[1:])])


def candidates() -> list[pathlib.Path]:
    """Where the program may be: in ``bin`` beside a --target package, or where pip noted it.

    In this order, since with --target what pip notes is a place outside of the target.
    """
    try:
        files = importlib.metadata.files("orgsim") or []
    except importlib.metadata.PackageNotFoundError:
        files = []
    noted = [pathlib.Path(str(file.locate())) for file in files if file.name == "orgsim"]
    return [pathlib.Path(__file__).parents[1] / "bin/orgsim", *noted]


def main() -> int:
    """Become the program, unless the verb is Python's own; return if it is, or if there is no program."""
    from orgsim import tools

    if sys.argv[1:2] and sys.argv[1] in tools.VERBS:
        return tools.main(sys.argv[1:])
    become_program_inside()
    for path in candidates():
        if path.is_file() and os.access(path, os.X_OK):
            # Python ignores these, and the program would inherit that.
            signal.signal(signal.SIGPIPE, signal.SIG_DFL)
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            os.execv(path, ["orgsim", *sys.argv[1:]])
    places = " or ".join(f"'{path.resolve()}'" for path in candidates())
    sys.stderr.write(
        f"orgsim: there is no program at {places}; install the package again with pip\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
