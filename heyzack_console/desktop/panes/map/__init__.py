"""The live map: one painted widget over arrays, and the tools round it."""
