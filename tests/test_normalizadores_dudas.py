"""Names whose reading rests on a guess say so; and the ways of writing that the second round of blind cases brought."""

from __future__ import annotations

import pytest

from extractor.normalizadores.estado.oracion import oracion_de
from extractor.normalizadores.estados import buscar_grado, normalizar_estado
from extractor.normalizadores.lengua import nlp
from extractor.normalizadores.letras.cortes import cortes
from extractor.normalizadores.regiones import normalizar_region
from extractor.normalizadores.responsable.celda import celda_de
from extractor.normalizadores.responsables import cortar, normalizar_responsables
from extractor.normalizadores.servicios import normalizar_servicio

Esperado = list[tuple[str | None, str | None, str | None]]


def _leidos(texto: str) -> Esperado:
    return [(r.unidad.nombre if r.unidad else None, r.cargo, r.persona) for r in normalizar_responsables([texto])]


@pytest.mark.parametrize(
    "texto",
    [
        "Dir. Provincial",
        "D. Regional",
        "Secretaria General",
        "El Programa de Riego que se aplica en las comunas",
    ],
)
def test_lo_adivinado_es_dudoso(texto: str) -> None:
    certezas = [r.unidad.certeza for r in normalizar_responsables([texto]) if r.unidad is not None]
    assert certezas and set(certezas) == {"dudosa"}


@pytest.mark.parametrize(
    "texto",
    [
        "Unidad de Estudios",
        "Secretaría General",
        "Dirección Regional Archipiélago Juan Fernández",
        "SERNAM",
        "Direcciones Regionales",
    ],
)
def test_lo_escrito_entero_es_seguro(texto: str) -> None:
    (leido,) = normalizar_responsables([texto])
    assert leido.unidad is not None and leido.unidad.certeza == "exacta"


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("Enc. PMG R. Olave", [(None, "Encargado/a PMG", "R. Olave")]),
        ("Sra. J. Paredes", [(None, None, "J. Paredes")]),
        ("Encargada CEDEX Rebeca Toro", [(None, "Encargado/a CEDEX", "Rebeca Toro")]),
        ("Profesional DIRPLAN Mario Ruiz", [("DIRPLAN", "Profesional", "Mario Ruiz")]),
        ("Universidad Arturo Prat", [("Universidad Arturo Prat", None, None)]),
        ("Dtora. Regional (S)", [(None, "Director/a Regional (S)", None)]),
        ("Secretaria Municipal", [(None, "Secretario/a Municipal", None)]),
        ("Depto. de Adminis- tración", [("Depto. de Administración", None, None)]),
        ("Encargada Sala Cuna Los Aromos", [("Sala Cuna Los Aromos", "Encargado/a", None)]),
        ("Todas las regiones", []),
    ],
)
def test_responsables(texto: str, esperado: Esperado) -> None:
    assert _leidos(texto) == esperado


@pytest.mark.parametrize(
    ("texto", "valor", "porcentaje", "declarado"),
    [
        ("(50%)", "PARCIAL", "50", True),
        ("80% (ochenta por ciento)", "PARCIAL", "80", True),
        ("Ejecutada 97,5%", "PARCIAL", "97.5", True),
        ("Vamos en un 50%", "PARCIAL", "50", True),
        ("Avance físico: 35%", "PARCIAL", "35", True),
        ("Avance presupuestario 35%", "SIN_DATO", None, False),
        ("Cumplida, con un 30% de mujeres", "CUMPLE", None, True),
        ("Cumplida en un 30% de los casos", "PARCIAL", "30", True),
        ("Realizado en todas las comunas menos Palena", "PARCIAL", None, True),
        ("Cumplido en todo, al menos en Arica", "CUMPLE", None, True),
        ("Pendiente la rendición, lo demás se entregó", "PARCIAL", None, False),
        ("Faltan informes de Lota", "PARCIAL", None, False),
        ("Falta de fondos", "SIN_DATO", None, False),
        ("Quedan 3 sedes por visitar", "PARCIAL", None, False),
        ("Se imprimieron 200 cartillas de las 1.500 comprometidas", "PARCIAL", None, False),
        ("No ejecutado por falta de fondos", "NO_CUMPLE", None, True),
        ("Lista de invitados", "SIN_DATO", None, False),
        ("Cump!ida", "CUMPLE", None, True),
        ("Se ejecut6 la obra", "CUMPLE", None, False),
    ],
)
def test_estados(texto: str, valor: str, porcentaje: str | None, declarado: bool) -> None:
    leido = normalizar_estado(texto)
    assert leido is not None
    assert (leido.valor, leido.porcentaje, leido.declarado) == (valor, porcentaje, declarado)


@pytest.mark.parametrize(
    ("texto", "grado"), [("Avance may or", "MAYOR"), ("Avanc e menor", "MENOR"), ("De avance menor a avance mayor", "MENOR")]
)
def test_grados(texto: str, grado: str) -> None:
    assert buscar_grado([texto])[0] == grado


@pytest.mark.parametrize(
    ("texto", "codigo"),
    [
        ("sence calama", "sence"),
        ("el fosis", "fosis"),
        ("JNUJI", "junji"),
        ("Insp. Com. del Trabajo", None),
        ("de integra", None),
    ],
)
def test_servicios(texto: str, codigo: str | None) -> None:
    leido = normalizar_servicio(texto)
    assert (leido.codigo if leido is not None else None) == codigo


def test_nivel_central_y_una_region_es_dudosa() -> None:
    assert normalizar_region("Nivel Central y Región de Atacama", 2009).certeza == "dudosa"


_COMO_SPACY = (
    *(
        "Jefa (S) Unidad de Riego,\nAna Soto",
        "  Depto.  de Obras ",
        "100%: O'Higgins/Pichilemu",
        "",
        "\n ",
        "dos  talleres \n\n y 3 ",
    ),
    *(
        "Viaje a EE. UU. con la delegación",
        "pal XD Ud. 12m. a.C.",
        "12,50% (tres)\t\xa0de siete",
        "Se firmó.Falta visar",
        "ﬁn ½ º",
    ),
)


@pytest.mark.parametrize("texto", _COMO_SPACY)
def test_los_cortes_son_los_de_spacy(texto: str) -> None:
    """What is remembered of each run of characters is what the tokeniser says of it inside its text."""
    assert [(c.text, c.whitespace_, c.is_space, c.is_punct) for c in cortes(texto)] == [
        (t.text, t.whitespace_, t.is_space, t.is_punct) for t in nlp().make_doc(texto)
    ]


@pytest.mark.parametrize("texto", _COMO_SPACY)
def test_la_oracion_dice_lo_mismo_que_spacy(texto: str) -> None:
    """The plain words of a narration stand where spaCy's do, and say the same of themselves."""
    doc = dict(nlp().pipeline)["extractor_plegado"](nlp().make_doc(texto))
    assert [(p.text, p.idx, p.norm_, p.lower_, p.like_num, p.is_alpha, p.is_digit, p.is_space) for p in oracion_de(doc)] == [
        (t.text, t.idx, t.norm_, t.lower_, t.like_num, t.is_alpha, t.is_digit, t.is_space) for t in doc
    ]


def test_los_componentes_de_los_estados() -> None:
    """Each component of the pipeline does its part alone: the folding, the verbs with their denials, the phrases."""
    pasos = dict(nlp().pipeline)
    assert list(pasos) == ["extractor_plegado", "extractor_verbos", "extractor_senales", "extractor_grados"]
    doc = nlp().make_doc("No se realizó la gira; se dictó el curso y está en trámite el informe")
    assert [t.norm_ for t in pasos["extractor_plegado"](doc)][:3] == ["no", "se", "realizo"]
    verbos = [("FRACASO", "No se realizó"), ("HECHO", "dictó")]
    assert [(i.label_, i.text) for i in oracion_de(pasos["extractor_verbos"](doc)).indicios] == verbos
    assert [(i.label_, i.text) for i in oracion_de(pasos["extractor_senales"](doc)).indicios] == [
        *verbos,
        ("PARCIAL", "en trámite"),
    ]


@pytest.mark.parametrize("texto", _COMO_SPACY)
def test_la_celda_dice_lo_mismo_que_spacy(texto: str) -> None:
    """The light tokens stand where spaCy's do."""
    doc = nlp().make_doc(texto)
    celda = celda_de(texto)
    assert [(f.text, f.whitespace_, f.is_space, f.is_punct) for f in celda] == [
        (t.text, t.whitespace_, t.is_space, t.is_punct) for t in doc
    ]
    assert all(celda.texto(a, b) == doc[a:b].text for a in range(len(doc)) for b in range(a, len(doc) + 1))
    assert cortar(texto).text == texto
