"""A caller that signs by the vendor's rules and knows nothing of ours, and a consumer of the queue."""

import asyncio
import base64
import hashlib
import hmac
import json
from contextlib import asynccontextmanager
from urllib.parse import urlencode

import httpx
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from websockets.asyncio.client import connect

NOW_MS = 1_700_000_000_000


def signature(secret, message):
    return hmac.new(secret.encode(), message.encode(), hashlib.sha256).hexdigest().upper()


class Caller:
    """Calls the API; every answer is the parsed envelope."""

    def __init__(self, access, clock):
        self.access, self.clock = access, clock
        self.token = ""
        self.http = httpx.AsyncClient(base_url=access.base_url, timeout=10, trust_env=False)

    async def sign_in(self):
        answer = await self.call("GET", "/v1.0/token", {"grant_type": "1"}, token="")
        self.token = answer["result"]["access_token"]
        return answer

    async def call(self, method, path, query=None, body=None, **changes):
        return (await self.raw(method, path, query, body, **changes)).json()

    async def raw(self, method, path, query=None, body=None, *, token=None, at=None, **headers):
        token = self.token if token is None else token
        content = b"" if body is None else json.dumps(body).encode()
        stamp = str(self.clock() if at is None else at)
        pairs = "&".join(f"{key}={value}" for key, value in sorted((query or {}).items()))
        url = f"{path}?{pairs}" if pairs else path
        text = "\n".join((method, hashlib.sha256(content).hexdigest(), "", url))
        said = {
            "client_id": self.access.access_id,
            "t": stamp,
            "nonce": "n1",
            "sign_method": "HMAC-SHA256",
            "sign": signature(self.access.secret, self.access.access_id + token + stamp + "n1" + text),
        }
        if token:
            said["access_token"] = token
        target = f"{path}?{urlencode(query)}" if query else path
        return await self.http.request(method, target, content=content, headers=said | headers)


class Reader:
    """A consumer: decrypted messages one by one."""

    def __init__(self, socket, secret):
        self.socket, self._key = socket, secret[8:24].encode()

    async def frame(self):
        async with asyncio.timeout(10):
            return json.loads(await self.socket.recv())

    async def message(self, *, acknowledge=True):
        frame = await self.frame()
        if acknowledge:
            await self.socket.send(json.dumps({"messageId": frame["messageId"]}))
        return self.opened(frame)

    def opened(self, frame):
        """Protocol and body."""
        envelope = json.loads(base64.b64decode(frame["payload"]))
        raw = base64.b64decode(envelope["data"], validate=True)
        if frame["properties"].get("em") == "aes_gcm":
            plain = AESGCM(self._key).decrypt(raw[:12], raw[12:], None)
        else:
            decryptor = Cipher(algorithms.AES(self._key), modes.ECB()).decryptor()
            padded = decryptor.update(raw) + decryptor.finalize()
            plain = padded[: -padded[-1]]
        return envelope["protocol"], json.loads(plain)


def queue_password(access_id, secret):
    inner = hashlib.md5(secret.encode()).hexdigest()
    return hashlib.md5((access_id + inner).encode()).hexdigest()[8:24]


@asynccontextmanager
async def reading(access, suffix="sub", topic="event", ack_ms=3000, kind="Failover", password=None):
    name = access.access_id
    headers = {"username": name, "password": password or queue_password(name, access.secret)}
    url = f"{access.queue_url}ws/v2/consumer/persistent/{name}/out/{topic}/{name}-{suffix}"
    query = f"?ackTimeoutMillis={ack_ms}&subscriptionType={kind}"
    async with connect(url + query, additional_headers=headers, proxy=None) as socket:
        yield Reader(socket, access.secret)
