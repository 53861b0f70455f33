"""What a table leaves blank: incomplete rows, columns without results, regions without figures, mixed number formats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.modelo.hallazgo import Hallazgo, Motivo
from extractor.modelo.tabla import Fila
from extractor.modelo.valores import Estado
from extractor.reconciliador.avisos_de_estructura import conteos_alineados, otros_avisos, tabla_truncada, tablas_con
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.fabrica import hallazgo, no_verificable
from extractor.reconciliador.numeros_mixtos import formato_de_numeros
from extractor.reconciliador.partidas import Partida, partidas_por_fila
from extractor.reconciliador.redaccion import lista, nombre_campo
from extractor.reconciliador.region_indicada import region_indicada
from extractor.reconciliador.regla import Regla, Respuesta

DE_COMPROMISOS = (1, 2)
"""Stages in which a programme is committed: its results are blank because there are none yet."""
_DEFINIBLES = ("actividad", "indicador", "medio", "meta", "meta_o_actividades", "plazo", "responsable", "resultado")
"""Columns whose cell may say that what it asks for is still "por definir": a blank one may be right, since the form asks for some
of them only where others are blank."""


def region_con_datos(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """A region's programme has figures."""
    for mesa in contexto.mesas:
        if mesa.tabla.tipo != "programa_trabajo" or not _sin_cifras(mesa):
            continue
        dudas = contexto.dudas
        motivo = dudas.de_columna(mesa.tabla) or next((m for f in mesa.tabla.filas if (m := dudas.de_estado(f))), None)
        if motivo is not None:
            yield no_verificable("REGION_SIN_DATOS", mesa, motivo, "")
        else:
            yield hallazgo(
                contexto, "REGION_SIN_DATOS", "aviso", "El programa de trabajo no trae ninguna cifra ni estado.",
                "Las columnas de ponderación y de resultados están en blanco: nada se puede recalcular.", mesa=mesa,
                campo="ponderacion", norma="suma", origen=mesa.tabla.origen,
            )


def _sin_cifras(mesa: Mesa) -> bool:
    pesa = bool(mesa.roles & {"ponderacion", "ponderacion_ganada"})
    estados = [fila.estado for fila in mesa.tabla.filas] + [a.estado for fila in mesa.tabla.filas for a in fila.actividades]
    totales = any(fila.total_ponderacion or fila.total_ganada for fila in mesa.tabla.filas)
    return pesa and not mesa.partidas and not totales and not any(_dice_algo(estado) for estado in estados)


def _dice_algo(estado: Estado | None) -> bool:
    return estado is not None and estado.valor != "SIN_DATO"


def hay_resultados(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """States and earned values were written. Told once per table, naming every blank column."""
    callan = tablas_con(previos, "REGION_SIN_DATOS", "TABLA_TRUNCADA")
    for mesa in contexto.mesas:
        if mesa.tabla.id in callan or not mesa.tabla.filas or mesa.tabla.etapa in DE_COMPROMISOS:
            continue
        blancas = [rol for rol in ("estado", "ponderacion_ganada") if rol in mesa.roles and _columna_blanca(mesa, rol)]
        if blancas and (motivo := contexto.dudas.de_columna(mesa.tabla)) is not None:
            yield no_verificable("SIN_RESULTADOS", mesa, motivo, "")
        elif blancas:
            nombres = lista([f"«{nombre_campo(rol)}»" for rol in blancas])
            yield hallazgo(
                contexto, "SIN_RESULTADOS", "aviso",
                f"La tabla no informa resultados: {'la columna' if len(blancas) == 1 else 'las columnas'} {nombres} "
                f"{'está' if len(blancas) == 1 else 'están'} en blanco.",
                "Sin resultados escritos no se puede comprobar lo ganado ni el desempeño.", mesa=mesa, campo=blancas[0],
                norma="estado" if blancas[0] == "estado" else "ganada", origen=mesa.tabla.origen,
            )


def _columna_blanca(mesa: Mesa, rol: str) -> bool:
    for fila in mesa.tabla.filas:
        estados = [fila.estado, *(a.estado for a in fila.actividades)]
        ganadas = [fila.ponderacion_ganada, *(a.ponderacion_ganada for a in fila.actividades)]
        if rol == "estado" and any(_dice_algo(e) or (e is not None and e.texto.strip()) for e in estados):
            return False
        if rol == "ponderacion_ganada" and any(ganada is not None for ganada in ganadas):
            return False
    return not any(celda.strip() for fila in mesa.tabla.filas for celda in _celdas(mesa, fila, rol))


def _celdas(mesa: Mesa, fila: Fila, rol: str) -> list[str]:
    return [celda for columna, celda in zip(mesa.tabla.columnas, fila.celdas, strict=False) if columna.rol == rol]


def fila_completa(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """A row says everything the form asks of it. One finding per row; a column blank in every row is not a row's gap."""
    from extractor.vocabularios.estados import por_definir

    callan = tablas_con(previos, "TABLA_TRUNCADA")
    conteos = [h for h in previos if h.codigo == "CONTEO_DESALINEADO"]
    dichas = {(h.tabla, h.fila) for h in conteos} | {(lugar.tabla, lugar.fila) for h in conteos for lugar in h.lugares}
    for mesa in contexto.mesas:
        roles = [rol for rol in contexto.expectativas.campos_obligatorios.get(mesa.tabla.id, ()) if rol in mesa.roles]
        if mesa.tabla.modo_ganada == "acumulada":
            roles = [rol for rol in roles if rol != "ponderacion_ganada"]
        roles = [rol for rol in roles if any(c.strip() for f in mesa.tabla.filas for c in _celdas(mesa, f, rol))]
        otros = list(dict.fromkeys(c.rol for c in mesa.tabla.columnas if c.rol in _DEFINIBLES and c.rol not in roles))
        partidas = partidas_por_fila(mesa.partidas)
        for fila in mesa.tabla.filas:
            textos = {rol: _texto(mesa, fila, rol) for rol in roles}
            faltan = [rol for rol, texto in textos.items() if not texto or por_definir(texto)]
            textos |= {rol: texto for rol in otros if por_definir(texto := _texto(mesa, fila, rol))}
            faltan.extend(rol for rol in otros if rol in textos)
            if mesa.tabla.id not in callan and (mesa.tabla.id, fila.indice) not in dichas:
                propias = partidas.get(fila.indice, ())
                sin_cifra = (*_sin_peso(mesa, fila, propias), *_sin_su_par(mesa, fila, propias))
                faltan.extend(rol for rol in sin_cifra if rol not in faltan)
            motivo = _duda(contexto, mesa, fila, faltan, textos)
            if motivo is not None:
                yield no_verificable("FILA_INCOMPLETA", mesa, motivo, "", fila=fila.indice)
            elif faltan:
                nombres = lista([f"«{nombre_campo(rol)}»" for rol in faltan])
                escrito = textos.get(faltan[0])
                yield hallazgo(
                    contexto, "FILA_INCOMPLETA", "aviso", f"La fila {fila.indice + 1} no define {nombres}.",
                    f"Dice «{escrito}»." if escrito else "La celda está en blanco.", mesa=mesa, fila=fila.indice,
                    campo=faltan[0], informado=escrito or None, origen=fila.origen,
                )


def _texto(mesa: Mesa, fila: Fila, rol: str) -> str:
    return " ".join(_celdas(mesa, fila, rol)).strip()


def _duda(contexto: Contexto, mesa: Mesa, fila: Fila, faltan: list[str], textos: dict[str, str]) -> Motivo | None:
    """Why what a row does not define may have been lost: a blank of a row that was not read whole, or words of a scan."""
    dudas = contexto.dudas
    blancas = [rol for rol in faltan if not textos.get(rol)]
    if blancas and (mesa.tabla.id, fila.indice) in dudas.filas:
        return "lectura_dudosa"
    motivo = dudas.de_blanco(mesa.tabla, fila) if blancas else None
    return motivo or dudas.de_celda(mesa.tabla.id, fila.indice, *faltan)


def _sin_peso(mesa: Mesa, fila: Fila, partidas: Sequence[Partida]) -> list[str]:
    """The weight, where a row leaves it blank and declares a verdict or an earned value, in a table that writes the others'."""
    escrita = any(celda.strip() for celda in _celdas(mesa, fila, "ponderacion")) or any(p.ponderacion for p in partidas)
    if escrita or "ponderacion" not in mesa.roles or not any(p.ponderacion for p in mesa.partidas):
        return []
    dicen = [p.estado for p in partidas if p.estado is not None and p.estado.declarado and _dice_algo(p.estado)]
    pesa = any(p.valor_ganado for p in partidas) or any(e.valor != "NO_APLICA" for e in dicen)
    return ["ponderacion"] if pesa else []


def _sin_su_par(mesa: Mesa, fila: Fila, partidas: Sequence[Partida]) -> list[str]:
    """Which of the state and the earned value a weighed row leaves blank beside the other: a row without both has no results
    yet, and short running totals are told by their own code. ``partidas``: those of the row."""
    pesadas = [p for p in partidas if p.ponderacion is not None]
    par = ("estado", "ponderacion_ganada")
    blancas = [rol for rol in par if not any(celda.strip() for celda in _celdas(mesa, fila, rol))]
    if len(blancas) != 1 or not mesa.roles.issuperset(par) or _columna_blanca(mesa, blancas[0]):
        return []
    if blancas == ["estado"]:
        falta = any(p.ganada for p in pesadas) and not any(p.estado and p.estado.texto.strip() for p in pesadas)
    else:
        declarado = any(p.estado is not None and p.estado.declarado and _dice_algo(p.estado) for p in pesadas)
        falta = declarado and mesa.tabla.modo_ganada != "acumulada" and not any(p.ganada for p in pesadas)
    return blancas if falta else []


REGLAS_COMPLETITUD = (
    Regla(
        ("REGION_SIN_DATOS",), "El programa de cada región trae cifras", "aviso", ("ponderacion",), None,
        "Una región sin cifras no puede evaluarse.", "Tabla de una región con todas sus columnas en blanco.", region_con_datos,
    ),
    Regla(
        ("TABLA_TRUNCADA",), "La tabla llega hasta su final", "aviso", (), None,
        "Lo que se perdió en un corte de página no se puede sumar.", "La última fila queda a medio escribir.", tabla_truncada,
    ),
    Regla(
        ("CONTEO_DESALINEADO",), "Las celdas paralelas tienen igual número de elementos", "aviso", (), None,
        "Si los conteos no coinciden no se sabe qué cifra es de qué actividad.", "Tres actividades y cinco ponderaciones.",
        conteos_alineados,
    ),
    Regla(
        ("SIN_RESULTADOS",), "Se escribieron los estados y lo ganado", "aviso", ("estado", "ponderacion_ganada"), "estado",
        "Un programa sin resultados no puede validarse.", "La columna de cumplimiento está en blanco en todas las filas.",
        hay_resultados,
    ),
    Regla(
        ("FILA_INCOMPLETA",), "Cada fila define lo que el formulario pide", "aviso", (), None,
        "Un medio de verificación por definir no verifica nada.", "Medio de verificación: «Por definir».", fila_completa,
    ),
    Regla(
        ("REGION_NO_INDICADA",), "La tabla, o la sección de una evaluación que se repite, indica su región", "aviso", ("region",),
        None, "Los compromisos son por región.", "Línea «Región:» en blanco.", region_indicada,
    ),
    Regla(
        ("FORMATO_NUMERO_MIXTO",), "Una columna escribe sus números de una sola forma", "aviso", ("ponderacion",), None,
        "La mezcla hace dudar de qué es 1.500.", "0,25 y 0.25 en la misma columna.", formato_de_numeros,
    ),
    Regla(
        ("LECTURA_DUDOSA",), "Lo que la lectura de tablas no pudo resolver", "aviso", (), None,
        "Nada se salta en silencio.", "Una fila con una columna de más.", otros_avisos,
    ),
)
