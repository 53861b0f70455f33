"""Text of a .doc that a style strikes out: the paragraph's, the characters', or one that theirs is based on."""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from doc_minimo import Doc, sprm

from extractor.lectores import leer_bytes
from extractor.modelo.documento import BloqueTabla, Parrafo

PARRAFO, CARACTER = 1, 2
NADIE = 0xFFF
TACHA, DOBLE, LISA, COMO_ESTILO, AL_REVES = b"\x37\x08\x01", b"\x53\x2a\x01", b"\x37\x08\x00", b"\x37\x08\x80", b"\x37\x08\x81"
"""sprmCFStrike and sprmCFDStrike with each value they may have ([MS-DOC] 2.9.327)."""


def _hoja(*estilos: tuple[int, int, bytes]) -> bytes:
    """A style sheet: kind of each style, the one it is based on, and its modifiers of characters."""
    crudo = struct.pack("<HHH", 6, len(estilos), 10) + bytes(2)
    for numero, (clase, padre, letras) in enumerate(estilos):
        propio = struct.pack("<HHHHH", 0, clase | padre << 4, 2 if clase == PARRAFO else 1, 0, 0)
        propio += struct.pack("<H", 2) + f"E{numero}".encode("utf-16-le") + bytes(2)
        if clase == PARRAFO:
            propio += struct.pack("<HH", 2, numero)
        propio += struct.pack("<H", len(letras)) + letras + bytes(len(letras) % 2)
        crudo += struct.pack("<H", len(propio)) + propio
    return crudo


def _lineas(documento: Doc) -> tuple[list[str], int]:
    leido = leer_bytes(documento.bytes(), "x.doc")
    return [b.texto for b in leido.bloques if isinstance(b, Parrafo)], len(leido.avisos)


def _estilo(numero: int) -> bytes:
    return sprm(0x4600, struct.pack("<H", numero))


def _de_letras(numero: int) -> bytes:
    return sprm(0x4A30, struct.pack("<H", numero))


NORMAL = (PARRAFO, NADIE, b"")


@pytest.mark.parametrize(
    ("hoja", "quedan"),
    [
        ((NORMAL, (PARRAFO, 0, TACHA)), ["uno", "tres"]),
        ((NORMAL, (PARRAFO, 2, b""), (PARRAFO, 0, DOBLE)), ["uno", "tres"]),
        ((NORMAL, (PARRAFO, 2, LISA), (PARRAFO, 0, TACHA)), ["uno", "dos 60", "tres"]),
        ((NORMAL, (PARRAFO, 2, COMO_ESTILO), (PARRAFO, 0, TACHA)), ["uno", "tres"]),
        ((NORMAL, (PARRAFO, 2, AL_REVES), (PARRAFO, 0, TACHA)), ["uno", "dos 60", "tres"]),
        ((NORMAL, (PARRAFO, 1, b"")), ["uno", "dos 60", "tres"]),
    ],
)
def test_el_estilo_del_parrafo(hoja: tuple[tuple[int, int, bytes], ...], quedan: list[str]) -> None:
    documento = Doc([("uno\rdos 60\rtres\r", True, 0)], parrafos=[_estilo(0), _estilo(1), _estilo(0)], estilos=_hoja(*hoja))
    assert _lineas(documento) == (quedan, int(len(quedan) < 3))


@pytest.mark.parametrize(("propio", "queda"), [(LISA, "75"), (AL_REVES, ""), (COMO_ESTILO, "")])
def test_lo_que_dicen_las_letras_gana_al_parrafo(propio: bytes, queda: str) -> None:
    """The opposite of a style, with no style of characters, is not known to be: it is left out and said."""
    documento = Doc([("75 60\r", True, 0)], [_estilo(1)], [(0, 2, propio)], estilos=_hoja(NORMAL, (PARRAFO, 0, TACHA)))
    assert _lineas(documento) == ([queda] if queda else [], 1)


@pytest.mark.parametrize(
    ("letras", "queda"),
    [(_de_letras(1), "60"), (_de_letras(2), "60"), (_de_letras(1) + LISA, "75 60"), (_de_letras(1) + AL_REVES, "75 60"), (_de_letras(1) + COMO_ESTILO, "60")],
)
def test_el_estilo_de_las_letras(letras: bytes, queda: str) -> None:
    hoja = _hoja(NORMAL, (CARACTER, NADIE, TACHA), (CARACTER, 1, b""))
    documento = Doc([("75 60\r", True, 0)], caracteres=[(0, 3, letras)], estilos=hoja)
    assert _lineas(documento) == ([queda], int(queda == "60"))


RTF = r"""{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s1\sbasedon0\strike Malo;}{\*\cs2\strike Peor;}}
\pard\s0 Antes\par
\trowd\cellx3000\cellx6000\pard\intbl\s0 Regar\cell\pard\intbl\s1 {75}\par\pard\intbl\s0 {60}\cell\row
\trowd\cellx3000\cellx6000\pard\intbl\s0 Podar\cell\pard\intbl\s0 {\cs2 80 }{40}\cell\row
\pard\s0 Luego\par}"""


def test_como_lo_escribe_libreoffice(tmp_path: Path, programa: Callable[[str], str]) -> None:
    (tmp_path / "x.rtf").write_text(RTF, "ascii")
    orden = [programa("soffice"), f"-env:UserInstallation={(tmp_path / 'perfil').as_uri()}", "--headless", "--convert-to", "doc"]
    subprocess.run([*orden, "--outdir", str(tmp_path), str(tmp_path / "x.rtf")], check=True, capture_output=True, timeout=120)
    leido = leer_bytes((tmp_path / "x.doc").read_bytes(), "x.doc")
    (bloque,) = [b for b in leido.bloques if isinstance(b, BloqueTabla)]
    assert [[c.texto for c in f.celdas] for f in bloque.filas] == [["Regar", "60"], ["Podar", "40"]]
    assert [a for _, a, _ in leido.avisos if "tachado (2 pasaje" in a]
