"""The science pack: stylised facts as experiments, and how they are run, judged and told."""

from .fact import DOWN, UP, Above, Aim, Below, Estimate, Fact, Found, exact, mean_of, share_of

__all__ = [
    "DOWN",
    "UP",
    "Above",
    "Aim",
    "Below",
    "Estimate",
    "Fact",
    "Found",
    "exact",
    "mean_of",
    "share_of",
]
