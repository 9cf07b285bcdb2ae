"""What-if and play in a browser, from a disk: what they answer is what the program says."""

import re

import pytest
from asking import PAGE, asked, native
from axe_playwright_python.sync_playwright import Axe


@pytest.fixture
def opened(browser):
    """Opens the page at an address; whatever it asks for or complains of fails the test."""
    troubles = []
    pages = []

    def open_at(where, width=1280):
        page = browser.new_page()
        pages.append(page)
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "request",
            lambda request: (
                request.url.startswith(("file:", "blob:")) or troubles.append(request.url)
            ),
        )
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(PAGE.as_uri() + where)
        page.wait_for_selector("body[data-ready]")
        if "view=play" not in where:
            page.wait_for_selector("#sentence, .trouble:not([hidden])")
        return page

    yield open_at
    for page in pages:
        page.close()
    assert not troubles


def drag(page, name, value):
    page.evaluate(
        """([name, value]) => {
          const input = document.getElementById(name);
          input.value = value;
          input.dispatchEvent(new Event('input', {bubbles: true}));
        }""",
        [name, value],
    )
    # A drag is answered in the next frame.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))")


def until(page, expression):
    """Waits for what is true soon; the page's policy lets nothing wait for it inside."""
    for _ in range(600):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(expression)


def npv(page):
    return page.locator("#question-worth .value").inner_text()


def saved(page, path):
    with page.expect_download() as download:
        page.click("#save")
    download.value.save_as(path)
    return path


def test_a_drag_changes_the_answer_in_a_moment(opened):
    page = opened("#s=capital_winter&language=en")
    assert page.locator("#sentence").inner_text().startswith("Without a new strategy marketing is")
    before = npv(page)
    drag(page, "week", 100)
    assert npv(page) != before
    drag(page, "cold", 0)
    assert "marginalised" in page.locator("#sentence").inner_text()
    assert page.locator("#question-worth").count() == 1


def test_a_mix_always_sums_to_a_hundred(opened):
    page = opened("#s=capital_winter&strategy=all_together&language=en")
    for name, value in (("broadcast", 77), ("product", 3), ("operations", 100), ("performance", 1)):
        drag(page, f"mix-{name}", value)
        parts = page.evaluate("app.state.touched.mix")
        assert sum(parts) == 100
        assert parts[["broadcast", "performance", "product", "operations"].index(name)] == value


def test_what_is_saved_gives_the_same_numbers_in_the_program(opened, tmp_path):
    page = opened("#s=perfect_storm&language=en")
    for name, value in (("cold", 0.5), ("winter", 120), ("ceiling", 0.6), ("talent", 1.2)):
        drag(page, name, value)
    drag(page, "direct", 0.4)
    drag(page, "week", 140)
    drag(page, "mix-product", 30)
    page.select_option("#rivals", "same")
    text = page.evaluate("app.view.text()")
    name = page.evaluate("app.view.strategy.name")
    path = saved(page, tmp_path / "mine.toml")
    assert path.read_text().endswith(text)
    ours = asked({"verb": "run", "text": text, "only": [name], "numbers": True})[0]["json"][
        "summary"
    ]
    theirs = native(path, "--kind", "mean_field", "--only", name, "--worlds", "0")
    assert ours["weekly_medians"] == theirs["weekly_medians"]
    assert ours["strategies"][0]["npv_difference"] == theirs["strategies"][0]["npv_difference"]
    assert ours["strategies"][0]["verdicts"] == theirs["strategies"][0]["verdicts"]
    relative = 100 * theirs["strategies"][0]["npv_difference"]["relative"]
    assert abs(float(npv(page).replace("−", "-").strip(" %+")) - relative) < 0.06


def test_a_link_restores_what_was_dragged(opened):
    page = opened("#s=capital_winter&language=en")
    drag(page, "cold", 0.4)
    drag(page, "mix-product", 40)
    page.select_option("#rivals", "respond")
    page.locator("summary", has_text="More keys").click()
    page.fill("#more", "economics.price = 1.5")
    until(page, "location.hash.includes('price')")
    address, text, answer = page.evaluate("[location.hash, app.view.text(), app.data.answer]")
    again = opened(address)
    assert again.evaluate("app.view.text()") == text
    assert again.evaluate("app.data.answer") == answer
    assert again.locator("#cold").input_value() == "0.4"


def test_a_mistake_is_shown_with_its_cure_and_the_page_goes_on(opened):
    page = opened("#s=capital_winter&language=en&more=market.tast%20%3D%203")
    trouble = page.locator(".trouble")
    assert "market.tast: unknown key; did you mean 'taste'?" in trouble.inner_text()
    page.click("#drop-more")
    page.wait_for_selector("#sentence")
    assert trouble.is_hidden()
    drag(page, "cold", 0.2)
    assert trouble.is_hidden()


def test_making_sure_comes_to_the_programs_numbers(opened, tmp_path):
    page = opened("#s=capital_winter&language=en")
    page.evaluate("app.units = {own: 6, worlds: 4}")
    page.click("#sure")
    page.wait_for_selector("#question-hangs")
    path = tmp_path / "x.toml"
    path.write_text(
        page.evaluate("app.view.text()") + "run.replications = 6\nrun.worlds = 4\nrun.rivals = []\n"
    )
    name = page.evaluate("app.view.strategy.name")
    theirs = native(path, "--only", name)
    ours = page.evaluate("app.summary")
    for key in ("lines", "marginalised", "weekly_medians", "strategies", "baseline"):
        assert ours[key] == theirs[key], key
    assert (
        ours["worlds"]["strategies"][0]["npv_5_50_95"]
        == theirs["worlds"]["strategies"][0]["npv_5_50_95"]
    )


def test_making_sure_can_be_stopped(opened):
    page = opened("#s=capital_winter&language=en")
    page.click("#sure")
    page.click("#stop")
    page.wait_for_selector("#sure:not([hidden])")
    assert "Stopped" in page.locator(".levers").inner_text()
    assert page.locator("#question-hangs").count() == 0


def test_own_quarters_are_drawn_beside_the_run_and_begin_it(opened):
    page = opened("#s=capital_winter&language=en")
    page.locator("summary", has_text="Your own quarters").click()
    page.fill(
        "#paste",
        "users,product,marketing,sales,operations\n20000,30,20,30,20\n60000,30,20,30,20\n",
    )
    page.fill("#people", "500000")
    page.click("#paste-apply")
    until(page, "app.view.text().includes('start_penetration = 0.04')")
    text = page.evaluate("app.view.text()")
    assert "market.customers = 500000" in text
    assert "share = [0.3, 0.2, 0.3, 0.2]" in text
    assert "`orgsim fit`" in page.locator(".levers").inner_text()
    page.fill("#paste", "users\nmany\n")
    page.click("#paste-apply")
    assert "line 2: users: 'many' is no number" in page.locator(".levers").inner_text()


def test_ten_years_are_played_to_a_line_that_plays_them_again(opened):
    page = opened("#view=play&s=capital_winter&seed=7&language=en")
    drag(page, "mix-performance", 60)
    drag(page, "ai", 100)
    drag(page, "redeploy", 100)
    drag(page, "budget", 130)
    page.click("#decide")
    page.wait_for_selector("#granted")
    assert (
        "You asked for 130 %, the executive granted 100 %." in page.locator("#granted").inner_text()
    )
    while page.locator("#decide-year").count():
        page.click("#decide-year")
    line = page.locator("#line").inner_text()
    assert "seed=7" in line
    rows = page.locator("#over table.comparison").first.locator("tbody tr")
    assert [row.split("\t")[0].split(":")[0] for row in rows.all_inner_texts()] == [
        "you",
        "nobody decides anything",
        "adaptive head",
        "best of the catalogue",
    ]
    assert "points" in page.locator("#audit figcaption").inner_text()
    moves = re.search(r"moves=(\S+)", line)[1]
    again = opened(f"#view=play&s=capital_winter&seed=7&language=en&moves={moves}")
    assert again.locator("#line").inner_text() == line


def test_other_luck_is_another_game_and_a_quarter_can_be_taken_back(opened):
    page = opened("#view=play&s=capital_winter&seed=7&language=en&moves=20_60_10_10_50_100_0_120*8")
    seven = page.evaluate("app.game.you")
    page.click("#undo")
    assert page.evaluate("app.game.quarter") == 7
    page = opened("#view=play&s=capital_winter&seed=8&language=en&moves=20_60_10_10_50_100_0_120*8")
    assert page.evaluate("app.game.you") != seven


@pytest.mark.parametrize("view", ["what_if", "play"])
def test_both_views_are_in_both_languages_and_fit_a_narrow_window(opened, view):
    page = opened(
        f"#view={view}&s=capital_winter&language=zh&moves=20_60_10_10_50_100_0_120*8", width=360
    )
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    shown = page.locator("body").inner_text()
    assert "undefined" not in shown
    assert "[object" not in shown
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("input[name=language][value=en]").check(force=True)
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("view", ["what_if", "play"])
def test_both_views_are_for_everybody(opened, view):
    page = opened(f"#view={view}&s=capital_winter&language=en&moves=20_60_10_10_50_100_0_120*8")
    found = Axe().run(page).response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
