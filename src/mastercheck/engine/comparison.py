"""Two drafts of one document: which gaps were closed, which were opened, which are left, and how the sections grew."""

from enum import Enum, auto

from mastercheck.engine.sections import match_sections
from mastercheck.model.comparison import Change, Comparison
from mastercheck.model.report import DocumentReport
from mastercheck.model.standing import Standing


class _Course(Enum):
    """What became of a gap."""

    CLOSED = auto()
    OPENED = auto()
    OPEN = auto()
    SILENT = auto()
    NONE = auto()


def compare(old: DocumentReport, new: DocumentReport) -> Comparison:
    """Compare the reports on two drafts: a pure function, and the same for a DOCX and a PDF.

    Args:
        old: on the earlier draft.
        new: on the later draft, judged by the same rulebook as the same kind of document.

    Returns:
        the gaps in the order of the rules, the gravest first.
    """
    before, after = ({result.code: result for result in document.results} for document in (old, new))
    courses: dict[_Course, list[Change]] = {course: [] for course in _Course}
    for code in dict.fromkeys([*after, *before]):
        change = Change(before=before.get(code), after=after.get(code))
        courses[_follow(*change.standings)].append(change)
    closed, opened, left, silent = (
        tuple(sorted(courses[course], key=_weigh)) for course in (_Course.CLOSED, _Course.OPENED, _Course.OPEN, _Course.SILENT)
    )
    sections = match_sections(*(document.words.sections if document.words else () for document in (old, new)))
    return Comparison(old=old, new=new, closed=closed, opened=opened, open=left, silent=silent, sections=sections)


def _follow(before: Standing, after: Standing) -> _Course:
    if after.is_gap:
        return _Course.OPEN if before.is_gap else _Course.OPENED
    if not before.is_gap:
        return _Course.NONE
    return _Course.SILENT if after is Standing.NOT_ASKED else _Course.CLOSED


def _weigh(change: Change) -> int:
    before, after = change.standings
    return -(after if after.is_gap else before).weight
