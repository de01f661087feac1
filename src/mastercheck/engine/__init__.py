"""The engine: one document, a rulebook, a report on it. It contains whatever goes wrong with a document or a check."""

from mastercheck.engine.documents import check_document, check_file, judge_file, report_unreadable

__all__ = ["check_document", "check_file", "judge_file", "report_unreadable"]
