"""Runs the rules across documents, service by service, and puts their answers together: ``conjunto/1``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from extractor.modelo.conjunto import Conjunto, HallazgoConjunto, Paquete, Resumen, VeredictoServicio, VerificacionConjunto
from extractor.modelo.hallazgo import GRAVEDADES
from extractor.modelo.informe import Informe
from extractor.reconciliador.conjunto.coleccion import Acumulador, Grupo, grupos
from extractor.reconciliador.conjunto.copias import Copias, duplicados, por_datos, por_texto
from extractor.reconciliador.conjunto.etapas import entre_etapas
from extractor.reconciliador.conjunto.evaluaciones import versiones_de_evaluacion
from extractor.reconciliador.conjunto.fabrica import hallazgo
from extractor.reconciliador.conjunto.fichas import FICHAS
from extractor.reconciliador.conjunto.regiones import regiones_faltantes
from extractor.reconciliador.conjunto.resumen import resumir
from extractor.reconciliador.conjunto.servicio import del_servicio
from extractor.reconciliador.conjunto.versiones import versiones
from extractor.reconciliador.regla import Ficha

REGLAS_CONJUNTO: tuple[Ficha, ...] = FICHAS
Respuesta = HallazgoConjunto | VerificacionConjunto | VeredictoServicio


def revisar_conjunto(resumenes: Iterable[Resumen]) -> Conjunto:
    """What comparing these documents gives; the same whatever their order."""
    acumulador = Acumulador()
    for resumen in resumenes:
        acumulador.agregar(resumen.ruta, Paquete.de(resumen))
    return revisar(acumulador)


def conjunto_de(informes: Iterable[Informe]) -> Conjunto:
    """The same from whole reports, of which only one is held at a time."""
    return revisar_conjunto(resumir(informe) for informe in informes)


def revisar(acumulador: Acumulador) -> Conjunto:
    """What comparing the documents gathered gives. A rule that breaks becomes REGLA_FALLIDA and the rest run."""
    fichas = acumulador.fichas
    copias = Copias()
    por_texto(fichas, copias)
    respuestas: list[Respuesta] = []
    for grupo in grupos(fichas):
        respuestas.extend(_del_grupo(grupo, copias))
    respuestas.extend(_aplicar("duplicados", lambda: duplicados(fichas, copias), tuple(fichas)))
    hechos = {r.huella: r for r in respuestas if isinstance(r, HallazgoConjunto)}
    orden = {codigo: n for n, codigo in enumerate(_codigos())}
    return Conjunto(
        documentos=tuple(sorted(fichas)),
        hallazgos=tuple(sorted(hechos.values(), key=lambda h: (
            GRAVEDADES.index(h.gravedad), orden.get(h.codigo, len(orden)), h.lugar, h.documentos, h.huella,
        ))),
        verificaciones=tuple(sorted(
            (r for r in respuestas if isinstance(r, VerificacionConjunto)),
            key=lambda v: (orden.get(v.regla, len(orden)), v.resultado, v.documentos, v.formula, v.hallazgo or ""),
        )),
        veredictos=tuple(r for r in respuestas if isinstance(r, VeredictoServicio)),
    )


def _del_grupo(grupo: Grupo, copias: Copias) -> Iterator[Respuesta]:
    shas = tuple(r.sha256 for r in grupo.resumenes)
    if len(shas) < 2:
        return
    por_datos(grupo, copias)
    reemplazados: frozenset[str] = frozenset()

    def las_versiones() -> Iterator[Respuesta]:
        nonlocal reemplazados
        halladas = versiones(grupo, copias)
        reemplazados = halladas.reemplazados
        yield from halladas.respuestas

    yield from _aplicar("versiones", las_versiones, shas)
    yield from _aplicar("versiones_de_evaluacion", lambda: versiones_de_evaluacion(grupo, copias), shas)
    yield from _aplicar("entre_etapas", lambda: entre_etapas(grupo, copias, reemplazados), shas)
    yield from _aplicar("regiones_faltantes", lambda: regiones_faltantes(grupo), shas)
    yield from _aplicar("del_servicio", lambda: del_servicio(grupo, copias, reemplazados), shas)


def _aplicar(nombre: str, regla: Callable[[], Iterable[Respuesta]], shas: tuple[str, ...]) -> tuple[Respuesta, ...]:
    try:
        return tuple(regla())
    except Exception as error:  # a bug in one rule must not hide what the others find
        return (
            hallazgo(
                "REGLA_FALLIDA", "aviso", f"La regla «{nombre}» falló y no se aplicó entre estos documentos.",
                f"Falla: {type(error).__name__}: {error}", documentos=shas, lugar="Entre documentos", donde=(nombre,),
            ),
        )


def _codigos() -> list[str]:
    return [codigo for ficha in FICHAS for codigo in ficha.codigos]
