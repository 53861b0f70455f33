"""Whole reports of several regions and stages, read by the program from the text of the 2009 form written here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractor.lectores import leer_bytes
from extractor.modelo.conjunto import Conjunto, Resumen
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe, Metadatos
from extractor.proceso import informe_de
from extractor.reconciliador.conjunto import resumir, revisar_conjunto

COMPROMISOS = (
    ("Abrir oficinas de atención en comunas rurales", "4 oficinas rurales abiertas con atención semanal"),
    ("Capacitar a dirigentes vecinales", "10 talleres de capacitación para dirigentes vecinales"),
    ("Difundir la oferta programática por radio", "Campaña radial emitida en tres emisoras locales"),
    ("Mejorar el registro de beneficiarios", "Sistema de registro de beneficiarios en funcionamiento"),
)
Renglon = tuple[str, str, str]
"""Weight, state, earned."""


def pleno(*pesos: str) -> list[Renglon]:
    return [(peso, "si", peso) for peso in pesos]


def texto(
    region: str = "DEL MAULE", renglones: Sequence[Renglon] = (), *, servicio: str = "Corporación Nacional Forestal",
    etapa: int = 3, anio: int = 2009, desempeno: str | None = None, cumple: str | None = None,
    compromisos: Sequence[tuple[str, str]] = COMPROMISOS, separador: str = ".",
) -> str:
    """One report of the 2009 form, as text of a PDF. An Etapa 2 has no columns of results."""
    con_resultados = etapa > 2
    titulos = ["Objetivos específicos (2)", "Indicador (3)", "Meta anual o actividades comprometidas (5)",
               "Unidad Responsable (6)", "Medio de verificación (7)", "Ponderación (%) (8)"]
    if con_resultados:
        titulos[2:2] = ["Resultado anual del indicador (4)"]
        titulos += ["Cumple/no cumple (9)", "Ponderación ganada (10)"]
    lineas = [
        f"FORMATOS DE LA ETAPA {etapa}: PROGRAMA DE TRABAJO GT {anio}", "", f"SERVICIO: {servicio}", "",
        f"Actividad III. 1. Programa de Trabajo de Gestión Territorial {anio} (mejoras en el diseño, acceso y distribución)", "",
        f"REGIÓN (1)\t{region}", "--\t---", "", "Control de Resultados\t\t\tControl Operacional", "\t".join(titulos),
    ]
    for (objetivo, meta), (peso, estado, ganada) in zip(compromisos, renglones, strict=False):
        celdas = [objetivo, f"Nº de {meta.split(' ', 1)[1]}", meta, "Unidad de Estudios", f"Acta de {objetivo.lower()}", peso]
        if con_resultados:
            celdas[2:2] = [f"Se informa sobre: {objetivo.lower()}"]
            celdas += [estado, ganada]
        lineas.append("\t".join(c.replace(".", separador) if c[:1].isdigit() and " " not in c else c for c in celdas))
    lineas.append("")
    cual = f"Programa de Trabajo (diseño, acceso y distribución) {anio}"
    if desempeno is not None:
        lineas += [f"Desempeño Anual Región {cual} (%) (11)\t{desempeno}", "--\t---", ""]
    if cumple is not None:
        lineas += [f"Desempeño Anual Servicio {cual} (CUMPLE /NO CUMPLE) (12)\t{cumple}", "--\t---", ""]
    return "\n".join((*lineas, "Notas Actividad III. 1.", ""))


def leido(contenido: str, ruta: str = "a.txt", modificado: str | None = None, **declarado: Any) -> Informe:
    informe = informe_de(leer_bytes(contenido.encode(), ruta), Declarado(**declarado))
    ficha = informe.documento.model_copy(update={"metadatos": Metadatos(modificado=modificado)})
    return informe.model_copy(update={"documento": ficha})


def resumido(contenido: str, ruta: str = "a.txt", modificado: str | None = None, **declarado: Any) -> Resumen:
    return resumir(leido(contenido, ruta, modificado, **declarado))


def revisar(*resumenes: Resumen) -> Conjunto:
    """The comparison, which must be the same whatever the order."""
    hecho = revisar_conjunto(resumenes)
    assert revisar_conjunto(tuple(reversed(resumenes))) == hecho
    return hecho


def codigos(conjunto: Conjunto) -> list[tuple[str, str]]:
    """(code, severity) of each finding."""
    return [(h.codigo, h.gravedad) for h in conjunto.hallazgos]


def respuestas(conjunto: Conjunto, regla: str) -> list[tuple[str, str | None]]:
    """(result, reason) of each comparison of a rule."""
    return [(v.resultado, v.motivo) for v in conjunto.verificaciones if v.regla == regla]
