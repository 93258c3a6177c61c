"""What hangs on a device or a room, in words."""
