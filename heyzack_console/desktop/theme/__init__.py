"""The only room that knows colours, fonts and pixel sizes; everything else asks it by name."""
