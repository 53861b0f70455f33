"""Words, symbols and figures as the page shows them: Spanish, decimal commas, a symbol beside every colour."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from extractor.comun.ajustes import escala
from extractor.comun.razones_codigos import MOTIVOS as MOTIVOS
from extractor.modelo.hallazgo import Gravedad
from extractor.modelo.valores import Region


class Nivel(NamedTuple):
    """A severity as people see it: its symbol, its name, what one and several findings of it are called, what it means."""

    simbolo: str
    nombre: str
    uno: str
    varios: str
    significa: str


NIVELES: dict[Gravedad, Nivel] = {
    "cambia_decision": Nivel(
        "▲",
        "Cambia la decisión",
        "hallazgo que cambia la decisión",
        "hallazgos que cambian la decisión",
        "el programa o el servicio quedan del otro lado del umbral, o se cuenta ganado lo que nadie concede",
    ),
    "aritmetica": Nivel(
        "≠",
        "Aritmética",
        "inconsistencia de aritmética",
        "inconsistencias de aritmética",
        "una cifra no es la que dan sus operandos",
    ),
    "logica": Nivel(
        "◇",
        "Lógica",
        "inconsistencia de lógica",
        "inconsistencias de lógica",
        "dos partes del informe se contradicen, o una no sostiene a la otra",
    ),
    "aviso": Nivel("○", "Aviso", "aviso", "avisos", "falta algo, o algo admite más de una lectura"),
}

RESULTADOS = {
    "CUADRA": ("✓", "cuadra"),
    "CUADRA_POR_REDONDEO": ("≈", "cuadra por redondeo"),
    "NO_CUADRA": ("≠", "no cuadra"),
    "NO_VERIFICABLE": ("?", "no se puede verificar"),
}

CAMPOS = {
    "ponderacion": "ponderación",
    "ponderacion_ganada": "ponderación ganada",
    "total_ponderacion": "total de ponderaciones",
    "total_ganada": "total de ponderación ganada",
    "ponderacion_declarada": "ponderación declarada",
    "desempeno_region": "desempeño de la región",
    "desempeno_servicio": "desempeño del servicio",
    "estado": "cumple o no cumple",
}

_CITA = re.compile(r"(«[^»]*»)")
_DECIMAL = re.compile(r"(?<![\w.,])-?\d+\.\d+(?![\w.,]*\d)")


def con_coma(valor: str | None) -> str | None:
    """A computed figure as Chileans write it; what is no figure is left as it is.

    >>> con_coma("-37.5"), con_coma("NO CUMPLE"), con_coma(None)
    ('-37,5', 'NO CUMPLE', None)
    """
    if valor is None or not _DECIMAL.fullmatch(valor):
        return valor
    return valor.replace(".", ",")


def prosa(texto: str, valores: Iterable[str | None]) -> str:
    """A sentence whose computed figures, those among ``valores``, take a comma. Quotations of the document stay as printed.

    >>> prosa("dice «83.5» y corresponde 83.5 (sección 1.2)", ["83.5"])
    'dice «83.5» y corresponde 83,5 (sección 1.2)'
    """
    conocidos = {v for v in valores if v is not None}
    trozos = _CITA.split(texto)
    return "".join(
        trozo if trozo.startswith("«") else _DECIMAL.sub(lambda m: (con_coma(m[0]) or "") if m[0] in conocidos else m[0], trozo)
        for trozo in trozos
    )


def frases(texto: str) -> tuple[str, ...]:
    """The sentences of a text, to be read one under the other; a stop inside a quotation ends none.

    >>> frases("Suma 3. Dice «uno. Dos» y basta. Fin")
    ('Suma 3.', 'Dice «uno. Dos» y basta.', 'Fin')
    """
    cortes = [0]
    hondura = 0
    for lugar, letra in enumerate(texto):
        hondura += (letra == "«") - (letra == "»")
        if letra == "." and hondura <= 0 and texto[lugar + 1 : lugar + 2] == " " and texto[lugar + 2 : lugar + 3].isupper():
            cortes.append(lugar + 2)
    return tuple(texto[desde:hasta].strip() for desde, hasta in zip(cortes, [*cortes[1:], len(texto)], strict=True))


def decimales_de(texto: str) -> list[str]:
    """The computed figures that a formula states."""
    return _DECIMAL.findall("".join(t for t in _CITA.split(texto) if not t.startswith("«")))


def nombre_gravedad(gravedad: Gravedad, codigo: str | None = None) -> str:
    """Our name and, where the institution has a scale of its own, its name."""
    suyo = escala().nombre(gravedad, codigo)
    return NIVELES[gravedad].nombre + (f" ({suyo})" if suyo else "")


def campo_en_palabras(campo: str) -> str:
    return CAMPOS.get(campo, campo.replace("_", " "))


def plural(cuantos: int, uno: str, varios: str) -> str:
    """ "1 hallazgo", "3 hallazgos"; thousands parted by a point."""
    return f"{miles(cuantos)} {uno if cuantos == 1 else varios}"


def miles(cuantos: int) -> str:
    return f"{cuantos:,}".replace(",", ".")


def programa_en_palabras(valor: str) -> str:
    """How people call a programme."""
    from extractor.vocabularios.programas import nombre_de_programa

    return nombre_de_programa(valor)


def region_en_palabras(region: Region | None) -> str:
    """The region's short name; what is printed where it has none."""
    if region is None:
        return "sin región"
    if region.alcance == "TODAS":
        return "Todas las regiones"
    if region.alcance == "NIVEL_CENTRAL":
        return "Nivel central"
    nombre = region.nombre or region.texto or "sin región"
    for antes in ("Región de la ", "Región del ", "Región de ", "Región "):
        if nombre.startswith(antes):
            return nombre.removeprefix(antes)
    return nombre
