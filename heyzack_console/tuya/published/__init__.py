"""Reads published files about products: one JSON object a line, in three shapes, whatever else stands in them."""
