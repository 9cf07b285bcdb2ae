"""The program on a machine that is not kind to it."""

import pathlib
import shutil
import subprocess

import pytest
from machine import Machine


@pytest.fixture(scope="session")
def shim(tmp_path_factory):
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    assert compiler, "a C compiler builds the shim"
    library = tmp_path_factory.mktemp("shim") / "shim.so"
    source = pathlib.Path(__file__).with_name("shim.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


@pytest.fixture
def machine(tmp_path, shim):
    return Machine(tmp_path, shim)


@pytest.fixture(scope="session")
def results(tmp_path_factory, shim):
    """The bytes of a results file."""
    machine = Machine(tmp_path_factory.mktemp("results"), shim)
    assert machine.run("run", "small.toml", "-o", "x.h5", "--quiet")[0] == 0
    return (machine.folder / "x.h5").read_bytes()
