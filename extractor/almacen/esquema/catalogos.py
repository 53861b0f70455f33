"""The catalogues: what the files of ``patrones/`` and the rules define, and the units that the reports name.

Their keys are the natural ones, short and readable. They only grow: a row that the files no longer define keeps the hash
of the file that did, because documents read with it still point to it.
"""

from __future__ import annotations

from sqlalchemy import Table

from extractor.almacen.esquema.base import dato, entero, exacto, hacia, hacia_llave, llave, metadatos, texto

_PATRON = "sha256 del archivo de patrones/ que la define"

archivo_patron = Table(
    "archivo_patron",
    metadatos,
    llave("archivo", "Archivo de patrones/ del que se llenó un catálogo, o «reglas»"),
    texto("sha256", "sha256 de su contenido cuando se llenó", nulo=False),
    comment="De qué archivos de patrones/ salieron los catálogos",
)

region = Table(
    "region",
    metadatos,
    llave("id", "División y código, como «2007-14»"),
    texto("division", "División regional: 1974, 2007 o 2018", nulo=False),
    texto("codigo", "Código de dos cifras en esa división", nulo=False),
    texto("romano", "Número romano"),
    texto("nombre", "Nombre oficial"),
    entero("desde", "Primer año de programa en que rige la división"),
    entero("hasta", "Último año de programa en que rige la división"),
    texto("huella_patron", _PATRON),
    comment="Regiones de cada división del país",
)

region_equivalencia = Table(
    "region_equivalencia",
    metadatos,
    hacia_llave("region_id", "region.id", "Región de la división posterior"),
    hacia_llave("antes_id", "region.id", "Región de la división anterior que tenía su territorio"),
    texto("huella_patron", _PATRON),
    comment="Qué región de una división anterior tenía el territorio de una región",
)

region_alias = Table(
    "region_alias",
    metadatos,
    hacia_llave("region_id", "region.id", "Región que nombra"),
    llave("texto", "Nombre con que se la escribe"),
    texto("visto", "Dónde se vio"),
    texto("huella_patron", _PATRON),
    comment="Nombres con que se escribe cada región",
)

servicio = Table(
    "servicio",
    metadatos,
    llave("codigo", "Código del servicio, como «sernam»"),
    texto("nombre", "Nombre oficial"),
    texto("ministerio", "Ministerio del que depende"),
    texto("huella_patron", _PATRON),
    comment="Servicios públicos",
)

servicio_alias = Table(
    "servicio_alias",
    metadatos,
    hacia_llave("servicio_codigo", "servicio.codigo", "Servicio que nombra"),
    llave("texto", "Sigla o nombre"),
    texto("clase", "sigla, otro o antes (nombre anterior)", nulo=False),
    texto("huella_patron", _PATRON),
    comment="Siglas, otros nombres y nombres anteriores de los servicios",
)

estado = Table(
    "estado",
    metadatos,
    llave("valor", "CUMPLE, NO_CUMPLE, PARCIAL, PENDIENTE, NO_APLICA o SIN_DATO"),
    texto("nombre", "Cómo se lee"),
    texto("huella_patron", _PATRON),
    comment="Estados de cumplimiento",
)

regimen = Table(
    "regimen",
    metadatos,
    llave("id", "Nombre corto, como «gt_2009»"),
    texto("nombre", "Nombre"),
    texto("fuente", "impresa, norma_externa o supuesta"),
    texto("credito", "Qué gana un cumplimiento parcial: todo_o_nada o proporcional"),
    texto("total_esperado", "Lo que deben sumar las ponderaciones"),
    texto("umbral", "Porcentaje desde el que vale el programa de una región"),
    exacto("umbral_millonesimas", "El umbral en millonésimas"),
    entero("minimo_actividades", "Actividades que debe tener un objetivo"),
    entero("desde", "Primer año en que rige"),
    entero("hasta", "Último año en que rige"),
    dato("normas", "Qué párrafo dice cada cosa, por referencia"),
    texto("huella_patron", _PATRON),
    comment="Regímenes: la aritmética con que se juzga un programa",
)

regla = Table(
    "regla",
    metadatos,
    llave("codigo", "Código del hallazgo o de la verificación"),
    texto("titulo", "Qué exige"),
    texto("gravedad", "Gravedad usual"),
    texto("necesita", "Campos que necesita, separados por coma"),
    texto("parrafo", "Clave de las normas del régimen que la pide"),
    texto("por_que", "Por qué importa"),
    texto("ejemplo", "Un ejemplo"),
    texto("regimenes", "A qué regímenes se aplica"),
    texto("huella_patron", "Huella de la ficha de la regla, que es parte del programa"),
    comment="Códigos de las reglas y de las dificultades de lectura",
)

unidad = Table(
    "unidad",
    metadatos,
    llave("id", "Huella del nombre sin mayúsculas ni acentos"),
    texto("plegado", "El nombre sin mayúsculas ni acentos", nulo=False),
    comment="Unidades que los informes nombran; es un vocabulario abierto",
)

unidad_alias = Table(
    "unidad_alias",
    metadatos,
    hacia_llave("documento_id", "documento.id", "Documento en que se vio"),
    hacia_llave("unidad_id", "unidad.id", "Unidad"),
    llave("nombre", "Nombre tal como se leyó"),
    entero("veces", "Veces que aparece en el documento", nulo=False),
    comment="Cómo se escribe cada unidad y en qué documento se vio",
)

tabla_region = Table(
    "tabla_region",
    metadatos,
    hacia_llave("tabla_id", "tabla.id", "Tabla"),
    hacia_llave("region_id", "region.id", "Región; una tabla de todas las regiones tiene una fila por cada una"),
    hacia("documento_id", "documento.id", "Documento", indice=False),
    comment="Regiones de cada tabla",
)
