from builders import document_of
from mastercheck.language.areas import list_areas
from mastercheck.model.demands import CueGroup, Subject

AREAS = tuple(
    Subject(id=id_, cues=(CueGroup(name=term, terms=(term,)),), strong=1.0, weak=0.5)
    for id_, term in (("A1", "certificate"), ("A2", "culture"))
)


def test_every_area_is_listed_with_the_passages_that_show_it() -> None:
    areas = list_areas(document_of("# Work\nThe culture of the crew has changed."), AREAS, {"A1": "Certification", "A2": "Change"})
    assert [(area.id, area.title, [one.quote for one in area.passages]) for area in areas] == [
        ("A1", "Certification", []),
        ("A2", "Change", ["The culture of the crew has changed."]),
    ]
