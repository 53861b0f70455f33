"""What a narration tells besides the deed: what the thing was before, and what it will be used for once done.

"La charla suspendida en mayo se dictó en julio" was given; "Se constituyó el comité. El próximo año el comité analizará ..." is
done. Each function takes the cues of a narration and gives those that speak for the commitment itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.normalizadores.estado.obras import es_obra
from extractor.normalizadores.estado.oracion import Indicio, Oracion
from extractor.normalizadores.estado.verbos import (
    CORTE_CLAUSULA,
    CORTE_FRASE,
    auxiliar,
    con_raiz,
    empieza_como,
    es_participio,
    lista,
)

_MINIMO_NOMBRE = 4
"""Letters of a noun that is told again."""
_UNEN = frozenset({"y", "e", "o", "u", "que"})


def del_compromiso(doc: Oracion, indicios: Sequence[Indicio]) -> list[Indicio]:
    """The cues without those of what was before or will be after."""
    propios = list(indicios)
    if len(propios) > 1:
        fuera = _incisos(doc, propios) | _citas(doc) | _de_antes(doc, propios)
        propios = [m for m in propios if m.start not in fuera] if fuera else propios
    return _con_su_fecha(_sin_usos(doc, _sin_antecedentes(doc, propios)))


_COMILLAS = frozenset('"“”«»')
_LARGO_INCISO = 14


def _citas(doc: Oracion) -> set[int]:
    """The places between quotes, beside other words: a title, not what was done."""
    marcas = [t.i for t in doc if t.text in _COMILLAS]
    dentro = {i for abre, cierra in zip(marcas[::2], marcas[1::2], strict=False) for i in range(abre, cierra)}
    return dentro if len(dentro) + len(marcas) < len(doc) - 2 else set()


def _incisos(doc: Oracion, indicios: Sequence[Indicio]) -> set[int]:
    """The places of what stands between two commas after the subject and tells what it was before: its verb comes after ("La
    jornada, cancelada en mayo, se dictó en agosto")."""
    coma = next((t.i for t in doc if t.norm_ == ","), None)
    if coma is None or coma + 2 >= len(doc) or any(m.start < coma for m in indicios) or not doc[coma - 1].is_alpha:
        return set()
    tras = doc[coma + 1].norm_
    if doc[0].norm_ in _ARTICULOS and (tras == "que" or es_participio(tras) or con_raiz(tras, "participios_freno")):
        fin = next((i for i in range(coma + 2, min(len(doc), coma + _LARGO_INCISO)) if doc[i].norm_ in CORTE_CLAUSULA), None)
        if fin is not None and doc[fin].norm_ == "," and any(m.label_ == "HECHO" and fin < m.start <= fin + 2 for m in indicios):
            return set(range(coma, fin))
    return set()


_ARTICULOS = frozenset({"el", "la", "los", "las", "ambos", "ambas"})


def _de_ahora(doc: Oracion, lugar: int) -> bool:
    """Whether "este año" or another year opens the clause."""
    return doc[lugar].norm_ in ("este", "ahora", "hoy") or (
        doc[lugar].norm_ in ("en", "durante") and doc[lugar + 1].norm_.startswith("20")
    )


def _de_antes(doc: Oracion, indicios: Sequence[Indicio]) -> set[int]:
    """The places of what is told of before, or of how it had been undertaken, where the rest tells what is now: "Antes no se
    registraba ... y desde abril se registra", "Tal como se comprometió para diciembre, el boletín salió", "En 2007 no se hizo. En
    2008 se hizo", "Aprobado el presupuesto, se comprarán"."""
    primeras = tuple(t.norm_ for t in doc[:3])
    if primeras[:2] == ("antes", "no"):
        fin = next((t.i for t in doc[2:] if t.norm_ in CORTE_CLAUSULA | {"y"}), 0)
    elif primeras[:2] == ("tal", "como") or (primeras[0] in ("como", "segun", "conforme") and "se" in primeras):
        fin = next((t.i for t in doc[2:] if t.norm_ == ","), 0)
    elif (primeras[0] == "en" and primeras[1:2] and primeras[1].startswith("20")) or primeras[1:] in (
        ("ano", "pasado"),
        ("ano", "anterior"),
    ):
        fin = next((t.i for t in doc[3:-2] if t.norm_ in CORTE_CLAUSULA and _de_ahora(doc, t.i + 1)), 0)
    elif es_participio(primeras[0]) and empieza_como(primeras[0], "condicionan") and primeras[1:2] and primeras[1] in _ARTICULOS:
        fin = next((t.i for t in doc[2:] if t.norm_ == ","), 0)
        return set(range(fin)) if {m.label_ for m in indicios if m.start > fin} <= {"PLAN", "TIEMPO"} else set()
    else:
        return set()
    return set(range(fin)) if any(m.start > fin and m.label_ in ("HECHO", "HECHO_DEBIL") for m in indicios) else set()


def _sin_antecedentes(doc: Oracion, indicios: list[Indicio]) -> list[Indicio]:
    """Without the participle that tells which one it is, before the verb that tells what became of it."""
    salida: list[Indicio] = []
    for numero, marca in enumerate(indicios):
        luego = indicios[numero + 1] if numero + 1 < len(indicios) else None
        if luego is not None and luego.label_ == "HECHO" and _dice_cual(doc, marca, luego):
            continue
        salida.append(marca)
    return salida


def _dice_cual(doc: Oracion, marca: Indicio, luego: Indicio) -> bool:
    norma = marca[0].norm_
    plan = con_raiz(norma, "participios_plan")
    if marca.label_ not in ("FRACASO", "PLAN", "PLAN_DEBIL") or not (plan or es_participio(norma)) or marca.start == 0:
        return False
    if not (plan or empieza_como(norma, "deshacen_raices")) or auxiliar(doc, marca.start) is not None:
        return False
    previa = doc[marca.start - 1]
    entre = {t.norm_ for t in doc[marca.end : luego.start]}
    primera = luego[0].norm_
    acaba = primera != "se" or not empieza_como(luego[len(luego) - 1].norm_, "deshacen_raices")
    return previa.is_alpha and previa.norm_ not in _UNEN and not entre & (CORTE_CLAUSULA | _UNEN) and acaba


def _sin_usos(doc: Oracion, indicios: list[Indicio]) -> list[Indicio]:
    """Without what a later sentence tells will be done with the thing: "Sus conclusiones servirán", "La guía se usará"."""
    hechos = [m for m in indicios if m.label_ in ("HECHO", "HECHO_DEBIL")]
    if not hechos or any(m.label_ in ("FRACASO", "PARCIAL") for m in indicios):
        return indicios
    fin = next((t.i for t in doc if t.norm_ in CORTE_FRASE and t.i > hechos[0].start), None)
    if fin is None or not any(es_obra(p.norm_) for m in hechos if m.start < fin for p in m):
        return indicios
    usos = [m for m in indicios if m.label_ == "PLAN" and m.start > fin and _de_uso(doc, fin, m)]
    desde = min((_inicio_de_frase(doc, m.start) for m in usos), default=len(doc))
    return [m for m in indicios if m not in usos and not (m.label_ == "TIEMPO" and m.start >= desde)]


def _inicio_de_frase(doc: Oracion, lugar: int) -> int:
    return max((t.i + 1 for t in doc[:lugar] if t.norm_ in CORTE_FRASE), default=0)


def _de_uso(doc: Oracion, fin: int, marca: Indicio) -> bool:
    """Whether the plan past the place ``fin`` is the use of what was told before it."""
    norma = marca[0].norm_
    if len(marca) != 1 or not norma.endswith(("ra", "ran")) or es_obra(norma):
        return False
    sujeto = [t.norm_ for t in doc[_inicio_de_frase(doc, marca.start) : marca.start]]
    if not sujeto:
        return True  # "Será revisado cada dos años"
    if sujeto[0] in ("su", "sus"):
        return True
    nombres = {t.norm_ for t in doc[:fin] if t.is_alpha and len(t) >= _MINIMO_NOMBRE} - lista("obras")
    dichos = [
        sujeto[i + 1] for i in range(len(sujeto) - 1) if sujeto[i] in ("el", "la", "los", "las", "este", "esta", "dicho", "dicha")
    ]
    return any(n in nombres for n in dichos)


def _con_su_fecha(indicios: list[Indicio]) -> list[Indicio]:
    """With what is "lista para salir al aire el 15 de diciembre" turned into the plan that it is."""
    return [
        Indicio(m.doc, m.start, m.end, label="PLAN") if m.label_ == "PARCIAL" and _listo_con_fecha(m) else m for m in indicios
    ]


def _listo_con_fecha(marca: Indicio) -> bool:
    if not marca[0].norm_.startswith("list") or marca[len(marca) - 1].norm_ != "para":
        return False
    hasta = next((t.i for t in marca.doc[marca.end :] if t.norm_ in CORTE_CLAUSULA), len(marca.doc))
    return any(t.norm_ in lista("meses") or t.norm_.startswith("proxim") for t in marca.doc[marca.end : hasta])
