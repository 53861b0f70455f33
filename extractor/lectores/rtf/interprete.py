"""Runs the tokens of an RTF file: where text goes, and where paragraphs, cells and rows end."""

from __future__ import annotations

from extractor.comun.ajustes import exceso, limites
from extractor.lectores.arbol import Nodo
from extractor.lectores.membretes import textos_de
from extractor.lectores.notas import FINAL, PIE, nota_de
from extractor.lectores.rotulos import formatear
from extractor.lectores.rtf import palabras
from extractor.lectores.rtf.estado import Flujo, Grupo
from extractor.lectores.rtf.fichas import Ficha, fichas
from extractor.lectores.rtf.letras import PALABRAS, Letras
from extractor.modelo.documento import NotaCruda


class Interprete:
    """One run over a file. Afterwards its fields of public name hold what was read."""

    def __init__(self) -> None:
        self.notas: list[NotaCruda] = []
        self.membretes: list[str] = []
        self.informacion: dict[str, str] = {}
        self.ocultos = self.objetos = 0
        self.cuerpo: list[Nodo] = []
        self._grupo, self._flujo = Grupo(), Flujo()
        self._pila: list[tuple[Grupo, Flujo]] = []
        self._maximo_grupos = limites().grupos
        self._bytes = bytearray()
        self._saltar, self.cortado, self._opcional = 0, False, False
        self._letras = Letras()
        self._fuente_base: int | None = None
        self._numeros, self._ordenes = {PIE: 0, FINAL: 0}, {PIE: 0, FINAL: 0}
        self._formatos = {PIE: "decimal", FINAL: "decimal"}

    def correr(self, datos: bytes) -> None:
        """Reads the whole file. Raises ErrorLectura(LIMITE_EXCEDIDO) for groups nested without end."""
        for ficha in fichas(datos):
            self._ficha(ficha)
        self._vaciar()
        self.cortado = bool(self._pila)
        while self._pila:
            self._cierra()
        self.cuerpo = self._flujo.cerrar(self._grupo)

    def _ficha(self, ficha: Ficha) -> None:
        if ficha.clase in ("byte", "texto"):
            self._opcional = False
            datos = ficha.datos
            if self._saltar:
                saltados = min(self._saltar, len(datos))
                self._saltar -= saltados
                datos = datos[saltados:]
            if datos and not self._grupo.callado and self._grupo.destino != "mudo":
                self._bytes += datos
            return
        if self._saltar and ficha.clase in ("palabra", "signo"):
            self._saltar -= 1
            return
        self._vaciar()
        if ficha.clase == "abre":
            self._saltar = 0
            if len(self._pila) >= self._maximo_grupos:
                raise exceso("grupos", "el documento RTF tiene grupos dentro de grupos sin fin")
            self._pila.append((self._grupo, self._flujo))
            self._grupo = self._grupo.copia()
        elif ficha.clase == "cierra":
            self._saltar = 0
            if self._pila:
                self._cierra()
        elif ficha.clase == "signo":
            if ficha.palabra == "*":
                self._opcional = True
            elif ficha.palabra in "\r\n":
                self._palabra("par", None)
            else:
                self._poner(palabras.ESCAPES.get(ficha.palabra, ""))
        else:
            opcional, self._opcional = self._opcional, False
            if opcional and ficha.palabra not in palabras.CON_ASTERISCO:
                self._grupo.callado = True
            elif self._grupo.callado:
                self._flujo.medir_imagen(ficha.palabra, ficha.numero)
            else:
                self._palabra(ficha.palabra, ficha.numero)

    def _cierra(self) -> None:
        self._vaciar()
        propio, flujo = self._grupo, self._flujo
        self._grupo, self._flujo = self._pila.pop()
        if flujo is self._flujo:
            return
        contenido = flujo.cerrar(propio)
        if flujo.membrete:
            self.membretes.extend(textos_de(contenido))
        elif propio.abre == "dibujo":
            self._flujo.dibujos.extend(contenido)
        else:
            self._nota(contenido, FINAL if flujo.final else PIE)

    def _nota(self, contenido: list[Nodo], clase: int) -> None:
        self._numeros[clase] += 1
        nota = nota_de(formatear(self._numeros[clase], self._formatos[clase]), contenido, self._ordenes[clase], clase)
        self._ordenes[clase] += 1
        if nota is not None:
            self.notas.append(nota)

    def _vaciar(self) -> None:
        """Bytes gathered so far become text: two may make one character, so they are kept together till now."""
        if not self._bytes:
            return
        datos, self._bytes = bytes(self._bytes), bytearray()
        self._poner(self._letras.de_bytes(datos, self._grupo.fuente, self._grupo.destino in ("texto", "rotulo")))

    def _poner(self, texto: str) -> None:
        grupo = self._grupo
        if grupo.callado or not texto:
            return
        if grupo.destino == "texto":
            if grupo.oculto:
                self.ocultos += bool(texto.strip()) and not self._flujo.membrete
            elif grupo.tachado and not grupo.borrado and texto != "\n":
                self._flujo.tachados += bool(texto.strip())
            elif not grupo.borrado:
                self._flujo.texto.append(texto)
        elif grupo.destino == "rotulo":
            self._flujo.rotulo.append(texto)
        elif grupo.destino == "info" and grupo.clave:
            self.informacion[grupo.clave] = self.informacion.get(grupo.clave, "") + texto
        elif grupo.destino == "fuentes" and grupo.fuente is not None:
            self._letras.nombrar(grupo.fuente, texto)

    def _palabra(self, palabra: str, numero: int | None) -> None:
        if self._destino(palabra) or self._caracter(palabra, numero):
            return
        if self._grupo.destino == "fuentes":
            if palabra == "fcharset" and self._grupo.fuente is not None:
                self._letras.poner_juego(self._grupo.fuente, numero or 0)
        elif self._grupo.destino == "info":
            if palabra in palabras.FECHA and self._grupo.clave:
                self._poner(f"{palabra}{numero or 0} ")
        elif self._grupo.destino == "texto":
            self._estructura(palabra, numero)

    def _destino(self, palabra: str) -> bool:
        """Whether the word opens a destination; then the group is set for it."""
        grupo = self._grupo
        if palabra in palabras.CALLADOS:
            grupo.callado = True
        elif palabra in palabras.MUDOS:
            grupo.destino = "mudo"
        elif palabra in palabras.ROTULOS:
            grupo.destino = "rotulo"
        elif palabra == "ud":
            grupo.destino = "texto"
        elif palabra in palabras.DIBUJOS or palabra == "footnote":
            if not grupo.abre and self._pila:
                self._aparte("nota" if palabra == "footnote" else "dibujo")
        elif palabra in palabras.MEMBRETES:
            grupo.callado = bool(grupo.abre) or not self._pila
            if not grupo.callado:
                self._aparte("membrete")
        elif palabra == "ftnalt":
            self._flujo.final = True
        elif palabra == "fonttbl":
            grupo.destino = "fuentes"
        elif palabra == "info":
            grupo.destino, grupo.clave = "info", ""
        elif palabra in palabras.INFORMACION and grupo.destino == "info":
            grupo.clave = palabras.INFORMACION[palabra]
            # the last one stands: LibreOffice writes author and operator alike
            self.informacion[grupo.clave] = ""
        elif palabra == "nesttableprops":
            grupo.fila_interior = True
        else:
            return False
        return True

    def _aparte(self, que: str) -> None:
        """The group holds a text of its own from here on."""
        grupo = self._grupo
        grupo.abre, grupo.destino, grupo.en_tabla, grupo.hondura = que, "texto", False, 0
        grupo.borrado = grupo.oculto = grupo.tachado = False
        self._flujo = Flujo(membrete=que == "membrete")

    def _caracter(self, palabra: str, numero: int | None) -> bool:
        """Whether the word is a character, or sets how characters are read; then it is done."""
        grupo = self._grupo
        if palabra in palabras.SIGNOS:
            if grupo.destino in ("texto", "rotulo"):
                self._poner(palabras.SIGNOS[palabra])
        elif palabra == "u":
            self._unicode((numero or 0) & 0xFFFF)
        elif palabra == "uc":
            grupo.salto = min(max(0, numero if numero is not None else 1), 16)
        elif palabra == "f":
            grupo.fuente = numero or 0
        elif palabra == "deff":
            self._fuente_base = grupo.fuente = numero or 0
        elif palabra == "plain":
            grupo.fuente, grupo.oculto, grupo.borrado, grupo.tachado = self._fuente_base, False, False, False
        elif palabra == "v":
            grupo.oculto = numero != 0
        elif palabra in ("strike", "striked"):
            grupo.tachado = numero != 0
        elif palabra == "deleted":
            grupo.borrado = numero != 0
        elif palabra == "ansicpg":
            self._letras.usar_pagina(numero or 1252)
        elif palabra in PALABRAS:
            self._letras.usar_palabra(palabra)
        else:
            return False
        return True

    def _unicode(self, codigo: int) -> None:
        self._saltar = self._grupo.salto
        self._poner(self._letras.de_unicode(codigo, self._grupo.fuente))

    def _estructura(self, palabra: str, numero: int | None) -> None:
        grupo, flujo = self._grupo, self._flujo
        if palabra == "par" and grupo.borrado:
            # the mark itself was deleted: this paragraph and the next are printed as one
            flujo.unidas += 1
        elif palabra in ("par", "sect"):
            flujo.cerrar_parrafo(grupo)
        elif palabra == "cell":
            flujo.cerrar_parrafo(grupo, 1)
            flujo.niveles.cerrar_celda(1)
        elif palabra == "nestcell":
            flujo.hondura_interior = max(2, grupo.hondura)
            flujo.cerrar_parrafo(grupo, flujo.hondura_interior)
            flujo.niveles.cerrar_celda(flujo.hondura_interior)
        elif palabra in ("row", "nestrow"):
            flujo.cerrar_fila(grupo, 1 if palabra == "row" else flujo.hondura_interior)
        elif palabra == "pard":
            grupo.en_tabla, grupo.hondura, grupo.estilo = False, 0, None
        elif palabra == "intbl":
            grupo.en_tabla = numero != 0
        elif palabra == "itap":
            grupo.hondura = max(0, numero or 0)
        elif palabra == "s":
            grupo.estilo = f"s{numero or 0}"
        elif palabra == "object":
            self.objetos += not flujo.membrete
        elif palabra.startswith(("ftnn", "aftnn")):
            clase = FINAL if palabra.startswith("a") else PIE
            self._formatos[clase] = palabras.FORMATO_NOTAS.get(palabra.split("ftn", 1)[1], self._formatos[clase])
        else:
            flujo.definir(palabra, numero, flujo.hondura_interior if grupo.fila_interior else 1)
