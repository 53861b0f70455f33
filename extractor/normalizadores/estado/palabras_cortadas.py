"""Words of a state or a grade that a reading parted with a blank or a hyphen ("se real izó", "av ance mayor").

Only a word of the vocabulary, or a form of a verb of doing, is joined again.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.normalizadores.estado.reparo import CORTE, LARGO_UN_DESLIZ, con_letras, formas_verbales
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import vocabulario


@lru_cache(maxsize=8192)
def eje_junto(texto: str) -> str:
    """``texto`` with the word of the grade joined where it was cut ("A vance menor")."""
    con_guion, pegado, cortado = _de_ejes()
    suelto = pegado.sub(r"\1 \2", con_guion.sub(r"\1 ", texto))
    return cortado.sub(lambda m: m.group().replace(" ", ""), suelto)


@cache
def _de_ejes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The word of the grade with a hyphen after it ("avance - mayor"), run into it ("avancemayor"), and either cut in two."""
    ejes = {plegar_frase(e) for e in vocabulario().grados.ejes}
    grados = [plegar_frase(p) for f in vocabulario().grados.formas for p in f.palabras]
    eje, grado = "|".join(sorted(ejes, key=len, reverse=True)), "|".join(map(re.escape, grados))
    cortes = [rf"\b({re.escape(e[:i])}) ({re.escape(e[i:])})\b" for e in sorted(ejes) for i in range(1, len(e))]
    cortes += [rf"(?<=avance )({re.escape(p[:i])}) ({re.escape(p[i:])})\b" for p in grados for i in range(1, len(p))]
    return (
        re.compile(rf"\b({eje})\s*-\s*(?=[a-z])", re.IGNORECASE),
        re.compile(rf"\b({eje})({grado})\b", re.IGNORECASE),
        re.compile("|".join(cortes), re.IGNORECASE),
    )


def sin_cortes(texto: str) -> str:
    """``texto`` with words parted by a hyphen at the end of a line joined."""
    return CORTE.sub("", texto) if "-" in texto else texto


@lru_cache(maxsize=8192)
def verbos_juntos(texto: str) -> str:
    """``texto`` with a verb of doing that a reading cut in two joined again ("Se real izó el taller")."""

    def junta(hallada: re.Match[str]) -> str:
        entera = plegar_frase(hallada.group(1) + hallada.group(2))
        cortada = entera in formas_verbales() or (entera in _largas() and plegar_frase(hallada.group(1)) not in _PALABRAS)
        return hallada.group(1) if cortada else hallada.group()

    if "0" in texto:
        texto = _NO_CON_CERO.sub(r"\1o", texto)
    texto = sin_cortes(con_letras(texto))
    if "O" in texto:
        texto = _CERO.sub(lambda m: m.group().replace("O", "0"), texto)
    if "d o" in texto or "d a" in texto:
        texto = _PARTICIPIO_CORTADO.sub(r"\1\2", texto)
    comienzos, finales = _partes()
    seguidas = _DOS_PALABRAS.findall(texto)
    if not any(plegar_frase(una) in comienzos and plegar_frase(otra) in finales for una, otra in seguidas):
        return texto
    return _DOS_PALABRAS.sub(junta, texto)


_NO_CON_CERO = re.compile(r"^(\W*[Nn])0(?=\s)")
_DOS_PALABRAS = re.compile(r"\b([^\W\d_]{2,})[ \n](?=([a-záéíóúñ]{2,})\b)")

_PALABRAS = frozenset(
    ("de", "en", "con", "por", "sin", "no", "se", "el", "la", "lo", "los", "las", "un", "una", "del", "al", "para", "que", "su",
     "sus", "es", "ya", "si", "mas", "muy", "entre", "sobre")
)  # fmt: skip

"""Words that are whole before another one ("de terminar")."""
_CERO = re.compile(r"(?<![^\W_])\d+O+(?![^\W_])")
_PARTICIPIO_CORTADO = re.compile(r"(\b(?:ha|han|fue|fueron|sido)\s+[^\W\d_]{3,}[ai]d) ([oa]s?)\b")


@cache
def _partes() -> tuple[frozenset[str], frozenset[str]]:
    """The beginnings and the ends of the words that may be joined."""
    cortes = [(p[:corte], p[corte:]) for p in formas_verbales() | _largas() for corte in range(1, len(p))]
    return frozenset(c for c, _ in cortes), frozenset(f for _, f in cortes)


@cache
def _largas() -> frozenset[str]:
    """Long words of the vocabulary that a reading may cut ("av ance", "mar cha")."""
    narra = vocabulario().narracion
    frases = [
        *narra.medidas,
        *(f for s in narra.senales for f in s.frases),
        *(f for g in vocabulario().veredictos for f in g.solas),
    ]
    return frozenset(p for f in frases for p in plegar_frase(f).split() if len(p) >= LARGO_UN_DESLIZ + 1)
