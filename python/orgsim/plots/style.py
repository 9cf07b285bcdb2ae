"""One look for all plots: colours, fonts, the canvas, captions. No global setting is changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import NamedTuple

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from orgsim.plots.fonts import families
from orgsim.plots.source import Reader
from orgsim.plots.words import counted, say, title_of, wrapped

INK = "#222222"
SOFT = "#5A5A5A"
GRID = "#DADADA"
STOCK = "#E8ECEF"  # the stock phase
CHANGE = "#CFD8DE"  # the 5-95 % range of its beginning


class Look(NamedTuple):
    """A colour, and a dash pattern that tells lines apart in black and white."""

    colour: str
    dashes: str | tuple[int, tuple[float, ...]]


# Colours that the colour-blind tell apart: Okabe & Ito (2008), Color Universal Design.
DEPARTMENTS: Mapping[str, Look] = {
    "product": Look("#0072B2", "--"),
    "marketing": Look("#D55E00", "-"),
    "sales": Look("#009E73", "-."),
    "operations": Look("#CC79A7", ":"),
}
EVENTS: Mapping[str, Look] = {
    "budget": Look("#E69F00", "--"),
    "capability": Look("#56B4E9", "-."),
    "structure": Look("#8A8A8A", ":"),
    "marginalised": Look("#000000", "-"),
}
# From dark (saved) to light (lost) where there is something to save, dotted greys and orange where there
# is nothing, so that they can be told apart without colour.
VERDICTS: Mapping[str, str] = {
    "reversed": "#08456B",
    "averted": "#3182AD",
    "kept": "#8E8E8E",
    "transformed": "#7FB8D1",
    "contained": "#CBDCE3",
    "unchanged": "#CFCFCF",
    "worsened": "#E69F00",
    "lost": "#F4EFE6",
    "not_begun": "#FFFFFF",
}
HATCHES: Mapping[str, str] = {"kept": "...", "unchanged": "...", "not_begun": "///"}
FOCAL = "#56B4E9"
NOBODY = "none"

TEXT = 9.0
SMALL = 7.5
TITLE = 11.0
PAD = 0.3  # inches between two panels


def colour_of_rival(place: int, rivals: int) -> str:
    """A grey for the rival at that place, from dark to light."""
    return str(0.62 + 0.27 * place / max(rivals - 1, 1))


@contextmanager
def canvas(ax: Axes | None, width: float = 8.0, height: float = 4.8) -> Iterator[Axes]:
    """Axes to draw on: those given, or new ones on a figure of so many inches."""
    if ax is not None:
        with _settings():
            tidy(ax)
            yield ax
        return
    import matplotlib.pyplot as plt

    # Made before the settings, which are undone at the end: with a notebook's first figure
    # matplotlib settles that figures are shown, and that has to last.
    figure = plt.figure(figsize=(width, height), layout="constrained", facecolor="white")
    try:
        with _settings():
            ax = figure.subplots()
            tidy(ax)
            yield ax
    except BaseException:
        plt.close(figure)
        raise


def _settings() -> AbstractContextManager[None]:
    return mpl.rc_context({"font.family": families(), "hatch.linewidth": 0.6})


def tidy(ax: Axes) -> None:
    """White ground, no frame above and right, quiet lines, ticks in the language's font."""
    ax.set_facecolor("white")
    ax.spines[["top", "right"]].set_visible(False)
    ax.spines[["left", "bottom"]].set_color(SOFT)
    ax.tick_params(
        labelsize=TEXT, labelcolor=INK, color=SOFT, labelfontfamily=mpl.rcParams["font.family"]
    )
    for label in (ax.xaxis.label, ax.yaxis.label):  # which axes of one's own have had before
        label.set_fontfamily(mpl.rcParams["font.family"])
    ax.grid(axis="y", color=GRID, linewidth=0.6)
    ax.set_axisbelow(True)


def size_in_points(ax: Axes) -> tuple[float, float]:
    """Width and height of the axes, before layout makes room for labels."""
    box = ax.get_window_extent()
    scale = 72 / ax.figure.dpi
    return box.width * scale, box.height * scale


def panel_below(ax: Axes, share: float) -> Axes:
    """Axes over the same weeks, cut off from below the given ones; `share` of what is left of those.

    The layout makes room for what belongs to the axes that are given, so labels and notes of the
    panel belong to them, at places that follow from theirs: `share` and `PAD` inches below.
    """
    from mpl_toolkits.axes_grid1 import make_axes_locatable  # type: ignore[import-untyped]

    divider = make_axes_locatable(ax)
    below: Axes = divider.append_axes("bottom", size=f"{100 * share:g}%", pad=PAD, sharex=ax)
    tidy(below)
    ax.tick_params(labelbottom=False)
    # Both have their new sizes from now on, not only once they are drawn: labels are placed by them.
    for panel in (ax, below):
        locator = panel.get_axes_locator()
        if locator is not None:
            panel.apply_aspect(locator(panel, None))  # type: ignore[arg-type]
    return below


def week_axis(ax: Axes, reader: Reader) -> None:
    """Weeks from the first to the last on the horizontal axis."""
    ax.set_xlim(reader.weeks[0], reader.weeks[-1])
    ax.xaxis.set_major_locator(MaxNLocator(nbins=10, steps=[1, 2, 5, 10], integer=True))
    ax.set_xlabel(say("week_axis"), fontsize=TEXT, color=INK)


def label_y(ax: Axes, text: str) -> None:
    """What the vertical axis shows, with its unit."""
    ax.set_ylabel(text, fontsize=TEXT, color=INK)


def finish(
    ax: Axes,
    title: str,
    notes: list[str],
    below: float = 38.0,
    above: float = 20.0,
    panel: float = 0.0,
    room: float = 0.88,
) -> None:
    """The finding above the axes; `below` points under them, where the numbers come from.

    If a panel of that share is below them, the notes stand under it. Axes on a figure of their own
    leave `room`, a share of its width, for text.
    """
    points = _width(ax, room)
    ax.set_title(
        wrapped(title, int(points / (TITLE * 0.59))),
        loc="left",
        pad=above,
        fontsize=TITLE,
        fontweight="bold",
        fontfamily=mpl.rcParams["font.family"],
        color=INK,
        linespacing=1.3,
    )
    ax.annotate(
        wrapped(" · ".join(notes), int(points / (SMALL * 0.52))),
        xy=(0, -panel),
        xycoords="axes fraction",
        xytext=(0, -below - (72 * PAD if panel else 0)),
        textcoords="offset points",
        va="top",
        fontsize=SMALL,
        color=SOFT,
        linespacing=1.4,
        annotation_clip=False,
    )


def _width(ax: Axes, room: float) -> float:
    """Points across for text: the figure's if the axes fill it, else about those of the axes."""
    place = ax.get_subplotspec()
    if place is not None and place.get_gridspec().ncols == 1:
        return room * 72 * ax.figure.bbox.width / ax.figure.dpi
    return size_in_points(ax)[0]


def origin(reader: Reader) -> list[str]:
    """For captions: the scenario, and how many runs the numbers come from."""
    scenario = reader.scenario
    runs = say("one_run")
    if not reader.deterministic:
        runs = say(
            "runs",
            replications=counted(reader.replications, "replication", "replications"),
            kind=say(scenario["market"]["kind"]),
            seed=scenario["run"]["seed"],
        )
    title = title_of(reader)
    return [title, runs] if title else [runs]
