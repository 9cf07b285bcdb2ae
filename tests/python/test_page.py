"""The page in a browser: it works from a disk, says the numbers of the JSON, and is for everybody."""

import base64
import hashlib
import itertools
import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from small import ROOT, SMALL

import orgsim

pytestmark = pytest.mark.skipif(
    not (ROOT / "build/third_party/echarts/version").exists(), reason="built without Apache ECharts"
)
WEB = ROOT / "sim/report/page/web"
ATTACK = "</script><img src=x onerror=alert(1)>"
# Much happens in three years; the names are not kind.
HURRIED = f"""
title = "{ATTACK}"
[run]
weeks = 160
replications = 6
worlds = 4
worlds_replications = 2
rivals = ["same"]
[market]
customers = 20000
start_penetration = 0.15
[record]
trajectories = 3
[environment]
climate = [[0, 1.0], [20, 1.0], [40, 0.1]]
ai = {{ ceiling = 0.9, midpoint = 95, width = 15 }}
[executive]
eta = 0.01
eta_scrutiny = 0.05
perception_noise = 1.0
[lines]
sustain = 4
[strategies.embed]
label = "{ATTACK}"
start = 50
mix = [0.2, 0.1, 0.6, 0.1]
[strategies.later]
start = 60
ramp = 10
mix = [0.2, 0.7, 0.0, 0.1]
ai_adoption = 1.0
redeploy = 1.0
"""


@pytest.fixture(scope="session")
def paged(tmp_path_factory):
    """A small run, as results and as a page."""
    results = orgsim.run(orgsim.Scenario.from_toml(HURRIED), threads=2)
    path = tmp_path_factory.mktemp("page") / "page.html"
    results.report(path)
    return results, path


@pytest.fixture
def page(browser, paged):
    """The page, opened; whatever it asks for or complains of fails the test."""
    troubles = []
    page = browser.new_page()
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
    page.on(
        "request",
        lambda request: request.url.startswith("file:") or troubles.append(request.url),
    )
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(paged[1].as_uri())
    yield page
    page.close()
    assert not troubles


def data_of(path):
    html = path.read_text(encoding="utf-8")
    return json.loads(re.search(r'id="data">(.*?)</script>', html, re.DOTALL)[1])


def test_names_are_text_and_nothing_runs(page):
    assert page.locator("img").count() == 0
    assert ATTACK in page.locator(".scenario").inner_text()
    assert page.locator("#strategies .choose", has_text=ATTACK).count() == 1
    assert page.title() == f"{ATTACK} - orgsim"


def test_values_are_those_of_the_json(page, paged):
    facts = paged[0].summary().to_dict()
    for place, strategy in enumerate(facts["strategies"], start=1):
        row = page.locator(f"#strategies tbody tr[data-arm='{place}']")
        cells = row.locator("td").all_inner_texts()
        assert cells[0].startswith(f"{100 * strategy['averted_or_reversed']:.0f} (")
        assert cells[1] == f"{100 * strategy['marginalised']['share']:.0f}"
        assert cells[-1].startswith(f"{100 * strategy['npv_difference']['relative']:+.1f} ±")
    assert page.locator("#question-when .value").inner_text() == (
        f"week {facts['marginalised']['week_median']:.0f}"
    )
    page.locator("#budget summary").click()
    last = page.locator("#budget tbody tr").last
    share = facts["weekly_medians"]["budget_share"][-1]
    assert float(last.locator("td").nth(4).inner_text()) == pytest.approx(100 * share, rel=1e-3)
    assert facts["conclusion"] in page.locator("#answer").evaluate("one => one.textContent")


def test_every_chart_has_its_numbers_and_says_what_it_shows(page):
    charts = page.locator(".chart")
    assert charts.count() >= 6
    for i in range(charts.count()):
        chart = charts.nth(i)
        assert chart.get_attribute("role") == "img"
        assert chart.get_attribute("aria-label")
        assert chart.locator("svg").count() == 1
        figure = page.locator("figure").nth(i)
        figure.locator("summary").click()
        figure.locator("tbody tr").nth(1).wait_for()


def test_a_mouse_may_be_anywhere_in_a_chart(page):
    for chart in page.locator(".chart").all():
        chart.scroll_into_view_if_needed()
        box = chart.bounding_box()
        for across, down in itertools.product(range(1, 10), range(1, 6)):
            page.mouse.move(
                box["x"] + box["width"] * across / 10, box["y"] + box["height"] * down / 6
            )


OVERLAPS = """() => {
  const names = [...document.querySelectorAll('.chart-quadrants svg text')].map((text) => text.getBoundingClientRect());
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return names.flatMap((a, i) => names.slice(i + 1).filter((b) => meet(a, b))).length;
}"""


def test_names_in_the_chart_of_strategies_do_not_overlap(browser, tmp_path):
    alike = [
        f"[strategies.s{i}]\nlabel = 'Strategy number {i}'\nstart = {50 + i // 3}\nmix = [0.2, 0.1, 0.6, 0.1]\n"
        for i in range(8)
    ]
    scenario = orgsim.Scenario.from_toml(HURRIED.split("[strategies.embed]")[0] + "".join(alike))
    orgsim.run(scenario, quick=True).report(tmp_path / "alike.html")
    page = browser.new_page()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((tmp_path / "alike.html").as_uri())
    page.wait_for_selector(".chart-quadrants svg text")
    assert "Strategy number" in page.locator(".chart-quadrants svg").text_content()
    for width in (1280, 800, 1000):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(400)  # until what was resized is drawn anew
        assert page.evaluate(OVERLAPS) == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(OVERLAPS) == 0
    page.close()


def test_the_language_can_be_switched(page):
    sentence = page.locator("h1").inner_text()
    assert "marketing" in sentence
    page.locator("input[name=language][value=zh]").check(force=True)
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    assert "市场部" in page.locator("h1").inner_text()
    assert "market" not in " ".join(page.locator("h2").all_inner_texts()).lower()
    assert page.evaluate("document.activeElement.value") == "zh"
    page.locator("input[name=language][value=en]").check(force=True)
    assert page.locator("h1").inner_text() == sentence


def shown(page):
    return page.locator("#budget .shown b").inner_text()


def test_a_click_on_a_strategy_shows_it_everywhere(page):
    before = page.locator("#budget svg").inner_html()
    page.locator("#strategies .choose").nth(2).click()
    assert shown(page) == "later"
    assert page.locator("#budget svg").inner_html() != before
    assert page.locator("#strategy").input_value() == "2"
    for part in ("market", "lines", "value"):
        assert page.locator(f"#{part} .shown").inner_text() == "later begins in week 60"


# Of a page whose worlds are too few for ranks; what is chosen decides which of two strategies is told.
HANGS = """arm => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const key = (name) => ({key: name, meaning: name, correlation: "+0.50", range: "0-1"});
  data.elsewhere.hangs_on = [{arm: 1, saved: [key("a.b")], npv: []}, {arm: 2, saved: [], npv: [key("c.d")]}];
  data.elsewhere.best = 2;
  const node = document.createElement("div");
  node.append(...orgsim.tables.hangsOn(data, {arm, language: "en"}));
  const keys = (of) => [...of.querySelectorAll("code")].map((one) => one.textContent);
  return [keys(node.querySelector(".frame")), keys(node.querySelector("details"))];
}"""


@pytest.mark.parametrize(("arm", "keys"), [(0, ["c.d"]), (1, ["a.b"]), (2, ["c.d"])])
def test_what_the_shown_strategy_hangs_on_stands_above_that_of_all(page, arm, keys):
    assert page.evaluate(HANGS, arm) == [keys, ["a.b", "c.d"]]


def test_all_can_be_done_from_the_keyboard(page):
    page.locator("#strategy").focus()
    page.keyboard.press("ArrowDown")
    assert shown(page) == ATTACK
    assert page.evaluate("document.activeElement.id") == "strategy"
    page.locator("#week").focus()
    week = int(page.locator("#week-number").inner_text())
    values = page.locator("#week-values").inner_text()
    page.keyboard.press("ArrowLeft")
    assert int(page.locator("#week-number").inner_text()) == week - 1
    assert page.locator("#week-values").inner_text() != values
    page.locator("#elsewhere .choose").nth(1).focus()
    page.keyboard.press("Enter")
    assert shown(page) == "later"
    assert page.evaluate("document.activeElement.dataset.arm") == "2"


def test_the_slider_moves_the_mark_in_every_weekly_chart(page):
    charts = ("market", "budget", "lines", "value")
    before = [page.locator(f"#{name} svg").inner_html() for name in charts]
    page.locator("#week").fill("5")
    after = [page.locator(f"#{name} svg").inner_html() for name in charts]
    assert all(one != other for one, other in zip(before, after, strict=True))


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_width_scrolls_sideways(page, width):
    page.set_viewport_size({"width": width, "height": 740})
    page.reload()
    for language in ("en", "zh"):
        page.locator(f"input[name=language][value={language}]").check(force=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_answer_fits_on_the_first_screen(page):
    box = page.locator(".cards").bounding_box()
    assert box["y"] + box["height"] <= 800


def test_paper_is_light_and_has_no_controls(page):
    theme = "document.documentElement.dataset.theme"
    page.emulate_media(color_scheme="dark")
    page.locator("html[data-theme=dark]").wait_for()
    width = "document.querySelector('#budget .chart svg').getAttribute('width')"
    page.evaluate(f"addEventListener('beforeprint', () => (window.printed = [{theme}, {width}]))")
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    assert page.evaluate("window.printed") == ["light", "660"]
    assert page.evaluate(theme) == "dark"
    page.emulate_media(media="print")
    assert not page.locator(".controls").is_visible()
    assert page.locator("#budget .chart").bounding_box()["width"] == 660


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(page, theme):
    page.locator(f"input[name=theme][value={theme}]").check(force=True)
    for part in ("#answer", "#lines", "#assumptions", "footer"):
        page.locator(f"{part} summary").first.click()
    found = [
        (violation["id"], [node["target"] for node in violation["nodes"][:3]])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
    ]
    assert not found


def test_the_policy_names_what_is_inside(paged):
    html = paged[1].read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', html)[1]
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    inside = [*scripts, re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]]
    assert len(inside) == 3
    for text in inside:
        digest = hashlib.sha256(text.encode()).digest()
        assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy


def test_a_page_is_small_and_replaces_nothing_unasked(paged):
    results, path = paged
    assert path.stat().st_size < 3_000_000
    with pytest.raises(FileExistsError):
        results.report(path)
    results.report(path.with_name("zh.html"), language="zh")
    assert 'data-language="zh"' in path.with_name("zh.html").read_text(encoding="utf-8")


def test_a_file_has_the_page_of_the_run(paged, tmp_path):
    results, path = paged
    results.save(tmp_path / "run.h5")
    orgsim.open(tmp_path / "run.h5").report(tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == path.read_bytes()


def test_experiments_have_pages_too(page, small, tmp_path):
    window = orgsim.window(small, starts="0:40:20", replications=2, quick=True)
    window.report(tmp_path / "window.html")
    page.goto((tmp_path / "window.html").as_uri())
    assert page.locator("#window tbody tr").count() == 2
    assert "window scenario.toml --starts 0:40:20 " in page.locator("#reproduction").inner_text()
    explained = orgsim.explain(small, replications=2, quick=True)
    explained.report(tmp_path / "explain.html")
    page.goto((tmp_path / "explain.html").as_uri())
    assert page.locator("#explain svg").count() == 1
    orgsim.value(small, replications=2, quick=True).report(tmp_path / "value.html")
    page.goto((tmp_path / "value.html").as_uri())
    page.locator("#causal summary").click()
    cells = page.locator("#causal tbody td").all_inner_texts()
    assert len(cells) > 10
    assert not [cell for cell in cells if "object" in cell]


def test_the_command_of_an_experiment_is_as_a_shell_takes_it(tmp_path):
    toml = SMALL.replace("[strategies.later]", '[strategies."new plan"]')
    scenario = orgsim.Scenario.from_toml(toml)
    asked = {"mechanisms": ["saturation", "politics"], "strategy": "new plan", "interactions": True}
    orgsim.explain(scenario, replications=2, quick=True, **asked).report(tmp_path / "e.html")
    command = data_of(tmp_path / "e.html")["reproduction"]["command"]
    assert " --mechanisms saturation,politics " in command
    assert " --strategy 'new plan' --interactions " in command
    orgsim.value(scenario, factor=1.1, replications=2, quick=True).report(tmp_path / "v.html")
    assert " --factor 1.1 " in data_of(tmp_path / "v.html")["reproduction"]["command"]


def test_the_scripts_use_words_that_there_are(paged):
    words = data_of(paged[1])["words"]["en"]
    used = set()
    for script in WEB.rglob("*.js"):
        text = script.read_text(encoding="utf-8")
        used |= set(re.findall(r"\b(?:W|word)\('(\w+)'\)", text))
        used |= set(re.findall(r"word\(data, state, '(\w+)'\)", text))
    assert len(used) > 60
    assert used <= set(words)
