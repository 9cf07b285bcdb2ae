"""Writing files so that what stood there stays whole if anything fails."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Callable


def expect_free(path: str | os.PathLike[str], overwrite: bool) -> None:
    """Raise FileExistsError if something is there that may not be overwritten."""
    if not overwrite and os.path.lexists(path):
        raise FileExistsError(
            f"{os.fspath(path)}: the file exists; pass overwrite=True to replace it, or name another"
        )


def put(
    path: str | os.PathLike[str], write: Callable[[pathlib.Path], object], overwrite: bool
) -> None:
    """Let ``write`` make ``path`` + ``.part``, and put that in its place once it is on the disk.

    Raises FileExistsError if something is there that may not be overwritten, OSError if the disk refuses.
    """
    target = pathlib.Path(path)
    expect_free(target, overwrite)
    part = target.with_name(target.name + ".part")
    try:
        write(part)
        with open(part, "rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write_text(path: str | os.PathLike[str], text: str, overwrite: bool) -> None:
    """Write UTF-8 text; see :func:`put`."""
    put(path, lambda part: pathlib.Path(part).write_text(text, encoding="utf-8"), overwrite)
