"""What this version of the program reads differently from what is stored: a keyed merge of two frames per document.

Compared is what is said, not where it stands: coordinates, file facts and the order of verifications are left out, and a
table keeps its old id when only another one appeared before it. pandas is imported by the first comparison.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Tabla
from extractor.salidas.consola import limpio

CLAVES: dict[str, tuple[str, ...]] = {
    "documentos": ("sha256",),
    "tablas": ("tabla",),
    "filas": ("tabla", "fila"),
    "actividades": ("tabla", "fila", "actividad"),
    "responsables": ("tabla", "fila", "actividad"),
    "cifras": ("tabla", "fila", "actividad", "bloque", "campo"),
    "regiones": ("tabla", "seccion", "codigo"),
    "secciones": ("seccion",),
    "verificaciones": ("regla", "tabla", "fila", "actividad"),
    "hallazgos": ("huella",),
}
"""What tells a row of each frame from the others; rows with the same key are told apart by their order."""

_SINGULAR = {
    "documentos": "documento",
    "tablas": "tabla",
    "filas": "fila",
    "actividades": "actividad",
    "responsables": "responsable",
    "cifras": "cifra",
    "regiones": "región",
    "secciones": "sección",
    "verificaciones": "verificación",
    "hallazgos": "hallazgo",
}
_DESDE_UNO = frozenset({"fila", "actividad", "bloque"})
"""Columns that count from 0 in the data and from 1 for a person."""
_LUGARES = ("tabla", "seccion", "fila", "actividad", "bloque", "campo", "codigo", "regla")
_APARTE = frozenset(
    {
        "ruta", "nombre", "lector", "numero", "huella_contenido", "servicio", "anio", "sha256",
        "pagina", "linea_inicio", "linea_fin", "tabla_origen", "fila_origen", "columna_origen", "parrafo",
    }
)  # fmt: skip
"""Columns that are not what the document says, or that other frames already tell."""
_REGION = frozenset({"region", "region_codigos"})
_DE_OTRO_MARCO: dict[str, frozenset[str]] = {
    "filas": _REGION
    | {"programa", "tipo_tabla", "actividades", "fila_impresa", "ponderacion", "ponderacion_valor", "ganada", "ganada_valor"}
    | {"total_ponderacion", "total_ponderacion_valor", "total_ganada", "total_ganada_valor"},
    "actividades": _REGION,
    "secciones": _REGION,
    "hallazgos": _REGION,
}
"""Told once for the table, the section or the figure, not again for everything inside."""
_LARGO = 80


@dataclass(frozen=True, slots=True)
class Cambio:
    """One difference: a row that appeared or went, or one field of a row. ``lugar``: the row's key in words."""

    marco: str
    clase: Literal["nuevo", "quitado", "distinto"]
    lugar: str
    campo: str | None = None
    antes: str | None = None
    ahora: str | None = None


@dataclass(slots=True)
class Comparado:
    """Counts of a whole run."""

    iguales: int = 0
    distintos: int = 0
    sin_base: int = 0
    ilegibles: int = 0
    cambios: dict[str, int] = field(default_factory=dict)


def comparar(viejo: Informe, nuevo: Informe) -> tuple[Cambio, ...]:
    """Every difference between two readings of one document, by frame and key."""
    ficha = viejo.documento
    propios = {"ruta": ficha.ruta, "nombre": ficha.nombre, "lector": ficha.lector}
    alineado = nuevo.model_copy(update={"documento": nuevo.documento.model_copy(update=propios)})
    if alineado == viejo:
        return ()
    from extractor.marcos.construccion import construir

    nombres = _tablas_alineadas(viejo.tablas, nuevo.tablas)
    antes, ahora = construir([viejo]), construir([alineado])
    cambios: list[Cambio] = []
    for marco in CLAVES:
        derecha = ahora[marco]
        if "tabla" in derecha.columns:
            derecha = derecha.assign(tabla=derecha["tabla"].map(lambda t: nombres.get(t, t), na_action="ignore").astype("string"))
        cambios.extend(_de_un_marco(marco, antes[marco], derecha))
    return tuple(cambios)


def en_consola(ruta: str, viejo: Informe | None, nuevo: Informe, cuenta: Comparado) -> list[str]:
    """The lines of one document, counted into ``cuenta``; no line when it reads the same."""
    visible = limpio(ruta)
    if viejo is None:
        cuenta.sin_base += 1
        return [f"{visible}: no está en la base de datos"]
    if nuevo.documento.estado == "fallido" and viejo.documento.estado != "fallido":
        cuenta.ilegibles += 1
        return [f"{visible}: ahora no se puede leer: {limpio(nuevo.documento.motivo or 'sin motivo registrado')}"]
    cambios = comparar(viejo, nuevo)
    if not cambios:
        cuenta.iguales += 1
        return []
    cuenta.distintos += 1
    for cambio in cambios:
        cuenta.cambios[cambio.marco] = cuenta.cambios.get(cambio.marco, 0) + 1
    plural = "diferencia" if len(cambios) == 1 else "diferencias"
    return [f"{visible}: {len(cambios)} {plural}", *(f"  {_frase(cambio)}" for cambio in cambios)]


def final_en_consola(cuenta: Comparado, base: str) -> list[str]:
    """The totals of the run."""
    partes = [f"sin diferencias: {cuenta.iguales}", f"con diferencias: {cuenta.distintos}"]
    if cuenta.sin_base:
        partes.append(f"no están en la base: {cuenta.sin_base}")
    if cuenta.ilegibles:
        partes.append(f"ahora no se pueden leer: {cuenta.ilegibles}")
    lineas = [f"Documentos comparados con {base}: " + "; ".join(partes)]
    if cuenta.cambios:
        lineas.append("Diferencias por tipo: " + ", ".join(f"{m} {cuenta.cambios[m]}" for m in CLAVES if m in cuenta.cambios))
    lineas.append("No se escribió nada en la base de datos.")
    return lineas


def _tablas_alineadas(viejas: tuple[Tabla, ...], nuevas: tuple[Tabla, ...]) -> dict[str, str]:
    """New table id -> the id to compare it under: that of the old table at the same place, else one of its own."""
    por_lugar = {_lugar(tabla): tabla.id for tabla in viejas}
    alineadas = {tabla.id: por_lugar[_lugar(tabla)] for tabla in nuevas if _lugar(tabla) in por_lugar}
    ocupados = set(alineadas.values())
    for tabla in nuevas:
        if tabla.id not in alineadas:
            alineadas[tabla.id] = tabla.id if tabla.id not in ocupados else f"{tabla.id} (nueva)"
            ocupados.add(alineadas[tabla.id])
    return alineadas


def _lugar(tabla: Tabla) -> tuple[Any, ...]:
    o = tabla.origen
    return o.pagina, o.linea_inicio, o.tabla, o.fila, o.parrafo, o.caja


def _de_un_marco(marco: str, antes: Any, ahora: Any) -> Iterator[Cambio]:
    claves = [*CLAVES[marco], "vez"]
    izquierda, derecha = (c.assign(vez=c.groupby(claves[:-1], dropna=False).cumcount()) for c in (antes, ahora))
    unidos = izquierda.merge(derecha, on=claves, how="outer", sort=True, suffixes=("|antes", "|ahora"), indicator="lado")
    aparte = (_APARTE - ({"anio"} if marco == "documentos" else set())) | _DE_OTRO_MARCO.get(marco, frozenset())
    campos = [c for c in antes.columns if c not in claves and c not in aparte]
    for fila in unidos.to_dict("records"):
        if fila["lado"] != "both":
            nuevo = fila["lado"] == "right_only"
            yield Cambio(marco, "nuevo" if nuevo else "quitado", _donde(marco, fila, "|ahora" if nuevo else "|antes"))
            continue
        for campo in campos:
            viejo, actual = _contado(campo, fila[f"{campo}|antes"]), _contado(campo, fila[f"{campo}|ahora"])
            if viejo != actual:
                yield Cambio(marco, "distinto", _donde(marco, fila, "|ahora"), campo, viejo, actual)


def _donde(marco: str, fila: dict[str, Any], lado: str) -> str:
    if marco == "documentos":
        return ""
    if marco == "hallazgos":
        codigo, lugar = _texto(fila[f"codigo{lado}"]), _texto(fila[f"lugar{lado}"])
        return f"{codigo} en {lugar} [{_texto(fila['huella'])}]"
    partes = [(nombre, _contado(nombre, fila.get(nombre))) for nombre in _LUGARES if nombre in CLAVES[marco]]
    return ", ".join(
        f"{valor}ª actividad" if nombre == "actividad" else f"{nombre} {valor}" for nombre, valor in partes if valor is not None
    )


def _contado(campo: str, valor: Any) -> str | None:
    """A cell as text, counted as people count."""
    texto = _texto(valor)
    return str(int(texto) + 1) if texto is not None and campo in _DESDE_UNO else texto


def _texto(valor: Any) -> str | None:
    """A cell as text; None for what is absent."""
    import pandas as pd

    return None if valor is None or pd.isna(valor) else str(valor)


def _frase(cambio: Cambio) -> str:
    singular, lugar = _SINGULAR[cambio.marco], limpio(cambio.lugar)
    # the place of a table begins with the word itself
    que = lugar if lugar.startswith(f"{singular} ") else f"{singular} {lugar}".rstrip()
    if cambio.clase != "distinto":
        return f"{'+' if cambio.clase == 'nuevo' else '-'} {que}"
    return f"~ {que}: {cambio.campo}: {_citado(cambio.antes)} → {_citado(cambio.ahora)}"


def _citado(texto: str | None) -> str:
    return "nada" if texto is None else f"«{limpio(texto, _LARGO)}»"
