"""Forms of spreadsheets and word processors that are told by their columns: two-row headers over a grid, headers printed again,
programmes that head their rows inside the table, and tables of nobody knows what beside them."""

from __future__ import annotations

import io

import openpyxl
import pytest
from ayudas_docx import hacer, p, r, tabla, tc

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Tabla
from extractor.proceso import informe_de

TITULO = "ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GESTIÓN TERRITORIAL 2009"
Fila = tuple[object, ...]
GRUPOS: tuple[Fila, Fila] = (
    ("N°", "Objetivo", "Actividad", "Medición", None, None, "Respaldos", None),
    (None, None, None, "Peso (%)", "Cumple / no cumple", "Peso ganado", "Encargado", "Verificador"),
)
HECHAS: tuple[Fila, ...] = (
    ("1", "Acercar la biblioteca", "Abrir la sala de Quirihue", "30", "Si", "30", "Área norte", "Acta"),
    ("2", None, "Mover el bibliobús", "30", "Si", "30", "Área norte", "Bitácora"),
    ("3", "Formar lectores", "Dictar el taller de cuentos", "20", "Si", "20", "Área sur", "Lista"),
    ("4", None, "Formar clubes", "20", "No", "0", "Área sur", "Lista"),
)  # fmt: skip
TOTAL: Fila = (None, "TOTAL", None, "100", None, "80", None, None)


def libro(*filas: Fila, unidas: tuple[str, ...] = ()) -> Informe:
    hoja = openpyxl.Workbook().active
    assert hoja is not None
    for fila in filas:
        hoja.append(list(fila))
    for rango in unidas:
        hoja.merge_cells(rango)
    salida = io.BytesIO()
    assert hoja.parent is not None
    hoja.parent.save(salida)
    return informe_de(leer_bytes(salida.getvalue(), "libro.xlsx"), Declarado())


def cabezas(desde: int) -> tuple[str, ...]:
    """The merges of a header of two rows: three labels over both, two that group."""
    alto = [f"{c}{desde}:{c}{desde + 1}" for c in "ABC"]
    return (*alto, f"D{desde}:F{desde}", f"G{desde}:H{desde}")


def pesos(leida: Tabla) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [
        (a.texto, a.ponderacion.valor if a.ponderacion else None, a.estado.valor if a.estado else None,
         a.ponderacion_ganada.valor if a.ponderacion_ganada else None)
        for f in leida.filas for a in f.actividades
    ]  # fmt: skip


LEIDAS = [("Abrir la sala de Quirihue", "30", "CUMPLE", "30"), ("Mover el bibliobús", "30", "CUMPLE", "30"),
          ("Dictar el taller de cuentos", "20", "CUMPLE", "20"), ("Formar clubes", "20", "NO_CUMPLE", "0")]  # fmt: skip


def test_dos_filas_de_encabezado_con_tantas_celdas_una_como_otra() -> None:
    """Three labels span both rows and two group five: five cells over five."""
    leido = libro((TITULO,), ("Región: Ñuble",), *GRUPOS, *HECHAS, TOTAL, unidas=(*cabezas(3), "B5:B6", "B7:B8", "B9:C9"))
    (leida,) = leido.tablas
    assert leida.tipo == "programa_trabajo"
    assert [c.rol for c in leida.columnas] == ["otro", "objetivo", "actividad", "ponderacion", "estado", "ponderacion_ganada", "responsable", "medio"]
    assert pesos(leida) == LEIDAS
    assert not [h for h in leido.hallazgos if h.gravedad != "aviso"]


def test_el_encabezado_de_dos_filas_impreso_otra_vez_no_es_fila() -> None:
    filas = ((TITULO,), ("Región: Ñuble",), *GRUPOS, *HECHAS[:2], *GRUPOS, *HECHAS[2:], TOTAL)
    leido = libro(*filas, unidas=(*cabezas(3), *cabezas(7), "B5:B6", "B9:B10", "B11:C11"))
    assert pesos(leido.tablas[0]) == LEIDAS
    assert not [h for h in leido.hallazgos if h.gravedad != "aviso"]


def ancha(texto: str, columnas: int) -> tuple[str, ...]:
    return (tc(p(r(texto)), propiedades=f'<w:gridSpan w:val="{columnas}"/>'),)


def documento(*filas: tuple[str, ...], lineas: tuple[str, ...] = (TITULO, "Región: Atacama")) -> Informe:
    hechas = tabla(*(tuple(c if c.startswith("<w:tc>") else p(r(c)) for c in f) for f in filas))
    return informe_de(leer_bytes(hacer("".join(p(r(linea)) for linea in lineas) + hechas), "prueba.docx"), Declarado())


CABEZA = ("Objetivo", "Actividad", "Cumple/No cumple", "Ponderación", "Ponderación ganada")
ACCESO, COMPLEMENTO = "Programa de diseño, acceso y distribución de productos", "Programa de complementariedad territorial"
PRIMERO = (("Acercar el agua", "Instalar puntos de venta", "Cumple", "60", "60"), ("Acercar el agua", "Editar el mapa", "Cumple", "40", "40"))
SEGUNDO = (("Sumar fuerzas", "Acordar turnos con Vialidad", "No cumple", "50", "0"), ("Sumar fuerzas", "Compartir bodegas", "Cumple", "50", "50"))


def subtotal(peso: str, ganado: str) -> tuple[str, ...]:
    return (*(tc(p(r("Subtotal programa")), propiedades='<w:gridSpan w:val="3"/>'),), peso, ganado)


@pytest.mark.parametrize("cierran", [True, False])
def test_cada_programa_encabeza_sus_filas_y_es_un_todo(cierran: bool) -> None:
    partes = [(subtotal("100", g),) if cierran else () for g in ("100", "50")]
    leido = documento(CABEZA, ancha(ACCESO, 5), *PRIMERO, *partes[0], ancha(COMPLEMENTO, 5), *SEGUNDO, *partes[1])
    (leida,) = leido.tablas
    assert [f.programa for f in leida.filas] == [ACCESO, ACCESO, COMPLEMENTO, COMPLEMENTO]
    assert [b.filas for b in leida.bloques] == [(0, 1), (2, 3)]
    assert leido.hallazgos == () or {h.codigo for h in leido.hallazgos} == {"TOTAL_AUSENTE"}


def test_un_desliz_en_un_programa_se_dice_de_ese_programa() -> None:
    segundo = (SEGUNDO[0], (*SEGUNDO[1][:3], "40", "40"))
    leido = documento(CABEZA, ancha(ACCESO, 5), *PRIMERO, ancha(COMPLEMENTO, 5), *segundo)
    assert [b.filas for b in leido.tablas[0].bloques] == [(0, 1), (2, 3)]
    (hallado,) = [h for h in leido.hallazgos if h.gravedad != "aviso"]
    assert (hallado.codigo, hallado.recalculado) == ("PONDERACIONES_NO_SUMAN_100", "90")


def test_partes_de_un_mismo_todo_siguen_juntas() -> None:
    """Programmes that share one hundred are no wholes, and the total after both closes them."""
    primero = [(*f[:3], "35", "35") for f in PRIMERO]
    segundo = [(*f[:3], "15", ganado) for f, ganado in zip(SEGUNDO, ("0", "15"), strict=True)]
    total = (tc(p(r("Total")), propiedades='<w:gridSpan w:val="3"/>'), "100", "85")
    leido = documento(CABEZA, ancha(ACCESO, 5), *primero, ancha(COMPLEMENTO, 5), *segundo, total)
    assert [b.filas for b in leido.tablas[0].bloques] == [(0, 1, 2, 3)]
    assert not [h for h in leido.hallazgos if h.gravedad != "aviso"]


def test_el_total_de_varios_enteros_se_dice_y_no_se_achaca_al_ultimo() -> None:
    total = (tc(p(r("Total región")), propiedades='<w:gridSpan w:val="3"/>'), "200", "150")
    leido = documento(CABEZA, ancha(ACCESO, 5), *PRIMERO, ancha(COMPLEMENTO, 5), *SEGUNDO, total)
    assert [b.filas for b in leido.tablas[0].bloques] == [(0, 1), (2, 3)]
    assert [h.codigo for h in leido.hallazgos if h.codigo != "TOTAL_AUSENTE"] == ["LECTURA_DUDOSA"]


def test_el_unico_programa_que_encabeza_las_filas_es_el_de_la_tabla() -> None:
    assert documento(CABEZA, ancha(COMPLEMENTO, 5), *SEGUNDO).tablas[0].programa == "complementariedad"
    # over the header it is of the rows down to the next one, and the table of neither
    leida = documento(ancha(ACCESO, 5), CABEZA, *PRIMERO, ancha(COMPLEMENTO, 5), CABEZA, *SEGUNDO).tablas[0]
    assert (leida.programa, [f.programa for f in leida.filas]) == (None, [None, None, COMPLEMENTO, COMPLEMENTO])


REGION = "<html><body><p>Servicio: Dirección del Trabajo</p><p>Informe Gestión Territorial 2008</p><p>Región: Maule</p><table border=1>"
DOBLE = (
    "<tr><th rowspan=2>Objetivos</th><th rowspan=2>Tarea</th><th colspan=3>Evaluación</th></tr>"
    "<tr><th>Peso</th><th>¿Se cumplió?</th><th>Peso obtenido</th></tr>"
)


@pytest.mark.parametrize(("banda", "ancho"), [("A. Complementariedad territorial", 5), ("Programa 2: Caminos rurales", 5), ("Programa de complementariedad", 1)])
def test_en_html_con_otras_palabras(banda: str, ancho: int) -> None:
    resto = "<td></td>" * (5 - ancho)
    filas = (("Coordinar", "Firmar el convenio", "70", "Sí", "70"), ("Coordinar", "Sesionar", "30", "No", "0"))
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in filas)
    pagina = f"{REGION}{DOBLE}<tr><td colspan={ancho}>{banda}</td>{resto}</tr>{cuerpo}</table></body></html>"
    leido = informe_de(leer_bytes(pagina.encode(), "informe.html"), Declarado())
    assert [f.programa for f in leido.tablas[0].filas] == [banda, banda]
    assert pesos(leido.tablas[0]) == [("Firmar el convenio", "70", "CUMPLE", "70"), ("Sesionar", "30", "NO_CUMPLE", "0")]
    assert leido.hallazgos == ()


def test_una_nota_entre_filas_no_encabeza_un_programa() -> None:
    leido = documento(CABEZA, *PRIMERO, ancha("Programa suspendido en invierno, según el acta de junio.", 5), *SEGUNDO)
    assert all(f.programa is None for f in leido.tablas[0].filas)
    assert any("no se toma por actividad" in h.mensaje for h in leido.hallazgos)


def test_un_objetivo_que_nombra_al_programa_sigue_siendo_objetivo() -> None:
    """Alone in the column of objectives, which holds for the rows under it: no heading of a programme."""
    filas = (("Diseñar el acceso y la distribución", "", "", "", ""), ("", "Instalar puntos", "Cumple", "60", "60"), ("", "Editar", "Cumple", "40", "40"))
    leido = documento(CABEZA, *filas)
    assert all(f.programa is None for f in leido.tablas[0].filas)


PLANA = (
    ("N°", "Objetivo", "Actividad", "Plazo", "Ponderación (%)", "Estado", "Pond. ganada (%)", "Observaciones"),
    ("1", "Acercar el agua", "Limpiar los canales", "30-06", "60", "Cumplida", "60", "Dirección Regional"),
    ("2", "Acercar el agua", "Reparar las compuertas", "31-08", "40", "No cumplida", "0", "Dirección Regional"),
    ("", "TOTAL", "", "", "100", "", "60", ""),
)
ANALISIS = (("Región", "Avance logrado", "Recomendaciones", "Responsable"), ("Atacama", "Los canales operan", "Seguir", "Dirección Regional"))


@pytest.mark.parametrize("anio", [2007, 2008, 2009])
@pytest.mark.parametrize("titulo", ["Etapa 3: Implementación del programa de trabajo GT", "Gestión Territorial", "Informe de evaluación de Gestión Territorial"])
def test_las_columnas_de_un_programa_deciden_la_familia(titulo: str, anio: int) -> None:
    """An office answerable for a row and a label of progress are words of evaluations too: they make none of a programme."""
    lineas = ("Servicio: Dirección del Trabajo", f"{titulo} {anio}", "Región: Atacama")
    cuerpo = "".join(p(r(linea)) for linea in lineas) + "".join(tabla(*(tuple(p(r(c)) for c in f) for f in t)) + p(r("Cuadro.")) for t in (PLANA, ANALISIS))
    leido = informe_de(leer_bytes(hacer(cuerpo), "prueba.docx"), Declarado())
    assert (leido.documento.tipo, leido.documento.etapas, leido.documento.anio) == ("implementacion", (3,), anio)
    assert [t.tipo for t in leido.tablas] == ["programa_trabajo", "analisis_avance"]
    assert pesos(leido.tablas[0]) == [("Limpiar los canales", "60", "CUMPLE", "60"), ("Reparar las compuertas", "40", "NO_CUMPLE", "0")]


def test_solo_la_etapa_4_impresa_es_una_evaluacion_con_su_programa() -> None:
    leido = documento(*PLANA, lineas=("Servicio: Dirección del Trabajo", "ETAPA N°4 - EVALUACIÓN 2008", "Informe de evaluación: análisis", "Región: Atacama"))
    assert (leido.documento.tipo, leido.documento.etapas, [t.tipo for t in leido.tablas]) == ("evaluacion", (4,), ["programa_trabajo"])


AJENA: tuple[Fila, ...] = (
    ("Encargado", "Vehículo institucional asignado", "Taller mecánico de confianza"),
    ("Pedro Soto", "Camioneta blanca de doble cabina", "Taller del centro"),
    ("Rosa Díaz", "Furgón gris para el reparto", "Taller de la costa"),
)


def test_en_una_tabla_desconocida_el_encabezado_repetido_no_repite_una_fila() -> None:
    filas = ((TITULO,), ("Región: Ñuble",), *GRUPOS, *HECHAS, TOTAL, (), ("Vehículos",), AJENA[0], AJENA[1], AJENA[0], AJENA[2])
    leido = libro(*filas, unidas=(*cabezas(3), "B5:B6", "B7:B8", "B9:C9"))
    assert leido.tablas[-1].tipo == "otra"
    assert not [h for h in leido.hallazgos if h.codigo == "FILAS_REPETIDAS"]
    assert [v.resultado for v in leido.verificaciones if v.regla == "FILAS_REPETIDAS"][-1] == "CUADRA"


def test_tampoco_uno_de_dos_filas_bajo_un_titulo() -> None:
    cabeza = (("Flota de la dirección regional", None, None), ("Funcionario encargado", "Detalle del vehículo", "Kilometraje"))
    filas = (*cabeza, ("Pedro Soto", "Camioneta blanca de doble cabina", "81.000"), *cabeza, ("Rosa Díaz", "Furgón gris para el reparto", "42.500"))
    leido = libro((TITULO,), ("Región: Ñuble",), *GRUPOS, *HECHAS, TOTAL, (), *filas, unidas=(*cabezas(3), "B5:B6", "B7:B8", "B9:C9"))
    assert not [h for h in leido.hallazgos if h.codigo == "FILAS_REPETIDAS"]


def test_una_fila_de_datos_repetida_de_verdad_se_dice() -> None:
    filas = (AJENA[0], ("Pedro Soto", "Camioneta blanca de doble cabina", "81.000"), ("Rosa Díaz", "Furgón gris para el reparto", "42.500"),
             ("Pedro Soto", "Camioneta blanca de doble cabina", "81.000"))  # fmt: skip
    leido = libro((TITULO,), ("Región: Ñuble",), *GRUPOS, *HECHAS, TOTAL, (), *filas, unidas=(*cabezas(3), "B5:B6", "B7:B8", "B9:C9"))
    assert [h.codigo for h in leido.hallazgos if h.gravedad == "logica"] == ["FILAS_REPETIDAS"]


def test_una_tabla_desconocida_con_una_columna_de_regiones() -> None:
    gasto = (("Región", "Gasto M$", "Devuelto M$"), ("Atacama", "48.200", "300"), ("Coquimbo", "31.500", "1.400"), ("Total", "79.700", "1.700"))
    filas = (*gasto[:2], gasto[0], *gasto[2:])
    leido = libro((TITULO,), ("Región: Ñuble",), *GRUPOS, *HECHAS, TOTAL, (), ("Gasto por región",), *filas, unidas=(*cabezas(3), "B5:B6", "B7:B8", "B9:C9"))
    ajena = leido.tablas[-1]
    assert (ajena.tipo, [c.rol for c in ajena.columnas]) == ("otra", ["territorio", "otro", "otro"])
    assert ajena.region.codigos == ("03", "04")
    assert not [h for h in leido.hallazgos if h.codigo == "FILAS_REPETIDAS"]
