"""Sheets about more than one table: results per programme, findings between documents, verdicts of services, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from extractor.comun.ajustes import escala
from extractor.modelo.conjunto import Conjunto
from extractor.modelo.informe import Informe
from extractor.salidas.planilla.hallazgos import gravedad_escrita
from extractor.salidas.planilla.hojas import Columna
from extractor.salidas.prosa import en_castellano
from extractor.salidas.revision.desempenos import Logro
from extractor.salidas.revision.formato import programa_en_palabras

RESULTADOS, HOJA_CONJUNTO, VEREDICTOS, DECISIONES = "Resultados", "Entre documentos", "Veredictos", "Decisiones"

COLUMNAS_RESULTADOS = [
    Columna("ruta", "texto"), Columna("rotulo", "texto"), Columna("tabla", "texto"), Columna("informado_ciento", "decimal"),
    Columna("recalculado_ciento", "decimal"), Columna("umbral", "decimal"), Columna("condicional", "logico"),
    Columna("alcanza_informado", "logico"), Columna("alcanza_recalculado", "logico"), Columna("cambia", "logico"),
]  # fmt: skip
COLUMNAS_VEREDICTOS = [
    Columna("servicio", "texto"), Columna("anio_texto", "texto"), Columna("etapa", "entero"), Columna("programa", "texto"),
    Columna("veredicto", "texto"), Columna("informado", "texto"), Columna("umbral", "texto"), Columna("condicional", "logico"),
    Columna("codigo_region", "texto"), Columna("region", "texto"), Columna("ganado_min", "mixto"), Columna("ganado_max", "mixto"),
    Columna("minimo", "mixto"), Columna("alcanza_recalculado", "logico"), Columna("faltan", "texto"),
]  # fmt: skip
COLUMNAS_DECISIONES = [
    Columna(nombre, "texto") for nombre in ("id", "tipo", "clave", "valor", "quien", "cuando", "porque", "anula")
]


def fila_resultado(informe: Informe, logro: Logro) -> list[Any]:
    umbral = logro.umbral
    return [
        informe.documento.ruta, logro.rotulo, logro.tabla, logro.informado, logro.recalculado, umbral,
        logro.condicional if umbral is not None else None, logro.alcanza_informado, logro.alcanza_recalculado,
        logro.cambia if umbral is not None else None,
    ]  # fmt: skip


def columnas_conjunto() -> list[Columna]:
    propias = [Columna("gravedad_institucion", "texto")] if not escala().vacia else []
    return [
        Columna("gravedad", "texto"), Columna("codigo", "texto"), Columna("lugar", "texto"), Columna("documentos", "parrafo"),
        Columna("mensaje", "parrafo"), Columna("explicacion", "parrafo"), Columna("informado", "texto"),
        Columna("recalculado", "texto"), Columna("norma", "texto"), Columna("certeza", "texto"), Columna("decision", "texto"),
        Columna("comentario", "parrafo"), Columna("huella", "texto"), Columna("sha256", "parrafo"), *propias,
    ]  # fmt: skip


def filas_conjunto(conjunto: Conjunto, rutas: Mapping[str, str]) -> Iterator[list[Any]]:
    """``rutas``: path of each document, by content hash."""
    suyas = not escala().vacia
    for h in conjunto.hallazgos:
        tomada = h.decision
        yield [
            gravedad_escrita(h.gravedad), h.codigo, h.lugar, "\n".join(rutas.get(sha, sha[:12]) for sha in h.documentos),
            en_castellano(h.mensaje), en_castellano(h.explicacion), h.informado, h.recalculado,
            h.norma, h.certeza, tomada.valor if tomada else None,
            f"{tomada.porque} ({tomada.quien}, decisión {tomada.id})" if tomada else None, h.huella, " ".join(h.documentos),
            *([escala().nombre(h.gravedad, h.codigo)] if suyas else []),
        ]  # fmt: skip


def filas_veredictos(conjunto: Conjunto) -> Iterator[list[Any]]:
    """One per region of each service's programme."""
    for v in conjunto.veredictos:
        comunes = [
            v.nombre, str(v.anio), v.etapa, programa_en_palabras(v.programa) if v.programa is not None else None,
            v.veredicto.replace("_", " ") if v.veredicto is not None else "no se puede saber", "; ".join(v.informado) or None,
            v.umbral, v.condicional,
        ]  # fmt: skip
        for region in v.regiones:
            minimo, maximo = region.ganado or (None, None)
            yield [
                *comunes, region.codigo, region.nombre, *(_cifra(x) for x in (minimo, maximo, region.minimo)), region.alcanza,
                ", ".join(v.faltan) or None,
            ]  # fmt: skip


def _cifra(texto: str | None) -> Any:
    from extractor.marcos.piezas import decimal

    return None if texto is None else (texto, decimal(texto))
