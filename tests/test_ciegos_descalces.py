"""Text of Word origin: a row's last cell is no label of the next header, and a table whose columns may be shifted is not judged."""

from __future__ import annotations

import pytest
from ayudas_texto import CABEZA, celda, informe

from extractor.estructura.descalces import primera_corrida
from extractor.modelo.base import Origen
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.documento import Celda, Parrafo
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Tabla

ROTULOS = ("Tarea", "Objetivo", "Peso", "Cumple", "Peso ganado")
UNA = ("Abrir compuertas del canal", "Regar a tiempo", "60", "Sí", "60")
DOS = ("Entregar semillas de trigo", "Sembrar en mayo", "40", "No")
TRES = ("Reparar el muelle norte", "Desembarcar sin riesgo", "70", "Sí", "70")
CUATRO = ("Marcar boyas del puerto", "Navegar de noche", "30", "Sí", "30")


def _celdas(*textos: str) -> str:
    return "".join(celda(t) for t in textos)


def _informe(cuerpo: str) -> Informe:
    return informe(CABEZA.format(region="Todas las regiones") + cuerpo)


def _leida(tabla: Tabla) -> list[tuple[str | None, str | None]]:
    return [(a.texto, a.ponderacion_ganada.valor if a.ponderacion_ganada else None) for f in tabla.filas for a in f.actividades]


@pytest.mark.parametrize("ultima", ["-", "--", "", "0"])
def test_el_total_en_una_frase_no_es_rotulo_de_la_tabla_siguiente(ultima: str) -> None:
    frase = "\n\nTotal ganado por la oficina: 60 puntos.\n\n\n\nLa segunda parte la llevó a cabo la oficina del puerto.\n\n"
    leido = _informe(_celdas(*ROTULOS, *UNA, *DOS) + celda(ultima) + frase + _celdas(*ROTULOS, *TRES, *CUATRO))
    primera, segunda = leido.tablas
    assert _leida(primera) == [("Abrir compuertas del canal", "60"), ("Entregar semillas de trigo", "0" if ultima == "0" else None)]
    assert _leida(segunda) == [("Reparar el muelle norte", "70"), ("Marcar boyas del puerto", "30")]
    assert not [h for h in leido.hallazgos if h.gravedad != "aviso"]


def test_una_celda_de_menos_deja_en_duda_lo_que_sigue() -> None:
    """The second row lost its verdict: the third falls one column early, and 30 beside 70 is nobody's slip."""
    dos = (*DOS[:3], "40")
    leido = _informe(_celdas(*ROTULOS, *UNA, *dos, *TRES, *CUATRO) + "\nFin del informe.\n")
    (tabla,) = leido.tablas
    primera, *otras = tabla.filas
    assert primera.actividades[0].ponderacion_ganada is not None
    assert primera.actividades[0].ponderacion_ganada.certeza == "segura"
    figuras = [c for f in otras for a in f.actividades for c in (a.ponderacion, a.ponderacion_ganada) if c is not None]
    assert figuras and {c.certeza for c in figuras} == {"dudosa"}
    assert not [h for h in leido.hallazgos if h.gravedad != "aviso"]
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}
    juzgadas = [v for v in leido.verificaciones if v.regla == "GANADA_NO_CORRESPONDE" and v.fila]
    assert juzgadas and {v.resultado for v in juzgadas} == {"NO_VERIFICABLE"}


def test_una_ultima_fila_corta_no_pone_en_duda_las_anteriores() -> None:
    leido = _informe(_celdas(*ROTULOS, *UNA, *TRES[:4], "50", *CUATRO[:3]) + "\nEtapa 4\n")
    (tabla,) = leido.tablas
    assert [c.certeza for f in tabla.filas[:2] for a in f.actividades if (c := a.ponderacion_ganada)] == ["segura", "segura"]
    assert [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos if h.codigo == "GANADA_NO_CORRESPONDE"] == [
        ("GANADA_NO_CORRESPONDE", "50", "70")
    ]


OTRO_ORDEN = ("Actividad", "Peso", "Peso ganado", "Cumple", "Responsable")
PRIMERA = [("Abrir compuertas del canal", "60", "60", "Sí", "Oficina de Riego"), ("Entregar semillas de trigo", "40", "0", "No", "Oficina de Riego")]
SEGUNDA = [("Reparar el muelle norte", "70", "70", "Sí", "Flota"), ("Marcar boyas del puerto", "30", "30", "Sí", "Flota")]


@pytest.mark.parametrize("cambio", ["falta", "sobra", "repetida"])
def test_una_celda_de_mas_o_de_menos_nunca_es_un_error_de_cifras(cambio: str) -> None:
    """Wherever a cell is lost, blank or printed twice in either table, no figure of a report without slips is called wrong."""
    tablas = [[c for fila in tabla for c in fila] for tabla in (PRIMERA, SEGUNDA)]
    for cual, celdas in enumerate(tablas):
        for sitio in range(len(celdas)):
            medio = {"falta": [], "sobra": ["", celdas[sitio]], "repetida": [celdas[sitio]] * 2}[cambio]
            rotas = [*tablas]
            rotas[cual] = [*celdas[:sitio], *medio, *celdas[sitio + 1 :]]
            partes = [f"\tRegión: {r}\n\n{_celdas(*OTRO_ORDEN, *c)}\n" for r, c in zip(("Atacama", "Maule"), rotas, strict=True)]
            leido = informe(CABEZA.split("\tRegión")[0] + "".join(partes))
            malas = [(h.codigo, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad in ("aritmetica", "cambia_decision")]
            assert not malas, (cual, sitio, malas)


def test_una_ultima_fila_sin_su_celda_ganada_conserva_su_peso() -> None:
    """Weight and verdict stand in their columns: only the blank earned cell is missing, and the weights are still added."""
    leido = _informe(_celdas(*ROTULOS, *UNA, *DOS[:2], "30", "No") + "\n\nFin del informe.\n")
    assert [(h.codigo, h.recalculado) for h in leido.hallazgos if h.codigo == "PONDERACIONES_NO_SUMAN_100"] == [
        ("PONDERACIONES_NO_SUMAN_100", "90")
    ]


def test_un_objetivo_que_solo_se_numera_no_es_una_columna_corrida() -> None:
    """The objectives are listed above; each row names its own by its number."""
    rotulos = ("Objetivo", "Tarea", "Peso", "Cumple", "Peso ganado")
    filas = (("1.", "Abrir compuertas", "60", "Sí", "60"), ("2.-", "Entregar semillas", "30", "No", "0"), ("3", "Sembrar", "10", "Sí", "7"))
    leido = _informe(_celdas(*rotulos, *(c for f in filas for c in f)) + "\nFin del informe.\n")
    assert [(h.codigo, h.informado) for h in leido.hallazgos if h.codigo in ("LECTURA_DUDOSA", "GANADA_NO_CORRESPONDE")] == [
        ("GANADA_NO_CORRESPONDE", "7")
    ]


@pytest.mark.parametrize(("peso", "primera"), [("1.- Abrir compuertas", 0), ("60 puntos", 1), ("1. Sí", 1)])
def test_un_item_numerado_no_es_el_peso_de_su_fila(peso: str, primera: int) -> None:
    """Where the rows do not come out, the first that holds a text under the weight is the first in doubt."""
    columnas = [ColumnaReconocida(r, r, 1.0, False) for r in ("actividad", "ponderacion", "estado")]
    origen = Origen(texto="x")
    filas = [[Celda((Parrafo(t, origen),), origen) for t in f] for f in (("Regar", peso, "Sí"), ("Sembrar", "Abono", "No"), ("Podar",))]
    assert primera_corrida(filas, columnas, 3) == primera
