"""The performance printed beside its label below a table, and the free text that its cell may have swallowed."""

from __future__ import annotations

from extractor.comun.numeros import leer_numero
from extractor.formatos.contexto import Hallado
from extractor.formatos.desempeno.aclaracion import con_solo_su_valor, sin_parentesis
from extractor.formatos.desempeno.de_otra_tabla import reparo_de
from extractor.formatos.desempeno.lineas_dudosas import trae_cifra_sin_leer
from extractor.formatos.desempeno.rotulo import LARGO_DESEMPENO, dice_solo_su_rotulo, partir, pide_fraccion
from extractor.formatos.piezas import Pieza, Titulo, con_parrafos
from extractor.formatos.tablas.escala import pesa_en_fracciones
from extractor.formatos.tablas.piezas import anotar_desempeno, es_desempeno
from extractor.formatos.tablas.totales_bajo_tabla import es_de_otro_anio, es_de_un_anio_pasado
from extractor.modelo.crudo import LineaRegion
from extractor.modelo.documento import Celda, Parrafo
from extractor.vocabularios.estados import veredicto_inicial

_DE_OTRO_ANIO = "el desempeño que se escribe bajo la tabla es de otro año por su rótulo; no se comparó con lo ganado"
_SIN_VALOR = "junto a un rótulo de desempeño no hay una cifra ni un veredicto; no se tomó lo que está escrito ahí"
_SIN_TABLA = "se escribe un desempeño antes de toda tabla de un programa y no se sabe de cuál es; no se comparó con lo ganado"
_SIN_SIGNO = "una cifra bajo la tabla puede ser su desempeño y ni ella ni su rótulo lo dicen (falta el %); no se comparó"


def tomar_desempeno(
    hallado: Hallado, titulo: Titulo, pieza: Pieza, al_lado: Celda | None, region: LineaRegion | None = None
) -> tuple[int, tuple[Parrafo, ...]]:
    """Gives the performance that a label announces to the last weighed table; how many pieces it took, and the free text below
    the value. That of an earlier year, or of another region than the table's, is none of it. ``al_lado``: in a stream, the cell
    after the label's, which swallows what follows the table; ``region``: the one that holds here."""
    tomadas, libres = 1, tuple[Parrafo, ...]()
    celda = pieza.llenas[1] if len(pieza.llenas) > 1 else None
    if al_lado is not None:
        celda, libres = _sin_cola(al_lado)
        tomadas = 2 if celda is not None else 1
    if celda is not None and es_de_un_anio_pasado(titulo.texto, hallado.anio):
        hallado.avisos.append(("LECTURA_DUDOSA", _DE_OTRO_ANIO, celda.origen))
        return tomadas, libres
    if al_lado is None and celda is None:
        if es_de_otro_anio(titulo.texto, hallado.anio):
            return tomadas, libres
        celda = _en_la_linea(titulo)
        reparo = reparo_de(hallado, titulo, celda.texto, region) if celda is not None else None
        if reparo is not None:
            hallado.avisos.append(("LECTURA_DUDOSA", reparo, titulo.origen))
            return tomadas, libres
        if celda is None and trae_cifra_sin_leer(titulo):
            hallado.avisos.append(("LECTURA_DUDOSA", _SIN_VALOR, titulo.origen))
    celda = con_solo_su_valor(celda) if celda is not None else None
    if celda is not None and pide_fraccion(titulo.texto, celda.texto) and not _bajo_fracciones(hallado):
        hallado.avisos.append(("LECTURA_DUDOSA", _SIN_SIGNO, celda.origen))
        return tomadas, libres
    dudosa = al_lado if celda is None else celda if not es_desempeno(titulo.clase, celda.texto) else None
    if dudosa is not None:
        hallado.avisos.append(("LECTURA_DUDOSA", _SIN_VALOR, dudosa.origen))
        celda, tomadas, libres = None, 1, ()
    if celda is not None and not any(t.patron.pesa for t in hallado.tablas):
        hallado.avisos.append(("LECTURA_DUDOSA", _SIN_TABLA, celda.origen))
    anotar_desempeno(hallado.tablas, titulo, celda)
    return tomadas, libres


def _bajo_fracciones(hallado: Hallado) -> bool:
    """Whether the last weighed table is of fractions of 1."""
    pesadas = [t for t in hallado.tablas if t.patron.pesa]
    return bool(pesadas) and pesa_en_fracciones(pesadas[-1])


def _sin_cola(celda: Celda) -> tuple[Celda | None, tuple[Parrafo, ...]]:
    """The value, and the paragraphs that a blank line parts from it; None where the cell goes on without one."""
    fin = next((i for i, p in enumerate(celda.parrafos) if i and p.hueco), len(celda.parrafos))
    propia = con_parrafos(celda, celda.parrafos[:fin])
    return (propia, celda.parrafos[fin:]) if len(propia.texto) <= LARGO_DESEMPENO else (None, ())


def _en_la_linea(titulo: Titulo) -> Celda | None:
    """The figure or the verdict that the label's own line prints ("Desempeño anual región: 85 %"), with its place."""
    rotulo, texto = partir(titulo.texto)
    if not texto or len(texto) > LARGO_DESEMPENO or not dice_solo_su_rotulo(rotulo, titulo.patron.textos):
        return None
    if leer_numero(texto) is None and veredicto_inicial(texto) is None:
        return None
    origen = titulo.origen
    desde = origen.texto.rfind(texto, 0, len(sin_parentesis(origen.texto)))
    if desde >= 0 and origen.inicio is not None and not origen.partes:
        base = origen.inicio + desde
        origen = origen.model_copy(update={"inicio": base, "fin": base + len(texto), "texto": texto})
    return Celda((Parrafo(texto, origen),), origen)
