"""The programmes of a form are words of ``patrones/vocabularios/programas.yaml``: another institution's form needs no Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.comun.yaml_estricto import cargar
from extractor.errores import ErrorPatron
from extractor.vocabularios.programas import VocabularioProgramas, nombres_escritos, programa_de_fila, programa_de_titulo

AJENOS = """id: programas
rotulos: [formulario, anexo]
programas:
  - {valor: informacion, nombre: noticias, titulos: ["dar noticia"], numeros: ["B.2"], nombres: ["Noticias"], palabras: [noticias]}
  - {valor: diseno_acceso, nombre: puertas abiertas, titulos: ["puertas abiertas"], numeros: ["B.1"], nombres: ["Puertas"], palabras: [puertas]}
"""

FAMILIA = """id: casa_abierta
nombre: Casa abierta
tipo: implementacion
etapas: [3]
reconoce:
  requiere: ["memoria de la casa{*}"]
titulos:
  - {clase: actividad, textos: ["formulario b. {numero}", "formulario b.{numero}", "formulario:{texto}"]}
tablas:
  - id: faenas
    tipo: programa_trabajo
    pesa: actividad
    columnas: [{rol: actividad, textos: [Faena]}, {rol: ponderacion, textos: [Valor]}, {rol: estado, textos: [Hecho]}]
    requiere: [actividad, ponderacion]
ejemplos:
  acepta:
    - {texto: "Memoria de la casa 2010"}
  rechaza:
    - {texto: "Otra cosa", motivo: no lo es}
"""

TABLA = "Faena\tValor\tHecho\nAbrir la sala\t100\tCumple\n\n"
DOCUMENTO = (
    f"Memoria de la casa 2010\n\nFormulario: jornadas de puertas abiertas\n\n{TABLA}"
    f"Formulario B. 2\n\n{TABLA}Formulario B.1\n\n{TABLA}Formulario B.3\n\n{TABLA}"
)


@pytest.mark.parametrize(
    ("titulo", "programa"),
    [
        ("Actividad III. 1. Programa de Trabajo de Gestión Territorial 2009", "diseno_acceso"),
        ("Actividad III.1", "diseno_acceso"),
        ("ACTIVIDAD III .2: Programa", "complementariedad"),
        ("Actividad III. 3", "informacion"),
        ("Actividad III. 2.1: Programa de Trabajo para proveer  de información", "informacion"),
        ("Actividad III. 2.1: Programa", None),
        ("Actividad III. 12: Programa", None),
        ("Mejoras en el DISEÑO, acceso", "diseno_acceso"),
        ("Complementariedad en el acceso y distribución", "complementariedad"),
        ("Actividad 1.1: Implementación", None),
        (None, None),
    ],
)
def test_el_programa_que_dice_un_titulo(titulo: str | None, programa: str | None) -> None:
    assert programa_de_titulo(titulo) == programa


@pytest.mark.parametrize(
    ("texto", "programa"),
    [
        ("Diseño, Acceso y Distribución", "diseno_acceso"),
        ("Complementariedad territorial", "complementariedad"),
        ("Sistemas de información", "informacion"),
        ("Diseño y acceso de la información", "diseno_acceso"),
        ("Otro", None),
        (None, None),
    ],
)
def test_el_programa_que_dice_una_fila(texto: str | None, programa: str | None) -> None:
    assert programa_de_fila(texto) == programa


def test_un_valor_vale_por_todos_sus_nombres() -> None:
    assert nombres_escritos(["informacion", "Otra línea"]) == (
        "Información", "Provisión de información", "Sistemas de información", "Otra línea",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("antes", "despues", "linea", "dice"),
    [
        ("rotulos:", "rotulo:", 2, "rotulos"),
        ("titulos: [\"dar", "titulo: [\"dar", 4, "titulos"),
        ("valor: informacion", "valor: noticias", 4, "noticias"),
        ("valor: informacion", "valor: diseno_acceso", None, "dos veces"),
        ("B.1", "B.2", None, "nombra dos programas"),
        ("palabras: [puertas]", "palabras: [\"\"]", 5, "palabras"),
    ],
)
def test_un_error_nombra_archivo_y_linea(tmp_path: Path, antes: str, despues: str, linea: int | None, dice: str) -> None:
    assert AJENOS.count(antes) == 1
    (tmp_path / "programas.yaml").write_text(AJENOS.replace(antes, despues), "utf-8")
    with pytest.raises(ErrorPatron, match=dice) as error:
        cargar(tmp_path / "programas.yaml", VocabularioProgramas)
    assert error.value.archivo == "programas.yaml"
    if linea is not None:
        assert error.value.linea == linea


def test_otra_institucion_con_otros_programas_es_solo_archivos(tmp_path: Path, raiz: Path) -> None:
    """Two programmes of other names under other numbers, in a folder of patterns: nothing but the two files is changed."""
    carpeta = tmp_path / "patrones"
    shutil.copytree(raiz / "patrones", carpeta)
    (carpeta / "vocabularios" / "programas.yaml").write_text(AJENOS, "utf-8")
    (carpeta / "formatos" / "casa_abierta.yaml").write_text(FAMILIA, "utf-8")
    (tmp_path / "memoria.txt").write_text(DOCUMENTO, "utf-8")
    guion = (
        "from pathlib import Path; from extractor.proceso import procesar; from extractor.modelo.declarado import Declarado\n"
        f"leido = procesar(Path({str(tmp_path / 'memoria.txt')!r}), 'memoria.txt', Declarado())\n"
        "print(leido.documento.patron, *[t.programa for t in leido.tablas])"
    )
    entorno = {**os.environ, "EXTRACTOR_PATRONES": str(carpeta), "PYTHONPATH": str(raiz)}
    salida = subprocess.run([sys.executable, "-c", guion], env=entorno, capture_output=True, text=True, check=True).stdout
    assert salida.split() == ["casa_abierta", "diseno_acceso", "informacion", "diseno_acceso", "None"]
