"""A profile for long sessions of the property tests: `--hypothesis-profile=long`."""

from hypothesis import settings

settings.register_profile("long", max_examples=5_000, deadline=None)
