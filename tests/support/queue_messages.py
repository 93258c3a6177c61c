"""Writes messages of the cloud's queue as its documentation has them, with ciphers of its own."""

import base64
import json

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

ACCESS_ID = "heldoutclientid00001"
SECRET = "f00dfacecafebeef0123456789abcdef"
PASSWORD = "3204b7deb238696a"
"""What the queue wants as password for the two above."""


def ecb(clear: bytes, secret: str = SECRET) -> str:
    """Seal with aes_ecb."""
    pad = padding.PKCS7(128).padder()
    seal = Cipher(algorithms.AES128(secret[8:24].encode()), modes.ECB()).encryptor()
    return base64.b64encode(seal.update(pad.update(clear) + pad.finalize()) + seal.finalize()).decode()


def gcm(clear: bytes, secret: str = SECRET, nonce: bytes = bytes(range(12))) -> str:
    """Seal with aes_gcm."""
    return base64.b64encode(nonce + AESGCM(secret[8:24].encode()).encrypt(nonce, clear, None)).decode()


def payload(protocol, sealed, t=1_700_000_000_000, **more) -> str:
    """The middle layer, in base64."""
    return base64.b64encode(
        json.dumps({"data": sealed, "protocol": protocol, "pv": "2.0", "sign": "0" * 32, "t": t} | more).encode()
    ).decode()


def envelope(message_id, packed, em="aes_gcm", redeliveries=0, **more) -> str:
    """The frame."""
    return json.dumps(
        {
            "messageId": message_id,
            "payload": packed,
            "properties": {"em": em, "tid": "t1"} if em else {},
            "publishTime": "2023-11-14T22:13:20.000Z",
            "redeliveryCount": redeliveries,
            "key": "d1",
        }
        | more
    )


def frame(message_id, protocol, body, em="aes_gcm", redeliveries=0, secret=SECRET, **more) -> str:
    """A whole message; *body* is sealed as JSON."""
    clear = json.dumps(body).encode()
    sealed = gcm(clear, secret) if em == "aes_gcm" else ecb(clear, secret)
    return envelope(message_id, payload(protocol, sealed), em, redeliveries, **more)


def status_report(device, *items, data_id="") -> dict:
    """The older family's values: each item is (code, value, t in ms)."""
    report = {"devId": device, "productKey": "p1", "status": [{"code": c, "value": v, "t": t} for c, v, t in items]}
    return report | ({"dataId": data_id} if data_id else {})


def properties(device, *items, data_id="") -> dict:
    """IoT Core's values: each item is (code, dp id, value, t in ms)."""
    listed = [{"code": c, "dpId": dp, "value": v, "time": t} for c, dp, v, t in items]
    data = {"devId": device, "productId": "p1", "properties": listed} | ({"dataId": data_id} if data_id else {})
    return {"bizCode": "devicePropertyMessage", "bizData": data, "ts": 1_700_000_000_000}
