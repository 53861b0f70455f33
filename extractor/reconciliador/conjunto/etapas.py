"""What was committed in one stage against what is reported in the next: weights changed, commitments added or dropped
(PONDERACION_CAMBIADA), results evaluated otherwise than they were reported (INCONSISTENCIA_ENTRE_TABLAS)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from extractor.comun.numeros import canonico
from extractor.modelo.conjunto import HallazgoConjunto, VerificacionConjunto
from extractor.modelo.hallazgo import Gravedad
from extractor.reconciliador.conjunto.coleccion import Grupo, preferencia
from extractor.reconciliador.conjunto.copias import Copias
from extractor.reconciliador.conjunto.cotejo import CONTADAS, Cotejo, certeza_de, cotejar, cotejo_dicho
from extractor.reconciliador.conjunto.fabrica import de_quien, hallazgo, programa_y_region, verificacion
from extractor.reconciliador.conjunto.lados import lados_de
from extractor.reconciliador.conjunto.parejas import escala_entre
from extractor.reconciliador.redaccion import frase_porcentaje

CAMBIADA = "PONDERACION_CAMBIADA"


def entre_etapas(
    grupo: Grupo, copias: Copias, reemplazados: frozenset[str]
) -> Iterator[HallazgoConjunto | VerificacionConjunto]:
    """Each stage against the next one that the service's documents hold, programme by programme and region by region."""
    vigentes = sorted(
        (r for r in copias.representantes(grupo.resumenes) if r.sha256 not in reemplazados), key=preferencia
    )
    etapas = sorted({t.etapa for r in vigentes for t in r.tablas if t.etapa is not None})
    for antes, despues in pairwise(etapas):
        primeros, segundos = lados_de(vigentes, antes, con_tipo=False), lados_de(vigentes, despues, con_tipo=False)
        for clave in sorted(set(primeros) & set(segundos)):
            for a in primeros[clave]:
                for b in segundos[clave]:
                    if a.resumen.sha256 != b.resumen.sha256:
                        yield from _cotejo(grupo, antes, despues, cotejar(clave, a, b))


def _cotejo(grupo: Grupo, antes: int, despues: int, c: Cotejo) -> Iterator[HallazgoConjunto | VerificacionConjunto]:
    shas = (c.a.resumen.sha256, c.b.resumen.sha256)
    donde = programa_y_region(c.clave, c.a.resumen)
    if c.parejas.dudosas:
        yield verificacion(
            CAMBIADA, "NO_VERIFICABLE",
            f"{donde}: {c.parejas.dudosas} compromisos de las etapas {antes} y {despues} no se emparejan con seguridad",
            shas, motivo="emparejamiento_dudoso", lugares=(c.a.lugar(), c.b.lugar()),
        )
    if not c.parejas.comparables:
        if not c.parejas.dudosas:
            yield verificacion(
                CAMBIADA, "NO_VERIFICABLE", f"{donde}: los compromisos de las etapas {antes} y {despues} son otros", shas,
                motivo="emparejamiento_dudoso", lugares=(c.a.lugar(), c.b.lugar()),
            )
        return
    yield from _pesos(grupo, antes, despues, c, donde)
    if antes >= 3:
        otras = [d for d in c.distintas if d.campo != "ponderacion"]
        yield from cotejo_dicho(grupo, c, otras, f" en las etapas {antes} y {despues}")


def _pesos(grupo: Grupo, antes: int, despues: int, c: Cotejo, donde: str) -> Iterator[HallazgoConjunto | VerificacionConjunto]:
    shas = (c.a.resumen.sha256, c.b.resumen.sha256)
    cambiados = [d for d in c.distintas if d.campo == "ponderacion"]
    # what one table could not pair may be what the other seems to have added
    sueltas = c.parejas.dudosas == 0
    nuevas = [p for p in c.parejas.solo_b if p.segura and p.peso is not None and sueltas]
    dejadas = [p for p in c.parejas.solo_a if p.segura and p.peso is not None and sueltas]
    if not (cambiados or nuevas or dejadas):
        yield verificacion(
            CAMBIADA, "CUADRA", f"{donde}: {len(c.parejas.pares)} compromisos conservan su ponderación", shas
        )
        return
    nombre_a, nombre_b = grupo.nombre(shas[0]), grupo.nombre(shas[1])
    frases = [f"{d.dice_a} ({c.a.en_palabras(d.a)}) pasa a {d.dice_b} ({c.b.en_palabras(d.b)})" for d in cambiados]
    frases += [f"se agrega un compromiso de {p.peso} ({c.b.en_palabras(p)})" for p in nuevas]
    frases += [f"desaparece un compromiso de {p.peso} ({c.a.en_palabras(p)})" for p in dejadas]
    gravedad, consecuencia = _consecuencia(c)
    una = cambiados[0] if len(frases) == 1 and cambiados else None
    lugares = [lugar for d in cambiados for lugar in (c.a.lugar(d.a), c.b.lugar(d.b))]
    lugares += [c.b.lugar(p) for p in nuevas] + [c.a.lugar(p) for p in dejadas]
    cuantas = f"{len(frases)} {'ponderación' if len(frases) == 1 else 'ponderaciones'}"
    mas = f"; y {len(frases) - CONTADAS} más" if len(frases) > CONTADAS else ""
    hecho = hallazgo(
        CAMBIADA, gravedad, f"Entre la Etapa {antes} («{nombre_a}») y la Etapa {despues} («{nombre_b}») cambian {cuantas}: "
        f"{'; '.join(frases[:CONTADAS])}{mas}.",
        f"{donde}. Se emparejaron {len(c.parejas.pares)} compromisos por su texto.{consecuencia}", documentos=shas,
        lugar=f"{de_quien(c.a.resumen)}, {donde}, Ponderación", lugares=lugares, campo="ponderacion",
        informado=una.dice_b if una is not None else None, recalculado=una.dice_a if una is not None else None,
        certeza=certeza_de(c), resumen=c.a.resumen, codigos=c.clave.codigos, programa=c.clave.programa, donde=(antes, despues),
    )
    yield hecho
    yield verificacion(
        CAMBIADA, "NO_CUADRA", f"{donde}: cambian {len(frases)} de {len(c.parejas.pares)} ponderaciones emparejadas", shas,
        lugares=lugares, informado=hecho.informado, recalculado=hecho.recalculado, hecho=hecho,
    )


def _consecuencia(c: Cotejo) -> tuple[Gravedad, str]:
    """What the programme would have earned with the weights it committed, and whether that crosses its threshold."""
    if len(c.b.tablas) != 1 or c.parejas.dudosas:
        return "logica", ""
    tabla = c.b.tablas[0]
    comprometido = {id(b): a.valor for a, b in c.parejas.pares}
    ganado, escala = Fraction(0), escala_entre(c.parejas.pares)
    for partida in tabla.partidas:
        peso = comprometido.get(id(partida), Decimal(0))
        if peso is None or partida.valor is None or partida.recalculada is None:
            return "logica", ""
        if partida.valor:
            ganado += Fraction(peso / escala) * Fraction(Decimal(partida.recalculada)) / Fraction(partida.valor)
    if tabla.minimo is None or tabla.alcanza is None or tabla.umbral is None:
        return "logica", ""
    alcanza = ganado >= Fraction(Decimal(tabla.minimo))
    total = canonico(round(Decimal(ganado.numerator) / Decimal(ganado.denominator), 4))
    condicion = frase_porcentaje(tabla.umbral, tabla.condicional)
    frase = f" Con las ponderaciones comprometidas lo ganado sería {total}"
    if alcanza == tabla.alcanza:
        return "logica", f"{frase}, y {condicion} el resultado no cambia."
    verbo = "alcanzaría" if alcanza else "no alcanzaría"
    return "cambia_decision", f"{frase}: {condicion}, {verbo} el mínimo de {tabla.minimo}, al revés que con las informadas."
