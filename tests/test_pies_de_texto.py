"""Lines of page headers and footers among the rows of a PDF's text."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.lectores import leer_bytes
from extractor.modelo.documento import BloqueTabla, Documento, Parrafo
from extractor.modelo.informe import Informe

CABEZA = "Objetivo\tProducto\tDetalle\tMedio\tPeso"
FILA = "Visitar\tVisitas\tA las\tActa\t60"
MITAD = "\t\tcomunas rurales\tfirmada\t"
OTRA = "Difundir\tFerias\tMontar\tFotos\t40"
REGLA = "---\t---\t---\t---\t---"


def _leer(*lineas: str) -> Documento:
    return leer_bytes("\n".join(lineas).encode(), "a.txt")


def _tablas(documento: Documento) -> list[int]:
    return [len(b.filas) for b in documento.bloques if isinstance(b, BloqueTabla)]


def _textos(documento: Documento) -> list[str]:
    return [b.texto for b in documento.bloques if isinstance(b, Parrafo)]


@pytest.mark.parametrize(
    "pie", ["Página 2 de 9", "Pág. 4", "- Página 12 -", "Servicio X - GT 2008 Pág. 6", "Hoja 3/7", "Pagina 3 | Avance anual"]
)
def test_un_rotulo_de_pagina_no_parte_la_tabla(pie: str) -> None:
    documento = _leer(CABEZA, FILA, REGLA, "", pie, "", MITAD, OTRA)
    assert _tablas(documento) == [4]
    assert _textos(documento) == []
    assert documento.descartadas == 1


@pytest.mark.parametrize(
    "pies",
    [
        ("Avance anual", "Avance anual"),
        ("12 de mayo de 2008", "13 de mayo de 2008"),
        ("4", "5"),
        ("- 4 -", "- 5 -"),
        ("Avance anual\nServicio X\n7", "Avance anual\nServicio X\n8"),
    ],
)
def test_lo_que_se_repite_al_cambiar_de_pagina_es_un_pie(pies: tuple[str, str]) -> None:
    documento = _leer("Portada", CABEZA, FILA, "", pies[0], "", MITAD, OTRA, "", pies[1], "", CABEZA, FILA)
    assert _tablas(documento) == [6]
    assert _textos(documento) == ["Portada"]
    assert documento.descartadas == sum(p.count("\n") + 1 for p in pies)


@pytest.mark.parametrize("marca", ["\f", "\n---\t---\t---\t---\t---\n\n"])
def test_una_marca_de_pagina_entre_filas_enteras(marca: str) -> None:
    documento = _leer(
        CABEZA, FILA, f"{marca}Avance de mayo", OTRA, f"{marca}Avance de mayo", CABEZA, "Medir\tFichas\tEn\tActa\t10"
    )
    assert _tablas(documento) == [5]
    assert documento.descartadas == 2


def test_lo_quitado_queda_como_membrete_y_los_lugares_no_cambian() -> None:
    documento = _leer(CABEZA, FILA, "Servicio X Pág. 6", MITAD)
    assert documento.membretes == ("Servicio X Pág. 6",)
    (tabla,) = documento.bloques
    assert isinstance(tabla, BloqueTabla)
    assert [f.origen.linea_inicio for f in tabla.filas] == [1, 2, 4]
    assert [f.tras_corte for f in tabla.filas] == [False, False, True]


@pytest.mark.parametrize(
    ("lineas", "textos"),
    [
        # bands of a table, and rows that are whole: nothing tells that a page ended
        ((CABEZA, "Objetivo 1", FILA, "Objetivo 2", OTRA, "Objetivo 3", FILA), 3),
        ((CABEZA, FILA, REGLA, "Objetivo 2", OTRA, "Objetivo 3", FILA), 2),
        # titles over tables of their own
        ((CABEZA, FILA, "", "Programa 1", "", CABEZA, OTRA), 1),
        (("Región\tA", "---\t---", "", "Actividad III. 1", "", "Región\tB", "", "Actividad III. 1", "", "Región\tC"), 2),
        ((CABEZA, FILA, "", "Programa 1", "", CABEZA, OTRA, "", "Programa 2", "", CABEZA, FILA), 2),
        ((CABEZA, FILA, "\fPrograma 1", CABEZA, OTRA, "\fPrograma 2", CABEZA, FILA), 2),
        ((CABEZA, FILA, "", "Programa 1", "", CABEZA, OTRA, "", "Programa 2", "", CABEZA, FILA), 2),
        ((CABEZA, FILA, "\fPrograma 1", CABEZA, OTRA, "\fPrograma 2", CABEZA, FILA), 2),
        ((CABEZA, FILA, "", "Programa 1", "", CABEZA, OTRA, "", "Programa 2", "", CABEZA, FILA), 2),
        ((CABEZA, FILA, "\fPrograma 1", CABEZA, OTRA, "\fPrograma 2", CABEZA, FILA), 2),
        # once, and with no label: it may be anything
        ((CABEZA, FILA, "", "Sector norte", "", MITAD), 1),
        ((CABEZA, FILA, "", "100", "", OTRA, "", "100", "", FILA), 2),
        ((CABEZA, FILA, "", "60", "", MITAD, OTRA, "", "40", "", MITAD), 2),
        # a page named in a sentence
        ((CABEZA, FILA, "", "El detalle se entrega en la página 4 del anexo", "", OTRA), 1),
        ((CABEZA, FILA, "", "Vea también el anexo, página 4", "", OTRA), 1),
    ],
)
def test_lo_que_no_es_seguro_queda_como_texto(lineas: tuple[str, ...], textos: int) -> None:
    documento = _leer(*lineas)
    assert len(_textos(documento)) == textos
    assert documento.descartadas == 0


_CUERPO = ("ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007", "Región: II de Antofagasta", "")
_CABEZA = "Propósito\tTareas\tPeso (%)\tCumplimiento\tPeso obtenido"
_FILAS = (
    "Cuidar el borde\tLimpiar la caleta\t35\tCumple\t35",
    "Poblar el lago\tCensar las\t25\tCumple\t25",
    "\taves\t\t\t",
    "Cuidar el desierto\tSeñalar las rutas\t40\tNo cumple\t0",
)


def _informe(*lineas: str) -> Informe:
    return informe("\n".join((*_CUERPO, _CABEZA, *lineas)), "a.txt")


def _sumas(leido: Informe) -> set[tuple[str, str | None]]:
    return {(v.resultado, v.motivo) for v in leido.verificaciones if v.regla == "PONDERACIONES_NO_SUMAN_100"}


@pytest.mark.parametrize("pie", ["Página 3 de 4", "Servicio - Avance 2007 Pág. 3"])
def test_un_pie_en_una_fila_no_da_hallazgos(pie: str) -> None:
    leido = _informe(*_FILAS[:2], "", pie, "", *_FILAS[2:])
    assert [a.ponderacion.texto for f in leido.tablas[0].filas for a in f.actividades if a.ponderacion] == ["35", "25", "40"]
    assert _sumas(leido) == {("CUADRA", None)}
    assert leido.hallazgos == ()
    assert leido.documento.estado == "ok"


@pytest.mark.parametrize("donde", [1, 2, 3])
def test_un_renglon_que_no_se_sabe_que_es_deja_las_sumas_sin_verificar(donde: int) -> None:
    leido = _informe(*_FILAS[:donde], "", "Direcciones del litoral", "", *_FILAS[donde:])
    assert _sumas(leido) == {("NO_VERIFICABLE", "tabla_partida")}
    assert [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"] == []
    assert "LECTURA_DUDOSA" in {h.codigo for h in leido.hallazgos}
    assert leido.documento.estado == "parcial"


@pytest.mark.parametrize("entre", ["Región: III de Atacama", "REGIÓN DE ATACAMA"])
def test_una_region_entre_tablas_de_texto_no_las_deja_en_duda(entre: str) -> None:
    leido = _informe(*_FILAS, "", entre, "", _CABEZA, *_FILAS)
    assert _sumas(leido) == {("CUADRA", None)}
