"""The manual of the rules, written from their own records: ``python -m extractor.reconciliador.manual > docs/reglas.md``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import get_args

from extractor.modelo.hallazgo import Motivo
from extractor.modelo.regimen import Regimen
from extractor.reconciliador.conjunto import REGLAS_CONJUNTO
from extractor.reconciliador.deslices import PALABRAS, SENCILLOS
from extractor.reconciliador.redaccion import nombre_campo
from extractor.reconciliador.regimenes import cargar_regimenes
from extractor.reconciliador.regla import Ficha
from extractor.reconciliador.reglas import REGLAS

GRAVEDADES = {
    "cambia_decision": "el programa o el servicio quedan del otro lado del umbral, o se cuenta ganado lo que nadie concede",
    "aritmetica": "una cifra no es la que dan sus operandos",
    "logica": "dos partes del informe se contradicen, o una no sostiene a la otra",
    "aviso": "falta algo, o algo admite más de una lectura",
}
MOTIVOS: dict[str, str] = {
    "falta_ponderacion": "no hay ponderación escrita",
    "falta_ganada": "no hay ponderación ganada escrita",
    "falta_estado": "no hay estado escrito",
    "falta_total": "no hay con qué comparar: falta el total, la tabla o la región",
    "estado_sin_veredicto": "el estado se narra y nadie lo declara",
    "sin_resultados": "la tabla o la fila no informa resultados",
    "emparejamiento_dudoso": "no es seguro qué celda corresponde a cuál",
    "lectura_dudosa": "la celda, o una parte del documento que haría falta, no se leyó o se leyó con dudas",
    "modo_indeciso": "la columna admite más de una lectura",
    "regimen_no_aplica": "la regla, o la comparación, no corresponde en ese lugar",
    "parcial_sin_porcentaje": "el cumplimiento es parcial y no dice cuánto",
    "sin_umbral": "el régimen no fija umbral",
    "tabla_partida": "la tabla no se leyó entera: quedó cortada, o puede seguir en otra que no se pudo unir",
}


_ORIGEN = """Generado con `python -m extractor.reconciliador.manual > docs/reglas.md` desde las fichas de las reglas; no se
edita a mano."""
_RESPUESTAS = """Cada regla responde en cada lugar donde corresponde: CUADRA, CUADRA_POR_REDONDEO, NO_CUADRA o
NO_VERIFICABLE. Solo lo que no cuadra, y lo que falta, llega a ser un hallazgo."""
_REGIMENES = """Un régimen es un archivo de `patrones/regimenes/`. Bajo uno supuesto el hallazgo dice «si rige»; y si el
formulario no dice cómo se acredita lo parcial, dice también qué pasaría bajo el otro régimen admisible."""
_LECTURA = """Se leen sobre el total del régimen. Si todas son menores que 1 y cada bloque suma exactamente 1, son fracciones de
1. Un programa que declara su peso se mide contra él; si sus ponderaciones suman 1 o 100, son fracciones o porcentajes de ese
peso. Una suma muy por debajo de todo total no se comprueba: se avisa con sus lecturas."""
_CAUSAS = """Un error se informa una vez, donde nace; lo que solo lo arrastra lleva su causa. Cada corrección posible se aplica
a la tabla y se vuelven a correr las reglas aritméticas: queda si quita el descuadre y no trae otro. Si hay una sola de menor
costo es la corrección probable; si hay varias, son alternativas. Cuestan menos los deslices de mecanismo conocido:"""

_CONJUNTO = """Al leer dos o más documentos se comparan sus resúmenes, servicio por servicio; el resultado es la última línea
(`conjunto/1`) de la salida. No se compara lo que no se sabe de quién es, ni dos tablas sin región segura. En cada lugar la
respuesta es también CUADRA, NO_CUADRA o NO_VERIFICABLE, y con los informes de sus regiones se arma el desempeño del servicio."""


def manual() -> str:
    """The whole text. Raises KeyError when a reason for NO_VERIFICABLE has no words here."""
    return "\n".join(_lineas()) + "\n"


def _lineas() -> Iterator[str]:
    regimenes = tuple(cargar_regimenes().values())
    yield "# Reglas del reconciliador"
    yield ""
    yield from _parrafo(_ORIGEN)
    yield ""
    yield from _parrafo(_RESPUESTAS)
    yield ""
    yield "## Gravedad"
    yield ""
    yield from _tabla(("gravedad", "cuándo"), [(f"`{g}`", texto) for g, texto in GRAVEDADES.items()])
    yield "## Por qué no se puede comprobar"
    yield ""
    yield from _tabla(("motivo", "qué pasa"), [(f"`{m}`", MOTIVOS[m]) for m in get_args(Motivo)])
    yield "## Regímenes"
    yield ""
    yield from _parrafo(_REGIMENES)
    yield ""
    yield from _tabla(
        ("régimen", "fuente", "crédito", "total", "umbral", "mínimo de actividades", "vigencia"), [_regimen(r) for r in regimenes]
    )
    yield "## Lectura de las ponderaciones"
    yield ""
    yield from _parrafo(_LECTURA)
    yield ""
    yield "## Causas y correcciones"
    yield ""
    yield from _parrafo(_CAUSAS)
    yield ""
    yield from (f"- {texto}" for clase, texto in PALABRAS.items() if clase in SENCILLOS)
    yield ""
    yield "## Reglas"
    for regla in REGLAS:
        yield ""
        yield from _regla(regla, regimenes)
    yield ""
    yield "## Reglas entre documentos"
    yield ""
    yield from _parrafo(_CONJUNTO)
    for ficha in REGLAS_CONJUNTO:
        yield ""
        yield from _regla(ficha, regimenes)


def _parrafo(texto: str) -> Iterator[str]:
    """The text in lines of the width people read in a terminal."""
    yield from textwrap.wrap(" ".join(texto.split()), 120, break_long_words=False, break_on_hyphens=False)


def _tabla(titulos: tuple[str, ...], filas: list[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(titulos)} |"
    yield f"|{'---|' * len(titulos)}"
    yield from (f"| {' | '.join(fila)} |" for fila in filas)
    yield ""


def _regimen(regimen: Regimen) -> tuple[str, ...]:
    credito = {"todo_o_nada": "todo o nada", "proporcional": "proporcional"}[regimen.credito]
    vigencia = f"{regimen.desde or '…'}-{regimen.hasta or '…'}"
    minimo = str(regimen.minimo_actividades or "no fija")
    fuente, umbral = regimen.fuente.replace("_", " "), regimen.umbral or "no fija"
    return f"`{regimen.id}`", fuente, credito, regimen.total_esperado, umbral, minimo, vigencia


def _regla(regla: Ficha, regimenes: tuple[Regimen, ...]) -> Iterator[str]:
    yield f"### {', '.join(regla.codigos)}"
    yield ""
    yield from _parrafo(f"{regla.titulo}. {regla.por_que}")
    yield ""
    yield f"- Gravedad: `{regla.gravedad}`"
    yield f"- Necesita: {', '.join(nombre_campo(campo) for campo in regla.campos) or 'nada en particular'}"
    parrafos = [f"{r.normas[regla.parrafo]} (`{r.id}`)" for r in regimenes if regla.parrafo and regla.parrafo in r.normas]
    yield f"- Párrafo: {'; '.join(parrafos) or 'ninguno: lo pide el propio formulario o la coherencia del informe'}"
    yield f"- Regímenes: {regla.regimenes}"
    yield f"- Ejemplo: {regla.ejemplo}"


if __name__ == "__main__":
    print(manual(), end="")
