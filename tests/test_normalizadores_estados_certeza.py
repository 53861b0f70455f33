"""What changes the meaning of a sure answer makes it doubtful, or another one: slices of the open rows with a second clause, a
limit, a denial or a count added, drawn with a seed."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from extractor.normalizadores.estados import normalizar_estado

DATOS = Path(__file__).parent / "datos" / "estados.csv"
DESPUES = (
    "; en Petorca no",
    "; los de Arauco aún no",
    " pero falta la segunda etapa",
    ", la tercera pidió prórroga",
    " en 3 de 8 comunas",
    ", salvo en Lebu",
    ", menos la de mayo",
    ", mientras el resto espera nueva fecha",
    ", aunque solo en la capital",
    ", no así los de Lota",
    ", el de Camarones se corrió para enero",
    ", queda pendiente la rendición",
)
ANTES = ("No se sabe si ", "Se espera que ", "Falta que ", "Está por verse si ", "La mitad de los encuestados cree que ")
POR_CADA = 25
"""Rows drawn for each change."""


def _seguras() -> list[str]:
    """The open cells of one sentence that are said done with some certainty, without their final stop."""
    salida = []
    with DATOS.open(encoding="utf-8", newline="") as archivo:
        for fila in csv.DictReader(archivo):
            texto = fila["texto"].strip().rstrip(".")
            if fila["grupo"] != "abierto" or len(texto) < 4 or "\\n" in texto or "." in texto or not texto[-1].isalnum():
                continue
            estado = normalizar_estado(texto)
            if estado is not None and estado.valor == "CUMPLE" and estado.certeza != "dudosa":
                salida.append(texto)
    return salida


SEGURAS = _seguras()


@pytest.mark.parametrize("cambio", DESPUES)
def test_lo_que_sigue_quita_certeza(cambio: str) -> None:
    for texto in random.Random(f"despues {cambio}").sample(SEGURAS, POR_CADA):
        estado = normalizar_estado(f"{texto}{cambio}.")
        assert estado is not None
        assert estado.certeza == "dudosa" or estado.valor != "CUMPLE", texto


@pytest.mark.parametrize("cambio", ANTES)
def test_lo_que_precede_quita_certeza(cambio: str) -> None:
    for texto in random.Random(f"antes {cambio}").sample(SEGURAS, POR_CADA):
        estado = normalizar_estado(f"{cambio}{texto[0].lower()}{texto[1:]}.")
        assert estado is not None
        assert estado.certeza == "dudosa" or estado.valor != "CUMPLE", texto


@pytest.mark.parametrize(
    "texto",
    [
        "Fueron encuestados 40 locatarios de un universo de 65.",
        "De los 14 comités convocados han entregado su plan 9.",
        "Lo más está construido",
        "Ejecutándose",
        "Se capacitó a quienes lo pidieron",
        "Se realizó el taller si hubo interesadas",
        "Se realizaron más talleres",
        "Se dictó el curso y la sala sigue cerrada",
        "Se publicó el libro que nadie distribuye",
        "El jurado sesiona en enero",
        "Se incluyó en el plan 2010.",
        "Se ingresó el proyecto al fondo.",
        "Se trabajó en el diseño del afiche",
        "Se firmó el convenio para hacer el estudio",
        "Se recibieron propuestas de dos consultoras",
        "Se realizó una primera reunión",
    ],
)
def test_fuera_de_las_formas_entendidas_es_dudoso(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert estado.certeza == "dudosa" or estado.valor in ("PARCIAL", "PENDIENTE")


@pytest.mark.parametrize(
    ("texto", "valor"),
    [
        ("Se instaló un botiquín en las seis escuelas de la isla.", "CUMPLE"),
        ("Se entregó el manual a las oficinas", "CUMPLE"),
        ("No se realizó la jornada", "NO_CUMPLE"),
        ("Se publicará el catastro en mayo", "PENDIENTE"),
        ("El reglamento está en revisión", "PARCIAL"),
    ],
)
def test_una_frase_entendida_es_aproximada(texto: str, valor: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.certeza) == (valor, "aproximada")


@pytest.mark.parametrize("texto", ["Cumplido", "Cumple, se adjunta acta", "100%", "Cumplido en un 100%", "Sí, con 22 sesiones"])
def test_un_veredicto_solo_sigue_siendo_seguro(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.declarado) == ("CUMPLE", True)
    assert estado.certeza in ("exacta", "alias")


DESDICHOS = (
    "Cumplido?", "Cumplido (?)", "Cumplido Iquique, no cumplido Alto Hospicio", "No cumple en Arica, cumple en Iquique", "No cumple: sólo 3 de 5",
    "No, sólo la mitad", "Pendientes 3 talleres de 10", "Pendiente solo Lebu", "Pendiente únicamente el informe", "Pendiente: Lebu. Resto cumplido",
    "No aplica a Arica; en Iquique se cumplió", "Cumple condicionado", "Cumple sujeto a verificación", "Cumplido por debajo de la meta",
    "Cumplido bajo lo esperado", "Cumplido escasamente", "Cumple mínimamente", "Cumplido provisoriamente", "Cumplido con reparos",
    "Cumplido el trámite, en espera de la resolución", "Cumplidos los trámites, se espera la resolución", "Cumplido; se aguarda respuesta",
    "Parcialmente cumplido (100%)", "Cumplido, debe complementarse", "Cumplido, requiere subsanar una observación",
)  # fmt: skip
"""A verdict and, in its own sentence, what takes it back, asks it or leaves it open."""
DICHOS = (
    "Cumplido a la fecha", "Cumplido tardíamente", "Cumplido satisfactoriamente", "Cumple anualmente", "No cumplido por causas ajenas", "Pendiente",
    "Cumplido. Se espera repetir en 2008", "Cumplido Se dispone de informe", "No cumple (80%)", "Cumplido en un 80%", "Cumplido sin reparos",
)  # fmt: skip


@pytest.mark.parametrize("texto", DESDICHOS)
def test_lo_que_desdice_a_un_veredicto_lo_deja_en_duda(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None and estado.certeza == "dudosa"


@pytest.mark.parametrize("texto", DICHOS)
def test_lo_que_solo_acompana_a_un_veredicto_no_le_quita_certeza(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None and estado.certeza in ("exacta", "alias")


def test_una_excepcion_con_articulo_deja_el_veredicto_en_parte() -> None:
    estado = normalizar_estado("Terminado a excepción del anexo")
    assert estado is not None and estado.valor == "PARCIAL"


@pytest.mark.parametrize(
    ("texto", "valor", "porcentaje"),
    [("Cumplido en un porcentaje de 100%", "CUMPLE", "100"), ("Cumplida en un porcentaje del 80 %", "PARCIAL", "80")],
)
def test_el_porcentaje_que_sigue_al_veredicto_es_el_suyo(texto: str, valor: str, porcentaje: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.porcentaje, estado.declarado) == (valor, porcentaje, True)


@pytest.mark.parametrize("texto", ["No cumple el 100%", "No se cumplió el 100% de la meta", "Parcialmente cumplido: 0%"])
def test_un_veredicto_que_no_acuerda_con_su_porcentaje_queda_en_duda(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None and estado.certeza == "dudosa"


@pytest.mark.parametrize(
    "texto",
    ["La difusión no ha terminado", "El taller no finalizó", "Se ejecutó una etapa del proyecto", "Se instaló un tramo de la red", "Se hizo difusión en vez de talleres"],
)  # fmt: skip
def test_lo_hecho_en_parte_o_en_lugar_de_otra_cosa_queda_en_duda(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None and estado.certeza == "dudosa"


@pytest.mark.parametrize(
    ("texto", "valor"), [("Realizado según oficio N° 3 de 15 de mayo", "CUMPLE"), ("No se realizó por oficio 12 de 15 de mayo", "NO_CUMPLE")]
)  # fmt: skip
def test_el_numero_y_la_fecha_de_un_oficio_no_son_una_cuenta(texto: str, valor: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None and estado.valor == valor


@pytest.mark.parametrize(
    "texto",
    [
        "Los datos corresponden al año 2008",
        "La nómina corresponde al mes de agosto",
        "El registro corresponde al período enero a junio",
        "Se decidió hacer el taller en agosto, con 30 asistentes",
        "Se acordó dictar el curso en mayo",
        "Convenio suscrito para ejecutar obras en marzo",
    ],
)
def test_de_cuando_es_algo_o_para_cuando_se_acordo_no_prueba_que_falte(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert estado.certeza == "dudosa"


def test_un_convenio_no_es_un_acuerdo_por_cumplir() -> None:
    estado = normalizar_estado("Convenio suscrito para ejecutar obras en marzo")
    assert estado is not None
    assert estado.valor == "CUMPLE"


@pytest.mark.parametrize(
    "texto",
    [
        "Se eliminan barreras de acceso para mujeres",
        "Se elimina lenguaje sexista de los formularios",
        "Se anula el cobro a las jefas de hogar",
        "Se eliminaron estereotipos de los textos de estudio",
    ],
)
def test_quitar_un_mal_no_es_un_fracaso(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert estado.valor != "NO_CUMPLE"


@pytest.mark.parametrize("texto", ["Se elimina el taller", "Se suspende la jornada de mayo", "Se anula el concurso"])
def test_quitar_lo_comprometido_lo_es(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert estado.valor == "NO_CUMPLE"


@pytest.mark.parametrize(
    "texto",
    [
        "Se realizaron los talleres sin inconvenientes, no aplica descuento",
        "No fue necesario contratar consultora, se hizo con equipo propio",
    ],
)
def test_lo_que_se_hizo_si_aplicaba(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert estado.valor == "CUMPLE"


@pytest.mark.parametrize(
    ("texto", "dudosa"),
    [
        ("No se cumplió el cronograma por las lluvias", True),
        ("Se cumplieron las expectativas de los asistentes", True),
        ("No incorpora enfoque de género en sus productos", True),
        ("No se cumplió la meta", False),
        ("No se cumplió lo comprometido", False),
        ("No cumple El municipio no envió la nómina", False),
        ("Cumple, la nómina se envió en junio", False),
        ("No incorpora la mejora comprometida", False),
    ],
)
def test_se_cumple_un_compromiso_y_no_otra_cosa(texto: str, dudosa: bool) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None and (estado.certeza == "dudosa") is dudosa
