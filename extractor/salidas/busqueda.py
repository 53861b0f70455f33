"""Which finding a fingerprint, or the beginning of one, names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from extractor.errores import ErrorUso
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Informe

_MINIMO_HUELLA = 4


def hallados(huella: str, informes: Iterable[Informe]) -> dict[str, tuple[Informe, Hallazgo]]:
    """By fingerprint, the findings whose fingerprint is, or begins with, ``huella``, each with its Informe.

    Raises ErrorUso when the beginning is too short.
    """
    if len(huella) < _MINIMO_HUELLA:
        raise ErrorUso(f"la huella «{huella}» es muy corta: escriba al menos {_MINIMO_HUELLA} caracteres")
    encontrados: dict[str, tuple[Informe, Hallazgo]] = {}
    for informe in informes:
        for hallazgo in informe.hallazgos:
            if hallazgo.huella.startswith(huella.lower()):
                encontrados.setdefault(hallazgo.huella, (informe, hallazgo))
    return encontrados


def elegir(
    huella: str, encontrados: Mapping[str, tuple[Informe, Hallazgo]], otras: Sequence[str] = ()
) -> tuple[Informe, Hallazgo]:
    """The only one of ``encontrados``, or the one that is exactly ``huella``; ``otras``: findings elsewhere that it also
    begins. Raises ErrorUso when there is none or it names several."""
    if not encontrados:
        raise ErrorUso(f"no hay ningún hallazgo con la huella «{huella}»; las muestra «extractor auditar» entre corchetes")
    todas = sorted({*encontrados, *otras})
    if len(todas) > 1 and huella.lower() not in encontrados:
        raise ErrorUso(f"la huella «{huella}» corresponde a varios hallazgos: {', '.join(todas)}")
    return encontrados.get(huella.lower()) or next(iter(encontrados.values()))
