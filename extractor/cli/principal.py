"""``main``: runs a command and maps every way it can end to the exit codes of CONTRACT.md section 1."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Sequence
from typing import Any

from extractor.cli.disco import callar_lo_ya_dicho, no_se_pudo_escribir
from extractor.cli.escritura import (
    CODIGO_TUBERIA_CERRADA,
    TuberiaCerrada,
    decir,
    preparar_salidas,
    silenciar_salida,
    vaciar,
)
from extractor.cli.opciones import PREFERENCIAS
from extractor.comun.recoleccion import espaciar_recoleccion
from extractor.errores import CODIGO_FALLA_PROPIA, CODIGO_MAL_USO, ErrorExtractor

CODIGO_INTERRUMPIDO = 130
"""What the library turns an interruption into, and a shell a program ended by Ctrl-C (128 + 2)."""


def main(args: Sequence[str] | None = None) -> int:
    """Runs the command line ``args`` (those of the process when None) and returns the exit code. Never raises for what
    a person or a document may cause; a failure of ours is a sentence, with its traceback only under ``--verboso``."""
    PREFERENCIAS.verboso = False
    PREFERENCIAS.al_interrumpir = None
    PREFERENCIAS.anotar_senal(signal.SIGINT)
    preparar_salidas()
    espaciar_recoleccion()
    callar_lo_ya_dicho()
    try:
        codigo = _ejecutar(sys.argv[1:] if args is None else list(args))
        vaciar()
        return codigo
    except TuberiaCerrada:
        silenciar_salida()
        return CODIGO_TUBERIA_CERRADA
    except KeyboardInterrupt:
        return _interrumpido()
    except ErrorExtractor as error:
        return _terminar(f"Error: {error}", error.codigo_salida)
    except Exception as error:
        if hasattr(error, "format_message"):
            return _mal_uso(error)
        del_sistema = no_se_pudo_escribir(error)
        if del_sistema is not None:
            silenciar_salida()
            return _terminar(f"Error: {del_sistema}", CODIGO_MAL_USO)
        return _terminar(f"Falla del programa: {type(error).__name__}: {error}", CODIGO_FALLA_PROPIA, sugerir=True)


def _ejecutar(args: list[str]) -> int:
    from extractor.cli.aplicacion import aplicacion

    resultado = aplicacion(args=args, prog_name="extractor", standalone_mode=False)
    codigo = resultado if isinstance(resultado, int) else 0
    # The library turns an interruption into this code before we can see it.
    return _interrumpido() if codigo == CODIGO_INTERRUMPIDO else codigo


def _terminar(frase: str, codigo: int, *, sugerir: bool = False) -> int:
    if PREFERENCIAS.verboso:
        decir(traceback.format_exc())
    decir(frase)
    if sugerir and not PREFERENCIAS.verboso:
        decir("Repita la orden con --verboso para ver el detalle técnico.")
    return codigo


def _mal_uso(error: Any) -> int:
    """A usage error of the command-line library: its message in Spanish and where the help is."""
    from extractor.cli.idioma import ayuda_en_castellano, error_en_castellano

    if type(error).__name__ == "NoArgsIsHelpError":
        decir(ayuda_en_castellano(error.format_message()))
        return CODIGO_MAL_USO
    decir(f"Error: {error_en_castellano(error.format_message())}")
    contexto = getattr(error, "ctx", None)
    if contexto is not None:
        decir(f"Vea «{contexto.command_path} --help».")
    return CODIGO_MAL_USO


def _interrumpido() -> int:
    como = PREFERENCIAS.al_interrumpir or "Lo ya escrito queda completo por documento; repita la orden para seguir."
    decir(f"Interrumpido. {como}")
    return 128 + PREFERENCIAS.senal
