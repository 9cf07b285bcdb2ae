"""Plots fit into the reader's figure, language and settings."""

import itertools
import os
import string
import subprocess
import sys
import warnings

import matplotlib.pyplot as plt
import pytest
from matplotlib import font_manager, rcParams
from plot_results import STRATEGIES, WORLD
from small import ROOT

import orgsim
import orgsim.plots.fonts
from orgsim import _core
from orgsim.language import current_language, language, set_language
from orgsim.plots import MissingFontError, Plot, words_en, words_zh
from orgsim.plots.style import DEPARTMENTS, EVENTS, VERDICTS
from orgsim.plots.words import phrases, width, wrapped

NAMES = ("budget", "lines", "strategies", "value_gap", "market")


def drawn(plot, name, **options):
    """The plot, laid out."""
    ax = getattr(plot, name)(**options)
    ax.figure.canvas.draw()
    return ax


@pytest.mark.parametrize("name", NAMES)
def test_axes_that_are_given_are_used_and_returned_and_no_figure_is_made(plot, name):
    figure, (left, right) = plt.subplots(1, 2, figsize=(14, 5))
    before = plt.get_fignums()
    assert getattr(plot, name)(ax=right) is right
    assert getattr(plot, name)(right) is right
    assert plt.get_fignums() == before
    assert right.has_data() and not left.has_data()
    assert right.figure is figure


@pytest.mark.parametrize("name", NAMES)
def test_without_axes_there_is_one_new_figure(plot, name):
    ax = getattr(plot, name)()
    assert plt.get_fignums() == [ax.figure.number]


@pytest.mark.parametrize("name", NAMES)
def test_no_setting_of_matplotlib_is_changed(plot, name):
    before = dict(rcParams)
    with language("zh"):
        drawn(plot, name)
    assert dict(rcParams) == before


def test_every_figure_of_a_notebook_is_shown():
    """Also the second: what matplotlib settles with the first must not be undone with it."""
    code = """
import orgsim
from IPython.terminal.interactiveshell import TerminalInteractiveShell

TerminalInteractiveShell.instance()
scenario = orgsim.Scenario.from_dict({"run": {"weeks": 60, "replications": 2}})
orgsim.run(scenario).plot.budget()
import matplotlib.pyplot
print(matplotlib.pyplot.isinteractive())
"""
    inline = {**os.environ, "MPLBACKEND": "module://matplotlib_inline.backend_inline"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=inline, check=True, capture_output=True, text=True
    )
    assert done.stdout == "True\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_without_a_title_needs_none(world, name):
    ax = drawn(Plot(world((WORLD + STRATEGIES).replace('title = "A hurried world"', ""))), name)
    captions = [text.get_text() for text in ax.texts if "replications (pooled)" in text.get_text()]
    assert captions[0].startswith("12 replications")


@pytest.mark.parametrize("name", NAMES)
def test_every_character_of_both_languages_has_a_glyph(world, name):
    text = (WORLD + STRATEGIES).replace("Cost $5, earn $6", "嵌入产品 é")
    plot = Plot(world(text, ("run.replications", 2)))
    for one in ("en", "zh"):
        with language(one), warnings.catch_warnings():
            warnings.simplefilter("error")
            drawn(plot, name)


def boxes(ax):
    """Every text of a figure and where it is, in pixels."""
    texts = [ax._left_title]
    for panel in ax.figure.axes:
        legend = panel.get_legend()
        texts += [*panel.texts, panel.xaxis.label, panel.yaxis.label]
        texts += legend.get_texts() if legend else []
        for axis in (panel.xaxis, panel.yaxis):
            low, high = sorted(axis.get_view_interval())
            texts += [
                tick.label1 for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high
            ]
    shown = [text for text in texts if text.get_text() and text.get_visible()]
    return [(text.get_text(), text.get_window_extent()) for text in shown]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("one", ["en", "zh"])
def test_no_text_is_cut_or_overlaps_another(plot, name, one):
    with language(one):
        ax = drawn(plot, name)
        found = boxes(ax)
    edge = ax.figure.bbox
    for text, box in found:
        assert box.x0 >= edge.x0 and box.y0 >= edge.y0, text
        assert box.x1 <= edge.x1 and box.y1 <= edge.y1, text
    for (text, box), (other, another) in itertools.combinations(found, 2):
        overlap = (
            min(box.x1, another.x1) - max(box.x0, another.x0),
            min(box.y1, another.y1) - max(box.y0, another.y0),
        )
        assert min(overlap) < 2, (text, other)


@pytest.mark.parametrize("one", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_or_a_box_on_constrained_axes_of_ones_own(plot, name, one):
    figure, (left, right) = plt.subplots(2, 1, figsize=(9, 13), layout="constrained")
    left.set_title("before")
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # matplotlib warns of a character that no font has
        with language(one):
            getattr(plot, name)(left)
            getattr(plot, name)(right)
        figure.canvas.draw()
    drawn_on = figure.get_tightbbox()
    assert drawn_on.x0 >= 0 and drawn_on.y0 >= 0
    assert drawn_on.x1 <= 9 and drawn_on.y1 <= 13


@pytest.mark.parametrize("name", NAMES)
def test_chinese_plots_say_everything_in_chinese(plot, name):
    english = {text for text, _ in boxes(drawn(plot, name))}
    with language("zh"):
        chinese = {text for text, _ in boxes(drawn(plot, name))}
    words = {text for text in chinese if any(c.isalpha() and c.isascii() for c in text)}
    written = {r"Cost \$5, earn \$6", "never", "AI + 结果"}
    left = {text for text in words if "A hurried world" not in text and "AI +" not in text}
    assert left <= written
    assert len(chinese - english) > 5


def test_chinese_titles_say_the_finding(plot):
    with language("zh"):
        assert "市场部的预算份额从 26 % 降到 6 %" in plot.budget().get_title(loc="left")
        assert "被边缘化" in plot.lines().get_title(loc="left")
        assert "最佳：“AI + 结果”在" in plot.strategies().get_title(loc="left").replace("\n", "")


def test_without_a_chinese_font_the_error_says_what_to_install(plot, monkeypatch):
    monkeypatch.setattr(font_manager.fontManager, "get_font_names", lambda: ["DejaVu Sans"])
    monkeypatch.setattr(orgsim.plots.fonts, "findSystemFonts", list)
    with language("zh"):
        for name in NAMES:
            with pytest.raises(MissingFontError, match="apt install fonts-noto-cjk"):
                getattr(plot, name)()
    assert not plt.get_fignums()
    assert plot.budget().get_title(loc="left").startswith("Marketing")


def test_a_font_installed_since_matplotlib_looked_is_found(monkeypatch):
    names = ["DejaVu Sans"]
    monkeypatch.setattr(font_manager.fontManager, "get_font_names", lambda: list(names))
    monkeypatch.setattr(
        font_manager.fontManager, "addfont", lambda path: names.append("Noto Sans CJK SC")
    )
    monkeypatch.setattr(
        orgsim.plots.fonts, "findSystemFonts", lambda: ["/new/NotoSansCJK-Regular.ttc", "/a/b.ttf"]
    )
    with language("zh"):
        assert orgsim.plots.fonts.families() == ["Noto Sans CJK SC", "DejaVu Sans"]


def test_both_languages_have_the_same_phrases_with_the_same_gaps():
    def gaps(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert words_en.PHRASES.keys() == words_zh.PHRASES.keys()
    for key, text in words_en.PHRASES.items():
        optional = {"department", "Department"}
        assert gaps(text) - optional == gaps(words_zh.PHRASES[key]) - optional, key


def test_set_language_holds_until_it_is_set_again():
    assert current_language() == "en"
    set_language("zh")
    try:
        assert current_language() == "zh"
        with language("en"):
            assert current_language() == "en"
        assert current_language() == "zh"
    finally:
        set_language("en")
    with pytest.raises(ValueError, match="no language 'fr'; those known are 'en' and 'zh'"):
        set_language("fr")
    assert current_language() == "en"


def test_language_is_restored_after_an_error():
    with pytest.raises(KeyError), language("zh"):
        raise KeyError
    assert current_language() == "en"


def test_neither_language_nor_plot_imports_matplotlib_before_it_draws():
    code = (
        "import sys; from orgsim.language import set_language; set_language('zh');"
        "import orgsim.plots; print('matplotlib' in sys.modules, 'scipy' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert out.stdout.split() == ["False", "False"]


def test_lines_of_text_are_broken_between_words_and_between_chinese_characters():
    assert wrapped("one two three", 8) == "one two\nthree"
    assert wrapped("falls to 26 % now", 13) == "falls to 26 %\nnow"
    assert wrapped("市场部被边缘化", 8) == "市场部被\n边缘化"
    assert wrapped("市场部被，边缘化", 8) == "市场部被，\n边缘化"
    assert wrapped("始于第 252 周（241–252）", 10) == "始于\n第 252 周（241–252）"
    assert width("市场 ab") == 7


def test_summary_is_written_in_the_language_that_is_set(hurried):
    english = hurried.summary()
    with language("zh"):
        chinese = hurried.summary()
    assert "In how many cases marketing" in str(english) and "市场部在多少情形" in str(chinese)
    assert "被边缘化" in chinese.to_dict()["conclusion"]
    assert english.to_dict()["strategies"] == chinese.to_dict()["strategies"]
    page = chinese._repr_html_()  # shown later, in its own language
    assert (
        "<th>保住（95 %）</th>" in page and "AI + 结果" in page and "市场部，没有新策略时" in page
    )
    assert "saved (95 %)" in english._repr_html_()
    assert all(width(one) <= 80 for one in str(chinese).splitlines())


def test_plots_and_summary_share_their_words(plot):
    """What both say is kept once, by the engine."""
    for language_name, own in (("en", words_en.PHRASES), ("zh", words_zh.PHRASES)):
        shared = _core.words(language_name)
        assert not own.keys() & shared.keys()
        texts = {text for text in own.values() if " " in text or language_name == "zh"}
        assert not {text.replace("–", "-") for text in texts} & set(shared.values())
        assert phrases(language_name).keys() == own.keys() | shared.keys()
    names = _core.shipped_translations()
    python = "".join(path.read_text("utf-8") for path in (ROOT / "python/orgsim").rglob("*.py"))
    assert not [name for name in names.values() if f'"{name}"' in python]


def test_everything_that_orgsim_ships_has_a_chinese_name():
    labels = {
        one["label"] for one in orgsim.scenario("capital_winter").strategies.to_dict().values()
    }
    titles = {orgsim.scenario(name).title for name in orgsim.scenarios()}
    assert labels | titles <= _core.shipped_translations().keys()
    with pytest.raises(ValueError, match="no language 'fr'; those known are 'en' and 'zh'"):
        _core.words("fr")
    with pytest.raises(ValueError, match="no language 'fr'"):
        _core.translated("focal", "fr")


def test_every_phrase_is_used_somewhere():
    python = sorted((ROOT / "python/orgsim").rglob("*.py"))
    engine = sorted((ROOT / "sim/report").glob("*.[ch]pp"))
    tables = {words_en.__file__, words_zh.__file__, str(ROOT / "sim/report/phrase_table.hpp")}
    said = "".join(path.read_text("utf-8") for path in python + engine if str(path) not in tables)
    named = {"credited_ledger", "contributed_ledger", *DEPARTMENTS, *EVENTS, *VERDICTS}
    named |= {"mean_field", "pooled", "network"}
    named |= {key for key in phrases("en") if key.startswith(("channel_", "mode_"))}
    assert {key for key in phrases("en") if f'"{key}"' not in said} <= named


def test_printed_words_have_their_dashes_and_quotes():
    assert phrases("en")["weeks"].format(median=3, low=2, high=4) == "week 3 (2–4)"
    assert "‘{best}’" in phrases("en")["best"]
