"""Makes the documents in templates/: what `mastercheck new` makes.

python docs/make_templates.py
"""

from pathlib import Path

from mastercheck.checks import kinds_by_name
from mastercheck.render.word_template import word_template
from mastercheck.rulebook.loader import load

TEMPLATES = Path(__file__).parents[1] / "templates"


def main() -> None:
    """Write a template for every kind that the rulebook has one for."""
    for kind, template in load(kinds_by_name()).templates.items():
        (TEMPLATES / f"{kind.value}-template.docx").write_bytes(word_template(template, kind))


if __name__ == "__main__":
    main()
