"""Rule files, YAML or TOML: read with the place of every value, checked to the last field, written."""
