"""Measurements of the budgets, each against a yardstick of the same run: ``python -m tests.benchmarks [name…]``."""
