"""What persons decided, and the findings about several documents."""

from __future__ import annotations

from sqlalchemy import Table

from extractor.almacen.esquema.base import bytes_, dato, hacia_llave, llave, metadatos, texto

decision = Table(
    "decision",
    metadatos,
    llave("id", "Identificador, dado por quien la escribe"),
    texto("tipo", "nombre, lectura, emparejamiento, hallazgo o documento", nulo=False),
    texto("clave", "Sobre qué se decide", nulo=False),
    texto("valor", "Qué se decide", nulo=False),
    texto("quien", "Quién decide", nulo=False),
    texto("cuando", "Cuándo", nulo=False),
    texto("porque", "Por qué", nulo=False),
    texto("anula", "Decisión que deja sin efecto", indice=True),
    texto("tema", "Lo que comparten dos decisiones sobre lo mismo", nulo=False, indice=True),
    comment="Decisiones de personas; solo se agregan",
)

conjunto = Table(
    "conjunto",
    metadatos,
    llave("esquema", "Esquema, como «conjunto/1»"),
    texto("huella", "Huella de las extracciones que se compararon", nulo=False),
    bytes_("datos", "Todo lo que dio la comparación: JSON en UTF-8, comprimido con zlib"),
    comment="La última comparación de todos los documentos entre sí; una sola fila",
)

hallazgo_conjunto = Table(
    "hallazgo_conjunto",
    metadatos,
    llave("huella", "Huella: la misma en cada corrida"),
    texto("huella_contenido", "La misma en otras copias de los informes", nulo=False),
    texto("codigo", "Código", nulo=False, indice=True),
    texto("gravedad", "cambia_decision, aritmetica, logica o aviso", nulo=False, indice=True),
    texto("lugar", "Dónde está, en palabras", nulo=False),
    texto("mensaje", "Qué pasa", nulo=False),
    dato("datos", "El hallazgo completo", nulo=False),
    comment="Hallazgos sobre varios documentos a la vez",
)

hallazgo_conjunto_documento = Table(
    "hallazgo_conjunto_documento",
    metadatos,
    hacia_llave("huella", "hallazgo_conjunto.huella", "Hallazgo"),
    hacia_llave("documento_id", "documento.id", "Documento de que habla"),
    comment="De qué documentos habla cada hallazgo de conjunto",
)
