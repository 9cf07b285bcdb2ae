"""Fonts that have the characters of the language."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.font_manager import findSystemFonts, fontManager

from orgsim.language import current_language

LATIN = "DejaVu Sans"  # comes with matplotlib

# Fonts with Chinese characters, the best first; by the names that they give themselves.
CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Microsoft YaHei",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "Noto Sans CJK JP",
    "Noto Sans CJK TC",
    "Noto Sans CJK HK",
    "Noto Sans CJK KR",
    "Arial Unicode MS",
)

# How the files of those fonts begin, for fonts installed since matplotlib listed what there is.
_FILES = (
    "notosanscjk",
    "notosanssc",
    "sourcehansans",
    "pingfang",
    "msyh",
    "hiragino",
    "wqy",
    "simhei",
)


class MissingFontError(RuntimeError):
    """No font with Chinese characters is installed; the text says how to get one."""

    def __init__(self) -> None:
        super().__init__(
            "plots in Chinese need a font with Chinese characters, and none was found; install one "
            "(Debian, Ubuntu: apt install fonts-noto-cjk; Fedora: dnf install "
            "google-noto-sans-cjk-fonts; macOS, Windows: part of the system; elsewhere: "
            "Noto Sans SC from https://fonts.google.com), "
            "or write plots in English: orgsim.set_language('en')"
        )


def families() -> list[str]:
    """Font families for the language that is set, the first one first asked for a character.

    Raises MissingFontError if the language is Chinese and no font has its characters.
    """
    chinese = _installed(CHINESE)
    if current_language() == "en":
        return [LATIN, *chinese]
    if not chinese and _list_new_fonts():
        chinese = _installed(CHINESE)
    if not chinese:
        raise MissingFontError
    return [*chinese, LATIN]


def _installed(names: Sequence[str]) -> list[str]:
    """The first of those names that matplotlib knows, as a list of one or none."""
    there = set(fontManager.get_font_names())
    return [name for name in names if name in there][:1]


def _list_new_fonts() -> bool:
    """Tell matplotlib about Chinese fonts that it has not listed; whether there were any."""
    listed = {font.fname for font in fontManager.ttflist}
    fresh = [
        path
        for path in findSystemFonts()
        if path not in listed
        and path.replace("\\", "/").rpartition("/")[2].lower().startswith(_FILES)
    ]
    for path in fresh:
        fontManager.addfont(path)
    return bool(fresh)
