"""The views: the questions people ask, in SQL that SQLite and PostgreSQL both take.

A view holds no data, so they are made anew whenever the schema is migrated; changing one needs a revision too (a test
compares ``HUELLA``). Sums are of millionths, never of floats.
"""

from __future__ import annotations

from extractor.comun.huellas import huella

_SERVICIO = "COALESCE(d.servicio_codigo, d.servicio_nombre, d.servicio_texto)"
_REGION = "COALESCE(t.region_nombre, t.region_texto, t.region_alcance)"

VISTAS: dict[str, tuple[str, str]] = {
    "v_desempeno": (
        (
            "Por servicio, año, etapa, programa y región: lo comprometido, lo ganado según el informe y según el recálculo, y el "
            "veredicto de cada uno frente a lo exigido. Una fila por tabla que pondera algo; «cambia» es 1 cuando los dos "
            "veredictos difieren, 0 cuando no, y vacío cuando falta alguno"
        ),
        f"""
        SELECT {_SERVICIO} AS servicio, d.anio, t.etapa, t.programa, {_REGION} AS region, t.ponderacion,
               t.ganada_informada, t.ganada_recalculada, t.exigido, t.exigido_supuesto, t.veredicto_informado,
               t.veredicto_recalculado,
               CASE WHEN t.veredicto_informado IS NULL OR t.veredicto_recalculado IS NULL THEN NULL
                    WHEN t.veredicto_informado <> t.veredicto_recalculado THEN 1 ELSE 0 END AS cambia,
               t.ponderacion_millonesimas, t.ganada_informada_millonesimas, t.ganada_recalculada_millonesimas,
               t.regimen, t.clave AS tabla, t.id AS tabla_id, d.id AS documento_id, d.ruta
        FROM tabla t JOIN documento d ON d.id = t.documento_id
        WHERE t.ponderacion IS NOT NULL OR t.ganada_informada IS NOT NULL OR t.ganada_intervalo IS NOT NULL
        """,
    ),
    "v_cambios_de_veredicto": (
        "Las regiones cuyo programa queda del otro lado de lo exigido al recalcularlo",
        """
        SELECT servicio, anio, etapa, programa, region, ganada_informada, ganada_recalculada, exigido, exigido_supuesto,
               veredicto_informado, veredicto_recalculado, tabla, documento_id, ruta
        FROM v_desempeno WHERE cambia = 1
        """,
    ),
    "v_servicios": (
        (
            "Por servicio, año, etapa y programa: cuántas tablas hay, cuántas alcanzan lo exigido según el informe y según el "
            "recálculo, cuántas cambian y lo ganado en total, en millonésimas"
        ),
        """
        SELECT servicio, anio, etapa, programa, COUNT(*) AS tablas,
               SUM(CASE WHEN veredicto_informado = 'CUMPLE' THEN 1 ELSE 0 END) AS cumplen_informado,
               SUM(CASE WHEN veredicto_recalculado = 'CUMPLE' THEN 1 ELSE 0 END) AS cumplen_recalculado,
               SUM(CASE WHEN cambia = 1 THEN 1 ELSE 0 END) AS cambian,
               SUM(CASE WHEN cambia IS NULL THEN 1 ELSE 0 END) AS sin_veredicto,
               CAST(SUM(ponderacion_millonesimas) AS BIGINT) AS ponderacion_millonesimas,
               CAST(SUM(ganada_informada_millonesimas) AS BIGINT) AS ganada_informada_millonesimas,
               CAST(SUM(ganada_recalculada_millonesimas) AS BIGINT) AS ganada_recalculada_millonesimas
        FROM v_desempeno GROUP BY servicio, anio, etapa, programa
        """,
    ),
    "v_hallazgos": (
        "Los hallazgos con su documento, servicio, año y región; «orden» 1 es el más grave",
        f"""
        SELECT CASE h.gravedad WHEN 'cambia_decision' THEN 1 WHEN 'aritmetica' THEN 2 WHEN 'logica' THEN 3 ELSE 4 END AS orden,
               h.gravedad, h.codigo, {_SERVICIO} AS servicio, d.anio,
               COALESCE({_REGION}, s.region_nombre) AS region, t.programa, h.lugar, h.campo, h.informado, h.recalculado,
               h.diferencia, h.mensaje, h.causa, h.decision, h.huella, h.documento_id, d.ruta
        FROM hallazgo h JOIN documento d ON d.id = h.documento_id
        LEFT JOIN tabla t ON t.documento_id = h.documento_id AND t.clave = h.tabla
        LEFT JOIN seccion s ON s.documento_id = h.documento_id AND s.clave = h.tabla
        """,
    ),
    "v_hallazgos_por_gravedad": (
        "Cuántos hallazgos no descartados hay de cada gravedad y código, por servicio y año",
        """
        SELECT orden, gravedad, codigo, servicio, anio, COUNT(*) AS hallazgos, COUNT(DISTINCT documento_id) AS documentos
        FROM v_hallazgos WHERE COALESCE(decision, '') <> 'descartado' GROUP BY orden, gravedad, codigo, servicio, anio
        """,
    ),
    "v_no_leido": (
        (
            "Lo que no se leyó, o no se leyó entero: documentos fallidos y parciales con su motivo, tablas de forma desconocida, "
            "y lecturas nuevas que fallaron mientras siguen vigentes los datos de una anterior"
        ),
        f"""
        SELECT d.estado, d.ruta, {_SERVICIO} AS servicio, d.anio, COALESCE(d.ultima_falla, d.motivo) AS motivo,
               d.tablas - d.tablas_reconocidas AS tablas_sin_reconocer, d.id AS documento_id
        FROM documento d
        WHERE d.estado <> 'ok' OR d.ultima_falla IS NOT NULL OR d.tablas_reconocidas < d.tablas
        """,
    ),
    "v_no_verificable": (
        "Qué no se pudo comprobar y por qué, por documento y regla",
        f"""
        SELECT d.ruta, {_SERVICIO} AS servicio, d.anio, v.regla, v.motivo, COUNT(*) AS verificaciones, d.id AS documento_id
        FROM verificacion v JOIN documento d ON d.id = v.documento_id
        WHERE v.resultado = 'NO_VERIFICABLE'
        GROUP BY d.ruta, d.servicio_codigo, d.servicio_nombre, d.servicio_texto, d.anio, v.regla, v.motivo, d.id
        """,
    ),
    "v_unidades": (
        "Cada unidad con uno de sus nombres, en cuántos documentos aparece y cuántas veces",
        """
        SELECT u.id AS unidad_id, MIN(a.nombre) AS nombre, COUNT(DISTINCT a.nombre) AS formas,
               COUNT(DISTINCT a.documento_id) AS documentos, SUM(a.veces) AS veces
        FROM unidad u JOIN unidad_alias a ON a.unidad_id = u.id GROUP BY u.id
        """,
    ),
}
"""Name -> (what it answers, its SELECT), in the order in which they can be made."""

HUELLA = huella([[nombre, " ".join(consulta.split())] for nombre, (_, consulta) in VISTAS.items()])
