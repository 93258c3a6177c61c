"""All tables together, and the number of their schema."""

from heyzack_console.storage.schema import Schema
from heyzack_console.storage.tables import (
    access,
    alerts,
    calendar,
    cloud,
    dependencies,
    groups,
    hand_overs,
    holidays,
    journal,
    notes,
    notifications,
    orders,
    people,
    places,
    plans,
    replacing,
    snapshots,
    templates,
    walks,
)
from heyzack_console.storage.tables.columns import metadata

SCHEMA = 19
"""The schema number that entries carry; it is the number of the newest migration."""

ROOMS = (
    access,
    alerts,
    calendar,
    cloud,
    dependencies,
    groups,
    hand_overs,
    holidays,
    journal,
    notes,
    notifications,
    orders,
    people,
    places,
    plans,
    snapshots,
    replacing,
    templates,
    walks,
)
"""Importing them puts their tables into the metadata."""

SHARED = Schema(metadata, SCHEMA)
"""What this version of the program knows."""
