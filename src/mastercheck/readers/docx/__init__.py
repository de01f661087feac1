"""Reads a DOCX: an own walk over the XML of its parts, under limits."""

from mastercheck.readers.docx.reader import read_docx

__all__ = ["read_docx"]
