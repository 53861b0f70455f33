"""The rows of the catalogues, from the files of ``patrones/`` and from the records of the rules, and putting them in.

The records of the rules come from above (``FichaRegla``): this layer knows no rule. What is already as it should be is not
written again, so that opening a database costs one small query.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from sqlalchemy import Connection, Executable, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from extractor.almacen import esquema as e
from extractor.comun.huellas import huella
from extractor.comun.yaml_estricto import cargar, carpeta_patrones
from extractor.modelo.regimen import Regimen
from extractor.modelo.valores import ValorEstado

Renglon = dict[str, Any]
REGLAS = "reglas"
_REGIONES, _SERVICIOS, _ESTADOS = (f"vocabularios/{n}.yaml" for n in ("regiones", "servicios", "estados"))

NOMBRES_DE_ESTADO: dict[str, str] = {
    "CUMPLE": "Cumple",
    "NO_CUMPLE": "No cumple",
    "PARCIAL": "Cumple en parte",
    "PENDIENTE": "Pendiente",
    "NO_APLICA": "No aplica",
    "SIN_DATO": "Sin dato",
}

DE_LECTURA: dict[str, str] = {
    "LECTURA_DUDOSA": "Lo leído admite dudas y no se juzga",
    "DOCUMENTO_ILEGIBLE": "El documento no se pudo leer",
    "DOCUMENTO_PROTEGIDO": "El documento está protegido con clave",
    "FORMATO_DESCONOCIDO": "El documento no es de ninguna familia conocida",
    "PAGINA_SIN_TEXTO": "Una página no tiene texto que leer",
    "LIMITE_EXCEDIDO": "El documento pasa de lo que se admite leer",
    "REGLA_FALLIDA": "Una regla no pudo terminar",
    "CONTEO_DESALINEADO": "Celdas paralelas con distinto número de elementos",
    "TABLA_TRUNCADA": "Una tabla está cortada",
}
"""Codes that no rule owns: what reading and laying out tables tell."""


@dataclass(frozen=True, slots=True)
class FichaRegla:
    """What the catalogue keeps of one code of a rule."""

    codigo: str
    titulo: str
    gravedad: str
    necesita: str
    parrafo: str | None
    por_que: str
    ejemplo: str
    regimenes: str


def sincronizar(conexion: Connection, reglas: Sequence[FichaRegla]) -> None:
    """Puts into the catalogues what changed since they were filled. Without ``reglas`` those of the rules stay as they are."""
    archivos = _archivos()
    fuentes = _fuentes(archivos)
    actuales = {archivo: suma for archivo, suma in archivos.items() if archivo in fuentes}
    if reglas:
        actuales[REGLAS] = huella([[getattr(r, c) for c in FichaRegla.__slots__] for r in reglas])
    llenadas = {fila.archivo: fila.sha256 for fila in conexion.execute(select(e.archivo_patron))}
    for archivo, suma in actuales.items():
        if llenadas.get(archivo) == suma:
            continue
        for tabla, filas in (_de_reglas(reglas) if archivo == REGLAS else fuentes[archivo](archivo, suma)):
            poner(conexion, tabla, filas, renovar=True)
        poner(conexion, e.archivo_patron, [{"archivo": archivo, "sha256": suma}], renovar=True)
    if not llenadas:
        poner(conexion, e.regla, [{"codigo": c, "titulo": t, "gravedad": "aviso"} for c, t in DE_LECTURA.items()])


def poner(conexion: Connection, tabla: Table, filas: Iterable[Mapping[str, Any]], *, renovar: bool = False) -> None:
    """Inserts the rows whose key is not there, in order of key (two transactions then never wait for each other in a
    ring); with ``renovar`` the others are updated. All rows must have the same columns."""
    llaves = [columna.name for columna in tabla.primary_key]
    ordenadas = sorted(filas, key=lambda fila: [fila[llave] for llave in llaves])
    if not ordenadas:
        return
    conexion.execute(_orden(conexion.dialect.name, tabla, tuple(ordenadas[0]), renovar), ordenadas)


@cache
def _orden(dialecto: str, tabla: Table, columnas: tuple[str, ...], renovar: bool) -> Executable:
    """The statement of ``poner``; building one costs more than running it."""
    llaves = [columna.name for columna in tabla.primary_key]
    insertar = (postgresql.insert if dialecto == "postgresql" else sqlite.insert)(tabla)
    nuevas = insertar.excluded
    cambios = {columna: nuevas[columna] for columna in columnas if columna not in llaves}
    if renovar and cambios:
        return insertar.on_conflict_do_update(index_elements=llaves, set_=cambios)
    return insertar.on_conflict_do_nothing(index_elements=llaves)


def _archivos() -> dict[str, str]:
    """The sha256 of each YAML file of ``patrones/``, by path relative to it, in order."""
    raiz = carpeta_patrones()
    rutas = sorted(raiz.rglob("*.yaml"), key=lambda ruta: ruta.relative_to(raiz).as_posix())
    return {ruta.relative_to(raiz).as_posix(): hashlib.sha256(ruta.read_bytes()).hexdigest() for ruta in rutas}


def _fuentes(archivos: Iterable[str]) -> dict[str, Any]:
    fuentes: dict[str, Any] = {_REGIONES: _regiones, _SERVICIOS: _servicios, _ESTADOS: _estados}
    for archivo in archivos:
        if archivo.startswith("regimenes/") and not archivo.rsplit("/", 1)[-1].startswith("_"):
            fuentes[archivo] = _regimen
    return fuentes


Lote = Iterator[tuple[Table, list[Renglon]]]


def _regiones(_: str, suma: str) -> Lote:
    from extractor.vocabularios.regiones import vocabulario

    vocabulario_ = vocabulario()
    divisiones = {d.id: d for d in vocabulario_.divisiones}
    regiones: list[Renglon] = []
    alias: dict[tuple[str, str], Renglon] = {}
    for region in vocabulario_.regiones:
        for division in region.divisiones:
            propia = id_region(division, region.codigo)
            regiones.append(
                {
                    "id": propia,
                    "division": division,
                    "codigo": region.codigo,
                    "romano": region.romano,
                    "nombre": region.nombre,
                    "desde": divisiones[division].desde,
                    "hasta": divisiones[division].hasta,
                    "huella_patron": suma,
                }
            )
            for nombre in region.fuertes:
                fila = {"region_id": propia, "texto": nombre.texto, "visto": nombre.visto, "huella_patron": suma}
                alias.setdefault((propia, nombre.texto), fila)
    yield e.region, regiones
    yield e.region_alias, list(alias.values())
    yield (
        e.region_equivalencia,
        [
            {
                "region_id": id_region(q.division, q.codigo),
                "antes_id": id_region(q.antes_division, q.antes),
                "huella_patron": suma,
            }
            for q in vocabulario_.equivalencias
        ],
    )


def _servicios(_: str, suma: str) -> Lote:
    from extractor.vocabularios.servicios import vocabulario

    servicios = vocabulario().servicios
    yield (
        e.servicio,
        [{"codigo": s.codigo, "nombre": s.nombre, "ministerio": s.ministerio, "huella_patron": suma} for s in servicios],
    )
    alias: dict[tuple[str, str], Renglon] = {}
    for servicio in servicios:
        for clase, nombres in (("sigla", servicio.siglas), ("otro", servicio.otros), ("antes", servicio.antes)):
            for nombre in nombres:
                fila = {"servicio_codigo": servicio.codigo, "texto": nombre, "clase": clase, "huella_patron": suma}
                alias.setdefault((servicio.codigo, nombre), fila)
    yield e.servicio_alias, list(alias.values())


def _estados(_: str, suma: str) -> Lote:
    yield e.estado, [{"valor": v, "nombre": NOMBRES_DE_ESTADO[v], "huella_patron": suma} for v in get_args(ValorEstado)]


def _regimen(archivo: str, suma: str) -> Lote:
    regimen = cargar(carpeta_patrones() / archivo, Regimen)
    umbral = e.millonesimas(regimen.umbral)
    yield e.regimen, [{**regimen.model_dump(mode="json"), "umbral_millonesimas": umbral, "huella_patron": suma}]


def _de_reglas(reglas: Sequence[FichaRegla]) -> Lote:
    filas: dict[str, Renglon] = {}
    for regla in reglas:
        datos: Renglon = {columna: getattr(regla, columna) for columna in FichaRegla.__slots__}
        filas.setdefault(regla.codigo, {**datos, "huella_patron": huella(sorted(datos.items()))})
    yield e.regla, list(filas.values())


def id_region(division: str, codigo: str) -> str:
    """The key of a region in the catalogue."""
    return f"{division}-{codigo}"
