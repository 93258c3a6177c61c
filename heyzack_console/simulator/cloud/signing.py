"""Verifies request signatures strictly: sorted, decoded query and the bytes of the body as they came."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it came; *headers* by lower-case name, *query* undecoded."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = b""

    @property
    def parameters(self) -> dict[str, str]:
        """The query, decoded."""
        return dict(parse_qsl(self.query, keep_blank_values=True))

    def header(self, name: str) -> str:
        """A header's value, or nothing."""
        return self.headers.get(name.lower(), "")


def text_to_sign(request: Request) -> str:
    """Method, hash of the body, named headers and the path with its query."""
    named = "".join(f"{name}:{request.header(name)}\n" for name in _names(request))
    pairs = sorted(parse_qsl(request.query, keep_blank_values=True), key=lambda pair: pair[0])
    query = "&".join(f"{key}={value}" for key, value in pairs)
    url = f"{request.path}?{query}" if query else request.path
    return "\n".join((request.method, hashlib.sha256(request.body).hexdigest(), named, url))


def is_signed(request: Request, secret: str, *, with_token: bool) -> bool:
    """Whether the request carries the signature that *secret* gives."""
    token = request.header("access_token") if with_token else ""
    words = (request.header("client_id"), token, request.header("t"), request.header("nonce"), text_to_sign(request))
    wanted = hmac.new(secret.encode(), "".join(words).encode(), hashlib.sha256).hexdigest().upper()
    return hmac.compare_digest(wanted.encode(), request.header("sign").encode())


def _names(request: Request) -> list[str]:
    return [name for name in request.header("signature-headers").split(":") if name]
