"""The tables of rules: each named once, each reached by some cell, in the order that the comments give."""

from __future__ import annotations

from collections import Counter

import pytest

from extractor.normalizadores.estado.oracion import oracion_de
from extractor.normalizadores.estado.otros import MODOS, queda_otro
from extractor.normalizadores.estado.reglas_senal import EXCEPCIONES, vale
from extractor.normalizadores.estado.reglas_verbo import REGLAS, verbo
from extractor.normalizadores.estado.varios import varios
from extractor.normalizadores.estados import RUTAS, ruta_de
from extractor.normalizadores.lengua import analizar

POR_RUTA = {
    "largo": "Se realizó la jornada. " * 300,
    "cifras": "l00%",
    "pegadas": "nose pudo firmar el convenio",
    "numero": "75%",
    "casillas": "Cumple / No cumple",
    "rectificado": "Cumple. Error, léase NO CUMPLE",
    "letra": "(N)",
    "apilados": "Cumplido\nPendiente",
    "varios": "3 sí, 2 no",
    "cuenta": "5/5, cumple",
    "cuota_inicial": "50% (falta una provincia)",
    "cierre": "Se visitaron las caletas. Se cumplió lo propuesto.",
    "lo_demas": "Pendiente: Lebu. Resto cumplido",
    "en_parte": "Cumple parcialmnte",
    "veredicto": "Cumplido. Ver acta",
    "cortadas": "Se real izó el taller en la posta",
    "nada_dice": "Meta: 30 talleres",
    "ajeno": "La comuna no tiene borde costero: no le rige este compromiso.",
    "lo_pedido": "El plazo subió a 18 días, sobre los 10 comprometidos",
    "cuota": "Meta: 4 charlas. Realizadas: 3. Cumplimiento: 75%",
    "mal_escrito": "Cunplido",
    "parecido": "Reliazado",
    "participio": "Entregado",
    "narrado": "Se firmó el convenio",
}


@pytest.mark.parametrize(("ruta", "texto"), POR_RUTA.items())
def test_cada_ruta_lee_lo_suyo(ruta: str, texto: str) -> None:
    assert ruta_de(texto) == ruta


def test_las_rutas_son_las_de_la_tabla() -> None:
    assert [r.nombre for r in RUTAS] == list(POR_RUTA)
    assert all(r.porque for r in RUTAS)


@pytest.mark.parametrize(
    ("texto", "palabra", "etiqueta"),
    [
        ("La cobertura aumentó", "aumentó", None),
        ("Hubo dificultades", "Hubo", None),
        ("El jurado falló en mayo", "falló", "HECHO"),
        ("La bomba falló", "falló", "FRACASO"),
        ("El fallo fue apelado", "fallo", None),
        ("Se comprometió a firmar", "comprometió", "PLAN"),
        ("Hubo que suspenderlo", "Hubo", "FRACASO"),
        ("Los equipos se devolvieron por venir malos", "devolvieron", "FRACASO"),
        ("La propuesta se archivó", "archivó", "FRACASO"),
        ("Las actas se archivaron", "archivaron", "HECHO"),
        ("Se decidió no realizar la feria", "decidió", "FRACASO"),
        ("Debió hacerse en mayo", "Debió", None),
        ("Fue rechazado", "rechazado", "FRACASO"),
        ("Retirados los escombros", "Retirados", None),
        ("Será firmado en mayo", "firmado", None),
        ("La obra está atrasada", "atrasada", "PARCIAL"),
        ("El centro permaneció cerrado", "cerrado", "FRACASO"),
        ("Ha sido firmado", "firmado", "HECHO"),
        ("Está programado", "programado", "PLAN"),
        ("Se firmará en mayo", "firmará", "PLAN"),
        ("Viajaron a Curicó y Chungará", "Chungará", None),
        ("Se firmó en mayo", "firmó", "HECHO"),
        ("Se destruyó el puente", "destruyó", "HECHO"),
        ("Se destruyó el proyecto", "destruyó", "FRACASO"),
        ("Publicamos dos estudios", "Publicamos", "HECHO_DEBIL"),
    ],
)
def test_lo_que_dice_cada_forma_verbal(texto: str, palabra: str, etiqueta: str | None) -> None:
    oracion = oracion_de(analizar(texto, "estado"))
    lugar = next(p.i for p in oracion if p.text == palabra)
    assert verbo(oracion, lugar) == etiqueta


@pytest.mark.parametrize(
    ("texto", "frase", "dicho"),
    [
        ("No sólo se hizo en Lota", "sólo se", False),
        ("Se hizo lo imposible", "imposible", False),
        ("Fue imposible", "imposible", True),
        ("La sala empezó a recibir público", "empezó", False),
        ("La obra empezó en mayo", "empezó", True),
        ("Lista de asistencia", "Lista", False),
        ("Se envió a cada una de las escuelas", "una de las", False),
        ("Falta una de las escuelas", "una de las", True),
        ("No hubo problemas en la ruta", "No hubo", False),
        ("Por parte del municipio", "parte del", False),
    ],
)
def test_donde_una_frase_no_dice_lo_suyo(texto: str, frase: str, dicho: bool) -> None:
    oracion = oracion_de(analizar(texto, "estado"))
    largo = len(frase.split())
    inicio = next(i for i in range(len(oracion)) if " ".join(p.text for p in oracion[i : i + largo]) == frase)
    assert vale(oracion, inicio, inicio + largo) is dicho


POR_MODO = {
    "algunos de ellos": "Se citó a los gremios y dos de ellos nombraron delegada",
    "mas no": "Se firmó en Lota; en Penco no hubo cómo",
    "para después": "Se capacitó a las socias; los jóvenes lo dejaron para después",
    "sujeto elidido": "Se instaló la primera; la segunda cursa un trámite",
    "lo tiene otro": "Está impreso el afiche y lo reparte la empresa de correos",
    "siguen": "Se repararon seis y dos siguen rotas",
    "esperan": "Se inauguró la ludoteca; la bebeteca espera mobiliario",
    "dónde está": "Se compró el predio; el título está en notaría",
    "en algo": "Boletines publicados; octubre, en prensa",
    "se está haciendo": "La denuncia fue acogida y se investiga",
    "sin nada": "Se visitaron las postas; mayo a julio, sin visitas",
    "cierra el 14": "Llamado publicado, cierra el 14",
}


@pytest.mark.parametrize(("modo", "texto"), POR_MODO.items())
def test_cada_modo_dice_que_queda_otro(modo: str, texto: str) -> None:
    oracion = oracion_de(analizar(texto, "estado"))
    hallado = queda_otro(oracion, oracion.indicios)
    assert hallado is not None
    assert hallado[0] == next(m.etiqueta for m in MODOS if m.nombre == modo)


@pytest.mark.parametrize(
    "texto", ["Se firmó en Lota y en los cuatro servicios", "Se postularon tres y las tres quedaron", "Se firmó el 3 de mayo"]
)
def test_donde_no_queda_otro(texto: str) -> None:
    oracion = oracion_de(analizar(texto, "estado"))
    assert queda_otro(oracion, oracion.indicios) is None


@pytest.mark.parametrize("tabla", [RUTAS, REGLAS, EXCEPCIONES, MODOS])
def test_los_nombres_no_se_repiten(tabla: tuple[object, ...]) -> None:
    assert max(Counter(str(getattr(regla, "nombre", "")) for regla in tabla).values()) == 1


def test_los_modos_son_los_de_la_tabla() -> None:
    assert {m.nombre for m in MODOS} == set(POR_MODO)


@pytest.mark.parametrize(
    ("texto", "valores"),
    [
        ("a) Cumplido b) Pendiente", ["CUMPLE", "PENDIENTE"]),
        ("Sí: 3 No: 0", ["CUMPLE"]),
        ("Objetivo 1: cumplido. Objetivo 2: no cumplido", ["CUMPLE", "NO_CUMPLE"]),
        ("6 programados; 2 ejecutados", None),
        ("Cumplido, en Lota", None),
        ("Sí", None),
    ],
)
def test_varios_veredictos_en_una_linea(texto: str, valores: list[str] | None) -> None:
    assert varios(texto) == valores
