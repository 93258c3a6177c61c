"""The cloud's codes: what each means, whose fault it is and what the operator can do."""

from dataclasses import dataclass

from heyzack_console.domain.cloud import CloudCause, CloudError

_ADVICE = {
    CloudCause.AUTH: "Check access id, secret and data centre of the project; the cloud rests until they change.",
    CloudCause.CLOCK: "Set this computer's clock; until then its time is corrected by what the cloud says.",
    CloudCause.PERMISSION: "Link the device's account or authorise the service in Tuya's platform; the LAN goes on.",
    CloudCause.SUBSCRIPTION: "Renew the project's cloud subscription in Tuya's platform. The LAN goes on; the cloud "
    "is tried once an hour.",
    CloudCause.QUOTA: "Extend the project's quota or wait for the new month. The LAN goes on; the cloud is tried "
    "once an hour.",
    CloudCause.THROTTLE: "Nothing to do: the console asks more slowly by itself.",
    CloudCause.DEVICE: "Check the device and its power; what it told last still stands.",
    CloudCause.INPUT: "Nothing was changed. Check the value against what the device offers.",
    CloudCause.SERVER: "Tuya's side has a fault; the console goes on trying and the LAN goes on.",
    CloudCause.TRANSPORT: "Check this computer's internet connection; the console goes on trying and the LAN goes on.",
    CloudCause.OTHER: "Nothing was tried again. Give code and tid to Tuya's support if it stays.",
}

RENEWS_TOKEN = frozenset({1002, 1004, 1010, 1011, 1012, 1400, -9999999})
"""One fresh token and one replay may help; the call itself was refused."""
CLOCK_IS_OFF = 1013
SIGN_INVALID = 1004
NOT_OFFERED = frozenset({1108, *range(28841101, 28841107)})
"""The project does not have this very interface; another version of it may do."""
OUTCOME_OPEN = frozenset({500, 1111})
"""The cloud failed on its side: an order may have been carried out all the same."""

_LONGEST_MESSAGE = 200


@dataclass(frozen=True, slots=True)
class Meaning:
    """One code in words."""

    cause: CloudCause
    what: str


# Codes: "Global error codes" of the vendor's documentation; 28841xxx and 2401/2406 from reports of users.
_WORDS: dict[CloudCause, dict[int, str]] = {
    CloudCause.AUTH: {
        1001: "The project's secret is not accepted.",
        1002: "The call came without a token.",
        1004: "The signature is not accepted: wrong secret or wrong data centre.",
        1005: "The access id is not known in this data centre.",
        1008: "The access id is not accepted.",
        1010: "The token is no longer valid; somebody else may have logged in with this project.",
        1011: "The token is not valid.",
        1012: "The token's state is not valid.",
        1400: "The token is not valid.",
        2401: "User name or password is wrong.",
        2406: "The project is not known in this data centre, or no account is linked to it.",
        -9999999: "The cloud wants a new login.",
    },
    CloudCause.CLOCK: {1013: "The request's time is not accepted: this computer's clock is off."},
    CloudCause.PERMISSION: {
        1106: "The project may not do this: the device or service is not linked to it.",
        1108: "The cloud does not know this interface.",
        1114: "The project's settings do not allow calls from here.",
        28841101: "The project has not subscribed to the service behind this function.",
        28841102: "The project has not subscribed to the service behind this function.",
        28841103: "The project has not subscribed to the service behind this function.",
        28841104: "The project has not subscribed to the service behind this function.",
        28841105: "The project is not authorised to use this function.",
        28841106: "The project is not authorised to use this function.",
    },
    CloudCause.SUBSCRIPTION: {
        28841001: "There is a problem with the project's cloud subscription.",
        28841002: "The project's cloud subscription has expired.",
        28841003: "There is a problem with the project's cloud subscription.",
    },
    CloudCause.QUOTA: {28841004: "The project's monthly quota is used up."},
    CloudCause.THROTTLE: {
        1110: "Too many calls at once.",
        1111: "The cloud is busy.",
        1112: "The cloud is still synchronising the user.",
        1113: "The same call came again too soon.",
        1199: "Calls come too often.",
    },
    CloudCause.DEVICE: {
        2001: "The device is offline.",
        2002: "There are no such devices.",
        2004: "This type of lock is not supported.",
        2005: "The product does not exist.",
        2006: "The user does not exist.",
        2007: "The device's own token has expired.",
        2009: "The cloud does not support this device.",
        2010: "The device does not exist in this project.",
        60001001: "The project's pool of controllable devices is used up.",
    },
    CloudCause.INPUT: {
        1000: "What was asked for does not exist.",
        1003: "The kind of login is not accepted.",
        1100: "A value is missing.",
        1101: "A value is out of range.",
        1102: "A value is empty.",
        1104: "A value has the wrong type.",
        1105: "The request lacks a header.",
        1107: "The code is not accepted.",
        1109: "A value is not allowed.",
        2003: "The device does not support this function.",
        2008: "The device does not support this command or value.",
    },
    CloudCause.SERVER: {500: "Tuya's cloud had an error of its own."},
}

CODES = {code: Meaning(cause, what) for cause, words in _WORDS.items() for code, what in words.items()}
"""Every code that is documented or was seen by others."""


def refusal(code: int, message: str, tid: str, *, order: bool = False) -> CloudError:
    """Put a refusal into words; an unknown code shows code, message and tid and is never tried again by itself.

    Args:
        order: the call would have changed something, so that an open outcome matters.
    """
    known = CODES.get(code)
    said = " ".join(message.split())[:_LONGEST_MESSAGE]
    reference = f"(code {code}{f', “{said}”' if said else ''}{f', tid {tid}' if tid else ''})"
    if known is None:
        what = "The cloud refused for a reason that this console does not know."
        return CloudError(f"{what} {_ADVICE[CloudCause.OTHER]} {reference}", CloudCause.OTHER, code, tid)
    if order and code in OUTCOME_OPEN:
        return unanswered(f"{known.what} {reference}", code, tid)
    return CloudError(f"{known.what} {_ADVICE[known.cause]} {reference}", known.cause, code, tid)


def unanswered(what: str, code: int = 0, tid: str = "") -> CloudError:
    """Say that an order left this machine and no clear answer came back."""
    text = f"{what} It is not known whether the order was carried out; look at the device's value before repeating it."
    return CloudError(text, CloudCause.TRANSPORT, code, tid, may_have_arrived=True)


def trouble(cause: CloudCause, what: str) -> CloudError:
    """Put a failure without a code of the cloud's into words."""
    return CloudError(f"{what} {_ADVICE[cause]}", cause)


def again(error: CloudError, before: str = "") -> CloudError:
    """Return the same failure anew, to be kept or raised once more: an error that was raised holds on to its frames."""
    text = f"{before} {error.text}" if before else error.text
    return CloudError(text, error.cause, error.code, error.tid)


def advice_on(cause: CloudCause) -> str:
    """What the operator can do about *cause*."""
    return _ADVICE[cause]
