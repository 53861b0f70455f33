"""``explicar`` and ``normalizar``: why the program says what it says."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.almacen import abrir
from extractor.cli.corrida import Corrida, ModoCorrida
from extractor.cli.entre import ficha_de
from extractor.cli.escritura import escribir, escribir_lineas
from extractor.cli.opciones import Anio, ArchivoAjustes, ArchivosDecisiones, FormatoCorto, Servicio, Verboso
from extractor.errores import CODIGO_HALLAZGOS, ErrorUso
from extractor.modelo.conjunto import Conjunto
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.salidas import derivacion
from extractor.salidas.busqueda import elegir, hallados
from extractor.salidas.conjunto import buscar_en_conjunto, derivacion_de_conjunto
from extractor.salidas.nombres import nombre_como_dato, nombre_en_consola

if TYPE_CHECKING:
    from extractor.almacen.deposito import Deposito


class QueNormalizar(StrEnum):
    region = "region"
    responsable = "responsable"
    estado = "estado"
    servicio = "servicio"
    numero = "numero"


def explicar(
    huella: Annotated[str, typer.Argument(metavar="HUELLA", help="La huella del hallazgo, o su comienzo.")],
    rutas: Annotated[list[str] | None, typer.Argument(metavar="RUTA", help="Dónde está el informe.", show_default=False)] = None,
    db: Annotated[str | None, typer.Option("--db", metavar="URL", help="Base de datos en que se cargó el informe.")] = None,
    servicio: Servicio = None,
    anio: Anio = None,
    ajustes: ArchivoAjustes = None,
    decisiones: ArchivosDecisiones = None,
    verboso: Verboso = False,
) -> None:
    """Muestra cómo se llegó a un hallazgo: operandos con su lugar, fórmula, régimen y correcciones posibles."""
    if bool(rutas) == (db is not None):
        raise ErrorUso("indique dónde buscar el hallazgo: la ruta del informe o, si no, --db con la base de datos")
    if db is not None:
        if decisiones:
            raise ErrorUso("con --db rigen las decisiones de la base: quite --decisiones, o cárguelas con «extractor migrar»")
        with abrir(db, crear=False) as deposito:
            escribir_lineas(_explicado(huella, deposito.informes_con(huella), lambda: _de_la_base(deposito)))
        return
    modo = ModoCorrida(decisiones=decisiones or ())
    corrida = Corrida(rutas or [], Declarado(servicio=servicio, anio=anio), ajustes=ajustes, modo=modo)
    corrida.comparar()
    informes = (hecho.informe for hecho in corrida.hechos())
    escribir_lineas(_explicado(huella, informes, lambda: _de_la_corrida(corrida)))


Comparado = tuple[Conjunto, Mapping[str, Sequence[str]]]
"""What comparing the documents gave, and the paths of each by content hash."""


def _explicado(huella: str, informes: Iterable[Informe], comparado: Callable[[], Comparado | None]) -> list[str]:
    """The derivation of a finding of one document or, when all of them are read, of one between them.

    Raises ErrorUso when there is none or when a beginning names several.
    """
    propios = hallados(huella, informes)
    conjunto, rutas = comparado() or (None, {})
    entre = buscar_en_conjunto(huella, conjunto) if conjunto is not None else None
    if conjunto is not None and entre is not None and not propios:
        return derivacion_de_conjunto(conjunto, entre, rutas, ficha_de(entre.codigo, entre_documentos=True))
    informe, hallazgo = elegir(huella, propios, () if entre is None else (entre.huella,))
    return derivacion(informe, hallazgo, ficha_de(hallazgo.codigo))


def _de_la_corrida(corrida: Corrida) -> Comparado | None:
    return None if corrida.conjunto is None or corrida.entre is None else (corrida.conjunto, corrida.entre.rutas)


def _de_la_base(deposito: Deposito) -> Comparado | None:
    conjunto = deposito.conjunto()
    return None if conjunto is None else (conjunto, deposito.rutas())


def normalizar(
    que: Annotated[QueNormalizar, typer.Argument(metavar="QUÉ", help="region, responsable, estado, servicio o numero.")],
    texto: Annotated[str, typer.Argument(metavar="TEXTO", help="El texto tal como está en el informe.")],
    anio: Annotated[int | None, typer.Option("--anio", metavar="AÑO", min=1900, max=2100, help="Año del programa.")] = None,
    formato: Annotated[FormatoCorto, typer.Option(help="Cómo se muestra el resultado.")] = FormatoCorto.consola,
    verboso: Verboso = False,
) -> None:
    """Muestra cómo se entiende un nombre o una cifra: candidatos con puntaje, y por qué. Sale con 1 si no se reconoce."""
    from extractor.normalizadores.explicacion import explicar as explicar_nombre

    explicacion = explicar_nombre(que.value, texto, anio)
    if formato is FormatoCorto.json:
        escribir(json.dumps(nombre_como_dato(explicacion), ensure_ascii=False, indent=2) + "\n")
    else:
        escribir_lineas(nombre_en_consola(explicacion))
    raise typer.Exit(CODIGO_HALLAZGOS if explicacion.desconocido else 0)
