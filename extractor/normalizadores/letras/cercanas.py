"""The words of a vocabulary that a written word is a few slips away from, counted by rapidfuzz for all of them at once."""

from __future__ import annotations

from collections.abc import Sequence


def cercanas(palabra: str, metas: Sequence[str], deslices: int) -> list[tuple[int, str]]:
    """Those of ``metas`` that ``deslices`` letters or fewer part from ``palabra`` (one wrong, missing, added, or two neighbours
    exchanged), each with how many, the nearest first.

    >>> cercanas("prograam", ("programa", "pregrado", "meta"), 2)
    [(1, 'programa')]
    """
    if not metas:
        return []
    from rapidfuzz.distance.OSA import distance
    from rapidfuzz.process import extract

    halladas = extract(palabra, metas, scorer=distance, score_cutoff=deslices, limit=None)
    return [(int(distancia), meta) for meta, distancia, _ in halladas]
