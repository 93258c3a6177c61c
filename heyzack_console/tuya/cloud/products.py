"""What a product's data points are: thing model, and specification by standard codes."""

from functools import partial
from typing import Annotated, Any

from pydantic import AliasChoices, Field

from heyzack_console.tuya.cloud.answers import (
    Answer,
    Members,
    Text,
    Whole,
    not_understood,
    read_as,
    read_each,
    unpacked,
)
from heyzack_console.tuya.cloud.api import Operation, Version, about
from heyzack_console.tuya.cloud.pace import Pace


class Ability(Answer):
    """One data point of a thing model."""

    dp: Annotated[Whole, Field(gt=0, validation_alias=AliasChoices("abilityId", "ability_id"))]
    code: Annotated[Text, Field(min_length=1, max_length=64)]
    name: Text = ""
    access_mode: Text = "rw"
    type_spec: Members = Field(default_factory=dict)


class Function(Answer):
    """One data point of a specification; *dp_id* 0 where that version does not tell."""

    code: Annotated[Text, Field(min_length=1, max_length=64)]
    type: Text = "string"
    values: Members = Field(default_factory=dict)
    dp_id: Whole = 0
    name: Text = ""


class Specification(Answer):
    """The standard data points of a device: what may be written and what is reported."""

    category: Text = ""
    functions: Any = None
    status: Any = None

    @property
    def writable(self) -> tuple[Function, ...]:
        """Points that take orders."""
        return read_each(Function, self.functions)[0]

    @property
    def reported(self) -> tuple[Function, ...]:
        """Points that are told."""
        return read_each(Function, self.status)[0]


def _model(result: Any) -> tuple[Ability, ...]:
    model = unpacked(result.get("model")) if isinstance(result, dict) else None
    if not isinstance(model, dict) or not isinstance(model.get("services"), list):
        raise not_understood()
    services = [service for service in model["services"] if isinstance(service, dict)]
    return tuple(ability for one in services for ability in read_each(Ability, one.get("properties"))[0])


MODEL = Operation[str, tuple[Ability, ...]](
    "thing models of products",
    (Version("v2.0", about("/v2.0/cloud/thing", "/model", Pace.MODEL), _model),),
)

SPECIFICATION = Operation[str, Specification](
    "specifications of products",
    (
        Version("v1.1", about("/v1.1/devices", "/specifications"), partial(read_as, Specification)),
        Version("iot-03", about("/v1.2/iot-03/devices", "/specification"), partial(read_as, Specification)),
        Version("v1.0", about("/v1.0/devices", "/specifications"), partial(read_as, Specification)),
    ),
)
"""Only the first of them tells the numbers of the data points."""
