"""Who signs a part of an evaluation names an office: that opens no chapter; the heading of the next one does."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe

CUADRO = (
    "<table border='1'><tr><td>Desarrollo alcanzado</td><td>Recomendaciones para mejorar el diseño y la implementación 2008</td></tr>"
    "<tr><td>Se abrieron dos ferias. Avance {}</td><td>Sumar a los gremios</td></tr></table>"
)


def _objetivo(numero: int) -> str:
    partes = f"<p>{numero}.1. Perspectiva territorial del programa</p>{CUADRO.format('menor')}"
    return f"<p>OBJETIVO N° {numero}: Ferias</p>{partes}<p>{numero}.2. Articulación territorial</p>{CUADRO.format('mayor')}"


def _leer(*entre: str, despues: int = 2) -> Informe:
    lineas = "".join(f"<p>{t}</p>" for t in entre)
    cuerpo = f"<p>AGENCIA REGIONAL: AYSÉN</p>{_objetivo(1)}{lineas}{_objetivo(despues)}"
    return informe(f"<html><body><p>ETAPA N° 4 – EVALUACIÓN 2007</p>{cuerpo}</body></html>", "x.html")


def _capitulos(leido: Informe) -> list[str]:
    return [s.titulo for s in leido.secciones if s.nivel == "capitulo"]


@pytest.mark.parametrize(
    "firma",
    [
        ("Rosa Vidal Mena", "Jefa de Agencia", "Agencia Regional Aysén"),
        ("ROSA VIDAL MENA", "AGENCIA REGIONAL AYSÉN", "Coyhaique, 12 de marzo de 2008"),
        ("_______________", "Rosa Vidal Mena", "Directora", "Agencia Regional Aysén"),
        ("Agencia Regional Aysén", "Puerto Aysén, marzo de 2008"),
        ("Encargada de Planificación", "SEREMI de Agricultura, Región de Los Lagos"),
    ],
)
def test_una_firma_no_abre_capitulo(firma: tuple[str, ...]) -> None:
    leido = _leer(*firma)
    assert _capitulos(leido) == ["AGENCIA REGIONAL: AYSÉN"]
    assert {s.region.codigos for s in leido.secciones if s.region} == {("11",)}
    assert [s.texto for s in leido.secciones] == [None] * 7


@pytest.mark.parametrize(
    ("entre", "despues"),
    [
        (("Agencia Regional Maule",), 2),
        (("El equipo quedó completo en abril.", "Agencia Regional Maule"), 2),
        (("Rosa Vidal Mena", "Jefa de Agencia", "Agencia Regional Maule"), 1),
        (("Rosa Vidal Mena", "Jefa de Agencia", "AGENCIA REGIONAL: MAULE"), 1),
    ],
)
def test_el_titulo_del_capitulo_siguiente_si(entre: tuple[str, ...], despues: int) -> None:
    """Without a signature around it; or with the parts counted anew, whatever stands above."""
    leido = _leer(*entre, despues=despues)
    assert len(_capitulos(leido)) == 2
    assert [s.region.codigos for s in leido.secciones if s.nivel == "objetivo" and s.region] == [("11",), ("07",)]


def test_la_misma_oficina_que_firma_no_repite_su_capitulo() -> None:
    """The parts begin again under a heading that nobody knows: they are not given to the office that signed."""
    leido = _leer("Rosa Vidal Mena", "Jefa de Agencia", "Agencia Regional Aysén", "EQUIPO CORDILLERA", despues=1)
    assert _capitulos(leido) == ["AGENCIA REGIONAL: AYSÉN"]
    assert [s.region.codigos if s.region else () for s in leido.secciones if s.nivel == "objetivo"] == [("11",), ()]
    assert "REGION_NO_INDICADA" in {h.codigo for h in leido.hallazgos}
