"""The hand-over: four formats with the same rows, from SQLite and from PostgreSQL, and the same bytes every time."""

from __future__ import annotations

import csv
import json
import time
import weakref
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import ayudas_exportar as ayudas
import openpyxl
import pytest
from ayudas_salidas import informe

from extractor.almacen import abrir
from extractor.almacen.ficha import clave_documento
from extractor.errores import ErrorUso
from extractor.marcos.columnas import COLUMNAS
from extractor.modelo.informe import FichaDocumento, Informe
from extractor.salidas.exportacion import FORMATOS, Exportado, Formato, exportar
from extractor.salidas.exportacion.csv_seguro import proteger
from extractor.salidas.exportacion.fuente import POR_TANDA
from extractor.salidas.exportacion.libro import EscritorLibro
from extractor.salidas.exportacion.recursos import recursos


def exportada(url: str, formato: Formato, carpeta: Path, **opciones: Any) -> Exportado:
    with abrir(url, crear=False) as deposito:
        return exportar(ayudas.Base(deposito), formato, carpeta, **opciones)


def test_los_cuatro_formatos_devuelven_lo_mismo(base: str, tmp_path: Path) -> None:
    ayudas.llenar(base)
    cuentas = [exportada(base, formato, tmp_path / formato).filas for formato in FORMATOS]
    assert all(cuenta == cuentas[0] for cuenta in cuentas)
    exacto = ayudas.leer_paquete(tmp_path / "datapackage")
    tipos = ayudas.tipos_de(tmp_path / "datapackage")
    assert {nombre: len(filas) for nombre, filas in exacto.items()} == cuentas[0]
    assert ayudas.leer_seguros(tmp_path / "csv", tipos) == exacto
    assert ayudas.leer_libro(tmp_path / "xlsx" / "informes.xlsx", tipos) == exacto
    assert ayudas.leer_parquet(tmp_path / "parquet", tipos) == exacto


def test_lo_que_se_entrega(base: str, tmp_path: Path) -> None:
    ayudas.llenar(base)
    cuentas = exportada(base, "datapackage", tmp_path / "p").filas
    contados = {n: c for n, c in cuentas.items() if not n.startswith("catalogo_") or n == "catalogo_unidades"}
    assert contados == {
        "documentos": 4, "tablas": 3, "filas": 3, "actividades": 6, "cifras": 18, "responsables": 6, "secciones": 3, "notas": 0,
        "verificaciones": 6, "desempenos": 3, "hallazgos": 17, "regiones": 3, "nombres": 9, "documentos_rutas": 5, "no_leidos": 4,
        "hallazgos_conjunto": 1, "conjunto_documentos": 2, "decisiones": 2, "unidades_alias": 3, "catalogo_unidades": 1,
    }  # fmt: skip
    leido = ayudas.leer_paquete(tmp_path / "p")
    columnas = {nombre: list(tipos) for nombre, tipos in ayudas.tipos_de(tmp_path / "p").items()}

    def columna(recurso: str, nombre: str) -> list[Any]:
        return [fila[columnas[recurso].index(nombre)] for fila in leido[recurso]]

    assert sorted(columna("documentos", "ruta")) == ["a.txt", "b.txt", "carpeta/ñandú 1.txt", "no.txt"]
    assert sorted(columna("documentos_rutas", "ruta")) == ["a.txt", "b.txt", "carpeta/ñandú 1.txt", "copia/a.txt", "no.txt"]
    assert columna("documentos_rutas", "caja").count("7") == 1
    assert {m for m in columna("no_leidos", "motivo") if m} == {"está dañado"}
    assert columna("regiones", "region_id") == ["1974-09"] * 3
    assert [leido["decisiones"][1][i] for i in (0, 3, 7)] == ["d2", "descartado", "d1"]
    assert ayudas.LARGO in columna("secciones", "texto")
    # weights 50 + 50,0; the printed total says 100; recomputed, half of each: 25 + 25, below the 90 % that is supposed
    assert {fila[4:] for fila in leido["desempenos"]} == {
        ("La Araucanía", 100, 100, 50, 50, 50, 90, True, "CUMPLE", "NO_CUMPLE", True)
    }
    for recurso in ("documentos", "tablas", "desempenos", "documentos_rutas"):
        assert columna(recurso, "documento_id") == sorted(columna(recurso, "documento_id"))
    assert len(leido["catalogo_regiones"]) == 13 + 15 + 16
    assert {"ACUMULADO_NO_CUADRA", "TOTAL_AUSENTE"} <= set(columna("catalogo_reglas", "codigo"))


def test_cifras_con_texto_impreso_y_decimal_sin_coma_flotante(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/base.db"
    ayudas.llenar(url)
    exportada(url, "datapackage", tmp_path / "p")
    with (tmp_path / "p/datos/cifras.csv").open(encoding="utf-8", newline="") as flujo:
        pares = {(fila["texto"], fila["valor"]) for fila in csv.DictReader(flujo)}
    assert pares == {("50", "50"), ("50,0", "50.0"), ("25", "25"), ("Pendiente", ""), ("100", "100")}
    with (tmp_path / "p/datos/hallazgos.csv").open(encoding="utf-8", newline="") as flujo:
        fina = next(fila for fila in csv.DictReader(flujo) if fila["huella"] == "f" * 16)
    assert (fina["informado_valor"], fina["diferencia_valor"]) == (ayudas.MUY_FINA, "-0.10")
    exportada(url, "xlsx", tmp_path / "x")
    titulos, *filas = openpyxl.load_workbook(tmp_path / "x/informes.xlsx")["cifras"].iter_rows()
    texto, numero = (next(c.column - 1 for c in titulos if c.value == nombre) for nombre in ("texto", "valor"))
    assert {(f[texto].value, f[numero].value, f[numero].number_format) for f in filas} == {
        ("50", 50, "0"), ("50,0", 50, "0.0"), ("25", 25, "0"), ("Pendiente", None, "General"), ("100", 100, "0"),
    }  # fmt: skip


@pytest.mark.parametrize("formato", FORMATOS)
def test_los_mismos_bytes_otra_vez_y_desde_otra_base(formato: Formato, base: str, tmp_path: Path) -> None:
    """Loaded in another order, on the other kind of database, two seconds (the grain of zip times) later."""
    otra = f"sqlite:///{tmp_path}/otra.db"
    ayudas.llenar(base)
    ayudas.llenar(otra, al_reves=True)
    exportada(base, formato, tmp_path / "uno")
    time.sleep(2.1 if formato == "xlsx" else 0)
    exportada(otra, formato, tmp_path / "dos")
    assert ayudas.bytes_de(tmp_path / "uno") == ayudas.bytes_de(tmp_path / "dos")


def test_el_paquete_valida_con_frictionless(base: str, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    ayudas.llenar(base)
    exportada(base, "datapackage", tmp_path / "p", historial=True)
    informe_ = frictionless.validate(str(tmp_path / "p" / "datapackage.json"))
    assert informe_.valid, informe_.flatten(["name", "type", "note"])
    descrito = json.loads((tmp_path / "p" / "datapackage.json").read_text("utf-8"))
    assert len(informe_.tasks) == len(descrito["resources"]) == len(recursos(historial=True))
    # and it can be trusted: a changed byte, a doubled row and a lost target are seen
    for archivo, cambio, codigo in (
        ("tablas", lambda t: t.replace("gt_2007_porcentaje", "gt_2007_porcentajE", 1), "foreign-key"),
        ("cifras", lambda t: t + t.splitlines(keepends=True)[-1], "primary-key"),
        ("documentos", lambda t: t.replace("a.txt", "A.txt"), "hash-count"),
    ):
        ruta = tmp_path / "p" / "datos" / f"{archivo}.csv"
        antes = ruta.read_bytes()
        ruta.write_bytes(cambio(antes.decode()).encode())
        errores = {e[0] for e in frictionless.validate(str(tmp_path / "p" / "datapackage.json")).flatten(["type"])}
        assert codigo in errores
        ruta.write_bytes(antes)


def test_frictionless_lee_los_mismos_valores(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    url = f"sqlite:///{tmp_path}/base.db"
    ayudas.llenar(url)
    exportada(url, "datapackage", tmp_path / "p")
    paquete = frictionless.Package(str(tmp_path / "p" / "datapackage.json"))
    exacto = ayudas.leer_paquete(tmp_path / "p")
    for recurso in paquete.resources:
        assert [tuple(fila.to_list()) for fila in recurso.read_rows()] == exacto[recurso.name], recurso.name


def test_ninguna_celda_del_csv_es_formula(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/base.db"
    ayudas.llenar(url)
    exportada(url, "csv", tmp_path / "c")
    textos = set()
    for archivo in sorted((tmp_path / "c").glob("*.csv")):
        assert archivo.read_bytes().startswith(b"\xef\xbb\xbf")
        with archivo.open(encoding="utf-8-sig", newline="") as flujo:
            for fila in list(csv.reader(flujo))[1:]:
                textos.update(celda for celda in fila if celda)
    peligrosas = {t for t in textos if t.strip()[0] in "=+-@|%＝＋－＠\t\r\n" and not _es_numero(t)}
    assert peligrosas == set()
    assert "'=1+1" in textos and "''cita" in textos and "'=HYPERLINK(1)" in textos


def _es_numero(texto: str) -> bool:
    try:
        return Decimal(texto).is_finite()
    except ArithmeticError:
        return False


@pytest.mark.parametrize("texto", [*ayudas.HOSTILES, "", "Región", "-5", "'", "''", "\n=1", "\xa0=1", "a=1"])
def test_la_proteccion_se_deshace(texto: str) -> None:
    """By the rule that the manual gives: a quote at the beginning is taken away."""
    assert proteger(texto).removeprefix("'") == texto


def test_el_diccionario_describe_cada_columna() -> None:
    for recurso in recursos(historial=True):
        assert recurso.titulo and set(recurso.llave) <= set(recurso.columnas)
        assert len(recurso.nombre) <= 31 - len("_9999")  # a sheet's name, and of those it goes on in
        for campo in recurso.campos:
            assert len(campo.descripcion) > 2, (recurso.nombre, campo.nombre)
        for enlace in recurso.enlaces:
            destino = next((r for r in recursos() if r.nombre == (enlace.recurso or recurso.nombre)), None)
            assert destino is not None and set(enlace.destino) <= set(destino.columnas)
    assert {r.marco for r in recursos() if r.marco} == set(COLUMNAS)


def test_las_filas_que_no_caben_en_una_hoja_siguen_en_otra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path}/base.db"
    ayudas.llenar(url)
    exportada(url, "datapackage", tmp_path / "p")
    monkeypatch.setattr(EscritorLibro, "maximo_filas", 5)
    hecho = exportada(url, "xlsx", tmp_path / "x")
    assert "«cifras» no cabe en una hoja y ocupa 5" in hecho.avisos
    tipos = ayudas.tipos_de(tmp_path / "p")
    assert ayudas.leer_libro(tmp_path / "x" / "informes.xlsx", tipos) == ayudas.leer_paquete(tmp_path / "p")


def test_el_historial_solo_si_se_pide(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/base.db"
    ayudas.llenar(url)
    assert "fallas" not in exportada(url, "datapackage", tmp_path / "p").filas
    assert exportada(url, "datapackage", tmp_path / "p", historial=True).filas["fallas"] == 1
    assert ayudas.leer_paquete(tmp_path / "p")["fallas"][0][2:5] == ("no.txt", "DOCUMENTO_ILEGIBLE", "está dañado")


class _Falsa:
    """Many documents and no database, that knows how many of its Informes are alive at once."""

    def __init__(self, cuantos: int, de_mas: int = 0) -> None:
        self.cuantos, self.de_mas, self.vivos, self.maximo = cuantos, de_mas, 0, 0

    def _muere(self) -> None:
        self.vivos -= 1

    def _fichas(self, cuantos: int) -> list[tuple[str, int]]:
        return sorted((clave_documento(informe(f"{n}.txt", str(n).encode()).documento), n) for n in range(cuantos))

    def informes(self) -> Iterator[Informe]:
        for _, n in self._fichas(self.cuantos):
            leido = informe(f"{n}.txt", str(n).encode())
            weakref.finalize(leido, self._muere)
            self.vivos += 1
            self.maximo = max(self.maximo, self.vivos)
            yield leido
            del leido

    def filas(self, tabla: str, por: str | None = None) -> Iterator[dict[str, Any]]:
        if tabla == "documento":
            for clave, _ in self._fichas(self.cuantos + self.de_mas):
                yield {"id": clave, "estado": "ok", "ultima_falla": None, "tablas": 1, "tablas_reconocidas": 1}

    def clave(self, ficha: FichaDocumento) -> str:
        return clave_documento(ficha)


@pytest.mark.parametrize("formato", FORMATOS)
def test_los_documentos_pasan_por_tandas(formato: Formato, tmp_path: Path) -> None:
    fuente = _Falsa(5 * POR_TANDA)
    assert exportar(fuente, formato, tmp_path / "s").filas["documentos"] == 5 * POR_TANDA
    assert fuente.maximo <= 2 * POR_TANDA + 2


def test_si_la_base_cambia_mientras_tanto_se_dice_y_no_queda_nada(tmp_path: Path) -> None:
    with pytest.raises(ErrorUso, match="cambió mientras"):
        exportar(_Falsa(3, de_mas=1), "csv", tmp_path / "s")
    assert list(tmp_path.iterdir()) == []
