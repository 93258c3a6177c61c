"""The calendar in words and places, without Qt."""
