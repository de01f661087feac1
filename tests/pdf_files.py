"""Makes small PDFs by hand, so that tests of the PDF reader need no other program: text at places, rules, bookmarks, tags, remarks."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

FONTS = {"regular": "Helvetica", "bold": "Helvetica-Bold", "times": "Times-Roman"}
PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


@dataclass(slots=True)
class PdfPage:
    """A page, written on from the top: `y` is the distance of a baseline from the top in points."""

    width: float = 595.0
    height: float = 842.0
    rotate: int = 0
    content: list[str] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    remarks: list[tuple[str, float, str, str]] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, *, size: float = 10, font: str = "regular", tag: str = "") -> "PdfPage":
        """Write a line; `tag` is the type of its element in the structure tree."""
        shown = f"BT /{font} {size} Tf {x} {self.height - y} Td ({_escaped(text)}) Tj ET"
        if tag:
            mark = len(self.marks)
            self.marks.append((mark, tag))
            shown = f"/{tag} <</MCID {mark}>> BDC {shown} EMC"
        self.content.append(shown)
        return self

    def lines(self, x: float, y: float, lines: Sequence[str], *, size: float = 10, pitch: float = 11.5, font: str = "regular") -> "PdfPage":
        """Write lines below each other."""
        for number, line in enumerate(lines):
            self.text(x, y + number * pitch, line, size=size, font=font)
        return self

    def turned(self, x: float, y: float, text: str, *, matrix: str = "0 1 -1 0", size: float = 10) -> "PdfPage":
        """Write a line with a text matrix."""
        self.content.append(f"BT /regular {size} Tf {matrix} {x} {self.height - y} Tm ({_escaped(text)}) Tj ET")
        return self

    def raw(self, operators: str) -> "PdfPage":
        """Write operators of the content stream as they are."""
        self.content.append(operators)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "PdfPage":
        """Draw a line."""
        self.content.append(f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float) -> "PdfPage":
        """Draw a filled rectangle, as office suites draw rules."""
        self.content.append(f"{x0} {self.height - y1} {x1 - x0} {y1 - y0} re f")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> "PdfPage":
        """Draw the rules of a table."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        return self

    def remark(self, y: float, text: str, *, author: str = "", kind: str = "Text") -> "PdfPage":
        """Put an annotation on the page."""
        self.remarks.append((kind, self.height - y, text, author))
        return self


@dataclass(slots=True)
class _Objects:
    bodies: list[bytes] = field(default_factory=list)

    def add(self, body: str | bytes = b"") -> int:
        self.bodies.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(self.bodies)

    def put(self, number: int, body: str) -> None:
        self.bodies[number - 1] = body.encode("latin-1")


def write_pdf(
    path: Path,
    pages: Sequence[PdfPage],
    *,
    bookmarks: Sequence[tuple[int, str, int]] = (),
    info: Mapping[str, str] | None = None,
    roles: Mapping[str, str] | None = None,
    password: str | None = None,
) -> Path:
    """Write a PDF.

    Args:
        path: of the file.
        pages: in order.
        bookmarks: level from 1, title and number of the page of each.
        info: entries of the information dictionary.
        roles: the role map of the structure tree.
        password: the user password that it is encrypted with (RC4, 40 bits); "" for one that opens without asking.
    """
    objects = _Objects()
    catalog, tree = objects.add(), objects.add()
    fonts = " ".join(
        f"/{name} {objects.add(f'<</Type/Font/Subtype/Type1/BaseFont/{base}/Encoding/WinAnsiEncoding>>')} 0 R"
        for name, base in FONTS.items()
    )
    numbers = [_add_page(objects, page, tree, fonts, number) for number, page in enumerate(pages)]
    objects.put(tree, f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{number} 0 R' for number in numbers)}]>>")
    extra = _add_outline(objects, bookmarks, numbers) if bookmarks else ""
    if any(page.marks for page in pages):
        extra += f"/MarkInfo<</Marked true>>/StructTreeRoot {_add_tags(objects, pages, numbers, roles or {})} 0 R"
    objects.put(catalog, f"<</Type/Catalog/Pages {tree} 0 R{extra}>>")
    entries = "".join(f"/{key}({_escaped(value)})" for key, value in (info or {}).items())
    trailer = f"/Info {objects.add(f'<<{entries}>>')} 0 R" if info else ""
    path.write_bytes(_file(objects, catalog, trailer, password))
    return path


def _add_page(objects: _Objects, page: PdfPage, tree: int, fonts: str, number: int) -> int:
    stream = "\n".join(page.content).encode("cp1252")
    content = objects.add(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    remarks = [
        objects.add(f"<</Type/Annot/Subtype/{kind}/Rect[20 {y} 40 {y + 10}]/Contents({_escaped(text)})/T({_escaped(author)})>>")
        for kind, y, text, author in page.remarks
    ]
    annotations = f"/Annots[{' '.join(f'{remark} 0 R' for remark in remarks)}]" if remarks else ""
    parents = f"/StructParents {number}" if page.marks else ""
    rotate = f"/Rotate {page.rotate}" if page.rotate else ""
    return objects.add(
        f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {page.width} {page.height}]/Contents {content} 0 R"
        f"/Resources<</Font<<{fonts}>>>>{annotations}{parents}{rotate}>>"
    )


def _add_outline(objects: _Objects, bookmarks: Sequence[tuple[int, str, int]], pages: Sequence[int]) -> str:
    """Add an outline of one or two levels."""
    root = objects.add()
    numbers = [objects.add() for _ in bookmarks]
    parents = [root] * len(bookmarks)
    for position, (level, _, _) in enumerate(bookmarks):
        if level > 1:
            parents[position] = next(numbers[above] for above in range(position - 1, -1, -1) if bookmarks[above][0] < level)
    for position, (number, (_, title, page)) in enumerate(zip(numbers, bookmarks, strict=True)):
        later = [numbers[at] for at in range(position + 1, len(numbers)) if parents[at] == parents[position]]
        following = f"/Next {later[0]} 0 R" if later else ""
        inside = _ends([other for other, parent in zip(numbers, parents, strict=True) if parent == number])
        target = f"/Dest[{pages[page - 1]} 0 R/Fit]" if page else ""
        objects.put(number, f"<</Title({_escaped(title)})/Parent {parents[position]} 0 R{target}{following}{inside}>>")
    objects.put(root, f"<</Type/Outlines{_ends([other for other, parent in zip(numbers, parents, strict=True) if parent == root])}>>")
    return f"/Outlines {root} 0 R"


def _ends(numbers: Sequence[int]) -> str:
    return f"/First {numbers[0]} 0 R/Last {numbers[-1]} 0 R/Count {len(numbers)}" if numbers else ""


def _add_tags(objects: _Objects, pages: Sequence[PdfPage], numbers: Sequence[int], roles: Mapping[str, str]) -> int:
    root, whole = objects.add(), objects.add()
    kids: list[int] = []
    parents: list[str] = []
    for at, (page, number) in enumerate(zip(pages, numbers, strict=True)):
        found = [objects.add(f"<</Type/StructElem/S/{tag}/P {whole} 0 R/Pg {number} 0 R/K {mark}>>") for mark, tag in page.marks]
        kids.extend(found)
        parents.append(f"{at}[{' '.join(f'{kid} 0 R' for kid in found)}]")
    objects.put(whole, f"<</Type/StructElem/S/Document/P {root} 0 R/K[{' '.join(f'{kid} 0 R' for kid in kids)}]>>")
    mapped = "".join(f"/{own}/{standard}" for own, standard in roles.items())
    objects.put(root, f"<</Type/StructTreeRoot/K {whole} 0 R/RoleMap<<{mapped}>>/ParentTree<</Nums[{' '.join(parents)}]>>>>")
    return root


def _file(objects: _Objects, catalog: int, trailer: str, password: str | None) -> bytes:
    bodies = objects.bodies
    if password is not None:
        key, entry = _encryption(password)
        bodies = [_encrypted(body, key, number) for number, body in enumerate(bodies, 1)]
        trailer += f"/Encrypt {entry}/ID[<00><00>]"
    data = b"%PDF-1.7\n"
    places: list[int] = []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(bodies) + 1}/Root {catalog} 0 R{trailer}>>\n"
    return data + end.encode("latin-1") + b"startxref\n%d\n%%%%EOF\n" % len(data)


def _encryption(password: str) -> tuple[bytes, str]:
    """Return the key and the dictionary of the standard handler, revision 2 (ISO 32000-1 7.6.3)."""
    padded = (password.encode("latin-1") + PAD)[:32]
    owner = _rc4(hashlib.md5(padded, usedforsecurity=False).digest()[:5], padded)
    key = hashlib.md5(padded + owner + (0xFFFFFFFC).to_bytes(4, "little") + b"\0", usedforsecurity=False).digest()[:5]
    return key, f"<</Filter/Standard/V 1/R 2/O<{owner.hex()}>/U<{_rc4(key, PAD).hex()}>/P -4>>"


def _encrypted(body: bytes, key: bytes, number: int) -> bytes:
    if b"stream\n" not in body:
        return body
    head, rest = body.split(b"stream\n", 1)
    own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0", usedforsecurity=False).digest()[:10]
    return head + b"stream\n" + _rc4(own, rest.removesuffix(b"\nendstream")) + b"\nendstream"


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
