"""What two drafts of one document differ in: how every rule stands in each, and the words of each section."""

from dataclasses import dataclass

from mastercheck.model.report import DocumentReport, RuleResult, SectionWords
from mastercheck.model.standing import Standing, standing_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How one rule stands in both drafts.

    Attributes:
        before, after: its result in the old and the new draft; None in a draft that it does not judge. Never both.
    """

    before: RuleResult | None
    after: RuleResult | None

    @property
    def shown(self) -> RuleResult:
        """The result that tells the rule's name: the new one where there is one."""
        shown = self.after or self.before
        if shown is None:
            raise ValueError("A change has at least one result.")
        return shown

    @property
    def standings(self) -> tuple[Standing, Standing]:
        """What the result asked for, and what it asks for now."""
        return standing_of(self.before), standing_of(self.after)

    @property
    def places(self) -> tuple[int, int]:
        """In how many places of each draft the rule is not met or must be looked at; 0 where none is named."""
        return _count_places(self.before), _count_places(self.after)


def _count_places(result: RuleResult | None) -> int:
    if result is None or not standing_of(result).is_gap:
        return 0
    return sum(finding.outcome is result.outcome and finding.location is not None for finding in result.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChange:
    """The words of a section in both drafts, its subsections left out.

    Attributes:
        before, after: the section in the old and the new draft; None in a draft that does not have it. Never both.
        renamed: its title was another one; a number that changed is no new name.
    """

    before: SectionWords | None
    after: SectionWords | None
    renamed: bool = False

    @property
    def difference(self) -> int:
        """How many words it gained; negative where it lost some."""
        return (self.after.words if self.after else 0) - (self.before.words if self.before else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two drafts of one document.

    Attributes:
        old, new: the reports on them, both of documents that could be read.
        closed: gaps of the old draft that the new one meets.
        opened: gaps that only the new draft has.
        open: gaps that both have, even if one weighs less than the other.
        silent: gaps of the old draft that are not judged in the new one, so that nobody knows.
        sections: in the order of the new draft, each that is gone before the one that followed it.
    """

    old: DocumentReport
    new: DocumentReport
    closed: tuple[Change, ...] = ()
    opened: tuple[Change, ...] = ()
    open: tuple[Change, ...] = ()
    silent: tuple[Change, ...] = ()
    sections: tuple[SectionChange, ...] = ()
