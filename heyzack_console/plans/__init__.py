"""Reading of floor plans: PNG, JPEG, SVG, PDF, DXF and IFC, in a process of its own."""
