"""Whether a table, or a part of an evaluation, says of which region it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from extractor.comun.texto import palabras
from extractor.modelo.hallazgo import Hallazgo, Lugar
from extractor.modelo.informe import Seccion
from extractor.reconciliador.contexto import Contexto
from extractor.reconciliador.escaneo import de_escaneo
from extractor.reconciliador.fabrica import hallazgo, lugar_de, no_verificable, sin_juicio
from extractor.reconciliador.region_sin_codigo import regiones_sin_codigo
from extractor.reconciliador.regla import Respuesta

CON_REGION = ("programa_trabajo", "analisis_avance")
DE_EVALUACION = ("desarrollo", "grado_avance")
"""Fields of the sections that an evaluation repeats for each region."""


def region_indicada(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """The region line is filled; and where there is none, something else tells the region: one finding for all the programmes
    of which nothing does. What a service reports as a whole (its programme of information) needs none."""
    sin_region = [m for m in contexto.mesas if m.tabla.tipo in CON_REGION and m.tabla.region.alcance == "SIN_DATO"]
    programas = [m for m in sin_region if m.tabla.tipo == "programa_trabajo" and m.tabla.programa != "informacion"]
    calladas = [m for m in programas if m.tabla.region.heredada]
    if contexto.dudas.sueltas:
        yield from (no_verificable("REGION_NO_INDICADA", m, "lectura_dudosa", "") for m in calladas)
    elif calladas:
        una = len(calladas) == 1
        lugares = [] if una else [lugar_de(m, origen=m.tabla.origen) for m in calladas]
        yield hallazgo(
            contexto, "REGION_NO_INDICADA", "aviso",
            "El documento no indica a qué región corresponde su programa." if una
            else f"El documento no indica a qué región corresponden {len(calladas)} programas.",
            "No hay una línea de región, ni la nombran los títulos ni el nombre del archivo.", mesa=calladas[0], rotulo="region",
            origen=calladas[0].tabla.origen, lugares=lugares,
        )
    for mesa in sin_region:
        if mesa.tabla.region.heredada:
            continue
        motivo = contexto.dudas.de_columna(mesa.tabla)
        if motivo is not None:
            yield no_verificable("REGION_NO_INDICADA", mesa, motivo, "")
        else:
            yield hallazgo(
                contexto, "REGION_NO_INDICADA", "aviso", "La tabla no indica a qué región corresponde.",
                "La línea de la región está en blanco o no nombra ninguna.", mesa=mesa, rotulo="region", origen=mesa.tabla.origen,
            )
    yield from _secciones(contexto)
    for hallado in regiones_sin_codigo(contexto):
        leida_de_imagen = hallado.origen is not None and de_escaneo(hallado.origen, contexto.dudas.escaneadas)
        yield sin_juicio("REGION_NO_INDICADA", "lectura_dudosa", formula=hallado.mensaje) if leida_de_imagen else hallado


def _secciones(contexto: Contexto) -> Iterator[Respuesta]:
    """An evaluation whose sections come again is one per region: those of which no heading tells the region are named."""
    evaluadas = [s for s in contexto.informe.secciones if s.nivel == "seccion" and any(c in s.campos for c in DE_EVALUACION)]
    veces = Counter(_cual(s, contexto) for s in evaluadas)
    mudas = [
        s for s in evaluadas if veces[_cual(s, contexto)] > 1 and (s.region is None or s.region.alcance == "SIN_DATO")
    ]
    if contexto.dudas.sueltas:
        yield from (sin_juicio("REGION_NO_INDICADA", "lectura_dudosa", s) for s in mudas)
    elif mudas:
        lugares = [Lugar(tabla=s.id, fila=None, actividad=None, origen=s.origen) for s in mudas]
        una = len(mudas) == 1
        yield hallazgo(
            contexto, "REGION_NO_INDICADA", "aviso",
            "El documento no indica a qué región corresponde una sección de la evaluación, que se repite." if una
            else f"El documento no indica a qué región corresponden {len(mudas)} secciones de la evaluación, que se repiten.",
            "Las mismas secciones vienen más de una vez y ningún título que se reconozca nombra la región de estas.",
            seccion=mudas[0], rotulo="region", origen=mudas[0].origen, lugares=() if una else lugares,
        )


def _cual(seccion: Seccion, contexto: Contexto) -> tuple[str, str]:
    """Which of the form's sections one is: its objective and itself, each by its number, else by its title. One of neither is
    like no other."""
    padre = next((s for s in contexto.informe.secciones if s.id == seccion.padre and s.nivel == "objetivo"), None)
    return _nombre(padre) if padre is not None else "", _nombre(seccion) or seccion.id


def _nombre(seccion: Seccion) -> str:
    return (seccion.numero or "").strip().rstrip(".-) ") or palabras(seccion.titulo or "")
