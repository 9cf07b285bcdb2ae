"""When is a marketing department marginalised, and which strategies reverse it?

Three lines to a picture::

    import orgsim
    res = orgsim.run(orgsim.scenario("capital_winter"), progress=True)
    res.plot.budget()
"""

from ._core import (
    Distribution,
    Scenario,
    Simulation,
    __version__,
    commit,
    lognormal,
    normal,
    triangular,
    uniform,
)
from .audits import Audit, AuditOfFile, audit
from .causal import CausalValue, causal_value
from .discovering import Discovered, discover
from .doubt import InWorlds
from .ensemble import Worlds, worlds
from .errors import InputError, Place, Problem, ScenarioWarning, Stopped
from .explanation import Explanation, explain
from .fitting import Ahead, Fit, fit
from .keys import describe, plausible, schema
from .language import set_language
from .optimising import Optimised, optimise
from .pickling import let_readers_be_pickled
from .results import Results, open, outcomes, run
from .schedules import schedule
from .selects import Selected, select
from .shipped import scenario, scenarios
from .summary import Summary
from .sweeps import Sensitivity, Sweep, merge, sensitivity, sweep
from .valuations import Value, value
from .windows import Window, window

let_readers_be_pickled()
del let_readers_be_pickled

__all__ = [
    "Ahead",
    "Audit",
    "AuditOfFile",
    "CausalValue",
    "Discovered",
    "Distribution",
    "Explanation",
    "Fit",
    "InWorlds",
    "InputError",
    "Optimised",
    "Place",
    "Problem",
    "Results",
    "Scenario",
    "ScenarioWarning",
    "Selected",
    "Sensitivity",
    "Simulation",
    "Stopped",
    "Summary",
    "Sweep",
    "Value",
    "Window",
    "Worlds",
    "__version__",
    "audit",
    "causal_value",
    "commit",
    "describe",
    "discover",
    "explain",
    "fit",
    "lognormal",
    "merge",
    "normal",
    "open",
    "optimise",
    "outcomes",
    "plausible",
    "run",
    "scenario",
    "scenarios",
    "schedule",
    "schema",
    "select",
    "sensitivity",
    "set_language",
    "sweep",
    "triangular",
    "uniform",
    "value",
    "window",
    "worlds",
]
