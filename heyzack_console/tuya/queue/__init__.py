"""The cloud's message queue: Pulsar over WebSocket, from frames to values and news."""
