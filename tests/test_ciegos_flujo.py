"""Text of Word origin, where only the column count tells the rows: what would shift them, and where a table ends."""

from __future__ import annotations

from ayudas_texto import CABEZA, celda, codigos, informe

from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Tabla

ROTULOS = ("Objetivo", "Tarea", "Oficina responsable", "Peso", "Cumple", "Peso ganado")
UNA = ("Regar", "Abrir compuertas", "Riego", "60", "Sí", "60")
DOS = ("Sembrar", "Entregar semillas", "Campo", "40", "No", "0")


def _celdas(*textos: str) -> str:
    return "".join(celda(t) for t in textos)


def _informe(cuerpo: str, region: str = "Todas las regiones") -> Informe:
    return informe(CABEZA.format(region=region) + cuerpo)


def _leida(tabla: Tabla) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (a.texto, a.ponderacion.valor if a.ponderacion else None, a.ponderacion_ganada.valor if a.ponderacion_ganada else None)
        for f in tabla.filas
        for a in f.actividades
    ]


DEBIDA = [("Abrir compuertas", "60", "60"), ("Entregar semillas", "40", "0")]


def test_una_primera_columna_que_nadie_conoce_no_corre_la_tabla() -> None:
    (tabla,) = _informe(_celdas("Cuenca", *ROTULOS[1:], *UNA, *DOS)).tablas
    assert [c.rol for c in tabla.columnas][:2] == ["otro", "actividad"]
    assert _leida(tabla) == DEBIDA


def test_una_ultima_columna_que_nadie_conoce_tampoco() -> None:
    (tabla,) = _informe(_celdas(*ROTULOS, "Glosa", *UNA, "Dos turnos", *DOS, "Sequía")).tablas
    assert tabla.columnas[-1].texto == "Glosa"
    assert _leida(tabla) == DEBIDA


def test_columnas_que_nadie_conoce_a_los_dos_lados() -> None:
    (tabla,) = _informe(_celdas("Cuenca", *ROTULOS[1:], "Glosa", *UNA, "Dos turnos", *DOS, "Sequía")).tablas
    assert [c.rol for c in tabla.columnas] == ["otro", "actividad", "responsable", "ponderacion", "estado", "ponderacion_ganada", "otro"]
    assert _leida(tabla) == DEBIDA


def test_encabezado_de_dos_filas_con_varios_grupos() -> None:
    """The labels that span both rows come again as blanks in the second."""
    cabeza = _celdas("Objetivo", "Tarea", "Programado", "Resultado", "", "", "Ponderación", "Estado", "Ponderación ganada")
    (tabla,) = _informe(cabeza + _celdas(*UNA[:2], *UNA[3:], *DOS[:2], *DOS[3:])).tablas
    assert [c.rol for c in tabla.columnas] == ["objetivo", "actividad", "ponderacion", "estado", "ponderacion_ganada"]
    assert _leida(tabla) == DEBIDA


def test_una_fila_de_grupos_sobre_el_encabezado_que_se_repite() -> None:
    cabeza = _celdas("", "Programado", "Resultado", *ROTULOS)
    (tabla,) = _informe(cabeza + _celdas(*UNA) + cabeza + _celdas(*DOS)).tablas
    assert _leida(tabla) == DEBIDA


def test_las_actividades_por_descarte() -> None:
    """Every other column of a form that weighs is known; in any source."""
    (tabla,) = _informe(_celdas("Objetivo", "Obra convenida", *ROTULOS[2:], *UNA, *DOS)).tablas
    assert [c.rol for c in tabla.columnas][:3] == ["objetivo", "actividad", "responsable"]
    assert _leida(tabla) == DEBIDA


def test_una_primera_celda_que_parece_rotulo_es_dato() -> None:
    """As it stands the table falls into its columns: nothing is added to the header."""
    (tabla,) = _informe(_celdas(*ROTULOS, *UNA, *DOS)).tablas
    assert len(tabla.columnas) == 6
    assert _leida(tabla) == DEBIDA


def test_el_encabezado_repetido_sigue_la_misma_tabla() -> None:
    leido = _informe(_celdas(*ROTULOS, *UNA) + _celdas(*ROTULOS, *DOS))
    (tabla,) = leido.tablas
    assert _leida(tabla) == DEBIDA
    assert leido.hallazgos == ()


def test_filas_de_total_con_menos_celdas() -> None:
    for total in (("Total", "100", "", "60"), ("", "TOTAL", "100", "", "60"), ("Suma de la región", "", "100", "", "60")):
        leido = _informe(_celdas(*ROTULOS, *UNA, *DOS, *total))
        (tabla,) = leido.tablas
        assert _leida(tabla) == DEBIDA
        assert [b.total_ganada.valor if b.total_ganada else None for b in tabla.bloques] == ["60"]
        assert leido.hallazgos == ()


def test_subtotales_con_menos_celdas_entre_las_filas() -> None:
    """How long the row of a subtotal is, the rows after it tell."""
    leido = _informe(
        _celdas(*ROTULOS, *UNA, "Subtotal", "60", "", "60", *DOS, "Subtotal", "40", "", "0", "Total general", "100", "", "60")
    )
    (tabla,) = leido.tablas
    assert _leida(tabla) == DEBIDA
    assert [(b.filas, b.total_ponderacion.valor if b.total_ponderacion else None) for b in tabla.bloques] == [((0, 1), "100")]
    assert leido.hallazgos == ()


def test_el_objetivo_en_una_linea_propia_no_corre_las_filas() -> None:
    cuerpo = _celdas(*ROTULOS[1:], "Objetivo 1: Regar", *UNA[1:], "Objetivo 2: Sembrar", *DOS[1:])
    (tabla,) = _informe(cuerpo).tablas
    assert _leida(tabla) == DEBIDA
    assert [f.objetivos for f in tabla.filas] == [("Objetivo 1: Regar",), ("Objetivo 2: Sembrar",)]


def test_regiones_como_filas_con_su_total() -> None:
    cuerpo = "".join(
        _celdas(region, *ROTULOS, *UNA, DOS[0], otra, *DOS[2:], "Total región", "100", "", total)
        for region, total, otra in (("REGIÓN DE ATACAMA", "60", "Entregar semillas"), ("REGIÓN DE COQUIMBO", "70", "Entregar almácigos"))
    )
    leido = informe("ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2007\n\n" + cuerpo)
    assert [t.region.codigos for t in leido.tablas] == [("03",), ("04",)]
    assert [_leida(t) for t in leido.tablas] == [DEBIDA, [DEBIDA[0], ("Entregar almácigos", "40", "0")]]
    assert [(h.codigo, h.tabla, h.informado, h.recalculado) for h in leido.hallazgos] == [
        ("TOTAL_GANADA_NO_CUADRA", "t02", "70", "60")
    ]


def test_la_tabla_vecina_no_entra_aunque_traiga_cifras() -> None:
    """After free text, amounts of money are no weights."""
    vecina = _celdas("Provincia", "Gasto", "Elqui", "$ 12.000", "Limarí", "$ 9.500", "Choapa", "$ 3.100")
    cuerpo = _celdas(*ROTULOS, *UNA, *DOS) + "\n\nTotal obtenido por la región: 60%\n\n" + vecina
    leido = _informe(cuerpo, "IV Región")
    tabla, otra = leido.tablas
    assert (_leida(tabla), otra.tipo) == (DEBIDA, "otra")
    assert codigos(leido) == []


def test_una_lista_tras_el_total_no_entra() -> None:
    """Its figures would pass for weights; but the table had printed its total, and text stands between."""
    lista = _celdas("Destino", "Copias", "Archivo", "1", "Dirección", "2", "Gabinete", "1")
    cuerpo = _celdas(*ROTULOS, *UNA, *DOS, "Total", "100", "", "60") + "\n\nSe deja constancia.\n\n" + lista
    tabla, otra = _informe(cuerpo).tablas
    assert (_leida(tabla), otra.tipo) == (DEBIDA, "otra")


def test_la_banda_del_encabezado_no_es_una_fila() -> None:
    """A second region of one table of PDF origin, whose page repeats only the lower row of the header."""
    banda = "Planificación\t\t\t\tControl\t\t\t\n"
    rotulos = "Objetivo\tIndicador\tMeta o actividades\tMedio de verificación\tUnidad responsable\tPonderación (%)\tCumple\tPonderación ganada\n"
    texto = (
        "FORMATOS DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009\n\nActividad III. 1. Programa de Trabajo 2009\n\n"
        f"REGIÓN\tATACAMA\n\n{banda}{rotulos}Regar\tm3\t- Abrir. - Cerrar.\tActa\tRiego\t100\tsi\t100\n\n"
        f"REGIÓN\tCOQUIMBO\n\n{banda}{rotulos}Regar\tm3\t- Abrir. - Cerrar.\tActa\tRiego\t70\tsi\t70\n"
        f"---\t---\n\n{rotulos}Sembrar\tkg\t- Comprar. - Repartir.\tGuía\tCampo\t20\tsi\t20\n"
    )
    leido = informe(texto)
    assert [[f.ponderacion.valor if f.ponderacion else None for f in t.filas] for t in leido.tablas] == [["100"], ["70", "20"]]
    assert [(h.codigo, h.tabla, h.recalculado) for h in leido.hallazgos] == [("PONDERACIONES_NO_SUMAN_100", "t02", "90")]


CINCO = ("Objetivo", "Tarea", "Peso", "Cumple", "Peso ganado")


def _sin_oficina(*filas: tuple[str, ...]) -> str:
    return "".join(_celdas(*fila[:2], *fila[3:]) for fila in filas)


def test_una_celda_de_datos_que_nombra_un_rol_no_ensancha_el_encabezado() -> None:
    """The first cells of the first row use words that some label uses; numbered or not, one of them or two."""
    for objetivo, tarea in (
        ("1. Regar con responsables comunales", UNA[1]),
        ("Regar con responsables comunales", UNA[1]),
        ("I) Cuidar el secano territorial", UNA[1]),
        ("Cuidar el secano territorial", "Ampliar el plazo de riego"),
    ):
        (tabla,) = _informe(_celdas(*CINCO) + _sin_oficina((objetivo, tarea, *UNA[2:]), DOS)).tablas
        assert [c.rol for c in tabla.columnas] == ["objetivo", "actividad", "ponderacion", "estado", "ponderacion_ganada"], objetivo
        assert _leida(tabla) == [(tarea, "60", "60"), DEBIDA[1]]


def test_una_celda_numerada_no_es_rotulo_aunque_la_tabla_tenga_una_fila() -> None:
    """Where too few cells follow for the columns to tell, the number does."""
    (tabla,) = _informe(_celdas(*CINCO) + _sin_oficina(("1. Regar con responsables comunales", *UNA[1:]))).tablas
    assert len(tabla.columnas) == 5
    assert _leida(tabla) == DEBIDA[:1]


def test_un_rotulo_de_varias_palabras_sigue_siendo_rotulo() -> None:
    """The rows under it need the column; a header may also number its labels."""
    nombrada = (*CINCO, "Nombre de los responsables")
    for rotulos in (nombrada, tuple(f"{n}. {r}" for n, r in enumerate(nombrada, start=1))):
        (tabla,) = _informe(_celdas(*rotulos) + _sin_oficina((*UNA, "Riego"), (*DOS, "Campo"))).tablas
        assert [c.rol for c in tabla.columnas][-2:] == ["ponderacion_ganada", "responsable"]
        assert _leida(tabla) == DEBIDA


def test_la_tabla_de_otra_materia_tras_la_unica_fila_no_quita_la_columna_desconocida() -> None:
    """A form of one row, then a line and another small table: that does not tell how wide the first one is."""
    apilada = ("Regar\n\nSembrar", "1.- Abrir compuertas\n\n2.- Entregar semillas", "60\n\n40", "100%\n\n50%", "60\n\n80")
    tras = "\n\n\nVisitas de los canalistas\n\n" + _celdas("Canal", "Visitas", "Socios (%)", "Norte", "11", "72,5", "Sur", "9", "80,0")
    rotulos = ("Anhelos", "Tarea", "Peso", "Cumple", "Peso ganado")
    primera, *otras = _informe(_celdas(*rotulos, *apilada) + tras + "\n\nFin.\n").tablas
    assert [c.texto for c in primera.columnas] == list(rotulos)
    assert [a.texto for f in primera.filas for a in f.actividades] == ["1.- Abrir compuertas", "2.- Entregar semillas"]
    assert [t.tipo for t in otras] == ["otra"]
