"""The Informe as JSON (CONTRACT.md section 2): one compact line, indented, or the schema itself.

Key order is that of the records, so the same Informe gives the same bytes.
"""

from __future__ import annotations

import json
from typing import Any

from extractor.modelo.conjunto import Conjunto
from extractor.modelo.decision import Decidible
from extractor.modelo.informe import Informe


def linea(informe: Informe | Conjunto) -> str:
    """One line, without its line end, letters with accents as themselves."""
    return informe.model_dump_json()


def indentado(informe: Informe | Conjunto) -> str:
    return informe.model_dump_json(indent=2)


class ArregloJson:
    """Informes, and the Conjunto after them, as an indented JSON text while they arrive: one alone is an object, several
    are an array.

    ``agregar`` and ``cerrar`` give back the text to write now; only one Informe is held at a time.
    """

    def __init__(self, varios: bool) -> None:
        self._varios = varios
        self._primero = True

    def agregar(self, informe: Informe | Conjunto) -> str:
        texto = indentado(informe)
        if not self._varios:
            return texto + "\n"
        apertura = "[\n" if self._primero else ",\n"
        self._primero = False
        return apertura + texto

    def cerrar(self) -> str:
        if not self._varios:
            return ""
        return "[]\n" if self._primero else "\n]\n"


def esquema_json() -> str:
    """The JSON Schema of the Informe as the program writes it, indented.

    Every field is always written (absent is null), except ``Origen.partes`` and the ``decision`` of a figure or a name,
    which are left out when there are none, and ``anio_supuesto``, when it is not so.
    """
    esquema = Informe.model_json_schema(mode="validation")
    _todos_obligatorios(esquema)
    for definicion in esquema["$defs"].values():
        _todos_obligatorios(definicion)
    origen = esquema["$defs"]["Origen"]
    origen["required"].remove("partes")
    origen["properties"]["partes"] = {"items": {"$ref": "#/$defs/Origen"}, "minItems": 1, "title": "Partes", "type": "array"}
    esquema["$defs"]["FichaDocumento"]["required"].remove("anio_supuesto")
    for clase in Decidible.__subclasses__():
        decidible = esquema["$defs"][clase.__name__]
        decidible["required"].remove("decision")
        decidible["properties"]["decision"] = {"title": "Decision", "type": "string"}
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **esquema}, ensure_ascii=False, indent=2)


def _todos_obligatorios(definicion: dict[str, Any]) -> None:
    propiedades = definicion.get("properties")
    if propiedades is None:
        return
    definicion["required"] = list(propiedades)
    for propiedad in propiedades.values():
        propiedad.pop("default", None)
