"""What was found between documents, for a person: the section "Entre documentos" and the derivation of one finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from extractor.comun.razones_codigos import MOTIVOS, cuentas_por_codigo
from extractor.errores import ErrorUso
from extractor.modelo.conjunto import Conjunto, HallazgoConjunto, LugarConjunto, RegionDelServicio, VeredictoServicio
from extractor.modelo.hallazgo import Gravedad
from extractor.salidas.consola import hallazgos_en_consola, limpio
from extractor.salidas.derivacion import FichaRegla, de_la_decision, de_la_ficha, titulo_de, valores_de
from extractor.salidas.lugares import lugar_citado, lugar_de_datos
from extractor.salidas.prosa import RESULTADOS, con_coma, con_comas, en_castellano

TITULO = "Entre documentos"
_VERIFICACIONES_DICHAS = 20


def conjunto_en_consola(conjunto: Conjunto, minima: Gravedad) -> list[str]:
    """The section's lines: findings from ``minima`` up, what each service's regions reach, and what could be compared."""
    todas = conjunto.verificaciones
    hechas = sum(v.resultado != "NO_VERIFICABLE" for v in todas)
    lineas = hallazgos_en_consola(TITULO, conjunto.hallazgos, minima)
    lineas.extend(f"{TITULO}: {_veredicto(v)}" for v in conjunto.veredictos)
    lineas.append(
        f"{TITULO}: {len(conjunto.documentos)} documentos distintos; {hechas} de {len(todas)} comparaciones hechas"
        + _sin_comparar(conjunto)
    )
    return lineas


def _sin_comparar(conjunto: Conjunto) -> str:
    motivos: dict[str, int] = {}
    for verificacion in conjunto.verificaciones:
        if verificacion.motivo is not None:
            motivos[verificacion.motivo] = motivos.get(verificacion.motivo, 0) + 1
    return "; sin comparar: " + cuentas_por_codigo(motivos, MOTIVOS, "porque ") if motivos else ""


def _veredicto(veredicto: VeredictoServicio) -> str:
    """ "Servicio, 2009, Etapa 3, complementariedad: NO CUMPLE, si rige el 90 %: alcanzan 2 regiones; no alcanza Maule"."""
    from extractor.vocabularios.programas import nombre_de_programa

    partes = [veredicto.nombre, str(veredicto.anio)]
    partes += [f"Etapa {veredicto.etapa}"] if veredicto.etapa is not None else []
    partes += [nombre_de_programa(veredicto.programa)] if veredicto.programa is not None else []
    dicho = "no se puede saber si cumple" if veredicto.veredicto is None else veredicto.veredicto.replace("_", " ")
    condicion = f", si rige el {veredicto.umbral} %" if veredicto.condicional else ""
    grupos = (
        ("alcanzan", [r for r in veredicto.regiones if r.alcanza]),
        ("no alcanzan", [r for r in veredicto.regiones if r.alcanza is False]),
        ("no se sabe", [r for r in veredicto.regiones if r.alcanza is None]),
    )
    frases = [f"{texto}: {', '.join(_region(r) for r in regiones)}" for texto, regiones in grupos if regiones]
    if veredicto.faltan:
        faltan = len(veredicto.faltan)
        frases.append(f"sin informe: {faltan} {'región' if faltan == 1 else 'regiones'}")
    return limpio(f"{', '.join(partes)}: {dicho}{condicion}; {'; '.join(frases)}")


def _region(region: RegionDelServicio) -> str:
    if region.ganado is None:
        return region.nombre
    minimo, maximo = map(con_coma, region.ganado)
    return f"{region.nombre} ({minimo if minimo == maximo else f'{minimo} a {maximo}'})"


def buscar_en_conjunto(huella: str, conjunto: Conjunto) -> HallazgoConjunto | None:
    """The finding between documents whose fingerprint is, or begins with, ``huella``; None when there is none.

    Raises ErrorUso when the beginning names several.
    """
    hallados = [h for h in conjunto.hallazgos if h.huella.startswith(huella.lower())]
    exactos = [h for h in hallados if h.huella == huella.lower()]
    if len(hallados) > 1 and not exactos:
        raise ErrorUso(f"la huella «{huella}» corresponde a varios hallazgos: {', '.join(h.huella for h in hallados)}")
    return next(iter(exactos or hallados), None)


def derivacion_de_conjunto(
    conjunto: Conjunto, hallazgo: HallazgoConjunto, rutas: Mapping[str, Sequence[str]], ficha: FichaRegla | None = None
) -> list[str]:
    """The lines of the derivation. ``rutas``: the paths of each document, by content hash."""
    lineas = [titulo_de(hallazgo)]
    for sha in hallazgo.documentos:
        lineas.extend(f"Documento: {limpio(ruta)} (sha256 {sha})" for ruta in rutas.get(sha, ("(ya no está)",)))
    lineas += [
        f"Lugar: {limpio(hallazgo.lugar)}",
        f"Mensaje: {limpio(en_castellano(hallazgo.mensaje))}",
        f"Explicación: {limpio(en_castellano(hallazgo.explicacion))}",
    ]
    lineas.extend(valores_de(hallazgo))
    lineas.extend(de_la_ficha(ficha))
    lineas.extend(_lugares("En", hallazgo.lugares, rutas))
    propias = [v for v in conjunto.verificaciones if v.hallazgo == hallazgo.huella]
    for numero, hecha in enumerate(propias, start=1):
        titulo = f"Comparación {numero}: {hecha.regla}: {RESULTADOS[hecha.resultado][1]}"
        lineas += [titulo, f"  {limpio(con_comas(hecha.formula))}"]
    dudosas = [
        v for v in conjunto.verificaciones
        if v.resultado == "NO_VERIFICABLE" and v.regla == hallazgo.codigo and set(v.documentos) & set(hallazgo.documentos)
    ]
    for hecha in dudosas[:_VERIFICACIONES_DICHAS]:
        motivo = MOTIVOS.get(hecha.motivo or "", hecha.motivo)
        lineas.append(f"No se pudo comparar, porque {motivo} [{hecha.motivo}]: {limpio(con_comas(hecha.formula))}")
    lineas.extend(de_la_decision(hallazgo))
    lineas.append(f"Certeza de la lectura: {hallazgo.certeza}")
    return lineas


def _lugares(titulo: str, lugares: Iterable[LugarConjunto], rutas: Mapping[str, Sequence[str]]) -> Iterable[str]:
    for lugar in lugares:
        ruta = next(iter(rutas.get(lugar.documento, ())), lugar.documento[:12])
        partes = (lugar_de_datos(lugar.tabla, lugar.fila, lugar.actividad), lugar_citado(lugar.origen))
        yield ": ".join((f"{titulo} {limpio(ruta)}", *(parte for parte in partes if parte)))
