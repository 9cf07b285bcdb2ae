"""The code of README and docs works as it is printed (the cells of docs are executed with the site)."""

import os
import re
import runpy
import shutil
import subprocess

import matplotlib.pyplot
import pytest
from quotes import missing, quotes_of, renew
from small import EVIDENCE, PROGRAM, ROOT

import orgsim
from orgsim.experiments import CLASSES

PAGES = [
    "README.md",
    *sorted(str(page.relative_to(ROOT)) for page in (ROOT / "docs").rglob("*.md")),
]


def blocks(page, language):
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def pages_with(language):
    return [page for page in PAGES if blocks(page, language)]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A reader's folder with the scenarios."""
    shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    (tmp_path / "scenarios/facebook_combined.txt").write_text("0 1\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def winter():
    """The results that pages open; few replications."""
    return orgsim.run(orgsim.scenario("capital_winter"), replications=2)


@pytest.fixture(scope="module")
def taste(tmp_path_factory):
    """The file of a sweep that pages open; few points."""
    path = tmp_path_factory.mktemp("taste") / "taste.h5"
    varied = ("--vary", "market.taste=1:5", "--vary", "executive.eta=0.001:0.01", "--points", "8")
    sweep = [PROGRAM, "sweep", "capital_winter", "--kind", "mean_field", *varied]
    subprocess.run([*sweep, "--only", "all_together", "--quiet", "-o", path], check=True)
    return path


def shortened(experiment):
    """Two replications of the scenario itself, and no other worlds and rivals."""

    def short(scenario, **arguments):
        if not isinstance(scenario, orgsim.Scenario):  # results, of which nothing is simulated
            return experiment(scenario, **arguments)
        return experiment(scenario, **{**arguments, "replications": 2, "quick": True})

    return short


@pytest.fixture
def reader(folder, winter, taste, monkeypatch):
    """The folder with results in it; runs are short."""
    winter.save("winter.h5")
    winter.save("mine.h5")
    shutil.copy(taste, "taste.h5")
    run = orgsim.run

    def short_run(scenario, *, replications=None, **arguments):
        return run(scenario, replications=2, **arguments)

    monkeypatch.setattr(orgsim, "run", short_run)
    fit = orgsim.fit

    def short_fit(table, **arguments):
        return fit(table, points=20, most_evaluations=1500, **arguments)

    monkeypatch.setattr(orgsim, "fit", short_fit)
    for name in CLASSES:
        monkeypatch.setattr(orgsim, name, shortened(getattr(orgsim, name)))
    yield folder
    orgsim.set_language("en")
    matplotlib.pyplot.close("all")


@pytest.mark.parametrize("page", pages_with("python"))
def test_python_of_a_page_works(page, reader):
    if page == "README.md":
        (reader / "mine.h5").unlink()  # it writes this itself
        (reader / "mine.toml").write_text(blocks(page, "toml")[0], encoding="utf-8")
    if page == "docs/worlds.md":
        (reader / "mine.toml").write_text(EVIDENCE, encoding="utf-8")
    (reader / "page.py").write_text("\n".join(blocks(page, "python")), encoding="utf-8")
    runpy.run_path("page.py")


@pytest.mark.parametrize("page", pages_with("toml"))
def test_scenarios_of_a_page_are_right(page, folder):
    for number, block in enumerate(blocks(page, "toml")):
        path = folder / f"scenarios/{number}.toml"
        path.write_text(block, encoding="utf-8")
        if not block.startswith("[targets"):
            orgsim.Scenario.load(path)
            continue
        # Evidence is read first; no world is drawn.
        with pytest.raises(orgsim.InputError, match="points: 0 is out of range"):
            orgsim.worlds(evidence=path, points=0)


def test_the_output_that_readme_quotes_is_what_the_program_prints():
    said = str(orgsim.run(orgsim.scenario("capital_winter")).summary()).splitlines()
    (quoted,) = blocks("README.md", "text")
    assert [line for line in quoted.splitlines() if line not in said] == []


@pytest.mark.parametrize(
    "quote",
    [quote for page in PAGES for quote in quotes_of(page)],
    ids=lambda quote: f"{quote.page}:{' '.join(quote.command.split())}",
)
def test_the_output_that_a_page_quotes_is_what_the_program_prints(quote, tmp_path):
    for block in blocks(quote.page, "toml"):
        if named := re.match(r"# (\w+\.toml)\n", block):
            (tmp_path / named[1]).write_text(block, encoding="utf-8")
    printed = quote.printed(tmp_path)
    if os.environ.get("ORGSIM_RENEW") == "1":
        renew(quote, printed)
    else:
        assert missing(quote, printed) == []
