"""What several panes say about the things of a building: values, looks, marks, places."""
