"""Words that formats, structure and rules look for stand in files: scopes and offices of regions, what a line is about, parts of a
total; a misspelt key of any of these files stops the run."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from extractor.comun.meses import MESES, OTRAS_GRAFIAS
from extractor.comun.yaml_estricto import cargar
from extractor.errores import ErrorPatron
from extractor.formatos.regiones.dichas import en_prosa
from extractor.formatos.regiones.en_titulo import es_region, es_titulo_de_region, region_al_final
from extractor.reconciliador.cantidades import cantidades, es_anio
from extractor.reconciliador.lexico import PalabrasLogica, conjunto
from extractor.reconciliador.logica_alcance import partes_de
from extractor.vocabularios.textos import VocabularioTextos, palabras_de


@pytest.mark.parametrize("texto", ["todo el país", "Todas las regiones del país", "NIVEL CENTRAL", "A nivel nacional", "Todas las Direcciones Regionales"])
def test_un_alcance_del_vocabulario_es_una_region(texto: str) -> None:
    assert es_region(texto)
    assert region_al_final(f"Programa de Trabajo GT 2007 – {texto}") == texto


@pytest.mark.parametrize("texto", ["todas", "país", "nacional", "central", "Dirección Nacional", "Casa matriz", "Unidad Regional de Estudios"])
def test_una_palabra_suelta_o_una_oficina_no_son_un_alcance(texto: str) -> None:
    assert not es_region(texto)


def test_oficinas_que_nombran_su_region() -> None:
    assert es_titulo_de_region("Oficina Regional Maule") and es_titulo_de_region("3. UNIDAD REGIONAL DE COQUIMBO")
    assert not es_titulo_de_region("Sede Regional") and not es_titulo_de_region("Sede Maule")


def test_de_que_trata_una_linea() -> None:
    assert en_prosa("Se informa el avance del programa en todas las regiones.") == "todas las regiones"
    assert en_prosa("El programa sin todas las regiones.") is None
    assert en_prosa("Hubo ferias en todas las regiones.") is None
    assert "sera" in palabras_de("deber") and "proxim" in palabras_de("para_despues")


@pytest.mark.parametrize(
    ("texto", "partes"),
    [
        ("12 de 20 sindicatos", [(12, 20)]),
        ("3 charlas de las 5 previstas", [(3, 5)]),
        ("3 atenciones a partir de las 10 horas", []),
        ("3 charlas alrededor de las 10 de la mañana", []),
        ("2 actas de las 10 horas", []),
        ("2 horas de las 10 horas", [(2, 10)]),
        ("4 actas de las 8 de setiembre", []),
        ("4 actas de las 8 de mayo", []),
        ("15 de 2007", []),
    ],
)
def test_partes_de_un_total(texto: str, partes: list[tuple[int, int]]) -> None:
    assert [(int(p.valor), int(p.total)) for p in partes_de(texto)[0]] == partes


def test_un_mes_delante_hace_de_la_cifra_una_fecha_con_cualquier_grafia() -> None:
    assert {*MESES, *OTRAS_GRAFIAS} == conjunto("meses")
    for mes in conjunto("meses"):
        assert cantidades(f"{mes} 12 talleres") == ()
    assert [c.valor for c in cantidades("12 talleres")] == [Decimal(12)]
    assert [es_anio(Decimal(n)) for n in ("1989", "1990", "2007", "2007.5", "2036")] == [False, True, True, False, False]


@pytest.mark.parametrize(
    ("archivo", "modelo", "clave", "cercana"),
    [
        ("vocabularios/textos.yaml", VocabularioTextos, "introductorio", "introductorios"),
        ("regimenes/_logica.yaml", PalabrasLogica, "horas_o_dineros", "horas_o_dinero"),
    ],
)
def test_una_clave_mal_escrita_se_nombra(tmp_path: Path, raiz: Path, archivo: str, modelo: type, clave: str, cercana: str) -> None:
    texto = (raiz / "patrones" / archivo).read_text("utf-8")
    linea = next(n for n, escrita in enumerate(texto.splitlines(), start=1) if escrita.startswith(f"{cercana}:"))
    copia = tmp_path / Path(archivo).name
    copia.write_text(texto.replace(f"\n{cercana}:", f"\n{clave}:"), "utf-8")
    with pytest.raises(ErrorPatron, match=f"clave desconocida «{clave}»; ¿quiso decir «{cercana}»") as error:
        cargar(copia, modelo)
    assert (error.value.archivo, error.value.linea) == (copia.name, linea)


def test_un_archivo_que_falta_se_dice(tmp_path: Path) -> None:
    """A folder of patterns copied from an older version lacks the newer files."""
    with pytest.raises(ErrorPatron, match=r"textos\.yaml: falta en «vocabularios»"):
        cargar(tmp_path / "vocabularios" / "textos.yaml", VocabularioTextos)
