"""Hostile files, each read as a person's would be: in a worker, by the real chain, under a watch (``vigilado``).

None may reach the network, start a foreign program or open another file; none may end its worker or use up its time or
its memory: our readers refuse in time, the worker's own limits are only the last wall.
"""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator

import pytest
from ayudas_hostiles import HOSTILES
from ayudas_lote import procesar_seguro
from ayudas_trabajador import vigilado

from extractor.comun.ajustes import cargar_ajustes
from extractor.lectores import LECTORES
from extractor.lote import Hecho, planear

SECRETO = "contenido-que-nadie-debe-leer"
SEGUNDOS = 40
MEMORIA_MB = 1200
REGISTRADOS = {str(formato) for lector in LECTORES for formato in lector.formatos}
CASOS = [(formato, puesto) for formato, lista in HOSTILES.items() if formato in REGISTRADOS for puesto in range(len(lista))]


@pytest.fixture(scope="module")
def pedidos() -> Iterator[tuple[str, list[str]]]:
    """The address of a server of ours and what was asked of it."""
    vistos: list[str] = []

    class Servidor(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            vistos.append(self.path)
            self.send_response(404)
            self.end_headers()

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Servidor) as servidor:
        threading.Thread(target=servidor.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{servidor.server_port}/pedido", vistos
        servidor.shutdown()


@pytest.fixture(scope="module")
def leidos(tmp_path_factory: pytest.TempPathFactory, pedidos: tuple[str, list[str]]) -> dict[tuple[str, int], Hecho]:
    """All of them in one batch, as they would come; keyed by format and place in its list."""
    carpeta = tmp_path_factory.mktemp("hostiles")
    secreto = tmp_path_factory.mktemp("aparte") / "secreto.txt"
    secreto.write_text(SECRETO, "utf-8")
    for formato, puesto in CASOS:
        (carpeta / f"{formato}-{puesto:02}.{formato}").write_bytes(HOSTILES[formato][puesto][1](pedidos[0], secreto))
    base = cargar_ajustes()
    limites = base.limites.model_copy(update={"segundos": SEGUNDOS, "segundos_por_mb": 0, "memoria_mb": MEMORIA_MB})
    hechos = procesar_seguro(planear([carpeta]).encargos, 2, base.model_copy(update={"limites": limites}), vigilado)
    leidos = {}
    for hecho in hechos:
        formato, puesto = hecho.encargo.ruta.stem.split("-")
        leidos[formato, int(puesto)] = hecho
    return leidos


def test_cada_formato_tiene_un_archivo_hostil() -> None:
    assert {"txt", "docx"} <= REGISTRADOS
    assert REGISTRADOS - set(HOSTILES) == set()


@pytest.mark.parametrize(("formato", "puesto"), CASOS, ids=[f"{f}: {HOSTILES[f][n][0]}" for f, n in CASOS])
def test_el_lector_se_defiende_solo(leidos: dict[tuple[str, int], Hecho], formato: str, puesto: int) -> None:
    hecho, esperados = leidos[formato, puesto], HOSTILES[formato][puesto][2]
    documento = hecho.informe.documento
    assert hecho.traza is None
    codigos = {h.codigo for h in hecho.informe.hallazgos}
    assert (codigos & esperados) if documento.estado == "fallido" else "leido" in esperados, (documento.motivo, codigos)
    for ultimo in ("«segundos»", "«memoria_mb»", "terminó"):
        assert ultimo not in (documento.motivo or "")


def test_ningun_secreto_ni_archivo_adentro_sale_en_los_datos(leidos: dict[tuple[str, int], Hecho]) -> None:
    assert leidos
    for clave, hecho in leidos.items():
        datos = hecho.informe.model_dump_json()
        assert SECRETO not in datos and "MZ ejecutable" not in datos, clave


def test_nadie_pidio_nada_por_la_red(leidos: dict[tuple[str, int], Hecho], pedidos: tuple[str, list[str]]) -> None:
    import urllib.error
    import urllib.request

    assert leidos and pedidos[1] == []
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(pedidos[0], timeout=10)
    assert pedidos[1] == ["/pedido"]  # the server was there to be asked
