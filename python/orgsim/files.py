"""Where files may be written, and files that are read when they are asked for."""

from __future__ import annotations

import os
import pathlib
from typing import TYPE_CHECKING

from . import _core
from .errors import InputError

if TYPE_CHECKING:
    import xarray


def expect_free(path: str | os.PathLike[str], overwrite: bool) -> None:
    """Raise FileExistsError if something is there that may not be overwritten, FileNotFoundError without a folder."""
    folder = os.path.dirname(os.fspath(path))
    if folder and not os.path.isdir(folder):
        raise FileNotFoundError(
            f"{os.fspath(path)}: there is no folder '{os.fsdecode(folder)}'; make it first"
        )
    if not overwrite and os.path.lexists(path):
        raise FileExistsError(
            f"{os.fspath(path)}: the file exists; replace it with overwrite=True (--force), or name another"
        )


class ResultsFile:
    """A results file as it was when it was opened."""

    def __init__(self, path: pathlib.Path, digest: str) -> None:
        self.path, self.digest = path, digest

    def read(self, group: str) -> xarray.Dataset:
        """Read a group. Raises OSError that says what has become of the file since it was opened."""
        import xarray

        written = self._expect_unchanged()
        read = xarray.load_dataset(self.path, engine="h5netcdf", group=group)
        if self.path.stat().st_mtime_ns != written:
            raise OSError(
                f"{self.path}: the results file was changed while it was read; open it again"
            )
        return read

    def _expect_unchanged(self) -> int:
        """When it was written last, if it is the file that was opened."""
        kept = "what was read from it before is kept"
        try:
            written = self.path.stat().st_mtime_ns
        except FileNotFoundError as error:
            raise FileNotFoundError(f"{self.path}: the results file is gone; {kept}") from error
        try:
            digest = _core.digest_of_results(self.path)
        except InputError as error:
            raise OSError(f"{error}. The file was changed since it was opened; {kept}") from error
        if digest != self.digest:
            raise OSError(
                f"{self.path}: other results have replaced those that were opened; open it again ({kept})"
            )
        return written
