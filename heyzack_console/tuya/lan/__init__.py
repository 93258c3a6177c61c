"""Tuya on the local network: frames, sessions, connections, discovery."""
