"""What can go wrong, in words fit for an operator.

    ConsoleError
    ├── InvalidInput            a value a person or a file gave; names the field
    ├── NotFound                the thing is not (or no longer) known here
    ├── PermissionDenied        the actor's role does not allow it
    ├── IllegalTransition       the state machine does not allow it any more
    ├── ChangedMeanwhile        somebody else edited the same fields first
    ├── ConfirmationNeeded      an order with physical effect that asks first
    ├── DeviceError             one device could not be reached or did not obey; carries the stage
    ├── NotDelivered            a notification was not taken by the other side
    ├── StoreError              the local store
    │   ├── StoreUnavailable    locked, read-only or missing folder
    │   ├── StoreFull           no room on the disk
    │   ├── StoreDamaged        the file is not a store or fails its checks
    │   └── StoreTooNew         written by a newer version
    ├── SecretsError            key ring or vault
    │   └── SecretsLocked       a passphrase is needed, or was wrong
    ├── EngineLost              the engine process does not answer
    └── HomeInUse               another engine owns this home folder

Anything else that is raised is a bug and goes to the crash report.
"""

from collections.abc import Mapping


class ConsoleError(Exception):
    """Something failed in a way that the program expects; its text tells what failed, what still holds, what to do."""

    @property
    def text(self) -> str:
        """The sentence for the operator."""
        return str(self.args[0]) if self.args else type(self).__name__


class InvalidInput(ConsoleError):
    """A value given by a person or a file is not acceptable; nothing was changed."""

    def __init__(self, text: str, field: str = "") -> None:
        super().__init__(text, field)
        self.field = field


class NotFound(ConsoleError):
    """The record, device or file is not known here."""


class PermissionDenied(ConsoleError):
    """The acting person's role does not allow this; nothing was done."""


class IllegalTransition(ConsoleError):
    """The thing is no longer in a state that allows this; nothing was changed."""


class ChangedMeanwhile(ConsoleError):
    """Somebody changed the same fields since the form was opened; nothing was saved.

    *fields*: by field the value that stands now and the one that was to be saved.
    """

    def __init__(self, text: str, fields: Mapping[str, tuple[object, object]] | None = None) -> None:
        super().__init__(text)
        self.fields = dict(fields or {})


class ConfirmationNeeded(ConsoleError):
    """The order has a physical effect on a safety point; it was not sent and asks for a confirmation."""


class DeviceError(ConsoleError):
    """A device could not be reached or did not obey; *stage* tells how far the attempt came."""

    def __init__(self, text: str, stage: str = "connect") -> None:
        super().__init__(text, stage)
        self.stage = stage


class NotDelivered(ConsoleError):
    """A notification was not taken by the other side; it can be tried again."""


class StoreError(ConsoleError):
    """The local store refused; what had been confirmed before is still there."""


class StoreUnavailable(StoreError):
    """The store cannot be opened or written: locked, read-only or missing."""


class StoreFull(StoreError):
    """There is no room left on the disk; nothing of this step was written."""


class StoreDamaged(StoreError):
    """The file is not a store of ours or fails its checks; it was left untouched."""


class StoreTooNew(StoreError):
    """The store was written by a newer version; it was left untouched."""


class SecretsError(ConsoleError):
    """The key ring or the vault file refused."""


class SecretsLocked(SecretsError):
    """A passphrase is needed, or the one given was wrong."""


class EngineLost(ConsoleError):
    """The engine process does not answer; the last picture stays, nothing that was confirmed is lost."""


class HomeInUse(ConsoleError):
    """Another engine owns this home folder."""
