"""Who uses whose product: the two phases of the market."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from orgsim.plots import marks, style
from orgsim.plots.source import FloatArray, Reader
from orgsim.plots.words import firm_label, percent, say, seldom, subject

_PANEL = 0.42  # height of the switchers' panel, as a share of the people's
_NAMED = 5  # rivals that are told apart; the others are one area


def draw(reader: Reader, ax: Axes | None, *, strategy: str, switchers: bool) -> Axes:
    """See :meth:`orgsim.plots.Plot.market`."""
    reader.strategy(strategy)
    switchers = switchers and len(reader.firms) > 1
    with style.canvas(ax, height=6.4 if switchers else 4.8) as axes:
        below = style.panel_below(axes, _PANEL) if switchers else None
        style.week_axis(below or axes, reader)
        axes.set_ylim(0, 100)
        labels = _areas(axes, reader, strategy)
        _focal_band(axes, reader, strategy)
        marks.shade_phases(axes, reader.stock_phase(strategy))
        marks.phase_lines(axes, reader.stock_phase(strategy))
        marks.end_labels(axes, labels)
        style.label_y(axes, say("people_axis"))
        notes = [say("market_notes")] if reader.replications > 1 else []
        if below is not None:
            _switchers(axes, below, reader, strategy)
            notes += [say("bands")] if reader.replications > 1 else []
        title = _title(reader, strategy, switchers)
        style.finish(axes, title, [*style.origin(reader), *notes], panel=_PANEL if switchers else 0)
    return axes


def _switchers(above: Axes, ax: Axes, reader: Reader, strategy: str) -> None:
    """Those won from other firms, among all customers won, in the panel below."""
    where = {"strategy": strategy}
    look = style.Look(style.INK, "-")
    marks.series(
        ax, reader, "zero_sum", look, scale=100, band=True, where=where, linewidth=1.8
    ).set_label("zero_sum")
    ax.set_ylim(0, 100)
    marks.shade_phases(ax, reader.stock_phase(strategy), named=False)
    style.label_y(ax, say("switchers_axis"))
    last = float(reader.quantile("zero_sum", 0.5, **where)[-1])
    above.annotate(
        say("switchers", share=percent(last)),
        (1, -_PANEL * (1 - last)),
        xycoords="axes fraction",
        xytext=(5, -72 * style.PAD),
        textcoords="offset points",
        va="center",
        fontsize=style.TEXT,
        color=style.INK,
        annotation_clip=False,
    )


def _shares(reader: Reader, strategy: str) -> tuple[FloatArray, FloatArray]:
    """Users of each firm (firm, week) and of nobody (week) as mean shares of all people."""
    users = reader.mean("users_end", strategy=strategy).T
    people = reader.people(strategy)
    return users / people, reader.mean("nonusers", strategy=strategy) / people


def _areas(ax: Axes, reader: Reader, strategy: str) -> list[marks.EndLabel]:
    users, nobody = _shares(reader, strategy)
    names = [firm_label(reader, firm) for firm in range(len(reader.firms))]
    if len(names) > _NAMED + 1:
        rest = len(names) - _NAMED
        users = np.vstack([users[:_NAMED], users[_NAMED:].sum(axis=0)])
        names = [*names[:_NAMED], say("rivals_rest", n=rest)]
    greys = [style.colour_of_rival(place, len(names) - 1) for place in range(len(names) - 1)]
    layers, names = [*users, nobody], [*names, say("nonusers")]
    ax.stackplot(
        reader.weeks,
        100 * np.array(layers),
        colors=[style.FOCAL, *greys, style.NOBODY],
        labels=names,
        edgecolor="white",
        linewidth=0.8,
        zorder=1,
    )
    tops = 100 * np.cumsum([layer[-1] for layer in layers])
    return [
        marks.EndLabel(
            float(top - 50 * layer[-1]),
            say("firm_label", firm=name, share=percent(float(layer[-1]))),
            style.INK,
        )
        for top, layer, name in zip(tops, layers, names, strict=True)
    ]


def _focal_band(ax: Axes, reader: Reader, strategy: str) -> None:
    """The 5-95 % range of the focal firm's users, as thin lines about the top of its area."""
    if reader.replications == 1:
        return
    people = reader.people(strategy)
    for probability in (0.05, 0.95):
        share = reader.quantile("users_end", probability, strategy=strategy, firm=0) / people
        ax.plot(
            reader.weeks,
            100 * share,
            color=style.INK,
            linewidth=0.7,
            gid=f"users {probability}",
            zorder=2,
        )


def _title(reader: Reader, strategy: str, switchers: bool) -> str:
    _, nobody = _shares(reader, strategy)
    stock = reader.stock_phase(strategy)
    most = percent(float(reader.quantile("zero_sum", 0.5, strategy=strategy).max()))
    values = {
        "subject": subject(reader, strategy, 0),
        "first": percent(1 - float(nobody[0])),
        "last": percent(1 - float(nobody[-1])),
        "switchers": say("market_switchers", most=most) if switchers else "",
    }
    if stock.count == 0:
        return say("market_title", **values)
    then = percent(1 - float(nobody[np.searchsorted(reader.weeks, stock.median)]))
    return say("market_title_stock", **values, then=then, week=seldom(stock))
