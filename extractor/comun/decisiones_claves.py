"""The grammar of a decision's ``clave``: what it may say for each ``tipo``, and how such keys are made and taken apart.

docs/decisiones.md is its manual. Parts are joined by ``|``:

    nombre          QUE|folded text[|anio=2007][|servicio=sernam]
    lectura         SHA256|campo|{coordinates}
    emparejamiento  SHA256|campo|{coordinates of the activity}
    hallazgo        [SHA256|]HUELLA
    documento       SHA256|campo

Coordinates are an ``Origen`` without its text, as JSON in one fixed form, so that two spellings of one place are one key. A
database row number has no place in any of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from extractor.comun.texto import blancos, plegar
from extractor.modelo.base import Origen
from extractor.modelo.campos import DE_TEXTO

NOMBRABLES = ("region", "servicio", "unidad", "persona", "cargo", "estado")
CAMPOS_CIFRA = (
    "ponderacion",
    "ponderacion_ganada",
    "total_ponderacion",
    "total_ganada",
    "ponderacion_declarada",
    "desempeno_region",
)
CAMPOS_LECTURA = (*CAMPOS_CIFRA, "estado", "texto", *DE_TEXTO)
"""What a corrected reading may replace: figures, a state, an activity's ``texto``, the texts of a row."""
CAMPOS_EMPAREJAMIENTO = ("ponderacion", "estado", "ponderacion_ganada")
CAMPOS_DOCUMENTO = ("servicio", "anio", "region", "etapa")

_SHA = re.compile(r"[0-9a-f]{64}")
_HUELLA = re.compile(r"[0-9a-f]{16}")
_CONTEXTO = re.compile(r"\s*(anio|servicio)\s*=\s*(.*?)\s*")


class ClaveMala(ValueError):
    """A ``clave`` or a ``valor`` that the grammar refuses. The message is a Spanish sentence without file or line."""


def texto_clave(texto: str) -> str:
    """A name as keys compare it: no accents, case, outer punctuation or bars.

    >>> texto_clave("  Región de  ANTOFAGSTA. ")
    'region de antofagsta'
    """
    return blancos(plegar(texto).replace("|", " ")).strip(" .,;:")


def coordenadas(origen: Origen) -> str:
    """The place without its text, as JSON of one fixed form: no nulls, keys in order, no spaces."""
    return json.dumps(_sin_texto(origen), sort_keys=True, separators=(",", ":"))


def _sin_texto(origen: Origen) -> dict[str, Any]:
    campos = (campo for campo in Origen.model_fields if campo not in ("texto", "partes"))
    datos: dict[str, Any] = {campo: valor for campo in campos if (valor := getattr(origen, campo)) is not None}
    if origen.partes is not None:
        datos["partes"] = [_sin_texto(parte) for parte in origen.partes]
    return datos


def clave_nombre(que: str, texto: str, anio: int | None = None, servicio: str | None = None) -> str:
    """The key of a name; a context that is given narrows it to reports of that year, of that service's code, or of both."""
    contexto = [f"anio={anio}"] * (anio is not None) + [f"servicio={plegar(servicio or '')}"] * (servicio is not None)
    return "|".join([que, texto_clave(texto), *contexto])


def clave_lectura(sha256: str, campo: str, origen: Origen) -> str:
    """The key of a field's reading. ``origen``: the field's own place; where it is blank, its activity's or its row's."""
    return f"{sha256}|{campo}|{coordenadas(origen)}"


clave_emparejamiento = clave_lectura
"""The key of an activity's field. ``origen``: the place of the activity (``lugar_de_actividad``)."""


def clave_hallazgo(huella: str, sha256: str | None = None) -> str:
    """The key of a finding. With the document's hash, other documents need not know of the decision."""
    return huella if sha256 is None else f"{sha256}|{huella}"


def clave_documento(sha256: str, campo: str) -> str:
    return f"{sha256}|{campo}"


def clave_canonica(tipo: str, clave: str) -> str:
    """The key in its one form. Raises ClaveMala saying what is wrong with it."""
    return _CLAVES[tipo](clave)


def documento_de(tipo: str, clave: str) -> str | None:
    """The sha256 of the only document a canonical key speaks of; None when any may be meant."""
    cabeza = clave.split("|", 1)[0]
    return cabeza if tipo != "nombre" and _SHA.fullmatch(cabeza) else None


def tema(tipo: str, clave: str) -> str:
    """What two decisions must share to be about one thing: a finding's key with and without its document are one."""
    return clave.rsplit("|", 1)[-1] if tipo == "hallazgo" else clave


def contexto_de(clave: str) -> tuple[str, str, int | None, str | None]:
    """(que, folded text, year, service code) of a canonical key of a name."""
    que, texto, *resto = clave.split("|")
    pares = dict(parte.split("=", 1) for parte in resto)
    return que, texto, int(pares["anio"]) if "anio" in pares else None, pares.get("servicio")


def lugar_de_clave(clave: str) -> tuple[str, str]:
    """(campo, coordinates) of a canonical key of a reading or a pairing."""
    _, campo, lugar = clave.split("|", 2)
    return campo, lugar


def _nombre(clave: str) -> str:
    que, *resto = clave.split("|")
    que = plegar(que)
    if que not in NOMBRABLES:
        raise ClaveMala(f"la clave de un nombre empieza por {o_bien(NOMBRABLES)}, y aquí dice «{que}»")
    contexto: dict[str, str] = {}
    while resto and (parte := _CONTEXTO.fullmatch(resto[-1])):
        if parte[1] in contexto or not parte[2]:
            raise ClaveMala(f"el contexto «{resto[-1].strip()}» está repetido o vacío")
        contexto[parte[1]] = plegar(parte[2])
        resto.pop()
    texto = texto_clave(" ".join(resto))
    if not texto:
        raise ClaveMala("a la clave le falta el texto del nombre, como en «region|ii region»")
    if "anio" in contexto:
        anio_canonico(contexto["anio"])
    return "|".join([que, texto, *(f"{k}={contexto[k]}" for k in ("anio", "servicio") if k in contexto)])


def _con_lugar(campos: tuple[str, ...]) -> Callable[[str], str]:
    def canonica(clave: str) -> str:
        partes = clave.split("|", 2)
        if len(partes) != 3:
            raise ClaveMala("la clave lleva tres partes separadas por «|»: el sha256 del documento, el campo y el lugar")
        campo = plegar(partes[1])
        if campo not in campos:
            raise ClaveMala(f"el campo es {o_bien(campos)}, y aquí dice «{campo}»")
        return f"{_sha(partes[0])}|{campo}|{lugar_canonico(partes[2])}"

    return canonica


def _hallazgo(clave: str) -> str:
    documento, _, huella = clave.rpartition("|")
    plana = plegar(huella)
    if not _HUELLA.fullmatch(plana):
        raise ClaveMala(f"la huella de un hallazgo son 16 letras y números (0-9, a-f), y aquí dice «{huella.strip()}»")
    return f"{_sha(documento)}|{plana}" if documento else plana


def _documento(clave: str) -> str:
    documento, _, campo = clave.rpartition("|")
    if plegar(campo) not in CAMPOS_DOCUMENTO:
        raise ClaveMala(f"la clave es el sha256 del documento, «|» y {o_bien(CAMPOS_DOCUMENTO)}, y aquí dice «{campo.strip()}»")
    return f"{_sha(documento)}|{plegar(campo)}"


def _sha(texto: str) -> str:
    plano = plegar(texto)
    if not _SHA.fullmatch(plano):
        raise ClaveMala(f"el sha256 del documento son 64 letras y números (0-9, a-f), y aquí dice «{texto.strip()}»")
    return plano


def lugar_canonico(texto: str) -> str:
    """Coordinates in their one form; nulls and a ``texto`` pasted along are dropped."""
    try:
        datos = json.loads(texto)
        origen = Origen.model_validate(_con_textos(datos))
    except (json.JSONDecodeError, ValidationError, RecursionError) as error:
        raise ClaveMala(
            "el lugar debe ser un «origen» en JSON, como los que escribe «extractor extraer», sin su texto"
        ) from error
    if not _sin_texto(origen):
        raise ClaveMala("el lugar no dice nada: lleva al menos una coordenada (página, línea, tabla, fila, ...)")
    return coordenadas(origen)


def _con_textos(datos: Any) -> Any:
    if not isinstance(datos, dict):
        return datos
    partes = datos.get("partes")
    nuevas = {"partes": [_con_textos(p) for p in partes]} if isinstance(partes, list) else {}
    return {**datos, "texto": "", **nuevas}


def anio_canonico(texto: str) -> str:
    """The year as it stands. Raises ClaveMala."""
    if not re.fullmatch(r"(?:19|20)\d\d|2100", texto):
        raise ClaveMala(f"el año debe ser un número entre 1900 y 2100, y aquí dice «{texto}»")
    return texto


def o_bien(opciones: tuple[str, ...]) -> str:
    """The options for a sentence: "a, b o c"."""
    return f"{', '.join(opciones[:-1])} o {opciones[-1]}"


_CLAVES: dict[str, Callable[[str], str]] = {
    "nombre": _nombre,
    "lectura": _con_lugar(CAMPOS_LECTURA),
    "emparejamiento": _con_lugar(CAMPOS_EMPAREJAMIENTO),
    "hallazgo": _hallazgo,
    "documento": _documento,
}
TIPOS = tuple(_CLAVES)
