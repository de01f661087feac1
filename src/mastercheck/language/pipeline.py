"""Text to words: tokens and sentences by spaCy, word forms by stem, both spellings of English as one.

spaCy is imported when the first text is read, so that commands which read none do not pay for it. The tokenizer of its empty English
pipeline (`spacy.blank("en")`) gives the tokens, the marks of its sentencizer the sentences; neither needs a trained model.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import tomli

if TYPE_CHECKING:
    import Stemmer
    from spacy.tokenizer import Tokenizer

PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00a0\u2007\u202f\t\n\r\f\v", " "),
    }
)
"""Quotes, hyphens and spaces made plain, one character for one, so that places in the text stay what they are."""

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_CLITICS = frozenset({"'s", "'", "s'"})
_NUMBER = re.compile(r"\d[\d.,' ]*(?:st|nd|rd|th|k|m)?$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}$")
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})$")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words.

    Attributes:
        forms: every word as it is written, punctuation left out.
        keys: for every word the keys under which terms find it: its stem, then its classes ("{number}", "{month}").
        starts, ends: where each word stands in the text, in characters.
        sentences: index of the first word of every sentence, ascending; the first is 0 where there is a word.
    """

    forms: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Spelling:
    """The data of data/spelling.toml, made ready."""

    words: dict[str, str]
    roots: re.Pattern[str]
    classes: dict[str, tuple[str, ...]]


@cache
def load_data(name: str) -> dict[str, Any]:
    """Return a file of language/data."""
    return tomli.loads(resources.files("mastercheck.language").joinpath("data", name).read_text("utf-8"))


@cache
def _spelling() -> _Spelling:
    data = load_data("spelling.toml")
    classes: dict[str, list[str]] = {}
    for name, members in data["classes"].items():
        for member in members:
            classes.setdefault(member, []).append(f"{{{name}}}")
    roots = re.compile(rf"({'|'.join(sorted(data['ise_roots'], key=len, reverse=True))})s(?=[eia])")
    return _Spelling(dict(data["words"]), roots, {member: tuple(names) for member, names in classes.items()})


@cache
def _stemmer() -> "Stemmer.Stemmer":
    import Stemmer  # noqa: PLC0415 - only reading text needs it

    return Stemmer.Stemmer("english")


@cache
def stem(word: str) -> str:
    """Return the stem of a word in lower case, the same for both spellings ("organised", "organizing": "organiz")."""
    plain = unicodedata.normalize("NFKC", word).translate(PLAIN).casefold().strip("'.")
    spelling = _spelling()
    plain = spelling.words.get(plain, plain)
    match = spelling.roots.match(plain)
    if match:
        plain = f"{match[1]}z{plain[match.end() :]}"
    return str(_stemmer().stemWord(plain))


@cache
def keys_of(word: str) -> tuple[str, ...]:
    """Return the keys under which terms find a word; () for punctuation.

    The first key is the stem. The others are classes: "{number}", "{year}", "{clause}", "{date}" by form,
    the rest by the lists of data/spelling.toml ("{money}", "{month}", "{percent}").
    """
    classes = _spelling().classes.get(word) or _spelling().classes.get(word.casefold(), ())
    if not _LETTER_OR_DIGIT.search(word):
        return (word, *classes) if classes else ()
    if word.translate(PLAIN).casefold() in _CLITICS:
        return ()
    if word[0].isdigit():
        shapes = (("{number}", _NUMBER), ("{year}", _YEAR), ("{clause}", _CLAUSE), ("{date}", _DATE))
        classes = (*classes, *(name for name, shape in shapes if shape.match(word)))
    return (stem(word), *classes)


@cache
def _tokenizer() -> tuple["Tokenizer", frozenset[int]]:
    """Return spaCy's English tokenizer, and the tokens with which its sentencizer ends a sentence.

    It is the tokenizer of `spacy.blank("en")`, made without the pipeline around it, which would take longer to set up.
    """
    from spacy.lang.en import English  # noqa: PLC0415 - half a second that only reading text needs
    from spacy.pipeline import Sentencizer  # noqa: PLC0415 - the same
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415 - the same
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex  # noqa: PLC0415 - the same
    from spacy.vocab import create_vocab  # noqa: PLC0415 - the same

    rules = English.Defaults
    vocabulary = create_vocab("en", rules)
    tokenizer = Tokenizer(
        vocabulary,
        rules=rules.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(rules.prefixes or ()).search,
        suffix_search=compile_suffix_regex(rules.suffixes or ()).search,
        infix_finditer=compile_infix_regex(rules.infixes or ()).finditer,
        token_match=rules.token_match,
        url_match=rules.url_match,
    )
    return tokenizer, frozenset(vocabulary.strings.add(mark) for mark in Sentencizer.default_punct_chars)


def read_words(texts: Iterable[str]) -> Iterator[Words]:
    """Yield the words of every text, in order. Time and memory are linear in the texts.

    The rule of spaCy's sentencizer is applied to the array of tokens: its own pass makes an object of each token, which takes longer
    than all the rest.
    """
    from spacy.attrs import IDX, ORTH  # noqa: PLC0415 - compiled, and see _tokenizer

    tokenizer, marks = _tokenizer()
    strings = tokenizer.vocab.strings
    known: dict[int, tuple[str, tuple[str, ...]]] = {}
    for text in texts:
        forms: list[str] = []
        keys: list[tuple[str, ...]] = []
        starts: list[int] = []
        sentences: list[int] = []
        ended = True
        for orth, start in tokenizer(text.translate(PLAIN)).to_array([ORTH, IDX]).tolist():
            word = known.get(orth)
            if word is None:
                form = strings[orth]
                word = known[orth] = (form, keys_of(form))
            if word[1]:
                if not forms or (ended and orth not in marks):
                    sentences.append(len(forms))
                    ended = False
                forms.append(word[0])
                keys.append(word[1])
                starts.append(start)
            ended = ended or orth in marks
        ends = tuple([start + len(form) for start, form in zip(starts, forms, strict=True)])
        yield Words(tuple(forms), tuple(keys), tuple(starts), ends, tuple(sentences))
