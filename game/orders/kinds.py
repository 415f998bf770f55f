"""The list of orders: a new one is its file and its line here."""

from game.orders.access import ACCESS
from game.orders.aim import AIM
from game.orders.ally import ALLY
from game.orders.answer import ANSWER_ORDER
from game.orders.attack import ATTACK
from game.orders.budget import BUDGET
from game.orders.congress import CONGRESS
from game.orders.declare import DECLARE
from game.orders.demand import DEMAND
from game.orders.guarantee import GUARANTEE
from game.orders.kind import Kind
from game.orders.peace import PEACE
from game.orders.posture import POSTURE
from game.orders.reform import REFORM
from game.orders.sanction import SANCTION
from game.orders.support import SUPPORT
from game.orders.treaty import TREATY
from game.orders.withdraw import WITHDRAW

KINDS: tuple[Kind, ...] = (
    BUDGET,
    POSTURE,
    AIM,
    ALLY,
    TREATY,
    GUARANTEE,
    SUPPORT,
    REFORM,
    SANCTION,
    ACCESS,
    CONGRESS,
    DEMAND,
    ATTACK,
    PEACE,
    WITHDRAW,
    ANSWER_ORDER,
    DECLARE,
)
