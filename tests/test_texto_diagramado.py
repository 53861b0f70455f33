"""Text that keeps its columns by blanks (``pdftotext -layout``): one dialect more, and what it must not do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extractor.formatos.columnas.opciones import columnas_de_opciones
from extractor.lectores.diagramado.cortes import Franja
from extractor.lectores.diagramado.hoja import hojas
from extractor.lectores.texto import leer
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import BloqueTabla, Documento, Parrafo
from extractor.modelo.informe import Informe
from extractor.proceso import procesar

TITULO = """ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007

SERVICIO: Dirección de Faros del Sur

Actividad 1.1: Implementación de las actividades del Programa de Trabajo GT 2007
Región: XII de Magallanes
"""
APILADA = (
    TITULO
    + """Objetivos                  Actividades                Pond.        Cumple o        Ponderación
Específicos                                           actividad    No cumple       ganada
Encender los faros de      Pintar las torres del      30           Cumplido        30
los canales australes      canal                      70           No cumple       0
                           Cambiar las lámparas de    100                          30
                           las islas
Enseñar el oficio en los   Abrir un taller en         60           Cumplido        60
puertos                    Natales                    40           Cumplido        40
                           Imprimir una cartilla      100                          100


Responsable del informe: Unidad de Señales.
"""
)
ALINEADA = (
    TITULO
    + """Objetivos                  Actividades                Pond.        Cumple o        Ponderación
Específicos                                           actividad    No cumple       ganada
Encender los faros de      Pintar las torres del      30           Cumplido        30
los canales australes      canal
                           Cambiar las lámparas de    70           No cumple       0
                           las islas
                           Total                      100                          30
"""
)


def _leido(texto: str) -> Documento:
    return leer(texto.encode("utf-8"), "t.txt", "0")


def _tablas(texto: str) -> list[list[list[str]]]:
    return [[[c.texto for c in f.celdas] for f in b.filas] for b in _leido(texto).bloques if isinstance(b, BloqueTabla)]


def _informe(texto: str, tmp_path: Path) -> Informe:
    ruta = tmp_path / "t.txt"
    ruta.write_text(texto, "utf-8")
    return procesar(ruta, "t.txt", Declarado())


def _actividades(informe: Informe) -> list[tuple[str | None, str | None, str | None]]:
    def valor(cifra: Any) -> str | None:
        return None if cifra is None else cifra.valor

    return [
        (a.texto, valor(a.ponderacion), valor(a.ponderacion_ganada))
        for t in informe.tablas
        for f in t.filas
        for a in f.actividades
    ]


def test_actividades_apiladas_en_una_fila(tmp_path: Path) -> None:
    """The weights stand on lines one after the other whatever the activities take: they are paired by order."""
    informe = _informe(APILADA, tmp_path)
    assert informe.documento.lector.endswith("diagramado)")
    assert _actividades(informe) == [
        ("Pintar las torres del canal", "30", "30"),
        ("Cambiar las lámparas de las islas", "70", "0"),
        ("Abrir un taller en Natales", "60", "60"),
        ("Imprimir una cartilla", "40", "40"),
    ]
    assert [f.total_ponderacion.valor for f in informe.tablas[0].filas if f.total_ponderacion] == ["100", "100"]


def test_cada_actividad_en_su_fila() -> None:
    """Each weight stands beside the first line of its activity: a row each, the objective merged over them."""
    (tabla,) = _tablas(ALINEADA)
    assert tabla[1] == ["Encender los faros de los canales australes", "Pintar las torres del canal", "30", "Cumplido", "30"]
    assert tabla[2] == ["Cambiar las lámparas de las islas", "70", "No cumple", "0"]


def test_el_lugar_de_cada_valor_es_su_linea_y_sus_columnas() -> None:
    lineas = APILADA.split("\n")
    vistos = 0
    for bloque in _leido(APILADA).bloques:
        for fila in bloque.filas if isinstance(bloque, BloqueTabla) else ():
            for celda in fila.celdas:
                for lugar in celda.origen.lugares if celda.parrafos else ():
                    assert lugar.linea_inicio is not None
                    assert lineas[lugar.linea_inicio - 1][lugar.inicio : lugar.fin] == lugar.texto
                    vistos += 1
    assert vistos > 30


def test_una_celda_llena_deja_un_solo_blanco() -> None:
    """Letters are not of one width on paper: the text of a full cell ends right before the next column, or pushes it aside."""
    texto = APILADA.replace("canal                      70 ", "canal austral y sus faros 70 ").replace(
        "los canales australes      canal", "los canales australes todos canal"
    )
    celdas = _tablas(texto)[0][1]
    assert celdas[0] == "Encender los faros de los canales australes todos"
    assert celdas[1].startswith("Pintar las torres del canal austral y sus faros Cambiar")
    assert celdas[2] == "30 70 100"


def test_la_tabla_sigue_en_la_pagina_siguiente(tmp_path: Path) -> None:
    """Header and footer of the page go, and the row that the page end broke is one."""
    cabeza, cola = APILADA.split("                           Cambiar las lámparas")
    partes = f"Faros del Sur\n\n\n{cabeza}\n\n\nInforme 2007\n\fFaros del Sur\n\n\n                           Cambiar las lámparas{cola}"
    informe = _informe(partes + "\n\nInforme 2007\n", tmp_path)
    assert [a[1:] for a in _actividades(informe)] == [("30", "30"), ("70", "0"), ("60", "60"), ("40", "40")]
    assert informe.documento.estado == "ok"


def test_la_pagina_que_pierde_columnas_se_dice(tmp_path: Path) -> None:
    """The next page shows other columns: no row of it is read as if it were sure, and the first part is not judged."""
    cabeza, _ = APILADA.split("Enseñar el oficio")
    resto = "".join(
        f"y las lámparas de la isla {n}     Abrir el taller {n}   1{n}   13   14   15   Cumplido   6{n}\n" for n in range(3)
    )
    informe = _informe(f"{cabeza}\f{resto}", tmp_path)
    assert informe.documento.estado == "parcial"
    assert "LECTURA_DUDOSA" in {h.codigo for h in informe.hallazgos}
    assert {h.gravedad for h in informe.hallazgos} == {"aviso"}


@pytest.mark.parametrize("salto", ["\n", "\r\n"])
def test_texto_corrido_no_es_diagramado(salto: str) -> None:
    """Wide blanks in a sentence, or a list, make no columns."""
    texto = salto.join(
        ["Se  visitó la isla.", "El faro   funciona desde marzo de 2007.", "1.  Pintar", "2.  Cambiar lámparas", "Fin."]
    )
    assert "diagramado" not in _leido(texto).lector


def test_un_texto_con_tabulaciones_o_barras_sigue_siendo_lo_que_era() -> None:
    assert "diagramado" not in _leido(APILADA + "\tcelda\tcelda\n").lector
    assert "diagramado" not in _leido(APILADA + "| a | b |\n| c | d |\n").lector


def test_lineas_de_desempeno_aparte(tmp_path: Path) -> None:
    """A label over two lines beside its value, right below another: two rows."""
    texto = (
        "Desempeño Anual Región Programa de Trabajo (diseño,          90%\nacceso) 2009 (%) (11)\n"
        "Desempeño Anual Servicio (CUMPLE / NO CUMPLE) (12)           CUMPLE\n"
    )
    (tabla,) = _tablas(ALINEADA + "\n\n" + texto)[1:]
    assert tabla == [
        ["Desempeño Anual Región Programa de Trabajo (diseño, acceso) 2009 (%) (11)", "90%"],
        ["Desempeño Anual Servicio (CUMPLE / NO CUMPLE) (12)", "CUMPLE"],
    ]


def test_cifra_pegada_al_texto_vecino() -> None:
    """A figure that the full text beside it took in goes back to its column."""
    texto = APILADA.replace(
        "los canales australes      canal                      70 ", "los canales australes      canal y las bocas del sur 70 "
    )
    assert _tablas(texto)[0][1][2] == "30 70 100"


@pytest.mark.parametrize("vineta", ["{n}.   ", "{n}      ", "•   "])
def test_una_lista_larga_se_mira_una_vez(vineta: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line of a list was looked at anew as the beginning of a table that went on to its end."""
    miradas = 0
    pasa = Franja.pasa

    def contada(franja: Franja, renglon: Any) -> bool:
        nonlocal miradas
        miradas += 1
        return pasa(franja, renglon)

    monkeypatch.setattr(Franja, "pasa", contada)
    lineas = [vineta.format(n=n) + f"Se pintó el faro número {n} del canal" for n in range(1, 301)]
    assert "diagramado" not in _leido("\n".join(lineas)).lector
    assert miradas < 20 * len(lineas)


def test_una_tabla_tras_una_lista_larga_se_lee() -> None:
    lista = "".join(f"{n}.   Se pintó el faro número {n}\n" for n in range(1, 41)) + "\nActividad 1.1: Implementación\n\n"
    assert _tablas(lista + APILADA.removeprefix(TITULO)) == _tablas(APILADA)


def test_un_renglon_de_cientos_de_trozos_no_es_de_tabla() -> None:
    """No form has so many columns; to part them took the cube of the stretches."""
    renglon = "  ".join(f"palabra{n}" for n in range(200))
    (pagina,) = hojas([renglon, "Faro      30"])
    assert [len(r.trozos) for r in pagina.renglones] == [1, 2]
    assert pagina.renglones[0].trozos[0].texto == renglon


_RESPUESTAS = (
    """Objetivos                  Actividades                Pond.      ¿Cumple?             Ponderación
                                                                 Sí        No         ganada
""",
    """Objetivos                  Actividades                Pond.      Cumplimiento         Ponderación
Específicos                                           actividad  Sí        No         ganada
""",
    """Objetivos                  Actividades                Pond.      ¿Se logró?           Ponderación
                                                                 Sí        No         ganada
""",
    """Objetivos                  Actividades                Pond.      Resultado            Ponderación
Específicos                                           actividad  Cumple   No cumple   ganada
""",
    """Objetivos                  Actividades                Pond.      Logro de la tarea    Ponderación
Específicos                                           actividad  Cumple   No cumple   ganada
""",
)
_RESPUESTAS_FILAS = (
    "Encender los faros de      Pintar las torres del      30         X                    30\n"
    "los canales australes      canal\n"
    "                           Cambiar las lámparas de    70                  X           0\n"
    "                           las islas\n"
)


@pytest.mark.parametrize("cabeza", _RESPUESTAS)
def test_el_veredicto_bajo_un_titulo_de_dos_columnas(cabeza: str, tmp_path: Path) -> None:
    """The second answer was lost with its header, and the row told as incomplete."""
    titulo = TITULO.replace("Dirección de Faros del Sur", "Dirección de Obras Portuarias")
    leido = _informe(titulo + cabeza + _RESPUESTAS_FILAS, tmp_path)
    (tabla,) = leido.tablas
    assert [c.rol for c in tabla.columnas] == ["objetivo", "actividad", "ponderacion", "estado", "estado", "ponderacion_ganada"]
    assert [a.estado.valor for f in tabla.filas for a in f.actividades if a.estado] == ["CUMPLE", "NO_CUMPLE"]
    assert leido.hallazgos == ()
    con_total = _informe(titulo + cabeza + _RESPUESTAS_FILAS + f"{'':27}Total{'':22}100{'':28}30\n", tmp_path)
    assert [c.texto for c in con_total.tablas[0].columnas] == [c.texto for c in tabla.columnas]
    assert con_total.hallazgos == ()


def test_dos_cifras_bajo_una_ponderacion_no_son_veredictos() -> None:
    """What the weight is if fulfilled and if not: figures, whatever answers their labels end in."""
    cabeza = _RESPUESTAS[0].replace("¿Cumple?   ", "Ponderación")
    (tabla,) = [b for b in _leido(TITULO + cabeza + _RESPUESTAS_FILAS).bloques if isinstance(b, BloqueTabla)]
    assert columnas_de_opciones(tabla.filas[0].celdas) == {}
    (otra,) = [b for b in _leido(TITULO + _RESPUESTAS[0] + _RESPUESTAS_FILAS).bloques if isinstance(b, BloqueTabla)]
    assert columnas_de_opciones(otra.filas[0].celdas) == {3: "Sí", 4: "No"}


DEFINICIONES = """2. Definiciones

Costa:             borde que se ordena para entregar un producto.
Faro:              luz que se mantiene para quienes navegan.
Cuadrilla:         personas que aplican este procedimiento en cada puerto y
                   responden por él.
"""


@pytest.mark.parametrize("titulo", ["3. Responsabilidades", "3.- De los turnos", "3) Registros"])
def test_el_titulo_de_una_seccion_tras_un_salto_de_pagina_no_es_de_la_celda(titulo: str) -> None:
    """It was taken for the rest of the last cell, and the section was lost unsaid."""
    leido = _leido(
        DEFINICIONES + f"\f{titulo}\n\nJefe:              aprueba el programa de luces.\nFarero:            enciende las luces.\n"
    )
    assert titulo in [b.texto for b in leido.bloques if isinstance(b, Parrafo)]


def test_el_item_que_sigue_tras_un_salto_de_pagina_es_de_su_celda() -> None:
    """Numbered after those of its column, and not at the margin of its page."""
    previa = DEFINICIONES.replace(
        "responden por él.", "responden por él:\n                   1. Pintar.\n                   2. Medir."
    )
    leido = _leido(
        previa
        + "\f                   3. Encender.\n\nSeñal:             aviso que se da a quienes navegan.\nBoya:              señal que flota.\n"
    )
    tablas = [b for b in leido.bloques if isinstance(b, BloqueTabla)]
    assert any("3. Encender." in c.texto for t in tablas for f in t.filas for c in f.celdas)
    assert not [b for b in leido.bloques if isinstance(b, Parrafo) and "Encender" in b.texto]


def test_dos_rotulos_a_un_blanco_no_son_un_titulo() -> None:
    cabeza = (
        "Objetivos                  Actividades                Ponderación Cumple o no    Ponderación\n"
        "                                                      actividad       cumple     ganada\n"
    )
    filas = _RESPUESTAS_FILAS.replace("30         X                    30", "30              Cumple     30")
    filas = filas.replace("70                  X           0", "70              No cumple  0")
    (tabla,) = _tablas(TITULO + cabeza + filas)
    assert tabla[0] == ["Objetivos", "Actividades", "Ponderación actividad", "Cumple o no cumple", "Ponderación ganada"]
    assert [f[-3:] for f in tabla[1:]] == [["30", "Cumple", "30"], ["70", "No cumple", "0"]]
