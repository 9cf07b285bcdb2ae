"""What pages quote of the program: blocks of `console` with a command and lines of its output in their order."""

import dataclasses
import re
import shlex
import subprocess

from small import PROGRAM, ROOT

BLOCK = re.compile(r"^```console\n\$ ((?:.*\\\n)*.*)\n((?:.*\n)*?)```$", re.MULTILINE)
LEFT_OUT = "..."


@dataclasses.dataclass
class Quote:
    """A command, and the lines that a page shows of what it prints."""

    page: str
    command: str
    lines: list[str]

    def printed(self, folder):
        """All lines that the command prints, run in the folder."""
        words = shlex.split(self.command.replace("\\\n", " "))
        assert words[0] == "orgsim", self.command
        done = subprocess.run(
            [PROGRAM, *words[1:]], cwd=folder, capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout.splitlines()


def quotes_of(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    return [Quote(page, command, shown.splitlines()) for command, shown in BLOCK.findall(text)]


def missing(quote, printed):
    """Those quoted lines that are not printed, or not in this order."""
    rest = iter(printed)
    return [line for line in quote.lines if line != LEFT_OUT and line not in rest]


def words_of(line):
    """What a line says but for its numbers."""
    return " ".join(re.sub(r"[-+±*|%\d.,]+", " ", line).split())


def alike(line, printed):
    """The next printed line that says the same, whatever its numbers."""
    found = next((other for other in printed if words_of(other) == words_of(line)), None)
    assert found is not None, f"no longer printed, so take it out by hand: {line}"
    return found


def renew(quote, printed):
    """Puts the printed lines that say the same with other numbers into the page."""
    rest = iter(printed)
    renewed = [line if line == LEFT_OUT else alike(line, rest) for line in quote.lines]
    path = ROOT / quote.page
    text = path.read_text(encoding="utf-8")
    block = "```console\n$ {}\n{}\n```"
    old, new = ("\n".join(lines) for lines in (quote.lines, renewed))
    changed = text.replace(block.format(quote.command, old), block.format(quote.command, new))
    path.write_text(changed, encoding="utf-8")
