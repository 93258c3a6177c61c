"""Finds what a series never did before, says why, and decides how loudly that is told."""
