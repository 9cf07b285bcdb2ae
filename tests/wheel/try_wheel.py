"""Tries an installed wheel: ``python -I try_wheel.py WHEEL PROGRAM`` in an environment that has nothing else.

PROGRAM is the ordinary build's. The wheel's program and its module must give the same bytes.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import orgsim

MOST_BYTES = 6_000_000
SCENARIO = """
title = "Small"
market.customers = 2000
run = { weeks = 60, replications = 3, worlds = 2, worlds_replications = 2 }
record = { trajectories = 2 }
strategies.lean = { start = 20, mix = [0, 0.5, 0.5, 0] }
"""
# What glibc itself is made of, from 2.34 on.
C_LIBRARY = {
    "linux-vdso.so.1",
    "libc.so.6",
    "libm.so.6",
    "libpthread.so.0",
    "libdl.so.2",
    "ld-linux-x86-64.so.2",
}

# Two HDF5 libraries meet in one process, ours and h5py's, in either order; both read what ours writes. matplotlib's
# parts are made with pybind11 as ours is, by another compiler: errors have to find their way past them.
SESSION = """
import {first}
import {second}
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot

res = orgsim.run(orgsim.Scenario.load("small.toml"), threads=2)
res.save("module.h5")
with h5py.File("module.h5") as file:
    assert file.attrs["seed"] == 1, dict(file.attrs)
    drawn = file["outcomes/npv"][:, :, 0]  # of the focal firm
again = orgsim.open("module.h5")
assert sorted(again.outcomes.npv) == sorted(res.outcomes.npv)
assert sorted(drawn.ravel()) == sorted(again.outcomes.npv)
with h5py.File("own.h5", "w") as file:
    file["numbers"] = drawn
again.plot.budget().figure.savefig("budget.png")
try:
    orgsim.Scenario.from_toml("market.customers = -1")
except orgsim.InputError as error:
    assert "market.customers" in str(error)
else:
    raise AssertionError("a wrong scenario was taken")
try:
    orgsim.open("own.h5")
except orgsim.InputError:
    pass
else:
    raise AssertionError("a file of h5py's was taken for ours")
"""


def run(*command, folder):
    done = subprocess.run(
        [str(word) for word in command], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def installed_module():
    (module,) = Path(sys.prefix).glob("lib/python3*/site-packages/orgsim/_core*.so")
    return module


def installed_program():
    return Path(sys.prefix) / "bin/orgsim"


def check_what_it_needs(wheel, folder):
    size = wheel.stat().st_size
    assert size < MOST_BYTES, f"{wheel} has {size:,} bytes"
    assert "-manylinux_2_34_" in wheel.name, wheel.name
    with zipfile.ZipFile(wheel) as packed:
        libraries = [name for name in packed.namelist() if ".so" in name]
        assert libraries == [f"orgsim/{installed_module().name}"], libraries
    listed = run("ldd", installed_module(), folder=folder)
    loaded = set(re.findall(r"^\s+(?:/\S+/)?([\w.+-]+\.so[.\d]*)", listed, re.MULTILINE))
    assert loaded <= C_LIBRARY, f"the module needs {sorted(loaded - C_LIBRARY)}"
    return size


def ended(command, folder, **how):
    """Exit code, output and errors."""
    how = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, **how}
    done = subprocess.run(command, cwd=folder, stderr=subprocess.PIPE, check=False, **how)
    return done.returncode, done.stdout, done.stderr


def into_closed_pipe(command, folder):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return ended([*command, "schema"], folder, stdout=writing)
    finally:
        os.close(writing)


def at_work(process):
    """Waits until it runs several threads, which it does after all preparations."""
    while len(os.listdir(f"/proc/{process.pid}/task")) < 2:
        assert process.poll() is None, process.communicate()


def stopped(command, folder, number):
    """Which signals it ignores and catches at its work, and how it ends by one of them."""
    long = ["run", "small.toml", "--kind", "network", "--set", "market.customers=20000"]
    long += ["--replications", "5000", "--threads", "2", "--quiet"]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([*command, *long], cwd=folder, **streams) as process:
        at_work(process)
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
        process.send_signal(number)
        said = process.communicate()
    return process.returncode, said, re.findall(r"^Sig(?:Ign|Cgt):.*", status, re.MULTILINE)


def check_same_process(ordinary, folder):
    """Beside the ordinary program: what goes wrong, standard input, and signals."""
    (folder / "small.toml").write_text(SCENARIO, encoding="utf-8")
    (folder / "wrong.toml").write_text("market.customers = -1\n", encoding="utf-8")
    (folder / "\udcff.toml").write_text("market.customers = -1\n", encoding="utf-8")
    ways = [[str(installed_program())], [sys.executable, "-I", "-m", "orgsim"]]
    for words in (
        ["--version"],
        ["--help"],
        [],
        ["no_verb"],
        ["run", "--no-option"],
        ["run", "wrong.toml"],  # thrown, and caught, by the unwinder inside
        ["run", "\udcff.toml"],  # a name that is not text
        ["run", "small.toml", "--set", "title=''", "--language", "zh"],
        ["show", "none.h5"],
    ):
        expected = ended([ordinary, *words], folder)
        for way in ways:
            assert ended([*way, *words], folder) == expected, (way, words, expected)
    for way in ways:
        with (folder / "small.toml").open() as given, (folder / "small.toml").open() as again:
            expected = ended([ordinary, "run", "-"], folder, stdin=given)
            assert expected[0] == 0, expected
            assert ended([*way, "run", "-"], folder, stdin=again) == expected, way
        assert into_closed_pipe(way, folder) == into_closed_pipe([ordinary], folder), way
        for number in (signal.SIGINT, signal.SIGTERM):
            expected = stopped([ordinary], folder, number)
            assert expected[0] == 128 + number, expected
            assert stopped(way, folder, number) == expected, (way, expected)
    # As `nohup` and shells in the background ask for.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for way in ways:
        assert stopped(way, folder, signal.SIGTERM) == stopped([ordinary], folder, signal.SIGTERM)
    signal.signal(signal.SIGINT, signal.default_int_handler)


def check_same_bytes(ordinary, folder):
    """The results files, what is printed, and numbers of every shipped scenario."""
    wheels = installed_program()
    said = []
    for program, name in ((ordinary, "ordinary.h5"), (wheels, "wheels.h5")):
        shown = run(program, "run", "small.toml", "--threads", "1", "-o", name, folder=folder)
        said.append(shown.replace(name, "FILE"))
    assert said[0] == said[1], "\n".join(said)
    written = (folder / "ordinary.h5").read_bytes()
    assert written == (folder / "wheels.h5").read_bytes(), "the programs' files differ"
    for name in orgsim.scenarios():
        short = ("run", name, "--replications", "2", "--quick", "--json")
        assert run(ordinary, *short, folder=folder) == run(wheels, *short, folder=folder), name
    for first, second in (("orgsim", "h5py"), ("h5py", "orgsim")):
        (folder / "module.h5").unlink(missing_ok=True)
        session = SESSION.format(first=first, second=second)
        run(sys.executable, "-I", "-c", session, folder=folder)
        same = written == (folder / "module.h5").read_bytes()
        assert same, f"the module's file differs from the program's (first {first}, then {second})"


def main():
    wheel, ordinary = (Path(word).resolve() for word in sys.argv[1:])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = check_what_it_needs(wheel, folder)
        check_same_process(ordinary, folder)
        check_same_bytes(ordinary, folder)
    print(
        f"{size:,} bytes, the C library alone; same bytes and signals as the ordinary build, beside h5py in both orders"
    )


if __name__ == "__main__":
    main()
