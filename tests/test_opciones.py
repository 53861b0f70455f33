"""The answers of a form are one list: what is known as a box is known as a column to mark and in a line of several verdicts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.comun.yaml_estricto import cargar
from extractor.errores import ErrorPatron
from extractor.estructura.lineas_juntas import cifras_juntas, veredictos_juntos
from extractor.formatos.columnas.opciones import columnas_de_opciones
from extractor.modelo.base import Origen
from extractor.modelo.documento import Celda, Parrafo
from extractor.normalizadores.estados import normalizar_estado
from extractor.vocabularios.casillas import leer_casillas
from extractor.vocabularios.opciones import VocabularioOpciones, impresas, opcion_de_rotulo, valores


def _encabezado(*textos: str) -> list[Celda]:
    lugar = Origen(texto="")
    return [Celda((Parrafo(texto, lugar),), lugar, sitio, 1) for sitio, texto in enumerate(textos)]


@pytest.mark.parametrize(
    ("celda", "valor"),
    [
        ("☒ cumplido ☐ no cumplido", "CUMPLE"),
        ("☐ cumplido ☐ no cumplido ☒ pendiente", "PENDIENTE"),
        ("cumplio ( ) no cumplio (x)", "NO_CUMPLE"),
        ("☐ cumplido ☒ en proceso ☐ no cumplido", "PARCIAL"),
        ("si ( ) no ( ) n/a (x)", "NO_APLICA"),
        ("cumplido / no cumplido", None),
        ("cumple no cumple", None),
    ],
)
def test_casillas_con_las_palabras_de_las_personas(celda: str, valor: str | None) -> None:
    casillas = leer_casillas(celda)
    assert casillas is not None
    assert casillas.valor == valor


@pytest.mark.parametrize("celda", ["cumplido no cumplido", "no cumplido, pendiente", "cumplido: no", "cumplido pendiente", "si, cumple"])
def test_respuestas_sin_marca_no_son_casillas(celda: str) -> None:
    assert leer_casillas(celda) is None


def test_una_casilla_marcada_es_un_estado_declarado() -> None:
    estado = normalizar_estado("☒ Cumplido ☐ No cumplido")
    assert estado is not None
    assert (estado.valor, estado.declarado) == ("CUMPLE", True)


def test_cada_opcion_se_reconoce_en_los_tres_lugares() -> None:
    contraria = {"CUMPLE": "no"}
    for frase, valor in valores().items():
        otra = contraria.get(valor, "si")
        assert opcion_de_rotulo(frase.upper()) == valor
        hallada = leer_casillas(f"☒ {frase} ☐ {otra}")
        assert hallada is not None and hallada.valor == valor, frase
        assert len(veredictos_juntos(f"{frase} {frase} {otra}")) == 3, frase
    assert impresas() < set(valores())


def test_columnas_para_marcar() -> None:
    assert columnas_de_opciones(_encabezado("Meta", "Cumplidas", "No cumplidas", "Pendientes")) == {
        1: "Cumplidas", 2: "No cumplidas", 3: "Pendientes",
    }  # fmt: skip
    assert columnas_de_opciones(_encabezado("Meta", "Cumple", "Pendiente")) == {}
    assert columnas_de_opciones(_encabezado("Sí", "Sí", "No")) == {}


def test_solo_algunas_estan_en_el_lugar_de_una_cifra() -> None:
    assert len(cifras_juntas("12,5 No cumple 20 Pendiente")) == 4
    assert cifras_juntas("12,5 Cumple 20") == []


MINIMO = """id: opciones
impresas: {CUMPLE: [va], NO_CUMPLE: [no va]}
respuestas: {PENDIENTE: [por ir]}
en_cifras: [por ir]
"""


@pytest.mark.parametrize(
    ("antes", "despues", "linea", "dice"),
    [
        ("en_cifras:", "en_cifra:", 4, "en_cifras"),
        ("PENDIENTE:", "PENDIENTES:", 3, "PENDIENTE"),
        ("[por ir]}", "[va]}", None, "«va» dice a la vez CUMPLE y PENDIENTE"),
        ("en_cifras: [por ir]", "en_cifras: [ido]", None, "«ido».*no es una opción"),
    ],
)
def test_un_error_nombra_archivo_y_linea(tmp_path: Path, antes: str, despues: str, linea: int | None, dice: str) -> None:
    assert MINIMO.count(antes) == 1
    (tmp_path / "opciones.yaml").write_text(MINIMO.replace(antes, despues), "utf-8")
    with pytest.raises(ErrorPatron, match=dice) as error:
        cargar(tmp_path / "opciones.yaml", VocabularioOpciones)
    assert error.value.archivo == "opciones.yaml"
    if linea is not None:
        assert error.value.linea == linea


def test_una_respuesta_nueva_se_agrega_en_un_solo_lugar(tmp_path: Path, raiz: Path) -> None:
    carpeta = tmp_path / "patrones"
    shutil.copytree(raiz / "patrones", carpeta)
    archivo = carpeta / "vocabularios" / "opciones.yaml"
    texto = archivo.read_text("utf-8").replace("cumplió]", "cumplió, zanjado]").replace("no cumplió, zanjado]", "no cumplió, no zanjado]")
    archivo.write_text(texto, "utf-8")
    guion = (
        "from extractor.vocabularios.casillas import leer_casillas; from extractor.vocabularios.opciones import opcion_de_rotulo\n"
        "from extractor.estructura.lineas_juntas import veredictos_juntos\n"
        "print(leer_casillas('☐ zanjado ☒ no zanjado').valor, opcion_de_rotulo('Zanjado'), len(veredictos_juntos('Zanjado No zanjado')))"
    )
    entorno = {**os.environ, "EXTRACTOR_PATRONES": str(carpeta), "PYTHONPATH": str(raiz)}
    salida = subprocess.run([sys.executable, "-c", guion], env=entorno, capture_output=True, text=True, check=True).stdout
    assert salida.split() == ["NO_CUMPLE", "CUMPLE", "2"]
