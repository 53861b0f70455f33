"""The pattern files, loaded and checked once: inheritance joined, every reference known."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from extractor.comun.yaml_estricto import cargar, carpeta_patrones
from extractor.errores import ErrorPatron
from extractor.modelo.patron import Anios, Patron, TablaPatron
from extractor.modelo.regimen import Regimen


@cache
def cargar_patrones() -> tuple[Patron, ...]:
    """Every concrete family, by file name. Raises ErrorPatron for the first malformed file."""
    carpeta = carpeta_patrones()
    crudos = {p.stem: cargar(p, Patron) for p in sorted((carpeta / "formatos").glob("*.yaml"))}
    regimenes = {p.stem for p in (carpeta / "regimenes").glob("*.yaml")}
    for nombre, patron in crudos.items():
        _comprobar(nombre, patron, crudos, regimenes)
    return tuple(_heredar(nombre, crudos, ()) for nombre, patron in crudos.items() if not patron.abstracto)


def cargar_archivo(archivo: Path) -> Patron:
    """One pattern file outside the folder (or in it), with what it inherits from the folder."""
    carpeta = carpeta_patrones()
    crudos = {p.stem: cargar(p, Patron) for p in sorted((carpeta / "formatos").glob("*.yaml"))}
    patron = cargar(archivo, Patron)
    crudos[archivo.stem] = patron
    _comprobar(archivo.stem, patron, crudos, {p.stem for p in (carpeta / "regimenes").glob("*.yaml")})
    return _heredar(archivo.stem, crudos, ())


def regimenes_propios() -> dict[str, Regimen]:
    """Regimes written inside the pattern files."""
    return {r.id: r for patron in cargar_patrones() for r in patron.regimenes_propios}


def _comprobar(nombre: str, patron: Patron, todos: dict[str, Patron], regimenes: set[str]) -> None:
    archivo = f"{nombre}.yaml"
    if patron.id != nombre:
        raise ErrorPatron(archivo, None, f"el id «{patron.id}» debe ser el nombre del archivo")
    for padre in patron.hereda:
        if padre not in todos:
            raise ErrorPatron(archivo, None, f"hereda de «{padre}», que no existe")
    conocidos = regimenes | {r.id for r in patron.regimenes_propios}
    for tabla in patron.tablas:
        roles = {c.rol for c in tabla.columnas}
        for exigido in tabla.requiere:
            if not any(parte in roles for parte in exigido.split("|")):
                raise ErrorPatron(archivo, None, f"la tabla «{tabla.id}» requiere «{exigido}», que no está en sus columnas")
        for regimen in tabla.regimenes:
            if regimen not in conocidos:
                raise ErrorPatron(archivo, None, f"la tabla «{tabla.id}» nombra el régimen «{regimen}», que no existe")
    if not patron.abstracto and not (patron.ejemplos.acepta and patron.ejemplos.rechaza):
        raise ErrorPatron(archivo, None, "faltan ejemplos: al menos uno que se acepta y uno que se rechaza")


def _heredar(nombre: str, todos: dict[str, Patron], cadena: tuple[str, ...]) -> Patron:
    if nombre in cadena:
        raise ErrorPatron(f"{nombre}.yaml", None, f"hereda de sí mismo: {' > '.join((*cadena, nombre))}")
    patron = todos[nombre]
    for padre in patron.hereda:
        base = _heredar(padre, todos, (*cadena, nombre))
        propias = {t.id for t in patron.tablas}
        tablas: tuple[TablaPatron, ...] = (*patron.tablas, *(t for t in base.tablas if t.id not in propias))
        estados = {**base.estados}
        for valor, textos in patron.estados.items():
            estados[valor] = (*textos, *estados.get(valor, ()))
        patron = patron.model_copy(
            update={
                "titulos": (*patron.titulos, *base.titulos),
                "tablas": tablas,
                "secciones": (*patron.secciones, *base.secciones),
                "estados": estados,
                "anios": Anios(
                    titulo=(*patron.anios.titulo, *base.anios.titulo),
                    de=(*patron.anios.de, *base.anios.de),
                    siguiente=(*patron.anios.siguiente, *base.anios.siguiente),
                    por_defecto=patron.anios.por_defecto or base.anios.por_defecto,
                ),
                "regimenes_propios": (*patron.regimenes_propios, *base.regimenes_propios),
            }
        )
    return patron
