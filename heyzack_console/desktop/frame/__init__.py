"""The window's frame: header, rail, mode band, dock area, palette, help."""
