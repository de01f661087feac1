"""What is passed over in the folders of the command line though it may be somebody's submission: it is said, and never silent."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mastercheck.render.plain import name_some

FOREIGN = (".doc", ".dot", ".dotx", ".dotm", ".odt", ".ott", ".rtf", ".pages", ".wps", ".wpd", ".zip")
"""Endings of files that people hand in and that no reader reads."""
COPY = ".annotated"
"""What the name of an annotated copy ends with, before the ending of its format."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Files and folders that are passed over, by the reason why."""

    foreign: list[Path] = field(default_factory=list)
    copies: list[Path] = field(default_factory=list)
    linked: list[Path] = field(default_factory=list)
    closed: list[Path] = field(default_factory=list)

    def takes(self, path: Path) -> bool:
        """Say whether a file of a folder is to be passed over, and note it."""
        if path.suffix.lower() in FOREIGN:
            self.foreign.append(path)
        elif path.stem.lower().endswith(COPY):
            self.copies.append(path)
        else:
            return False
        return True

    def tell(self) -> Iterator[str]:
        """Yield a sentence for each reason."""
        if self.closed:
            yield f"Not looked into, since you may not read it: {name_some(self.closed)}."
        if self.foreign:
            yield f"Not checked, since it is neither DOCX nor PDF: {name_some(self.foreign)}. Ask for one of these formats."
        if self.copies:
            yield f"Not checked, since it is an annotated copy: {name_some(self.copies)}. To check one, name it."
        if self.linked:
            yield f"Not followed, since it is a link to a folder: {name_some(self.linked)}. To check what is there, name it."
