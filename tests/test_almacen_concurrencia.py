"""Several programs that load into one database at once: the same data as one alone, and nobody refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from ayudas_almacen import volcado
from ayudas_salidas import informe

from extractor.almacen import abrir
from extractor.modelo.conjunto import Paquete
from extractor.reconciliador.conjunto import resumir

CARGADOR = """
import json, sys
from extractor.almacen import abrir
from extractor.modelo.informe import Informe
from extractor.modelo.conjunto import Paquete
from extractor.reconciliador.conjunto import resumir
url, archivo, veces, paso = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
leidos = [Informe.model_validate(i) for i in json.load(open(archivo, encoding="utf-8"))]
with abrir(url) as deposito:
    for _ in range(veces):
        for leido in leidos[::paso]:
            deposito.guardar(leido, paquete=Paquete.de(resumir(leido)))
"""


@pytest.mark.parametrize("sentidos", [(1, 1), (1, -1)], ids=["mismo orden", "orden contrario"])
def test_dos_cargas_de_lo_mismo_a_la_vez(base: str, tmp_path: Path, sentidos: tuple[int, int]) -> None:
    leidos = [informe(f"{n}.txt", str(n).encode()) for n in range(6)]
    archivo = tmp_path / "leidos.json"
    archivo.write_text(json.dumps([json.loads(i.model_dump_json()) for i in leidos]), "utf-8")
    procesos = [
        subprocess.Popen(
            [sys.executable, "-c", CARGADOR, base, str(archivo), "2", str(paso)], stderr=subprocess.PIPE, text=True
        )
        for paso in sentidos
    ]
    fallas = [p.communicate(timeout=300)[1] for p in procesos]
    assert [p.returncode for p in procesos] == [0, 0], fallas
    sola = f"sqlite:///{tmp_path}/sola.db"
    with abrir(sola) as deposito:
        for leido in leidos:
            deposito.guardar(leido, paquete=Paquete.de(resumir(leido)))
    assert volcado(base) == volcado(sola)


def test_se_lee_mientras_otro_carga(base: str) -> None:
    with abrir(base) as escribe, abrir(base) as lee:
        escribe.guardar(informe("a.txt", b"a"))
        leidos = lee.informes()
        next(leidos)
        escribe.guardar(informe("b.txt", b"b"))
        assert len(list(lee.informes())) == 2
        leidos.close()
