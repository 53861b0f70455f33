"""What the style sheets and attributes of a web page say of how text shows, where it changes what is read: hidden content,
struck text, and the font it is set in. Excel writes nearly all of it as classes; Word, in the elements themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from extractor.lectores.html.selectores import Cara, Selector, leer_selector
from extractor.lectores.imagenes import en_cm, es_grande

_MARCAS = re.compile(r"<!--|-->")
_SIGNOS = re.compile(r"[{};]")
_LETRA_DE_FONT = re.compile(r"\b\d[\d.]*(?:pt|px|em|ex|%|pc|in|cm|mm)?(?:\s*/\s*\S+)?\s+(?P<familia>\S.*)$")
_CERO = re.compile(r"^0+(?:\.0*)?(?:pt|px|in|cm|mm)?$")
_LARGO_VALOR = 300
_LETRAS_MAXIMO = 2_000_000
"""Letters of style sheets that are looked at."""
_REGLAS_MAXIMO = 500
"""Rules for one class, identity or element that are looked at; no program writes as many."""
_DUDA = "?"
"""Stands for a property in the rules that would hide or strike out, and whose selector is not wholly followed."""

Declaraciones = Mapping[str, str]


class _Regla(NamedTuple):
    """``orden``: which of the page's rules it is, in order."""

    selector: Selector
    orden: int
    dichas: Declaraciones


class Estilos:
    """The rules of a page's style sheets. Those that hang from the medium are not followed, nor those whose selector is not: a
    wrong guess would hide text."""

    def __init__(self, hojas: Iterable[str] = ()) -> None:
        self._leidas = 0
        self._reglas: dict[str, list[_Regla]] = {}
        self._de_cara: dict[Cara, list[_Regla]] = {}
        self._memoria: dict[tuple[Cara, str, str, tuple[Cara, ...]], Declaraciones] = {}
        for hoja in hojas:
            self._anotar(_sin_comentarios(hoja[:_LETRAS_MAXIMO]))

    def _anotar(self, hoja: str) -> None:
        for selectores, cuerpo in _reglas(hoja):
            dichas = _declaraciones(cuerpo)
            self._leidas += 1
            for selector in map(leer_selector, selectores.split(",")) if dichas else ():
                if selector is None:
                    continue
                suyas = self._reglas.setdefault(selector.clave, [])
                if selector.seguro:
                    suyas.append(_Regla(selector, self._leidas, dichas))
                elif _oculta(dichas) or _tacha(dichas):
                    suyas.append(_Regla(selector, self._leidas, {_DUDA: ""}))

    def de(self, elemento: Any) -> Declaraciones:
        """What is said of this element itself, the nearest saying last; in lower case."""
        cara = Cara.de(elemento)
        letra = elemento.get("face", "") if elemento.tag == "font" else ""
        propio = elemento.get("style", "")
        reglas = self._reglas_de(cara)
        # where it stands is looked at only if some rule asks
        en_su_lugar = any(r.selector.arriba for r in reglas)
        padres = tuple(Cara.de(padre) for padre in elemento.iterancestors()) if en_su_lugar else ()
        clave = cara, propio, letra, padres
        if clave not in self._memoria:
            dichas = {"font-family": letra} if letra else {}
            for regla in reglas:
                if regla.selector.esta_dentro(padres):
                    dichas.update(regla.dichas)
            dichas.update(_declaraciones(propio))
            self._memoria[clave] = dichas
        return self._memoria[clave]

    def _reglas_de(self, cara: Cara) -> list[_Regla]:
        """The rules for an element, but for where it stands: the one that wins last."""
        if cara not in self._de_cara:
            marcas = [f".{c}" for c in sorted(cara.clases)] + ([f"#{cara.identidad}"] if cara.identidad else [])
            todas = [r for clave in ("", cara.etiqueta, *marcas) for r in self._reglas.get(clave, ())[:_REGLAS_MAXIMO]]
            suyas = (r for r in todas if r.selector.ultima.acepta(cara))
            self._de_cara[cara] = sorted(suyas, key=lambda r: (r.selector.peso, r.orden))
        return self._de_cara[cara]

    def en_duda(self, elemento: Any) -> bool:
        """Whether a rule that is not followed may hide the element or strike it out."""
        return _DUDA in self.de(elemento)

    def oculta(self, elemento: Any) -> bool:
        """Whether the element is not shown: said so, or a row that Excel or Word gave no height at all."""
        if elemento.get("hidden") is not None:
            return True
        dichas = self.de(elemento)
        if _oculta(dichas):
            return True
        # a bare height of 0 only is the least it may have
        sin_alto = _CERO.match(elemento.get("height") or dichas.get("height", "")) is not None
        fijo = dichas.get("mso-height-alt") == "0" or dichas.get("mso-height-rule") == "exactly"
        return elemento.tag == "tr" and sin_alto and fijo

    def tacha(self, elemento: Any) -> bool:
        """Whether the element's own style strikes its text out."""
        return _tacha(self.de(elemento))

    def imagen_grande(self, elemento: Any) -> bool:
        """Whether a picture is shown at the size of a table."""
        dichas = self.de(elemento)
        ancho, alto = (en_cm(dichas.get(lado) or elemento.get(lado)) for lado in ("width", "height"))
        return es_grande(ancho, alto)

    def fuente(self, elemento: Any, heredada: str | None) -> str | None:
        """The font of the element's text; ``heredada`` where it names none."""
        dichas = self.de(elemento)
        if dichas.get("mso-char-type") == "symbol" and dichas.get("mso-symbol-font-family"):
            return _primera(dichas["mso-symbol-font-family"])
        return _primera(dichas["font-family"]) if dichas.get("font-family") else heredada


def _oculta(dichas: Declaraciones) -> bool:
    return (
        dichas.get("display") == "none" or dichas.get("mso-hide") == "all" or dichas.get("visibility") in ("hidden", "collapse")
    )


def _tacha(dichas: Declaraciones) -> bool:
    return any("line-through" in dichas.get(n, "") for n in ("text-decoration", "text-decoration-line"))


def _sin_comentarios(hoja: str) -> str:
    primera, *otras = _MARCAS.sub(" ", hoja).split("/*")
    return " ".join([primera, *(trozo.partition("*/")[2] for trozo in otras)])


def _reglas(hoja: str) -> Iterator[tuple[str, str]]:
    """The selectors and the declarations of each plain rule: those that begin with @, and what is inside them, are left out."""
    hondura = inicio = cuerpo = 0
    selectores = ""
    simple = False
    for hallado in _SIGNOS.finditer(hoja):
        signo, lugar = hallado.group(), hallado.start()
        if signo == "{":
            if hondura == 0:
                selectores, cuerpo = hoja[inicio:lugar].strip(), lugar + 1
            simple = hondura == 0 and not selectores.startswith("@")
            hondura += 1
        elif signo == "}":
            if hondura == 1 and simple:
                yield selectores, hoja[cuerpo:lugar]
            hondura = max(0, hondura - 1)
        if hondura == 0:
            inicio = lugar + 1


def _declaraciones(cuerpo: str) -> dict[str, str]:
    dichas: dict[str, str] = {}
    for trozo in cuerpo.split(";"):
        nombre, _, valor = trozo.partition(":")
        nombre, valor = nombre.strip().lower(), valor.replace("!important", "").strip().lower()
        if not valor or len(valor) > _LARGO_VALOR:
            continue
        if nombre == "font":
            familia = _LETRA_DE_FONT.search(valor)
            if familia is not None:
                dichas["font-family"] = familia["familia"]
        else:
            dichas[nombre] = valor
    return dichas


def _primera(familias: str) -> str:
    return familias.split(",")[0].strip(" \"'").lower()
