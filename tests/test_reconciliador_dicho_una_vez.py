"""One root is told once; a limit that a state sets itself grounds no contradiction; what is left may be told by its places; and
tables may be copies though nobody could read what they earned."""

from __future__ import annotations

import pytest
from ayudas_reconciliador import aplanar, auditar, fila, respuestas, tabla
from test_reconciliador_logica_estados import CONTRADICE, FUERA, PARCIAL, SIN_VEREDICTO, con_estados, lugares
from test_reconciliador_logica_tablas import ENTRE_TABLAS, IDENTICAS, RIEGO, con_objetivo, con_textos

from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Columna, Tabla
from extractor.normalizadores.estados import normalizar_estado


def _con(texto: str, actividad: str = "Realizar talleres en cada comuna") -> Informe:
    """The findings of an activity in this state that earned its whole weight, beside one that was fulfilled."""
    base = con_estados("25 | | 25\n75 | | 75", normalizar_estado(texto), normalizar_estado("Cumple"))
    return auditar(con_textos(base, actividad, "Publicar el registro"))


@pytest.mark.parametrize(("texto", "codigo"), [
    ("Se hará en abril de 2008", FUERA), ("Las oficinas se trasladarán en marzo de 2008", FUERA), ("Se entregará el próximo año", FUERA),
    ("Será licitado en enero de 2008", FUERA), ("Se dictará en octubre de 2007", CONTRADICE), ("Los equipos visitaron los centros", SIN_VEREDICTO),
])  # fmt: skip
def test_una_celda_dice_una_sola_cosa(texto: str, codigo: str) -> None:
    assert [h[0] for h in aplanar(_con(texto))] == [codigo]


def test_las_otras_celdas_de_la_tabla_se_dicen() -> None:
    narradas = [normalizar_estado(t) for t in ("Se hará en abril de 2008", "Los equipos visitaron los centros", "Se hará en mayo de 2008")]
    resultado = auditar(con_estados("25 | | 25\n50 | | 50\n25 | | 25", *narradas))
    assert lugares(resultado, FUERA) == [(0, 0), (0, 2)]
    assert lugares(resultado, SIN_VEREDICTO) == [(0, 1)]


@pytest.mark.parametrize(("texto", "hallados"), [
    ("Cumplido parcialmente en abril y totalmente en junio", []), ("Se cumplió la mitad en junio y el resto en noviembre", []),
    ("Parcial en el primer semestre; cumplido en su totalidad en el segundo", []), ("Cumplido parcialmente en abril", ["GANADA_NO_CORRESPONDE"]),
    ("Cumplido parcialmente, no totalmente", ["GANADA_NO_CORRESPONDE"]),
])  # fmt: skip
def test_lo_parcial_que_despues_se_completo(texto: str, hallados: list[str]) -> None:
    assert sorted(h[0] for h in aplanar(_con(texto), PARCIAL, "GANADA_NO_CORRESPONDE")) == hallados


@pytest.mark.parametrize(("texto", "malo"), [
    ("Se cumple el objetivo en parte", False), ("Cumple en dos de sus tres actividades", False), ("Se cumple, pero no del todo", False),
    ("Cumple en lo principal", False), ("Cumple, aunque falta una actividad", False), ("Se cumplió con la mitad de las actividades", False),
    ("Se cumple, pero no en su totalidad", False), ("Cumple con reparos", False), ("Cumple en el sector urbano", False),
    ("Se cumple en dos provincias", False), ("Cumple con algunas actividades", False), ("Se cumple el objetivo", True), ("Objetivo cumplido", True),
    ("Cumple totalmente el objetivo", True), ("Sí, cumple", True),
])  # fmt: skip
def test_un_cumplimiento_con_limites_no_contradice_al_programa(texto: str, malo: bool) -> None:
    columnas = (Columna(texto="objetivo", rol="objetivo"), Columna(texto="resultado", rol="resultado"))
    evaluada = fila(0, 60, objetivos=(f"Objetivo 1: {RIEGO}",), estado=normalizar_estado(texto))
    evaluacion = tabla("", None, id="t9", desde=60, tipo="evaluacion_objetivos", filas=(evaluada,), bloques=(), columnas=columnas)
    resultado = auditar(con_objetivo("50 | cumple | 50\n50 | no | 0"), evaluacion)
    assert [h[0] for h in aplanar(resultado, ENTRE_TABLAS)] == ([ENTRE_TABLAS] if malo else [])
    assert malo or respuestas(resultado, ENTRE_TABLAS)[0][0] in ("NO_VERIFICABLE", "CUADRA")


@pytest.mark.parametrize(("texto", "parte"), [
    ("Cumple. Se realizaron 9 talleres; los de Corral, Lanco y Máfil quedan pendientes", True),
    ("Cumple. Se hicieron las jornadas; las de Arica quedaron sin realizar", True), ("Cumple. Quedan pendientes los talleres de Pica y Huara", True),
    ("Cumple. Se firmaron los convenios; el de Tirúa quedó pendiente", True), ("Cumple. Faltan los de San Pedro de Atacama y Calama", True),
    ("Cumple. Faltan los recursos de la SUBDERE", False), ("Cumple. Los vecinos de Lota quedaron conformes", False),
    ("Cumple. Las de Arica quedan pendientes de pago", False), ("Cumple. Quedan pendientes los pagos de Lota", False),
    ("Cumple. No faltan los de Calama", False), ("Cumple. Ya no quedan pendientes los de Calama", False),
    ("Cumple. Se hicieron los talleres pendientes de Corral y Lanco", False), ("Cumple. Los de Corral, pendientes en junio, se hicieron en agosto", False),
    ("Cumple. Se entregó el informe; queda pendiente la respuesta de Hacienda", False), ("Cumple. Quedan pendientes los talleres de 2008", False),
])  # fmt: skip
def test_lo_que_queda_dicho_por_sus_lugares(texto: str, parte: bool) -> None:
    assert [h[0] for h in aplanar(_con(texto), PARCIAL)] == ([PARCIAL] if parte else [])


def _sin_ganada(id: str, renglones: str, desde: int, otra: str = "") -> Tabla:
    """A regional table without a column of earned values, with one of no role whose cells say ``otra``."""
    base = con_textos(tabla(renglones, "sin_datos", id=id, desde=desde), "Reunir a los municipios", "Publicar el registro")
    columnas = tuple(Columna(texto=t, rol=r) for t, r in (("peso", "ponderacion"), ("estado", "estado"), ("a la fecha", "otro")))
    filas = tuple(f.model_copy(update={"celdas": ("", "", otra)}) for f in base.filas)
    return base.model_copy(update={"columnas": columnas, "filas": filas})


@pytest.mark.parametrize(("una", "otra", "columna", "iguales"), [
    ("40 | cumple |\n60 | no |", "40 | cumple |\n60 | no |", "40 40", True), ("40 | cumple |\n60 | no |", "40 | cumple |\n60 | cumple |", "40 40", False),
    ("40 | cumple |\n60 | no |", "40 | cumple |\n60 | no |", "40 100", False), ("40 | |\n60 | |", "40 | |\n60 | |", "40 40", False),
    ("40 | ~cumple |\n60 | ~no |", "40 | ~cumple |\n60 | ~no |", "40 40", False),
])  # fmt: skip
def test_copias_sin_columna_de_lo_ganado(una: str, otra: str, columna: str, iguales: bool) -> None:
    """What stands under a label that nobody knows may be what was earned: it is the same in a copy."""
    resultado = auditar(_sin_ganada("t1", una, 1, "40 40"), _sin_ganada("t2", otra, 40, columna))
    assert [h[0] for h in aplanar(resultado, IDENTICAS)] == ([IDENTICAS] if iguales else [])


def test_copias_con_lo_ganado_en_una_columna_supuesta() -> None:
    """A doubt of the whole column is not one of its figures; that of one of them is."""
    dudosa, una_sola = "40 | cumple | 40?\n60 | no | 0?", "40 | cumple | 40?\n60 | no | 0"
    for renglones, hallados in ((dudosa, [IDENTICAS]), (una_sola, [])):
        copias = (con_textos(tabla(renglones, id=f"t{n}", desde=n), "Reunir a los municipios", "Publicar el registro") for n in (1, 40))
        assert [h[0] for h in aplanar(auditar(*copias), IDENTICAS)] == hallados
