"""The vocabulary files: closed to unknown keys, no name with two meanings, examples that come out as written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from extractor.comun.yaml_estricto import cargar, carpeta_patrones
from extractor.errores import ErrorPatron, ErrorUso
from extractor.normalizadores import probar_ejemplos
from extractor.normalizadores.explicacion import explicar
from extractor.vocabularios.base import plegar_con_lugares, plegar_frase
from extractor.vocabularios.esquema_estados import VocabularioEstados
from extractor.vocabularios.lugares import VocabularioLugares, cambio_de_region, region_de_lugar
from extractor.vocabularios.lugares import vocabulario as lugares
from extractor.vocabularios.regiones import VocabularioRegiones, antes_de, division_de, regiones_de, vocabulario
from extractor.vocabularios.servicios import VocabularioServicios
from extractor.vocabularios.servicios import vocabulario as servicios

MODELOS: dict[str, type[BaseModel]] = {
    "regiones": VocabularioRegiones,
    "lugares": VocabularioLugares,
    "servicios": VocabularioServicios,
    "estados": VocabularioEstados,
}


def test_los_ejemplos_de_los_archivos_salen_como_estan_escritos() -> None:
    resultados = probar_ejemplos()
    assert len(resultados) > 30
    assert {archivo for archivo, *_ in resultados} == {
        f"vocabularios/{n}.yaml" for n in ("cargos", "estados", "regiones", "servicios")
    }
    assert [r for r in resultados if not r[2]] == []
    assert all(linea is not None for _, linea, _, _ in resultados)


def test_regiones_por_division() -> None:
    assert {d: len(regiones_de(d)) for d in ("1974", "2007", "2018")} == {"1974": 13, "2007": 15, "2018": 16}


@pytest.mark.parametrize(
    ("codigo", "division", "antes"),
    [("15", "1974", "01"), ("14", "1974", "10"), ("16", "2007", "08"), ("16", "1974", "08"), ("02", "1974", "02")],
)
def test_equivalencias_hacia_atras(codigo: str, division: str, antes: str) -> None:
    assert antes_de(codigo, division) == antes  # type: ignore[arg-type]


def test_provincias_y_comunas_con_su_region_en_cada_division() -> None:
    assert sum(len(p.comunas) for p in lugares().provincias) == 346
    assert len({c for p in lugares().provincias for c in p.comunas}) == 346
    casos = {"14101": ("10", "14", "14"), "15101": ("01", "15", "15"), "16101": ("08", "08", "16"), "02201": ("02", "02", "02")}
    for codigo, regiones in casos.items():
        assert tuple(region_de_lugar(codigo, d) for d in ("1974", "2007", "2018")) == regiones  # type: ignore[arg-type]
    assert (cambio_de_region("15101"), cambio_de_region("02201")) == (True, False)


def test_ningun_lugar_sin_rotulo_se_llama_como_otra_region() -> None:
    """ "Los Lagos" alone is the region: a commune of that name in another one counts only after "comuna"."""
    de_region = {plegar_frase(n): c for d in ("1974", "2007", "2018") for n, c in vocabulario().nombres(d)}  # type: ignore[arg-type]
    libres = [(c, n) for c, n in lugares().nombres() if c not in lugares().con_rotulo]
    assert len(libres) > 380
    assert [(c, n) for c, n in libres if de_region.get(plegar_frase(n), c[:2]) != c[:2]] == []


def test_ochenta_servicios_y_ministerios() -> None:
    assert len(servicios().servicios) >= 80
    assert [s.codigo for s in servicios().servicios if s.ministerio is None] == ["ministeriopublico", "contraloria", "cplt"]
    de = {s.codigo: s.ministerio for s in servicios().servicios}
    casos = {"sernam": "Planificación", "sence": "Trabajo y Previsión Social", "subdere": "Interior", "indap": "Agricultura"}
    assert {codigo: de[codigo] for codigo in casos} == casos


def _alterado(tmp_path: Path, nombre: str, cambio: tuple[str, str]) -> Path:
    original = (carpeta_patrones() / "vocabularios" / f"{nombre}.yaml").read_text("utf-8")
    assert cambio[0] in original
    archivo = tmp_path / f"{nombre}.yaml"
    archivo.write_text(original.replace(*cambio, 1), "utf-8")
    return archivo


@pytest.mark.parametrize(
    ("nombre", "cambio", "mensaje"),
    [
        ("regiones", ("texto: Atacama,", "texto: Antofagasta,"), "dos regiones"),
        ("lugares", ('"02201": Calama', '"02201": Castro'), "dos regiones"),
        ("lugares", ('"02201": Calama', '"03201": Calama'), "otra provincia"),
        ("lugares", ('codigo: "11101", visto', 'codigo: "99101", visto'), "sin registrar"),
        ("servicios", ("siglas: [FOSIS]", "siglas: [SENCE]"), "dos servicios"),
        ("servicios", ("codigo: fosis", "codigo: sence"), "repetido"),
        ("servicios", ("ministerio: Agricultura", "ministerio: Agriculutra"), "no está en la lista: Agriculutra"),
        ("regiones", ("    romano: II\n", "    romanos: II\n"), "romano"),
        ("estados", ("valor: NO_CUMPLE", "valor: NO_CUMPLEN"), "NO_CUMPLE"),
    ],
)
def test_vocabulario_malo_se_rechaza(tmp_path: Path, nombre: str, cambio: tuple[str, str], mensaje: str) -> None:
    with pytest.raises(ErrorPatron, match=mensaje) as error:
        cargar(_alterado(tmp_path, nombre, cambio), MODELOS[nombre])
    assert error.value.archivo == f"{nombre}.yaml"


def test_todo_alias_dice_donde_se_vio() -> None:
    datos = yaml.safe_load((carpeta_patrones() / "vocabularios" / "regiones.yaml").read_text("utf-8"))
    lugares = yaml.safe_load((carpeta_patrones() / "vocabularios" / "lugares.yaml").read_text("utf-8"))
    aliases = [alias for region in datos["regiones"] for alias in region["fuertes"]] + lugares["alias"]
    assert len(aliases) > 50
    assert all(alias["visto"].strip() for alias in aliases)
    assert vocabulario().id == "regiones" and division_de(2007) == "1974"


def test_plegar_con_lugares_devuelve_al_texto() -> None:
    texto = "Año  de\u0301cimo: Ñuble №"
    plegado, lugares = plegar_con_lugares(texto)
    assert len(plegado) == len(lugares)
    inicio = plegado.index("nuble")
    assert texto[lugares[inicio] : lugares[inicio + 4] + 1] == "Ñuble"


def test_explicar_da_valor_candidatos_y_razones() -> None:
    region = explicar("region", "Los Ríos", 2007)
    assert region.desconocido and region.candidatos[0][0] == "10" and region.porque
    estado = explicar("estado", "Se visitaron 2 de 9 sedes", None)
    assert estado.valor["valor"] == "PARCIAL" and any("2 de 9" in p for p in estado.porque)
    assert explicar("servicio", "Mesa comunal", None).desconocido
    assert explicar("numero", "12,5%", None).valor == {"valor": "12.5", "decimales": 1, "signo": "%"}
    assert explicar("responsable", "Unidad de Riego", None).valor[0]["unidad"]["nombre"] == "Unidad de Riego"


def test_explicar_lo_que_no_se_sabe_normalizar_es_mal_uso() -> None:
    with pytest.raises(ErrorUso):
        explicar("comuna", "Calama", None)


def test_los_vocabularios_y_veredictos_no_cargan_spacy() -> None:
    programa = (
        "import sys\n"
        "from extractor.vocabularios.estados import veredicto_inicial\n"
        "from extractor.normalizadores.regiones import normalizar_region\n"
        "from extractor.normalizadores.estados import normalizar_estado\n"
        "veredicto_inicial('Cumplido'); normalizar_region('II', 2007); normalizar_estado('50%')\n"
        "assert 'spacy' not in sys.modules, 'spacy'\n"
    )
    hecho = subprocess.run([sys.executable, "-c", programa], capture_output=True, text=True, check=False)
    assert hecho.returncode == 0, hecho.stderr
