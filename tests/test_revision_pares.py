"""The list of doubtful pairs: each document's together, in the order in which it is read, page after page."""

from __future__ import annotations

import pytest
from ayudas_reconciliador import informe as de_tablas
from ayudas_reconciliador import tabla
from ayudas_salidas import informe

from extractor.almacen import abrir
from extractor.revision import pares_dudosos

T01 = "*40 | cumple | 40\n30 | no | 0\n*30 | cumple | 30\n\n20 | cumple | 20\n*50 | no | 0\n30 | cumple | 30"
T02 = "40 | cumple | 40\n*30 | no | 0\n30 | cumple | 30\n\n*20 | cumple | 20\n50 | no | 0\n*30 | cumple | 30"
"""Two rows of three activities each; a star tells a doubtful weight."""
EN_ORDEN = [("t01", 0, 0), ("t01", 0, 2), ("t01", 1, 1), ("t02", 0, 1), ("t02", 1, 0), ("t02", 1, 2)]


@pytest.mark.parametrize("por_pagina", [1, 2, 60])
def test_cada_documento_junto_y_en_su_orden(base: str, por_pagina: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pares_dudosos, "POR_PAGINA", por_pagina)
    tablas = de_tablas(tabla(T01, id="t01"), tabla(T02, id="t02")).tablas
    with abrir(base) as deposito:
        for ruta in ("b.txt", "a.txt", "c.txt"):
            leido = informe(ruta, ruta.encode(), ())
            deposito.guardar(leido.model_copy(update={"tablas": tablas, "verificaciones": ()}))
        with deposito.leyendo() as conexion:
            vistos, desde = [], ""
            while True:
                pagina, siguiente = pares_dudosos.pares(conexion, desde)
                assert len(pagina) <= por_pagina
                vistos += pagina
                if siguiente is None:
                    break
                desde = siguiente
            assert pares_dudosos.pares(conexion, "no es de nadie")[0] == vistos[:por_pagina]
    assert {p.campos for p in vistos} == {("ponderacion",)}
    documentos = list(dict.fromkeys(p.ruta for p in vistos))
    assert sorted(documentos) == ["a.txt", "b.txt", "c.txt"]
    assert [(p.ruta, p.tabla, p.fila, p.actividad) for p in vistos] == [(d, *lugar) for d in documentos for lugar in EN_ORDEN]
