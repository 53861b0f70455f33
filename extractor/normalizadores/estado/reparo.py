"""Slips of typing and reading in a state: the figures of a percentage, and the words of a verdict or a grade.

Only words that are near one meaning are repaired; what was written is kept in ``Estado.texto``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice

from extractor.normalizadores.estado.parecido import otro_tiempo
from extractor.normalizadores.letras.cercanas import cercanas
from extractor.normalizadores.letras.trazos import parecida
from extractor.vocabularios.base import plegar_con_lugares, plegar_frase
from extractor.vocabularios.estados import vocabulario

LARGO_UN_DESLIZ, LARGO_DOS_DESLICES = 5, 9
"""Letters of the right word from which one, and two, wrong letters are repaired."""
PALABRAS_CABEZA = 4
"""A verdict stands among the first words; further on only a grade is looked for."""
CORTE = re.compile(r"(?<=[^\W\d_])-\s*\n?\s*(?=[a-zñáéíóú])")
_PORCENTAJE = re.compile(r"(?<![^\W_])[0-9lIOoSB|]{1,3}(?:[.,][0-9lIOoSB]{1,2})?(?=\s*%)")
_ENTERA = re.compile(r"[0-9lIOo]{1,3}(?:[.,][0-9lIOo]{1,2})?\s*%\s*\.?")
_PARTIDA = re.compile(r"(?:1 ?0 ?0|[1-9] \d) ?%\s*\.?")
"""A whole cell whose figures a reading parted ("1 00%", "7 5 %")."""
_CON_LETRAS = re.compile(
    r"\(?\s*(\d{1,3}(?:[.,]\d{1,2})?\s*%)\s*\)?\s*(?:\(\s*[^\W\d_]+(?:\s+[^\W\d_]+)*\s+por\s+cien(?:to)?\s*\))?\s*\.?"
)
"""A whole cell that is a percentage in brackets, or one said again in letters ("75% (setenta y cinco por ciento)")."""
_SIGNO_LEIDO = re.compile(r"(?<=\d)\s?[°ºo]/[o0°º](?![^\W_])")
_VARIOS_SIGNOS = re.compile(r"%(?:\s*%)+")
_DECIMAL_PARTIDO = re.compile(r"^(\s*\d{1,3}[.,]) (\d{1,2}\s*%\s*\.?\s*)$")
_DELANTE = re.compile(r"^\s*%\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*\.?$")
_CIFRAS = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "S": "5", "B": "8"})
_PALABRA = re.compile(r"[^\W_]+")
_PRIMERA = re.compile(r"\W*([^\W_]+)\.?(?=[\s,])")
_LETRA_SUELTA = re.compile(r"^(\W*)([NS])\s(o|in?)(?=\s)")
_PARTICIPIO = re.compile(r"[ai]d[oa]s?$")
_OTRA_FORMA = re.compile(
    r"(?:ran?|remos|mientos?|[aei]rse|[aei]r|ciones|cion|(?:[ai]e?ndo|yendo)(?:se|l[oa]s?)?|aron|ieron|mos)$"
)


@lru_cache(maxsize=16384)
def con_cifras(texto: str) -> str:
    """``texto`` with the figures of its percentages as they must have been.

    >>> con_cifras("l2,5%"), con_cifras("%100"), con_cifras("100%%")
    ('12,5%', '100%', '100%')
    """
    simple = _SIGNO_LEIDO.sub("%", texto) if "/" in texto else texto
    if "%" not in simple:
        return simple
    simple = _DECIMAL_PARTIDO.sub(r"\1\2", _VARIOS_SIGNOS.sub("%", simple))
    if _PARTIDA.fullmatch(simple.strip()):
        simple = simple.replace(" ", "")
    sola = _CON_LETRAS.fullmatch(simple.strip())
    if sola is not None and sola.group(1) != simple.strip():
        return sola.group(1)
    if _ENTERA.fullmatch(simple.strip()):
        return simple.strip().translate(_CIFRAS)
    simple = _DELANTE.sub(r"\1%", simple)
    return _PORCENTAJE.sub(lambda m: m.group().translate(_CIFRAS) if any(c.isdigit() for c in m.group()) else m.group(), simple)


@cache
def _metas() -> tuple[dict[str, frozenset[str]], tuple[str, ...], frozenset[str]]:
    """Words of verdicts and grades by their look-alike form; those worth repairing to; and words that are right as they are."""
    vocab = vocabulario()
    frases = [f for g in vocab.veredictos for f in (*g.fuertes, *g.solas)] + list(vocab.grados.frases_sin_avance)
    frases += (
        [p for f in vocab.grados.formas for p in f.palabras] + list(vocab.grados.ejes) + list(vocab.grados.enteras_no_aplica)
    )
    palabras = {p for f in frases for p in re.findall(r"[a-z]+", plegar_frase(f)) if len(p) >= LARGO_UN_DESLIZ}
    formas: dict[str, set[str]] = {}
    for palabra in palabras:
        formas.setdefault(parecida(palabra), set()).add(palabra)
    narra = vocab.narracion
    listas = (
        narra.no_futuros,
        narra.pasados_irregulares,
        vocab.grados.puentes,
        vocab.grados.siguen,
    )
    bien = {plegar_frase(p) for lista in (*listas, vocab.sin_reparo) for p in lista}
    return {k: frozenset(v) for k, v in formas.items()}, tuple(sorted(palabras)), frozenset(bien | palabras)


@lru_cache(maxsize=32768)
def palabra_reparada(palabra: str) -> str:
    """The one verdict or grade word that a folded ``palabra`` is a slip of; itself when none, or two senses, are near.

    >>> palabra_reparada("curnple"), palabra_reparada("pendente"), palabra_reparada("cumplira")
    ('cumple', 'pendiente', 'cumplira')
    """
    formas, metas, bien = _metas()
    if palabra in bien or len(palabra) < LARGO_UN_DESLIZ - 1 or palabra.isdigit():
        return palabra
    if _es_otra_forma(palabra):
        if not palabra.endswith(("miento", "mento")):
            return palabra
        metas = tuple(m for m in metas if m.endswith("miento"))
    iguales = formas.get(parecida(palabra), frozenset())
    if len(iguales) == 1:
        return next(iter(iguales))
    hallados: list[tuple[int, str]] = []
    otro_participio = _PARTICIPIO.search(palabra) is not None  # "fiscalizadas" is no slip of "finalizadas"
    for distancia, meta in cercanas(palabra, metas, 2):
        permitidos = 2 if min(len(meta), len(palabra)) >= LARGO_DOS_DESLICES and not otro_participio else 1
        if meta[0] != palabra[0] and sorted(meta) != sorted(palabra):
            continue
        if distancia <= permitidos:
            hallados.append((distancia, meta))
    if not hallados:
        return palabra
    menor = min(d for d, _ in hallados)
    mejores = [m for d, m in hallados if d == menor]
    mismas = len({m[:4] for m in mejores}) == 1
    return max(mejores, key=lambda m: (m[-1] == palabra[-1], m)) if mismas else palabra


def _es_otra_forma(palabra: str) -> bool:
    """Whether it is another form of the verb, not a slip: a future, a noun, an infinitive ("cumplirán", "realizar")."""
    return _OTRA_FORMA.search(palabra) is not None


@cache
def _lecturas() -> dict[str, str]:
    return {plegar_frase(k): v for k, v in vocabulario().lecturas.items()}


@lru_cache(maxsize=16384)
def reparado(texto: str, hasta: int = PALABRAS_CABEZA) -> str:
    """``texto`` with words cut by a hyphen joined, "Nocumple" parted, and the first ``hasta`` words repaired."""
    junto = CORTE.sub("", con_letras(texto)) if "-" in texto else con_letras(texto)
    suelta = _LETRA_SUELTA.match(junto)
    junto = "".join(suelta.groups()) + junto[suelta.end() :] if suelta is not None else junto
    plegado, lugares = plegar_con_lugares(junto)
    lecturas = _lecturas()
    solo = plegado.strip(" .,;-")
    if solo in lecturas:
        return lecturas[solo]
    primera = _PRIMERA.match(plegado)
    if primera is not None and primera.group(1) in lecturas and primera.group(1) != "n°":
        junto = lecturas[primera.group(1)] + junto[lugares[primera.end() - 1] + 1 :]
        plegado, lugares = plegar_con_lugares(junto)
    salida, cursor = [], 0
    for hallada in islice(_PALABRA.finditer(plegado), hasta):
        palabra = hallada.group()
        bien = _arreglada(palabra)
        if bien == palabra:
            continue
        desde, fin = lugares[hallada.start()], lugares[hallada.end() - 1] + 1
        if not otro_tiempo(junto[desde:fin], bien):
            salida += [junto[cursor:desde], bien]
            cursor = fin
    return "".join([*salida, junto[cursor:]])


_TRAS_LETRA = re.compile(r"[0-9!|](?<=[^\W\d_].)")
"""Where ``_CON_CIFRA`` may stand: asked first, for few texts hold it."""
_CON_CIFRA = re.compile(r"(?<![^\W_])[^\W\d_]{2,}[0-9!|][^\W_!|]*(?:[0-9!|][^\W_]*)*(?![^\W_])")


@lru_cache(maxsize=16384)
def con_letras(texto: str) -> str:
    """``texto`` with words read with a figure or a stroke for a letter as they must have been ("rea1iz6", "Cump!e")."""

    def leida(hallada: re.Match[str]) -> str:
        for uno in "li":
            palabra = hallada.group().translate(str.maketrans("1!|0658", uno * 3 + "oosb"))
            if plegar_frase(palabra) in formas_verbales() | _metas()[2]:
                return palabra
        return hallada.group()

    return _CON_CIFRA.sub(leida, texto) if _TRAS_LETRA.search(texto) else texto


@lru_cache(maxsize=32768)
def _arreglada(palabra: str) -> str:
    """The word parted, or repaired."""
    return _partida(palabra) or palabra_reparada(palabra)


def _partida(palabra: str) -> str | None:
    """ "nocumple" as two words; None when it is not two."""
    _, metas, bien = _metas()
    for previa in ("no", "sin", "si"):
        resto = palabra.removeprefix(previa)
        if resto != palabra and palabra not in bien and resto in metas and len(resto) > 4:
            return f"{previa} {resto}"
    return None


@cache
def formas_verbales() -> frozenset[str]:
    """Forms of the verbs of doing that a narrated state is told with ("realizó", "realizaron", "realizará")."""
    formas: set[str] = set()
    for participio in vocabulario().narracion.participios_logro:
        raiz, ar = plegar_frase(participio)[:-2], plegar_frase(participio).endswith("ad")
        finales = (
            ("o", "aron", "ado", "ada", "ados", "adas", "ara", "aran") if ar else ("io", "ieron", "ido", "ida", "idos", "idas")
        )
        formas |= {raiz + final for final in finales}
    return frozenset(formas)
