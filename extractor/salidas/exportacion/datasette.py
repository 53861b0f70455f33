"""``metadata.json``: what Datasette shows of the SQLite database beyond its tables: facets, labels of foreign keys, questions
already written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ARCHIVO = "metadata.json"

_TABLAS: dict[str, dict[str, Any]] = {
    "documento": {"facets": ["servicio_codigo", "anio", "estado", "formato", "tipo"], "label_column": "ruta", "sort": "ruta"},
    "documento_ruta": {"facets": ["fondo", "serie", "caja"]},
    "tabla": {"facets": ["tipo", "programa", "region_nombre", "veredicto_recalculado"], "label_column": "titulo"},
    "fila": {"label_column": "meta"},
    "actividad": {"facets": ["estado"], "label_column": "texto"},
    "cifra": {"facets": ["campo", "certeza"], "label_column": "texto"},
    "responsable": {"facets": ["unidad", "cargo"], "label_column": "texto"},
    "seccion": {"facets": ["nivel", "region_nombre", "grado_avance"], "label_column": "titulo"},
    "verificacion": {"facets": ["regla", "resultado", "motivo"]},
    "hallazgo": {"facets": ["gravedad", "codigo", "decision"], "label_column": "mensaje"},
    "hallazgo_conjunto": {"facets": ["gravedad", "codigo"], "label_column": "mensaje"},
    "decision": {"facets": ["tipo", "valor", "quien"], "sort_desc": "cuando"},
    "falla": {"facets": ["codigo"], "label_column": "motivo"},
    "region": {"facets": ["division"], "label_column": "nombre"},
    "servicio": {"label_column": "nombre"},
    "estado": {"label_column": "nombre"},
    "regimen": {"facets": ["fuente", "credito"], "label_column": "nombre"},
    "regla": {"facets": ["gravedad"], "label_column": "titulo"},
    "unidad": {"label_column": "plegado"},
    "v_desempeno": {"facets": ["servicio", "anio", "region", "cambia"]},
    "v_hallazgos": {"facets": ["gravedad", "codigo", "servicio", "anio", "region"]},
    "v_no_leido": {"facets": ["estado", "servicio", "anio"]},
    "v_no_verificable": {"facets": ["regla", "motivo", "servicio"]},
    "extractor_revision": {"hidden": True},
    "archivo_patron": {"hidden": True},
    "conjunto": {"hidden": True},
    "corrida_extraccion": {"hidden": True},
    "extraccion": {"hidden": True},
}
"""By table and view. ``label_column``: what stands for a row wherever a foreign key points to it."""

_CONSULTAS: dict[str, tuple[str, str, str]] = {
    "cambios_de_veredicto": (
        "Qué servicios cambian de veredicto, por región",
        "Las regiones cuyo programa queda del otro lado de lo exigido al recalcularlo",
        (
            "SELECT servicio, region, anio, etapa, programa, ganada_informada, ganada_recalculada, exigido, exigido_supuesto,\n"
            "       veredicto_informado, veredicto_recalculado, ruta\n"
            "FROM v_cambios_de_veredicto ORDER BY servicio, region, anio, etapa, programa, ruta"
        ),
    ),
    "hallazgos_por_gravedad": (
        "Hallazgos por gravedad",
        "Cuántos hallazgos no descartados hay de cada gravedad y código, los más graves primero",
        (
            "SELECT gravedad, codigo, SUM(hallazgos) AS hallazgos\n"
            "FROM v_hallazgos_por_gravedad GROUP BY orden, gravedad, codigo ORDER BY orden, 3 DESC, codigo"
        ),
    ),
    "no_leido": (
        "Qué no se leyó y por qué",
        "Documentos fallidos y parciales, tablas de forma desconocida y lecturas nuevas que fallaron",
        "SELECT estado, ruta, servicio, anio, motivo, tablas_sin_reconocer FROM v_no_leido ORDER BY estado, ruta",
    ),
    "hallazgos_de_un_servicio": (
        "Hallazgos de un servicio, los más graves primero",
        "El código del servicio, como «sernam»",
        (
            "SELECT gravedad, codigo, anio, region, lugar, mensaje, ruta\n"
            "FROM v_hallazgos WHERE servicio = :servicio ORDER BY orden, ruta, lugar, codigo, huella"
        ),
    ),
    "no_verificable": (
        "Qué no se pudo comprobar y por qué",
        "Por regla y motivo",
        (
            "SELECT regla, motivo, SUM(verificaciones) AS verificaciones, COUNT(DISTINCT documento_id) AS documentos\n"
            "FROM v_no_verificable GROUP BY regla, motivo ORDER BY 3 DESC, regla, motivo"
        ),
    ),
}


def metadatos(base: str) -> dict[str, Any]:
    """The metadata for the database that Datasette calls ``base``."""
    consultas = {nombre: {"title": t, "description": d, "sql": sql} for nombre, (t, d, sql) in _CONSULTAS.items()}
    return {
        "title": "Informes de desempeño de servicios públicos",
        "description": "Tablas leídas de los informes, con su aritmética recalculada. Cada tabla se explica en docs/esquema.md.",
        "databases": {base: {"tables": _TABLAS, "queries": consultas}},
    }


def escribir_metadatos(carpeta: Path, base: str) -> None:
    texto = json.dumps(metadatos(base), ensure_ascii=False, indent=2) + "\n"
    (carpeta / ARCHIVO).write_text(texto, encoding="utf-8", newline="\n")
