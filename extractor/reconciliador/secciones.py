"""What the chapters of an evaluation, and the document as a whole, leave out; and what earlier stages reported."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.comun.texto import palabras
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Seccion
from extractor.reconciliador.contexto import Contexto
from extractor.reconciliador.fabrica import hallazgo, sin_juicio, verificacion
from extractor.reconciliador.redaccion import lista, nombre_campo
from extractor.reconciliador.regla import Regla, Respuesta

LECTURA = (
    "LECTURA_DUDOSA", "DOCUMENTO_ILEGIBLE", "DOCUMENTO_PROTEGIDO", "FORMATO_DESCONOCIDO", "PAGINA_SIN_TEXTO", "LIMITE_EXCEDIDO",
)


def _blanco(valor: Any) -> bool:
    return valor is None or not str(valor).strip()


DEL_GRADO = ("grado_avance", "grados", "instituciones")
"""The fields of a section that come with its grade."""


def _vacia(seccion: Seccion) -> bool:
    campos = seccion.campos
    if "desarrollo" not in campos:
        return False
    if "recomendaciones" in campos:
        # a row of a table may say its grade and nothing else
        return _blanco(campos["desarrollo"]) and _blanco(campos["recomendaciones"]) and not campos.get("grados")
    # where nothing is recommended the form asks for a grade: none marked either
    return campos.get("grado_avance") == "SIN_DATO" and all(_blanco(v) for c, v in campos.items() if c not in DEL_GRADO)


def _pide_su_grado(seccion: Seccion) -> bool:
    """Whether the section itself prints the grades to mark, among prose of its own, or has a cell for its grade that is blank."""
    return "grado" in seccion.campos or (not set(seccion.campos) - set(DEL_GRADO) and not _blanco(seccion.texto))


def seccion_con_texto(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """An evaluation section says something."""
    for seccion in contexto.informe.secciones:
        if seccion.nivel != "seccion" or not _vacia(seccion):
            continue
        motivo = contexto.dudas.de_seccion(seccion)
        if motivo is not None:
            yield sin_juicio("SECCION_VACIA", motivo, seccion)
        else:
            falta = "recomendaciones" if "recomendaciones" in seccion.campos else "grado de avance"
            yield hallazgo(
                contexto, "SECCION_VACIA", "aviso", "La sección está en blanco.",
                f"No tiene desarrollo ni {falta}.", seccion=seccion, rotulo="desarrollo", origen=seccion.origen,
            )


def grado_escrito(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """A section that evaluates progress, or a row with a cell for it, says its grade. It is never guessed from the prose."""
    pedidas = {_numero(numero) for numero in contexto.expectativas.grado_en}
    for seccion in contexto.informe.secciones:
        if seccion.campos.get("grado_avance") != "SIN_DATO" or _vacia(seccion) or _blanco(seccion.campos.get("desarrollo", "-")):
            continue
        if pedidas and _numero(seccion.numero) not in pedidas and not _pide_su_grado(seccion):
            continue
        campos = ("desarrollo", "recomendaciones", "grado")
        motivo = contexto.dudas.de_seccion(seccion) or contexto.dudas.de_celda(seccion.id, None, *campos)
        if motivo is not None:
            yield sin_juicio("GRADO_AUSENTE", motivo, seccion)  # told as a doubt of the reading
        else:
            yield hallazgo(
                contexto, "GRADO_AUSENTE", "aviso", "La sección no dice el grado de avance.",
                "El formulario pide calificar el avance como mayor o menor.", seccion=seccion, rotulo="grado_avance",
                origen=seccion.origen,
            )


def _numero(numero: str | None) -> str:
    return (numero or "").strip().rstrip(".-) ")


def secciones_presentes(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """Each chapter has the sections the form demands. One finding per chapter, naming all that are missing."""
    esperadas = contexto.expectativas.secciones_por_capitulo
    # what has neither number nor title is prose that stands under none
    secciones = tuple(s for s in contexto.informe.secciones if s.numero or s.titulo or s.campos)
    if not esperadas or not secciones:
        return
    capitulos: list[Seccion | None] = [s for s in secciones if s.nivel == "capitulo"] or [None]
    for capitulo in capitulos:
        propias = [s for s in secciones if capitulo is None or _desciende(s, capitulo, secciones)]
        numeros, titulos = {_numero(s.numero) for s in propias if s.numero}, {palabras(s.titulo) for s in propias if s.titulo}
        faltan = [(n, t) for n, t in esperadas if _numero(n) not in numeros and palabras(t) not in titulos]
        con_lo_suyo = any("desarrollo" in s.campos or "grado_avance" in s.campos for s in propias)
        if con_lo_suyo and (not numeros or len(faltan) == len(esperadas) or any(_con_otro_numero(s, esperadas) for s in propias)):
            continue  # told by titles, or by numbers, of its own: which of the form's each one is cannot be said
        if faltan and contexto.dudas.parcial:
            yield sin_juicio("SECCION_AUSENTE", "lectura_dudosa", capitulo, f"no se leyó: {', '.join(n for n, _ in faltan)}")
        elif faltan:
            nombres = lista([f"{numero} «{titulo}»" if titulo else numero for numero, titulo in faltan])
            verbo = "está la sección" if len(faltan) == 1 else "están las secciones"
            yield hallazgo(
                contexto, "SECCION_AUSENTE", "aviso", f"No {verbo} {nombres}.",
                "El formulario la pide en cada capítulo.", seccion=capitulo, recalculado=", ".join(n for n, _ in faltan),
                origen=capitulo.origen if capitulo is not None else None,
            )


def _con_otro_numero(seccion: Seccion, esperadas: tuple[tuple[str, str], ...]) -> bool:
    """Whether a section of the form goes by another number than the form's ("2.1 Perspectiva territorial")."""
    titulo = palabras(seccion.titulo or "")
    if " " not in titulo or not seccion.numero:
        return False
    suyos = [n for n, t in esperadas if palabras(t).startswith(titulo) or titulo.startswith(palabras(t))]
    return bool(suyos) and _numero(seccion.numero) not in map(_numero, suyos)


def _desciende(seccion: Seccion, capitulo: Seccion, secciones: tuple[Seccion, ...]) -> bool:
    padres = {s.id: s.padre for s in secciones}
    vistos: set[str] = set()
    actual = seccion.padre
    while actual is not None and actual not in vistos:
        if actual == capitulo.id:
            return True
        vistos.add(actual)
        actual = padres.get(actual)
    return False


def formatos_presentes(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """Every obligatory form of the family is in the document."""
    tablas = contexto.informe.tablas
    for tipo, titulo in contexto.expectativas.formatos:
        del_tipo = [t for t in tablas if t.tipo == tipo]
        pedidos = [t for ti, t in contexto.expectativas.formatos if ti == tipo]
        titulada = any(palabras(titulo) in palabras(t.titulo or "") for t in del_tipo)
        mesa = contexto.mesa(del_tipo[0].id) if del_tipo else None
        if mesa is not None and (len(del_tipo) >= len(pedidos) or titulada):
            yield verificacion("FORMATO_AUSENTE", mesa, "CUADRA", f"está el formato «{titulo}»")
            continue
        if contexto.dudas.parcial:
            yield sin_juicio("FORMATO_AUSENTE", "lectura_dudosa", formula=f"no se leyó: {titulo}")
        else:
            yield hallazgo(
                contexto, "FORMATO_AUSENTE", "aviso", f"No se encuentra el formato obligatorio «{titulo}».",
                f"El documento no trae una tabla de «{nombre_campo(tipo)}» con ese formato.", recalculado=titulo,
            )


def avisos_de_lectura(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """What reading and recognising the document could not do."""
    for codigo, mensaje, origen in contexto.expectativas.avisos_lectura:
        yield hallazgo(
            contexto, codigo, "aviso", mensaje, "Aviso de la lectura del documento, no una inconsistencia del informe.",
            origen=origen, certeza="dudosa" if codigo == "LECTURA_DUDOSA" else "segura",
        )


REGLAS_SECCIONES = (
    Regla(
        ("SECCION_VACIA",), "Las secciones de la evaluación dicen algo", "aviso", ("desarrollo",), None,
        "Una sección en blanco no evalúa nada.", "Desarrollo y recomendaciones en blanco.", seccion_con_texto,
    ),
    Regla(
        ("GRADO_AUSENTE",), "La sección dice su grado de avance", "aviso", ("grado_avance",), None,
        "El grado se pide escrito y no se deduce de la prosa.", "Una sección con desarrollo y sin «avance mayor» ni «menor».",
        grado_escrito,
    ),
    Regla(
        ("SECCION_AUSENTE",), "Cada capítulo tiene las secciones del formulario", "aviso", (), None,
        "Lo que el formulario pide y no está no se evaluó.", "El capítulo de una región no trae la sección 2.1.",
        secciones_presentes,
    ),
    Regla(
        ("FORMATO_AUSENTE",), "Están los formatos obligatorios", "aviso", (), None,
        "Se pide solo lo que la familia del informe marca como obligatorio en su patrón; ninguna de las instaladas marca un "
        "formato.", "No viene la tabla de análisis del avance.", formatos_presentes,
    ),
    Regla(
        LECTURA, "Lo que no se pudo leer o reconocer", "aviso", (), None,
        "Nada se salta en silencio.", "Una página sin texto.", avisos_de_lectura,
    ),
)
