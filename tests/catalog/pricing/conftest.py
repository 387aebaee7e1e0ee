"""How many random orders a property is tried on: `HYPOTHESIS_PROFILE=long` for the long trial."""

import os

from hypothesis import settings

settings.register_profile("everyday", max_examples=200, deadline=None)
settings.register_profile("long", max_examples=100_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "everyday"))
