"""Two files of one evaluation that do not give the same grades (VERSION_POSTERIOR)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from extractor.modelo.conjunto import HallazgoConjunto, LugarConjunto, Resumen, VerificacionConjunto
from extractor.reconciliador.conjunto.boceto import parecido
from extractor.reconciliador.conjunto.coleccion import Grupo, preferencia
from extractor.reconciliador.conjunto.copias import PARECIDO, Copias
from extractor.reconciliador.conjunto.cotejo import nombre_etapa, recortadas
from extractor.reconciliador.conjunto.fabrica import de_quien, hallazgo, verificacion
from extractor.reconciliador.conjunto.orden import cual_es_posterior
from extractor.reconciliador.conjunto.versiones import TOPE_POR_LUGAR, VERSION


def versiones_de_evaluacion(grupo: Grupo, copias: Copias) -> Iterator[HallazgoConjunto | VerificacionConjunto]:
    """Evaluations weigh nothing: two whose texts are nearly the same and whose grades differ are versions too."""
    por_clave: dict[tuple[int | None, tuple[int, ...]], list[Resumen]] = {}
    for resumen in sorted(copias.representantes(grupo.resumenes), key=preferencia):
        if resumen.grados and not resumen.tablas and resumen.anio is not None:
            por_clave.setdefault((resumen.anio, resumen.etapas), []).append(resumen)
    for (_, etapas), resumenes in sorted(por_clave.items(), key=str):
        for a, b in combinations(resumenes[:TOPE_POR_LUGAR], 2):
            if parecido(a.boceto, b.boceto) >= PARECIDO:
                yield from _de_grados(grupo, a, b, etapas[0] if len(etapas) == 1 else None)


def _de_grados(
    grupo: Grupo, a: Resumen, b: Resumen, etapa: int | None
) -> Iterator[HallazgoConjunto | VerificacionConjunto]:
    en_b = {(g.codigos, g.numero): g for g in b.grados}
    pares = [(g, en_b[g.codigos, g.numero]) for g in a.grados if (g.codigos, g.numero) in en_b]
    distintos = [(x, y) for x, y in pares if x.grado != y.grado]
    shas = (a.sha256, b.sha256)
    if not distintos:
        yield verificacion(VERSION, "CUADRA", f"{len(pares)} secciones con el mismo grado de avance", shas)
        return
    posterior, como = cual_es_posterior((a, b))
    cual = f"la posterior es «{grupo.nombre(posterior.sha256)}»" if posterior is not None else "no se sabe cuál es la posterior"
    frases = [f"sección {x.numero}: {x.grado} y {y.grado}" for x, y in distintos]
    una = distintos[0] if len(distintos) == 1 else None
    hecho = hallazgo(
        VERSION, "aviso",
        f"2 versiones de una misma evaluación ({de_quien(a)}, {nombre_etapa(etapa)}) no dan el mismo grado de avance: "
        f"«{grupo.nombre(a.sha256)}» y «{grupo.nombre(b.sha256)}»; {cual} ({como}).",
        f"Difieren en {len(frases)} {'sección' if len(frases) == 1 else 'secciones'}: {recortadas(frases)}.", documentos=shas,
        lugar=f"{de_quien(a)}, {nombre_etapa(etapa)}, Grado de avance", campo="grado_avance", lugares=[
            LugarConjunto(documento=r.sha256, tabla=g.seccion, fila=None, actividad=None, origen=None)
            for x, y in distintos for r, g in ((a, x), (b, y))
        ], certeza="dudosa" if a.escaneado or b.escaneado else "segura", resumen=a, donde=(etapa,),
        informado=una[1].grado if una is not None else None, recalculado=una[0].grado if una is not None else None,
    )
    yield hecho
    yield verificacion(VERSION, "NO_CUADRA", f"grados distintos: {len(frases)}", shas, lugares=hecho.lugares, hecho=hecho)
