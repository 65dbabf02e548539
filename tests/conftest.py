"""Hypothesis profiles, chosen by the environment variable DIPLONEWS_PROFILE."""

import os

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]
settings.register_profile("ci", derandomize=True, deadline=None, max_examples=60, suppress_health_check=SLOW)
settings.register_profile("dev", deadline=None, max_examples=30, suppress_health_check=SLOW)
settings.register_profile("thorough", deadline=None, max_examples=2_000, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("DIPLONEWS_PROFILE", "ci"))
