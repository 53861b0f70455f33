"""The open desk: documents as the page needs them, kept at hand while they are looked at.

What is kept is found by extraction, so what another reviewer or a new load changed is never shown from memory.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from extractor.almacen.deposito import Deposito
from extractor.comun.decisiones import SIN_DECISIONES, Decisiones
from extractor.comun.decisiones_claves import tema
from extractor.errores import ErrorLectura, ErrorUso
from extractor.modelo.decision import Decision
from extractor.modelo.documento import Documento
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.modelo.vista import ImagenPagina, Vista
from extractor.revision import documentos
from extractor.revision.dibujo import Dibujado
from extractor.revision.origenes import Hallado, Origenes
from extractor.salidas.revision import Detalle, detalles_de

T = TypeVar("T")
SIN_ARCHIVO = (
    "El archivo de este documento no está en las carpetas donde se buscó, o cambió desde que se cargó. Se muestra lo que "
    "la base de datos guarda de él; para verlo, indique su carpeta con --origen."
)
PDFIUM = threading.Lock()
"""Its library renders one page at a time in a process, whatever the document."""


class Estanteria(Generic[T]):
    """The last ``cuantos`` things made, by key. Two threads may make one thing twice; nobody gets half of it."""

    def __init__(self, cuantos: int) -> None:
        self._cuantos = cuantos
        self._cosas: OrderedDict[Hashable, T] = OrderedDict()
        self._candado = threading.Lock()

    def pedir(self, llave: Hashable, hacer: Callable[[], T]) -> T:
        with self._candado:
            if llave in self._cosas:
                self._cosas.move_to_end(llave)
                return self._cosas[llave]
        cosa = hacer()
        with self._candado:
            self._cosas[llave] = cosa
            while len(self._cosas) > self._cuantos:
                self._cosas.popitem(last=False)
        return cosa

    def tiene(self, llave: Hashable) -> bool:
        with self._candado:
            return llave in self._cosas


@dataclass(frozen=True)
class Abierto:
    """A document on the desk: its record, what was read in it with the decisions of its findings in force, and its findings
    told."""

    ficha: documentos.Ficha
    informe: Informe

    @property
    def sha256(self) -> str:
        return self.informe.documento.sha256

    @cached_property
    def detalles(self) -> tuple[Detalle, ...]:
        return detalles_de(self.informe)

    def detalle(self, huella: str) -> Detalle | None:
        return next((d for d in self.detalles if d.huella == huella), None)


class Mesa:
    """``deposito``: the database. ``origenes``: where the documents' files are."""

    def __init__(self, deposito: Deposito, origenes: Origenes) -> None:
        self.deposito = deposito
        self.origenes = origenes
        self._informes: Estanteria[Informe] = Estanteria(8)
        self._abiertos: Estanteria[Abierto] = Estanteria(8)
        self._vistas: Estanteria[Vista] = Estanteria(6)
        self._imagenes: Estanteria[ImagenPagina] = Estanteria(160)
        self._leidos: Estanteria[tuple[Documento, frozenset[str]]] = Estanteria(3)
        self.dibujos: Estanteria[Dibujado] = Estanteria(6)
        self._decisiones: tuple[int, Decisiones] = (0, SIN_DECISIONES)
        self.catalogos_al_dia = False
        """Whether the database's catalogues were brought to this program, which writing a document needs."""

    @cached_property
    def regimenes(self) -> dict[str, Regimen]:
        from extractor.proceso.vista import regimenes_conocidos

        return regimenes_conocidos()

    def decisiones(self) -> Decisiones:
        """Those of the database. Raises ErrorUso when two in force contradict each other, which no page lets in."""
        with self.deposito.leyendo() as conexion:
            cuantas = documentos.cuantas_decisiones(conexion)
        if self._decisiones[0] != cuantas:
            todas = self.deposito.decisiones()
            self._decisiones = (len(todas), Decisiones.de(todas))
        return self._decisiones[1]

    def vigente(self, tipo: str, clave: str) -> Decision | None:
        """The decision in force about what a canonical key names."""
        sobre = tema(tipo, clave)
        return next((d for d in self.decisiones().de_tipo(tipo) if tema(tipo, d.clave) == sobre), None)

    def abrir(self, documento: str) -> Abierto | None:
        """The document of that id, as it now is; None when the database has none."""
        with self.deposito.leyendo() as conexion:
            ficha = documentos.ficha(conexion, documento)
        if ficha is None:
            return None
        decisiones = self.decisiones()
        leido = self._informes.pedir(ficha.extraccion, lambda: self._leer_informe(ficha))
        return self._abiertos.pedir((ficha.extraccion, len(decisiones.todas)), lambda: _abierto(ficha, leido, decisiones))

    def _leer_informe(self, ficha: documentos.Ficha) -> Informe:
        informe = self.deposito.informe_de_extraccion(ficha.extraccion)
        if informe is None:
            raise ErrorUso("el documento se volvió a cargar mientras se abría; ábralo otra vez")
        return informe

    def archivo(self, ficha: documentos.Ficha) -> Hallado | None:
        """Its file, if it is there and is still the one that was read."""
        return None if ficha.sha256 is None else self.origenes.buscar(ficha.sha256, ficha.rutas)

    def vista(self, abierto: Abierto) -> tuple[Vista | None, str | None]:
        """The source to be shown, or why it cannot be."""
        from extractor.proceso.vista import vista_de

        ficha = abierto.ficha

        def hacer() -> Vista:
            hallado = self.archivo(ficha)
            if hallado is None:
                raise ErrorLectura("DOCUMENTO_ILEGIBLE", SIN_ARCHIVO)
            with PDFIUM:
                return vista_de(hallado.datos, ficha.rutas[0], abierto.informe)

        if abierto.informe.documento.estado == "fallido":
            return None, f"El documento no se pudo leer: {abierto.informe.documento.motivo}."
        try:
            return self._vistas.pedir(ficha.extraccion, hacer), None
        except ErrorLectura as error:
            frase = str(error)
            return None, frase if frase == SIN_ARCHIVO else f"El documento no se puede mostrar: {frase}."

    def imagen(self, abierto: Abierto, numero: int) -> ImagenPagina | None:
        """The image of a page; None when there is none to show. Raises ErrorLectura when it is damaged."""
        vista, _ = self.vista(abierto)
        if vista is None or vista.imagenes is None or vista.pagina(numero) is None:
            return None
        fuente = vista.imagenes

        def hacer() -> ImagenPagina:
            with PDFIUM:
                return fuente.imagen(numero)

        return self._imagenes.pedir((abierto.ficha.sha256, numero), hacer)

    def leido(self, ficha: documentos.Ficha, hallado: Hallado) -> tuple[Documento, frozenset[str]]:
        """The file as its reader gives it, with the external programs that it asked for. Reading takes from milliseconds to
        seconds a page; what was read is kept, so that only the first correction of a document waits for it."""
        from extractor.comun.herramientas.sonda import consultados, empezar_a_anotar
        from extractor.lectores import leer_bytes

        def hacer() -> tuple[Documento, frozenset[str]]:
            with PDFIUM:
                empezar_a_anotar()
                documento = leer_bytes(hallado.datos, ficha.rutas[0])
                return documento, consultados()

        return self._leidos.pedir(ficha.sha256, hacer)


def _abierto(ficha: documentos.Ficha, informe: Informe, decisiones: Decisiones) -> Abierto:
    """With what is decided of its findings now, whatever was when it was loaded."""
    from extractor.proceso.documento import con_decisiones_de_hallazgos

    limpios = tuple(h if h.decision is None else h.model_copy(update={"decision": None}) for h in informe.hallazgos)
    al_dia = con_decisiones_de_hallazgos(informe.model_copy(update={"hallazgos": limpios}), decisiones)
    ajenas = set(informe.decisiones) - {h.decision.id for h in informe.hallazgos if h.decision is not None}
    return Abierto(ficha, al_dia.model_copy(update={"decisiones": tuple(sorted({*ajenas, *al_dia.decisiones}))}))
