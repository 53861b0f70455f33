"""Datasette opens the database with our metadata: facets, labels instead of keys, and questions that answer."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import ayudas_exportar as ayudas
import pytest
from sqlalchemy import inspect

from extractor.almacen import abrir
from extractor.almacen.esquema import metadatos as tablas
from extractor.almacen.vistas import VISTAS
from extractor.cli import main
from extractor.salidas.exportacion.datasette import metadatos

datasette_app = pytest.importorskip("datasette.app")


@pytest.fixture(scope="module")
def sitio(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Asks Datasette, in this process, for a page of ours as JSON."""
    carpeta = tmp_path_factory.mktemp("datasette")
    url = f"sqlite:///{carpeta}/informes.db"
    ayudas.llenar(url)
    assert main(["exportar", "--db", url, "--formato", "datasette", "--salida", str(carpeta / "s")]) == 0
    metadata = json.loads((carpeta / "s" / "metadata.json").read_text("utf-8"))
    datasette = datasette_app.Datasette([str(carpeta / "informes.db")], metadata=metadata)

    def pedir(camino: str) -> Any:
        respuesta = asyncio.run(datasette.client.get(camino))
        assert respuesta.status_code == 200, respuesta.text
        return respuesta.json() if ".json" in camino else respuesta.text

    return pedir


def test_todo_lo_que_nombra_existe(tmp_path: Path) -> None:
    with abrir(f"sqlite:///{tmp_path}/x.db") as deposito, deposito.leyendo() as conexion:
        revision = inspect(conexion)
        hay = {t: {c["name"] for c in revision.get_columns(t)} for t in (*revision.get_table_names(), *revision.get_view_names())}
    descritas = metadatos("x")["databases"]["x"]["tables"]
    assert set(descritas) <= set(hay)
    assert set(hay) - set(descritas) <= set(tablas.tables) | set(VISTAS)
    for tabla, datos in descritas.items():
        nombradas = {*datos.get("facets", ()), *(datos[c] for c in ("label_column", "sort", "sort_desc") if c in datos)}
        assert nombradas <= hay[tabla], tabla


def test_consultas_guardadas(sitio: Any) -> None:
    def filas(consulta: str) -> list[dict[str, Any]]:
        respuesta = sitio(f"/informes/{consulta}.json?_shape=objects&servicio=sa")
        assert respuesta.get("error") is None
        return list(respuesta["rows"])

    cambios = [
        (f["servicio"], f["region"], f["ganada_informada"], f["ganada_recalculada"]) for f in filas("cambios_de_veredicto")
    ]
    assert cambios == [("sa", "La Araucanía", "100", "50")] * 3
    assert [(f["gravedad"], f["codigo"], f["hallazgos"]) for f in filas("hallazgos_por_gravedad")][:2] == [
        ("aritmetica", "ACUMULADO_NO_CUADRA", 2),
        ("aviso", "TOTAL_AUSENTE", 1 + len(ayudas.HOSTILES)),
    ]
    assert {f["motivo"] for f in filas("no_leido")} == {None, "está dañado"}
    assert len(filas("hallazgos_de_un_servicio")) == 2 + 1 + len(ayudas.HOSTILES)
    assert [(f["motivo"], f["verificaciones"]) for f in filas("no_verificable")] == [("falta_total", 3)]


def test_facetas_y_nombres_en_lugar_de_claves(sitio: Any) -> None:
    pagina = sitio("/informes/hallazgo.json?_labels=on&_shape=objects")
    assert {"gravedad", "codigo", "decision"} <= set(pagina["facet_results"])
    una = next(f for f in pagina["rows"] if f["codigo"]["value"] == "ACUMULADO_NO_CUADRA")
    assert una["documento_id"]["label"] in ("a.txt", "carpeta/ñandú 1.txt")
    portada = sitio("/informes")
    assert "Qué servicios cambian de veredicto, por región" in portada


def test_lo_interno_no_estorba(sitio: Any) -> None:
    visibles = {t["name"] for t in sitio("/informes.json")["tables"] if not t["hidden"]}
    assert "hallazgo" in visibles
    assert visibles & {"extraccion", "conjunto", "corrida_extraccion", "extractor_revision"} == set()
