"""The first recipes of CONTRIBUTING.md, followed to the letter on a copy of the tree."""

import os
import re
import shutil
import subprocess
import textwrap

import h5py
import pytest
from small import ROOT

WORLD = """
run = { weeks = 30, replications = 1 }
market.kind = "mean_field"
record = { trajectories = 1, precision = "double" }
"""


class Recipe:
    """One recipe of CONTRIBUTING.md, and what following it has edited in a copy of the tree."""

    def __init__(self, title, tree):
        page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
        self.text = page.split(f"\n### {title}\n")[1].split("\n### ")[0]
        blocks = re.findall(r"^ +```cpp\n(.*?)^ +```$", self.text, re.DOTALL | re.MULTILINE)
        self.blocks = [textwrap.dedent(block) for block in blocks]
        self.files_by_hand = int(re.search(r"^By hand: (\d+) file", self.text, re.MULTILINE)[1])
        self.tree = tree
        self.edited = set()

    def insert_after(self, path, anchor, text):
        """Put the text after the first place in the file where `anchor` stands."""
        assert f"`{path}`" in self.text
        file = self.tree / path
        before, found, after = file.read_text(encoding="utf-8").partition(anchor)
        assert found, f"{path} has no {anchor!r}"
        file.write_text(before + anchor + text + after, encoding="utf-8")
        self.edited.add(path)

    def make(self, path, text):
        """Write a new file."""
        assert f"`{path}`" in self.text
        assert not (self.tree / path).exists()
        (self.tree / path).write_text(text, encoding="utf-8")
        self.edited.add(path)


def make_kind(title, tree, family, name, head_of_list):
    """Follow the recipe of a kind of a family: two files of its own and its place in the list."""
    recipe = Recipe(title, tree)
    header, source, line, include = recipe.blocks
    recipe.make(f"sim/{family}/{name}.hpp", header)
    recipe.make(f"sim/{family}/{name}.cpp", source)
    recipe.insert_after(f"sim/{family}/all.hpp", head_of_list, line)
    recipe.insert_after(f"sim/{family}/all.hpp", "#pragma once\n", include)
    return recipe


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    tree = tmp_path_factory.mktemp("recipes")
    for folder in ("sim", "scenarios", "docs"):
        shutil.copytree(ROOT / folder, tree / folder)
    shutil.copy(ROOT / "CMakeLists.txt", tree)
    return tree


@pytest.fixture(scope="module")
def key(tree):
    recipe = Recipe("A key", tree)
    member, visit, use = recipe.blocks
    keys = "sim/keys/economics.hpp"
    recipe.insert_after(keys, "struct Economics {\n", member)
    recipe.insert_after(keys, "static void fields(Self& self, Visitor&& visit) {\n", visit)
    recipe.insert_after(
        "sim/model/politics.cpp", "firms.ceo_voice * world.environment.people;\n", use
    )
    recipe.insert_after("docs/model.md", "\n- profit = margin R", " - levy R")
    return recipe


@pytest.fixture(scope="module")
def series(tree):
    recipe = Recipe("A series", tree)
    (line,) = recipe.blocks
    quantities = "sim/model/state/quantities.cpp"
    recipe.insert_after(quantities, "constexpr Quantity kQuantities[] = {\n", line)
    return recipe


@pytest.fixture(scope="module")
def strategy(tree):
    return make_kind(
        "A strategy kind", tree, "strategy", "pulsing", "using StrategyKinds = KindsOf<  //\n"
    )


@pytest.fixture(scope="module")
def executive(tree):
    return make_kind(
        "An executive", tree, "executive", "even", "using ExecutiveKinds = std::tuple<  //\n"
    )


@pytest.fixture(scope="module")
def orgsim(tree, key, series, strategy, executive):
    """Run the program of the copy. Unoptimised and many sources at once, it is built in about a minute."""
    build = tree / "build"
    options = {
        "CMAKE_BUILD_TYPE": "Debug",
        "CMAKE_CXX_FLAGS_DEBUG": "-O0",
        "CMAKE_UNITY_BUILD": "ON",
        "CMAKE_UNITY_BUILD_BATCH_SIZE": "8",
        "CMAKE_DISABLE_PRECOMPILE_HEADERS": "ON",
    }
    # The copy lies elsewhere each time; what it is compiled to does not depend on where.
    environment = os.environ | {"CCACHE_BASEDIR": str(tree), "CCACHE_NOHASHDIR": "1"}
    for command in (
        [
            "cmake",
            "-S",
            tree,
            "-B",
            build,
            "-G",
            "Ninja",
            *(f"-D{k}={v}" for k, v in options.items()),
        ],
        ["nice", "cmake", "--build", build, "--target", "orgsim"],
    ):
        done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr

    def run(*words):
        command = [build / "orgsim", *words]
        return subprocess.run(command, check=True, cwd=tree, capture_output=True, text=True).stdout

    return run


@pytest.fixture(scope="module")
def runs(tree, orgsim):
    """The trajectories of a world without the new key and kinds, and of those with them."""
    found = []
    pulsing = (
        'strategies.bursts = { start = 10, pulse = 2 }\nfirms = [{ strategy = "bursts" }, {}, {}]\n'
    )
    for name, keys in (
        ("without", ""),
        ("with", "economics.levy = 0.1\n"),
        ("pulsing", pulsing),
        ("even", 'executive.budgeting = "even"\n'),
    ):
        (tree / f"{name}.toml").write_text(keys + WORLD)
        orgsim("check", f"{name}.toml")
        orgsim("run", f"{name}.toml", "--quiet", "-o", f"{name}.h5")
        with h5py.File(tree / f"{name}.h5") as file:
            found.append({key: value[()] for key, value in file["trajectories"].items()})
    return found


def test_the_recipes_count_the_files_to_edit(key, series, strategy, executive):
    for recipe in (key, series, strategy, executive):
        assert len(recipe.edited) == recipe.files_by_hand


def test_a_new_key_is_described(orgsim):
    said = orgsim("describe", "economics.levy")
    assert "Part of the revenue that is taken away" in said
    assert "share of revenue" in said
    assert "| `economics.levy` | `0.0` |" in orgsim("describe", "--markdown")


def test_a_scenario_may_set_a_new_key(runs):
    without, with_levy, _, _ = runs
    assert (with_levy["profit"][0, 0, 0] < without["profit"][0, 0, 0]).all()


def test_a_results_file_has_a_new_series(runs):
    without, *_ = runs
    assert without["unused"].shape == without["climate"].shape
    everybody = without["unused"] + without["users"].sum(axis=-1)
    assert abs(everybody / without["people"] - 1).max() < 1e-12


def test_a_strategy_may_be_of_a_new_kind(runs, orgsim):
    without, _, pulsing, _ = runs
    spent = [run["spend"][0, 0, :, 0, 1] for run in (without, pulsing)]
    assert (spent[0][:10] == spent[1][:10]).all()
    assert (spent[1][[10, 11, 14, 15]] == 0).all()
    assert (spent[1][[12, 13, 16, 17]] > 0).all()
    assert "in turn" in orgsim("describe", "strategies.NAME.pulse")


def test_a_firm_may_name_a_new_kind_of_executive(runs, orgsim):
    *_, even = runs
    assert abs(even["share"][0, 0, :, 0] - 0.25).max() < 1e-12
    assert "one of: even, incremental" in orgsim("describe", "executive.budgeting")
