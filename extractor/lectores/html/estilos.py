"""What the style sheets and attributes of a web page say of how text shows, where it changes what is read: hidden content,
struck text, and the font it is set in. Excel writes nearly all of it as classes; Word, in the elements themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from extractor.lectores.imagenes import en_cm, es_grande

_MARCAS = re.compile(r"<!--|-->")
_SIGNOS = re.compile(r"[{};]")
_SIMPLE = re.compile(r"^(?P<etiqueta>[a-z][a-z0-9]*)?(?P<marca>[.#][\w-]+)?$", re.IGNORECASE)
_LETRA_DE_FONT = re.compile(r"\b\d[\d.]*(?:pt|px|em|ex|%|pc|in|cm|mm)?(?:\s*/\s*\S+)?\s+(?P<familia>\S.*)$")
_CERO = re.compile(r"^0+(?:\.0*)?(?:pt|px|in|cm|mm)?$")
_LARGO_VALOR = 300
_LETRAS_MAXIMO = 2_000_000
"""Letters of style sheets that are looked at."""

Declaraciones = Mapping[str, str]


class Estilos:
    """The simple rules (element, class, identity) of a page's style sheets. Those that hang from where an element stands, or
    from the medium, are not followed: a wrong guess would hide text."""

    def __init__(self, hojas: Iterable[str] = ()) -> None:
        self._reglas: dict[tuple[str, str], dict[str, str]] = {}
        self._memoria: dict[tuple[str, str, str, str, str], Declaraciones] = {}
        for hoja in hojas:
            self._anotar(_sin_comentarios(hoja[:_LETRAS_MAXIMO]))

    def _anotar(self, hoja: str) -> None:
        for selectores, cuerpo in _reglas(hoja):
            dichas = _declaraciones(cuerpo)
            for selector in selectores.split(","):
                simple = _SIMPLE.match(selector.strip())
                if simple is not None and selector.strip():
                    clave = (simple["etiqueta"] or "").lower(), (simple["marca"] or "").lower()
                    self._reglas.setdefault(clave, {}).update(dichas)

    def de(self, elemento: Any) -> Declaraciones:
        """What is said of this element itself, the nearest saying last; in lower case."""
        cara = elemento.get("face", "") if elemento.tag == "font" else ""
        clases, identidad = elemento.get("class", "").lower(), elemento.get("id", "").lower()
        clave = str(elemento.tag), clases, identidad, elemento.get("style", ""), cara
        if clave not in self._memoria:
            etiqueta, _, _, propio, _ = clave
            marcas = ["", *(f".{c}" for c in clases.split())]
            dichas = {"font-family": cara} if cara else {}
            claves = [("", m) for m in marcas if m] + [(etiqueta, m) for m in marcas if m]
            if identidad:
                claves += [("", f"#{identidad}"), (etiqueta, f"#{identidad}")]
            for regla in [(etiqueta, ""), *claves]:
                dichas.update(self._reglas.get(regla, {}))
            dichas.update(_declaraciones(propio))
            self._memoria[clave] = dichas
        return self._memoria[clave]

    def oculta(self, elemento: Any) -> bool:
        """Whether the element is not shown: said so, or a row that Excel or Word gave no height at all."""
        if elemento.get("hidden") is not None:
            return True
        dichas = self.de(elemento)
        if dichas.get("display") == "none" or dichas.get("mso-hide") == "all":
            return True
        if dichas.get("visibility") in ("hidden", "collapse"):
            return True
        # a bare height of 0 only is the least it may have
        sin_alto = _CERO.match(elemento.get("height") or dichas.get("height", "")) is not None
        fijo = dichas.get("mso-height-alt") == "0" or dichas.get("mso-height-rule") == "exactly"
        return elemento.tag == "tr" and sin_alto and fijo

    def tacha(self, elemento: Any) -> bool:
        """Whether the element's own style strikes its text out."""
        dichas = self.de(elemento)
        return any("line-through" in dichas.get(n, "") for n in ("text-decoration", "text-decoration-line"))

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
