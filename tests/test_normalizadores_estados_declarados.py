"""What declares and what only tells: a verb form made by grammar from common verbs is told, however near a word of verdict its
letters are, and a participle is a verdict only where no verb stands before it."""

from __future__ import annotations

import pytest

from extractor.normalizadores.estados import normalizar_estado

AR = """comprar completar comprobar concretar conectar conformar contemplar copiar desarrollar efectuar ejecutar finalizar fiscalizar
    ganar implementar implicar incorporar informar ocupar probar realizar señalizar terminar validar visitar""".split()  # noqa: SIM905
ER = """compartir complacer componer conseguir corregir difundir distribuir obtener recibir resolver suplir suscribir unir""".split()  # noqa: SIM905
PASADOS = [v[:-2] + final for v in AR for final in ("ó", "aron")] + [v[:-2] + final for v in ER for final in ("ió", "ieron")]
PARTICIPIOS = [v[:-2] + "ado" for v in AR] + [v[:-2] + "ido" for v in ER]


def _declara(texto: str) -> bool:
    """Whether the cell is said to declare with some certainty."""
    leido = normalizar_estado(texto)
    assert leido is not None
    return leido.declarado and leido.certeza != "dudosa"


@pytest.mark.parametrize("delante", ["No se", "No", "Nunca se", "Tampoco se", "Se", "Ya"])
@pytest.mark.parametrize("detras", ["", ".", " el informe", ", por falta de recursos", " en el período"])
def test_un_pasado_se_narra(delante: str, detras: str) -> None:
    narrados = [p for p in PASADOS if p not in ("obtenieron", "obtenió")]  # no forms of Spanish: slips
    assert [p for p in narrados if _declara(f"{delante} {p}{detras}")] == []


@pytest.mark.parametrize("delante", ["Fue", "No fue", "No ha sido", "No ha", "No se ha", "La actividad fue", "La actividad no fue"])
@pytest.mark.parametrize("detras", ["", ".", " durante el segundo semestre", ", por falta de recursos"])
def test_un_participio_tras_su_verbo_se_narra(delante: str, detras: str) -> None:
    assert [p for p in PARTICIPIOS if _declara(f"{delante} {p}{detras}")] == []


@pytest.mark.parametrize(
    ("texto", "valor"),
    [
        ("La actividad fue cancelada en el mes de junio", "NO_CUMPLE"),
        ("La actividad fue suspendida", "NO_CUMPLE"),
        ("La actividad fue realizada", "CUMPLE"),
        ("No fue visitado durante el segundo semestre", "NO_CUMPLE"),
        ("No concretó", "NO_CUMPLE"),
    ],
)
def test_narra_y_el_valor_es_el_mismo(texto: str, valor: str) -> None:
    leido = normalizar_estado(texto)
    assert leido is not None
    assert (leido.valor, leido.declarado) == (valor, False)


@pytest.mark.parametrize(
    ("texto", "valor"),
    [
        ("La actividad fue cumplida", "CUMPLE"),
        ("No ha sido cumplida", "NO_CUMPLE"),
        ("Actividad suspendida", "NO_CUMPLE"),
        ("No realizada", "NO_CUMPLE"),
        ("No visitado", "NO_CUMPLE"),
        ("Reliazado", "CUMPLE"),
        ("No se cumpio", "NO_CUMPLE"),
        ("Fracasó", "NO_CUMPLE"),
    ],
)
def test_declara(texto: str, valor: str) -> None:
    leido = normalizar_estado(texto)
    assert leido is not None
    assert (leido.valor, leido.declarado) == (valor, True)
