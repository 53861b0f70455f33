"""The whole derivation of one finding: message, rule, operands with their places, formula, regime, what was read around it,
corrections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from extractor.comun.ajustes import escala
from extractor.modelo.base import Origen
from extractor.modelo.hallazgo import Correccion, Hallazgo, Verificacion
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Tabla
from extractor.salidas.consola import limpio
from extractor.salidas.leido import leido_ahi
from extractor.salidas.lugares import lugar_citado, lugar_de_datos, lugar_en_palabras
from extractor.salidas.operandos import Nombres, nombres_de_operandos
from extractor.salidas.prosa import RESULTADOS, campo_en_palabras, con_coma, con_comas, en_castellano, tabla_en_palabras


class FichaRegla(Protocol):
    """The record of a rule; told by its shape because outputs and rules are siblings."""

    @property
    def titulo(self) -> str: ...
    @property
    def por_que(self) -> str: ...
    @property
    def regimenes(self) -> str: ...
    @property
    def ejemplo(self) -> str: ...


def derivacion(informe: Informe, hallazgo: Hallazgo, ficha: FichaRegla | None = None) -> list[str]:
    """The lines of the derivation, in Spanish. ``ficha``: the record of the rule that gave it."""
    lineas = [
        titulo_de(hallazgo),
        f"Documento: {limpio(informe.documento.ruta)} (sha256 {informe.documento.sha256})",
        f"Lugar: {limpio(hallazgo.lugar)}",
        *_lugar("Dónde", hallazgo.origen),
        f"Mensaje: {limpio(en_castellano(hallazgo.mensaje))}",
        f"Explicación: {limpio(en_castellano(hallazgo.explicacion))}",
    ]
    lineas.extend(valores_de(hallazgo))
    if hallazgo.causa is not None:
        lineas.append(f"Es consecuencia de: {hallazgo.causa}")
    lineas.extend(_lugar("Dónde está la norma", hallazgo.norma_origen))
    lineas.extend(de_la_ficha(ficha))
    tabla = next((tabla for tabla in informe.tablas if tabla.id == hallazgo.tabla), None)
    if tabla is not None:
        lineas.extend(_lectura(tabla))
    propias = list(verificaciones_de(informe, hallazgo))
    nombres = nombres_de_operandos(informe)
    for numero, hecha in enumerate(propias, start=1):
        lineas.extend(_verificacion(numero, hecha, nombres))
    lineas.extend(leido_ahi(informe, tabla, hallazgo, con_celdas=not propias))
    arrastradas = sum(1 for hecha in informe.verificaciones if hecha.causa == hallazgo.huella)
    if arrastradas:
        una, varias = "verificación posterior no cuadra", "verificaciones posteriores no cuadran"
        lineas.append(f"Arrastra: {arrastradas} {una if arrastradas == 1 else varias} solo por esta causa")
    if hallazgo.correccion_probable is not None:
        lineas.extend(_correccion("Corrección probable", hallazgo.correccion_probable))
    for alternativa in hallazgo.alternativas:
        lineas.extend(_correccion("Corrección posible", alternativa))
    for lugar in hallazgo.lugares:
        escrito = lugar_de_datos(lugar.tabla, lugar.fila, lugar.actividad)
        lineas.extend(_lugar(f"También en {escrito}" if escrito else "También en", lugar.origen) or [f"También en {escrito}"])
    lineas.extend(de_la_decision(hallazgo))
    lineas.append(f"Certeza de la lectura: {hallazgo.certeza}")
    return lineas


def titulo_de(hallazgo: Hallazgo) -> str:
    """What kind of finding it is, how grave, and its fingerprint."""
    return f"{hallazgo.codigo} ({escala().con(hallazgo.gravedad, hallazgo.codigo)}) [{hallazgo.huella}]"


def valores_de(hallazgo: Hallazgo) -> list[str]:
    """What is reported, what is recomputed, how far apart they are and what demands it; no line for what there is not."""
    pares = (
        ("Informado", hallazgo.informado),
        ("Recalculado", hallazgo.recalculado),
        ("Diferencia", hallazgo.diferencia),
        ("Norma", hallazgo.norma),
    )
    en_cifras = hallazgo.diferencia is not None  # what has no difference may be the number of a section
    dichos = [(nombre, con_coma(valor) if en_cifras else valor) for nombre, valor in pares]
    return [f"{nombre}: {limpio(valor)}" for nombre, valor in dichos if valor is not None]


def de_la_decision(hallazgo: Hallazgo) -> list[str]:
    """What a person decided of the finding; no line when nobody did."""
    tomada = hallazgo.decision
    if tomada is None:
        return []
    porque = f": {limpio(tomada.porque)}" if tomada.porque else ""
    return [f"Decisión {limpio(tomada.id)}: {tomada.valor}, por {limpio(tomada.quien)}{porque}"]


def de_la_ficha(ficha: FichaRegla | None) -> list[str]:
    """What the rule demands and why."""
    if ficha is None:
        return []
    return [f"Regla: {ficha.titulo}. {ficha.por_que}", f"Rige en: {ficha.regimenes}. Ejemplo: {ficha.ejemplo}"]


def verificaciones_de(informe: Informe, hallazgo: Hallazgo) -> Iterator[Verificacion]:
    """The verifications that became this finding: those that name it. What a version of the program before they did wrote
    (and a database may hold) is known by its place and figures."""
    if any(hecha.hallazgo is not None for hecha in informe.verificaciones):
        yield from (hecha for hecha in informe.verificaciones if hecha.hallazgo == hallazgo.huella)
        return
    lugar = (hallazgo.tabla, hallazgo.fila, hallazgo.actividad, hallazgo.informado, hallazgo.recalculado)
    for hecha in informe.verificaciones:
        propia = hecha.causa is None or hecha.causa == hallazgo.causa
        if hecha.resultado == "NO_CUADRA" and propia and lugar == (
            hecha.tabla, hecha.fila, hecha.actividad, hecha.informado, hecha.recalculado
        ):
            yield hecha


def _lugar(titulo: str, origen: Origen | None) -> list[str]:
    return [] if origen is None else [f"{titulo}: {lugar_citado(origen)}"]


def _lectura(tabla: Tabla) -> list[str]:
    modos = {
        "por_actividad": "cada valor ganado es de su actividad",
        "acumulada": "los valores ganados son un total que se acumula",
        "sin_datos": "no hay valores ganados",
    }
    lineas = []
    if tabla.regimen is not None:
        lineas.append(f"Régimen: {tabla.regimen}")
    if tabla.modo_ganada is not None:
        lineas.append(f"Lectura de la tabla {tabla_en_palabras(tabla.id)}: {modos[tabla.modo_ganada]}")
    return lineas


def _verificacion(numero: int, hecha: Verificacion, nombres: Nombres) -> list[str]:
    lineas = [f"Verificación {numero}: {hecha.regla}: {RESULTADOS[hecha.resultado][1]}"]
    if hecha.formula is not None:
        lineas.append(f"  Fórmula: {limpio(con_comas(hecha.formula))}")
    for operando in hecha.operandos:
        valor = "sin valor" if operando.valor is None else con_coma(operando.valor)
        que = nombres(hecha.tabla, operando.origen)
        lineas.append(f"  Operando {valor}{f' ({que})' if que else ''}: {lugar_citado(operando.origen)}")
    lineas.append(f"  Informado {con_coma(hecha.informado) or 'nada'}, recalculado {con_coma(hecha.recalculado) or 'nada'}")
    if hecha.intervalo is not None:
        minimo, maximo = map(con_coma, hecha.intervalo)
        lineas.append(f"  Intervalo por los decimales impresos: de {minimo} a {maximo}")
    return lineas


def _correccion(titulo: str, correccion: Correccion) -> list[str]:
    de, a = con_coma(correccion.de) or "en blanco", con_coma(correccion.a) or "en blanco"
    explica = "1 inconsistencia" if correccion.explica == 1 else f"{correccion.explica} inconsistencias"
    cambio = f"{campo_en_palabras(correccion.campo)}: de {de} a {a} (explica {explica})"
    return [f"{titulo}: {cambio}; {lugar_en_palabras(correccion.origen)}"]
