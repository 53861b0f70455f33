"""The source of a document done, for the outputs that show it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from extractor.cli.escritura import decir
from extractor.cli.opciones import PREFERENCIAS
from extractor.errores import ErrorExtractor, ErrorLectura
from extractor.lote import Encargo, Hecho
from extractor.lote.fallidos import motivo_de_falla
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.modelo.vista import Vista


def fuente_de(hecho: Hecho) -> Callable[[], Vista]:
    """What makes the view of its file when called, reading it again; it raises ErrorLectura when that cannot be."""
    return partial(_vista, hecho.encargo, hecho.informe)


def _vista(encargo: Encargo, informe: Informe) -> Vista:
    import traceback

    from extractor.lote.fuentes import contenido
    from extractor.proceso.vista import vista_de

    try:
        fuente = encargo.ruta if encargo.url is None else contenido(encargo.url)
        return vista_de(fuente, encargo.ruta_relativa, informe)
    except ErrorLectura:
        raise
    except ErrorExtractor as error:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", str(error)) from error
    except Exception as error:
        # a source that was read and cannot be shown must not lose the outputs of the whole run
        if PREFERENCIAS.verboso:
            decir(traceback.format_exc())
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", motivo_de_falla(error)) from error


def regimenes() -> dict[str, Regimen]:
    """Every regime that a table may name, by id."""
    from extractor.proceso.vista import regimenes_conocidos

    return regimenes_conocidos()
