"""A document made anew with the decisions in force and put into the database; who asked for it is told what changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache

from extractor.comun.ajustes import ajustes
from extractor.errores import ErrorExtractor, ErrorLectura, ErrorUso
from extractor.lote.carga import preparar_carga
from extractor.lote.claves import Circunstancias
from extractor.revision.cambios import Cambio, cambios_entre
from extractor.revision.mesa import SIN_ARCHIVO, Abierto, Mesa

ESPERA = 20.0
"""Seconds that a person waits for a document to be made anew before the page comes back without it."""
PAUSA = 4.0
"""Seconds without a decision on a document after which its rows follow."""
RECORDADOS = 500
LENTOS = ("pdf_escaneado", "imagen")
"""Formats whose reading takes seconds a page: made anew only for a decision that changes what is read."""
OTRO_DECLARADO = (
    "este documento se cargó con un servicio, año, región o etapa declarados que aquí no se indicaron; abra la revisión con las "
    "mismas opciones (--servicio, --anio) o con su documentos.csv en la carpeta de --origen"
)


@dataclass(frozen=True, slots=True)
class Rehecho:
    """``aplicadas``: ids of the decisions that the document used. ``cambios``: empty when nothing changed."""

    aplicadas: frozenset[str]
    cambios: tuple[Cambio, ...]


def rehacer(mesa: Mesa, abierto: Abierto) -> Rehecho:
    """Reads the document again under the decisions in force and stores it.

    Raises ErrorLectura when its file is not there or cannot be read, ErrorUso when it would be read under other statements
    than it was, or the database refuses the write.
    """
    from extractor.lote.cache import con_externos
    from extractor.lote.resultado import Resultado
    from extractor.proceso import informe_de

    hallado = mesa.archivo(abierto.ficha)
    if hallado is None:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", SIN_ARCHIVO)
    decisiones = mesa.decisiones()
    clave = replace(_circunstancias(), decisiones=decisiones).clave(
        abierto.sha256, abierto.ficha.rutas[0].rpartition("/")[2], hallado.declarado
    )
    if clave.declarado != abierto.ficha.declarado:
        raise ErrorUso(OTRO_DECLARADO)
    documento, externos = mesa.leido(abierto.ficha, hallado)
    informe = informe_de(documento, hallado.declarado, decisiones=decisiones)
    resultado = Resultado.de(informe, externos)
    archivado = mesa.deposito.archivado(abierto.ficha.id, abierto.ficha.rutas[0])
    _preparado(mesa)
    mesa.deposito.guardar(informe, clave=con_externos(clave, resultado), paquete=resultado.paquete, **archivado)
    return Rehecho(frozenset(informe.decisiones), tuple(cambios_entre(abierto.informe, informe, mesa.regimenes)))


@cache
def _circunstancias() -> Circunstancias:
    """Those of this program; hashing its files takes longer than most documents."""
    return Circunstancias.actuales(ajustes())


def _preparado(mesa: Mesa) -> None:
    """The catalogues of the database brought to this program, once."""
    if not mesa.catalogos_al_dia:
        preparar_carga(mesa.deposito)
        mesa.catalogos_al_dia = True


class Taller:
    """Makes documents anew, one after another, and remembers what came of the last decisions."""

    def __init__(self, mesa: Mesa) -> None:
        self._mesa = mesa
        self._fila = ThreadPoolExecutor(1, thread_name_prefix="rehacer")
        self._hechos: OrderedDict[str, Future[Rehecho]] = OrderedDict()
        self._candado = threading.Lock()

    def encargar(self, documento: str, decision: str, viejo: Abierto) -> None:
        """Has the document made anew for a decision, and waits a little. ``viejo``: what it is told against."""
        futuro = self._fila.submit(self._uno, documento, viejo)
        with self._candado:
            self._hechos[decision] = futuro
            while len(self._hechos) > RECORDADOS:
                self._hechos.popitem(last=False)
        wait([futuro], ESPERA)

    def resultado(self, decision: str) -> Rehecho | str | None:
        """What came of it: the document anew, or the sentence that says why not; None when it is not known, or not yet."""
        futuro = self._futuro(decision)
        if futuro is None or not futuro.done():
            return None
        error = futuro.exception()
        if error is None:
            return futuro.result()
        if isinstance(error, ErrorExtractor):
            return str(error)
        return f"falla del programa ({type(error).__name__})"

    def en_curso(self, decision: str) -> bool:
        futuro = self._futuro(decision)
        return futuro is not None and not futuro.done()

    def cerrar(self) -> None:
        """Waits for what is being made."""
        self._fila.shutdown(wait=True)

    def _futuro(self, decision: str) -> Future[Rehecho] | None:
        with self._candado:
            return self._hechos.get(decision)

    def _uno(self, documento: str, viejo: Abierto) -> Rehecho:
        ahora = self._mesa.abrir(documento)
        if ahora is None:
            raise ErrorUso("el documento ya no está en la base de datos")
        hecho = rehacer(self._mesa, ahora)
        nuevo = self._mesa.abrir(documento)
        if nuevo is None:
            return hecho
        return replace(hecho, cambios=tuple(cambios_entre(viejo.informe, nuevo.informe, self._mesa.regimenes)))

    def poner_al_dia(self, documento: str) -> None:
        """Has the document made anew, after what is already waiting, so that the database's rows follow the decisions. What
        cannot be done now is done when the document is next loaded."""
        self._fila.submit(self._callado, documento)

    def _callado(self, documento: str) -> None:
        ahora = self._mesa.abrir(documento)
        if ahora is None or ahora.ficha.formato in LENTOS:
            return
        with suppress(ErrorExtractor):
            rehacer(self._mesa, ahora)


class Pendientes:
    """Documents whose findings were decided: their rows follow once their reviewer pauses, not at every decision."""

    def __init__(self, taller: Taller) -> None:
        self._taller = taller
        self._esperan: dict[str, threading.Timer] = {}
        self._candado = threading.Lock()

    def anotar(self, documento: str) -> None:
        with self._candado:
            previo = self._esperan.pop(documento, None)
            if previo is not None:
                previo.cancel()
            nuevo = threading.Timer(PAUSA, self._hacer, [documento])
            nuevo.daemon = True
            self._esperan[documento] = nuevo
            nuevo.start()

    def _hacer(self, documento: str) -> None:
        with self._candado:
            self._esperan.pop(documento, None)
        self._taller.poner_al_dia(documento)

    def cerrar(self) -> None:
        """Has done what still waits."""
        with self._candado:
            quedan = list(self._esperan.items())
            self._esperan.clear()
        for documento, temporizador in quedan:
            temporizador.cancel()
            self._taller.poner_al_dia(documento)
