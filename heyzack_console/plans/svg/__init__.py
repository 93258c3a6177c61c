"""SVG drawings as strokes and zones."""
