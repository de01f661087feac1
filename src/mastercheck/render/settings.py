"""The settings in force, for people and for programs: pure functions of what the command line gathered."""

from collections.abc import Iterable, Iterator

from mastercheck.model.settings import Entry, InForce, Settings
from mastercheck.render.json import SCHEMA_VERSION, Value, dump
from mastercheck.render.plain import fill, harmless, one_line, tabulate
from mastercheck.render.rulebook import WIDTH


def render(settings: Settings, keys: Iterable[InForce]) -> str:
    """Return the settings for people: each key with its value and where that comes from, then what is suppressed."""
    return "\n".join(_lines(settings, keys))


def _lines(settings: Settings, keys: Iterable[InForce]) -> Iterator[str]:
    if settings.shown:
        yield fill(one_line(f"Settings from {settings.shown}"), WIDTH)
    else:
        yield fill(
            "No settings. They are looked for in mastercheck.toml, and in pyproject.toml under [tool.mastercheck], here and above.", WIDTH
        )
    yield ""
    yield tabulate([("Key", "In force", "From"), *((one.key, _show(one), one.origin or "default") for one in keys)], width=WIDTH)
    if settings.entries:
        yield ""
        yield f"Suppressed ({len(settings.entries)})"
    for number, entry in enumerate(settings.entries, 1):
        yield ""
        yield fill(harmless(f"{number}  {_describe(entry)}"), WIDTH)
        yield fill(harmless(entry.reason), WIDTH, indent="   ")


def render_json(version: str, settings: Settings, keys: Iterable[InForce]) -> str:
    """Return the settings for programs."""
    entries: list[Value] = [
        {"rule": one.rule, "document": one.document, "heading": one.heading, "quote": one.quote, "reason": one.reason}
        for one in settings.entries
    ]
    return dump(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "mastercheck", "version": version},
            "file": settings.shown or None,
            "settings": {one.key: {"value": one.value, "from": one.origin or "default"} for one in keys},
            "suppress": entries,
        }
    )


def _show(one: InForce) -> str:
    if one.value is None:
        return one.meaning
    if isinstance(one.value, bool):
        return str(one.value).lower()
    return ", ".join(one.value) if isinstance(one.value, tuple) else str(one.value)


def _describe(entry: Entry) -> str:
    parts = (entry.rule, f"in {entry.document}", f"under {entry.heading}", f"at “{entry.quote}”")
    given = (entry.rule, entry.document, entry.heading, entry.quote)
    return ", ".join(part for part, text in zip(parts, given, strict=True) if text)
