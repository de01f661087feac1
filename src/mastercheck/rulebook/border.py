"""The border between TOML and our types: the only place that uses pydantic.

Values go over as JSON, since pydantic's strict mode takes a table for a dataclass only there: so nothing is coerced ("3" is no number).
Unknown keys are errors. Both settings reach the plain dataclasses of the model because they are given with a list around the type.
"""

import json
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from mastercheck.rulebook.mistakes import Mistakes, Place, nearest, quote

T = TypeVar("T")

SETTINGS = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

EXPECTED: Mapping[str, str] = {
    "bool_type": "true or false",
    "date_from_datetime_parsing": "a date such as 2016-07-01",
    "date_type": "a date such as 2016-07-01",
    "dict_type": "a table",
    "dataclass_type": "a table",
    "finite_number": "a finite number",
    "float_type": "a number",
    "frozen_set_type": "a list",
    "int_from_float": "a whole number",
    "int_type": "a whole number",
    "list_type": "a list",
    "string_type": "text in quotes",
    "tuple_type": "a list",
}
"""What was expected, in the words of TOML, by pydantic's type of error."""


def convert(value: object, shape: type[T], place: Place, mistakes: Mistakes) -> T | None:
    """Return a value of a TOML file as the type that it must have.

    Returns:
        None where it does not fit; every reason is then among the mistakes.
    """
    try:
        values: list[T] = _adapter(cast("Hashable", shape)).validate_json(json.dumps([value], default=_write))
        return values[0]
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _note(detail, shape, place, mistakes)
        return None


@cache
def _adapter(shape: Hashable) -> TypeAdapter[list[Any]]:
    return TypeAdapter(list[shape], config=SETTINGS)  # type: ignore[valid-type]  # the type is a value here


def _write(value: object) -> str:
    """Return a TOML date as JSON text; TOML has nothing else that JSON lacks."""
    return value.isoformat() if isinstance(value, date) else str(value)


def _note(detail: ErrorDetails, shape: type[object], place: Place, mistakes: Mistakes) -> None:
    *path, last = detail["loc"][1:] or ("",)
    where, kind, value = place.at(*path, last), detail["type"], detail["input"]
    if kind == "unexpected_keyword_argument":
        mistakes.add(where, f"unknown key{nearest(last, _keys(shape, path))}")
    elif kind in {"missing", "missing_argument"}:
        mistakes.add(where, "missing")
    elif kind in {"enum", "literal_error"}:
        known = _values(detail)
        mistakes.add(where, f"unknown value {quote(value)}{nearest(value, known)}")
    elif kind == "json_invalid":
        mistakes.add(place, "is nested too deeply")
    else:
        expected = EXPECTED.get(kind)
        mistakes.add(where, f"should be {expected}, not {quote(value)}" if expected else f"{detail['msg']}: {quote(value)}")


def _values(detail: ErrorDetails) -> Sequence[str]:
    expected: str = detail["ctx"]["expected"]
    return expected.replace(" or ", ", ").replace("'", "").split(", ")


def _keys(shape: object, path: Sequence[str | int]) -> tuple[str, ...]:
    """Return the keys of the table that a path of keys and indices leads to."""
    for step in path:
        table = _table(shape)
        shape = get_type_hints(table).get(str(step)) if table else (get_args(shape) or (None,))[-1 if isinstance(step, str) else 0]
    table = _table(shape)
    return tuple(field.name for field in fields(table)) if table else ()


def _table(shape: object) -> Any:  # noqa: ANN401 - dataclasses have no common type
    """Return the dataclass that a type is or may be; None where it is none."""
    choices = get_args(shape) if get_origin(shape) in {Union, UnionType} else (shape,)
    return next((choice for choice in choices if is_dataclass(choice)), None)
