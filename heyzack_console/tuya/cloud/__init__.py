"""Tuya's OpenAPI: signed calls, their refusals, and the operations that the console uses."""
