"""The sections of a document as the walk opens and fills them."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from extractor.comun.texto import palabras
from extractor.formatos.contexto import Contexto, Hallado
from extractor.formatos.cuerpo import Cuerpo
from extractor.formatos.firma import sin_firma
from extractor.formatos.palabras_titulo import numero_impreso
from extractor.formatos.piezas import DIBUJO, Titulo, es_nota
from extractor.formatos.secciones_en_tabla import secciones_de
from extractor.modelo.base import Origen
from extractor.modelo.crudo import ColumnaReconocida, LineaRegion, NotaReconocida, SeccionCruda
from extractor.modelo.documento import Parrafo
from extractor.modelo.patron import SeccionPatron


class SeccionesAbiertas:
    """Chapters, objectives and sections, kept in ``hallado``; the chapter and the objective that are open."""

    def __init__(self, hallado: Hallado, patrones: tuple[SeccionPatron, ...]) -> None:
        self.hallado = hallado
        self.patrones = patrones
        self.capitulo: str | None = None
        self.objetivo: str | None = None
        self._region_abierta: Origen | None = None

    def cerrar(self) -> None:
        """What comes next is of no chapter."""
        self.capitulo = self.objetivo = None

    def abrir(self, titulo: Titulo, contexto: Contexto) -> None:
        """A chapter, objective or section begins."""
        nivel: Literal["capitulo", "objetivo", "seccion"] = (
            "capitulo" if titulo.clase == "capitulo" else "objetivo" if titulo.clase == "objetivo" else "seccion"
        )
        identidad = f"s{len(self.hallado.secciones) + 1:03d}"
        region: LineaRegion | None = None
        numero = numero_impreso(titulo.numero)
        nombre = titulo.valor or titulo.texto
        if nivel == "capitulo":
            contexto.region_capitulo = LineaRegion(titulo.valor, titulo.origen) if titulo.valor else None
            region, padre, nombre = contexto.region_capitulo, None, titulo.texto
            if titulo.valor and titulo.valor not in titulo.texto:
                nombre = f"{titulo.texto} {titulo.valor}"
            self.capitulo, self.objetivo = identidad, None
            contexto.region = None
        elif nivel == "objetivo":
            nacional = numero is not None and numero in titulo.patron.sin_padre
            if nacional:
                self.capitulo, contexto.region_capitulo = None, None
            padre = self.capitulo
            self.objetivo = identidad
            contexto.objetivo = (
                f"{titulo.texto} {titulo.valor}" if titulo.valor and titulo.valor not in titulo.texto else titulo.texto
            )
            contexto.titulo = None
            contexto.dejar_region()
        else:
            padre = self.objetivo or self.capitulo
        if region is None and contexto.region_capitulo:
            region = replace(contexto.region_capitulo, heredada=True)
        patron = self._patron(numero, nombre) if nivel == "seccion" else None
        seccion = SeccionCruda(identidad, nivel, padre, numero, nombre, titulo.origen, region, (), {}, patron)
        self.hallado.secciones.append(seccion)

    def _patron(self, numero: str | None, nombre: str) -> SeccionPatron | None:
        from rapidfuzz import fuzz

        for patron in self.patrones:
            if any(fuzz.ratio(palabras(t), palabras(nombre)) >= 85 for t in (patron.titulo, *patron.otros)):
                return patron
        return next((p for p in self.patrones if p.numero and p.numero == numero), None)

    def formulario(
        self, columnas: tuple[ColumnaReconocida, ...], cuerpo: Cuerpo, region: LineaRegion | None, contexto: Contexto
    ) -> None:
        """A form of the evaluation: its rows are sections, or regions, or it gives its fields to the open section."""
        roles = {c.rol for c in columnas}
        if "seccion" in roles:
            self._por_filas(columnas, cuerpo, region, contexto)
        elif "territorio" in roles:
            self._por_regiones(columnas, cuerpo)
        else:
            self._campos(columnas, cuerpo, contexto)

    def _campos(self, columnas: tuple[ColumnaReconocida, ...], cuerpo: Cuerpo, contexto: Contexto) -> None:
        """A two-column form gives its fields to the open section."""
        filas, celdas = cuerpo.filas, cuerpo.celdas
        campos: dict[str, tuple[Parrafo, ...]] = {c.rol: () for c in columnas}
        grupos = [list(f.celdas) for f in filas] or [
            list(celdas[i : i + len(columnas)]) for i in range(0, len(celdas), len(columnas))
        ]
        for grupo in grupos:
            for columna, celda in zip(columnas, grupo, strict=False):
                campos[columna.rol] = (*campos[columna.rol], *celda.parrafos)
        if not self.hallado.secciones or self.hallado.secciones[-1].campos:
            identidad = f"s{len(self.hallado.secciones) + 1:03d}"
            origen = celdas[0].origen if celdas else filas[0].origen if filas else Origen(texto="")
            padre = self.objetivo or self.capitulo
            self.hallado.secciones.append(SeccionCruda(identidad, "seccion", padre, None, contexto.titulo or "", origen))
        ultima = self.hallado.secciones[-1]
        self.hallado.secciones[-1] = replace(ultima, campos=campos)

    def _por_filas(
        self, columnas: tuple[ColumnaReconocida, ...], cuerpo: Cuerpo, region: LineaRegion | None, contexto: Contexto
    ) -> None:
        """A form whose rows are sections. The region it stands under opens a chapter, unless one is open already."""
        propia = region is not None and region.texto and contexto.region_capitulo is None
        if propia and region is not None and region.origen is not None and self._region_abierta != region.origen:
            self._region_abierta = region.origen
            self.capitulo, self.objetivo = self._nueva("capitulo", None, None, region.texto or "", region.origen, region), None
        linea = region or contexto.region_capitulo
        heredada = replace(linea, heredada=True) if linea else None
        for fila in secciones_de(columnas, cuerpo, "seccion"):
            padre = self.objetivo or self.capitulo
            patron = self._patron(fila.numero, fila.titulo)
            self._nueva("seccion", padre, fila.numero, fila.titulo, fila.origen, heredada, fila.campos, patron)

    def _por_regiones(self, columnas: tuple[ColumnaReconocida, ...], cuerpo: Cuerpo) -> None:
        """A form under a section whose rows are regions: each one is that section in its region."""
        abierta = self.hallado.secciones[-1] if self.hallado.secciones and self.hallado.secciones[-1].nivel == "seccion" else None
        for fila in secciones_de(columnas, cuerpo, "territorio"):
            linea = LineaRegion(fila.titulo, fila.origen)
            if abierta is None:
                self._nueva("seccion", self.objetivo, None, fila.titulo, fila.origen, linea, fila.campos)
            else:
                self._nueva(
                    "seccion", abierta.id, abierta.numero, abierta.titulo, fila.origen, linea, fila.campos, abierta.patron
                )

    def _nueva(
        self,
        nivel: Literal["capitulo", "seccion"],
        padre: str | None,
        numero: str | None,
        titulo: str,
        origen: Origen,
        region: LineaRegion | None,
        campos: dict[str, tuple[Parrafo, ...]] | None = None,
        patron: SeccionPatron | None = None,
    ) -> str:
        identidad = f"s{len(self.hallado.secciones) + 1:03d}"
        self.hallado.secciones.append(
            SeccionCruda(identidad, nivel, padre, numero, titulo, origen, region, (), campos or {}, patron)
        )
        return identidad

    def soltar_firma(self) -> None:
        """The document ended: who signs it is not the last section's text."""
        if self.hallado.secciones:
            ultima = self.hallado.secciones[-1]
            propios = sin_firma(ultima.parrafos)
            self.hallado.descartadas += len(ultima.parrafos) - len(propios)
            self.hallado.secciones[-1] = replace(ultima, parrafos=propios)

    def texto(self, parrafo: Parrafo, contexto: Contexto) -> None:
        """Free text: a note of the form, or the open section's."""
        if parrafo.estilo == DIBUJO:
            self.hallado.descartadas += 1
            return
        nota = es_nota(parrafo.texto)
        if nota and (contexto.notas is not None or not nota[0].startswith("(")):
            self.hallado.notas.append(NotaReconocida(contexto.notas, nota[0], nota[1], parrafo.origen))
        elif self.hallado.secciones:
            ultima = self.hallado.secciones[-1]
            self.hallado.secciones[-1] = replace(ultima, parrafos=(*ultima.parrafos, parrafo))
