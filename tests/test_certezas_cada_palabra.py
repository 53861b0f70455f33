"""A sure answer accounts for each word of its cell: what nobody explains, put before or after it, lowers it.

The made-up word stands for any that no vocabulary has. Every case was typed with its answer, or follows from the open row it is made of.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from extractor.normalizadores.estados import normalizar_estado
from extractor.normalizadores.grados import razonar_grado
from extractor.normalizadores.letras.limites import limite
from extractor.normalizadores.regiones import normalizar_region
from extractor.normalizadores.responsable.certezas_division import peor_certeza
from extractor.normalizadores.responsables import normalizar_responsables
from extractor.normalizadores.servicios import normalizar_servicio

DATOS = Path(__file__).parent / "datos"
SEGURAS = ("exacta", "alias")
FILAS = 220


def _abiertas(que: str) -> list[tuple[str, str]]:
    with (DATOS / f"{que}.csv").open(encoding="utf-8", newline="") as abierto:
        filas = [f for f in csv.DictReader(abierto) if f["grupo"] == "abierto" and f["texto"].strip()]
    random.Random("cada palabra").shuffle(filas)
    return [(f["texto"].replace("\\n", "\n"), f.get("anio", "")) for f in filas]


def _certeza(que: str, texto: str, anio: str = "") -> str | None:
    if que == "regiones":
        region = normalizar_region(texto, int(anio) if anio else None)
        return region.certeza if region.alcance != "SIN_DATO" else None
    if que == "servicios":
        servicio = normalizar_servicio(texto)
        return servicio.certeza if servicio is not None and servicio.codigo else None
    if que == "responsables":
        return peor_certeza([r.certeza for r in normalizar_responsables(texto.split("\n")) if r.certeza is not None])
    estado = normalizar_estado(texto)
    return estado.certeza if estado is not None and estado.valor != "SIN_DATO" else None


def _seguras(que: str) -> list[tuple[str, str]]:
    hallados = [(texto, anio) for texto, anio in _abiertas(que)[: 3 * FILAS] if _certeza(que, texto, anio) in SEGURAS]
    assert len(hallados) > FILAS // 3
    return hallados[:FILAS]


@pytest.mark.parametrize("que", ["regiones", "servicios"])
@pytest.mark.parametrize(
    "cola", [" zarcillo", ", zarcillo", " (zarcillo)", " de zarcillos", ". Se zarcilló", " no", " hasta 1999"]
)
def test_un_nombre_con_una_palabra_de_mas_no_es_seguro(que: str, cola: str) -> None:
    assert [t for t, anio in _seguras(que) if _certeza(que, t.rstrip() + cola, anio) in SEGURAS] == []


@pytest.mark.parametrize("cola", [", zarcillo", " (zarcillo)", ". Se zarcilló", " no", " hasta mayo de 1999"])
def test_un_responsable_con_algo_que_no_es_de_su_nombre_no_es_seguro(cola: str) -> None:
    siguen = [t for t, _ in _seguras("responsables") if _certeza("responsables", t.rstrip() + cola) in SEGURAS]
    assert len(siguen) <= 1, siguen  # a role whose own subject could be it


@pytest.mark.parametrize("cola", [". Se zarcilló", ", en 2005", "?"])
def test_un_estado_con_algo_que_nadie_explica_no_es_seguro(cola: str) -> None:
    siguen = [t for t, _ in _seguras("estados") if _certeza("estados", t.rstrip(" .") + cola) in SEGURAS]
    assert siguen == []


@pytest.mark.parametrize("cabeza", ["Zarcillo: ", "Nunca ", "Es falso que ", "Meta: "])
def test_un_porcentaje_tras_palabras_ajenas_no_es_seguro(cabeza: str) -> None:
    for cuota in ("avance: 100%", "grado de cumplimiento: 66,7%", "75% de avance", "87,5% de lo comprometido"):
        assert _certeza("estados", cabeza + cuota) not in SEGURAS, cabeza + cuota


@pytest.mark.parametrize(
    "texto",
    ["100 %. Dato erróneo", "100 por ciento. No cuenta para la meta", "0 %, pero después se hizo", "5 %. Terminó en mayo"],
)
def test_el_signo_aparte_no_salva_lo_que_sigue(texto: str) -> None:
    assert _certeza("estados", texto) not in SEGURAS


@pytest.mark.parametrize(
    "texto",
    ["Cumplido. La Contraloría lo revocó", "Cumplido. Se devolvieron los fondos", "Parcial; se anuló", "Parcialmente cumplido. Terminó en mayo",
     "No aplica; dato por confirmar", "Sí, cumple según la prensa", "Cumplido\nCumplido?", "No cumplido el año pasado", "Pendiente en 2005"],
)  # fmt: skip
def test_un_veredicto_que_otra_frase_puede_cambiar_no_es_seguro(texto: str) -> None:
    assert _certeza("estados", texto) not in SEGURAS


@pytest.mark.parametrize(
    "texto",
    ["Meta: se realizaron dos talleres con mujeres rurales", "Supuestamente se dictó el curso de riego", "Se dictó el curso de riego?",
     "De haber fondos, se entregaron las cartillas", "Se dictó el curso de riego en 2005", "El año anterior se dictó el curso de riego",
     "Se aprobó postergar la jornada de riego", "Pendiente. Ya no se hará la feria"],
)  # fmt: skip
def test_una_narracion_que_no_se_sostiene_es_dudosa(texto: str) -> None:
    assert _certeza("estados", texto) in (None, "dudosa")


@pytest.mark.parametrize(
    ("texto", "grado"),
    [("En síntesis, avance menor", "MENOR"), ("La provincia de Arauco muestra un avance mayor", "MAYOR"), ("Avance menor; la mesa sesionó dos veces", "MENOR"),
     ("Se constata que el avance es menor en zonas rurales", "MENOR"), ("Evaluación del período: avance mayor", "MAYOR"),
     ("El comité no se ha reunido. Avance menor.", "MENOR"), ("No se registran avances en la provincia de Palena", "SIN_AVANCE"),
     ("Por falta de personal el avance es menor", "MENOR"), ("Se puede afirmar que el avance es mayor", "MAYOR"),
     ("Consideramos avance mayor la firma del convenio", "MAYOR"), ("Existe un avance mayor gracias al convenio con la Universidad", "MAYOR")],
)  # fmt: skip
def test_un_grado_llano_es_seguro(texto: str, grado: str) -> None:
    leido, _, certeza = razonar_grado([texto])
    assert (leido, certeza) == (grado, "alias")


@pytest.mark.parametrize(
    "texto",
    ["Pauta: avance mayor", "Ejemplo: avance menor", "Escala: avance mayor, avance menor, sin avance", "Club Deportivo Avance Menor", "Barco Avance Mayor",
     "Avance Menor Gómez, Pedro", "La empresa Avance Mayor Ltda. dictó el curso", "Según el municipio, el avance es mayor",
     "El SERNAM calificó el avance como mayor", "Las usuarias señalan que el avance es menor", "Se teme un avance menor", "Se aspira a un avance mayor",
     "Se apela a la calificación de avance menor", "Se solicita modificar avance menor por avance mayor", "Donde dice avance mayor debe decir avance menor",
     "Lo que se llamó avance mayor no lo era", "Quizás avance menor", "Avance menor, sujeto a validación", "Avance mayor, por confirmar",
     "En 2005 el avance fue menor; este año no se ha medido", "En un comienzo el avance fue menor", "Si el avance es mayor, indique los medios",
     "El avance de las obras es mayor", "Hasta junio el avance fue menor; desde entonces es mayor", "¿Avance mayor?", "Sin avance de página",
     "Avance mayor: se cumplen todas las metas. Avance menor: se cumple alguna."],
)  # fmt: skip
def test_un_grado_con_palabras_ajenas_no_es_seguro(texto: str) -> None:
    leido, _, certeza = razonar_grado([texto])
    assert leido == "SIN_DATO" or certeza == "dudosa"


@pytest.mark.parametrize(
    "texto", ["Jefa de Personal y Luis Soto", "Jefa de Personal; Luis Soto", "Directora & Ana Ríos", "Encargada de Género con apoyo de Luis Soto", "Luis Rancagua"]
)  # fmt: skip
def test_quien_se_suma_a_un_cargo_puede_no_tenerlo(texto: str) -> None:
    assert _certeza("responsables", texto) not in SEGURAS


@pytest.mark.parametrize(
    "texto", ["Jefa de Personal, Luisa Soto", "Coordinadoras: Nora Vega y Sara Pinto", "Unidad de Riego desde marzo"]
)
def test_lo_llano_de_responsables_sigue_seguro(texto: str) -> None:
    assert _certeza("responsables", texto) in SEGURAS


@pytest.mark.parametrize(
    ("texto", "anio"), [("Región de Atacama hasta 2007", "2009"), ("Región de Atacama (2006)", "2009"), ("Nivel Central no", "2009"), ("Todas las regiones (14)", "2009")]
)  # fmt: skip
def test_una_region_de_otro_anio_o_negada_no_es_segura(texto: str, anio: str) -> None:
    assert _certeza("regiones", texto, anio) not in SEGURAS


@pytest.mark.parametrize(
    ("texto", "limita"),
    [("INDAP hasta 2007", True), ("INDAP desde 2010", True), ("INDAP desde marzo", False), ("No INDAP", True), ("INDAP no", True), ("No 5 Región", False),
     ("Junta de Vecinos Nº 8", False), ("Desde Arica", False)],
)  # fmt: skip
def test_lo_que_limita_una_linea_entera(texto: str, limita: bool) -> None:
    assert (limite(texto) is not None) is limita
