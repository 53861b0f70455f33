"""Files made to do harm: whatever the bytes, a Documento or an ErrorLectura, soon and without growing."""

from __future__ import annotations

import random
import struct
import time
from collections.abc import Iterator

import pytest
from doc_minimo import EN_TABLA, SECTOR, Doc, definicion, fila, interior, ole
from test_lector_doc import leer, textos

from extractor.errores import ErrorLectura
from extractor.lectores.doc import campos

CASOS = 2_000
SEGUNDOS = 20.0
NORMAL = Doc(
    [("Plan\rA\x07B\x07", True, 0), ("\x07x\x13 PAGE \x141\x15\x0by\r", False, 2 * 0x18 | 1 << 8), ("z\r", True, 1)],
    [b"", EN_TABLA, EN_TABLA, fila([0, 1000, 2000], [0x60, 0])],
    caracteres=[(0, 2, struct.pack("<HB", 0x0800, 1))],
    grupos=[struct.pack("<HB", 0x2416, 0)],
    orden=[2, 0, 1],
    notas=[(2, "nota")],
    cuadros=1,
)
INTERIOR = Doc(
    [("E\ra\r\rF\x07\x07fin\r", True, 0)],
    [EN_TABLA, interior(2, celda=True), interior(2, fila=True) + definicion([0, 500]), EN_TABLA, fila([0, 900])],
)


def _danados() -> Iterator[tuple[int, bytes]]:
    """Seeded damage: cut, bytes changed anywhere, and 32-bit fields of the headers set to the values that hurt."""
    buenos = [NORMAL.bytes(), INTERIOR.bytes()]
    for caso in range(CASOS):
        azar = random.Random(caso)
        datos = bytearray(azar.choice(buenos))
        modo = azar.randrange(4)
        if modo == 0:
            del datos[azar.randrange(len(datos)) :]
        for _ in range(azar.randrange(1, 24) if modo else 0):
            lugar = azar.randrange(len(datos) - 4)
            if modo == 1:
                datos[lugar] = azar.randrange(256)
            elif modo == 2:
                datos[lugar : lugar + 4] = azar.choice((b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\0\0\0\0", b"\x01\0\0\0"))
            else:
                # what the document really uses: FIB, text, pages and tables, not the padding
                datos[azar.randrange(SECTOR, SECTOR * 9)] = azar.choice((0, 1, 2, 7, 13, 19, 20, 21, 127, 255))
        yield caso, bytes(datos)


def test_danos_al_azar() -> None:
    leidos = rechazados = 0
    for caso, datos in _danados():
        inicio = time.process_time()
        try:
            leer(datos)
            leidos += 1
        except ErrorLectura:
            rechazados += 1
        assert time.process_time() - inicio < SEGUNDOS, f"case {caso}"
    assert leidos > 200
    assert rechazados > 200


def _rechazo(datos: bytes) -> str:
    with pytest.raises(ErrorLectura) as error:
        leer(datos)
    return error.value.codigo


def test_cadena_de_sectores_que_se_muerde_la_cola() -> None:
    datos = bytearray(NORMAL.bytes())
    entradas = struct.unpack_from("<I", datos, 48)[0]
    directorio = SECTOR * (entradas + 1)
    # each stream's first sector follows itself, and the stream says it has four gigabytes
    for numero in range(1, 3):
        entrada = directorio + 128 * numero
        primero = struct.unpack_from("<I", datos, entrada + 116)[0]
        struct.pack_into("<I", datos, SECTOR + 4 * primero, primero)
        struct.pack_into("<I", datos, entrada + 120, 0xFFFFFFF0)
    assert _rechazo(bytes(datos)) == "DOCUMENTO_ILEGIBLE"


def test_cabecera_que_anuncia_mas_tablas_que_el_archivo() -> None:
    for lugar in (44, 64, 72):
        datos = bytearray(NORMAL.bytes())
        struct.pack_into("<I", datos, lugar, 0x0FFFFFFF)
        assert _rechazo(bytes(datos)) == "DOCUMENTO_ILEGIBLE"


def test_resumen_con_cuenta_imposible() -> None:
    """A list of four thousand million values made olefile run without end; our reader takes the few it needs."""
    from extractor.lectores.doc.resumen import leer_resumen

    crudo = (
        bytes(44) + struct.pack("<I", 48) + struct.pack("<IIII", 0, 0xFFFFFFFF, 4, 16) + struct.pack("<II", 0x101E, 0xFFFFFFFF)
    )
    assert leer_resumen(crudo) == {"autor": None, "creado": None, "modificado": None, "titulo": None}


def test_piezas_que_repiten_el_mismo_texto() -> None:
    """A thousand pieces over the same bytes: a small file would become a large text."""
    from extractor.lectores.doc.fib import Fib
    from extractor.lectores.doc.piezas import leer_texto

    cuantas, largo = 1000, 1000
    principal = bytearray(4096)
    plc = struct.pack(f"<{cuantas + 1}I", *range(0, largo * (cuantas + 1), largo))
    plc += struct.pack("<HIH", 0, 2048 * 2 | 0x40000000, 0) * cuantas
    clx = b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<II", principal, 0x9A + 8 * 33, 0, len(clx))
    with pytest.raises(ErrorLectura) as error:
        leer_texto(Fib(bytes(principal), clx, b"", (largo * cuantas, 0, 0, 0, 0, 0, 0, 0), 93))
    assert error.value.codigo == "LIMITE_EXCEDIDO"


def test_profundidad_sin_fin() -> None:
    assert _rechazo(Doc([("a\r", True, 0)], [interior(2_000_000_000)]).bytes()) == "DOCUMENTO_ILEGIBLE"


def test_campos_anidados_sin_fin() -> None:
    texto = "\x13" * 200_000 + "\x14" + "\x15" * 200_000
    inicio = time.process_time()
    tramos, cajas = campos.codigos(texto, 0, len(texto))
    assert (len(tramos), cajas) == (200_000, [])
    assert campos.unir(tramos) == [(0, 400_000)]
    assert time.process_time() - inicio < SEGUNDOS


def test_ole_sin_nada() -> None:
    assert _rechazo(ole({"WordDocument": bytes(4096)})) == "DOCUMENTO_ILEGIBLE"
    assert _rechazo(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") == "DOCUMENTO_ILEGIBLE"


def test_el_caso_sano_se_lee() -> None:
    """The fixtures of the damage test are sound: without it they would all be refused and prove nothing."""
    assert textos(leer(INTERIOR.bytes()))[1] == "fin"
    assert textos(leer(NORMAL.bytes()))[0] == "an"
