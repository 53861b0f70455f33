"""Pictures of a .doc, in the line of text or floating: those of the size of a table are told as in every format."""

from __future__ import annotations

import struct
from dataclasses import replace

import pytest
from doc_minimo import EN_TABLA, Doc, fila, sprm
from test_tablas_en_imagen import TITULOS, _avisos

from extractor.lectores import leer_bytes
from extractor.lectores.doc.contenedor import abrir, cuantos_objetos
from extractor.lectores.doc.fib import leer_fib
from extractor.lectores.doc.imagenes import imagenes_grandes
from extractor.lectores.doc.piezas import leer_texto
from extractor.modelo.documento import Parrafo

ANCHO, ALTO = 9000, 3000
"""Twips."""


def _picf(ancho: int, alto: int, escala: int = 1000, modo: int = 0x64) -> bytes:
    """The header of a picture of the data stream ([MS-DOC] 2.9.190)."""
    return struct.pack("<IHHHHH14xHHHH32x", 68, 68, modo, 0, 0, 0, ancho, alto, escala, escala)


def _registro(tipo: int, contenido: bytes, version: int = 0xF, clase: int = 0) -> bytes:
    """A record of Office drawings ([MS-ODRAW] 1.3.1)."""
    return struct.pack("<HHI", version | clase << 4, tipo, len(contenido)) + contenido


def _forma(numero: int, clase: int, banderas: int = 0) -> bytes:
    return _registro(0xF004, _registro(0xF00A, struct.pack("<II", numero, banderas), version=2, clase=clase))


def _doc(texto: str, parrafos: list[bytes] | None = None, datos: bytes = b"", **trozos: bytes) -> bytes:
    cuerpo = "".join(f"{t}\r" for t in TITULOS) + texto
    marcas = [(n, n + 1, sprm(0x6A03, struct.pack("<I", 0)) + sprm(0x0855, b"\x01")) for n, c in enumerate(cuerpo) if c == "\x01"]
    return Doc(
        [(cuerpo, True, 0)], [b"", b"", *(parrafos or [])], marcas, datos=datos, trozos={int(k[1:]): v for k, v in trozos.items()}
    ).bytes()


def _ancla(lugar: int, numero: int, ancho: int, alto: int) -> bytes:
    """PlcfSpa of one shape."""
    return struct.pack("<III4iHI", lugar, lugar + 1, numero, 0, 0, ancho, alto, 0, 0)


CUANTAS_LETRAS = sum(len(t) + 1 for t in TITULOS)
SUELTA = _registro(0xF000, b"") + b"\0" + _registro(0xF002, _registro(0xF003, _forma(1024, 0, 5) + _forma(1025, 75)))
EN_GRUPO = _registro(0xF003, _forma(1025, 0, 1) + _forma(1026, 1) + _forma(1027, 75))
AGRUPADA = _registro(0xF000, b"") + b"\0" + _registro(0xF002, _registro(0xF003, _forma(1024, 0, 5) + EN_GRUPO))
DE_DOC = {
    "en_linea": _doc("\x01\rFin\r", datos=_picf(ANCHO, ALTO)),
    "reducida": _doc("\x01\rFin\r", datos=_picf(2 * ANCHO, 2 * ALTO, 500)),
    "flota": _doc("\x08\rFin\r", n40=_ancla(CUANTAS_LETRAS, 1025, ANCHO, ALTO), n50=SUELTA),
    "en_grupo": _doc("\x08\rFin\r", n40=_ancla(CUANTAS_LETRAS, 1025, ANCHO, ALTO), n50=AGRUPADA),
}


@pytest.mark.parametrize("forma", DE_DOC)
def test_la_de_un_doc(forma: str) -> None:
    (aviso,) = _avisos(DE_DOC[forma])
    assert "Actividad 1.2" in aviso
    (imagen,) = leer_bytes(DE_DOC[forma], "informe").imagenes
    assert (imagen.bloques, imagen.origen.parrafo) == (2, 2)


def test_la_de_una_celda_de_un_doc() -> None:
    datos = _doc("\x01\x07\x07Fin\r", [EN_TABLA, fila([0, 9000]), b""], datos=_picf(ANCHO, ALTO))
    (aviso,) = _avisos(datos)
    assert "Actividad 1.2" in aviso
    (imagen,) = leer_bytes(datos, "informe").imagenes
    assert (imagen.bloques, imagen.origen.tabla, imagen.origen.columna) == (2, 0, 0)


@pytest.mark.parametrize(
    "datos",
    [
        _doc("\x01\rFin\r", datos=_picf(3000, 3000)),
        _doc("\x01\rFin\r", datos=_picf(ANCHO, ALTO, 300)),
        _doc("\x01\rFin\r", datos=_picf(ANCHO, ALTO, modo=0)),
        _doc("\x13 FORMTEXT \x01\x14texto\x15\rFin\r", datos=_picf(ANCHO, ALTO)),
        _doc("\x01\rFin\r", datos=b"\x44"),
        _doc("\x08\rFin\r", n40=_ancla(CUANTAS_LETRAS, 1024, ANCHO, ALTO), n50=SUELTA),
        _doc("\x08\rFin\r", n40=_ancla(CUANTAS_LETRAS, 1025, ANCHO, ALTO), n50=SUELTA[:30]),
    ],
    ids=["pequena", "muy_reducida", "no_es_imagen", "en_codigo_de_campo", "sin_datos", "otra_forma", "dibujos_cortados"],
)
def test_de_las_demas_de_un_doc_no_se_dice_nada(datos: bytes) -> None:
    assert leer_bytes(datos, "informe").imagenes == ()


def test_unos_dibujos_danados_no_impiden_leer_el_texto() -> None:
    fib = leer_fib(abrir(DE_DOC["flota"]))
    texto = leer_texto(fib).texto
    assert imagenes_grandes(fib, texto, {}) == [CUANTAS_LETRAS]
    assert imagenes_grandes(replace(fib, tabla=b""), texto, {}) == []
    hondos = _registro(0xF000, b"") + b"\0"
    for _ in range(300):
        hondos = hondos[:9] + _registro(0xF003, hondos[9:])
    profundo = _doc("\x08\rFin\r", n40=_ancla(CUANTAS_LETRAS, 1025, ANCHO, ALTO), n50=hondos)
    assert [p.texto for p in leer_bytes(profundo, "informe").bloques if isinstance(p, Parrafo)] == [*TITULOS, "Fin"]


def test_los_objetos_de_un_doc_se_cuentan_por_sus_carpetas() -> None:
    nombres = {"WordDocument", "ObjectPool/_12/CONTENTS", "ObjectPool/_12/x", "ObjectPool/_34/CONTENTS", "1Table"}
    assert cuantos_objetos(nombres) == 2
    assert cuantos_objetos({"WordDocument", "1Table"}) == 0
