"""What an annotated DOCX holds: its comments, and the words that each stands at."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from mastercheck.annotate import annotate
from mastercheck.model.location import Location
from mastercheck.model.report import Finding, Outcome
from report_builders import STAMP, document, result


@dataclass(frozen=True)
class Comment:
    """A comment of a DOCX.

    Attributes:
        about: the letters between its marks.
        lines: its paragraphs.
    """

    number: str
    author: str
    about: str
    lines: tuple[str, ...]


def annotated(path: Path, *places: Location) -> Path:
    """Write the annotated copy of a DOCX or PDF beside it, with a finding of one rule at each place."""
    found = [Finding(outcome=Outcome.FAIL, message=f"Finding {number}.", location=place) for number, place in enumerate(places, 1)]
    copy = path.with_name(f"copy-{path.name}")
    made = annotate(path, document(result("A1", "Found", Outcome.FAIL if found else Outcome.PASS, *found)), STAMP)
    assert made.comments == len(places) + 1
    copy.write_bytes(made.content)
    return copy


def at(paragraph: int | None, quote: str = "", page: int | None = None) -> Location:
    """A place in a paragraph."""
    return Location(paragraph=paragraph, quote=quote, page=page)


def part(path: Path, name: str = "word/document.xml") -> etree._Element:
    """The root of a part."""
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def comments_of(path: Path, main: str = "word/document.xml", comments: str = "word/comments.xml") -> list[Comment]:
    """The comments of a DOCX, in the order of their part."""
    about = _about(part(path, main))
    return [
        Comment(
            number=(number := _attribute(one, "id")),
            author=_attribute(one, "author"),
            about=about[number],
            lines=tuple("".join(text.text or "" for text in paragraph.iter("{*}t")) for paragraph in one),
        )
        for one in part(path, comments)
    ]


def findings_of(path: Path) -> list[str]:
    """The letters that each comment but the summary stands at."""
    return [one.about for one in comments_of(path) if one.author == "mastercheck" and not one.lines[0].startswith("mastercheck:")]


def _about(root: etree._Element) -> dict[str, str]:
    """The letters that each comment stands at; a comment is closed, and referred to once, after its end."""
    found: dict[str, str] = {}
    started: list[str] = []
    ended: set[str] = set()
    for element in root.iter("{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference", "{*}t", "{*}delText"):
        name = etree.QName(element).localname
        number = _attribute(element, "id")
        if name == "commentRangeStart":
            assert number not in found
            found[number] = ""
            started.append(number)
        elif name == "commentRangeEnd":
            started.remove(number)
            ended.add(number)
        elif name == "commentReference":
            assert number in ended
            ended.remove(number)
        else:
            for one in started:
                found[one] += element.text or ""
    assert not started
    assert not ended
    return found


def _attribute(element: etree._Element, name: str) -> str:
    return str(element.get(f"{{{etree.QName(element).namespace}}}{name}"))
