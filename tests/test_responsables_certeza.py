"""How sure the division of a cell into unit, role and person is: sure only where every word is accounted for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.cli import main
from extractor.modelo.valores import Certeza, Responsable
from extractor.normalizadores.responsable.certezas_division import peor_certeza
from extractor.normalizadores.responsables import normalizar_responsables, razonar_responsables

# fmt: off
CERTEZAS: list[tuple[str, Certeza]] = [
    # every word is known: a role, a unit with its name, a person by a given name, separators, contact data set aside
    ("Directora Regional", "exacta"), ("Unidad de Riego", "exacta"), ("Jefa Unidad de Riego, Ana Pino Mella", "exacta"),
    ("Ana Pino Mella Directora Regional", "exacta"), ("Encargado de Turismo y Cultura", "exacta"), ("Coordinadora programa BPL", "exacta"),
    ("Unidad de Riego, anexo 2310", "exacta"), ("Encargado GT: Luis Pino; Periodista: Ana Mella", "exacta"), ("Ema Pino, epino@ejemplo.cl", "exacta"),
    ("Profesionales de apoyo: Ana Pino, Luis Mella", "exacta"),
    # short forms, and persons told by an initial
    ("Enc. de Riego", "alias"), ("J. Pizarro", "alias"),
    # slips put right; persons in lower case, or known by their place only
    ("Directora Reginal", "aproximada"), ("ana pino mella, directora regional", "aproximada"), ("Yamilet Curín, Directora Regional", "aproximada"),
    # guesses
    ("Encargada Zarzaparrilla", "dudosa"), ("Unidad de Riego y Zarzaparrilla", "dudosa"), ("Directora Regional y equipo", "dudosa"),
    ("Ana Pino y Luis Mella, Encargada PMG", "dudosa"), ("Encargado de Zarzas Curín Antimán", "dudosa"), ("Zarzaparrilla", "dudosa"),
    ("VARIOS ENTES", "dudosa"), ("Ana Pino Tasadora", "dudosa"), ("Ana Pino Mella Luis Rivas Soto", "dudosa"), ("Secretaria Abogada", "dudosa"),
    ("Unidad de Zarzap arrilla", "dudosa"), ("Programa ejecutado en la comuna", "dudosa"), ("Jefa de la Zarza Mayor", "dudosa"),
    ("SECRETARIA GENERAL", "dudosa"), ("Servicio", "dudosa"), ("Dirección Regional Tasador Provincial", "dudosa"),
]
DIVISIONES: list[tuple[str, list[tuple[str | None, str | None, str | None]]]] = [
    ("Jefatura Unidad de Riego", [("Unidad de Riego", "Jefe/a", None)]),
    ("Jefatura", [(None, "Jefe/a", None)]),
    ("Ex Directora Nacional, Sra. Ana Pino", [(None, "Ex Director/a Nacional", "Ana Pino")]),
    ("Ex-Jefe de Gabinete", [(None, "Ex Jefe/a de Gabinete", None)]),
    ("Subdirectora Subrogante", [(None, "Subdirector/a Subrogante", None)]),
    ("Mesa Regional, integrada por la Directora Regional y el Encargado PMG",
     [("Mesa Regional", None, None), (None, "Director/a Regional", None), (None, "Encargado/a PMG", None)]),
    ("subdirector, sr. luis pino", [(None, "Subdirector/a", "luis pino")]),
    ("MELLA PINO, ROSA", [(None, None, "MELLA PINO, ROSA")]),
    ("SEREMI de Minería", [("SEREMI de Minería", None, None)]),
    ("Jefq Departamento de Riego", [("Departamento de Riego", "Jefe/a", None)]),
    ("Responsable técnico: Ana Pino", [(None, "Responsable Técnico/a", "Ana Pino")]),
    ("Luis Pino-Ana Mella", [(None, None, "Luis Pino"), (None, None, "Ana Mella")]),
    ("Unidad de Riego y/o Encargada PMG", [("Unidad de Riego", None, None), (None, "Encargado/a PMG", None)]),
    ("Luis Pino, fono (2) 6345678", [(None, None, "Luis Pino")]),
    ("J. Pizarro y M. Curín", [(None, None, "J. Pizarro"), (None, None, "M. Curín")]),
]
NADIE = ["15 charlas", "3 reuniones con dirigentes", "Todo el personal", "Varias", "En trámite", "Se determinará", "oficina@ejemplo.cl", "Fono: 55-2345678",
         "Tel. 61 2345678 / anexo 12"]
# fmt: on


@pytest.mark.parametrize(("texto", "certeza"), CERTEZAS)
def test_certeza_de_la_division(texto: str, certeza: Certeza) -> None:
    leidos = razonar_responsables([texto])
    assert peor_certeza([r.certeza for r, _ in leidos if r.certeza is not None]) == certeza
    assert all(porque for r, porque in leidos if r.certeza in ("aproximada", "dudosa"))  # a doubt is told with its reason


@pytest.mark.parametrize(("texto", "esperado"), DIVISIONES)
def test_divisiones(texto: str, esperado: list[tuple[str | None, str | None, str | None]]) -> None:
    leidos = normalizar_responsables([texto])
    assert [(r.unidad.nombre if r.unidad else None, r.cargo, r.persona) for r in leidos] == esperado


@pytest.mark.parametrize("texto", NADIE)
def test_no_nombra_a_nadie(texto: str) -> None:
    assert normalizar_responsables([texto]) == ()


def test_lo_que_nunca_se_dividio_no_trae_certeza() -> None:
    dato = {"texto": "Unidad A", "unidad": None, "cargo": None, "persona": None}
    assert Responsable.model_validate(dato).certeza is None
    assert normalizar_responsables(["Unidad de Riego"])[0].model_dump(mode="json")["certeza"] == "exacta"


def test_normalizar_dice_la_certeza_y_por_que(capsys: pytest.CaptureFixture[str]) -> None:
    main(["normalizar", "responsable", "Unidad de Riego y Zarzaparrilla"])
    salida = capsys.readouterr().out
    assert "Certeza: dudosa" in salida and "«y» puede separar" in salida


def test_la_fila_dudosa_no_cuenta_como_segura(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cabezas = {"regiones": '"texto","anio","alcance","codigos","origen","grupo"', "estados": '"texto","valor","porcentaje","declarado","origen","grupo"',
               "grados": '"texto","grado","origen","grupo"', "servicios": '"texto","codigo","origen","grupo"'}  # fmt: skip
    for nombre, cabeza in cabezas.items():
        (tmp_path / f"{nombre}.csv").write_text(cabeza + "\n", "utf-8")
    filas = [
        '"Unidad de Riego y Zarzaparrilla","[]","trap","abierto"',
        '"Unidad de Riego","[]","trap","abierto"',
        '"Directora Reginal","[]","typing","abierto"',
    ]
    (tmp_path / "responsables.csv").write_text('"texto","esperado","origen","grupo"\n' + "\n".join(filas) + "\n", "utf-8")
    assert main(["evaluar", "normalizadores", "--datos", str(tmp_path), "--conjunto", "abierto", "--formato", "json"]) == 0
    medida = next(m for m in json.loads(capsys.readouterr().out) if m["conjunto"] == "responsables")
    assert (medida["n"], medida["seguros"], medida["errados_seguros"]) == (3, 1, 1)
    assert (medida["aproximados"], medida["errados_aproximados"]) == (1, 1)
