"""The wrapping of every answer, and the second one that some answers have inside."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError


def _number(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return 0


def _text(value: object) -> str:
    return "" if value is None else str(value)


class Envelope(BaseModel):
    """One answer; *t* is the cloud's time in ms since 1970, 0 where it is missing."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    success: bool
    code: Annotated[int, BeforeValidator(_number)] = 0
    msg: Annotated[str, BeforeValidator(_text)] = ""
    t: Annotated[int, BeforeValidator(_number)] = 0
    tid: Annotated[str, BeforeValidator(_text)] = ""
    result: Any = None


class _Inner(BaseModel):
    """The object that pages of the newer interfaces wrap their result in once more (FusionResult)."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    success: bool
    error_code: Annotated[int, BeforeValidator(_number)] = 0
    error_msg: Annotated[str, BeforeValidator(_text)] = ""
    result: Any = None


def read_envelope(content: bytes) -> Envelope | None:
    """Read an answer and take off a second wrapping; None where *content* is no answer of the API.

    A refusal in the inner wrapping becomes the answer's own.
    """
    try:
        outer = Envelope.model_validate_json(content)
    except ValidationError:
        return None
    inner = outer.result
    if not (outer.success and isinstance(inner, dict) and isinstance(inner.get("success"), bool)):
        return outer
    if not {"result", "data", "error_code", "errorCode", "code"} & inner.keys():
        return outer
    fused = _Inner.model_validate(
        {
            "success": inner["success"],
            "error_code": inner.get("error_code", inner.get("errorCode", inner.get("code"))),
            "error_msg": inner.get("error_msg", inner.get("errorMsg", inner.get("msg"))),
            "result": inner.get("result", inner.get("data")),
        }
    )
    return outer.model_copy(
        update={
            "success": fused.success,
            "code": fused.error_code,
            "msg": fused.error_msg,
            "result": fused.result,
        }
    )
