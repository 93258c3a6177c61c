"""What can be wrong with a received message; the decoder refuses in no other way.

ConsoleError
└── MessageFault
    ├── NoEnvelope         no JSON frame with an id, so it cannot even be acknowledged
    ├── ContentUnreadable  the payload cannot be decoded or decrypted; a wrong secret looks like that
    └── ContentNotKnown    it is in clear, but not of a known shape
"""

from heyzack_console.domain.errors import ConsoleError


class MessageFault(ConsoleError):
    """A message of the queue is not as documented; the others are not affected."""

    def __init__(self, text: str, message_id: str = "", deliveries: int = 1) -> None:
        super().__init__(text, message_id, deliveries)
        self.message_id = message_id
        self.deliveries = deliveries


class NoEnvelope(MessageFault):
    """The frame has no message id."""


class ContentUnreadable(MessageFault):
    """The payload cannot be decoded or decrypted."""


class ContentNotKnown(MessageFault):
    """The decrypted content has no known shape; another delivery would be the same."""
