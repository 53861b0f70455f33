"""revision.html made in a test from sources written in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.modelo.vista import Vista
from extractor.proceso import informe_de
from extractor.proceso.vista import regimenes_conocidos, vista_de
from extractor.salidas.revision import TOPES, PaginaRevision, Topes

# Fulfilment by percentage, earned as a running total: 20 at 50 % after 30 is 40 and the report prints 45.
ACUMULADA = """ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007

SERVICIO: CORPORACIÓN NACIONAL FORESTAL

\tActividad 1.1: Implementación

\tRegión: {region}

\tObjetivos específicos

\tActividades

\tPeso de la

actividad

\tGrado de

cumplimiento

\tPonderación

ganada

\tCuidar los bosques

\t1.- {primera}

2.- Dictar charlas

3.- Firmar cartas

\t30%

20%

50%

\t100%

50%

{tercero}

\t30%

45%

{cierre}

"""


def acumulada(region: str = "DEL BIO BIO", primera: str = "Reunir los datos", tercero: str = "100%", cierre: str = "95%") -> str:
    return ACUMULADA.format(region=region, primera=primera, tercero=tercero, cierre=cierre)


def leido(fuente: bytes, ruta: str) -> Informe:
    return informe_de(leer_bytes(fuente, ruta), Declarado())


def hacer_pagina(destino: Path, fuentes: dict[str, bytes], topes: Topes = TOPES, **cambios: Any) -> Path:
    """The page of these sources, by path. ``cambios``: fields of every Informe to be replaced."""
    with PaginaRevision(destino, regimenes_conocidos(), topes) as pagina:
        for ruta, fuente in fuentes.items():
            informe = leido(fuente, ruta).model_copy(update=cambios)
            pagina.agregar(informe, _vista(fuente, ruta, informe))
    return destino


def _vista(fuente: bytes, ruta: str, informe: Informe) -> Callable[[], Vista]:
    return lambda: vista_de(fuente, ruta, informe)


_PIEZA = re.compile(r"([#.])?([\w-]+)|\[([\w-]+)(?:(~?=)\"?([^\"\]]*)\"?)?\]")


def elegir(raiz: Any, selector: str) -> list[Any]:
    """The elements below ``raiz`` that a simple CSS selector names: tag, #id, .class, [attr], [attr=v], [attr~=v], spaces."""
    ruta = "."
    for paso in selector.split(" "):
        etiqueta, condiciones = "*", []
        for senal, nombre, atributo, comparador, valor in _PIEZA.findall(paso):
            if senal == "#":
                condiciones.append(f"@id='{nombre}'")
            elif senal == "." or comparador == "~=":
                clave, buscado = ("class", nombre) if senal else (atributo, valor)
                condiciones.append(f"contains(concat(' ', normalize-space(@{clave}), ' '), ' {buscado} ')")
            elif atributo:
                condiciones.append(f"@{atributo}='{valor}'" if comparador else f"@{atributo}")
            else:
                etiqueta = nombre
        ruta += f"//{etiqueta}" + "".join(f"[{c}]" for c in condiciones)
    return list(raiz.xpath(ruta))
