"""Words and values of the window's frame: header, rail, palette, look."""
