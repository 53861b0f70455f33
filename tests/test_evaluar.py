"""``evaluar normalizadores`` and ``evaluar lectura``: what they count, what they keep to themselves, and wrong use."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pytest

from extractor.cli import main
from extractor.normalizadores.evaluacion import EN_DUDA
from extractor.proceso.evaluar_lectura import evaluar_lectura

CONJUNTOS = {
    "regiones": ("texto,anio,alcance,codigos,origen,grupo", ['"Maule",2007,REGION,07,official,abierto', '"Bío Bío",2007,REGION,09,typing,abierto', '"Lugar Secreto",2007,REGION,05,trap,reservado']),
    "estados": ("texto,valor,porcentaje,declarado,origen,grupo", ['"Cumplido",CUMPLE,,true,official,abierto']),
    "grados": ("texto,grado,origen,grupo", ['"Hubo un avance mayor",MAYOR,official,abierto']),
    "servicios": ("texto,codigo,origen,grupo", ['"SERNAM",sernam,official,abierto', '"Cosa sin nombre","",trap,abierto']),
    "responsables": ("texto,esperado,origen,grupo", ['"Unidad de Estudios","[{""unidad"": ""Unidad de Estudios""}]",designed,abierto']),
}


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    for nombre, (cabeza, filas) in CONJUNTOS.items():
        (tmp_path / f"{nombre}.csv").write_text("\n".join([cabeza, *filas]) + "\n", "utf-8")
    return tmp_path


def _json(capsys: pytest.CaptureFixture[str], *args: str) -> list[dict[str, object]]:
    assert main(["evaluar", *args, "--formato", "json"]) == 0
    datos: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return datos


def test_cuenta_aciertos_cobertura_y_errados_con_seguridad(carpeta: Path, capsys: pytest.CaptureFixture[str]) -> None:
    medidas = _json(capsys, "normalizadores", "--datos", str(carpeta), "--conjunto", "abierto")
    por = {m["conjunto"]: m for m in medidas}
    assert list(por) == ["regiones", "estados", "grados", "servicios", "responsables"]
    assert {m["grupo"] for m in medidas} == {"abierto"}
    regiones = por["regiones"]
    assert (regiones["n"], regiones["aciertos"], regiones["errados_seguros"]) == (2, 1, 1)
    assert regiones["errados_por_origen"] == {"typing": 1}
    assert (por["servicios"]["aciertos"], por["servicios"]["cobertura"]) == (2, 0.5)
    assert por["responsables"]["f1"] == 1.0


def test_una_etiqueta_en_duda_cuenta_y_se_dice_al_lado(carpeta: Path, capsys: pytest.CaptureFixture[str]) -> None:
    suma = hashlib.sha256("Bío Bío".encode()).hexdigest()
    (carpeta / EN_DUDA).write_text(f"conjunto,sha256,porque\nregiones,{suma},es la 08\n", "utf-8")
    regiones = _json(capsys, "normalizadores", "--datos", str(carpeta), "--conjunto", "abierto")[0]
    assert (regiones["errados_seguros"], regiones["errados_seguros_con_etiqueta_en_duda"]) == (1, 1)
    assert main(["evaluar", "normalizadores", "--datos", str(carpeta)]) == 0
    assert "errados con seguridad 1 de 2 (50,00 %), 1 de ellos con una etiqueta que contradice" in capsys.readouterr().out


def test_cada_etiqueta_en_duda_es_de_un_caso_y_dice_por_que(raiz: Path) -> None:
    datos = raiz / "tests" / "datos"
    for duda in csv.DictReader((datos / EN_DUDA).open(encoding="utf-8", newline="")):
        textos = [f["texto"].replace("\\n", "\n") for f in csv.DictReader((datos / f"{duda['conjunto']}.csv").open(encoding="utf-8"))]
        assert sum(hashlib.sha256(t.encode()).hexdigest() == duda["sha256"] for t in textos) == 1
        assert duda["porque"].strip()


def test_de_los_reservados_solo_se_dice_el_origen(carpeta: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluar", "normalizadores", "--datos", str(carpeta)]) == 0
    salida = capsys.readouterr().out
    assert "regiones (reservado): exactitud 0 de 1" in salida and "errados según su origen: trap 1" in salida
    assert "Secreto" not in salida and "«Bío Bío»" in salida
    assert main(["evaluar", "normalizadores", "--datos", str(carpeta), "--mostrar-reservados"]) == 0
    assert "Secreto" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("args", "dice"),
    [
        (["normalizadores", "--datos", "no-esta"], "no existe la carpeta"),
        (["lectura", "--muestras", "no-esta"], "no existe la carpeta"),
        (["lectura", "--formatos", "docx,wpd"], "no hay muestras en formato «wpd»"),
        (["normalizadores", "--conjunto", "cerrado"], "no es uno de los valores admitidos"),
    ],
)
def test_mal_uso(args: list[str], dice: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluar", *args]) == 3
    assert dice in capsys.readouterr().err


def test_carpetas_sin_lo_debido(tmp_path: Path, carpeta: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vacia = tmp_path / "vacia"
    vacia.mkdir()
    assert main(["evaluar", "normalizadores", "--datos", str(vacia)]) == 3
    assert "falta el conjunto de prueba regiones.csv" in capsys.readouterr().err
    assert main(["evaluar", "lectura", "--muestras", str(vacia)]) == 3
    assert "no hay muestras con su verdad" in capsys.readouterr().err
    (carpeta / "estados.csv").write_text("texto,grupo,origen\nx,abierto,y\n", "utf-8")
    assert main(["evaluar", "normalizadores", "--datos", str(carpeta)]) == 3
    assert "no tienen las columnas" in capsys.readouterr().err


VERDAD = """documento: {tipo: implementacion, anio: 2007}
tablas:
- tipo: programa_trabajo
  filas:
  - actividades:
    - ["1. Taller", "40", "40", CUMPLE, true]
    - ["2. Feria", "60", "%s", NO_CUMPLE, true]
hallazgos: []
"""
INFORME = (
    "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\n\tActividad 1.1: Implementación\n\n\tRegión: Maule\n\n"
    "\tObjetivos\n\n\tActividades\n\n\tPond. actividad\n\n\tCumple o No cumple\n\n\tPonderación ganada\n\n"
    "\tUno\n\n\t1. Taller\n\n2. Feria\n\n\t40\n\n60\n\n\tCumplido\n\nNo cumplido\n\n\t40\n\n0\n\n"
)


@pytest.mark.parametrize(("debida", "cifras", "filas", "pares"), [("0", 4, 1, 2), ("60", 3, 0, 1)])
def test_lectura_cuenta_cifras_filas_y_pares(tmp_path: Path, debida: str, cifras: int, filas: int, pares: int) -> None:
    for carpeta, nombre, texto in (("txt", "uno.txt", INFORME), ("verdad", "uno.yaml", VERDAD % debida), ("txt", "otro.txt", "x")):
        (tmp_path / carpeta).mkdir(exist_ok=True)
        (tmp_path / carpeta / nombre).write_text(texto, "utf-8")
    texto, word = evaluar_lectura(tmp_path, ("txt", "docx"))
    assert (texto.documentos, word.documentos) == (1, 0)
    cuenta = texto.cuenta
    assert (cuenta["cifras"], cuenta["filas"], cuenta["pares"]) == (4, 1, 2)
    assert (cuenta["cifras_bien"], cuenta["filas_bien"], cuenta["pares_bien"]) == (cifras, filas, pares)
    assert texto.sin_diferencias == (debida == "0")
    assert [archivo for archivo, _ in texto.diferencias] == ([] if debida == "0" else ["txt/uno.txt"])


def test_lectura_en_consola(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for carpeta, nombre, texto in (("txt", "uno.txt", INFORME), ("verdad", "uno.yaml", VERDAD % "60")):
        (tmp_path / carpeta).mkdir()
        (tmp_path / carpeta / nombre).write_text(texto, "utf-8")
    assert main(["evaluar", "lectura", "--muestras", str(tmp_path), "--formatos", "txt,rtf"]) == 0
    lineas = capsys.readouterr().out.splitlines()
    assert lineas[0] == (
        "txt: 1 documentos, 0 iguales a su verdad; cifras exactas 3 de 4 (75,00 %); filas enteras 0 de 1 (0,00 %); "
        "pares 1 de 2 (50,00 %); diferencias 1"
    )
    assert lineas[1].startswith("  txt/uno.txt: tabla 0, fila 0, actividad 1.ponderacion_ganada")
    assert lineas[2] == "rtf: no hay muestras"


@pytest.mark.parametrize(("leido", "bien"), [("75", 3), ("73", 2), (None, 2)])
def test_los_porcentajes_de_los_estados_son_cifras(leido: str | None, bien: int) -> None:
    """Those that the truth states, of a row and of an activity; a verdict without one counts nothing."""
    from extractor.proceso.verdad.cuentas import contar

    def estado(porcentaje: str | None) -> dict[str, str | bool | None]:
        return {"valor": "PARCIAL", "porcentaje": porcentaje, "declarado": True}

    fila = {"actividades": [["Abrir", "40", None, "PARCIAL 75", True], ["Cerrar", None, None, "CUMPLE", True]]}
    verdad = {"tablas": [{"filas": [{**fila, "estado": ["PARCIAL 50", True]}]}]}
    peso = {"valor": "40", "texto": "40"}
    nada = {"ponderacion": None, "ponderacion_ganada": None}
    comun = {**nada, "objetivos": [], "acumulada_recalculada": None}
    actividades = [{**comun, "texto": "Abrir", "ponderacion": peso, "estado": estado(leido)}]
    actividades.append({**comun, "texto": "Cerrar", "estado": estado(None)})
    informe = {"tablas": [{"filas": [{**nada, "estado": estado("50"), "actividades": actividades, "responsables": []}]}]}
    cuenta = contar(informe, verdad)
    assert (cuenta["cifras"], cuenta["cifras_bien"]) == (3, bien)
