"""The record of each rule across documents, for the manual and for explaining a finding."""

from __future__ import annotations

from extractor.reconciliador.conjunto.copias import PARECIDO as PARECIDO_COPIA
from extractor.reconciliador.conjunto.parejas import DISTINTO, MARGEN, PARECIDO
from extractor.reconciliador.conjunto.regiones import POCAS
from extractor.reconciliador.regla import Ficha

FICHAS: tuple[Ficha, ...] = (
    Ficha(
        ("DOCUMENTO_DUPLICADO",), "Cada informe está en un solo archivo", "aviso", (), None,
        "Un informe contado dos veces altera cualquier suma o conteo. Son copias los archivos iguales byte por byte o palabra "
        f"por palabra, y los que dan los mismos datos con al menos {int(PARECIDO_COPIA * 100)} % de las palabras iguales.",
        "El mismo informe en Word y en PDF.",
    ),
    Ficha(
        ("VERSION_POSTERIOR",), "Un informe tiene una sola versión", "aviso", ("ponderacion",), None,
        "Dos archivos del mismo servicio, año, etapa, programa y región con cifras distintas son versiones. La posterior es la "
        "de fecha de modificación más nueva; si no la hay, la que su nombre dice («v2», «corregido»); si no, no se sabe. Si "
        "según cuál rija cambia que se alcance el umbral, cambia la decisión.",
        "informe.doc y informe_corregido.doc, con ponderaciones ganadas de 16 y 17.",
    ),
    Ficha(
        ("INCONSISTENCIA_ENTRE_TABLAS",), "Dos documentos informan lo mismo con las mismas cifras", "logica", ("ponderacion",),
        None,
        "Un informe nacional y el de una de sus regiones, la Etapa 3 y la Etapa 4, o los desempeños del servicio que imprimen "
        "sus archivos, no pueden decir cosas distintas de lo mismo.",
        "El informe nacional da 77.5 a una región cuyo propio informe da 92.",
    ),
    Ficha(
        ("PONDERACION_CAMBIADA",), "Las ponderaciones comprometidas son las que se informan", "logica", ("ponderacion",),
        None,
        "Cambiar una ponderación después de comprometida cambia lo que se gana. Los compromisos se emparejan por su texto: "
        f"parecido de {int(PARECIDO)} o más sobre 100, y {int(MARGEN)} más que el siguiente candidato; son nuevos o desaparecen "
        f"bajo {int(DISTINTO)}. Lo que queda en duda no se informa como hallazgo.",
        "Una actividad comprometida con 20 en la Etapa 2 que en la Etapa 3 pesa 35.",
    ),
    Ficha(
        ("REGION_FALTANTE",), "Están los informes de todas las regiones", "aviso", ("region",), None,
        "El resultado del servicio depende de todas sus regiones. Se dice solo si los archivos cubren casi todas las del año "
        f"(falta a lo más una de cada {POCAS}), o si una etapa anterior nombraba más que el informe de la siguiente.",
        "Quince regiones en 2009 y archivos de catorce.",
    ),
    Ficha(
        ("DESEMPENO_SERVICIO_NO_CUADRA",), "El servicio cumple solo si los informes de todas sus regiones alcanzan el umbral",
        "cambia_decision", ("ponderacion_ganada",), "servicio",
        "El informe de una región no basta para comprobar el desempeño del servicio; los de todas, sí.",
        "CUMPLE impreso en los informes de todas las regiones, una de las cuales suma 77.5.", regimenes="los que fijan un umbral",
    ),
)
