"""Archives written anew: what changes is replaced, the rest is copied as it is packed."""

import zipfile
from copy import copy
from pathlib import Path

import pytest

from mastercheck.annotate import archive
from mastercheck.annotate.archive import rewrite
from mastercheck.errors import LimitError, UnreadableError


def make(path: Path, **more: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("first.xml", b"<first/>" * 50, zipfile.ZIP_DEFLATED, 9)
        made.writestr("media/picture.png", b"picture" * 100, zipfile.ZIP_STORED)
        made.writestr("Last.xml", b"<last/>" * 50, zipfile.ZIP_DEFLATED, 1)
        for name, content in more.items():
            made.writestr(name, content)
    return path


def packed(path: Path) -> dict[str, bytes]:
    """The content of each entry as it is packed."""
    data, found = path.read_bytes(), {}
    for info in zipfile.ZipFile(path).infolist():
        start = info.header_offset + 30 + int.from_bytes(data[info.header_offset + 26 :][:2], "little")
        start += int.from_bytes(data[info.header_offset + 28 :][:2], "little")
        found[info.filename] = data[start : start + info.compress_size]
    return found


def test_what_is_not_replaced_is_copied_bit_for_bit_in_its_place(tmp_path: Path) -> None:
    old, new = make(tmp_path / "old.zip"), tmp_path / "new.zip"
    new.write_bytes(rewrite(old, {"first.xml": b"<changed/>", "added.xml": b"<added/>"}))
    with zipfile.ZipFile(new) as made:
        assert made.testzip() is None
        assert made.namelist() == ["first.xml", "media/picture.png", "Last.xml", "added.xml"]
        assert (made.read("first.xml"), made.read("added.xml")) == (b"<changed/>", b"<added/>")
    before, after = packed(old), packed(new)
    assert all(after[name] == before[name] for name in ("media/picture.png", "Last.xml"))


def test_names_are_compared_as_the_format_does(tmp_path: Path) -> None:
    new = tmp_path / "new.zip"
    new.write_bytes(rewrite(make(tmp_path / "old.zip"), {"last.xml": b"<changed/>"}))
    with zipfile.ZipFile(new) as made:
        assert made.namelist() == ["first.xml", "media/picture.png", "Last.xml"]
        assert made.read("Last.xml") == b"<changed/>"


def test_a_file_that_is_there_twice_is_replaced_once(tmp_path: Path) -> None:
    old = make(tmp_path / "old.zip")
    with zipfile.ZipFile(old, "a") as made, pytest.warns(UserWarning, match="Duplicate name"):
        made.writestr("first.xml", b"<second/>")
    new = tmp_path / "new.zip"
    new.write_bytes(rewrite(old, {"first.xml": b"<changed/>"}))
    assert zipfile.ZipFile(new).namelist() == ["first.xml", "media/picture.png", "Last.xml"]


def test_sizes_that_follow_the_content_are_written_before_it(tmp_path: Path) -> None:
    old, new = tmp_path / "old.zip", tmp_path / "new.zip"
    with old.open("wb") as stream, zipfile.ZipFile(Unseekable(stream), "w", zipfile.ZIP_DEFLATED) as made:  # type: ignore[call-overload]
        made.writestr("streamed.xml", b"<streamed/>" * 50)
    assert zipfile.ZipFile(old).infolist()[0].flag_bits & 0x08
    new.write_bytes(rewrite(old, {}))
    with zipfile.ZipFile(new) as made:
        assert not made.infolist()[0].flag_bits & 0x08
        assert made.read("streamed.xml") == b"<streamed/>" * 50


class Unseekable:
    """A stream that can only be written on, so that the library writes sizes behind the content."""

    def __init__(self, stream: object) -> None:
        self.write = stream.write  # type: ignore[attr-defined]
        self.flush = stream.flush  # type: ignore[attr-defined]


def test_the_same_archive_gives_the_same_copy(tmp_path: Path) -> None:
    old = make(tmp_path / "old.zip")
    assert rewrite(old, {"first.xml": b"<changed/>"}) == rewrite(old, {"first.xml": b"<changed/>"})


@pytest.mark.parametrize("damage", [b"XX", b""], ids=["no header", "cut off"])
def test_an_entry_whose_content_is_not_where_the_directory_says_is_damage(damage: bytes, tmp_path: Path) -> None:
    old = make(tmp_path / "old.zip")
    data = bytearray(old.read_bytes())
    place = zipfile.ZipFile(old).getinfo("media/picture.png").header_offset
    if damage:
        data[place : place + 2] = damage
    else:
        directory = data.index(b"PK\x01\x02" + data[data.index(b"PK\x01\x02", place) + 4 : data.index(b"PK\x01\x02", place) + 6])
        entry = data.index(b"media/picture.png", directory) - 46
        data[entry + 20 : entry + 24] = (10_000).to_bytes(4, "little")
    old.write_bytes(data)
    with pytest.raises(UnreadableError, match=r"media/picture\.png cannot be copied"):
        rewrite(old, {})


def test_entries_that_share_their_bytes_are_not_multiplied(tmp_path: Path) -> None:
    old = make(tmp_path / "old.zip", **{"large.bin": bytes(1000)})
    with zipfile.ZipFile(old, "a") as archive:
        for number in range(20):
            twin = copy(archive.getinfo("large.bin"))
            twin.filename = f"{number}.bin"
            archive.filelist.append(twin)
        archive.comment = b"written anew"
    assert len(zipfile.ZipFile(old).infolist()) == 24
    with pytest.raises(UnreadableError, match="its parts overlap") as caught:
        rewrite(old, {})
    assert "save it anew" in caught.value.advice


def test_an_archive_larger_than_any_document_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST", 100)
    with pytest.raises(LimitError, match="is larger than"):
        rewrite(make(tmp_path / "old.zip"), {})
