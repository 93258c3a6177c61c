"""AES as the LAN protocol uses it, with the cipher contexts kept between messages."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from heyzack_console.tuya.lan.faults import FrameRefused, PayloadUnreadable

BLOCK = 16
KEY_LENGTH = 16


class Ecb:
    """AES-128-ECB with PKCS7 padding.

    The contexts may be kept because ECB carries nothing from block to block as long as only whole blocks go in;
    a new context per message costs twenty times the decryption itself.
    """

    __slots__ = ("_decrypt", "_encrypt")

    def __init__(self, key: bytes) -> None:
        # The protocol prescribes ECB (tuya-lan section 3.4); integrity comes from the frame's own check.
        cipher = Cipher(algorithms.AES(key), modes.ECB())
        self._encrypt = cipher.encryptor().update
        self._decrypt = cipher.decryptor().update

    def seal(self, clear: bytes) -> bytes:
        """Encrypt *clear* of any length."""
        missing = BLOCK - len(clear) % BLOCK
        return self._encrypt(clear + bytes((missing,)) * missing)

    def seal_block(self, block: bytes) -> bytes:
        """Encrypt exactly one block, without padding."""
        return self._encrypt(block)

    def open(self, sealed: bytes) -> bytes:
        """Decrypt *sealed*.

        Raises:
            PayloadUnreadable: no whole blocks, or the padding is wrong, as a wrong key makes it.
        """
        if not sealed or len(sealed) % BLOCK:
            raise PayloadUnreadable("The device's data are not encrypted as its protocol version wants it.")
        clear = self._decrypt(sealed)
        padding = clear[-1]
        if not 0 < padding <= BLOCK or not clear.endswith(bytes((padding,)) * padding):
            raise PayloadUnreadable("The device's data cannot be decrypted. The local key is probably outdated.")
        return clear[:-padding]


class Gcm:
    """AES-128-GCM over a frame body."""

    __slots__ = ("_aead",)

    def __init__(self, key: bytes) -> None:
        self._aead = AESGCM(key)

    def seal(self, nonce: bytes, clear: bytes, associated: bytes | None) -> bytes:
        """Ciphertext followed by the tag."""
        return self._aead.encrypt(nonce, clear, associated)

    def open(self, nonce: bytes, sealed: bytes, associated: bytes) -> bytes:
        """The clear text of ciphertext and tag.

        Raises:
            FrameRefused: the tag does not fit: another key, or the frame was changed on its way.
        """
        try:
            return self._aead.decrypt(nonce, sealed, associated)
        except InvalidTag as error:
            raise FrameRefused("A frame does not fit the key. The local key is probably outdated.") from error
