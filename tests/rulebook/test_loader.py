from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mastercheck.errors import ExitCode, RulebookError, UsageError
from mastercheck.model.blocks import Zone
from mastercheck.model.demands import CueGroup, Profile
from mastercheck.model.document import DocumentKind
from mastercheck.model.report import Severity
from mastercheck.rulebook import sources
from mastercheck.rulebook.loader import load
from rulebook_files import CATALOGUE, KINDS, MAIN, SUBJECTS, Measure, Part, write_rulebook


def mistakes_in(folder: Path, *, main: str = MAIN, subjects: str = SUBJECTS, catalogue: str = CATALOGUE) -> list[str]:
    with pytest.raises(RulebookError) as raised:
        load(KINDS, path=write_rulebook(folder, main=main, subjects=subjects, catalogue=catalogue))
    first, *lines = raised.value.message.splitlines()
    assert raised.value.exit_code is ExitCode.RULEBOOK
    assert raised.value.advice
    counted = "an error" if len(lines) == 1 else f"{len(lines)} errors"
    assert first == f"small.toml: the rulebook has {counted}:"
    return [line.strip() for line in lines]


def changed(old: str, new: str, text: str = MAIN) -> str:
    assert text.count(old) >= 1
    return text.replace(old, new, 1)


def test_names_become_what_they_name(tmp_path: Path) -> None:
    rulebook = load(KINDS, path=write_rulebook(tmp_path))
    profile = Profile(name="all", title="everything", included=frozenset({Zone.BODY, Zone.HEADINGS}))
    assert rulebook.profile == profile
    length, risks = rulebook.rules
    assert length.params == Measure(target=10, profile=profile, profiles=rulebook.profiles)
    assert length.severity is Severity.ERROR
    assert risks.params.subject.cues == (CueGroup(name="risk", terms=("risk",), required=True),)
    assert risks.params.catalogue is rulebook.catalogue
    assert [area.id for area in risks.params.areas] == ["A1"]
    assert risks.params.area_titles == {"A1": "An area"}
    assert set(risks.params.subjects) == {"risks", "area"}
    assert rulebook.rules_for(DocumentKind.PROPOSAL) == (risks,)
    assert rulebook.groups == ("Form", "Content")


def test_parameters_of_every_type_are_read(tmp_path: Path) -> None:
    given = 'target = 10\nprofile = "some"\ntolerance = 1\nunit = "pages"\nparts = [{ name = "a", titles = ["b"] }]\nnotes = { c = 1 }'
    rulebook = load(KINDS, path=write_rulebook(tmp_path, main=changed("target = 10", given)))
    some = rulebook.profiles["some"]
    wanted = Measure(
        target=10,
        profile=some,
        profiles=rulebook.profiles,
        tolerance=1.0,
        unit="pages",
        parts=(Part(name="a", titles=("b",)),),
        notes={"c": 1},
    )
    assert rulebook.rules[0].params == wanted


def test_catalogue_names_the_subjects_of_its_specifications(tmp_path: Path) -> None:
    catalogue = load(KINDS, path=write_rulebook(tmp_path)).catalogue
    requirement, first = catalogue.specifications()["1.1"]
    assert (requirement.title, first.provisional, first.subject.id, first.subject.titles) == ("Direct", False, "1.1", ("change",))


def test_specification_without_a_subject_is_known_by_the_words_of_its_title(tmp_path: Path) -> None:
    _, second = load(KINDS, path=write_rulebook(tmp_path)).catalogue.specifications()["1.2"]
    assert second.provisional
    assert [cue.name for cue in second.subject.cues] == ["effect", "cultural", "change", "again"]


def test_another_profile_comes_into_force(tmp_path: Path) -> None:
    rulebook = load(KINDS, path=write_rulebook(tmp_path), profile="some")
    assert rulebook.profile.name == "some"
    assert rulebook.rules[0].params.profile.name == "some"


def test_unknown_profile_is_wrong_usage_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='no counting profile "som"; did you mean "some"') as raised:
        load(KINDS, path=write_rulebook(tmp_path), profile="som")
    assert raised.value.advice == "Choose one of: all, some."


def test_unknown_profile_of_a_wrong_rulebook_tells_what_is_wrong_with_the_rulebook(tmp_path: Path) -> None:
    path = write_rulebook(tmp_path, main=changed('included = ["body"]', 'included = ["bodi"]'))
    with pytest.raises(RulebookError, match="bodi"):
        load(KINDS, path=path, profile="some")


def test_stamp_changes_exactly_with_the_demands(tmp_path: Path) -> None:
    path = write_rulebook(tmp_path)
    stamp = load(KINDS, path=path).stamp
    assert (stamp.id, stamp.edition, stamp.builtin) == ("small", "1", False)
    assert load(KINDS, path=path).stamp == stamp
    assert load(KINDS, path=path, profile="all").stamp == stamp
    assert load(KINDS, path=path, profile="some").stamp.sha256 != stamp.sha256
    for changes in ({"main": MAIN + "\n"}, {"subjects": SUBJECTS + "\n"}, {"catalogue": CATALOGUE + "\n"}):
        assert load(KINDS, path=write_rulebook(tmp_path, **changes)).stamp.sha256 != stamp.sha256


def test_files_beside_are_taken_from_the_program_where_there_are_none(tmp_path: Path) -> None:
    names = changed("small.subjects.toml", "exin-itsm20k-master-201607.subjects.toml")
    names = changed("small.catalogue.toml", "exin-itsm20k-master-201607.catalogue.toml", names)
    path = write_rulebook(tmp_path, main=changed('subject = "area"', 'subject = "risks"', names))
    assert "pdca" in load(KINDS, path=path).rules[1].params.subjects


def test_catalogue_of_the_user_replaces_the_named_one(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(CATALOGUE.replace('id = "small"', 'id = "own"'), encoding="utf-8")
    rulebook = load(KINDS, path=write_rulebook(tmp_path), catalogue=own)
    assert rulebook.catalogue.id == "own"


def test_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    assert load(KINDS, path=write_rulebook(tmp_path, main="\ufeff" + MAIN)).title == "A small rulebook"


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('title = "Length"', 'titel = "L"\ntitle = "Length"', 'rule LEN001: titel: unknown key; did you mean "title"?'),
        ('clause = "4"\n', "", "rule LEN001: clause: missing"),
        ('code = "LEN001"\n', "", "rule number 1: code: missing"),
        ('code = "LEN001"', 'code = "LEN1"', 'rule LEN1: code: should be written like "LEN001", not "LEN1"'),
        ('name = "risks"', 'name = "Risks!"', 'rule CON001: name: should be written like "word-count", not "Risks!"'),
        ('element = "risks"', 'element = "Risks"', 'rule CON001: element: should be written like "lessons_learned", not "Risks"'),
        ('code = "CON001"', 'code = "LEN001"', "rule LEN001: code: LEN001 is already the code of rule LEN001"),
        ('severity = "error"', 'severity = "eror"', 'rule LEN001: severity: unknown value "eror"; did you mean "error"?'),
        ('["report"]', '["raport"]', 'rule LEN001: applies_to.0: unknown value "raport"; did you mean "report"?'),
        ('["report"]', '"report"', 'rule LEN001: applies_to: should be a list, not "report"'),
        ('title = "Length"', "title = 3", "rule LEN001: title: should be text in quotes, not 3"),
        ('group = "Form"', 'group = "Forms"', 'rule LEN001: group: unknown group "Forms"; did you mean "Form"?'),
        ('check = "measure"', 'check = "measures"', 'rule LEN001: check: unknown kind of check "measures"; did you mean "measure"?'),
        ("target = 10", 'target = "10"', 'rule LEN001: params.target: should be a whole number, not "10"'),
        ("target = 10", "target = 10.5", "rule LEN001: params.target: should be a whole number, not 10.5"),
        ("target = 10", "target = 0", "rule LEN001: params: target should be positive"),
        ("target = 10", "", "rule LEN001: params.target: missing"),
        ("target = 10", "target = 10\ntolerence = 1", 'rule LEN001: params.tolerence: unknown key; did you mean "tolerance"?'),
        ("target = 10", "target = 10\ntolerance = nan", "rule LEN001: params.tolerance: should be a finite number, not nan"),
        ("target = 10", "target = 10\ntolerance = true", "rule LEN001: params.tolerance: should be a number, not True"),
        ("target = 10", 'target = 10\nunit = "lines"', 'rule LEN001: params.unit: unknown value "lines"; known: pages, words'),
        (
            "target = 10",
            'target = 10\nparts = [{ name = "a", title = ["b"] }]',
            'rule LEN001: params.parts.0.title: unknown key; did you mean "titles"?',
        ),
        (
            "target = 10",
            'target = 10\nlast = { nam = "a", name = "b" }',
            'rule LEN001: params.last.nam: unknown key; did you mean "name"?',
        ),
        ("target = 10", f"target = 10\nparts = {'[' * 300}{']' * 300}", "rule LEN001: is nested too deeply"),
        ("target = 10", "target = 10\nparts = [1]", "rule LEN001: params.parts.0: should be a table, not 1"),
        ("target = 10", "target = 10\nparts = [{ }]", "rule LEN001: params.parts.0.name: missing"),
        ("target = 10", "target = 10\nnotes = 3", "rule LEN001: params.notes: should be a table, not 3"),
        ("target = 10", 'target = 10\nprofile = "al"', 'rule LEN001: params.profile: unknown profile "al"; did you mean "all"?'),
        ("target = 10", "target = 10\nprofiles = { }", "rule LEN001: params.profiles: is what the rulebook holds; a rule cannot give it"),
        ('subject = "risks"', 'subject = "risk"', 'rule CON001: params.subject: unknown subject "risk"; did you mean "risks"?'),
        ('subject = "risks"', "subject = 3", "rule CON001: params.subject: unknown subject 3; known: area, risks"),
        ('subject = "risks"', "", "rule CON001: params.subject: missing"),
        ('fail = "none"', "", "rule CON001: messages.fail: missing"),
        ('fail = "none"', 'fail = "none"\nfial = "x"', 'rule CON001: messages.fial: unknown case "fial"; did you mean "fail"?'),
        (
            'fail = "none"',
            'fail = "none"\n[rule.advice_for]\nfial = "x"',
            'rule CON001: advice_for.fial: unknown case "fial"; did you mean "fail"?',
        ),
        ('fail = "none"', 'fail = "none"\npass = "{x}"', 'rule CON001: messages.pass: unknown placeholder "x"'),
        ("{words:,} words", "{word} words", 'rule LEN001: messages.pass: unknown placeholder "word"; did you mean "words"?'),
        ("{words:,} words", "{words.real}", 'rule LEN001: messages.pass: unknown placeholder "words.real"; did you mean "words"?'),
        ("{words:,} words", "{} words", 'rule LEN001: messages.pass: unknown placeholder ""; known: words'),
        (
            "{words:,} words",
            "{words:99999999999} words",
            "rule LEN001: messages.pass: {words} may only be followed by a format such as :, or :.1f or :.0%",
        ),
        (
            "{words:,} words",
            "{words!r} words",
            "rule LEN001: messages.pass: {words} may only be followed by a format such as :, or :.1f or :.0%",
        ),
        (
            "{words:,} words",
            "{words words",
            "rule LEN001: messages.pass: is no template: expected '}' before end of string; write a brace of the text twice",
        ),
        ('requires = ["length"]', 'requires = ["lenght"]', 'rule CON001: requires: unknown rule "lenght"; did you mean "length"?'),
        ('requires = ["length"]', 'requires = ["risks"]', "requires: a circle: risks requires risks"),
        ('id = "small"\n', "", "[rulebook]: id: missing"),
        ('profile = "all"', 'profile = "al"', '[rulebook]: profile: unknown profile "al"; did you mean "all"?'),
        ('order = ["Form", "Content"]', "order = 3", "[groups]: order: should be a list, not 3"),
        (
            'included = ["body"]',
            'included = ["bodi"]',
            '[profiles]: some.included.0: unknown value "bodi"; did you mean "body"?',
        ),
        ('title = "less"', 'titel = "less"\ntitle = ""', '[profiles]: some.titel: unknown key; did you mean "title"?'),
        ('subject = "area"', 'subject = "areas"', '[areas]: A1.subject: unknown subject "areas"; did you mean "area"?'),
        ("[areas.A1]", "[aeras.A1]", 'unknown table "aeras"; did you mean "areas"?'),
        (
            "[groups]",
            "[recognition.book]\ntitles = []\nheadings = []\nwords = [1, 2]\n[groups]",
            '[recognition]: book.[key]: unknown value "book"; known: presentation, proposal, report, resume',
        ),
        (
            "[groups]",
            "[recognition.report]\ntitles = []\nheadings = []\nwords = [1]\n[groups]",
            "[recognition]: report.words.1: missing",
        ),
        (
            "[groups]",
            '[[side_entry]]\nlevel = ""\nholding = ""\ntaking = ""\nsource = ""\nas_of = 3\n[groups]',
            "[side_entry]: 0.as_of: should be a date such as 2016-07-01, not 3",
        ),
    ],
)
def test_mistake_is_told_with_its_place(tmp_path: Path, old: str, new: str, mistake: str | None) -> None:
    found = mistakes_in(tmp_path, main=changed(old, new))
    assert found == [f"small.toml: {mistake}"]


def test_names_are_unique(tmp_path: Path) -> None:
    main = changed('name = "risks"', 'name = "length"', changed('requires = ["length"]', ""))
    assert mistakes_in(tmp_path, main=main) == ["small.toml: rule CON001: name: length is already the name of rule LEN001"]


def test_circle_is_told_once_in_the_order_of_its_rules(tmp_path: Path) -> None:
    main = changed('group = "Form"', 'group = "Form"\nrequires = ["risks"]')
    (mistake,) = mistakes_in(tmp_path, main=main)
    assert mistake in {
        "small.toml: requires: a circle: length requires risks requires length",
        "small.toml: requires: a circle: risks requires length requires risks",
    }


def test_every_circle_is_told(tmp_path: Path) -> None:
    main = changed('requires = ["length"]', 'requires = ["risks"]')
    main = changed('group = "Form"\nadvice', 'group = "Form"\nrequires = ["length"]\nadvice', main)
    circles = ["small.toml: requires: a circle: length requires length", "small.toml: requires: a circle: risks requires risks"]
    assert sorted(mistakes_in(tmp_path, main=main)) == circles


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    main = changed("target = 10", 'target = "10"', changed('fail = "none"', "", changed('order = ["Form", "Content"]', "order = 3")))
    found = mistakes_in(
        tmp_path,
        main=changed('title = "less"', "title = 1", main),
        subjects=changed("required = true", 'required = "yes"', SUBJECTS),
        catalogue=changed("provisional = false", "provisional = 0", CATALOGUE),
    )
    assert sorted(found) == [
        "small.catalogue.toml: requirement 1: specification.0.provisional: should be true or false, not 0",
        'small.subjects.toml: subject risks: cues.0.required: should be true or false, not "yes"',
        "small.toml: [groups]: order: should be a list, not 3",
        "small.toml: [profiles]: some.title: should be text in quotes, not 1",
        "small.toml: rule CON001: messages.fail: missing",
        'small.toml: rule LEN001: params.target: should be a whole number, not "10"',
    ]


def test_rule_that_does_not_fit_is_still_known_to_those_that_require_it(tmp_path: Path) -> None:
    assert mistakes_in(tmp_path, main=changed('title = "Length"', "title = 1")) == [
        "small.toml: rule LEN001: title: should be text in quotes, not 1"
    ]


def test_rules_of_a_rulebook_without_heading_are_still_judged(tmp_path: Path) -> None:
    main = changed('edition = "1"\n', "", changed('severity = "error"', 'severity = "eror"'))
    assert mistakes_in(tmp_path, main=main) == [
        "small.toml: [rulebook]: edition: missing",
        'small.toml: rule LEN001: severity: unknown value "eror"; did you mean "error"?',
    ]


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('id = "area"', 'id = "area"\ncue = []', 'subject area: cue: unknown key; did you mean "cues"?'),
        ('id = "area"', 'id = "area"\n[[subject]]\nid = "area"', "subject area: id is used twice"),
        ('id = "area"', 'id = "area"\n[[subject]]', "subject number 3: id: missing"),
        ('id = "area"', 'id = "area"\n[subjects]', 'unknown table "subjects"; did you mean "subject"?'),
    ],
)
def test_mistake_in_a_subject_is_told(tmp_path: Path, old: str, new: str, mistake: str) -> None:
    assert mistakes_in(tmp_path, subjects=changed(old, new, SUBJECTS)) == [f"small.subjects.toml: {mistake}"]


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("[catalogue]\nid", "[catalogue]\nidd = 3\nid", '[catalogue]: idd: unknown key; did you mean "id"?'),
        ('[catalogue]\nid = "small"', "", "[catalogue]: id: missing"),
        ('id = "1.2"', 'id = "1.1"', "requirement 1: id 1.1 is used twice"),
        ('id = "1"', 'id = "1"\nalias = 3', "requirement 1: alias: unknown key; known: id, specification, title"),
        ('titles = ["change"]', 'title = ["change"]', 'requirement 1: specification.0.subject.title: unknown key; did you mean "titles"?'),
        ('{ titles = ["change"] }', "3", "requirement 1: specification.0.subject: should be a table, not 3"),
        ('[[requirement]]\nid = "1"', "[[requirement]]\nid = 1", "requirement number 1: id: should be text in quotes, not 1"),
    ],
)
def test_mistake_in_a_catalogue_is_told(tmp_path: Path, old: str, new: str, mistake: str) -> None:
    assert mistakes_in(tmp_path, catalogue=changed(old, new, CATALOGUE)) == [f"small.catalogue.toml: {mistake}"]


def test_wrong_shapes_of_tables_are_told(tmp_path: Path) -> None:
    head = MAIN[: MAIN.index("[[rule]]")]
    assert mistakes_in(tmp_path, main=f"rule = 3\n{head}") == ["small.toml: rule should be an array of tables: [[rule]]"]
    assert mistakes_in(tmp_path, main=f"rule = [3]\n{head}") == ["small.toml: rule number 1: should be a table, not 3"]
    catalogue = 'requirement = [3, { id = "1", title = "", specification = [3] }, { id = "2" }]\n[catalogue]\nid = ""'
    assert mistakes_in(tmp_path, catalogue=catalogue) == [
        "small.catalogue.toml: requirement number 1: should be a table, not 3",
        "small.catalogue.toml: requirement 1: specification.0: should be a table, not 3",
        "small.catalogue.toml: requirement 2: title: missing",
        "small.catalogue.toml: requirement 2: specification: missing",
    ]


def test_missing_file_beside_says_nothing_of_the_names_in_it(tmp_path: Path) -> None:
    main = changed("small.subjects.toml", "none.toml", changed("small.catalogue.toml", "nothing.toml"))
    assert mistakes_in(tmp_path, main=main) == [
        "none.toml: cannot be read: No such file or directory",
        "nothing.toml: cannot be read: No such file or directory",
    ]


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        (b"[rulebook", "is not TOML: Expected ']' at the end of a table declaration (at end of document)"),
        (b"a = \xff", "is not UTF-8 text: byte 4 is not"),
        (b"a = " + b"[" * 100_000, "is nested too deeply"),
        (b"#" * (sources.LARGEST_FILE + 1), "larger than 4 MiB"),
    ],
    ids=["no TOML", "no UTF-8", "nested", "large"],
)
def test_file_that_is_no_rulebook_is_told_as_one(tmp_path: Path, content: bytes, mistake: str) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(content)
    with pytest.raises(RulebookError) as raised:
        load(KINDS, path=path)
    assert raised.value.message == f"own.toml: the rulebook has an error:\n  own.toml: {mistake}"


def test_folder_is_no_rulebook(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="cannot be read: Is a directory"):
        load(KINDS, path=tmp_path)


def test_missing_rulebook_is_told(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match=r"none\.toml: cannot be read: No such file"):
        load(KINDS, path=tmp_path / "none.toml")


def test_dates_are_read(tmp_path: Path) -> None:
    entry = '[[side_entry]]\nlevel = "a"\nholding = "b"\ntaking = "c"\nsource = "d"\nas_of = 2010-07-01\n[groups]'
    (read,) = load(KINDS, path=write_rulebook(tmp_path, main=changed("[groups]", entry))).side_entries
    assert read == replace(read, as_of=date(2010, 7, 1))


@pytest.mark.parametrize("changes", [{"main": ""}, {"subjects": ""}, {"catalogue": ""}])
def test_an_empty_file_is_told(tmp_path: Path, changes: dict[str, str]) -> None:
    (name,) = changes
    file = "small.toml" if name == "main" else f"small.{name}.toml"
    assert mistakes_in(tmp_path, **changes) == [f"{file}: is empty"]
