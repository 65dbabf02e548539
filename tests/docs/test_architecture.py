"""The picture of the architecture."""

from diplonews._build.build_architecture import PICTURE, imports, reduced, render


def test_picture_is_fresh():
    """`python -m diplonews._build.build_architecture` draws it anew."""
    assert PICTURE.read_text(encoding="utf-8") == render()


def test_nothing_reachable_is_lost():
    """What a part reaches is the same without the imports that longer paths imply."""

    def reach(graph, part):
        found, new = set(), {part}
        while new:
            new = set().union(*(graph[one] for one in new)) - found
            found |= new
        return found

    full, short = imports(), reduced(imports())
    assert {part: reach(full, part) for part in full} == {part: reach(short, part) for part in short}
    assert sum(map(len, short.values())) < sum(map(len, full.values()))
