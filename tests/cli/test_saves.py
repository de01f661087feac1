"""Saves of a file, from what it looks like: settled, half written, locked, replaced, gone."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from mastercheck.cli.saves import PATIENCE, PAUSE, RESTING, Event, Stamp, follow_saves, look_at, look_repeatedly

A, B = Stamp((1, 1), 10, 100), Stamp((1, 2), 20, 200)
HALF = Stamp((1, 2), 5, 150)


Attempt = Callable[[], Event | None]


def always() -> Event | None:
    """A file that can be read."""
    return Event.CHECKED


def never() -> Event | None:
    """A file that cannot."""
    return None


def after(failures: int) -> Attempt:
    """A file that can be read after so many tries in vain."""
    answers = iter([None] * failures)
    return lambda: next(answers, Event.CHECKED)


def follow(looks: Iterable[Stamp | None], attempt: Attempt = always) -> list[Event]:
    """What is told of these looks."""
    return list(follow_saves(looks, attempt))


def test_the_first_look_is_checked_at_once() -> None:
    assert follow([A]) == [Event.CHECKED]


def test_a_file_that_stays_as_it_is_is_checked_once() -> None:
    assert follow([A] * 50) == [Event.CHECKED]


def test_a_save_is_checked_when_it_has_settled() -> None:
    assert follow([A, B]) == [Event.CHECKED]
    assert follow([A, B, B]) == [Event.CHECKED, Event.CHECKED]


def test_a_save_that_is_still_being_written_is_waited_for() -> None:
    growing = [Stamp((1, 1), size, size) for size in range(20)]
    assert follow([A, *growing]) == [Event.CHECKED]
    assert follow([A, *growing, B, B]) == [Event.CHECKED, Event.CHECKED]


def test_each_of_several_saves_is_checked() -> None:
    assert follow([A, B, B, A, A, B, B]) == [Event.CHECKED] * 4


def test_what_cannot_be_read_at_once_is_tried_again_without_a_word() -> None:
    assert follow([A] * PATIENCE, after(PATIENCE - 1)) == [Event.CHECKED]
    assert follow([A, *[HALF] * 3, B, B], iter([Event.CHECKED, None, None, Event.CHECKED]).__next__) == [Event.CHECKED, Event.CHECKED]


def test_what_stays_unreadable_is_told_once() -> None:
    assert follow([A] * 100, never) == [Event.UNREADABLE]


def test_what_waiting_does_not_mend_is_told_at_once_and_tried_again_when_it_is_saved() -> None:
    assert follow([A] * 100, iter([Event.UNREADABLE]).__next__) == [Event.UNREADABLE]
    assert follow([A, A, B, B], iter([Event.UNREADABLE, Event.CHECKED]).__next__) == [Event.UNREADABLE, Event.CHECKED]


def test_a_lock_that_goes_is_noticed_though_the_file_is_as_it_was() -> None:
    assert follow([A] * (PATIENCE + RESTING), after(PATIENCE)) == [Event.UNREADABLE, Event.CHECKED]


def test_after_the_message_it_is_tried_seldom() -> None:
    tries = []
    follow([A] * (10 * RESTING), lambda: bool(tries.append(1)))
    assert len(tries) == PATIENCE + 10


def test_a_new_save_of_an_unreadable_file_is_tried_and_told_anew() -> None:
    assert follow([*[A] * PATIENCE, *[B] * 20], never) == [Event.UNREADABLE, Event.UNREADABLE]
    assert follow([*[A] * PATIENCE, B, B], after(PATIENCE)) == [Event.UNREADABLE, Event.CHECKED]


def test_a_file_that_is_gone_for_a_moment_was_replaced() -> None:
    assert follow([A, None, None, B, B]) == [Event.CHECKED, Event.CHECKED]
    assert follow([A, None, None, A, A]) == [Event.CHECKED]


def test_a_file_that_is_gone_is_told_once_and_checked_when_it_is_back() -> None:
    assert follow([A, *[None] * 50, A]) == [Event.CHECKED, Event.GONE, Event.CHECKED]


def test_a_file_that_was_never_there_is_waited_for() -> None:
    assert follow([*[None] * PATIENCE, A]) == [Event.GONE, Event.CHECKED]


def test_a_save_changes_what_a_file_looks_like(tmp_path: Path) -> None:
    path, other = tmp_path / "a.docx", tmp_path / "b.docx"
    path.write_bytes(b"one")
    first = look_at(path)
    os.utime(path, ns=(0, 0))
    touched = look_at(path)
    other.write_bytes(b"one")
    os.utime(other, ns=(0, 0))
    other.replace(path)
    assert len({first, touched, look_at(path)}) == 3


@pytest.mark.parametrize("make", [Path.mkdir, lambda _: None], ids=["folder", "nothing"])
def test_what_is_no_file_looks_like_nothing(make: Callable[[Path], object], tmp_path: Path) -> None:
    make(tmp_path / "a.docx")
    assert look_at(tmp_path / "a.docx") is None


def test_between_two_looks_there_is_a_pause(tmp_path: Path) -> None:
    path, waited = tmp_path / "a.docx", []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        path.write_bytes(b"x" * len(waited))

    looks: Iterator[Stamp | None] = look_repeatedly(path, wait)
    assert [look.size if look else None for look in islice(looks, 3)] == [None, 1, 2]
    assert waited == [PAUSE, PAUSE]
