"""The parts of the report on a terminal: what each says of which facts."""

import io

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from mastercheck.model.document import DocumentKind, PageCount, PageEngine
from mastercheck.model.report import (
    DeclaredSpecification,
    DocumentReport,
    EvidencedSpecification,
    Finding,
    KindSource,
    Outcome,
    ProjectArea,
    RulebookStamp,
    Severity,
    SpecificationCoverage,
    Verdict,
)
from mastercheck.render.tally import tally
from mastercheck.render.terminal.bar import draw_bar
from mastercheck.render.terminal.closing import write_closing, write_steps
from mastercheck.render.terminal.elements import write_elements
from mastercheck.render.terminal.findings import write_findings
from mastercheck.render.terminal.header import write_header
from mastercheck.render.terminal.places import describe_place, name_place
from mastercheck.render.terminal.sheet import Sheet, sheet_for
from mastercheck.render.terminal.specifications import write_areas, write_specifications
from mastercheck.render.terminal.summary import write_summary
from mastercheck.render.terminal.symbols import express
from report_builders import STAMP, compliant, document, draft, place, proposal, report, result, rulebook, words


def sheet(width: int = 80) -> Sheet:
    """A sheet without colour."""
    return sheet_for(Console(file=io.StringIO(), width=width, color_system=None, legacy_windows=False))


def plain(lines: object) -> str:
    """Lines as they are written."""
    return "\n".join(line.plain.replace("\u00a0", " ") for line in lines)  # type: ignore[attr-defined]


def head(made: DocumentReport, stamp: RulebookStamp = STAMP, width: int = 80) -> str:
    return plain(write_header(made, stamp, sheet(width)))


def bar(count: int, width: int = 70, **more: object) -> str:
    return plain([draw_bar(words(count, **more), sheet(), width)])


class TestBar:
    def test_count_between_the_bounds_stands_between_them(self) -> None:
        assert bar(6000, 41) == "5,400 ├────────●────────┤ 6,600  600 left"

    @pytest.mark.parametrize(("count", "said"), [(5400, "├●"), (6600, "●┤"), (6600, "0 left"), (5400, "1,200 left")])
    def test_bounds_belong_to_what_is_allowed(self, count: int, said: str) -> None:
        assert said in bar(count)

    def test_count_above_stands_after_the_upper_bound(self) -> None:
        assert bar(6601).endswith("┤ 6,600 ─●  1 too many")
        assert bar(60000).endswith("┤ 6,600 ──────●  53,400 too many")

    def test_count_below_stands_before_the_lower_bound(self) -> None:
        assert bar(5399).startswith("●─ 5,400 ├")
        assert bar(5399).endswith("1 too few")
        assert bar(0).startswith("●────── 5,400 ├")

    @pytest.mark.parametrize(
        ("bounds", "said"),
        [
            ({"minimum": None, "maximum": None}, "no bounds"),
            ({"minimum": None}, "at most 6,600  100 left"),
            ({"maximum": None}, "at least 5,400"),
            ({"minimum": 7000, "maximum": None}, "at least 7,000  500 too few"),
        ],
    )
    def test_without_both_bounds_there_is_no_bar(self, bounds: dict[str, int | None], said: str) -> None:
        assert bar(6500, **bounds) == said

    def test_equal_bounds_are_drawn(self) -> None:
        assert "├●" in bar(6000, minimum=6000, maximum=6000)


class TestHeader:
    def test_difference_from_the_status_bar_is_explained(self) -> None:
        assert "status bar shows 7,031; not counted here: title block 21," in head(draft())

    def test_equal_status_bar_is_said_in_one_line(self) -> None:
        assert "Word's status bar shows the same (profile exin)" in head(proposal())

    def test_difference_that_zones_do_not_explain_is_not_explained_by_them(self) -> None:
        said = head(document(words=words(6000, word_status_bar=5000)), width=120)
        assert "shows 5,000, since it takes in other parts than the profile exin" in said
        assert "title block" not in said

    def test_pdf_is_not_open_in_word(self) -> None:
        assert "Word would show 6,631" in head(compliant())

    def test_words_outside_the_printed_text_are_told(self) -> None:
        zones = {**words().zones, "deleted": 12, "hidden": 80}
        said = head(document(words=words(inserted=31, zones=zones)), width=120)
        assert "31 tracked as inserted: counted · 12 deleted: not counted · 80 hidden: not counted" in said

    @pytest.mark.parametrize(
        ("pages", "maximum", "said"),
        [
            (PageCount(count=2, engine=PageEngine.PDF, certain=True), 2, "2        at most 2 · counted in the PDF"),
            (PageCount(count=3, engine=PageEngine.STORED, certain=True), 2, "3        at most 2 · 1 too many · as stored by Word"),
            (PageCount(count=3, engine=PageEngine.ESTIMATED, certain=False), 2, "about 3  at most 2 · 1 too many · estimated"),
            (PageCount(count=1, engine=PageEngine.OFFICE, certain=True, fill_of_last_page=1.0), None, "no limit · laid out by an office"),
        ],
    )
    def test_pages_are_told_with_limit_and_engine(self, pages: PageCount, maximum: int | None, said: str) -> None:
        assert said in head(document(pages=pages, page_maximum=maximum))

    def test_another_rulebook_is_said_not_to_be_the_built_in_one(self) -> None:
        said = head(document(), RulebookStamp(id="mine", edition="2017", sha256="", builtin=False))
        assert "rulebook 2017" in said
        assert "mine, edition 2017: not the built-in rulebook" in said
        assert "not the built-in" not in head(document())

    def test_assumed_kind_is_said_to_be_assumed(self) -> None:
        assert "taken for a Proposal by its length alone" in head(document(kind=DocumentKind.PROPOSAL, kind_source=KindSource.ASSUMED))
        assert "taken for" not in head(document(kind_source=KindSource.GIVEN))

    def test_long_path_keeps_its_end(self) -> None:
        first = head(document(path=f"{'folder/' * 20}final.docx")).splitlines()[0]
        assert "…" in first
        assert "/final.docx ─" in first
        assert cell_len(first) == 80


class TestElements:
    @pytest.mark.parametrize(
        ("code", "outcome", "severity", "sign"),
        [
            ("CON001", Outcome.PASS, Severity.ERROR, "✔ met"),
            ("CON001", Outcome.FAIL, Severity.ERROR, "✘ missing"),
            ("LEN001", Outcome.FAIL, Severity.WARNING, "✘ not met"),
            ("CON001", Outcome.REVIEW, Severity.ERROR, "? look"),
            ("CON001", Outcome.FAIL, Severity.NOTE, "· note"),
            ("CON001", Outcome.REVIEW, Severity.NOTE, "· note"),
            ("CON001", Outcome.NOT_APPLICABLE, Severity.ERROR, "\u2013 not asked"),
            ("CON001", Outcome.ERROR, Severity.NOTE, "! crashed"),
        ],
    )
    def test_every_outcome_has_a_sign_and_a_word(self, code: str, outcome: Outcome, severity: Severity, sign: str) -> None:
        lines = plain(write_elements(document(result(code, "Title", outcome, severity=severity)), rulebook(), sheet())).splitlines()
        assert lines[2].startswith(f"  {sign} ")
        assert "Title" in lines[2]

    def test_groups_stand_in_the_rulebooks_order_and_unknown_ones_last(self) -> None:
        results = [result(group=group) for group in ("Strange", "Leftovers", "Introduction", "Strange")]
        lines = plain(write_elements(document(*results), rulebook(), sheet())).splitlines()
        assert [line.split()[0] for line in lines if line.endswith("guide 4, 6")] == ["Introduction", "Leftovers", "Strange"]

    def test_chapters_of_the_guide_are_told_once(self) -> None:
        results = [result(clause="4; 6 proposal template"), result(clause="5.3"), result(clause="")]
        assert "guide 4, 5.3, 6" in plain(write_elements(document(*results), rulebook(), sheet()))
        assert "guide" not in plain(write_elements(document(result(clause="")), rulebook(), sheet()))

    def test_what_is_met_is_quoted_and_what_is_not_refers_to_its_finding(self) -> None:
        where = place("3.2 The road", 7, "we weighed")
        met = plain(write_elements(document(result("CON001", "Risks", Outcome.PASS, where)), rulebook(), sheet()))
        assert "3.2, p. 7" in met
        assert '"we weighed"' in met
        failed = plain(write_elements(document(result("CON001", "Risks", Outcome.REVIEW, where)), rulebook(), sheet()))
        assert "CON001  3.2, p. 7" in failed
        assert "we weighed" not in failed

    def test_quote_that_only_repeats_the_heading_is_left_out(self) -> None:
        made = document(result("STR001", "Chapters", Outcome.PASS, place("1 Introduction", 2, "Introduction")))
        assert "Introduction" not in plain(write_elements(made, rulebook(), sheet()))

    def test_place_that_would_have_to_be_cut_is_left_to_the_finding(self) -> None:
        made = document(result("CON001", "Risks", Outcome.REVIEW, place("A heading that is rather long", 7)))
        assert plain(write_elements(made, rulebook(), sheet())).endswith("CON001")

    def test_reason_why_something_is_not_asked_is_told(self) -> None:
        made = document(result(outcome=Outcome.NOT_APPLICABLE, message="The text cites nothing."))
        assert "The text cites nothing." in plain(write_elements(made, rulebook(), sheet()))


class TestPlaces:
    @pytest.mark.parametrize(
        ("where", "said"),
        [
            (place("3.2 Risks", 8), "3.2, p. 8"),
            (place("3.2. Risks", 8), "3.2, p. 8"),
            (place("B.1 Costs"), "B.1"),
            (place("4) Plan", 2), "4, p. 2"),
            (place("2016 was a year", 2), "2016 was a…, p. 2"),
            (place("Risks", 8), "Risks, p. 8"),
            (place("A long heading that goes on", 112), "A long…, p. 112"),
            (place("", 8, paragraph=3), "p. 8"),
            (place("", None, paragraph=3), "paragraph 3"),
            (place(), ""),
            (None, ""),
        ],
    )
    def test_place_is_told_in_few_letters(self, where: object, said: str) -> None:
        assert plain([name_place(where, sheet(), 19)]) == said  # type: ignore[arg-type]

    def test_place_is_told_in_full(self) -> None:
        assert plain([describe_place(place("3.2 Risks of the road", 8), sheet())]) == "3.2 Risks of the road, p. 8"
        assert plain([describe_place(place(paragraph=4), sheet())]) == "paragraph 4"


class TestSpecifications:
    def coverage(self, *, kind: DocumentKind = DocumentKind.REPORT, **more: object) -> str:
        given = {"requirements": {"1": "Setting", "2": "Directing"}, **more}
        made = document(kind=kind, exam_specifications=SpecificationCoverage(**given))  # type: ignore[arg-type]
        return plain(write_specifications(made, rulebook(), sheet()))

    def declared(self, name: str | None, requirement: str | None) -> DeclaredSpecification:
        return DeclaredSpecification(id=name, title="Manage change", requirement=requirement, location=place("1.4 Specs", 4))

    def test_nothing_is_said_where_nothing_is_known(self) -> None:
        assert plain(write_specifications(document(), rulebook(), sheet())) == ""

    def test_requirements_without_a_specification_are_told_together(self) -> None:
        assert "1, 2: none declared" in self.coverage()

    def test_nothing_is_said_of_none_where_all_requirements_are_declared(self) -> None:
        said = self.coverage(declared=(self.declared("P1.1", "1"), self.declared("P2.1", "2")))
        assert "none declared" not in said

    def test_specification_that_is_not_in_the_catalogue_stands_apart(self) -> None:
        said = self.coverage(declared=(self.declared(None, None),))
        assert "Not in the catalogue\n     └ Manage change\n       declared 1.4, p. 4 · not shown" in said

    def test_a_proposal_is_not_asked_to_show_anything(self) -> None:
        said = self.coverage(kind=DocumentKind.PROPOSAL, declared=(self.declared("P2.1", "2"),))
        assert "declared 1.4, p. 4" in said
        assert "not shown" not in said

    def test_what_is_shown_but_not_declared_is_told(self) -> None:
        shown = [EvidencedSpecification(id=f"P2.{n}", title="Lead", requirement="2", passages=(place("3 Work", 9),)) for n in range(1, 8)]
        said = self.coverage(evidenced=tuple(shown))
        assert "Shown, but not declared:\n     · P2.1 Lead\n     · P2.2 Lead\n     · P2.3 Lead\n     · P2.4 Lead\n       and 3 more" in said

    def test_specification_that_is_declared_twice_is_one(self) -> None:
        said = self.coverage(declared=(self.declared("P2.1", "2"), self.declared("P2.1", "2")))
        assert said.count("P2.1") == 1

    def test_places_are_told_once_and_not_all_of_many(self) -> None:
        passages = tuple(place(f"{number} Part", page=number) for number in (1, 1, 2, 3, 4, 5))
        shown = EvidencedSpecification(id="P2.1", title="Manage change", requirement="2", passages=passages)
        assert "shown 1, p. 1; 2, p. 2; 3, p. 3 and 2 more" in self.coverage(declared=(self.declared("P2.1", "2"),), evidenced=(shown,))

    def test_areas_are_all_told_and_others_after_them(self) -> None:
        areas = (ProjectArea(id="A2", title="Change", passages=(place("3 Work", 9),)), ProjectArea(id="X9", title="Other"))
        lines = plain(write_areas(document(project_areas=areas), rulebook(), sheet())).splitlines()
        assert [line.split()[0] for line in lines if line and line[4] != " "] == ["A1", "A2", "A3", "A4", "X9"]
        assert [line.split()[0] for line in lines if "3, p. 9" in line] == ["A2"]
        assert plain(write_areas(document(), rulebook(), sheet())) == ""


class TestFindings:
    def findings(self, *results: object) -> str:
        return plain(write_findings(tally(document(*results)), sheet()))  # type: ignore[arg-type]

    def test_findings_stand_by_what_they_ask_of_the_reader(self) -> None:
        said = self.findings(
            result("CON009", "Plan", Outcome.FAIL, severity=Severity.NOTE),
            result("CON002", "Options", Outcome.REVIEW),
            result("STR001", "Chapters", Outcome.FAIL, severity=Severity.WARNING),
            result("CON004", "PDCA", Outcome.FAIL),
            result("CON005", "Profile", Outcome.ERROR, severity=Severity.NOTE),
            result("CON006", "Objectives", Outcome.PASS),
            result("CON007", "Personal", Outcome.NOT_APPLICABLE),
        )
        order = ["To correct", "CON004", "CON005", "To improve", "STR001", "To look at", "CON002", "Notes", "CON009"]
        assert sorted(order, key=said.index) == order
        assert "CON006" not in said
        assert "CON007" not in said

    def test_many_findings_of_a_rule_are_capped(self) -> None:
        said = self.findings(result("LFT001", "Leftovers", Outcome.FAIL, *(place(f"{n} Part", n, f"<{n}>") for n in range(1, 18))))
        assert '5 Part, p. 5: "<5>"' in said
        assert "<6>" not in said
        assert "and 12 more: --format json shows all" in said

    def test_graver_findings_of_a_rule_come_first_and_what_passes_is_left_out(self) -> None:
        said = self.findings(
            result(
                "CIT001",
                "Citations",
                Outcome.FAIL,
                Finding(outcome=Outcome.PASS, message="Kotter is listed."),
                Finding(outcome=Outcome.REVIEW, message="Deming is not cited."),
                Finding(outcome=Outcome.FAIL, message="Senge is not listed."),
            )
        )
        assert said.index("Senge is not listed.") < said.index("to look at: Deming is not cited.")
        assert "Kotter" not in said

    def test_quote_that_the_message_has_is_not_told_again(self) -> None:
        said = self.findings(result("LFT001", "Leftovers", Outcome.FAIL, place("1 Part", 2, "<Date>"), message='Left: "<Date>".'))
        assert said.count("<Date>") == 1
        assert "1 Part, p. 2" in said

    def test_finding_without_place_that_repeats_its_rule_is_told_once(self) -> None:
        said = self.findings(result("CON001", "Problem", Outcome.FAIL, Finding(outcome=Outcome.FAIL, message="None."), message="None."))
        assert said.count("None.") == 1

    def test_crash_is_told_with_what_to_do_but_is_no_step(self) -> None:
        crashed = result("CON001", "Problem", Outcome.ERROR, message="The check crashed: KeyError.", advice="Report it.", clause="")
        assert "! CON001 problem\n    The check crashed: KeyError.\n    → Report it." in self.findings(crashed)
        assert plain(write_steps(document(crashed), sheet())) == ""


class TestClosing:
    def test_steps_are_the_three_gravest(self) -> None:
        results = [
            result("CON001", "Look", Outcome.REVIEW),
            result("STR001", "Improve", Outcome.FAIL, severity=Severity.WARNING, advice="Use a style."),
            result("CON002", "First", Outcome.FAIL, advice="Add 1.5 pages. Then rest."),
            result("CON003", "Second", Outcome.FAIL, advice=""),
        ]
        said = plain(write_steps(document(*results), sheet()))
        assert said == "\n Next\n  1  First: Add 1.5 pages.\n  2  Second:\n  3  Improve: Use a style."

    def test_long_step_is_cut_after_two_lines(self) -> None:
        said = plain(write_steps(document(result("CON002", "First", Outcome.FAIL, advice="very " * 80 + "long.")), sheet()))
        assert len(said.splitlines()) == 4
        assert said.endswith("…")

    def test_people_are_told_what_only_they_can_judge(self) -> None:
        said = plain(write_closing(report(compliant()), rulebook(), sheet()))
        assert "· A real or realistic project" in said
        assert "No finding is no approval" in said
        assert "mastercheck explain CON001" in said

    def test_example_of_explain_is_what_comes_first(self) -> None:
        assert "explain CON004" in plain(write_closing(report(compliant(), draft()), rulebook(), sheet()))
        assert "explain CODE" in plain(write_closing(report(document()), rulebook(), sheet()))

    def test_nothing_is_said_of_approval_where_nothing_was_read(self) -> None:
        made = document(verdict=Verdict.UNREADABLE, error=object())
        assert plain(write_closing(report(made), rulebook(), sheet())) == ""


class TestSummary:
    def test_narrow_table_does_without_some_figures(self) -> None:
        wide = plain(write_summary(report(draft(), proposal()), sheet(80)))
        narrow = plain(write_summary(report(draft(), proposal()), sheet(48)))
        assert "pages" in wide
        assert "words" in wide
        assert "pages" not in narrow
        assert "correct" in narrow
        assert "~3" in wide

    def test_folder_that_all_share_is_told_once(self) -> None:
        said = plain(write_summary(report(document(path="drafts/2016/a.docx"), document(path="drafts/2016/ab.docx")), sheet()))
        assert "2 documents in drafts/2016/ " in said
        assert "\n  a.docx " in said
        assert said.count("drafts") == 1

    def test_document_without_figures_has_signs_in_their_place(self) -> None:
        line = plain(write_summary(report(document(path="a.docx"), document(path="a.docx")), sheet())).splitlines()[-1]
        assert line.split() == ["a.docx", "✔", "COMPLIANT", "\u2013", "\u2013", "0"]

    def test_candidates_have_a_column_where_there_is_room_and_else_a_line(self) -> None:
        several = report(draft(), proposal())
        wide, narrow = (plain(write_summary(several, sheet(width))).splitlines() for width in (90, 60))
        assert wide[-3].split() == ["document", "candidate", "verdict", "words", "pages", "to", "correct"]
        assert "  Ingvild" in wide[-2]
        assert narrow[-4].split() == ["document", "verdict", "words", "to", "correct"]
        assert narrow[-2] == "    Ingvild Sæther Moen"
        assert max(map(len, wide)) <= 90
        assert max(map(len, narrow)) <= 60

    def test_name_that_is_cut_keeps_its_beginning_and_its_end(self) -> None:
        names = [f"{who} on the management of IT services, final version.docx" for who in ("Ada Byron", "Max Born")]
        said = plain(write_summary(report(*(document(path=name) for name in names)), sheet(60)))
        assert "Ada Byron…rsion.docx" in said
        assert "Max Born…ersion.docx" in said

    def test_candidates_stand_below_where_documents_could_not_be_told_apart_beside_them(self) -> None:
        made = [document(path=f"student-{number}-report.docx", candidate="Ingvild Sæther Moen") for number in (1, 2)]
        said = plain(write_summary(report(*made), sheet(80))).splitlines()
        assert [line.split()[0] for line in said[-4:]] == ["student-1-report.docx", "Ingvild", "student-2-report.docx", "Ingvild"]

    def test_names_that_could_not_be_told_apart_take_several_lines(self) -> None:
        names = [f"A name that begins like others, {number}, and ends like others do.docx" for number in "12"]
        said = " ".join(plain(write_summary(report(*(document(path=name) for name in (*names, "b.docx"))), sheet(60))).split())
        assert "…" not in said
        assert "others, 1," in said
        assert "others, 2," in said

    def test_longest_names_leave_room_for_the_document(self) -> None:
        said = plain(write_summary(report(document(candidate="Name " * 40), document()), sheet(80))).splitlines()
        assert "report.docx" in said[-1]
        assert max(map(len, said)) <= 80


class TestSheet:
    def test_no_line_ends_where_words_are_bound(self) -> None:
        one = sheet()
        text = one.join([one.say("declared in"), one.bind("p. 12")], " ")
        assert [line.plain for line in one.wrap(text, 15)] == ["declared in", "p.\u00a012"]

    def test_bound_words_that_fit_on_no_line_are_parted_after_all(self) -> None:
        one = sheet()
        assert plain(one.wrap(one.bind("one two three"), 8)) == "one two\nthree"

    def test_wide_character_is_not_halved(self) -> None:
        one = sheet()
        assert [line.plain for line in one.wrap(Text("計画書"), 3)] == ["計", "画", "書"]
        assert one.cut("計画書計画書", 6) == "計画…"
        assert cell_len(one.cut_front("計画書計画書", 6)) <= 6

    def test_right_text_goes_below_where_there_is_no_room(self) -> None:
        one = sheet(40)
        assert plain(one.spread(Text("a" * 30), Text("b" * 20))) == f" {'a' * 30}\n {'b' * 20}"


class TestExpress:
    @pytest.mark.parametrize(
        ("text", "encoding", "written"),
        [
            ("café", "ascii", "cafe"),
            ("café", "latin-1", "café"),
            ("“a” … → €", "ascii", '"a" ... -> EUR'),
            ("計", "ascii", "?"),
            ("Łódź", "ascii", "Lodz"),
            ("½", "ascii", "1/2"),
            ("a\u0301", "ascii", "a"),
            ("é", "no-such-encoding", "e"),
        ],
    )
    def test_text_is_written_in_what_the_encoding_has(self, text: str, encoding: str, written: str) -> None:
        assert express(text, encoding) == written
