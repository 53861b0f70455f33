"""The tables that were not recognised are named, not only counted."""

from __future__ import annotations

from ayudas_salidas import informe

from extractor.modelo.informe import Informe
from extractor.salidas.sin_reconocer import sin_reconocer


def con(tablas: int, reconocidas: int, otras: dict[str, list[str]]) -> Informe:
    leido = informe()
    (una,) = leido.tablas
    columna = una.columnas[0]
    nuevas = [
        una.model_copy(
            update={"id": i, "tipo": "otra", "columnas": tuple(columna.model_copy(update={"texto": t}) for t in textos)}
        )
        for i, textos in otras.items()
    ]
    cobertura = leido.cobertura.model_copy(update={"tablas": tablas, "tablas_reconocidas": reconocidas})
    return leido.model_copy(update={"tablas": (una, *nuevas), "cobertura": cobertura})


def test_todas_reconocidas() -> None:
    assert sin_reconocer(con(1, 1, {})) == ""


def test_con_su_numero_y_su_cabecera() -> None:
    leido = con(4, 1, {"t06": ["Región", "", "Cumplimiento (%)"], "t11": ["Producto\n", "Costo"]})
    assert sin_reconocer(leido) == " (sin reconocer: tabla 6 «Región, Cumplimiento (%)»; tabla 11 «Producto , Costo»; y 1 más)"


def test_muchas_y_las_que_no_se_armaron() -> None:
    assert sin_reconocer(con(3, 1, {})) == " (sin reconocer: 2)"
    dicho = sin_reconocer(con(9, 1, {f"t{n:02}": ["Dato"] for n in range(2, 10)}))
    assert dicho.startswith(" (sin reconocer: tabla 2 «Dato»; tabla 3") and dicho.endswith("tabla 5 «Dato»; y 4 más)")
