"""Fields of a report that a person may read otherwise: those behind a finding, those of a row.

A page never sends keys: it sends which table, row, activity and field it means, and the key is made here, from the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.comun.decisiones_claves import CAMPOS_CIFRA, clave_canonica, clave_lectura, coordenadas
from extractor.comun.texto import corto
from extractor.modelo.campos import DE_TEXTO
from extractor.modelo.decision import Decision
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Fila, Tabla
from extractor.modelo.valores import Cifra, Estado
from extractor.revision.mesa import Mesa
from extractor.revision.sitios import DE_TABLA, Sitio, fila_de, origen_de, sitios_de_fila, sitios_de_tabla, tabla_de, valor_de
from extractor.salidas.derivacion import verificaciones_de
from extractor.salidas.lugares import lugar_en_palabras
from extractor.salidas.revision.formato import campo_en_palabras, con_coma

MAX_LECTURAS = 60
_LARGO = 90


@dataclass(frozen=True, slots=True)
class Lectura:
    """A field that may be read otherwise. ``impreso``: the raw text of its place; ``valor``: what the program takes it for."""

    sitio: Sitio
    rotulo: str
    lugar: str
    impreso: str
    valor: str
    dudosa: bool
    decision: Decision | None


def lecturas_de_hallazgo(mesa: Mesa, informe: Informe, hallazgo: Hallazgo) -> list[Lectura]:
    """The fields behind a finding: its own first, its operands, and those of the rows and activities it names."""
    sitios = list(dict.fromkeys([*_de_operandos(informe, hallazgo), *_propios(informe, hallazgo)]))
    propio = (hallazgo.tabla, hallazgo.fila, hallazgo.actividad, hallazgo.campo)
    sitios.sort(key=lambda s: (s.tabla, s.fila, s.actividad, s.campo) != propio)
    return [x for sitio in sitios[:MAX_LECTURAS] if (x := _lectura(mesa, informe, sitio)) is not None]


def lecturas_de_fila(mesa: Mesa, informe: Informe, tabla: Tabla, fila: Fila) -> list[Lectura]:
    """Every field of a row."""
    sitios = [*sitios_de_fila(tabla, fila, None)]
    return [x for sitio in sitios[:MAX_LECTURAS] if (x := _lectura(mesa, informe, sitio)) is not None]


def clave_de_lectura(informe: Informe, sitio: Sitio) -> str | None:
    """The key of a reading; None when the report has no such field."""
    origen = origen_de(informe, sitio)
    return None if origen is None else clave_canonica("lectura", clave_lectura(informe.documento.sha256, sitio.campo, origen))


def _lectura(mesa: Mesa, informe: Informe, sitio: Sitio) -> Lectura | None:
    origen, clave = origen_de(informe, sitio), clave_de_lectura(informe, sitio)
    tabla = tabla_de(informe, sitio.tabla)
    if origen is None or clave is None or tabla is None:
        return None
    valor = valor_de(tabla, sitio)
    quien = "" if sitio.actividad is None else f" de la {sitio.actividad + 1}ª actividad"
    donde = "" if sitio.fila is None else f", fila {sitio.fila + 1}"
    # a text of a row has no place of its own: showing the whole row for it would help nobody
    propio = valor is not None and sitio.campo not in DE_TEXTO and not (sitio.actividad is None and sitio.campo == "estado")
    return Lectura(
        sitio=sitio,
        rotulo=f"{campo_en_palabras(sitio.campo)}{quien}{donde}".capitalize(),
        lugar=lugar_en_palabras(origen),
        impreso=corto(origen.texto, _LARGO) if propio else corto(_texto(valor), _LARGO),
        valor=_dicho(valor),
        dudosa=isinstance(valor, Cifra) and valor.certeza == "dudosa",
        decision=mesa.vigente("lectura", clave),
    )


def _texto(valor: Cifra | Estado | str | None) -> str:
    return "" if valor is None else valor if isinstance(valor, str) else valor.texto


def _dicho(valor: Cifra | Estado | str | None) -> str:
    if isinstance(valor, Cifra):
        return "ninguna cifra" if valor.valor is None else f"{con_coma(valor.valor)}{' %' if valor.signo else ''}"
    if isinstance(valor, Estado):
        porcentaje = f" {con_coma(valor.porcentaje)} %" if valor.porcentaje else ""
        return f"{valor.valor}{porcentaje}{'' if valor.declarado else ' (narrado)'}"
    return "en blanco" if not valor else corto(valor, _LARGO)


def _de_operandos(informe: Informe, hallazgo: Hallazgo) -> Iterator[Sitio]:
    hechas = list(verificaciones_de(informe, hallazgo))
    buscados = {(hecha.tabla, coordenadas(o.origen)) for hecha in hechas for o in hecha.operandos}
    if not buscados:
        return
    for tabla in informe.tablas:
        if any(t in (tabla.id, None) for t, _ in buscados):
            for sitio in sitios_de_tabla(tabla):
                origen = origen_de(informe, sitio)
                if origen is not None and valor_de(tabla, sitio) is not None and sitio.campo != "texto":
                    llave = coordenadas(origen)
                    if (tabla.id, llave) in buscados or (None, llave) in buscados:
                        yield sitio


def _propios(informe: Informe, hallazgo: Hallazgo) -> Iterator[Sitio]:
    lugares = [(hallazgo.tabla, hallazgo.fila, hallazgo.actividad), *((x.tabla, x.fila, x.actividad) for x in hallazgo.lugares)]
    for clave, indice, actividad in dict.fromkeys(lugares):
        tabla = tabla_de(informe, clave)
        fila = fila_de(tabla, indice) if tabla is not None else None
        if tabla is not None and fila is not None:
            yield from sitios_de_fila(tabla, fila, actividad)
        elif tabla is not None and hallazgo.campo in CAMPOS_CIFRA and indice is None:
            yield from (Sitio(tabla.id, None, None, campo) for campo in DE_TABLA if campo == hallazgo.campo)
