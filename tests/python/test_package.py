"""The package itself: what it imports, its marker files, its build."""

import os
import pathlib
import signal
import subprocess
import sys
import venv
import zipfile

import pytest
from small import ROOT

import orgsim

HEAVY = ["numpy", "pandas", "xarray", "matplotlib", "h5netcdf", "h5py", "tqdm"]


def test_importing_orgsim_imports_nothing_heavy():
    code = f"import orgsim, sys; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_version_is_the_projects():
    text = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    assert f"project(orgsim VERSION {orgsim.__version__} " in text


def test_everything_that_is_named_is_there_and_says_what_it_is():
    for name in orgsim.__all__:
        assert getattr(orgsim, name), name
        if name not in ("__version__", "commit"):
            assert getattr(orgsim, name).__doc__, name


PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The package as pip builds it for others, from what is compiled here."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [*PIP, "wheel", "--no-deps", "--no-build-isolation"]
    command += ["-C", f"build-dir={ROOT / 'build/release'}", "-w", folder, ROOT]
    subprocess.run(command, check=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture
def python(tmp_path):
    """The interpreter of an environment without any package."""
    venv.create(tmp_path / "venv", symlinks=True)
    return tmp_path / "venv/bin/python"


def in_folder(folder, *command, **environment):
    """Run a command as from a new terminal in that folder."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment = {**kept, **environment}
    return subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True
    )


def test_wheel_has_module_and_types_and_works_elsewhere(wheel, tmp_path):
    tag = f"cp{sys.version_info.major}{sys.version_info.minor}"
    assert wheel.name.startswith(f"orgsim-{orgsim.__version__}-{tag}-{tag}-")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "installed")
    assert {"orgsim/py.typed", "orgsim/_core.pyi"} <= names
    modules = [name for name in names if name.endswith(".so")]
    assert len(modules) == 1
    code = """
import sys
sys.meta_path = [finder for finder in sys.meta_path if "editable" not in type(finder).__module__]
import orgsim
assert orgsim.__file__.startswith(sys.path[0]), orgsim.__file__
scenario = orgsim.scenario("capital_winter")
scenario.run.weeks = 20
print(orgsim.run(scenario, replications=2).bands.sizes["week"])
"""
    command = [
        sys.executable,
        "-c",
        f"import sys; sys.path[0] = {str(tmp_path / 'installed')!r}\n" + code,
    ]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "20"


def test_installed_wheel_brings_the_program(wheel, python, tmp_path):
    install = [*PIP, "--python", python, "install", "--no-deps", "--no-index", wheel]
    subprocess.run(install, check=True)
    version = f"orgsim {orgsim.__version__} (commit "
    # Without PATH: the environment need not be activated.
    for command in ([python.parent / "orgsim"], [python, "-m", "orgsim"]):
        assert in_folder(tmp_path, *command, "--version", PATH="").stdout.startswith(version)
        short = ["--set", "run.weeks=200", "--replications", "2", "--quiet"]
        done = in_folder(tmp_path, *command, "run", "capital_winter", *short)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        wrong = in_folder(tmp_path, *command, "run", "capital_wintr")
        assert wrong.returncode == 2
        assert wrong.stderr.endswith("did you mean 'capital_winter'?\n")


MADE_BY_NEW = """
import pickle
import pytest
from orgsim import _core
kinds = [kind for kind in vars(_core).values() if isinstance(kind, type)]
assert len(kinds) > 20
for kind in kinds:
    empty = kind.__new__(kind)
    for protocol in (0, 2):
        with pytest.raises(TypeError):
            pickle.dumps(empty, protocol)
    for name, member in vars(kind).items():
        if isinstance(member, property):
            with pytest.raises(TypeError, match="made by __new__ alone"):
                len(getattr(empty, name))
with pytest.raises(TypeError, match="call its class"):
    _core.Simulation.__new__(_core.Simulation).step()
"""


def test_what_new_alone_has_made_is_refused():
    subprocess.run([sys.executable, "-c", MADE_BY_NEW], check=True, timeout=60)


def test_module_runs_the_program_of_a_target_folder_or_says_that_there_is_none(
    wheel, python, tmp_path
):
    target = tmp_path / "target"
    subprocess.run(
        [*PIP, "install", "--no-deps", "--no-index", "--target", target, wheel], check=True
    )
    command = [python, "-m", "orgsim", "run", "capital_wintr"]
    assert in_folder(tmp_path, *command, PYTHONPATH=str(target)).returncode == 2
    (target / "bin/orgsim").unlink()
    alone = in_folder(tmp_path, *command, PYTHONPATH=str(target))
    assert alone.returncode == 1
    place = target.resolve() / "bin/orgsim"
    assert alone.stderr.startswith(f"orgsim: there is no program at '{place}'")


def test_module_leaves_signals_to_the_program():
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "orgsim", "describe"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (-signal.SIGPIPE, b"")


def configure(folder: pathlib.Path, *missing: str) -> str:
    """Configure the project as if these libraries were not there; what CMake says."""
    hidden = [f"-DCMAKE_DISABLE_FIND_PACKAGE_{name}=ON" for name in missing]
    command = ["cmake", "-S", ROOT, "-B", folder, *hidden]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode != 0
    return done.stderr


def test_missing_libraries_are_named_all_at_once_with_their_packages(tmp_path):
    said = configure(tmp_path, "HDF5", "libcsv")
    for words in (
        "HDF5 (1.10 or newer)",
        "libcsv (3.0 or newer)",
        "apt install libhdf5-dev libcsv-dev\n",
        "dnf install hdf5-devel libcsv-devel\n",
        "brew install hdf5 libcsv\n",
        "conda-forge hdf5\n",
        "https://github.com/rgamble/libcsv",
    ):
        assert words in said, said
    assert "fmt" not in said
