"""The codes with which the cloud refuses, and its words for them (vendor's error table and reports of users)."""

WORDS = {
    500: "system error,please contact the admin",
    1000: "data not exist",
    1001: "secret invalid",
    1002: "access_token is null",
    1003: "grant type invalid",
    1004: "sign invalid",
    1005: "clientId is invalid",
    1010: "token invalid",
    1011: "token invalid",
    1012: "token status invalid",
    1013: "request time is invalid",
    1100: "param is empty",
    1101: "param range is invalid",
    1105: "missing the header",
    1106: "permission deny",
    1107: "code invalid",
    1108: "uri path invalid",
    1109: "param is illegal,please check it",
    1110: "concurrent request over limit",
    1111: "system busy,please try again later",
    1113: "please do not repeat in short time",
    1114: "api access not allowed",
    1199: "your requests are too frequent",
    2001: "device is offline",
    2003: "function not support",
    2006: "device not exist",
    2008: "command or value not support",
    2009: "not support this device",
    28841002: "No permissions. Your subscription to cloud development plan has expired.",
    28841004: "Your quota of Trial Edition is used up.",
    28841101: "No permissions. This API is not subscribed.",
    28841105: "No permissions. This project is not authorized to call this API.",
}


class Refusal(Exception):
    """An answer with *code* and its words instead of a result."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code
        self.words = WORDS.get(code, "unknown error")
