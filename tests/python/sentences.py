"""Gathers everything that orgsim says to people, so that it can be read from top to bottom."""

import ast
import pathlib
import re
from collections.abc import Iterator

from small import ROOT

from orgsim import _core
from orgsim.plots import words_en, words_zh

GOLDEN = ROOT / "tests/golden"
# Said through the tables of phrases, keys and series, which have headings of their own.
ELSEWHERE = (
    "sim/keys/",
    "sim/strategy/adaptive.hpp",
    "sim/strategy/strategy.hpp",
    "sim/strategy/targets.hpp",
    "sim/report/describe.cpp",
    "sim/report/page/data/word_table.hpp",
    "sim/report/phrase_table.hpp",
)

TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|^\s*\#include[^\n]*"""  # what is no literal
    r"""|R"(?P<mark>\w*)\((?P<raw>.*?)\)(?P=mark)\""""
    r"""|"(?P<plain>(?:[^"\\\n]|\\.)*)"|'(?:[^'\\\n]|\\.)'""",
    re.DOTALL | re.MULTILINE,
)


def one_line(text: str) -> str:
    """Without breaks; Chinese has no space where a line ends."""
    joined = re.sub(r"(?<=[\u3000-\uffef])\s*\n\s*(?=[\u3000-\uffef])", "", text)
    return re.sub(r"\s*\n\s*", " ", joined).strip()


def is_sentence(text: str) -> bool:
    """Whether words are said: two of them with a space between."""
    return re.search(r"[a-z}',%;:)] [a-z{'(]", text.lower()) is not None


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Where each literal of a C++ source begins, and its text; those side by side are one."""
    begin, end, parts = 0, -1, []
    for match in TOKEN.finditer(source):
        if match["plain"] is None and match["raw"] is None:
            continue
        if parts and source[end : match.start()].strip():
            yield begin, "".join(parts)
            parts = []
        if not parts:
            begin = match.start()
        end = match.end()
        plain = match["plain"]
        parts.append(match["raw"] if plain is None else _unescaped(plain))
    if parts:
        yield begin, "".join(parts)


def _unescaped(text: str) -> str:
    return text.replace(r"\n", "\n").replace(r"\"", '"').replace(r"\\", "\\").replace(r"\t", "\t")


def of_cpp(path: pathlib.Path, *, thrown: bool) -> list[str]:
    """The sentences of a C++ file; only those of exceptions if `thrown`."""
    source = path.read_text(encoding="utf-8")
    found = []
    for begin, text in literals(source):
        statement = re.split(r";\s|\{\n|\}\n", source[:begin])[-1]
        internal = re.search(r"\b(require|checked_call|checked|Handle|Bug)\b", statement)
        said = not thrown or re.search(r"\bthrow\b|\brefused\b|SetString|forbid", statement)
        if is_sentence(text) and said and not internal:
            found.append(one_line(text))
    return found


def of_python(path: pathlib.Path) -> list[str]:
    """The sentences in the functions of a Python file that raise something, in their order."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: dict[tuple[int, int], str] = {}
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.ClassDef):
            continue
        if not any(isinstance(node, ast.Raise) for node in ast.walk(function)):
            continue
        for node in _said(function):
            text = _text(node)
            if is_sentence(text):
                found[node.lineno, node.col_offset] = one_line(text)
    return [found[place] for place in sorted(found)]


def _said(node: ast.AST) -> Iterator[ast.expr]:
    """Literals below a node, without docstrings; an f-string is one literal."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.JoinedStr) or (
            isinstance(child, ast.Constant) and isinstance(child.value, str)
        ):
            if not isinstance(node, ast.Expr):
                yield child
        else:
            yield from _said(child)


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    assert isinstance(node, ast.JoinedStr)
    return "".join(
        f"{{{ast.unparse(part.value)}}}" if isinstance(part, ast.FormattedValue) else _text(part)
        for part in node.values
    )


def _phrases(language: str, own: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    def listed(phrases: dict[str, str]) -> list[str]:
        return [f"{key}: {one_line(text)}" for key, text in phrases.items()]

    yield (
        "Phrases of terminal and plots (sim/report/phrase_table.hpp)",
        listed(_core.words(language)),
    )
    yield (
        "Words of the page (sim/report/page/data/word_table.hpp)",
        listed(_core.page_words(language)),
    )
    yield f"Phrases of plots alone (python/orgsim/plots/words_{language}.py)", listed(own)


def _keys() -> list[str]:
    """Every key with what it means, one a line."""
    said = re.sub(r"\n +", "\n ", _core.describe_all_text())
    said = re.sub(r"^(\S+).*\n ", r"\1\t", said, flags=re.MULTILINE).replace("\n ", " ")
    return [": ".join(line.split("\t")) for line in said.splitlines()]


def _series() -> list[str]:
    """Every dataset with what it means, from the table of docs/results.md."""
    table = (ROOT / "docs/results.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w/]+)` \|.*\| (.*?) \|$", table, re.MULTILINE)
    return [f"{name}: {meaning}" for name, meaning in rows]


def english() -> str:
    groups = [*_phrases("en", words_en.PHRASES)]
    groups.append(("Names that orgsim ships", list(_core.shipped_translations())))
    groups.append(("Keys of scenarios (sim/keys)", _keys()))
    groups.append(("Series and outcomes (docs/results.md)", _series()))
    for folder, thrown in (("sim", False), ("python/bindings", True)):
        for path in sorted((ROOT / folder).rglob("*.[ch]pp")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith(ELSEWHERE):
                groups.append((name, of_cpp(path, thrown=thrown)))
    for path in sorted((ROOT / "python/orgsim").rglob("*.py")):
        groups.append((path.relative_to(ROOT).as_posix(), of_python(path)))
    return _page(groups)


def chinese() -> str:
    names = [f"{english}: {chinese}" for english, chinese in _core.shipped_translations().items()]
    return _page([*_phrases("zh", words_zh.PHRASES), ("Names that orgsim ships", names)])


def _page(groups: list[tuple[str, list[str]]]) -> str:
    return "\n".join(
        "\n".join([f"== {heading}", *sentences, ""]) for heading, sentences in groups if sentences
    )
