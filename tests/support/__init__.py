"""Small real implementations of ports, and other things that several test folders share."""
