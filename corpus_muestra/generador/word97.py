"""Writes Word 97 files byte by byte, with what LibreOffice never writes: fast-saved pieces, their modifiers, old-style
merges, tables inside tables, properties in the data stream. Written from [MS-DOC] and [MS-CFB]; the tests use it too."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

SECTOR = 512
LIBRE, FIN, DE_FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
INICIO_TEXTO = 1536


def sprm(codigo: int, operando: bytes) -> bytes:
    """A modifier with its operand (variable ones: give the length byte too)."""
    return struct.pack("<H", codigo) + operando


EN_TABLA = sprm(0x2416, b"\x01")
FIN_FILA = sprm(0x2417, b"\x01")
BORRADO = sprm(0x0800, b"\x01")
OCULTO = sprm(0x083C, b"\x01")


def interior(profundidad: int, *, celda: bool = False, fila: bool = False) -> bytes:
    """A paragraph of a table at that depth, which ends a cell or a row of it."""
    propias = EN_TABLA + sprm(0x6649, struct.pack("<i", profundidad))
    return propias + (sprm(0x244B, b"\x01") if celda or fila else b"") + (sprm(0x244C, b"\x01") if fila else b"")


def definicion(bordes: list[int], banderas: list[int] | None = None) -> bytes:
    """sprmTDefTable: cell edges and the flags of each cell."""
    cuantas = len(bordes) - 1
    cuerpo = struct.pack(f"<B{cuantas + 1}h", cuantas, *bordes)
    for bandera in banderas or []:
        cuerpo += struct.pack("<H18x", bandera)
    return sprm(0xD608, struct.pack("<H", len(cuerpo) + 1) + cuerpo)


def fila(bordes: list[int], banderas: list[int] | None = None, mas: bytes = b"") -> bytes:
    """The modifiers of a row's end mark."""
    return EN_TABLA + FIN_FILA + definicion(bordes, banderas) + mas


@dataclass
class Doc:
    """``piezas``: (text, one byte per character, prm). ``orden``: in which order their bytes stand in the file, after
    ``olvidado``, text of an earlier save that no piece refers to.
    ``parrafos``: modifiers of each paragraph, in the order of the text. ``caracteres``: (first, end, modifiers). ``estilos``: the
    style sheet, as it is stored. ``trozos``: other structures of the table stream, by their place in the file's header."""

    piezas: list[tuple[str, bool, int]]
    parrafos: list[bytes] = field(default_factory=list)
    caracteres: list[tuple[int, int, bytes]] = field(default_factory=list)
    grupos: list[bytes] = field(default_factory=list)
    orden: list[int] | None = None
    datos: bytes = b""
    notas: list[tuple[int, str]] = field(default_factory=list)
    banderas: int = 0x0200
    version: int = 0x00C1
    cuadros: int = 0
    olvidado: str = ""
    estilos: bytes = b""
    trozos: dict[int, bytes] = field(default_factory=dict)

    def bytes(self) -> bytes:
        """The whole file."""
        cuerpo = sum(len(t) for t, _, _ in self.piezas)
        textos_notas = "".join(f"\x02{texto}\r" for _, texto in self.notas) + ("\r" if self.notas else "")
        de_cuadros = "x\r" * self.cuadros + ("\r" if self.cuadros else "")
        piezas = [*self.piezas, *([(textos_notas + de_cuadros + "\r", False, 0)] if textos_notas or de_cuadros else [])]
        total = sum(len(t) for t, _, _ in piezas)
        lugares = [0] * len(piezas)
        crudo = bytearray(INICIO_TEXTO) + self.olvidado.encode("utf-16-le")
        for numero in [*(self.orden or range(len(self.piezas))), *range(len(self.piezas), len(piezas))]:
            texto, corta, _ = piezas[numero]
            crudo += b"\0" * (len(crudo) % 2)
            lugares[numero] = len(crudo)
            crudo += _de_un_byte(texto) if corta else texto.encode("utf-16-le")
        byte_de: list[int] = []
        for (texto, corta, _), lugar in zip(piezas, lugares, strict=True):
            byte_de += [lugar + i * (1 if corta else 2) for i in range(len(texto))]
        todo = "".join(t for t, _, _ in piezas)
        crudo += b"\0" * (-len(crudo) % SECTOR)
        fin_texto = len(crudo)
        plcs = []
        for numero, corridas in ((13, self._corridas_parrafo(todo, byte_de)), (12, _corridas(self.caracteres, byte_de, piezas))):
            paginas = _paginas(corridas, fin_texto, de_parrafo=numero == 13)
            primera = len(crudo) // SECTOR
            limites = [inicio for inicio, _ in paginas] + [fin_texto]
            paginas_en = range(primera, primera + len(paginas))
            plcs.append((numero, struct.pack(f"<{len(limites) + len(paginas)}I", *limites, *paginas_en)))
            crudo += b"".join(pagina for _, pagina in paginas)
        crudo += b"\0" * max(0, 4096 - len(crudo))

        tabla = bytearray()
        sitios: dict[int, tuple[int, int]] = {}

        def poner(numero: int, contenido: bytes) -> None:
            sitios[numero] = (len(tabla), len(contenido))
            tabla.extend(contenido)

        if self.estilos:
            poner(1, self.estilos)
        for numero, plc in plcs:
            poner(numero, plc)
        limites, suma = [0], 0
        for texto, _, _ in piezas:
            suma += len(texto)
            limites.append(suma)
        pcds = b"".join(
            struct.pack("<HIH", 0, lugar * 2 | 0x40000000 if corta else lugar, prm)
            for (_, corta, prm), lugar in zip(piezas, lugares, strict=True)
        )
        plc = struct.pack(f"<{len(limites)}I", *limites) + pcds
        clx = b"".join(b"\x01" + struct.pack("<H", len(g)) + g for g in self.grupos)
        poner(33, clx + b"\x02" + struct.pack("<I", len(plc)) + plc)
        if self.notas:
            marcas = [marca for marca, _ in self.notas]
            poner(2, struct.pack(f"<{len(marcas) + 1}I", *marcas, cuerpo) + struct.pack("<H", 1) * len(marcas))
            cps = [0]
            for _, texto in self.notas:
                cps.append(cps[-1] + len(texto) + 2)
            poner(3, struct.pack(f"<{len(cps) + 1}I", *cps, cps[-1] + 1))
        if self.cuadros:
            poner(56, struct.pack(f"<{self.cuadros + 2}I", *range(self.cuadros + 2)) + bytes(22 * (self.cuadros + 1)))
        for numero, trozo in self.trozos.items():
            poner(numero, trozo)
        tabla += b"\0" * max(0, 4096 - len(tabla))

        struct.pack_into("<HH", crudo, 0, 0xA5EC, self.version)
        struct.pack_into("<H", crudo, 10, self.banderas)
        struct.pack_into("<HH", crudo, 0x20, 14, 0)
        struct.pack_into("<H", crudo, 0x3E, 22)
        struct.pack_into("<8i", crudo, 0x4C, cuerpo, len(textos_notas), 0, 0, 0, 0, len(de_cuadros), 0)
        struct.pack_into("<H", crudo, 0x98, 93)
        for numero, (desde, largo) in sitios.items():
            struct.pack_into("<II", crudo, 0x9A + 8 * numero, desde, largo)
        corrientes = {"1Table": bytes(tabla), "WordDocument": bytes(crudo)}
        if self.datos:
            corrientes["Data"] = self.datos + b"\0" * max(0, 4096 - len(self.datos))
        assert total == suma
        return ole(corrientes)

    def _corridas_parrafo(self, todo: str, byte_de: list[int]) -> list[tuple[int, int, bytes]]:
        """One run per paragraph and stretch of the file; never two paragraphs in one, as Word writes them."""
        juntas: list[tuple[int, int, bytes]] = []
        sueltas: list[tuple[int, int, bytes]] = []
        numero = 0
        for lugar, letra in enumerate(todo):
            propias = self.parrafos[numero] if numero < len(self.parrafos) else b""
            sueltas.append((byte_de[lugar], byte_de[lugar] + 1, propias))
            if letra in "\r\x07" or lugar + 1 == len(todo):
                juntas += _juntas(sueltas)
                sueltas = []
                numero += 1
        return sorted(juntas)


def _juntas(corridas: list[tuple[int, int, bytes]]) -> list[tuple[int, int, bytes]]:
    """Runs in the order of the file, neighbours with equal modifiers made one; two-byte characters leave no gap."""
    juntas: list[tuple[int, int, bytes]] = []
    for desde, hasta, propias in sorted(corridas):
        if juntas and juntas[-1][2] == propias and desde - juntas[-1][1] <= 1:
            juntas[-1] = (juntas[-1][0], hasta, propias)
        else:
            juntas.append((desde, hasta, propias))
    return juntas


def _corridas(
    caracteres: list[tuple[int, int, bytes]], byte_de: list[int], piezas: list[tuple[str, bool, int]]
) -> list[tuple[int, int, bytes]]:
    ancho = [1 if corta else 2 for texto, corta, _ in piezas for _ in texto]
    sueltas = [(byte_de[i], byte_de[i] + ancho[i], propias) for a, b, propias in caracteres for i in range(a, b)]
    return _juntas(sueltas)


def _de_un_byte(texto: str) -> bytes:
    """Latin-1, with the signs of Windows-1252 that compressed pieces may hold."""
    return b"".join(c.encode("latin-1" if ord(c) < 256 else "cp1252") for c in texto)


def cabe_en_un_byte(texto: str) -> bool:
    """Whether a compressed piece can hold the text ([MS-DOC] 2.9.73: not the euro sign, nor the letters with caron)."""
    try:
        return not set(_de_un_byte(texto)) & {0x80, 0x8E, 0x9E}
    except UnicodeEncodeError:
        return False


def _paginas(corridas: list[tuple[int, int, bytes]], fin: int, *, de_parrafo: bool) -> list[tuple[int, bytes]]:
    """The formatting pages and the byte where each starts; stretches of the text without a run get one without modifiers."""
    completas: list[tuple[int, bytes]] = []
    lugar = INICIO_TEXTO
    for desde, hasta, propias in corridas:
        if desde > lugar:
            completas.append((lugar, b""))
        completas.append((desde, propias))
        lugar = hasta
    if lugar < fin:
        completas.append((lugar, b""))
    paginas: list[tuple[int, bytes]] = []
    while completas:
        cuantas, hecha = len(completas), _pagina(completas, fin, de_parrafo)
        while hecha is None:
            cuantas -= 1
            hecha = _pagina(completas[:cuantas], completas[cuantas][0], de_parrafo)
        paginas.append((completas[0][0], hecha))
        completas = completas[cuantas:]
    return paginas


def _pagina(completas: list[tuple[int, bytes]], fin: int, de_parrafo: bool) -> bytes | None:
    """One page with all these runs, or None when they do not fit in it."""
    cuantas, tamano = len(completas), 13 if de_parrafo else 1
    libre = SECTOR - 2
    if 4 * (cuantas + 1) + tamano * cuantas > libre:
        return None
    pagina = bytearray(SECTOR)
    struct.pack_into(f"<{cuantas + 1}I", pagina, 0, *(d for d, _ in completas), fin)
    puestos: dict[bytes, int] = {}
    for i, (_, propias) in enumerate(completas):
        if de_parrafo:
            cuerpo = b"\0\0" + propias
            cuerpo += b"\0" * (1 - len(cuerpo) % 2)
            crudo = bytes([(len(cuerpo) + 1) // 2]) + cuerpo
        else:
            crudo = bytes([len(propias)]) + propias if propias else b""
        if crudo and crudo not in puestos:
            libre = (libre - len(crudo)) // 2 * 2
            if libre < 4 * (cuantas + 1) + tamano * cuantas:
                return None
            pagina[libre : libre + len(crudo)] = crudo
            puestos[crudo] = libre
        pagina[4 * (cuantas + 1) + tamano * i] = puestos.get(crudo, 0) // 2
    pagina[SECTOR - 1] = cuantas
    return bytes(pagina)


def ole(corrientes: dict[str, bytes]) -> bytes:
    """An OLE file of these streams, each of 4,096 bytes or more (so that none goes to the mini stream)."""
    sectores: list[bytes] = []
    fat: list[int] = [DE_FAT]
    entradas = [_entrada("Root Entry", 5, hijo=1, inicio=FIN, largo=0)]
    nombres = sorted(corrientes, key=lambda n: (len(n), n.upper()))
    for i, nombre in enumerate(nombres):
        contenido = corrientes[nombre]
        assert len(contenido) >= 4096
        cuantos = -(-len(contenido) // SECTOR)
        primero = len(fat)
        fat += [*range(primero + 1, primero + cuantos), FIN]
        sectores += [contenido[j * SECTOR : (j + 1) * SECTOR].ljust(SECTOR, b"\0") for j in range(cuantos)]
        derecha = i + 2 if i + 1 < len(nombres) else LIBRE
        entradas.append(_entrada(nombre, 2, derecha=derecha, inicio=primero, largo=len(contenido)))
    while len(entradas) % 4:
        entradas.append(bytes(64) + bytes(4) + struct.pack("<III", LIBRE, LIBRE, LIBRE) + bytes(48))
    directorio = len(fat)
    cuantos = len(entradas) // 4
    fat += [*range(directorio + 1, directorio + cuantos), FIN]
    sectores += [b"".join(entradas[4 * j : 4 * j + 4]) for j in range(cuantos)]
    assert len(fat) <= SECTOR // 4, "one sector of FAT is all this writer makes"
    fat += [LIBRE] * (SECTOR // 4 - len(fat))
    cabecera = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    cabecera += struct.pack("<IIIIIIIII", 0, 1, directorio, 0, 4096, FIN, 0, FIN, 0)
    cabecera += struct.pack("<109I", 0, *[LIBRE] * 108)
    return cabecera + struct.pack("<128I", *fat) + b"".join(sectores)


def _entrada(nombre: str, tipo: int, *, inicio: int, largo: int, hijo: int = LIBRE, derecha: int = LIBRE) -> bytes:
    crudo = nombre.encode("utf-16-le")
    return (
        crudo.ljust(64, b"\0") + struct.pack("<HBB", len(crudo) + 2, tipo, 1) + struct.pack("<III", LIBRE, derecha, hijo)
        + bytes(36) + struct.pack("<III", inicio, largo, 0)
    )  # fmt: skip
