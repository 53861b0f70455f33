"""Whose report a document is: what a person stated or decided, else what the document prints, with what must be told of it."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.crudo import Reconocimiento
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import Bloque, BloqueTabla, Documento, FilaCruda, Parrafo
from extractor.modelo.valores import Servicio
from extractor.proceso.decisiones import DecisionesDelDocumento
from extractor.proceso.decisiones_nombres import servicio_decidido, servicio_declarado


def leer_servicio(
    documento: Documento, reconocido: Reconocimiento, declarado: Declarado, decisiones: DecisionesDelDocumento
) -> tuple[Servicio | None, tuple[AvisoEstructura, ...]]:
    """The service, and the notice of a file named after another one or of a name that is not in the vocabulary."""
    from extractor.normalizadores.servicio.sin_codigo import servicio_sin_codigo
    from extractor.normalizadores.servicios import servicio_y_disputa

    dicho = servicio_declarado(declarado, decisiones)
    if dicho is not None:
        return dicho, ()
    declaradas = [p.texto for p in reconocido.servicio]
    lineas = _lineas(documento)
    leido, otro = servicio_y_disputa(declaradas, "\n".join(lineas), documento.nombre, documento.membretes)
    leido = leido or servicio_sin_codigo(lineas, _solas(documento))
    decidido = servicio_decidido(decisiones, [*declaradas, *([leido.texto] if leido is not None else [])])
    if decidido is not None or leido is None or (leido.codigo is not None and otro is None):
        return decidido or leido, ()
    if leido.codigo is None:
        frase = f"el informe nombra su servicio, «{leido.texto}», que no está en el vocabulario: se deja como está, sin código"
    else:
        partes = f"el documento parece de «{leido.nombre}» y el nombre de su archivo, de «{otro}»"
        frase = f"{partes}: se tomó el que está escrito en él"
    return leido, (AvisoEstructura("LECTURA_DUDOSA", None, None, None, None, frase, None),)


def _bloques(documento: Documento) -> Iterator[Bloque]:
    """What a document holds, but for the tables of those whom it is sent to."""
    from extractor.normalizadores.servicio.destinatarios import es_tabla_de_destinatarios

    for bloque in documento.bloques:
        textos = [[c.texto for c in f.celdas] for f in bloque.filas] if isinstance(bloque, BloqueTabla) else []
        if not es_tabla_de_destinatarios(textos):
            yield bloque


def _lineas(documento: Documento) -> list[str]:
    """The lines of a document with something in them; a label and what stands beside it, alone in their row, are one."""
    lineas: list[str] = []
    for bloque in _bloques(documento):
        if isinstance(bloque, Parrafo):
            lineas.append(bloque.texto)
        elif not isinstance(bloque, BloqueTabla):
            lineas.extend(c.texto for c in bloque.celdas)
        else:
            lineas.extend(linea for f in bloque.filas for linea in _de_fila(f))
    return [linea for texto in lineas for linea in texto.splitlines() if linea.strip()]


def _solas(documento: Documento) -> list[str]:
    """The lines that stand by themselves: paragraphs, and rows of one cell."""
    lineas: list[str] = []
    for bloque in _bloques(documento):
        if isinstance(bloque, Parrafo):
            lineas.append(bloque.texto)
        elif isinstance(bloque, BloqueTabla):
            llenas = ([c.texto for c in f.celdas if c.texto.strip()] for f in bloque.filas)
            lineas.extend(f[0] for f in llenas if len(f) == 1)
    return [linea for linea in lineas if linea.strip()]


def _de_fila(fila: FilaCruda) -> list[str]:
    from extractor.normalizadores.servicio.nombre import rotula_servicio

    llenas = [c.texto for c in fila.celdas if c.texto.strip()]
    if len(llenas) == 2 and rotula_servicio(llenas[0]):
        return [f"{llenas[0].rstrip(' :')}: {llenas[1]}"]
    return llenas
