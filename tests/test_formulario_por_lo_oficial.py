"""Forms told by what they keep of the official one: its title, the numbers of its notes, the labels it requires, the cover's year."""

from __future__ import annotations

from ayudas_docx import hacer, p, r, tabla

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

CABEZA_2007 = ("Servicio: Dirección del Trabajo", "ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO 2007")
TITULO_2007 = "Actividad 1.1: Implementación de las actividades del Programa de Trabajo GT 2007"
TITULO_2009 = "Actividad III. 1. Programa de Trabajo de Gestión Territorial 2009"
CABEZA_2009 = ("Servicio de Salud Maule", "FORMATOS DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009", TITULO_2009)
SIN_PESOS = (
    ("Actividades", "Objetivos Específicos", "Cumple o No cumple", "Envergadura", "Envergadura lograda"),
    ("Abrir la oficina de Lota", "Acercar la atención", "Cumple", "60", "60"),
    ("Capacitar a los inspectores", "Acercar la atención", "No cumple", "40", "0"),
)


def leido(lineas: tuple[str, ...], *filas: tuple[str, ...]) -> Informe:
    cuerpo = "".join(p(r(linea)) for linea in lineas) + (tabla(*(tuple(p(r(c)) for c in f) for f in filas)) if filas else "")
    return informe_de(leer_bytes(hacer(cuerpo), "prueba.docx"), Declarado())


def roles(informe: Informe) -> list[str]:
    return [c.rol for c in informe.tablas[0].columnas]


def test_bajo_su_titulo_oficial_dos_columnas_de_cifras_son_los_pesos() -> None:
    informe = leido((*CABEZA_2007, TITULO_2007, "Región: Biobío"), *SIN_PESOS)
    assert informe.tablas[0].tipo == "programa_trabajo"
    assert roles(informe) == ["actividad", "objetivo", "estado", "ponderacion", "ponderacion_ganada"]
    # which figures are which is supposed: told, and nothing is found with it
    assert any("Envergadura" in h.explicacion for h in informe.hallazgos)
    assert {h.gravedad for h in informe.hallazgos} == {"aviso"}


def test_las_cifras_no_son_indicadores() -> None:
    filas = (("Cumple o No cumple", "Actividades", "Objetivos Específicos", "Magnitud", "Magnitud lograda"),
             *(((f[2], f[0], f[1], *f[3:])) for f in SIN_PESOS[1:]))  # fmt: skip
    informe = leido((*CABEZA_2007, TITULO_2007, "Región: Biobío", "Etapa N°4"), *filas)
    assert informe.tablas[0].tipo == "otra"
    informe = leido(("Etapa N°4", *CABEZA_2007, TITULO_2007, "Región: Biobío"), *filas)
    assert roles(informe) == ["estado", "actividad", "objetivo", "ponderacion", "ponderacion_ganada"]


def test_sin_el_titulo_no_se_supone() -> None:
    informe = leido((*CABEZA_2007, "Región: Biobío"), *SIN_PESOS)
    assert [t.tipo for t in informe.tablas] == ["otra"]
    assert informe.documento.estado == "parcial"


def test_una_etapa_3_sin_programa_se_dice() -> None:
    analisis = (("Modificaciones", "Recomendaciones", "Compromisos", "Responsable"), ("Se cambió", "Seguir", "Abrir", "Unidad"))
    informe = leido((*CABEZA_2007, TITULO_2007, "Actividad 1.2: Análisis del avance", "Región: Biobío"), *analisis)
    assert [t.tipo for t in informe.tablas] == ["analisis_avance"]
    assert any("ninguna tabla del programa de trabajo" in h.mensaje for h in informe.hallazgos)


def test_lo_que_exige_el_formulario_basta_entre_muchas_columnas() -> None:
    informe = leido(
        (*CABEZA_2007[:1], "Gestión Territorial 2008", CABEZA_2007[1], "Región: Biobío"),
        ("Ítem", "Actividades", "Pactado", "Ponderación actividad", "Cumple o No cumple", "Glosa", "Folio", "Cuenta", "Sello"),
        ("a", "Abrir la oficina de Lota", "1 oficina", "70", "Cumple", "x", "x", "x", "x"),
        ("b", "Capacitar a los inspectores", "9 cursos", "30", "No cumple", "x", "x", "x", "x"),
    )
    assert informe.tablas[0].tipo == "programa_trabajo"
    assert {"actividad", "ponderacion", "estado"} <= set(roles(informe))


def test_el_numero_de_nota_del_formulario_dice_la_columna() -> None:
    cabeza = ["Objetivos específicos (2)", "Patrón (3)", "Resultado anual del indicador (4)", "Meta anual o actividades comprometidas (5)",
              "Unidad Responsable (6)", "Medio de verificación (7)", "Ponderación (%) (8)", "Cumple/no cumple (9)", "Ponderación ganada (10)"]  # fmt: skip
    fila = ("Atender urgencias", "N° de atenciones", "9 atenciones", "- Abrir la sala", "Unidad Dental", "Registro", "100", "si", "100")
    assert roles(leido((*CABEZA_2009, "REGIÓN (1): Maule"), tuple(cabeza), fila))[1] == "indicador"
    # where the others do not keep the form's numbers, this one says nothing
    cabeza[2] = "Resultado anual del indicador (7)"
    assert roles(leido((*CABEZA_2009, "REGIÓN (1): Maule"), tuple(cabeza), fila))[1] == "otro"


def test_el_anio_de_la_portada_de_una_guia() -> None:
    guia = ("GUÍA DE PROCEDIMIENTO PARA DERIVAR", "Sistema de Atención de Usuarios, año 2010", "1 Objetivo", "Ordenar.", "2 Alcance",
            "Todo el servicio.", "3 Responsabilidades", "La jefatura responde.", "4 Registros", "Acta.")  # fmt: skip
    informe = leido(guia)
    assert (informe.documento.tipo, informe.documento.anio) == ("guia", 2010)
