"""``revision.html``: one file with everything in it, written as documents arrive.

Its summary stands at the top and is known only at the end, so sections and the lines of the index wait in files beside
memory; only counts and a few bounded lists are kept.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, TextIO

from extractor.errores import ErrorLectura
from extractor.modelo.conjunto import Conjunto
from extractor.modelo.hallazgo import GRAVEDADES, Gravedad
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.modelo.vista import ImagenPagina, PaginaVista, Vista
from extractor.salidas.consola import Balance
from extractor.salidas.prosa import en_castellano
from extractor.salidas.revision.desempenos import Logro
from extractor.salidas.revision.documento import Seccion, seccion_de
from extractor.salidas.revision.formato import MOTIVOS, NIVELES, miles, nombre_gravedad, plural
from extractor.salidas.revision.graficos import grafico_codigos, grafico_logros
from extractor.salidas.revision.plantilla import archivo, dibujar, huella_csp, limpia
from extractor.salidas.revision.resumen import frases_de, titular_de
from extractor.salidas.revision.topes import TOPES, Topes

PedirVista = Callable[[], Vista]
"""Makes the view of a document's source; raises ErrorLectura when it cannot be shown."""
_ESTADOS = {"ok": "leído", "parcial": "leído en parte", "fallido": "sin leer"}


class DecisionCambiada(NamedTuple):
    """A line of the summary's list of findings that change a decision."""

    documento: int
    numero: int
    ruta: str
    lugar: str
    texto: str


class PaginaRevision:
    """A context manager that takes Informes, each with what makes its view. Leaving it writes ``archivo``; leaving it by an
    exception writes none. ``regimenes``: by id, for the thresholds of charts; ``firma``: sentences about who reviewed it."""

    def __init__(
        self, archivo: Path, regimenes: Mapping[str, Regimen] | None = None, topes: Topes = TOPES, firma: Sequence[str] = ()
    ) -> None:
        self._archivo = archivo
        self._firma = tuple(firma)
        self._regimenes = regimenes or {}
        self._topes = topes
        self._pila = ExitStack()
        self._cuerpo = self._temporal()
        self._indice = self._temporal()
        self._balance = Balance()
        self._codigos: Counter[tuple[str, Gravedad, int | None]] = Counter()
        self._cambian: list[DecisionCambiada] = []
        self._cambian_fuera = 0
        self._logros: list[Logro] = []
        self._entre: list[dict[str, Any]] = []
        self._bytes_textos = 0
        self._bytes_imagenes = 0
        self._paginas_fuera = 0
        self._fuentes_fuera = 0
        self._numero = 0

    def _temporal(self) -> TextIO:
        return self._pila.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))

    def __enter__(self) -> PaginaRevision:
        return self

    def __exit__(self, clase: type[BaseException] | None, error: BaseException | None, traza: TracebackType | None) -> None:
        with self._pila:
            if error is None:
                self._escribir()

    def agregar(self, informe: Informe, pedir_vista: PedirVista | None = None) -> None:
        """The section of one document. Its source is asked for only when it has findings and the page has room."""
        self._numero += 1
        self._balance.sumar(informe)
        vista, sin_fuente = self._vista(informe, pedir_vista)
        antes = self._bytes_imagenes
        seccion = self._seccion(informe, vista, sin_fuente)
        self._cuerpo.write(seccion.html)
        if vista is not None:
            self._bytes_textos += max(len(seccion.html) - (self._bytes_imagenes - antes), 0)
        self._anotar(informe, seccion)
        self._indice.write(self._fila_indice(informe))

    def agregar_conjunto(self, conjunto: Conjunto) -> None:
        """The findings about several documents, for the summary."""
        self._balance.sumar_conjunto(conjunto)
        for hallazgo in conjunto.hallazgos:
            if hallazgo.descartado:
                continue
            simbolo = NIVELES[hallazgo.gravedad].simbolo
            dichas = {"mensaje": en_castellano(hallazgo.mensaje), "explicacion": en_castellano(hallazgo.explicacion)}
            self._entre.append({"simbolo": simbolo, **{campo: getattr(hallazgo, campo) for campo in _DE_ENTRE}, **dichas})

    def _vista(self, informe: Informe, pedir: PedirVista | None) -> tuple[Vista | None, str | None]:
        """The view, or why there is none; neither for a document without findings, which is shown without its source."""
        if not informe.hallazgos or informe.documento.estado == "fallido":
            return None, None
        if pedir is None:
            return None, "Esta página se hizo sin los archivos de origen: los lugares se indican por su texto."
        if self._bytes_textos >= self._topes.textos:
            self._fuentes_fuera += 1
            return None, "El documento no se incluye porque la página ya es muy grande; audítelo por separado para verlo aquí."
        try:
            return pedir(), None
        except ErrorLectura as error:
            return None, f"El documento no se puede mostrar: {error}."

    def _seccion(self, informe: Informe, vista: Vista | None, sin_fuente: str | None) -> Seccion:
        def imagen_de(pagina: PaginaVista, marcada: bool) -> str | ImagenPagina:
            return self._imagen(vista, pagina, marcada)

        return seccion_de(informe, self._numero, vista, sin_fuente, imagen_de, self._regimenes)

    def _imagen(self, vista: Vista | None, pagina: PaginaVista, marcada: bool) -> str | ImagenPagina:
        if vista is None or vista.imagenes is None or self._bytes_imagenes >= self._topes.imagenes:
            self._paginas_fuera += 1
            return "Imagen no incluida: la página de revisión ya es muy grande."
        lleno = self._bytes_imagenes >= self._topes.paginas_enteras
        if not marcada and (lleno or len(vista.paginas) > self._topes.paginas_por_documento):
            self._paginas_fuera += 1
            return f"Página {pagina.numero}: sin hallazgos, no se incluye su imagen."
        try:
            imagen = vista.imagenes.imagen(pagina.numero)
        except ErrorLectura as error:
            dicho = str(error)
            return f"{dicho[:1].upper()}{dicho[1:]}."
        self._bytes_imagenes += len(imagen.datos) * 4 // 3
        return imagen

    def _anotar(self, informe: Informe, seccion: Seccion) -> None:
        for detalle in seccion.detalles:
            if detalle.descartado:
                continue
            self._codigos[detalle.codigo, detalle.gravedad, informe.documento.anio] += 1
            if detalle.gravedad != "cambia_decision":
                continue
            if len(self._cambian) < self._topes.decisiones:
                linea = (self._numero, detalle.numero, informe.documento.ruta, detalle.lugar, detalle.mensaje)
                self._cambian.append(DecisionCambiada(*linea))
            else:
                self._cambian_fuera += 1
        libres = self._topes.logros - len(self._logros)
        nombre = informe.documento.nombre
        self._logros += [replace(logro, documento=nombre) for logro in seccion.logros if logro.cambia][: max(libres, 0)]

    def _fila_indice(self, informe: Informe) -> str:
        ficha, cobertura = informe.documento, informe.cobertura
        servicio = ficha.servicio.nombre or ficha.servicio.texto if ficha.servicio is not None else ""
        verificado = f"{miles(cobertura.verificadas)} de {miles(cobertura.verificables)}" if cobertura.verificables else "—"
        return dibujar(
            "indice_fila.html",
            d=f"d{self._numero}",
            ficha=ficha,
            servicio=servicio,
            cuentas=[sum(h.gravedad == g and not h.descartado for h in informe.hallazgos) for g in GRAVEDADES],
            verificado=verificado,
            estado=_ESTADOS[ficha.estado],
        )

    def _escribir(self) -> None:
        from extractor import __version__

        estilo, guion = archivo("estilo.css"), archivo("marcas.js") + archivo("revision.js")
        with self._archivo.open("w", encoding="utf-8", newline="\n") as destino:
            inicio = dibujar(
                "inicio.html",
                version=__version__,
                estilo=estilo,
                huella_estilo=huella_csp(estilo),
                huella_guion=huella_csp(guion),
                niveles=NIVELES,
                nombres={g: nombre_gravedad(g) for g in GRAVEDADES},
                gravedades={g: miles(self._balance.gravedades[g]) for g in GRAVEDADES},
                **self._resumen(),
            )
            destino.write(inicio)
            self._copiar(self._indice, destino)
            destino.write(dibujar("medio.html"))
            self._copiar(self._cuerpo, destino)
            destino.write(dibujar("fin.html", version=__version__, guion=guion))

    @staticmethod
    def _copiar(origen: TextIO, destino: TextIO) -> None:
        origen.seek(0)
        shutil.copyfileobj(origen, destino, 1 << 20)

    def _resumen(self) -> dict[str, Any]:
        balance = self._balance
        verificadas, verificables = balance.verificadas, balance.verificables
        return {
            "titular": titular_de(self._balance),
            "frases": frases_de(self._balance, self._firma),
            "cobertura": {
                "por_ciento": f"{verificadas * 100 // verificables} %" if verificables else "—",
                "detalle": f"{miles(verificadas)} de {miles(verificables)}; {miles(balance.tablas_reconocidas)} de "
                f"{plural(balance.tablas, 'tabla reconocida', 'tablas reconocidas')}",
            },
            "decisiones": self._cambian,
            "decisiones_fuera": miles(self._cambian_fuera) if self._cambian_fuera else "",
            "entre": self._entre,
            "grafico_codigos": limpia(grafico_codigos(self._codigos, "Hallazgos por tipo y año")),
            "grafico_logros": limpia(grafico_logros(self._logros, "Programas cuyo resultado cambia al recalcular")),
            "motivos": [(MOTIVOS.get(m, m), miles(n)) for m, n in sorted(balance.motivos.items(), key=lambda p: (-p[1], p[0]))],
            "fallidos": balance.fallidos[: self._topes.fallidos],
            "omisiones": self._omisiones(),
        }

    def _omisiones(self) -> list[str]:
        frases = []
        if self._paginas_fuera:
            frases.append(f"{plural(self._paginas_fuera, 'imagen de página', 'imágenes de páginas')}, por su tamaño.")
        if self._fuentes_fuera:
            frases.append(f"El contenido de {plural(self._fuentes_fuera, 'documento', 'documentos')}, por su tamaño.")
        fuera = len(self._balance.fallidos) - self._topes.fallidos
        if fuera > 0:
            frases.append(f"{miles(fuera)} documentos más que no se pudieron leer; están en informes.jsonl.")
        return frases


_DE_ENTRE = ("gravedad", "lugar", "codigo", "huella")
