"""What used to be lost unsaid: objectives in a band over the header, sheets of text, sections after one blank line, blank totals."""

from __future__ import annotations

import io

import openpyxl
import pytest
from ayudas_reconciliador import aplanar
from ayudas_texto import informe as de_texto

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

CABEZA = (
    "<html><body><p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p>"
    "<p>Actividad 1.1: Implementación de las actividades del Programa de Trabajo GT 2007</p><p>Región: 9ª Región</p>"
)
ROTULOS = ("Obj.", "Actividades", "Ponderación por actividad", "Cumple o no cumple", "Ponderación ganada")
FILAS = (("1", "Podar los huertos", "60%", "100%", "60%"), ("2", "Injertar los ciruelos", "40%", "0%", "60%"))


def pagina(banda: str, *filas: tuple[str, ...]) -> Informe:
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in fila)}</tr>" for fila in (ROTULOS, *filas))
    tabla = f"<table border=1>{f'<tr><td colspan=5>{banda}</td></tr>' if banda else ''}{cuerpo}</table></body></html>"
    return informe_de(leer_bytes(f"{CABEZA}{tabla}".encode(), "informe.html"), Declarado())


@pytest.mark.parametrize("banda", [
    "Objetivos específicos: 1. Sanar los frutales. 2. Renovar las variedades.",
    "<p>Objetivos específicos</p><p>1. Sanar los frutales.</p><p>2. Renovar las variedades.</p>",
])  # fmt: skip
def test_los_objetivos_de_una_banda_sobre_el_encabezado_son_de_la_tabla(banda: str) -> None:
    (tabla,) = pagina(banda, *FILAS).tablas
    assert [(o.numero, o.texto.rstrip(".")) for o in tabla.objetivos] == [("1", "Sanar los frutales"), ("2", "Renovar las variedades")]
    assert [a.objetivos for f in tabla.filas for a in f.actividades] == [("1",), ("2",)]


@pytest.mark.parametrize("banda", ["", "Objetivos específicos", "Control de resultados", "Programa de la comuna de Angol: 2 objetivos"])
def test_otra_banda_no_dice_objetivos(banda: str) -> None:
    (tabla,) = pagina(banda, *FILAS).tablas
    assert tabla.objetivos == () and len(tabla.filas) == 2


@pytest.mark.parametrize("rotulo", ["Total", "Suma", "SUB-TOTAL"])
def test_un_total_que_nadie_escribio_no_es_una_actividad(rotulo: str) -> None:
    (tabla,) = pagina("", *FILAS, ("", rotulo, "", "", "")).tablas
    assert [a.texto for f in tabla.filas for a in f.actividades] == ["Podar los huertos", "Injertar los ciruelos"]


def test_una_actividad_que_habla_de_totales_se_queda() -> None:
    (tabla,) = pagina("", *FILAS, ("2", "Total de visitas a los huertos del valle", "", "", "")).tablas
    assert len([a for f in tabla.filas for a in f.actividades]) == 3


def libro(*hojas: tuple[str, tuple[tuple[str, ...], ...]]) -> Informe:
    archivo, salida = openpyxl.Workbook(), io.BytesIO()
    archivo.remove(archivo.active)
    for nombre, filas in hojas:
        hoja = archivo.create_sheet(nombre)
        for fila in filas:
            hoja.append(fila)
    archivo.save(salida)
    return informe_de(leer_bytes(salida.getvalue(), "informe.xlsx"), Declarado())


PORTADA = (("ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007",), ("Región: 9ª Región",), (), ROTULOS, *FILAS)
NOTAS = (("Comentarios de la oficina",), ("Ayudaron tres liceos (Angol y Purén).",), ("Región: 9ª Región",))


def test_una_hoja_de_texto_tras_las_tablas_es_una_seccion() -> None:
    leido = libro(("Programa", PORTADA), ("Comentarios", NOTAS))
    (seccion,) = leido.secciones
    assert seccion.titulo == "Comentarios" and seccion.texto == "Comentarios de la oficina Ayudaron tres liceos (Angol y Purén)."
    assert [(h[0], h[1]) for h in aplanar(leido, "CONTEO_NO_CUADRA")] == [("CONTEO_NO_CUADRA", seccion.id)]


def test_una_portada_o_una_hoja_con_tabla_no_son_secciones() -> None:
    assert libro(("Portada", (("Informe de la oficina",), ("Documento interno",))), ("Programa", PORTADA)).secciones == ()
    assert libro(("Programa", PORTADA), ("Otra", (("Comentarios de la oficina",), (), *PORTADA[3:]))).secciones == ()


EVALUACION = (
    "ETAPA N°4 - EVALUACIÓN 2008\n\n\tDIRECCION REGIONAL: ATACAMA\n\n\tOBJETIVO N°1:\n\n\tDescripción del desarrollo\n\n"
    "{uno}\n\n\tDesarrollo alcanzado\n\tRecomendaciones para mejorar el diseño y la implementación 2009.\n\n"
    "\tSe midió la sequía.\n\tAvance mayor\n\n\n"
)


def test_una_seccion_del_formulario_se_abre_tras_un_blanco() -> None:
    leido = de_texto(EVALUACION.format(uno="1.1. Perspectiva territorial del programa"))
    assert [(s.nivel, s.numero, s.campos.get("grado_avance")) for s in leido.secciones if s.numero == "1.1"] == [("seccion", "1.1", "MAYOR")]


@pytest.mark.parametrize("otra", ["1.1. Los pozos del valle", "1.4. Perspectiva territorial del programa", "Perspectiva territorial del programa"])
def test_otro_titulo_tras_un_blanco_es_de_la_celda(otra: str) -> None:
    leido = de_texto(EVALUACION.format(uno=otra))
    assert [s.numero for s in leido.secciones if s.nivel == "seccion" and s.numero] == []


def test_cada_hoja_se_lee_con_su_propio_encabezado() -> None:
    otra = ((), ("Región: 10ª Región",), (), ("N°", "Ponderación por actividad", "Actividades", "Ponderación ganada", "Cumple o no cumple"),
            ("1", "55%", "Secar la fruta", "55%", "100%"), ("2", "45%", "Guardar la leña", "45%", "100%"))
    leido = libro(("Programa", PORTADA), ("Los Lagos", otra))
    assert [[a.ponderacion.valor for f in t.filas for a in f.actividades if a.ponderacion] for t in leido.tablas] == [["60", "40"], ["55", "45"]]
    assert "LECTURA_DUDOSA" not in {h.codigo for h in leido.hallazgos}


def test_un_encabezado_con_un_rotulo_de_menos_pone_la_tabla_en_duda() -> None:
    """A serial number came into the rows and not into the header."""
    rotulos = ("Ponderación por actividad", "Objetivo", "Actividades", "Cumple o no cumple", "Ponderación ganada", "")
    filas = (("1", "60", "Sanar", "Podar los huertos", "Cumple", "60"), ("2", "40", "Renovar", "Injertar los ciruelos", "No cumple", "0"))
    leido = libro(("Programa", (*PORTADA[:3], rotulos, *filas)))
    assert {(h.codigo, h.gravedad) for h in leido.hallazgos} == {("LECTURA_DUDOSA", "aviso")}
    assert all(v.resultado == "NO_VERIFICABLE" for v in leido.verificaciones if v.regla == "PONDERACIONES_NO_SUMAN_100")


def test_un_numero_de_orden_y_el_del_objetivo_no_corren_los_rotulos() -> None:
    rotulos = ("", "Objetivo", "Actividades", "Ponderación por actividad", "Cumple o no cumple", "Ponderación ganada")
    filas = (("a)", "1", "Podar los huertos", "60", "Cumple", "60"), ("b)", "1", "Injertar los ciruelos", "25", "No cumple", "25"),
             ("c)", "2", "Vender las guindas", "15", "Cumple", "15"))  # fmt: skip
    leido = libro(("Programa", (*PORTADA[:3], rotulos, *filas)))
    assert [(h.codigo, h.informado) for h in leido.hallazgos if h.gravedad != "aviso"] == [("GANADA_NO_CORRESPONDE", "25")]


def test_una_hoja_no_hereda_la_region_de_las_tablas_de_la_anterior() -> None:
    otra = (*PORTADA[:1], ("Región: 7ª Región",), *PORTADA[2:])
    leido = libro(("Angol", PORTADA), ("Linares", otra), ("Cuentas", (("Oficina", "Puntos"), ("Norte", "60"), ("Sur", "40"))))
    assert [t.region.codigos for t in leido.tablas] == [("09",), ("07",), ()]


def test_la_region_de_una_portada_es_la_de_las_hojas_que_siguen() -> None:
    leido = libro(("Portada", PORTADA[:2]), ("Programa", PORTADA[3:]))
    assert [t.region.codigos for t in leido.tablas] == [("09",)]
