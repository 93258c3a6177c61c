"""HeyZack Console: operator console for smart buildings whose devices speak Tuya."""

__version__ = "0.1.0"
