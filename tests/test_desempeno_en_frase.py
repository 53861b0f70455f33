"""The performance told in a sentence under the table: that of its own region and year, and nothing that only looks like one."""

from __future__ import annotations

import pytest
from ayudas_partes import docx, html, texto

from extractor.formatos.desempeno.en_frase import como_rotulo
from extractor.formatos.desempeno.rotulo import clase_de_desempeno, partir
from extractor.modelo.informe import Informe

TERCERA = ("Servicio de Faros y Boyas", "ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO 2009")
CABEZA = ("Objetivo", "Actividad", "Ponderación", "Cumple", "Ponderación ganada")
FORMATOS = pytest.mark.parametrize("leer", [html, docx, texto])


def _cuadro(ultimo: str = "20") -> tuple[tuple[str, ...], ...]:
    dicho = "No" if ultimo == "0" else "Sí"
    filas = (("Faros", "Encender la linterna", "40", "Sí", "40"), ("Boyas", "Fondear las nuevas", "40", "Sí", "40"))
    return (CABEZA, *filas, ("Balizas", "Pintar las del canal", "20", dicho, ultimo))


def _region(leido: Informe, n: int = 0) -> str | None:
    desempeno = leido.tablas[n].desempeno
    return desempeno.region.valor if desempeno is not None and desempeno.region is not None else None


def _servicio(leido: Informe, n: int = -1) -> str | None:
    desempeno = leido.tablas[n].desempeno
    return desempeno.servicio if desempeno is not None else None


DICHAS = [
    "El desempeño de la región alcanza un 85%.",
    "El desempeño de la región alcanzó un 85% de lo comprometido.",
    "Con lo anterior, el desempeño de la región llega a un 85 % de lo programado.",
    "En consecuencia, el desempeño anual de la región en el Programa de Trabajo 2009 fue de 85%",
    "Por lo tanto el desempeño regional corresponde a un 85% en el año 2009.",
    "El desempeño de la Región de Aysén fue de un 85% del programa de trabajo.",
    "La región alcanzó un desempeño de 85% de lo comprometido.",
    "Con estos resultados, la Región de Aysén obtuvo un desempeño anual del 85%.",
    "De acuerdo a lo anterior, la oficina regional logra un desempeño de un 85%.",
]


@FORMATOS
@pytest.mark.parametrize("frase", DICHAS)
def test_la_frase_bajo_la_tabla(leer, frase: str) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*TERCERA, "Región de Aysén", _cuadro("0"), frase)
    assert _region(leido) == "85"
    assert [h.informado for h in leido.hallazgos if h.codigo == "DESEMPENO_REGION_NO_CUADRA"] == ["85"]


@pytest.mark.parametrize(
    "frase",
    [
        "El desempeño de la región alcanzó un 85% de los usuarios.",
        "El desempeño de la región en el año 2008 alcanzó un 85% de lo comprometido.",
        "El año anterior, el desempeño de la región llegó a un 85%.",
        "Con lo anterior, el desempeño de la región llegó a un 85% en el año 2008.",
        "El desempeño mínimo de la región es 85%.",
        "El mínimo exigido a la región es 85% de lo comprometido.",
        "El desempeño de la región debe alcanzar un 85% de lo comprometido.",
        "Si se aprueba la reprogramación, el desempeño de la región llega a un 85%.",
        "El desempeño de la región alcanzaría un 85% de lo comprometido.",
        "El desempeño de la región alcanzó un 85% en el primer semestre.",
        "El desempeño de la región en la Dirección de Puertos alcanzó un 85% de lo comprometido.",
        "El desempeño de los fareros de la región alcanzó un 85% de lo comprometido.",
        "La región alcanzó un desempeño de 85% en la encuesta de satisfacción.",
        "La región obtuvo un desempeño superior al 85%.",
        "El desempeño de la Región del Maule alcanzó un 85% de lo comprometido.",
        "La región no alcanzó un desempeño de 85%.",
        "El desempeño de la región no alcanzó un 85% de lo comprometido.",
    ],
)
def test_la_de_otra_cosa_no_se_toma(frase: str) -> None:
    leido = html(*TERCERA, "Región de Aysén", _cuadro(), frase)
    assert _region(leido) is None
    assert not [h for h in leido.hallazgos if h.codigo.startswith("DESEMPENO")]


def test_cada_tabla_la_suya_y_su_lugar() -> None:
    frase = "Con lo anterior, el desempeño de la región llega a un {}% de lo programado."
    leido = html(*TERCERA, "Región de Aysén", _cuadro("0"), frase.format(80), "Región del Maule", _cuadro(), frase.format(95))
    assert (_region(leido), _region(leido, 1)) == ("80", "95")
    (hallazgo,) = (h for h in leido.hallazgos if h.codigo == "DESEMPENO_REGION_NO_CUADRA")
    assert hallazgo.informado == "95" and hallazgo.origen is not None and hallazgo.origen.texto == "95%"


def test_tras_otro_titulo_de_region_no_es_de_la_tabla_de_arriba() -> None:
    leido = html(*TERCERA, "Región de Aysén", _cuadro(), "Región del Maule", "El desempeño de la región llega a un 85%.")
    assert _region(leido) is None and any("otra región" in h.mensaje for h in leido.hallazgos)


def test_no_quita_el_que_la_tabla_ya_imprime() -> None:
    leido = html(*TERCERA, "Región de Aysén", _cuadro(), "Desempeño Anual Región: 100%", "El desempeño de la región llega a un 85%.")
    assert _region(leido) == "100" and any("segundo desempeño" in h.mensaje for h in leido.hallazgos)


DEL_SERVICIO = [
    "Con los resultados anteriores, el desempeño del Servicio en el Programa de Trabajo 2009 es: CUMPLE.",
    "En consecuencia, el Servicio CUMPLE con su Programa de Trabajo de Gestión Territorial 2009.",
    "El Servicio cumplió el programa de trabajo del año 2009.",
]


@pytest.mark.parametrize("frase", DEL_SERVICIO)
def test_el_veredicto_del_servicio_en_una_frase(frase: str) -> None:
    leido = html(*TERCERA, "Región de Aysén", _cuadro("0"), "Región del Maule", _cuadro(), frase)
    assert (_servicio(leido) or "").upper() in ("CUMPLE", "CUMPLIÓ")
    assert [h.recalculado for h in leido.hallazgos if h.codigo == "DESEMPENO_SERVICIO_NO_CUADRA"] == ["NO CUMPLE"]


def test_el_que_no_cumple() -> None:
    leido = html(*TERCERA, "Región de Aysén", _cuadro("0"), "Por lo tanto, el Servicio no cumple con su Programa de Trabajo 2009.")
    assert _servicio(leido) == "no cumple" and not [h for h in leido.hallazgos if h.codigo.startswith("DESEMPENO")]


@pytest.mark.parametrize(
    "frase",
    [
        "El Servicio cumple con su Programa de Trabajo cuando todas las regiones alcanzan el 90%.",
        "El Servicio cumple si todas las regiones lo alcanzan.",
        "El Servicio cumple con su programa de capacitación.",
        "El Servicio cumplió con su Programa de Trabajo 2008.",
        "El Servicio cumple con la actividad 2 del programa de trabajo.",
        "El Servicio cumple con el programa de trabajo en la Región de Aysén.",
        "El Servicio cumple parcialmente su programa de trabajo 2009.",
        "La Armada cumple con su Programa de Trabajo 2009.",
        "El desempeño del Servicio en el Programa de Trabajo 2009 es: ver anexo.",
    ],
)
def test_la_del_servicio_que_dice_otra_cosa(frase: str) -> None:
    leido = html(*TERCERA, "Región de Aysén", _cuadro("0"), frase)
    assert _servicio(leido) is None and not [h for h in leido.hallazgos if h.codigo.startswith("DESEMPENO")]


def test_la_de_dos_programas_no_se_sabe_de_cual_es() -> None:
    otra = "Programa de Complementariedad Territorial 2009"
    leido = html(
        *TERCERA, "Región de Aysén", "Programa de Trabajo 2009", _cuadro("0"), "Región de Aysén", otra, _cuadro(), DEL_SERVICIO[1]
    )
    assert not [h for h in leido.hallazgos if h.codigo.startswith("DESEMPENO")]


@pytest.mark.parametrize(
    ("frase", "clase", "valor"),
    [
        ("Así, el desempeño de la región es de 85%", "desempeno_region", "85%"),
        ("El desempeño de la región alcanza 85% de lo comprometido", "desempeno_region", "85%"),
        ("La región logró un desempeño de 85%", "desempeno_region", "85%"),
        ("El Servicio NO CUMPLE su programa de trabajo", "desempeno_servicio", "NO CUMPLE"),
    ],
)
def test_como_rotulo(frase: str, clase: str, valor: str) -> None:
    assert (clase_de_desempeno(como_rotulo(frase)), partir(como_rotulo(frase))[1]) == (clase, valor)


@pytest.mark.parametrize(
    "parrafo",
    [
        "El desempeño de la región alcanzó un 85% de lo comprometido. Se adjuntan los medios de verificación.",
        "Se visitaron 12 caletas. Con lo anterior, el desempeño de la región es de 85%. Los fareros asistieron en un 90%.",
    ],
)
def test_una_frase_del_parrafo(parrafo: str) -> None:
    leido = html(*TERCERA, "Región de Aysén", _cuadro("0"), parrafo)
    assert _region(leido) == "85"
    (hallazgo,) = (h for h in leido.hallazgos if h.codigo == "DESEMPENO_REGION_NO_CUADRA")
    assert hallazgo.origen is not None and hallazgo.origen.inicio == parrafo.index("85%")


@pytest.mark.parametrize(
    "parrafo",
    [
        "Así fue el año 2008. El desempeño de la región alcanzó un 85%. Este año mejoró.",
        "Se exige un mínimo de 90%. El desempeño de la región alcanza un 85%. Por ello no se valida.",
        "El desempeño de la región alcanzó un 85%. Sin la tercera, el desempeño de la región alcanza un 95%.",
        "El desempeño de la región alcanzó un 85%. El desempeño de la región fue de 95%.",
    ],
)
def test_un_parrafo_que_habla_de_mas(parrafo: str) -> None:
    leido = html(*TERCERA, "Región de Aysén", _cuadro("0"), parrafo)
    assert not [h for h in leido.hallazgos if h.codigo.startswith("DESEMPENO")]


@pytest.mark.parametrize(
    "frase", ["El desempeño de la región alcanzó un 85% según la última planilla.", "El desempeño de la región no alcanzó el 85%."]
)
def test_la_que_no_se_entiende_se_avisa(frase: str) -> None:
    leido = html(*TERCERA, "Región de Aysén", _cuadro(), frase)
    assert _region(leido) is None and any("puede decir su desempeño" in h.mensaje for h in leido.hallazgos)
