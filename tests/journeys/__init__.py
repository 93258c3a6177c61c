"""Whole-program stories on the simulated building: what people do with the console, from the socket to the pixel."""
