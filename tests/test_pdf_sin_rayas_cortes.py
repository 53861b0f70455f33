"""PDF tables without strokes cut by a page end, with labels that touch, and the figures that look like a page's number."""

from __future__ import annotations

from pdf_de_prueba import Hoja, pdf

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import BloqueTabla
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

XS = (40.0, 150.0, 280.0, 390.0, 450.0, 510.0)
CABEZA = (("Objetivos", "Actividades", "Unidad", "Ponderación", "Cumple", "Ponderación"), ("", "", "responsable", "", "", "ganada"))
TITULO = ("Servicio Nacional de Turismo", "Etapa 3: Implementación del Programa de Trabajo GT 2009", "Región: del Maule")
Lineas = tuple[tuple[str, ...], ...]


def _fila(n: int, estado: str = "Si", objetivo: str = "") -> Lineas:
    ganada = "25" if estado == "Si" else "0"
    return ((objetivo, f"Pintar el muelle {n}", "Oficina de", "25", estado, ganada), ("del puerto" if objetivo else "", "de la caleta", "obras", "", "", ""))


FILAS = [_fila(1, objetivo="Mejorar la luz"), _fila(2), _fila(3, "No", "Cuidar la red"), _fila(4)]
TOTAL: Lineas = (("Total", "", "", "100", "", "75"),)
CIERRE = "Desempeño Anual Región Programa de Trabajo 2009 (%): 75"


def _poner(hoja: Hoja, y: float, filas: list[Lineas], paso: float = 9, entre: float = 18) -> float:
    for fila in filas:
        for n, linea in enumerate(fila):
            for x, texto in zip(XS, linea, strict=True):
                if texto:
                    hoja.texto(x, y + n * paso, texto, 7)
        y += (len(fila) - 1) * paso + entre
    return y


def _primera(filas: list[Lineas]) -> Hoja:
    hoja = Hoja()
    for n, linea in enumerate(TITULO):
        hoja.texto(40, 60 + 20 * n, linea, 9)
    _poner(hoja, 130, [CABEZA, *filas])
    return hoja


def _segunda(filas: list[Lineas], y: float = 60) -> Hoja:
    hoja = Hoja()
    y = _poner(hoja, y, filas)
    return hoja.texto(40, y + 10, CIERRE, 9)


def _leer(*hojas: Hoja) -> Informe:
    return informe_de(leer_bytes(pdf(*hojas), "a.pdf"), Declarado())


def _graves(leido: Informe) -> list[str]:
    return [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"]


def test_la_ultima_fila_sola_en_otra_pagina_sin_encabezado() -> None:
    leido = _leer(_primera(FILAS[:3]), _segunda([FILAS[3], TOTAL]))
    (tabla,) = leido.tablas
    assert [a.texto for f in tabla.filas for a in f.actividades] == [f"Pintar el muelle {n} de la caleta" for n in (1, 2, 3, 4)]
    assert tabla.filas[-1].total_ponderacion is not None and _graves(leido) == []


def test_el_total_solo_en_otra_pagina() -> None:
    leido = _leer(_primera(FILAS), _segunda([TOTAL]))
    (tabla,) = leido.tablas
    assert len(tabla.filas) == 4 and tabla.filas[-1].total_ganada is not None and _graves(leido) == []


def test_una_fila_y_el_total_bajo_el_encabezado_repetido() -> None:
    leido = _leer(_primera(FILAS[:3]), _segunda([CABEZA, FILAS[3], TOTAL]))
    (tabla,) = leido.tablas
    assert len(tabla.filas) == 4 and tabla.filas[-1].total_ganada is not None and _graves(leido) == []


def test_el_resto_de_una_fila_que_la_pagina_corto() -> None:
    cortada: Lineas = (FILAS[3][0],)
    resto: Lineas = (FILAS[3][1],)
    leido = _leer(_primera([*FILAS[:3], cortada]), _segunda([resto, TOTAL]))
    (tabla,) = leido.tablas
    assert [a.texto for a in tabla.filas[-1].actividades] == ["Pintar el muelle 4 de la caleta"] and _graves(leido) == []


def test_una_fila_que_no_cabe_en_la_tabla_la_deja_en_duda() -> None:
    corrida = Hoja()
    for x, texto in zip((25.0, 130.0, 250.0, 360.0, 420.0, 480.0), FILAS[3][0], strict=True):
        corrida.texto(x + 20, 60, texto or "Dar aviso", 7)
    leido = _leer(_primera(FILAS[:3]), corrida.texto(40, 100, CIERRE, 9))
    assert _graves(leido) == []


def test_otro_parrafo_al_abrir_la_pagina_no_es_de_la_tabla() -> None:
    hoja = Hoja().texto(40, 60, "Nivel Central", 9).texto(40, 80, "El texto sigue aquí con otra materia, sin tabla alguna.", 9)
    documento = leer_bytes(pdf(_primera([*FILAS, TOTAL]), hoja), "a.pdf")
    (tabla,) = (b for b in documento.bloques if isinstance(b, BloqueTabla))
    assert tabla.filas[-1].celdas[0].texto == "Total" and not any(f.corrida for f in tabla.filas)


def test_el_objetivo_impreso_una_vez_es_de_las_filas_que_siguen() -> None:
    leido = _leer(_primera([*FILAS, TOTAL]).texto(40, 320, CIERRE, 9))
    assert "MENOS_DE_DOS_ACTIVIDADES" not in [h.codigo for h in leido.hallazgos]


def test_rotulos_centrados_que_se_tocan_se_cortan_en_las_columnas() -> None:
    hoja = Hoja()
    for n, linea in enumerate(TITULO):
        hoja.texto(40, 60 + 20 * n, linea, 9)
    # one blank between "Ponderación", "Cumple" and "Ponderación", which begin before and end past their columns
    hoja.texto(45, 130, "Objetivos", 7).texto(160, 130, "Actividades", 7).texto(285, 130, "Responsable", 7)
    hoja.texto(363, 130, "Ponderación", 7).texto(415, 130, "Cumple o no", 7).texto(467, 130, "Ponderación ganada", 7)
    y = _poner(hoja, 150, [*FILAS, TOTAL])
    leido = _leer(hoja.texto(40, y + 10, CIERRE, 9))
    (tabla,) = leido.tablas
    assert [c.rol for c in tabla.columnas] == ["objetivo", "actividad", "responsable", "ponderacion", "estado", "ponderacion_ganada"]
    assert len(tabla.filas) == 4 and _graves(leido) == []


def test_una_cifra_en_medio_de_su_fila_no_es_el_numero_de_la_pagina() -> None:
    hoja = Hoja()
    for n, fila in enumerate((("Caleta", "Botes", "Redes"), ("Lirquén", "298", "7.145"), ("Tomé", "2", "6.020"), ("Lota", "122", "287"))):
        for x, texto in zip((60, 260, 460), fila, strict=True):
            hoja.texto(x, 30 + 18 * n, texto, 9)
    (tabla,) = (b for b in leer_bytes(pdf(hoja), "a.pdf").bloques if isinstance(b, BloqueTabla))
    assert [f.celdas[1].texto for f in tabla.filas] == ["Botes", "298", "2", "122"]


def test_un_encabezado_y_una_fila_al_pie_de_la_pagina() -> None:
    def hoja(filas: tuple[tuple[str, str, str], ...], y: int) -> Hoja:
        una = Hoja()
        for n, fila in enumerate(filas):
            for x, texto in zip((60, 260, 460), fila, strict=True):
                una.texto(x, y + 18 * n, texto, 9)
        return una

    cabeza = ("Caleta", "Botes", "Redes")
    primera = hoja((cabeza, ("Lirquén", "98", "7.145")), 700).texto(60, 60, "Anexo con las caletas catastradas", 9)
    segunda = hoja((cabeza, ("Tomé", "31", "6.020"), ("Lota", "122", "287"), ("Total", "251", "13.452")), 60)
    (tabla,) = (b for b in leer_bytes(pdf(primera, segunda), "a.pdf").bloques if isinstance(b, BloqueTabla))
    assert [f.celdas[0].texto for f in tabla.filas] == ["Caleta", "Lirquén", "Tomé", "Lota", "Total"]


def test_cifras_de_dos_columnas_que_no_se_distinguen_no_se_suman() -> None:
    hoja = Hoja()
    for n, linea in enumerate(TITULO):
        hoja.texto(40, 60 + 20 * n, linea, 9)
    # a wide label over the last columns leaves no blank between them, whatever the rows show
    hoja.texto(40, 130, "Objetivos", 7).texto(150, 130, "Actividades", 7).texto(280, 130, "Unidad", 7)
    hoja.texto(360, 130, "ponderaciones-comprometidas-y-cumplimientos-logrados", 7)
    y = _poner(hoja, 150, [*FILAS, TOTAL])
    leido = _leer(hoja.texto(40, y + 10, CIERRE, 9))
    assert _graves(leido) == [] and "LECTURA_DUDOSA" in [h.codigo for h in leido.hallazgos]
