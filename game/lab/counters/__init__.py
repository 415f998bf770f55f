"""The list of counters by name: what can be counted in the games of a condition."""

from game.lab.counters.burden import Burden
from game.lab.counters.counter import Counter
from game.lab.counters.crises import Crises
from game.lab.counters.endings import Endings
from game.lab.counters.entry import Entry
from game.lab.counters.leagues import Leagues
from game.lab.counters.outcomes import Outcomes
from game.lab.counters.pacts import Pacts
from game.lab.counters.scoring import Scoring
from game.lab.counters.verbs import Verbs
from game.lab.counters.wars import Wars

COUNTERS: dict[str, type[Counter]] = {
    "burden": Burden,
    "crises": Crises,
    "endings": Endings,
    "entry": Entry,
    "leagues": Leagues,
    "outcomes": Outcomes,
    "pacts": Pacts,
    "scoring": Scoring,
    "verbs": Verbs,
    "wars": Wars,
}
