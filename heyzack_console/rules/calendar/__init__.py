"""Decisions about calendars: when a rule recurs, and what a span of time is."""
