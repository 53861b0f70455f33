"""The whole derivation of one finding: message, operands with their places, formula, regime, corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.errores import ErrorUso
from extractor.modelo.base import Origen
from extractor.modelo.hallazgo import Correccion, Hallazgo, Verificacion
from extractor.modelo.informe import Informe, Tabla
from extractor.salidas.consola import limpio

_MINIMO_HUELLA = 4


def buscar(huella: str, informes: Iterable[Informe]) -> tuple[Informe, Hallazgo]:
    """The finding whose fingerprint is, or begins with, ``huella``, and its Informe.

    Raises ErrorUso when there is none, when the beginning is too short or when it names several findings.
    """
    if len(huella) < _MINIMO_HUELLA:
        raise ErrorUso(f"la huella «{huella}» es muy corta: escriba al menos {_MINIMO_HUELLA} caracteres")
    encontrados: dict[str, tuple[Informe, Hallazgo]] = {}
    for informe in informes:
        for hallazgo in informe.hallazgos:
            if hallazgo.huella.startswith(huella.lower()):
                encontrados.setdefault(hallazgo.huella, (informe, hallazgo))
    if not encontrados:
        raise ErrorUso(f"no hay ningún hallazgo con la huella «{huella}»; las muestra «extractor auditar» entre corchetes")
    if len(encontrados) > 1 and huella not in encontrados:
        raise ErrorUso(f"la huella «{huella}» corresponde a varios hallazgos: {', '.join(sorted(encontrados))}")
    return encontrados.get(huella) or next(iter(encontrados.values()))


def derivacion(informe: Informe, hallazgo: Hallazgo) -> list[str]:
    """The lines of the derivation, in Spanish."""
    lineas = [
        f"{hallazgo.codigo} ({hallazgo.gravedad}) [{hallazgo.huella}]",
        f"Documento: {limpio(informe.documento.ruta)} (sha256 {informe.documento.sha256})",
        f"Lugar: {limpio(hallazgo.lugar)}",
        *_lugar("Dónde", hallazgo.origen),
        f"Mensaje: {limpio(hallazgo.mensaje)}",
        f"Explicación: {limpio(hallazgo.explicacion)}",
    ]
    for nombre, valor in (
        ("Informado", hallazgo.informado),
        ("Recalculado", hallazgo.recalculado),
        ("Diferencia", hallazgo.diferencia),
        ("Norma", hallazgo.norma),
        ("Es consecuencia de", hallazgo.causa),
    ):
        if valor is not None:
            lineas.append(f"{nombre}: {limpio(valor)}")
    lineas.extend(_lugar("Dónde está la norma", hallazgo.norma_origen))
    tabla = next((tabla for tabla in informe.tablas if tabla.id == hallazgo.tabla), None)
    if tabla is not None:
        lineas.extend(_lectura(tabla))
    for numero, hecha in enumerate(verificaciones_de(informe, hallazgo), start=1):
        lineas.extend(_verificacion(numero, hecha))
    arrastradas = sum(1 for hecha in informe.verificaciones if hecha.causa == hallazgo.huella)
    if arrastradas:
        lineas.append(f"Arrastra: {arrastradas} verificaciones posteriores no cuadran solo por esta causa")
    if hallazgo.correccion_probable is not None:
        lineas.extend(_correccion("Corrección probable", hallazgo.correccion_probable))
    for alternativa in hallazgo.alternativas:
        lineas.extend(_correccion("Corrección posible", alternativa))
    for lugar in hallazgo.lugares:
        partes = [("tabla", lugar.tabla), ("fila", lugar.fila), ("actividad", lugar.actividad)]
        escrito = ", ".join(f"{nombre} {valor}" for nombre, valor in partes if valor is not None)
        lineas.extend(_lugar(f"También en {escrito}" if escrito else "También en", lugar.origen) or [f"También en {escrito}"])
    lineas.append(f"Certeza de la lectura: {hallazgo.certeza}")
    return lineas


def verificaciones_de(informe: Informe, hallazgo: Hallazgo) -> Iterator[Verificacion]:
    """The failed verifications behind a finding: same place, and same figures where the finding gives them."""
    for hecha in informe.verificaciones:
        if hecha.resultado != "NO_CUADRA" or (hecha.causa is not None and hecha.causa != hallazgo.causa):
            continue
        if (hecha.tabla, hecha.fila, hecha.actividad) != (hallazgo.tabla, hallazgo.fila, hallazgo.actividad):
            continue
        if (hecha.informado, hecha.recalculado) == (hallazgo.informado, hallazgo.recalculado):
            yield hecha


def lugar_en_palabras(origen: Origen) -> str:
    """Where a place of the source is, for a person. Rows and columns are told from 1."""
    partes = []
    if origen.pagina is not None:
        partes.append(f"página {origen.pagina}")
    if origen.linea_inicio is not None:
        if origen.linea_fin is None or origen.linea_fin == origen.linea_inicio:
            partes.append(f"línea {origen.linea_inicio}")
        else:
            partes.append(f"líneas {origen.linea_inicio} a {origen.linea_fin}")
    for nombre, valor in (
        ("tabla", origen.tabla),
        ("fila", origen.fila),
        ("columna", origen.columna),
        ("párrafo", origen.parrafo),
    ):
        if valor is not None:
            partes.append(f"{nombre} {valor + 1}")
    return ", ".join(partes) or "documento"


def _lugar(titulo: str, origen: Origen | None) -> list[str]:
    if origen is None:
        return []
    return [f"{titulo}: {lugar_en_palabras(origen)}: «{_corto(origen.texto)}»"]


def _corto(texto: str, largo: int = 160) -> str:
    plano = limpio(texto)
    return plano if len(plano) <= largo else plano[: largo - 1] + "…"


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
        lineas.append(f"Lectura de la tabla {tabla.id}: {modos[tabla.modo_ganada]}")
    return lineas


def _verificacion(numero: int, hecha: Verificacion) -> list[str]:
    lineas = [f"Verificación {numero}: {hecha.regla}: {hecha.resultado}", f"  Fórmula: {limpio(hecha.formula)}"]
    for operando in hecha.operandos:
        valor = "sin valor" if operando.valor is None else operando.valor
        lineas.append(f"  Operando {valor}: {lugar_en_palabras(operando.origen)}: «{_corto(operando.origen.texto)}»")
    lineas.append(f"  Informado {hecha.informado or 'nada'}, recalculado {hecha.recalculado or 'nada'}")
    if hecha.intervalo is not None:
        lineas.append(f"  Intervalo por los decimales impresos: [{hecha.intervalo[0]}, {hecha.intervalo[1]}]")
    return lineas


def _correccion(titulo: str, correccion: Correccion) -> list[str]:
    cambio = f"{correccion.campo}: de {correccion.de or 'en blanco'} a {correccion.a or 'en blanco'}"
    return [f"{titulo}: {cambio} (explica {correccion.explica}); {lugar_en_palabras(correccion.origen)}"]
