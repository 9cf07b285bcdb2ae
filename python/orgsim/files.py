"""Where files may be written."""

from __future__ import annotations

import os


def expect_free(path: str | os.PathLike[str], overwrite: bool) -> None:
    """Raise FileExistsError if something is there that may not be overwritten."""
    if not overwrite and os.path.lexists(path):
        raise FileExistsError(
            f"{os.fspath(path)}: the file exists; pass overwrite=True to replace it, or name another"
        )
