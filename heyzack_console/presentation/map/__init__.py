"""What the live map says, without Qt: rows, labels, legends, words, and the geometry that decides where they stand."""
