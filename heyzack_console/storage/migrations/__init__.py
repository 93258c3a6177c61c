"""Alembic's scripts for the records."""
