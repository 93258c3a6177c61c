"""What a device template means: names, thresholds, differences."""
