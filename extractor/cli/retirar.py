"""``retirar``: documents out of a database."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.almacen import URL_POR_OMISION, abrir
from extractor.cli.escritura import escribir_lineas
from extractor.cli.opciones import Url, Verboso
from extractor.errores import ErrorUso
from extractor.lote.carga import actualizar_conjunto, preparar_carga
from extractor.salidas.consola import limpio
from extractor.salidas.resumen_carga import en_la_base

Documentos = Annotated[
    list[str],
    typer.Argument(
        metavar="DOCUMENTO", help="Su ruta, tal como se cargó, o el comienzo de su sha256; «extractor exportar» da las dos."
    ),
]


def retirar(documentos: Documentos, db: Url = URL_POR_OMISION, verboso: Verboso = False) -> None:
    """Saca documentos de una base de datos: lo leído de ellos y sus hallazgos. Los archivos y las decisiones quedan."""
    from extractor.almacen.retiro import Guardado, nombrados

    with abrir(db, crear=False) as deposito:
        todos = deposito.guardados()
        elegidos: dict[str, Guardado] = {}
        for nombre in documentos:
            hallados = nombrados(todos, nombre)
            if not hallados:
                raise ErrorUso(f"en «{deposito.nombre}» no hay ningún documento «{limpio(nombre)}»; no se retiró nada")
            if len(hallados) > 1:
                cuales = ", ".join(sorted((g.sha256 or "sin contenido")[:12] for g in hallados))
                raise ErrorUso(
                    f"«{limpio(nombre)}» nombra {len(hallados)} documentos; indique el comienzo del sha256 de cuál ({cuales}); "
                    "no se retiró nada"
                )
            elegidos[hallados[0].documento] = hallados[0]
        deposito.retirar(elegidos.values())
        preparar_carga(deposito)
        actualizar_conjunto(deposito)
        escribir_lineas(f"Retirado: {limpio(guardado.nombre)}" for guardado in elegidos.values())
        escribir_lineas([en_la_base(deposito.nombre, deposito.cuentas())])
