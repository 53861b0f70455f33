"""Words, symbols and figures as the page shows them: Spanish, decimal commas, a symbol beside every colour."""

from __future__ import annotations

from typing import NamedTuple

from extractor.comun.ajustes import escala
from extractor.comun.razones_codigos import MOTIVOS as MOTIVOS
from extractor.modelo.hallazgo import Gravedad
from extractor.modelo.valores import Region
from extractor.salidas.prosa import RESULTADOS as RESULTADOS
from extractor.salidas.prosa import campo_en_palabras as campo_en_palabras
from extractor.salidas.prosa import con_coma as con_coma


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


def nombre_gravedad(gravedad: Gravedad, codigo: str | None = None) -> str:
    """Our name and, where the institution has a scale of its own, its name."""
    suyo = escala().nombre(gravedad, codigo)
    return NIVELES[gravedad].nombre + (f" ({suyo})" if suyo else "")


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
