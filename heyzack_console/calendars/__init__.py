"""iCalendar files: the only room that knows the libraries that read and write them."""
