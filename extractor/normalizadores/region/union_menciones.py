"""Mentions that belong together: ranges, a number and the name it goes with, and those that contradict each other."""

from __future__ import annotations

from extractor.normalizadores.region.mencion import Mencion
from extractor.normalizadores.region.nombres import adornos_de, de_paso, palabras_hasta
from extractor.normalizadores.region.palabra import Palabra, numero_de

_UNEN = frozenset({"de", "del", "la", "las", "los", "el", "region", "regiones", "reg", "n", "regional", "direccion"})


def unir(palabras: tuple[Palabra, ...], menciones: list[Mencion]) -> tuple[Mencion, ...]:
    """Ranges made one mention; a number and the name it belongs to, likewise (their clash is kept as two)."""
    hasta = palabras_hasta()
    unidas: list[Mencion] = []
    for mencion in menciones:
        previa = unidas[-1] if unidas else None
        if previa is not None and mencion.inicio > 0:
            intermedias = palabras[previa.fin : mencion.inicio]
            entre = [p.texto for p in intermedias]
            cortes = {p.antes for p in palabras[previa.fin : mencion.inicio + 1]}
            adornos = adornos_de().get(mencion.codigo, frozenset()) - {"y", "a"}
            if _contradice(previa, mencion, palabras):
                unidas[-1] = previa._replace(clase="choque")
                unidas.append(mencion._replace(clase="choque"))
                continue
            de_region = {previa.clase, mencion.clase} <= {"numero", "nombre"} and previa.hasta is None
            numeros = previa.clase == mencion.clase == "numero"
            guion = numeros and "-" in cortes and not entre and not _entre_guiones(palabras, menciones, mencion)
            desde = entre_dos(palabras, previa.inicio) and set(entre) <= _UNEN | {"y", "e"} and "y" in entre
            de_region = de_region and not _dos_por_guion(previa, mencion, cortes)
            if de_region and "," not in cortes and (((hasta & set(entre) or guion) and set(entre) <= hasta | _UNEN) or desde):
                if mencion.codigo > previa.codigo:
                    unidas[-1] = previa._replace(fin=mencion.fin, hasta=mencion.codigo, oficial=False)
                    continue
                if not guion:
                    unidas[-1] = previa._replace(clase="choque")
                    mencion = mencion._replace(clase="choque")
            mixtas = {previa.clase, mencion.clase} == {"numero", "nombre"} and not _dos_por_guion(previa, mencion, cortes)
            mixtas = mixtas and not (mencion.clase == "numero" and _con_su_numero(previa, palabras))
            if mixtas and "," not in cortes and set(entre) <= _UNEN | adornos and previa.hasta is None:
                if previa.codigo == mencion.codigo:
                    unidas[-1] = Mencion("nombre", mencion.codigo, previa.inicio, mencion.fin, oficial=True, segura=True)
                    continue
                unidas[-1] = previa._replace(clase="choque")
                mencion = mencion._replace(clase="choque")
        unidas.append(mencion)
    return tuple(unidas)


_CAPITAL = "13"
"""The region that goes by no number: a dash between its name and a number joins two regions ("RM - V"), it makes no range."""


def _dos_por_guion(previa: Mencion, mencion: Mencion, cortes: set[str]) -> bool:
    nombradas = [m.codigo for m in (previa, mencion) if m.clase == "nombre"]
    return "-" in cortes and nombradas == [_CAPITAL] and previa.codigo != mencion.codigo


def _con_su_numero(mencion: Mencion, palabras: tuple[Palabra, ...]) -> bool:
    """Whether the name has its number beside it already: another number is another region's ("VII Maule - VIII Biobío")."""
    propias = palabras[mencion.inicio : mencion.fin]
    return len(propias) > 1 and any(numero_de(p) == int(mencion.codigo) for p in propias)


def entre_dos(palabras: tuple[Palabra, ...], inicio: int) -> bool:
    """Whether "entre (la)" stands just before: "entre la VI y la IX" is a range."""
    lugar = inicio - 1
    while lugar >= 0 and palabras[lugar].texto in _UNEN:
        lugar -= 1
    return lugar >= 0 and palabras[lugar].texto == "entre"


def _contradice(previa: Mencion, mencion: Mencion, palabras: tuple[Palabra, ...]) -> bool:
    """Whether ``mencion`` stands in brackets to explain ``previa`` and is of another region ("Valparaíso (RM)")."""
    entre = palabras[previa.fin : mencion.inicio + 1]
    sueltas = de_paso()
    abre = any(p.antes == "(" for p in entre) and all(p.texto in sueltas for p in entre[:-1])
    rango = previa.codigo <= mencion.codigo <= (previa.hasta or previa.codigo)
    return abre and not rango and not any(p.antes == "," for p in entre)


def _entre_guiones(palabras: tuple[Palabra, ...], menciones: list[Mencion], mencion: Mencion) -> bool:
    """Whether the mention is one of three or more that dashes join in a row ("I-II-III", not "I-III y V-VII"): a list, no
    ranges."""
    lugar = menciones.index(mencion)
    vecinas = (*menciones[lugar - 1 : lugar], *menciones[lugar + 1 : lugar + 2])
    unidas = [m.inicio > 0 and palabras[m.inicio].antes == "-" for m in (mencion, *vecinas)]
    return unidas[0] and any(unidas[1:])
