"""Agreeing on a session key, once per connection of version 3.4 or 3.5 (tuya-lan section 4)."""

import hmac

from heyzack_console.tuya.lan.ciphers import Ecb, Gcm
from heyzack_console.tuya.lan.faults import KeyMismatch, NegotiationRefused, SessionKeyUnusable
from heyzack_console.tuya.lan.wire import Version

NONCE_LENGTH = 16
_PROOF_LENGTH = 32


def session_key(version: Version, local_key: bytes, ours: bytes, theirs: bytes) -> bytes:
    """The key that both sides derive from the two nonces."""
    mixed = bytes(a ^ b for a, b in zip(ours, theirs, strict=True))
    if version is Version.V34:
        return Ecb(local_key).seal_block(mixed)
    return Gcm(local_key).seal(ours[:12], mixed, None)[:16]


class Negotiation:
    """The client's half; *nonce* must be 16 fresh random bytes and opens the exchange."""

    __slots__ = ("_local_key", "_version", "nonce")

    def __init__(self, version: Version, local_key: bytes, nonce: bytes) -> None:
        self._version = version
        self._local_key = local_key
        self.nonce = nonce

    def finish(self, answer: bytes) -> tuple[bytes, bytes]:
        """From the device's answer: our proof to send, and the session key for every frame after it.

        Raises:
            NegotiationRefused: the answer is too short to be one.
            KeyMismatch: the device's proof was not made with our local key.
            SessionKeyUnusable: the key begins with zero; connect again with a new nonce.
        """
        if len(answer) < NONCE_LENGTH + _PROOF_LENGTH:
            raise NegotiationRefused("The device did not finish the key exchange. Try again; else power-cycle it.")
        theirs = answer[:NONCE_LENGTH]
        proof = answer[NONCE_LENGTH : NONCE_LENGTH + _PROOF_LENGTH]
        if not hmac.compare_digest(hmac.digest(self._local_key, self.nonce, "sha256"), proof):
            raise KeyMismatch("The device holds another local key than this console. Fetch the key again.")
        key = session_key(self._version, self._local_key, self.nonce, theirs)
        # TuyaOpen tests "has a session key" by its first byte (tuya_lan.c), so one key in 256 would be ignored.
        if key[0] == 0:
            raise SessionKeyUnusable("The session key is one that some devices ignore. Connecting again heals it.")
        return hmac.digest(self._local_key, theirs, "sha256"), key
