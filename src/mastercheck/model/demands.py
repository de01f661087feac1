"""What a rulebook can demand, in the terms that checks and language share: counting profiles, subjects, the catalogue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mastercheck.model.blocks import Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A policy of which words count.

    Attributes:
        title: one line for the user.
        included: the zones whose words count.
    """

    name: str
    title: str
    included: frozenset[Zone]


@dataclass(frozen=True, slots=True, kw_only=True)
class CueGroup:
    """One facet of a subject: terms of which one is as good as another.

    Attributes:
        name: what the facet is, as `explain` prints it ("cause", "likelihood and impact").
        terms: words and phrases; each is matched by word form, in both spellings, up to three words between the parts
            of a phrase that is written with "…", whole and case-sensitive where it is written in capitals. The whole syntax
            is in language/terms.py.
        weight: how much the facet adds to a passage's score.
        required: a passage without it is no evidence, unless it stands under a heading that names the subject.
        least: how many different hits it takes to show the facet (two dates, three names of methods).
    """

    name: str
    terms: tuple[str, ...]
    weight: float = 1.0
    required: bool = False
    least: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Something that a document must speak about, and how to know a passage that does.

    Attributes:
        id: of the element, specification or area.
        titles: headings under which it is usually found.
        cues: facets of which several must meet in one passage.
        against: terms that show that a passage is about something else.
        homes: titles of chapters under which it belongs; () where it may stand anywhere.
        span: the shares of the text between which it belongs where no such chapter is found; evidence outside is far from home.
        least_words: words that a section must have before its heading speaks for it in full.
        rival: whether it competes with other subjects: a passage that is more about one of them counts less for it.
        deniable: whether a sentence that says that something was not done, or comes later, is no evidence.
        strong: score from which a passage is evidence.
        weak: score from which a person must look.
    """

    id: str
    titles: tuple[str, ...] = ()
    cues: tuple[CueGroup, ...] = ()
    against: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    span: tuple[float, float] = (0.0, 1.0)
    least_words: int = 25
    rival: bool = True
    deniable: bool = True
    strong: float = 3.0
    weak: float = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Subjects that are judged alike: the elements of the guide, or the exam specifications.

    Points become a score so that 0 means as likely as not, in a text of any length.

    Attributes:
        offsets: points that a passage begins with; middles: points of a best passage that decide nothing. Both by id of the subject.
        slope: score of a point.
        length: points more that it takes for each time that the text has e times as many passages.
        strong, weak: scores from which a passage is evidence, and from which a person must look.
        rivalry: share of the lead of another member that is taken away.
        kin: subjects of another family in whose passages the members are shown.
        near, apart: shares of the points of the kin that are added, and of those of all others that are taken away.
    """

    offsets: Mapping[str, float]
    middles: Mapping[str, float]
    slope: float
    length: float
    strong: float
    weak: float
    rivalry: float = 0.0
    kin: tuple[str, ...] = ()
    near: float = 0.0
    apart: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Learned:
    """What tagged documents taught about subjects: a linear model over the features of a passage (language/features.py).

    Attributes:
        features: row of each feature in `weights`, by name, in order.
        weights: of every feature, what it adds for each subject, in thousandths of a point.
        columns: of each subject in a row of `weights`, by id.
        families: of the subjects; a subject is in one.
        subjects: whose terms and titles are features.
    """

    features: Mapping[str, int]
    weights: Sequence[Sequence[int]]
    columns: Mapping[str, int]
    families: tuple[Family, ...]
    subjects: tuple[Subject, ...]

    def family_of(self, subject: str) -> Family:
        """Return the family of a subject.

        Raises:
            StopIteration: nothing was learned about it.
        """
        return next(family for family in self.families if subject in family.offsets)


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedSubject(Subject):
    """A subject about which more is known than its terms: passages are scored by what was learned."""

    learned: Learned


@dataclass(frozen=True, slots=True, kw_only=True)
class Specification:
    """An exam specification of the second level.

    Attributes:
        provisional: EXIN's own wording is not published with the guide.
        aliases: other names under which reports declare it.
    """

    id: str
    title: str
    provisional: bool = True
    aliases: tuple[str, ...] = ()
    subject: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """An exam requirement: a topic of the first level."""

    id: str
    title: str
    specifications: tuple[Specification, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The exam requirements with their specifications."""

    id: str
    requirements: tuple[Requirement, ...]

    def specifications(self) -> Mapping[str, tuple[Requirement, Specification]]:
        """Return every specification with its requirement, by id."""
        return {spec.id: (requirement, spec) for requirement in self.requirements for spec in requirement.specifications}
