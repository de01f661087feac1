"""The PDF reader: from glyphs to words, lines, columns, paragraphs and tables; headers, footers and notes apart.

pdfium gives the glyphs, bookmarks and tags; pdfplumber finds the cells of ruled tables.
"""

from mastercheck.readers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
