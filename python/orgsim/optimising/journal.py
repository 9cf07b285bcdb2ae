"""What was run of a search, so that one that was stopped goes on.

A search is the same every time (its seed says all), so it is kept as what its runs came to: the next call
begins anew and takes from here what it does not have to run. Each line is a checksum and JSON; a last line
that a crash cut short is dropped.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import pathlib
import zlib
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, Any

import numpy

from orgsim.errors import InputError

from .sample import Runs

if TYPE_CHECKING:
    from .sample import Evaluate, Strategy, Tell


class Journal:
    """The runs of one search, by what was run."""

    def __init__(self, file: IO[bytes] | None, lines: Sequence[dict[str, Any]]) -> None:
        self._file = file
        self._known = {line["of"]: line for line in lines}

    def kept(self, evaluate: Evaluate) -> Evaluate:
        """Run only what is not here yet, and keep it."""

        def run(strategies: Sequence[Strategy], units: int, kept_out: bool, tell: Tell) -> Runs:
            of = _digest([[dict(one) for one in strategies], units, kept_out])
            line = self._known.get(of)
            if line is not None:
                return Runs(*(numpy.array(line[name], float) for name in _ARRAYS))
            runs = evaluate(strategies, units, kept_out, tell)
            self._write({"of": of, **{name: getattr(runs, name).tolist() for name in _ARRAYS}})
            return runs

        return run

    def _write(self, line: dict[str, Any]) -> None:
        self._known[line["of"]] = line
        if self._file is not None:
            _append(self._file, line)


_ARRAYS = ("gain", "saved", "baseline")


@contextlib.contextmanager
def opened(path: pathlib.Path | None, call: Any, overwrite: bool) -> Iterator[Journal]:
    """The journal beside a file, of this very call; it is removed when all is done.

    Raises InputError if it is another call's, unless it may be overwritten, or is in use.
    """
    if path is None:
        yield Journal(None, [])
        return
    head = {"call": _digest(call)}
    with path.open("a+b") as file:
        _lock(file, path)
        lines, end = _read(file)
        if lines and lines[0] != head:
            if not overwrite:
                raise InputError(
                    f"{path}: the journal is of another search; finish that one with the call that "
                    "began it, remove the journal, or pass overwrite=True (--force)"
                )
            lines, end = [], 0
        file.truncate(end)
        if not lines:
            _append(file, head)
        yield Journal(file, lines[1:])
        path.unlink()


def _lock(file: IO[bytes], path: pathlib.Path) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InputError(
            f"{path}: another search writes to this journal; wait for it, or name another path"
        ) from error


def _read(file: IO[bytes]) -> tuple[list[dict[str, Any]], int]:
    """The lines that are whole, and where they end."""
    file.seek(0)
    lines, end = [], 0
    for line in file:
        check, _, text = line.partition(b" ")
        if not line.endswith(b"\n") or check != _check(text[:-1]):
            break
        lines.append(json.loads(text))
        end += len(line)
    return lines, end


def _append(file: IO[bytes], line: dict[str, Any]) -> None:
    text = json.dumps(line, separators=(",", ":")).encode()
    file.write(_check(text) + b" " + text + b"\n")
    file.flush()
    os.fsync(file.fileno())


def _check(text: bytes) -> bytes:
    return b"%08x" % zlib.crc32(text)


def _digest(what: Any) -> str:
    return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()
