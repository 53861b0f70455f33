"""Labels of columns: which role a cell's words name, exact, near (rapidfuzz) or by groups of word beginnings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.comun.texto import ordinal, palabras, plegar, sin_marcas_nota
from extractor.formatos.columnas.claves import Clave, clave, comienzos, lo_nombrado
from extractor.modelo.documento import Celda, Parrafo
from extractor.modelo.patron import RolPatron, TablaPatron
from extractor.vocabularios.claves_estado import opone_respuestas, rotula_veredictos
from extractor.vocabularios.columnas import lista_de_rotulos, palabras_de_columnas
from extractor.vocabularios.textos import palabras_de

PARECIDO_MINIMO = 84.0
"""Below this likeness (0-100) two labels are not the same."""
PARECIDO_PALABRA = 58.0
"""Below this likeness two words in the same place are not the same one."""
PARECIDO_LARGA, MAS_LARGA = 90.0, 3
"""Likeness from which so many letters more cannot have been matched to the label that stood without them."""
PUNTAJE_CLAVE = 82.0
"""What a match by word beginnings is worth: less than any near spelling."""
PUNTAJE_UNA_RAIZ = 74.0
PUNTAJE_DEBIL = 60.0
"""What a label is worth whose words say its role only beside the rest of a programme's columns ("Aporte")."""
PALABRAS_MAXIMO, PALABRAS_UNA_RAIZ = 12, 5
"""Words of a label that several beginnings, or one alone, may tell."""
_LARGO_MAXIMO = 140
_PARRAFOS_MAXIMO = 4
_LISTA_TRAS_ROTULO = re.compile(r"^(\D{3,60}?)\s+(1\s?(?:\.\s?-|[.)])\s*\S.*)$")
_SI_O_NO = re.compile(r"\(\s*s[ií]\s*(?:/|-|,|\bo\b|\s)\s*no\s*\)", re.IGNORECASE)
_CON_SU_CONTRARIO = re.compile(r"\((?:se )?(\w{4,})\b[^()]*\bno (?:se )?\1\b[^()]*\)")
_PARENTESIS = re.compile(r"\([^()]*\)")


def rotulo(texto: str) -> str:
    """A label's words: what stands in brackets only explains them, and a per cent sign says nothing of the role."""
    limpio = sin_marcas_nota(texto)
    plano = palabras(_PARENTESIS.sub(" ", limpio)) or palabras(limpio)
    return " ".join(plano.replace("%", " ").split()) or plano


@dataclass(frozen=True, slots=True)
class Etiqueta:
    """A cell read as a label: its role, its words, and the paragraphs that are not part of it."""

    rol: RolPatron
    puntaje: float
    texto: str
    sobrante: tuple[Parrafo, ...]


class Rotulos:
    """The labels of one kind of table, ready to compare."""

    def __init__(self, tabla: TablaPatron) -> None:
        comunes = palabras_de_columnas()
        self.tabla = tabla
        self.textos: dict[str, RolPatron] = {}
        self.claves: list[tuple[Clave, RolPatron]] = []
        self.debiles: list[tuple[Clave, RolPatron]] = []
        for columna in tabla.columnas:
            for texto in columna.textos:
                self.textos.setdefault(rotulo(texto), columna.rol)
            self.claves.extend((clave(grupo), columna.rol) for grupo in columna.claves)
        for columna in tabla.columnas:
            if columna.rol in comunes:
                for texto in comunes[columna.rol].textos:
                    self.textos.setdefault(rotulo(texto), columna.rol)
                self.claves.extend((clave(grupo), columna.rol) for grupo in comunes[columna.rol].claves)
                if tabla.pesa is not None:
                    self.debiles.extend((clave(grupo), columna.rol) for grupo in comunes[columna.rol].debiles)
        if "otro" in comunes:
            for texto in comunes["otro"].textos:
                self.textos.setdefault(rotulo(texto), "otro")
            self.claves.extend((clave(grupo), "otro") for grupo in comunes["otro"].claves)
        dictamina = tabla.pesa is not None or tabla.tipo == "evaluacion_objetivos"
        self._pesa = dictamina and any(c.rol == "estado" for c in tabla.columnas)
        propios = {c.rol for c in tabla.columnas}
        self._concluye = tabla.pesa is None and "resultado" in propios and "estado" not in propios
        self._variantes = list(self.textos)
        self._por_raiz: dict[str, list[int]] = {}
        for numero, (grupo, _) in enumerate(self.claves):
            for raiz in grupo.raices[0]:
                self._por_raiz.setdefault(raiz, []).append(numero)
        self._memoria: dict[str, tuple[RolPatron, float] | None] = {}

    def rol(self, plano: str) -> tuple[RolPatron, float] | None:
        """The role that a label's words (``rotulo``) name and how near they came, or None."""
        if plano not in self._memoria:
            self._memoria[plano] = self._buscar(plano)
        return self._memoria[plano]

    def abre(self, texto: str) -> RolPatron | None:
        """The role of the listed label that a text opens with, if any ("Cumple 2007"): the longest of them."""
        trozos = rotulo(texto).split()
        comienzos = (" ".join(trozos[:n]) for n in range(len(trozos), 0, -1))
        return next((self.textos[c] for c in comienzos if c in self.textos), None)

    def _buscar(self, plano: str) -> tuple[RolPatron, float] | None:
        from rapidfuzz import fuzz, process

        if not plano or len(plano) > _LARGO_MAXIMO:
            return None
        if plano in self.textos:
            return self.textos[plano], 100.0
        hallado = process.extractOne(plano, self._variantes, scorer=fuzz.ratio, score_cutoff=PARECIDO_MINIMO)
        if hallado and len(plano) > 4 and _palabra_por_palabra(plano, hallado[0], hallado[1]):
            return self.textos[hallado[0]], min(99.0, float(hallado[1]))
        return self._por_clave(lo_nombrado(plano))

    def _por_clave(self, trozos: Sequence[str]) -> tuple[RolPatron, float] | None:
        """The role whose group of word beginnings is in the label, the group of most words; the first one on a tie. One
        beginning alone says enough only in a short label: anything longer may be a sentence that uses the word."""
        mejor: tuple[tuple[int, int], RolPatron] | None = None
        if len(trozos) > PALABRAS_MAXIMO:
            return None
        de_palabras = comienzos(tuple(trozos))
        for numero in sorted({n for c in de_palabras for n in self._por_raiz.get(c, ())}):
            grupo, rol = self.claves[numero]
            largo = len(grupo.raices)
            if largo == 1 and len(trozos) > PALABRAS_UNA_RAIZ and grupo.admite is None:
                continue
            sitio = grupo.sitio(de_palabras)
            if sitio is None:
                continue
            # "Responsable de la tarea": of two single beginnings, the word that comes first is what the label is about
            orden = (largo, -sitio if largo == 1 else 0)
            if mejor is None or orden > mejor[0]:
                mejor = orden, rol
        if mejor is None or (mejor[0][0] == 1 and mejor[0][1] < 0):
            # "Aporte de la acción": a measure that opens the label is what it is about
            debil = next((rol for grupo, rol in self.debiles if grupo.sitio(de_palabras) is not None), None)
            if debil is not None:
                return debil, PUNTAJE_DEBIL
        if mejor is None:
            return None
        return mejor[1], PUNTAJE_CLAVE if mejor[0][0] > 1 else PUNTAJE_UNA_RAIZ

    def etiqueta(self, opciones: Sequence[tuple[str, str]], celda: Celda) -> Etiqueta | None:
        """The cell as a label, by the first paragraphs that read best as one. ``opciones``: what ``opciones`` gives for it."""
        mejor: Etiqueta | None = None
        largo = 0
        for cuantos, (texto, plano) in enumerate(opciones, start=1):
            hallado = self.rol(plano) or self._con_parentesis(texto) or self._con_signo(texto, plano)
            flojo = hallado is None or hallado[1] <= PUNTAJE_UNA_RAIZ or hallado[0] == "resultado"
            if flojo and self._pesa and _pregunta_si_o_no(texto):
                hallado = "estado", PUNTAJE_CLAVE
            if (hallado is None or hallado[0] != "estado") and self._pesa and opone_respuestas(texto):
                hallado = "estado", PUNTAJE_CLAVE
            if hallado is None and self._pesa and rotula_veredictos(texto):
                hallado = "estado", PUNTAJE_CLAVE
            if (hallado is None or hallado[1] <= PUNTAJE_CLAVE) and self._concluye and _entre_parentesis(texto):
                hallado = "resultado", PUNTAJE_CLAVE
            if hallado is None or (hallado[1] == PUNTAJE_DEBIL and "$" in texto):
                continue
            # "Ponderación / danada" is a longer label misread, not "Ponderación" and something else
            mas_larga = hallado[1] >= PARECIDO_LARGA and len(plano) - largo >= MAS_LARGA
            if mejor is None or hallado[1] >= mejor.puntaje or mas_larga:
                mejor, largo = Etiqueta(hallado[0], hallado[1], texto, celda.parrafos[cuantos:]), len(plano)
        con_lista = self._con_lista(celda)
        if con_lista is not None and (mejor is None or con_lista.puntaje > mejor.puntaje):
            return con_lista
        return _aclaracion(mejor) if mejor is not None else None

    def _con_lista(self, celda: Celda) -> Etiqueta | None:
        """A label and the numbered objectives of the whole table in one line, the breaks between them lost."""
        lista = _LISTA_TRAS_ROTULO.match(celda.parrafos[0].texto) if len(celda.parrafos) == 1 else None
        hallado = self.rol(rotulo(lista[1])) if lista else None
        if lista is None or hallado is None or hallado[0] != "objetivo":
            return None
        unico = celda.parrafos[0]
        return Etiqueta(hallado[0], hallado[1], lista[1], (Parrafo(lista[2], unico.origen, 1, unico.estilo),))

    def _con_parentesis(self, texto: str) -> tuple[RolPatron, float] | None:
        """A label whose words say nothing here but whose brackets do ("Resultado (cumple / no cumple)")."""
        entero = " ".join(palabras(sin_marcas_nota(texto)).replace("%", " ").split()) if "(" in texto else ""
        return self.rol(entero) if entero else None

    def _con_signo(self, texto: str, plano: str) -> tuple[RolPatron, float] | None:
        """A label that says a measure by its sign alone ("% conseguido")."""
        return self.rol(f"{palabras_de('de_cientos')[0]} {plano}") if "%" in texto and plano != "%" else None


def dice_ganar(texto: str) -> bool:
    """Whether a label says that what it measures was earned.

    >>> dice_ganar("Puntaje que obtuvo"), dice_ganar("Puntaje")
    (True, False)
    """
    raices = tuple(f"{palabras(r)} " if r.startswith("=") else palabras(r) for r in lista_de_rotulos("ganado"))
    return any(f"{p} ".startswith(raices) for p in palabras(texto).split())


def opciones(celda: Celda) -> list[tuple[str, str]]:
    """What a cell may say as a label: its first paragraph, its first two and so on, each as it is and in plain words."""
    opciones: list[tuple[str, str]] = []
    for cuantos in range(1, min(_PARRAFOS_MAXIMO, len(celda.parrafos)) + 1):
        texto = " ".join(p.texto for p in celda.parrafos[:cuantos])
        if len(texto) > 2 * _LARGO_MAXIMO:
            break
        opciones.append((texto, rotulo(texto)))
    return opciones


def _palabra_por_palabra(plano: str, rotulo: str, puntaje: float) -> bool:
    """Whether two labels that are only fairly alike are so word by word: "Lo comprometido" is not "Labor comprometida"."""
    from rapidfuzz import fuzz

    propias, suyas = plano.split(), rotulo.split()
    if puntaje >= PARECIDO_LARGA or len(propias) != len(suyas):
        return True
    return all(fuzz.ratio(a, b) >= PARECIDO_PALABRA for a, b in zip(propias, suyas, strict=True))


def _pregunta_si_o_no(texto: str) -> bool:
    """Whether a label asks something that yes or no answers ("¿La tarea quedó hecha?", "Hecho (sí/no)"); "¿Quién?" does not."""
    if _SI_O_NO.search(texto):
        return True
    limpio = sin_marcas_nota(texto)
    trozos = palabras(limpio).split()
    pregunta = limpio.startswith("¿") and limpio.endswith("?")
    return pregunta and 0 < len(trozos) <= PALABRAS_UNA_RAIZ and not set(trozos).intersection(palabras_de("piden_otra_cosa"))


def _entre_parentesis(texto: str) -> bool:
    """Whether the brackets of a label give the answers to choose from: one, and the same denied ("(Logrado, no logrado)")."""
    return _CON_SU_CONTRARIO.search(plegar(texto)) is not None


def _aclaracion(etiqueta: Etiqueta) -> Etiqueta:
    """Paragraphs that only explain the label ("(Cumple, no cumple)") are part of it."""
    texto, sobrante = etiqueta.texto, list(etiqueta.sobrante)
    while sobrante and sobrante[0].hueco <= 1 and ordinal(sobrante[0].texto) is None and len(sobrante[0].texto) <= _LARGO_MAXIMO:
        texto = f"{texto} {sobrante.pop(0).texto}"
    return Etiqueta(etiqueta.rol, etiqueta.puntaje, texto, tuple(sobrante))


@lru_cache(maxsize=64)
def rotulos_de(tablas: tuple[TablaPatron, ...]) -> tuple[Rotulos, ...]:
    """The labels of these kinds of table; kept, since a batch asks for the same families again and again."""
    return tuple(map(_rotulos, tablas))


@lru_cache(maxsize=128)
def _rotulos(tabla: TablaPatron) -> Rotulos:
    """The labels of one kind of table, which several families may share."""
    return Rotulos(tabla)
