"""The list of doctrines: a new one is its file and its line here."""

from game.opponents.doctrines import (
    balancer,
    buck_passer,
    hold,
    jackal,
    offensive_realist,
    random,
    soft_balancer,
    threat_balancer,
)
from game.opponents.traits import Doctrine

DOCTRINES: tuple[Doctrine, ...] = (
    hold.DOCTRINE,
    random.DOCTRINE,
    balancer.DOCTRINE,
    threat_balancer.DOCTRINE,
    offensive_realist.DOCTRINE,
    jackal.DOCTRINE,
    buck_passer.DOCTRINE,
    soft_balancer.DOCTRINE,
)

BY_NAME = {doctrine.name: doctrine for doctrine in DOCTRINES}
