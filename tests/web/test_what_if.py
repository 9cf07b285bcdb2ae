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
        if not page.evaluate("app.state.view === 'play'"):
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
    sentence = page.locator("#sentence").inner_text()
    drag(page, "cold", 0)
    assert page.locator("#sentence").inner_text() != sentence
    assert page.locator("#question-worth").count() == 1


def test_a_drag_is_answered_with_a_mean_field(opened):
    page = opened("#s=capital_winter&strategy=all_together&language=en")
    drag(page, "cold", 0.3)
    text = page.evaluate("app.view.text()")
    (one,) = asked({"verb": "run", "text": text, "only": ["all_together"]})
    # Without luck seeds make no difference, and nothing has an interval.
    drag(page, "week", page.locator("#week").input_value())
    assert page.evaluate("app.data.answer") == one["json"]["page"]["answer"]
    before = page.evaluate("JSON.stringify(app.data.weekly)")
    page.evaluate("app.view.touch('seed', 12345)")
    drag(page, "cold", 0.3)
    assert page.evaluate("JSON.stringify(app.data.weekly)") == before
    assert "without chance" in page.locator(".head").inner_text()


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


def test_a_line_of_ones_own_is_named_by_its_own_number(opened):
    page = opened(
        "#s=capital_winter&cold=0.2&talent=1.2&seed=3&language=en&more=%0Amarket.tast%20%3D%203"
    )
    said = page.locator(".trouble").inner_text()
    assert "Your line 2: market.tast: unknown key" in said
    assert "last answer" not in said
    assert page.locator(".pictures").is_hidden()
    page.fill("#more", "economics.price = 1.5")
    until(page, "!!app.view.last")
    page.fill("#more", "market.tast = 3")
    until(page, "app.view.error")
    said = page.locator(".trouble").inner_text()
    assert "Your line 1: market.tast" in said
    assert "last answer" in said


def test_a_link_with_a_bad_lever_is_cured_by_the_button(opened):
    page = opened("#s=capital_winter&cold=70&rivals=toString&seed=7&language=en")
    said = page.locator(".trouble").inner_text()
    assert "environment.climate" in said
    assert "line" not in said
    page.click("#drop-more")
    page.wait_for_selector("#sentence")
    assert page.locator(".trouble").is_hidden()
    assert page.evaluate("app.state.touched.seed") == 7
    assert page.evaluate("document.activeElement.id") == "scenario"


def test_a_class_keeps_its_seed_in_every_scenario_and_no_moves_of_another(opened):
    page = opened("#s=capital_winter&seed=7&cold=0.2&language=en&moves=20_60_10_10_50_100_0_120*8")
    page.select_option("#scenario", "perfect_storm")
    until(page, "location.hash.includes('perfect_storm')")
    address = page.evaluate("location.hash")
    assert "seed=7" in address
    assert "moves" not in address
    assert "cold" not in address
    drag(page, "cold", 0.1)
    page.click("#reset")
    assert page.evaluate("app.state.touched.seed") == 7
    assert "cold" not in page.evaluate("toHash(app.state)")


def test_a_seed_alone_opens_the_game_of_a_class(opened):
    page = opened("#seed=7")
    assert page.evaluate("[app.state.view, app.state.touched.seed]") == ["play", 7]


def test_rivals_can_be_left_as_the_scenario_has_them_again(opened):
    page = opened("#s=capital_winter&rivals=static&language=en")
    page.select_option("#rivals", "")
    assert page.evaluate("'rivals' in app.state.touched") is False
    page.wait_for_url(lambda address: "rivals" not in address)


def test_the_focus_stays_where_a_choice_makes_the_page_anew(opened):
    page = opened("#s=capital_winter&language=en")
    for name, value in (("strategy", "all_together"), ("scenario", "perfect_storm")):
        page.focus(f"#{name}")
        page.select_option(f"#{name}", value)
        assert page.evaluate("document.activeElement.id") == name
    page.focus("#reset")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "reset"


def test_the_focus_stays_in_a_game_and_what_was_granted_is_said(opened):
    page = opened("#view=play&s=capital_winter&seed=7&language=en")
    status = page.locator("[role=status]#status")
    page.evaluate("document.getElementById('status').dataset.same = 'yes'")
    drag(page, "budget", 130)
    page.focus("#decide")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "decide"
    assert "Quarter 2 of 40 is next. You asked for 130 %, the executive granted 100 %." in (
        status.inner_text()
    )
    page.focus("#undo")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "decide"
    page.focus("#decide-year")
    said = []
    for _ in range(10):
        page.keyboard.press("Enter")
        said.append(status.inner_text())
    assert any("Week" in one and "marketing crosses" in one for one in said)
    news = "".join(said)
    assert news.count("has become a stock market") == 1
    assert page.evaluate("document.activeElement.id") == "over-title"
    assert status.get_attribute("data-same") == "yes"


def test_a_link_says_its_language_and_a_copy_that_failed_is_told(opened):
    page = opened("#s=capital_winter&language=en")
    assert "language=en" in page.evaluate("app.link()")
    page.evaluate(
        """() => {
          navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
          document.execCommand = () => false;
        }"""
    )
    page.click("#link")
    until(page, "document.getElementById('keep-note').textContent.includes('yourself')")
    assert "s=capital_winter" in page.locator("#keep-note").inner_text()


@pytest.mark.parametrize("view", ["what_if", "play"])
def test_pictures_have_tables_of_what_they_show(opened, view):
    page = opened(f"#view={view}&s=capital_winter&language=en&moves=20_60_10_10_50_100_0_120*8")
    pictures = page.locator(".pictures figure")
    assert page.locator(".pictures figure > details.numbers").count() == pictures.count() > 0
    page.locator("#numbers-budget summary").click()
    table = page.locator("#numbers-budget table")
    table.wait_for()
    before = table.inner_text()
    if view == "what_if":
        drag(page, "cold", 0)
        drag(page, "mix-product", 80)
    else:
        page.click("#decide")
    assert page.locator("#numbers-budget table").count() == 1
    assert table.inner_text() != before


def test_names_of_strategies_are_no_buttons_where_they_do_nothing(opened):
    page = opened("#s=capital_winter&language=en")
    assert page.locator("table.strategies .arm").count() == 2
    assert page.locator(".results button.choose").count() == 0


def test_what_is_inside_is_named_with_its_licence(opened):
    page = opened("#s=capital_winter&language=en")
    page.click("#inside-title")
    table = page.locator("#inside table").inner_text()
    for name in ("Eigen", "Boost", "nlohmann-json", "xxHash", "LLVM", "wasi-libc", "fmt", "toml++"):
        assert name in table
        assert f"\n{name}" in page.locator("#licences").inner_text()
    assert PAGE.stat().st_size < 2_500_000


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


def test_the_note_says_what_is_shown(opened):
    page = opened("#s=capital_winter&language=en")
    page.evaluate("app.units = {own: 2, worlds: 2}")
    note = page.locator("#sure-note")
    for end in ("drag", "stop", "error"):
        page.click("#sure")
        page.wait_for_selector("#question-hangs")
        assert "2 runs with luck" in note.inner_text()
        # The language changes nothing but the words.
        page.locator("input[name=language][value=zh]").check(force=True)
        assert "2 次带随机的模拟" in note.inner_text()
        assert page.locator("#question-hangs").count() == 1
        page.locator("input[name=language][value=en]").check(force=True)
        if end == "drag":
            drag(page, "cold", 0.3)
            assert "100 runs with luck, and one run in each" in note.inner_text()
        else:
            answer = "() => { app.view.stop(); }"
            if end == "error":
                page.evaluate(
                    "() => { app.crew.run = () => Promise.reject(new Error('out of memory')); }"
                )
                answer = "() => app.view.makeSure()"
            page.evaluate(answer)
            until(page, "!app.view.last.sure")
            told = "Stopped" if end == "stop" else "The runs broke off: out of memory"
            assert told in note.inner_text()
        assert page.locator("#question-hangs").count() == 0
        assert "without chance" in page.locator(".head").inner_text()


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
    assert "Line 2, users: 'many' is not a number of 0 or more" in (
        page.locator("#paste-said").inner_text()
    )


def test_a_number_that_can_be_read_in_two_ways_is_refused_with_its_line(opened):
    page = opened("#s=capital_winter&language=en")
    page.locator("summary", has_text="Your own quarters").click()
    for cell, number in (
        ("30,5", None),
        ("1.234", None),
        ("1 234", None),
        ("12,34", None),
        ("1e3", None),
        ("1,234,567", 1234567),
        ("1,234.5", 1234.5),
        ("0.125", 0.125),
        ("20000", 20000),
    ):
        page.fill("#people", "5000000")
        page.fill("#paste", f"users\tmarketing\n\n100\t1\n{cell}\t2\n")
        page.click("#paste-apply")
        said = page.locator("#paste-said").inner_text()
        if number is None:
            assert said.startswith(f"Line 4, users: '{cell}' is not a number"), said
            assert "1,234.5" in said
        else:
            assert said.startswith("The dots are your numbers"), said
            assert page.evaluate("app.pasted.rows[1].users") == number
    page.fill("#paste", "users,marketing\n30,5,2\n")
    page.click("#paste-apply")
    assert page.locator("#paste-said").inner_text().startswith("Line 2: 3 values for 2 columns")
    page.locator("input[name=language][value=zh]").check(force=True)
    assert page.locator("#paste-said").inner_text().startswith("第 2 行：2 列却有 3 个值")
    assert page.locator("#paste").input_value() == "users,marketing\n30,5,2\n"
    assert page.evaluate("app.pasted.rows.length") == 2


def paste(page, table):
    page.fill("#paste", table)
    page.click("#paste-apply")


def test_another_table_takes_the_place_of_the_first_and_outlives_a_look_at_play(opened):
    page = opened("#s=capital_winter&language=en")
    page.locator("summary", has_text="Your own quarters").click()
    paste(page, "users,product,marketing,sales,operations\n20000,30,40,20,10\n")
    assert page.evaluate("app.state.touched.share") == [0.3, 0.4, 0.2, 0.1]
    paste(page, "users\n500000\n")
    assert page.evaluate("[app.state.touched.share, app.state.touched.start]") == [None, 0.5]
    page.locator("input[name=view][value=play]").check(force=True)
    assert "as it is shipped" in page.locator("#as-shipped").inner_text()
    assert "start" not in page.evaluate("toHash(app.state)")
    page.locator("input[name=view][value=what_if]").check(force=True)
    assert page.locator("#paste").input_value() == "users\n500000\n"
    assert page.locator("#paste-said").inner_text().startswith("The dots are your numbers")
    page.select_option("#scenario", "perfect_storm")
    assert page.locator("#paste").input_value() == ""


def test_a_link_with_what_a_table_gave_says_so(opened):
    page = opened("#s=capital_winter&people=1000000&start=0.5&language=en")
    assert "which this link does not hold" in page.locator("#paste-said").inner_text()
    page.click("#paste-clear")
    assert page.evaluate("app.state.touched") == {"strategy": "ai_and_results"}


def test_what_begins_too_early_to_be_judged_is_not_called_a_failure(opened):
    page = opened("#s=capital_winter&strategy=all_together&week=5&language=en")
    sentence = page.locator("#sentence").inner_text()
    assert "no strategy" not in sentence
    beside = page.locator(".flips").inner_text()
    assert "only after the 260 weeks in which strategies are judged" in beside
    assert "With 'All together' it is marginalised at no time in the run." in beside
    assert page.locator("#question-saves .value").inner_text() == "Nothing to save"


def test_a_bad_seed_can_be_mended_where_it_is_refused(opened):
    page = opened("#view=play&s=capital_winter&seed=-3&language=en")
    assert "run.seed" in page.locator(".trouble").inner_text()
    page.fill("#seed", "7")
    page.locator("#seed").press("Tab")
    page.locator("#decide").wait_for()
    assert page.evaluate("app.state.touched.seed") == 7
    page = opened("#s=capital_winter&seed=7.5&language=en")
    page.click("#drop-more")
    assert page.locator(".trouble").is_hidden()


def test_a_link_that_is_partly_read_says_so(opened):
    page = opened("#view=play&s=nowhere&moves=20_60_10_10_50_100_0_120.foo&language=en")
    assert "nowhere" in page.locator("#unknown").inner_text()
    assert "cannot be read" in page.locator("#status").inner_text()
    assert page.evaluate("app.state.moves") == []


def test_ten_years_are_played_to_a_line_that_plays_them_again(opened):
    page = opened("#view=play&s=capital_winter&seed=7&language=en")
    drag(page, "mix-performance", 60)
    drag(page, "ai", 100)
    drag(page, "redeploy", 100)
    drag(page, "budget", 130)
    page.click("#decide")
    assert (
        "You asked for 130 %, the executive granted 100 %." in page.locator("#status").inner_text()
    )
    page.click("#undo")
    page.click("#decide")
    while page.locator("#decide-year").count():
        page.click("#decide-year")
    line = page.locator("#line").text_content()
    names = page.evaluate("CLASS_COLUMNS")
    cells = dict(zip(names, line.split("\t"), strict=True))
    you = page.evaluate("app.game.you")
    assert (cells["scenario"], cells["seed"], cells["quarters_undone"]) == (
        "capital_winter",
        "7",
        "1",
    )
    assert (cells["verdict"], cells["lines_crossed"]) == (you["verdict"], str(you["level"]))
    assert float(cells["npv_change_percent"]) == round(100 * you["npv_change"], 1)
    assert float(cells["real_share_percent"]) == round(100 * you["standing"]["budget"])
    assert re.fullmatch(r"\w+ -?\d+", cells["most_by"])
    of_program = native("capital_winter", "--quick", "--replications", "2", "--only", "baseline")
    assert cells["version"] == of_program["program_version"]
    rows = page.locator("#over table.comparison").first.locator("tbody tr")
    assert [row.split("\t")[0].split(":")[0] for row in rows.all_inner_texts()] == [
        "you",
        "nobody decides anything",
        "adaptive head",
        "best of the catalogue",
    ]
    assert "points" in page.locator("#audit figcaption").inner_text()
    moves = cells["moves"]
    again = opened(f"#view=play&s=capital_winter&seed=7&language=zh&undone=1&moves={moves}")
    assert again.locator("#line").text_content() == line


def test_other_luck_is_another_game_and_a_quarter_can_be_taken_back(opened):
    page = opened("#view=play&s=capital_winter&seed=7&language=en&moves=20_60_10_10_50_100_0_120*8")
    seven = page.evaluate("app.game.you")
    page.click("#undo")
    assert page.evaluate("app.game.quarter") == 7
    assert "undone=1" in page.evaluate("app.link()")
    page = opened("#view=play&s=capital_winter&seed=8&language=en&moves=20_60_10_10_50_100_0_120*8")
    assert page.evaluate("app.game.you") != seven


def test_a_game_that_is_opened_has_the_news_of_its_last_quarter(opened):
    game = "#view=play&s=capital_winter&seed=7&language=en&moves=20_60_10_10_50_100_0_120"
    page = opened(f"{game}*30")
    week = page.evaluate("app.game.news.find(({firm}) => firm === 0).week")
    page = opened(f"{game}*{week // 13 + 1}")
    assert f"Week {week}:" in page.locator("#status").inner_text()
    page.click("#undo")
    assert f"Week {week}:" not in page.locator("#status").inner_text()


@pytest.mark.parametrize("quarters", [8, 40])
@pytest.mark.parametrize("view", ["what_if", "play"])
def test_both_views_are_in_both_languages_and_fit_a_narrow_window(opened, view, quarters):
    page = opened(
        f"#view={view}&s=capital_winter&language=zh&moves=20_60_10_10_50_100_0_120*{quarters}",
        width=360,
    )
    for language, lang in (("zh", "zh-Hans"), ("en", "en")):
        page.locator(f"input[name=language][value={language}]").check(force=True)
        assert page.locator("html").get_attribute("lang") == lang
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        page.wait_for_timeout(50)
        shown = page.locator("body").inner_text()
        assert "undefined" not in shown
        assert "[object" not in shown
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("view", ["what_if", "play"])
def test_both_views_are_for_everybody(opened, view):
    page = opened(f"#view={view}&s=capital_winter&language=en&moves=20_60_10_10_50_100_0_120*8")
    found = Axe().run(page).response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
