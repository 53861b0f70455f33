"""Where the tables and sections of a document are: one walk over its pieces, keeping what the titles have stated."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from extractor.comun.texto import palabras
from extractor.formatos.contexto import Contexto, Hallado
from extractor.formatos.cuerpos import Cuerpo, Cuerpos
from extractor.formatos.encabezados import Encabezado, Rotulos
from extractor.formatos.piezas import DIBUJO, Pieza, Titulo, Titulos, es_nota
from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.crudo import ColumnaReconocida, LineaRegion, NotaReconocida, SeccionCruda, TablaCruda
from extractor.modelo.documento import Parrafo
from extractor.modelo.patron import ColumnaPatron, SeccionPatron, TablaPatron

OTRA = TablaPatron(id="otra", tipo="otra", columnas=(ColumnaPatron(rol="otro"),), requiere=())
"""Stands for a table that no family knows: kept as printed."""


class Recorrido:
    """One walk. ``hallado`` holds the result; nothing of the document is read twice."""

    def __init__(
        self, piezas: list[Pieza], titulos: Titulos, rotulos: tuple[Rotulos, ...], secciones: tuple[SeccionPatron, ...]
    ) -> None:
        self.piezas = piezas
        self.titulos = titulos
        self.rotulos = rotulos
        self.patrones_seccion = secciones
        self.contexto = Contexto()
        self.hallado = Hallado()
        self.capitulo: str | None = None
        self.objetivo: str | None = None
        self.vigente: Encabezado | None = None
        self.columnas: tuple[ColumnaReconocida, ...] = ()
        self.cabeza: Pieza | None = None
        self.bloque_vigente = -2
        self.cuerpos = Cuerpos(piezas, titulos, rotulos)
        self.sueltas: list[Pieza] = []

    def recorrer(self) -> Hallado:
        """The whole walk."""
        indice = 0
        while indice < len(self.piezas):
            indice = self._paso(indice)
        self._cerrar_sueltas()
        return self.hallado

    def _paso(self, indice: int) -> int:
        pieza = self.piezas[indice]
        titulo = self.titulos.de_pieza(pieza)
        # "Región" alone may be a column's label; any other title is one before it is a header
        encabezado = (
            self.cuerpos.encabezado(indice) if titulo is None or (titulo.valor is None and titulo.numero is None) else None
        )
        if encabezado and pieza.clase == "linea":
            self._aviso_perdida(pieza)
            return indice + len(encabezado.etiquetas)
        if encabezado:
            if pieza.clase == "fila":
                self._declaradas(pieza)
            self._descartar_sueltas(pieza.bloque)
            return self._tabla(indice, encabezado)
        if titulo:
            self._descartar_sueltas(pieza.bloque)
            self._declaradas(pieza)
            return indice + self._aplicar(titulo, pieza, indice)
        if pieza.clase == "fila" and self._declaradas(pieza):
            return indice + 1
        if pieza.clase == "fila" and pieza.bloque == self.bloque_vigente and self.vigente and pieza.llenas:
            cuerpo = self.cuerpos.de_filas(indice, pieza.bloque, self.columnas, self.cabeza)
            return self._guardar(self.vigente, self.columnas, pieza.origen, cuerpo)
        self._libre(pieza)
        return indice + 1

    def _aviso_perdida(self, pieza: Pieza) -> None:
        self.hallado.no_reconocidas += 1
        frase = "hay un encabezado de tabla cuyas celdas no vienen marcadas en el texto; use el archivo original"
        self.hallado.avisos.append(("LECTURA_DUDOSA", frase, pieza.origen))

    # titles

    def _aplicar(self, titulo: Titulo, pieza: Pieza, indice: int) -> int:
        """Takes what the title states; returns how many pieces it took."""
        contexto = self.contexto
        tomadas = 1
        if titulo.clase not in ("notas", "ponderacion_declarada"):
            contexto.notas = None
        if titulo.clase == "etapa":
            numero = _entero(titulo.numero)
            self.contexto = Contexto(etapa=numero)
            self.capitulo = self.objetivo = None
            if numero is not None and numero not in self.hallado.etapas:
                self.hallado.etapas.append(numero)
        elif titulo.clase == "servicio":
            self.hallado.servicio.append(Parrafo(_entero_o_texto(titulo), titulo.origen))
        elif titulo.clase == "region":
            contexto.nombrar_region(LineaRegion(titulo.valor, titulo.origen))
        elif titulo.clase == "actividad":
            contexto.titulo = _entero_o_texto(titulo)
            contexto.declarada = None
            if contexto.region_usada:
                contexto.region = None
        elif titulo.clase in ("objetivo", "capitulo", "seccion"):
            if titulo.valor is None and pieza.clase != "fila":
                siguiente = self.piezas[indice + 1] if indice + 1 < len(self.piezas) else None
                if siguiente and siguiente.clase == pieza.clase == "celda" and not self.titulos.de_pieza(siguiente):
                    titulo = replace(titulo, valor=siguiente.celdas[0].texto or None)
                    tomadas = 2
            self._abrir_seccion(titulo)
        elif titulo.clase == "notas":
            contexto.notas = _grupo(titulo)
        elif titulo.clase in ("desempeno_region", "desempeno_servicio"):
            self._desempeno(titulo, pieza)
        elif titulo.clase == "fin":
            self.objetivo = self.capitulo = None
        return tomadas

    def _desempeno(self, titulo: Titulo, pieza: Pieza) -> None:
        llenas = pieza.llenas
        valor = llenas[1].parrafos[0] if len(llenas) > 1 else None
        for indice in range(len(self.hallado.tablas) - 1, -1, -1):
            tabla = self.hallado.tablas[indice]
            if tabla.patron.pesa:
                etiqueta = Parrafo(titulo.texto, titulo.origen)
                campo = "desempeno_region" if titulo.clase == "desempeno_region" else "desempeno_servicio"
                cambio: dict[str, tuple[Parrafo | None, ...]] = {campo: (etiqueta, valor)}
                self.hallado.tablas[indice] = replace(tabla, **cambio)  # type: ignore[arg-type]
                return

    def _declaradas(self, pieza: Pieza) -> bool:
        """A programme's declared weight may share its row with a title."""
        halladas = False
        for celda in pieza.llenas:
            titulo = self.titulos.buscar(celda.texto, celda.origen)
            if titulo and titulo.clase == "ponderacion_declarada" and titulo.valor:
                self.contexto.declarada = Parrafo(titulo.valor, celda.origen)
                halladas = True
            elif titulo and titulo.clase == "region" and len(pieza.llenas) > 2 and titulo.valor:
                self.contexto.nombrar_region(LineaRegion(titulo.valor, titulo.origen))
        return halladas

    def _abrir_seccion(self, titulo: Titulo) -> None:
        nivel: Literal["capitulo", "objetivo", "seccion"] = (
            "capitulo" if titulo.clase == "capitulo" else "objetivo" if titulo.clase == "objetivo" else "seccion"
        )
        identidad = f"s{len(self.hallado.secciones) + 1:03d}"
        region: LineaRegion | None = None
        numero = _numero(titulo.numero)
        nombre = titulo.valor or titulo.texto
        if nivel == "capitulo":
            self.contexto.region_capitulo = LineaRegion(titulo.valor, titulo.origen) if titulo.valor else None
            region, padre, nombre = self.contexto.region_capitulo, None, titulo.texto
            if titulo.valor and titulo.valor not in titulo.texto:
                nombre = f"{titulo.texto} {titulo.valor}"
            self.capitulo, self.objetivo = identidad, None
            self.contexto.region = None
        elif nivel == "objetivo":
            nacional = numero is not None and numero in titulo.patron.sin_padre
            if nacional:
                self.capitulo, self.contexto.region_capitulo = None, None
            padre = self.capitulo
            self.objetivo = identidad
            self.contexto.objetivo = (
                f"{titulo.texto} {titulo.valor}" if titulo.valor and titulo.valor not in titulo.texto else titulo.texto
            )
            self.contexto.titulo = None
            if self.contexto.region_usada:
                self.contexto.region = None
        else:
            padre = self.objetivo or self.capitulo
        if region is None and self.contexto.region_capitulo:
            region = replace(self.contexto.region_capitulo, heredada=True)
        patron = self._patron_seccion(numero, nombre) if nivel == "seccion" else None
        seccion = SeccionCruda(identidad, nivel, padre, numero, nombre, titulo.origen, region, (), {}, patron)
        self.hallado.secciones.append(seccion)

    def _patron_seccion(self, numero: str | None, nombre: str) -> SeccionPatron | None:
        from rapidfuzz import fuzz

        for patron in self.patrones_seccion:
            if any(fuzz.ratio(palabras(t), palabras(nombre)) >= 85 for t in (patron.titulo, *patron.otros)):
                return patron
        return next((p for p in self.patrones_seccion if p.numero and p.numero == numero), None)

    # tables

    def _tabla(self, indice: int, encabezado: Encabezado) -> int:
        pieza = self.piezas[indice]
        columnas = tuple(
            ColumnaReconocida(
                e.texto if e else c.texto,
                e.rol if e else "otro",
                e.puntaje if e else 0.0,
                _obligatoria(encabezado.tabla, e.rol if e else "otro"),
            )
            for e, c in zip(encabezado.etiquetas, self.cuerpos.celdas_encabezado(indice, len(encabezado.etiquetas)), strict=True)
        )
        if pieza.clase == "fila":
            self.vigente, self.columnas, self.cabeza, self.bloque_vigente = encabezado, columnas, pieza, pieza.bloque
            cuerpo = self.cuerpos.de_filas(indice + 1, pieza.bloque, columnas, pieza)
            return self._guardar(encabezado, columnas, pieza.origen, cuerpo)
        origen = unir_origenes([p.origen for p in self.piezas[indice : indice + len(columnas)]])
        return self._guardar(encabezado, columnas, origen, self.cuerpos.de_flujo(indice, encabezado))

    def _guardar(self, encabezado: Encabezado, columnas: tuple[ColumnaReconocida, ...], origen: Origen, cuerpo: Cuerpo) -> int:
        """Keeps a table, or gives its fields to the open section; returns the piece after it."""
        self.hallado.descartadas += cuerpo.descartadas
        if encabezado.tabla.tipo == "seccion":
            self._campos(columnas, cuerpo)
            return self._tras(cuerpo)
        if self._sigue_por_region(cuerpo):
            return self._tras(cuerpo)
        contexto = self.contexto
        primera, ultima = encabezado.etiquetas[0], encabezado.etiquetas[-1]
        tabla = TablaCruda(
            patron=encabezado.tabla,
            columnas=columnas,
            origen=origen,
            titulo=contexto.titulo,
            objetivo=contexto.objetivo,
            etapa=contexto.etapa,
            region=self.contexto.region_vigente(),
            objetivos=primera.sobrante if primera else (),
            sobrante=ultima.sobrante if ultima and len(encabezado.etiquetas) > 1 else (),
            filas=cuerpo.filas,
            celdas=cuerpo.celdas,
            tramos=cuerpo.tramos,
            cortada=cuerpo.cortada,
            declarada=contexto.declarada if encabezado.tabla.pesa else None,
            programas=cuerpo.programas,
        )
        contexto.region_usada = True
        self.hallado.tablas.append(tabla)
        return self._tras(cuerpo)

    def _sigue_por_region(self, cuerpo: Cuerpo) -> bool:
        """A header with nothing under it but a region row of its own table: the regions' rows come after."""
        if cuerpo.filas or cuerpo.celdas or cuerpo.siguiente >= len(self.piezas):
            return False
        siguiente = self.piezas[cuerpo.siguiente]
        titulo = self.titulos.de_pieza(siguiente) if siguiente.bloque == self.bloque_vigente else None
        return titulo is not None and titulo.clase == "region"

    def _tras(self, cuerpo: Cuerpo) -> int:
        for parrafo in cuerpo.libres:
            self._texto_libre(parrafo)
        return cuerpo.siguiente

    def _campos(self, columnas: tuple[ColumnaReconocida, ...], cuerpo: Cuerpo) -> None:
        """A two-column form gives its fields to the open section."""
        filas, celdas = cuerpo.filas, cuerpo.celdas
        siguiente = self.piezas[cuerpo.siguiente] if cuerpo.siguiente < len(self.piezas) else None
        if not filas and not celdas and siguiente and siguiente.clase == "linea" and not self.titulos.de_pieza(siguiente):
            # not a blank form: its cells stand as loose lines, which no mark gives back
            self._aviso_perdida(siguiente)
            return
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
            self.hallado.secciones.append(SeccionCruda(identidad, "seccion", padre, None, self.contexto.titulo or "", origen))
        ultima = self.hallado.secciones[-1]
        self.hallado.secciones[-1] = replace(ultima, campos=campos)

    # what is neither title nor table

    def _libre(self, pieza: Pieza) -> None:
        if pieza.clase == "fila":
            self.sueltas.append(pieza)
            return
        for parrafo in pieza.parrafos:
            self._texto_libre(parrafo)

    def _texto_libre(self, parrafo: Parrafo) -> None:
        if parrafo.estilo == DIBUJO:
            self.hallado.descartadas += 1
            return
        nota = es_nota(parrafo.texto)
        if nota and (self.contexto.notas is not None or not nota[0].startswith("(")):
            self.hallado.notas.append(NotaReconocida(self.contexto.notas, nota[0], nota[1], parrafo.origen))
        elif self.hallado.secciones:
            ultima = self.hallado.secciones[-1]
            self.hallado.secciones[-1] = replace(ultima, parrafos=(*ultima.parrafos, parrafo))

    def _descartar_sueltas(self, bloque: int) -> None:
        """Rows above a header in its own table only band its columns; those of another table are one by themselves."""
        propias = [p for p in self.sueltas if p.bloque == bloque]
        self.hallado.descartadas += len(propias)
        self.sueltas = [p for p in self.sueltas if p.bloque != bloque]
        self._cerrar_sueltas()

    def _cerrar_sueltas(self) -> None:
        for bloque in dict.fromkeys(p.bloque for p in self.sueltas):
            filas = [p.fila for p in self.sueltas if p.bloque == bloque and p.fila and p.llenas]
            if not filas:
                continue
            ancho = max(len(f.celdas) for f in filas)
            if ancho == 1 or len(filas) == 1:
                for fila in filas:
                    for celda in fila.celdas:
                        for parrafo in celda.parrafos:
                            self._texto_libre(parrafo)
                continue
            modelo = max(filas, key=lambda f: len(f.celdas))
            columnas = tuple(ColumnaReconocida(c.texto, "otro", 0.0, False) for c in modelo.celdas)
            self.hallado.tablas.append(
                TablaCruda(
                    OTRA,
                    columnas,
                    filas[0].origen,
                    self.contexto.titulo,
                    self.contexto.objetivo,
                    self.contexto.etapa,
                    self.contexto.region_vigente(),
                    filas=tuple(filas),
                )
            )
            self.hallado.no_reconocidas += 1
        self.sueltas = []


def _obligatoria(tabla: TablaPatron, rol: str) -> bool:
    return any(c.obligatoria for c in tabla.columnas if c.rol == rol)


def _entero(numero: str | None) -> int | None:
    from extractor.comun.texto import romano

    if numero is None:
        return None
    limpio = numero.strip(" .°")
    return int(limpio) if limpio.isdigit() else romano(limpio)


def _numero(numero: str | None) -> str | None:
    """A title's number as printed, without leading zeros or final punctuation."""
    if numero is None:
        return None
    limpio = numero.strip(" .°-").replace(" ", "")
    return ".".join(str(int(p)) if p.isdigit() else p.upper() for p in limpio.split("."))


def _grupo(titulo: Titulo) -> str:
    return _numero(titulo.numero) or ""


def _entero_o_texto(titulo: Titulo) -> str:
    if titulo.valor and titulo.valor not in titulo.texto:
        return f"{titulo.texto} {titulo.valor}"
    return titulo.texto
