"""Evaluation chapters in text: forms that a line cuts, headings of the next chapter, sections that do not apply."""

from __future__ import annotations

import pytest
from ayudas_texto import informe

from extractor.modelo.informe import Informe, Seccion

TITULO = "ETAPA N° 4 - EVALUACIÓN 2007\n\nOFICINA REGIONAL: {}\n\n"
OBJETIVO = "OBJETIVO Nº1:\n\nDescripción del desarrollo alcanzado en la incorporación del requisito de complementariedad\n\n"
CABEZA = "Desarrollo alcanzado\tRecomendaciones para mejorar el diseño y la implementación 2008\n"


def _capitulo(region: str, articulacion: str, grado: str = CABEZA + "Hay un convenio. Avance mayor.\tRenovarlo.\n") -> str:
    return (
        f"OFICINA REGIONAL: {region}\n\n{OBJETIVO}"
        f"1.1. Perspectiva territorial del programa\n\n{CABEZA}Se sumaron dos comunas. Avance mayor.\tSumar otra.\n\n"
        f"1.2. Articulación territorial\n\n{CABEZA}{articulacion}\n"
        f"1.3. Grado de complementariedad alcanzado\n\n{grado}\n"
        "OBJETIVO Nº2:\n\n2.1. Cumplimiento de las medidas para proveer de información de interés regional\n\n"
        "Desarrollo Alcanzado\tRecomendaciones\nSe envió el boletín. Avance mayor.\tEnviarlo antes.\n\n"
    )


def _leer(*capitulos: str) -> Informe:
    return informe("ETAPA N° 4 - EVALUACIÓN 2007\n\nINSTITUTO DE DESARROLLO AGROPECUARIO\n\n" + "".join(capitulos))


def _seccion(leido: Informe, numero: str, sitio: int = 0) -> Seccion:
    return [s for s in leido.secciones if s.numero == numero][sitio]


ENTERA = "Se reunió la mesa rural. Avance menor.\tCitarla antes.\n"
CORTADA = "Se reunió la mesa rural con los\tCitarla antes de la\n\n{}\n\nservicios del agro. Avance menor.\ttemporada de riego.\n"


def test_una_linea_que_puede_no_ser_del_papel_deja_la_celda_en_duda() -> None:
    leido = _leer(_capitulo("TARAPACÁ", ENTERA), _capitulo("ATACAMA", CORTADA.format("Mesa rural")))
    avisos = [(h.codigo, h.origen.linea_inicio if h.origen else None) for h in leido.hallazgos]
    texto = "servicios del agro. Avance menor."
    (linea,) = [n for c, n in avisos if c == "LECTURA_DUDOSA"]
    assert "GRADO_AUSENTE" not in {c for c, _ in avisos}
    assert texto in (_seccion(leido, "1.2", 1).texto or "")
    assert linea is not None
    assert leido.documento.estado == "parcial"


@pytest.mark.parametrize("pie", ["INDAP", "Instituto de Desarrollo Agropecuario"])
def test_el_nombre_del_servicio_que_vuelve_a_mitad_de_fila_es_del_papel(pie: str) -> None:
    leido = _leer(_capitulo("TARAPACÁ", CORTADA.format(pie)), _capitulo("ATACAMA", CORTADA.format(pie)))
    assert [_seccion(leido, "1.2", n).campos["grado_avance"] for n in (0, 1)] == ["MENOR", "MENOR"]
    assert {h.codigo for h in leido.hallazgos} == set()
    assert leido.documento.estado == "ok"


def test_cortada_y_con_el_encabezado_otra_vez() -> None:
    leido = _leer(_capitulo("TARAPACÁ", CORTADA.format("Mesa rural\n\n" + CABEZA.strip()).replace("2008\n\n", "2008\n")))
    assert [h.codigo for h in leido.hallazgos] == ["LECTURA_DUDOSA"]


def test_dos_formularios_seguidos_no_se_toman_por_mitades() -> None:
    suelta = "Se reunió la mesa.\tCitarla.\n\nAcuerdos\n\nTres acuerdos firmados.\tFirmar otros.\n"
    leido = _leer(_capitulo("TARAPACÁ", suelta))
    assert [h.codigo for h in leido.hallazgos] == ["GRADO_AUSENTE"]


def test_el_titulo_del_capitulo_que_sigue_no_es_texto_de_la_seccion() -> None:
    leido = _leer(_capitulo("TARAPACÁ", ENTERA), _capitulo("ATACAMA", ENTERA), _capitulo("AYSÉN", ENTERA))
    assert [s.texto for s in leido.secciones if s.numero == "2.1"] == [None, None, None]
    assert [s.region.codigos for s in leido.secciones if s.numero == "2.1" and s.region] == [("01",), ("03",), ("11",)]


@pytest.mark.parametrize("dicho", ["No aplica", "No aplica.", "NO APLICA a esta oficina"])
def test_la_seccion_que_solo_dice_que_no_aplica(dicho: str) -> None:
    leido = _leer(_capitulo("TARAPACÁ", ENTERA, dicho + "\n"))
    assert _seccion(leido, "1.3").campos["grado_avance"] == "NO_APLICA"
    assert _seccion(leido, "1.3").campos["grados"] == [dicho]


def test_lo_que_dice_mas_que_no_aplica_no_es_un_grado() -> None:
    dicho = "Se revisó el convenio con la gobernación y se acordó que no aplica en la provincia de Parinacota por ahora"
    assert _seccion(_leer(_capitulo("TARAPACÁ", ENTERA, dicho + "\n")), "1.3").campos == {}
