"""What stands above the header of a programme, in its own table or ahead of the first one of its sheet: its totals and its
performance, which are none of the table before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractor.formatos.contexto import Hallado
from extractor.formatos.desempeno.impreso import tomar_desempeno
from extractor.formatos.piezas import Pieza, Titulo
from extractor.formatos.tablas.totales_bajo_tabla import es_de_un_anio_pasado
from extractor.modelo.documento import Parrafo
from extractor.vocabularios.filas import nombra_total, totales_en_frase

_SIN_TABLA = "un desempeño se escribe sobre una tabla y no se sabe de cuál es; no se comparó con lo ganado"
_SIN_CAMPO = "sobre el encabezado de una tabla se escribe un total y no se sabe de qué columna es; no se comparó"


@dataclass
class SobreElEncabezado:
    """What was met and waits for its table. ``hoja_abierta``: a sheet has begun, and no weighed table of it has come yet."""

    hoja_abierta: bool = False
    bloque: int | None = None
    totales: dict[str, Parrafo] = field(default_factory=dict)
    desempenos: list[tuple[Titulo, Pieza]] = field(default_factory=list)

    def abrir_hoja(self, hallado: Hallado) -> None:
        """The name of a workbook's sheet."""
        self.soltar(hallado)
        self.hoja_abierta = True

    def anotar_totales(self, filas: Sequence[Pieza], hallado: Hallado) -> None:
        """Takes the totals that rows of two cells above a header print; one that no word gives to a column is told."""
        for fila in filas:
            if len(fila.llenas) != 2 or not nombra_total(fila.llenas[0].texto) or len(fila.llenas[1].parrafos) != 1:
                continue
            rotulo, valor = fila.llenas[0].texto, fila.llenas[1].parrafos[0]
            campo = next(iter(totales_en_frase(f"{rotulo.rstrip(' :')}: {valor.texto}")), None)
            if es_de_un_anio_pasado(rotulo, hallado.anio):
                continue
            if campo is None:
                hallado.avisos.append(("LECTURA_DUDOSA", _SIN_CAMPO, fila.origen))
            else:
                self.bloque = fila.bloque
                self.totales.setdefault(campo, valor)

    def dar(self, hallado: Hallado, cuantas: int, bloque: int) -> None:
        """Gives what waits to the weighed tables just kept, the last ``cuantas``, of the table ``bloque``: to the only one."""
        totales = self.totales if bloque == self.bloque else {}
        self.hoja_abierta, self.totales = False, {}
        if cuantas != 1:
            self.soltar(hallado)
            return
        if totales:
            hallado.tablas[-1] = replace(hallado.tablas[-1], totales=totales)
        for titulo, pieza in self.desempenos:
            tomar_desempeno(hallado, titulo, pieza, None)
        self.desempenos = []

    def soltar(self, hallado: Hallado, *, al_final: bool = False) -> None:
        """No table came for what waits: a service's verdict is that of the tables before it, and a region's performance is told,
        unless the document (``al_final``) has only one table that it can be of, which prints none."""
        pesadas = [t for t in hallado.tablas if t.patron.pesa is not None]
        unica = al_final and len(pesadas) == 1 and not any(pesadas[0].desempeno_region[1:])
        for titulo, pieza in self.desempenos:
            if titulo.clase == "desempeno_servicio" or unica:
                tomar_desempeno(hallado, titulo, pieza, None)
            else:
                hallado.avisos.append(("LECTURA_DUDOSA", _SIN_TABLA, titulo.origen))
        self.desempenos, self.totales = [], {}
