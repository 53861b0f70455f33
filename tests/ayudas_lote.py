"""Runs of a batch as the tests need them: documents that do what they say, read in worker processes, with a cache."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ayudas_trabajador import segun_el_texto

from extractor.comun.ajustes import Ajustes, ajustes
from extractor.comun.decisiones import SIN_DECISIONES, Decisiones
from extractor.lote import Hecho, PedidoMotor, planear
from extractor.lote.cache import Cache
from extractor.lote.claves import Circunstancias
from extractor.lote.estante import Estante
from extractor.lote.motor import NombreMotor, Taller
from extractor.lote.recorrido import Encargo
from extractor.lote.uno import Procesador
from extractor.lote.ventana import en_orden
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe


def con_su_suma(ruta: Path, relativa: str, declarado: Declarado) -> Informe:
    """``segun_el_texto`` for the bytes that are really there."""
    leido = segun_el_texto(ruta, relativa, declarado)
    suma = hashlib.sha256(ruta.read_bytes()).hexdigest()
    return leido.model_copy(update={"documento": leido.documento.model_copy(update={"sha256": suma})})


def correr(
    argumentos: list[Path | str],
    cache: Path | None,
    avisar: Callable[[str], None] = lambda _: None,
    valores: Ajustes | None = None,
    decisiones: Decisiones = SIN_DECISIONES,
    procesador: Procesador | None = con_su_suma,
    motor: NombreMotor = "local",
    trabajadores: int = 1,
) -> list[Hecho]:
    """Every document of ``argumentos``, done."""
    vigentes = valores or ajustes()
    circunstancias = Circunstancias.actuales(vigentes, decisiones)
    guardado = None if cache is None else Cache(cache, circunstancias, avisar)
    plan = planear(argumentos)
    pedido = PedidoMotor(motor, trabajadores)
    taller = Taller(pedido, vigentes, plan.encargos, circunstancias, cache, procesador)
    return list(en_orden(plan.encargos, taller, Estante(circunstancias, guardado)))


def procesar_seguro(
    encargos: Sequence[Encargo],
    trabajadores: int | None = None,
    valores: Ajustes | None = None,
    procesador: Procesador | None = None,
) -> Iterator[Hecho]:
    """Each document of ``encargos``, in order, read by at most ``trabajadores`` processes at a time, without cache. Closing
    the generator ends the workers."""
    pedido = PedidoMotor(trabajadores=trabajadores)
    pedido.revisar()
    yield from en_orden(encargos, Taller(pedido, valores or ajustes(), tuple(encargos), procesador=procesador))


def escribir(carpeta: Path, **archivos: str) -> Path:
    carpeta.mkdir(parents=True, exist_ok=True)
    for nombre, texto in archivos.items():
        (carpeta / f"{nombre}.txt").write_text(texto, "utf-8")
    return carpeta


def de_cache(hechos: list[Hecho]) -> dict[str, bool]:
    return {h.encargo.ruta_relativa: h.de_cache for h in hechos}
