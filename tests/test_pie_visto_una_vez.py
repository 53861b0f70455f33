"""An unlabelled page footer seen once in the text of a PDF: wherever it falls and whatever it says, no figure changes unsaid."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe

TITULOS = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\nRegión: Aysén\n\n"
FILAS = (
    "Propósito\tTareas\tPeso (%)\tCumplimiento\tPeso obtenido",
    "Riego\tAbrir las compuertas del canal\t25\tSí\t25",
    "Huertos\tRepartir semillas\t35\tSí\t35",
    "\tde hortalizas\t\t\t",
    "Ferias\tArmar los puestos\t40\tSí\t40",
    "Total\t\t100\t\t100",
)
PIES = ("Servicio de Riego", "12", "45", "Avance 45 %", "Aysén, 35", "100", "Sí", "Documento interno Nº 35", "total 45", "Total ganado: 80")


def _cifras(leido: Informe) -> list[tuple[str | None, str | None]]:
    actividades = [a for t in leido.tablas for f in t.filas for a in f.actividades]
    return [(a.ponderacion and a.ponderacion.valor, a.ponderacion_ganada and a.ponderacion_ganada.valor) for a in actividades]


@pytest.mark.parametrize("separador", ["\n", "\n\n", "\n\f"])
@pytest.mark.parametrize("sitio", range(1, len(FILAS) + 1))
def test_ninguna_cifra_cambia_sin_que_se_diga(sitio: int, separador: str) -> None:
    ciertas = _cifras(informe(TITULOS + "\n".join(FILAS) + "\n"))
    assert ciertas == [("25", "25"), ("35", "35"), ("40", "40")]
    for pie in PIES:
        leido = informe(TITULOS + "\n".join(FILAS[:sitio]) + separador + pie + separador + "\n".join(FILAS[sitio:]) + "\n")
        assert [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"] == []
        assert _cifras(leido) == ciertas or (leido.documento.estado == "parcial" and sitio > 1)
