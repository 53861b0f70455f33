"""Files that Word wrote: what a person sees in them, typed here after looking at them in LibreOffice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from test_lector_doc import leer, plano, textos

from extractor.modelo.documento import BloqueTabla

CARPETA = Path(__file__).resolve().parent.parent.parent / "shared" / "word97"


@pytest.fixture
def word97() -> Path:
    if not CARPETA.is_dir():
        frase = "files written by Word not found: expected in ../shared/word97, relative to the repository root"
        if os.environ.get("CI") == "true":
            pytest.fail(frase, pytrace=False)
        pytest.skip(frase)
    return CARPETA


def test_tabla_sencilla(word97: Path) -> None:
    leido = textos(leer((word97 / "simple-table.doc").read_bytes()))
    assert leido[1:] == [
        [
            [(0, 1, 1, "Cell 1,1"), (1, 1, 1, "Cell 1,2"), (2, 1, 1, "Cell 1,3")],
            [(0, 1, 1, "Cell 2,1"), (1, 1, 1, "Cell 2,2"), (2, 1, 1, "Cell 2,3")],
        ],
        "This text is below the table.",
    ]
    assert len(leido) == 3


def test_celdas_combinadas(word97: Path) -> None:
    assert plano(leer((word97 / "table-merges.doc").read_bytes())) == [
        [
            [(0, 3, 1, [(0, "A")]), (3, 2, 1, [(0, "B")])],
            [(0, 1, 1, [(0, "C")]), (1, 1, 1, [(0, "D")]), (2, 2, 1, [(0, "E")]), (4, 1, 1, [(0, "F")])],
            [(0, 1, 1, []), (1, 1, 1, [(0, "G")]), (2, 2, 1, [(0, "H")]), (4, 1, 1, [(0, "I"), (1, "J")])],
            [(0, 5, 1, [(0, "K")])],
        ]
    ]


def test_tabla_dentro_de_una_celda(word97: Path) -> None:
    documento = leer((word97 / "innertable.doc").read_bytes())
    assert textos(documento) == [
        [
            [(0, 1, 1, "A"), (1, 1, 1, "B"), (2, 1, 1, "C")],
            [(0, 1, 1, "D"), (1, 1, 1, "E 1 2 3 4 F"), (2, 1, 1, "G")],
            [(0, 1, 1, "H"), (1, 1, 1, "I"), (2, 1, 1, "J")],
        ]
    ]
    assert [(o.tabla, o.fila, o.columna) for _, _, o in documento.avisos if o] == [(0, 1, 1)]


def test_documento_con_cambios_controlados(word97: Path) -> None:
    documento = leer((word97 / "53446.doc").read_bytes())
    tablas = [b for b in documento.bloques if isinstance(b, BloqueTabla)]
    assert [(len(t.filas), max(len(f.celdas) for f in t.filas)) for t in tablas] == [(13, 5), (13, 5), (13, 4), (13, 4), (16, 3)]
    assert [[c.texto for c in tablas[0].filas[n].celdas] for n in (3, 12)] == [
        ["March", "3,261", "20,944", "37,795", "62,000"],
        ["December", "11,485", "13,444", "37,071", "62,000"],
    ]
    assert [c.texto for c in tablas[3].filas[0].celdas] == [
        "Month",
        "Supplemental MaxDQ MMBtu/d)",
        "Firm MaxDQ (MMBtu/d)",
        "MaxDQ (MMBtu/d)",
    ]
    # The fifth table was deleted with change tracking: its cells stay, blank.
    assert {c.texto for f in tablas[4].filas for c in f.celdas} == {""}
    cuerpo = [b.texto for b in documento.bloques if not isinstance(b, BloqueTabla)]
    assert cuerpo[:3] == ["DRAFT", "Proposal", "to"]
    assert "Term of Agreement" in cuerpo
    assert sum("Designee Status,” or other applicable" in t for t in cuerpo) == 1
