"""Builds findings and verifications: canonical figures, fingerprints and places in one way for all rules."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from extractor.comun.huellas import huella
from extractor.comun.numeros import canonico
from extractor.comun.texto import plegar
from extractor.modelo.base import Origen
from extractor.modelo.hallazgo import Gravedad, Hallazgo, Lugar, Motivo, Operando, Resultado, Verificacion
from extractor.modelo.informe import Informe, Seccion
from extractor.modelo.valores import Cifra
from extractor.reconciliador import redaccion
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.intervalos import Intervalo
from extractor.reconciliador.partidas import Partida

Figura = Cifra | Decimal | str | None


def figura(valor: Figura) -> str | None:
    """As contract text: a printed figure keeps its decimals (a word, its text); a computed one is canonical."""
    if isinstance(valor, Cifra):
        return valor.valor if valor.valor is not None else valor.texto
    return canonico(valor) if isinstance(valor, Decimal) else valor


def hallazgo(
    contexto: Contexto, codigo: str, gravedad: Gravedad, mensaje: str, explicacion: str, *,
    mesa: Mesa | None = None, seccion: Seccion | None = None, partida: Partida | None = None, fila: int | None = None,
    actividad: int | None = None, campo: str | None = None, informado: Figura = None, recalculado: Figura = None,
    rotulo: str | None = None, norma: str | None = None, origen: Origen | None = None, causa: str | None = None,
    lugares: Iterable[Lugar] = (), certeza: str = "segura",
) -> Hallazgo:
    """One finding. ``norma`` is a key of the regime's ``normas``; ``partida`` gives row and activity; ``rotulo`` names in
    the place what no column role does."""
    if partida is not None:
        fila, actividad = partida.lugar
    dicho, debido = figura(informado), figura(recalculado)
    referencia = mesa.regimen.normas.get(norma) if mesa is not None and mesa.regimen is not None and norma else None
    donde = mesa.tabla.id if mesa is not None else seccion.id if seccion is not None else None
    return Hallazgo(
        huella=_huella(contexto.informe, codigo, campo, donde, origen, fila, actividad),
        huella_contenido=_huella_contenido(contexto.informe, mesa, seccion, _texto_lugar(mesa, partida, fila), codigo),
        codigo=codigo, gravedad=gravedad, tabla=donde, fila=fila, actividad=actividad, campo=campo,
        informado=dicho, recalculado=debido, diferencia=diferencia(dicho, debido),
        lugar=redaccion.lugar(mesa, fila, actividad, campo or rotulo, seccion), mensaje=mensaje, explicacion=explicacion,
        norma=referencia, norma_origen=contexto.expectativas.normas_origen.get(referencia) if referencia else None,
        correccion_probable=None, alternativas=(), causa=causa, lugares=tuple(lugares), certeza=certeza, origen=origen,
    )


def _huella(
    informe: Informe, codigo: str, campo: str | None, donde: str | None, origen: Origen | None, fila: int | None,
    actividad: int | None,
) -> str:
    """Hash of the document's content, code, field and source coordinates; of the table's id where there are none."""
    coordenadas = [] if origen is None else [
        origen.pagina, origen.caja, origen.linea_inicio, origen.tabla, origen.fila, origen.columna, origen.parrafo, origen.inicio,
    ]
    if all(coordenada is None for coordenada in coordenadas):
        return huella(informe.documento.sha256, codigo, campo, donde, fila, actividad)
    return huella(informe.documento.sha256, codigo, campo, coordenadas)


def _huella_contenido(informe: Informe, mesa: Mesa | None, seccion: Seccion | None, texto: str, codigo: str) -> str:
    ficha = informe.documento
    region = mesa.tabla.region if mesa is not None else seccion.region if seccion is not None else None
    return huella(
        ficha.servicio.codigo if ficha.servicio is not None else None, ficha.anio,
        list(region.codigos) if region is not None else [], mesa.tabla.programa if mesa is not None else None,
        plegar(f"{seccion.numero or ''} {seccion.titulo}" if seccion is not None else texto), codigo,
    )


def _texto_lugar(mesa: Mesa | None, partida: Partida | None, fila: int | None) -> str:
    if partida is not None:
        return partida.texto
    if mesa is None:
        return ""
    if fila is None:
        return mesa.tabla.titulo or ""
    return " ".join(celda for f in mesa.tabla.filas if f.indice == fila for celda in f.celdas)


def diferencia(informado: str | None, recalculado: str | None) -> str | None:
    try:
        return canonico(Decimal(informado or "") - Decimal(recalculado or ""))
    except ArithmeticError:
        return None


def lugar_de(mesa: Mesa, partida: Partida | None = None, fila: int | None = None, origen: Origen | None = None) -> Lugar:
    """One of the places of a finding that has several."""
    if partida is not None:
        return Lugar(tabla=mesa.tabla.id, fila=partida.lugar[0], actividad=partida.lugar[1], origen=origen or partida.origen)
    return Lugar(tabla=mesa.tabla.id, fila=fila, actividad=None, origen=origen)


def operandos(*cifras: Cifra | None) -> tuple[Operando, ...]:
    """The figures present, as operands."""
    return tuple(Operando(origen=cifra.origen, valor=cifra.valor) for cifra in cifras if cifra is not None)


def operandos_de(partida: Partida, *antes: Cifra | None) -> tuple[Operando, ...]:
    """The figures of an item and, where its place is known, the fulfilment written for it (percentage, else verdict)."""
    estado = partida.estado
    donde = partida.origen_estado
    escrito: tuple[Operando, ...] = ()
    if estado is not None and donde is not None:
        escrito = (Operando(origen=donde, valor=estado.porcentaje or estado.valor),)
    return (*operandos(*antes, partida.ponderacion), *escrito, *operandos(partida.ganada))


def verificacion(
    regla: str, mesa: Mesa, resultado: Resultado, formula: str, *, partida: Partida | None = None, fila: int | None = None,
    informado: Figura = None, recalculado: Figura = None, intervalo: Intervalo | None = None,
    de: tuple[Operando, ...] = (), motivo: Motivo | None = None, causa: str | None = None,
) -> Verificacion:
    """One answer. An interval without width is left out: the figure is exact."""
    datos: dict[str, Any] = {"fila": fila, "actividad": None}
    if partida is not None:
        datos = {"fila": partida.lugar[0], "actividad": partida.lugar[1]}
    ancho = intervalo is not None and intervalo.minimo != intervalo.maximo
    return Verificacion(
        regla=regla, tabla=mesa.tabla.id, resultado=resultado, informado=figura(informado), recalculado=figura(recalculado),
        intervalo=intervalo.texto if ancho and intervalo is not None else None, operandos=de, formula=formula or None,
        motivo=motivo, causa=causa, **datos,
    )


def sin_juicio(regla: str, motivo: Motivo, seccion: Seccion | None = None, formula: str = "") -> Verificacion:
    """What cannot be said of a section, or of the whole document, with its reason."""
    return Verificacion(
        regla=regla, tabla=seccion.id if seccion is not None else None, fila=None, actividad=None, resultado="NO_VERIFICABLE",
        informado=None, recalculado=None, intervalo=None, operandos=(), formula=formula or None, motivo=motivo, causa=None,
    )


def no_verificable(
    regla: str, mesa: Mesa, motivo: Motivo, formula: str, *, partida: Partida | None = None, fila: int | None = None,
    informado: Figura = None, de: tuple[Operando, ...] = (),
) -> Verificacion:
    """ "Could not check" is an answer too, with its reason."""
    return verificacion(
        regla, mesa, "NO_VERIFICABLE", formula, partida=partida, fila=fila, informado=informado, de=de, motivo=motivo
    )
