"""Two files of one report whose figures differ: VERSION_POSTERIOR, or INCONSISTENCIA_ENTRE_TABLAS where one of them is
about more than the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from extractor.modelo.conjunto import HallazgoConjunto, Resumen, VerificacionConjunto
from extractor.modelo.hallazgo import Gravedad
from extractor.reconciliador.conjunto.boceto import parecido
from extractor.reconciliador.conjunto.coleccion import Grupo, preferencia
from extractor.reconciliador.conjunto.copias import PARECIDO as PARECIDO_COPIA
from extractor.reconciliador.conjunto.copias import Copias
from extractor.reconciliador.conjunto.cotejo import Cotejo, cotejar, cotejo_dicho, frases_de, lugar_de, nombre_etapa, recortadas
from extractor.reconciliador.conjunto.fabrica import de_quien, hallazgo, verificacion
from extractor.reconciliador.conjunto.lados import Clave, Lado, lados_de
from extractor.reconciliador.conjunto.orden import cual_es_posterior
from extractor.reconciliador.redaccion import lista

VERSION = "VERSION_POSTERIOR"
TOPE_POR_LUGAR = 12
"""Files about one programme of one region that are compared with each other; of more, each with the first ones."""
_UNA_DE_CADA = 8


@dataclass(frozen=True)
class Versiones:
    """The answers, and the documents that a later version surely replaces."""

    respuestas: tuple[HallazgoConjunto | VerificacionConjunto, ...]
    reemplazados: frozenset[str]


def versiones(grupo: Grupo, copias: Copias) -> Versiones:
    """Compares the files of each stage. Two whose figures surely agree are put together in ``copias``."""
    respuestas: list[HallazgoConjunto | VerificacionConjunto] = []
    reemplazados: set[str] = set()
    etapas = {t.etapa for r in grupo.resumenes for t in r.tablas}
    for etapa in sorted(etapas, key=lambda e: -1 if e is None else e):
        lados = lados_de(sorted(copias.representantes(grupo.resumenes), key=preferencia), etapa)
        claves: dict[str, int] = {}
        for en_clave in lados.values():
            for lado in en_clave:
                claves[lado.resumen.sha256] = claves.get(lado.resumen.sha256, 0) + 1
        cotejos = _cotejos(lados)
        de_version: list[tuple[Resumen, Resumen, list[Cotejo]]] = []
        for (sha_a, sha_b), hechos in sorted(cotejos.items()):
            ra, rb = hechos[0].a.resumen, hechos[0].b.resumen
            utiles = [c for c in hechos if c.parejas.comparables]
            if not utiles:
                respuestas.append(verificacion(
                    VERSION, "NO_VERIFICABLE", "los compromisos de los dos archivos no se corresponden por su texto",
                    (sha_a, sha_b), motivo="emparejamiento_dudoso", lugares=(hechos[0].a.lugar(), hechos[0].b.lugar()),
                ))
            elif 2 * len(hechos) < max(claves[sha_a], claves[sha_b]):
                respuestas.extend(_entre_tablas(grupo, utiles))
            elif all(c.igual for c in utiles) and parecido(ra.boceto, rb.boceto) >= PARECIDO_COPIA:
                copias.unir(sha_a, sha_b, "las mismas cifras donde las dos lecturas son seguras, y casi las mismas palabras")
            elif ra.escaneado != rb.escaneado and _pocas(utiles) and parecido(ra.boceto, rb.boceto) >= PARECIDO_COPIA:
                copias.unir(sha_a, sha_b, "casi las mismas cifras y palabras, una de las dos leída por reconocimiento óptico")
                copias.dudas[sha_a, sha_b] = "; ".join(frase for c in utiles for frase in frases_de(grupo, c))
            elif all(c.igual for c in utiles):
                cuantos = sum(len(c.parejas.pares) for c in utiles)
                respuestas.append(verificacion(VERSION, "CUADRA", f"{cuantos} compromisos con las mismas cifras", (sha_a, sha_b)))
            else:
                de_version.append((ra, rb, utiles))
        vigentes = {r.sha256 for r in copias.representantes(grupo.resumenes)}
        de_version = [par for par in de_version if {par[0].sha256, par[1].sha256} <= vigentes]
        for componente in _componentes(de_version):
            hechas, viejos = _de_un_informe(grupo, etapa, componente, de_version)
            respuestas.extend(hechas)
            reemplazados |= viejos
    return Versiones(tuple(respuestas), frozenset(reemplazados))


def _pocas(cotejos: list[Cotejo]) -> bool:
    """Whether so few figures differ that the reading of a scan is likelier than another version."""
    return sum(len(c.distintas) for c in cotejos) * _UNA_DE_CADA <= sum(len(c.parejas.pares) for c in cotejos)


def _cotejos(lados: dict[Clave, list[Lado]]) -> dict[tuple[str, str], list[Cotejo]]:
    """By pair of documents, what they both report."""
    salida: dict[tuple[str, str], list[Cotejo]] = {}
    for clave, en_clave in lados.items():
        primeros = en_clave[:TOPE_POR_LUGAR]
        pares = [*combinations(primeros, 2), *((p, o) for o in en_clave[TOPE_POR_LUGAR:] for p in primeros)]
        for a, b in pares:
            salida.setdefault((a.resumen.sha256, b.resumen.sha256), []).append(cotejar(clave, a, b))
    return salida


def _componentes(pares: Sequence[tuple[Resumen, Resumen, list[Cotejo]]]) -> list[tuple[Resumen, ...]]:
    enlaces = Copias()
    vistos: dict[str, Resumen] = {}
    for a, b, _ in pares:
        enlaces.unir(a.sha256, b.sha256, "")
        vistos.update({a.sha256: a, b.sha256: b})
    return [tuple(vistos[sha] for sha in clase) for clase in enlaces.clases(vistos)]


def _de_un_informe(
    grupo: Grupo, etapa: int | None, documentos: tuple[Resumen, ...], pares: Sequence[tuple[Resumen, Resumen, list[Cotejo]]]
) -> tuple[list[HallazgoConjunto | VerificacionConjunto], set[str]]:
    """One finding for all the versions of a report, told against the latest (or, if none surely is, the first)."""
    posterior, como = cual_es_posterior(documentos)
    base = posterior or documentos[0]
    shas = {r.sha256 for r in documentos}
    internos = [(a.sha256, b.sha256, cotejos) for a, b, cotejos in pares if {a.sha256, b.sha256} <= shas]
    propios = [c for *par, cotejos in internos if base.sha256 in par for c in cotejos]
    frases = [frase for c in propios for frase in frases_de(grupo, c)]
    desiguales = [c for c in propios if not c.igual] or propios
    cambia = [c for c in propios if c.cambia]
    nombres = lista([f"«{grupo.nombre(r.sha256)}»" for r in documentos])
    cual = f"la posterior es «{grupo.nombre(posterior.sha256)}»" if posterior is not None else "no se sabe cuál es la posterior"
    gravedad: Gravedad = "cambia_decision" if cambia else "aviso"
    escaneado = any(r.escaneado for r in documentos)
    consecuencia = ""
    if cambia:
        consecuencia = f" Según cuál rija, cambia si se alcanza el mínimo en: {'; '.join(lugar_de(c) for c in cambia)}."
    programa = propios[0].clave
    hecho = hallazgo(
        VERSION, gravedad,
        f"{len(documentos)} versiones de un mismo informe ({de_quien(base)}, {nombre_etapa(etapa)}) no dan lo mismo: {nombres}; "
        f"{cual} ({como}).",
        f"Difieren en {len(frases)} {'lugar' if len(frases) == 1 else 'lugares'}: {recortadas(frases)}.{consecuencia}"
        + (" Una de ellas se leyó por reconocimiento óptico: conviene mirarla." if escaneado else ""),
        documentos=shas, lugar=f"{de_quien(base)}, {nombre_etapa(etapa)}, {lugar_de(desiguales[0])}",
        lugares=[lugar for c in propios for d in c.distintas for lugar in (c.a.lugar(d.a, d.campo), c.b.lugar(d.b, d.campo))]
        or [lugar for c in desiguales for lugar in (c.a.lugar(), c.b.lugar())],
        certeza="dudosa" if escaneado else "segura", resumen=base, codigos=programa.codigos, programa=programa.programa,
        donde=(etapa,),
    )
    viejos = {r.sha256 for r in documentos if posterior is not None and r.sha256 != posterior.sha256}
    return [hecho, verificacion(
        VERSION, "NO_CUADRA", f"diferencias entre versiones: {len(frases)}", shas, lugares=hecho.lugares, hecho=hecho,
    )], viejos


def _entre_tablas(grupo: Grupo, cotejos: list[Cotejo]) -> Iterator[HallazgoConjunto | VerificacionConjunto]:
    """A file about many regions and one about few of them: what both report must agree."""
    for c in cotejos:
        yield from cotejo_dicho(grupo, c, list(c.distintas), "")
