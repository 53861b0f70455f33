"""Text laid out by blanks: centred labels over several lines that stand one blank apart, wider than what is under them."""

from __future__ import annotations

from ayudas_texto import informe

from extractor.modelo.informe import Informe

TITULO = "Formatos de la etapa 3: implementación del programa de trabajo GT 2009\n\nActividad III. 1. Programa de Trabajo 2009\nREGIÓN (1): Región del Maule\n"
CABEZA = """\
      Objetivos            Meta anual o actividades          Unidad    Ponderación Cumple/no Ponderación
    específicos (2)          comprometidas (5)             Responsable   (%) (8)    cumple   ganada (10)
                                                               (6)                    (9)
"""
UNAS = """\
Encender los faros       - Cambiar las lámparas. -        Dirección      40         si         40
del canal                Pintar la torre del sur          Regional
Cuidar las boyas de      - Fondear dos boyas nuevas. -    Encargada de   35         no         0
la bahía                 Revisar las cadenas cada mes     Señales
"""
OTRAS = """\
Enseñar el oficio        - Arrendar la sala. - Llamar     Unidad de      25         si         25
en los puertos           a los aprendices                 Talleres
Total                                                                    100                   65
"""
PIE = "\nDesempeño Anual Región Programa de Trabajo 2009 (%) (11): 65%\n"
AVANCE = """\
Actividad III. 4. Análisis del avance
REGIÓN: Región del Maule
 Objetivos específicos       Avance efectivo en la    Avance en la            Recomendaciones         Responsable
          (2)                 implementación de implementación de              y compromisos              (5)
                               las actividades (2) las medidas de la            para superar
                                                     autoridad (3)             dificultades (4)
Encender los faros           Lámparas puestas y la    La armada cedió las     Comprar otras dos       Dirección
del canal                    torre del sur pintada    escaleras               lámparas                Regional
Cuidar las boyas de la bahía Se fondeó una de dos por Sin medidas de la       Fondear la segunda en   Encargada
                             falta de cadenas         autoridad               enero                   de Señales
Enseñar el oficio en         Sala arrendada y nueve   Visita del intendente   Repetir el taller       Unidad de
los puertos                  aprendices               al taller               cada año                Talleres
"""


def _graves(leido: Informe) -> list[str]:
    return [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"]


def _roles(leido: Informe, cual: int = 0) -> list[str]:
    return [c.rol for c in leido.tablas[cual].columnas]


PROGRAMA = ["objetivo", "meta_o_actividades", "responsable", "ponderacion", "estado", "ponderacion_ganada"]


def test_rotulos_de_tres_renglones_que_se_tocan() -> None:
    leido = informe(TITULO + CABEZA + UNAS + OTRAS + PIE)
    (tabla,) = leido.tablas
    assert _roles(leido) == PROGRAMA and tabla.columnas[3].texto.startswith("Ponderación (%)")
    assert [f.ponderacion.valor for f in tabla.filas if f.ponderacion] == ["40", "35", "25"]
    assert tabla.filas[1].celdas[2] == "Encargada de Señales" and _graves(leido) == []


def test_vinetas_al_final_del_renglon_son_de_su_lista() -> None:
    unas = UNAS.replace("- Fondear dos boyas nuevas. -    Encargada", "- Fondear las dos boyas de. - Encargada")
    (tabla,) = informe(TITULO + CABEZA + unas + OTRAS + PIE).tablas
    assert tabla.filas[1].celdas[1:3] == ("- Fondear las dos boyas de. - Revisar las cadenas cada mes", "Encargada de Señales")


def test_el_encabezado_repetido_en_otra_pagina_corrido() -> None:
    corrida = "".join(x.replace("    ", "   ", 2) + "\n" for x in (CABEZA + OTRAS).splitlines())
    leido = informe(TITULO + CABEZA + UNAS + "\f" + corrida + PIE)
    (tabla,) = leido.tablas
    assert len(tabla.filas) == 3 and tabla.filas[-1].total_ganada is not None and _graves(leido) == []


def test_la_tabla_de_avance_sin_cifras_y_con_celdas_llenas() -> None:
    leido = informe(TITULO + CABEZA + UNAS + OTRAS + PIE + "\n" + AVANCE)
    tabla = leido.tablas[1]
    assert tabla.tipo == "analisis_avance"
    assert _roles(leido, 1) == ["objetivo", "avance", "medidas", "recomendaciones", "responsable"]
    assert [f.celdas[0] for f in tabla.filas] == [
        "Encender los faros del canal", "Cuidar las boyas de la bahía", "Enseñar el oficio en los puertos",
    ]  # fmt: skip
    assert tabla.filas[1].celdas[1:3] == ("Se fondeó una de dos por falta de cadenas", "Sin medidas de la autoridad")
    assert _graves(leido) == []


def test_filas_enteras_en_el_encabezado_dejan_en_duda_la_tabla() -> None:
    cabeza = """\
 Objetivos             Actividades           Ponderación Cumple Ponderación
                                                          o no    ganada
"""
    filas = """\
Encender los faros     Pintar las torres 1 30              Si 30
                       Cambiar lámparas 2 40               Si 40
                       Comprar escobas      30             Si   30
Total                                       100                 100
"""
    assert _graves(informe(TITULO + cabeza + filas)) == []
