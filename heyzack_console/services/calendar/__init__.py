"""The site's calendar."""
