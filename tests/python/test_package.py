"""The package itself: what it imports, its marker files, its build."""

import pathlib
import subprocess
import sys
import zipfile

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


def test_wheel_has_module_and_types_and_works_elsewhere(tmp_path):
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
    ]
    command += [
        "--no-build-isolation",
        "-C",
        f"build-dir={ROOT / 'build/release'}",
        "-w",
        tmp_path,
        ROOT,
    ]
    subprocess.run(command, check=True)
    (wheel,) = tmp_path.glob("*.whl")
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
