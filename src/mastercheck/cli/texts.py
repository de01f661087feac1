r"""What `--help` says. A line with nothing but "\b" keeps the line breaks of the paragraph after it."""

PROGRAM = """Check a proposal or Master report against EXIN's participant guide.

mastercheck reads a Word document (DOCX) or a PDF and says, point by point, what the guide asks for, what your document meets, where it
saw that, and what to do about the rest. It never changes your document, and sends nothing anywhere (unless you name a cluster of yours).

\b
Begin with one of these:
  mastercheck new report my-report.docx     make a Word document to write in
  mastercheck check my-report.docx          check what you have written
  mastercheck count my-report.docx          see which words count
  mastercheck annotate my-report.docx       get a copy with comments
  mastercheck explain pdca                  read why a rule is there

Type one of them on a line of its own and press Enter. The file's name must say where the file lies: the easiest way is to drag the file
onto this window. Put a name that holds spaces between quotation marks: "my report.docx".
"""

ENDS = """\b
What the program ends with (the exit code, for scripts):
  0    every document is compliant, or a person must look at something
  1    a document is not compliant
  2    the command or the settings are wrong, or a file does not exist
  3    a document could not be read
  4    the rulebook or the catalogue has errors
  5    there was no document to check
  70   a fault of the program: please report it
  130  interrupted
With several documents the most serious of 70, 3, 1 and 0 wins.
"""

EPILOG = f"""Each command has a help of its own, for example: mastercheck check --help

{ENDS}"""

CHECK = """Check documents against the guide.

For each document the report says what is met, what is missing and what a person must look at, with the place in the text and with what
to do. Whether it is a Master report or a proposal is recognised from the document itself.

A folder stands for all documents in it and below. A document that crashes, hangs or needs too much memory gets a line that says so, and the
others go on. Ctrl+C ends the run with a report on what is done. A document that has not changed is not checked twice.

\b
Examples:
  mastercheck check my-report.docx
  mastercheck check proposal.pdf --kind proposal
  mastercheck check submissions --exclude drafts/
  mastercheck check submissions --format json --output results.json
"""

COUNT = """Count the words of a document, by part and by chapter.

The guide does not say which words count, so there are several ways of counting (profiles), and the figure of each is shown. Counted and
not counted words always add up to the total. Hidden and deleted words are shown, and never count.

\b
Examples:
  mastercheck count my-report.docx
  mastercheck count my-report.docx --profile word
  mastercheck count my-report.docx --text
  mastercheck count my-report.docx --against my-report.pdf
"""

COMPARE = """Compare two drafts of the same document, Word or PDF: what became better, what became worse, what is left.

Shown are the gaps that were closed, opened and are still open, the verdict before and now, and the words before and now, in total and by
section. The program ends with what check would end with for the new draft: 0, 1 or 3; with 3 also where the old one cannot be read.

\b
Examples:
  mastercheck compare draft-1.docx draft-2.docx
  mastercheck compare draft-1.docx final.pdf --format markdown
"""

WATCH = """Check a document now, and again whenever you save it.

At first the whole report is shown, and after each save what changed since the save before. Leave the window open beside Word while you
write. Press Ctrl+C to stop; the program then ends with 0, whatever the document lacks.

\b
Examples:
  mastercheck watch my-report.docx
  mastercheck watch proposal.docx --kind proposal
"""

SIMILAR = """Show passages that two submissions share, each with both places, and how much of each document that is.

Left out are template text, quotations, literature, headings, title block and contents. A few changed words, another spelling or another
file format do not hide a passage. What is found is a sign for a person to read both places, never a verdict.

The program ends with 0 whatever is shared; with 3 where a document could not be read (the others are compared all the same); with 5
where there is nothing to compare.

\b
Examples:
  mastercheck similar submissions
  mastercheck similar submissions --against submissions-2016
  mastercheck similar submissions --format csv > shared.csv
"""

ANNOTATE = """Make a copy of a document with each finding as a comment at its place.

What is to correct, to improve and to look at stands at the words that it is about; a summary at the title holds the verdict, what to do
next, and what is missing. In a Word document these are comments, in a PDF highlights and notes. The document itself is never changed.

\b
Examples:
  mastercheck annotate my-report.docx
  mastercheck annotate my-report.docx -o for-my-tutor.docx
  mastercheck annotate proposal.pdf --kind proposal --force
"""

RULES = """List all rules: their codes and names, what they judge, and the chapters of the guide that they come from.

\b
Examples:
  mastercheck rules
  mastercheck rules --format markdown
"""

EXPLAIN = """Explain a rule: what the guide asks, why, how it is judged, and how to put it right.

A sample that meets the rule and one that does not are shown with it, and how often the rule was right on documents of which that is known.
With a document, its best passages about an element are shown instead, with what spoke for and against each.

\b
Examples:
  mastercheck explain CON004
  mastercheck explain pdca
  mastercheck explain pdca --document my-report.docx
"""

NEW = """Make a Word document with the right headings, and what to write under each.

It never writes over a file that is there already.

\b
Examples:
  mastercheck new report my-report.docx
  mastercheck new proposal
"""

CONFIG = """Show which settings are in force, and where each comes from.

Settings stand in mastercheck.toml, or in the table [tool.mastercheck] of pyproject.toml, in this folder or one above it. An option that is
typed always counts before them.

\b
Examples:
  mastercheck config show
  mastercheck config show --format json
"""

DOCTOR = """Say what this installation has: versions of its libraries, ways of counting pages, limits, and the fonts of a document.

The number of pages of a Word document depends on fonts. With a document, each of its fonts is listed with what this machine has in its
place.

\b
Examples:
  mastercheck doctor
  mastercheck doctor proposal.docx
"""

CACHE = """Show or clear the results that are kept.

What was found in a document is kept, so that checking it again takes no time as long as neither it nor the program nor the rulebook has
changed. The folder holds short quotations from the documents. MASTERCHECK_CACHE_DIR names another folder; `check --no-cache` does without.

\b
Examples:
  mastercheck cache show
  mastercheck cache clear
"""
