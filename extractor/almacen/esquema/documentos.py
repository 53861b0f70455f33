"""Documents, where they were found, what each version of the program read in them, and facts about runs.

Only ``corrida``, ``corrida_extraccion`` and ``falla`` know of clocks and accidents: they tell what happened, and are left
out when two databases are compared or handed on.
"""

from __future__ import annotations

from sqlalchemy import Index, Table, text

from extractor.almacen.esquema.base import (
    bytes_,
    dato,
    entero,
    hacia,
    hacia_llave,
    llave,
    logico,
    metadatos,
    texto,
)

documento = Table(
    "documento",
    metadatos,
    llave("id", "Los primeros 24 dígitos de su sha256; de lo que no se pudo abrir, una huella de su ruta"),
    texto("sha256", "sha256 del contenido; vacío si no se pudo abrir", indice=True),
    texto("ruta", "La ruta de la que se leyó lo vigente: la primera que tiene algo declarado, o la primera", nulo=False),
    texto("nombre", "Nombre del archivo en esa ruta", nulo=False),
    entero("bytes", "Tamaño", nulo=False),
    texto("formato", "Formato del contenido: doc, pdf, pdf_escaneado..."),
    texto("lector", "Con qué se leyó"),
    entero("paginas", "Páginas"),
    texto("tipo", "implementacion, evaluacion, guia o desconocido", nulo=False),
    texto("patron", "Familia de informe: el archivo de patrones/formatos"),
    entero("anio", "Año del programa", indice=True),
    dato("etapas", "Etapas que contiene", nulo=False),
    texto("servicio_texto", "Servicio tal como está escrito"),
    hacia("servicio_codigo", "servicio.codigo", "Servicio del catálogo", nulo=True),
    texto("servicio_nombre", "Nombre del servicio"),
    texto("servicio_certeza", "exacta, alias, aproximada o dudosa"),
    texto("estado", "ok, parcial o fallido", nulo=False, indice=True),
    texto("motivo", "Por qué no se leyó, o no se leyó entero"),
    texto("ultima_falla", "Por qué falló la última lectura, si siguen vigentes los datos de una anterior"),
    entero("tablas", "Tablas del documento", nulo=False),
    entero("tablas_reconocidas", "Tablas de una forma conocida", nulo=False),
    entero("actividades", "Actividades", nulo=False),
    entero("cifras", "Cifras", nulo=False),
    entero("verificables", "Verificaciones intentadas", nulo=False),
    entero("verificadas", "Verificaciones que se pudieron hacer", nulo=False),
    dato("no_verificables", "Verificaciones que no se pudieron hacer, por motivo", nulo=False),
    entero("descartadas", "Filas y actividades en blanco, descartadas", nulo=False),
    logico("anio_supuesto", "Si nada del documento da el año como suyo"),
    comment="Un contenido: el mismo archivo en dos rutas es un documento",
)

documento_ruta = Table(
    "documento_ruta",
    metadatos,
    hacia_llave("documento_id", "documento.id", "Documento"),
    llave("ruta", "Ruta relativa a la carpeta que se cargó"),
    texto("fondo", "Fondo del archivo físico (documentos.csv)"),
    texto("serie", "Serie"),
    texto("caja", "Caja"),
    comment="Dónde se encontró cada documento y dónde está su papel",
)

extraccion = Table(
    "extraccion",
    metadatos,
    llave("id", "Huella del documento y de todo lo demás que decide qué se lee"),
    hacia("documento_id", "documento.id", "Documento"),
    logico("vigente", "Si es de ella que salen las filas de las demás tablas", nulo=False),
    texto("esquema", "Esquema del informe, como «informe/1»", nulo=False),
    texto("programa", "Versión del programa y huella de su código", nulo=False),
    texto("patrones", "Huella de patrones/", nulo=False),
    texto("ajustes", "Huella de los límites en uso", nulo=False),
    texto("decisiones", "Huella de las decisiones que le tocan", nulo=False),
    texto("declarado", "Huella de lo que una persona declaró del documento; vacía si nada", nulo=False),
    texto("externos", "Programas externos que la lectura usó, con su versión", nulo=False),
    texto("estado", "ok, parcial o fallido", nulo=False),
    bytes_("informe", "El informe completo: JSON en UTF-8, comprimido con zlib"),
    bytes_("resumen", "Lo que se compara entre documentos, comprimido; solo el de la vigente", nulo=True),
    texto("resumen_servicio", "Por qué servicio se agrupa al comparar"),
    texto("resumen_texto", "Huella de todo su texto"),
    entero("resumen_palabras", "Palabras de su texto"),
    Index(
        "uq_extraccion_vigente",
        "documento_id",
        unique=True,
        sqlite_where=text("vigente = 1"),
        postgresql_where=text("vigente"),
    ),
    comment="Lo que cada versión del programa leyó en cada documento; las anteriores se conservan",
)

corrida = Table(
    "corrida",
    metadatos,
    llave("id", "Huella del momento y del proceso"),
    texto("empezo", "Cuándo empezó, en hora universal", nulo=False),
    texto("termino", "Cuándo terminó; vacío si se cortó"),
    texto("version", "Versión del programa", nulo=False),
    texto("orden", "Qué se pidió"),
    dato("cuentas", "Documentos por estado"),
    comment="Cada carga: un hecho, no un dato de los informes",
)

corrida_extraccion = Table(
    "corrida_extraccion",
    metadatos,
    hacia_llave("corrida_id", "corrida.id", "Corrida"),
    hacia_llave("extraccion_id", "extraccion.id", "Extracción que cargó"),
    comment="Qué extracciones cargó cada corrida",
)

falla = Table(
    "falla",
    metadatos,
    llave("id", "Huella de la ruta, el contenido, la versión y el motivo"),
    hacia("documento_id", "documento.id", "Documento"),
    texto("ruta", "Ruta que se intentó leer", nulo=False),
    texto("codigo", "Código de la dificultad de lectura"),
    texto("motivo", "Por qué no se pudo leer", nulo=False),
    texto("version", "Versión del programa", nulo=False),
    comment="Todo lo que alguna vez no se pudo leer, con su motivo; no se borra",
)

DE_CORRIDA = frozenset({"corrida", "corrida_extraccion", "falla"})
"""Tables of facts about runs: two databases with the same data may differ in them."""
