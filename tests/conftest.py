"""What all tests share: how hard Hypothesis searches."""

import os

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "quick",
    max_examples=15,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a game is slow to shrink: the long version does it
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long", max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("long" if os.environ.get("COUNTERPOISE_LONG") else "quick")
