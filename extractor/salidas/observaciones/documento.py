"""The part of one document: whose it is and how it was checked, its observations, and what could not be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from extractor.comun.texto import corto
from extractor.modelo.conjunto import Conjunto
from extractor.modelo.hallazgo import GRAVEDADES, Gravedad
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.salidas.consola import alcanza, linea_cobertura
from extractor.salidas.observaciones.grupos import Reparto, repartir
from extractor.salidas.observaciones.observacion import LUGARES_DICHOS, escribir_observacion
from extractor.salidas.observaciones.papel import Papel
from extractor.salidas.procedencia import Procedencia, fecha_escrita
from extractor.salidas.prosa import codigo_en_palabras, con_coma, en_castellano
from extractor.salidas.revision.formato import MOTIVOS, NIVELES, nombre_gravedad, plural

_FUENTES = {"impresa": "impreso en el formulario", "norma_externa": "de una norma externa", "supuesta": "supuesto"}
_TEXTO = 1_500


def escribir_documento(
    papel: Papel, informe: Informe, minima: Gravedad, regimenes: Mapping[str, Regimen], origen: Procedencia, libres: int
) -> int:
    """``libres``: observations that still fit in the paper. Returns how many were left out."""
    reparto = repartir(informe, minima)
    papel.titulo(informe.documento.nombre, 1)
    papel.ficha(_ficha(informe, minima, regimenes, origen))
    if informe.documento.estado == "fallido":
        papel.parrafo(f"El documento no se pudo leer: {informe.documento.motivo or 'sin motivo registrado'}. Nada se verificó.")
        return 0
    papel.parrafo(_sintesis(reparto, minima))
    for numero, observacion in enumerate(reparto.observaciones[:libres], start=1):
        escribir_observacion(papel, numero, observacion)
    fuera = len(reparto.observaciones) - min(libres, len(reparto.observaciones))
    if fuera:
        papel.parrafo(f"{plural(fuera, 'observación no cabe', 'observaciones no caben')} en este papel: están en hallazgos.xlsx.")
    _dudosas(papel, reparto)
    _verificado(papel, informe)
    _sin_verificar(papel, informe)
    return fuera


def _ficha(
    informe: Informe, minima: Gravedad, regimenes: Mapping[str, Regimen], origen: Procedencia
) -> list[tuple[str, str]]:
    ficha = informe.documento
    servicio = ficha.servicio.nombre or ficha.servicio.texto if ficha.servicio is not None else "no identificado"
    etapas = ", ".join(f"Etapa {etapa}" for etapa in ficha.etapas) or "sin etapa"
    reglas = sorted({v.regla for v in informe.verificaciones})
    renglones = [
        ("Documento", ficha.ruta), ("SHA-256", ficha.sha256), ("Servicio", servicio),
        ("Programa", f"{ficha.anio if ficha.anio is not None else 'año no identificado'}, {etapas}"),
        ("Leído con", f"{ficha.lector or 'ningún lector'} (formato {ficha.formato or 'desconocido'})"),
        ("Verificado con", f"extractor {origen.version}, patrones {origen.patrones}"),
        ("Reglas aplicadas", f"{len(reglas)}: {'; '.join(map(codigo_en_palabras, reglas))}" if reglas else "ninguna"),
        ("Régimen", _regimenes(informe, regimenes)),
        ("Cobertura", linea_cobertura(informe).removeprefix("cobertura: ")),
        ("Se observa desde", nombre_gravedad(minima)),
    ]  # fmt: skip
    if ficha.estado == "parcial" and ficha.motivo:
        renglones.append(("Leído en parte", ficha.motivo))
    if informe.decisiones:
        renglones.append(("Decisiones aplicadas", f"{len(informe.decisiones)}: {corto(', '.join(informe.decisiones), 300)}"))
    if origen.autor:
        renglones.append(("Preparado por", origen.autor))
    if origen.fecha is not None:
        renglones.append(("Fecha", fecha_escrita(origen.fecha)))
    return [(nombre, corto(valor, _TEXTO)) for nombre, valor in renglones]


def _regimenes(informe: Informe, regimenes: Mapping[str, Regimen]) -> str:
    frases = []
    for id_ in sorted({t.regimen for t in informe.tablas if t.regimen is not None}):
        regimen = regimenes.get(id_)
        if regimen is None:
            frases.append(id_)
            continue
        credito = "crédito proporcional" if regimen.credito == "proporcional" else "todo o nada"
        umbral = ""
        if regimen.umbral is not None:
            umbral = f", {'si rige el' if regimen.fuente == 'supuesta' else 'mínimo'} {regimen.umbral} %"
        frases.append(f"{regimen.nombre} ({_FUENTES[regimen.fuente]}; {credito}{umbral})")
    return "; ".join(frases) or "no corresponde: nada se pondera"


def _sintesis(reparto: Reparto, minima: Gravedad) -> str:
    cuantas = len(reparto.observaciones)
    if cuantas:
        lugares = sum(len(o.detalles) + len(o.efectos) for o in reparto.observaciones)
        texto = f"{plural(cuantas, 'observación', 'observaciones')} sobre {plural(lugares, 'inconsistencia', 'inconsistencias')}."
    else:
        texto = f"No hay observaciones desde la gravedad «{nombre_gravedad(minima)}» en lo que se pudo verificar."
    if reparto.menores:
        resto = ", ".join(
            plural(reparto.menores[g], NIVELES[g].uno, NIVELES[g].varios) for g in GRAVEDADES if reparto.menores.get(g)
        )
        texto += f" De menor gravedad, que no se observan aquí: {resto}."
    if reparto.descartadas:
        texto += f" Una persona descartó {plural(reparto.descartadas, 'hallazgo', 'hallazgos')}."
    return texto


def _dudosas(papel: Papel, reparto: Reparto) -> None:
    """Doubts of the reading are the reader's: they are never put to the service as errors of its report."""
    if not reparto.dudosas:
        return
    papel.titulo("Lecturas por confirmar", 2)
    papel.parrafo("El programa no está seguro de haber leído bien lo que sigue; confírmelo en el documento.")
    filas = [
        (
            corto(d.lugar, 120) + (f" ({d.donde})" if d.donde else ""),
            f"«{corto(d.cita, 90)}»" if d.cita else "",
            corto(d.mensaje, 300),
        )
        for d in reparto.dudosas[:LUGARES_DICHOS]
    ]
    papel.tabla(("Lugar", "Impreso", "Duda"), filas, (5.4, 4.6, 7.2))
    if len(reparto.dudosas) > LUGARES_DICHOS:
        papel.parrafo(f"y {len(reparto.dudosas) - LUGARES_DICHOS} lecturas más, que están en hallazgos.xlsx.", gris=True)


def _verificado(papel: Papel, informe: Informe) -> None:
    """What was checked, rule by rule: no finding says little without it."""
    papel.titulo("Qué se verificó", 2)
    if not informe.verificaciones:
        papel.parrafo("El documento no tiene cifras ni estados que las reglas comprueben.")
        return
    cuentas = Counter((v.regla, v.resultado) for v in informe.verificaciones)
    filas = []
    for regla in sorted({regla for regla, _ in cuentas}):
        cuadra = cuentas[regla, "CUADRA"] + cuentas[regla, "CUADRA_POR_REDONDEO"]
        no_cuadra, sin_verificar = cuentas[regla, "NO_CUADRA"], cuentas[regla, "NO_VERIFICABLE"]
        filas.append((codigo_en_palabras(regla), str(cuadra), str(no_cuadra), str(sin_verificar)))
    papel.tabla(("Regla", "Cuadra", "No cuadra", "Sin poder verificar"), filas, (8.2, 2.6, 2.8, 3.6))


def _sin_verificar(papel: Papel, informe: Informe) -> None:
    papel.titulo("Qué no se pudo verificar y por qué", 2)
    motivos: dict[str, Counter[str]] = {}
    for v in informe.verificaciones:
        if v.motivo is not None:
            motivos.setdefault(v.motivo, Counter())[v.regla] += 1
    if not motivos:
        papel.parrafo("Se pudo hacer toda verificación que correspondía.")
        return
    papel.parrafo("Lo que sigue no cuenta como correcto ni como incorrecto.", junto=True)
    filas = [
        (MOTIVOS.get(motivo, motivo), str(sum(reglas.values())), _reglas(reglas))
        for motivo, reglas in sorted(motivos.items(), key=lambda par: (-sum(par[1].values()), par[0]))
    ]
    papel.tabla(("Motivo", "Cuántas", "Reglas"), filas, (6.4, 2.0, 8.8))


def _reglas(cuentas: Counter[str]) -> str:
    return "; ".join(f"{codigo_en_palabras(regla)} ({n})" for regla, n in sorted(cuentas.items()))


def escribir_conjunto(papel: Papel, conjunto: Conjunto, minima: Gravedad, rutas: Mapping[str, str]) -> None:
    """The observations about several documents."""
    papel.titulo("Entre documentos", 1)
    vivos = [h for h in conjunto.hallazgos if not h.descartado and alcanza(h.gravedad, minima)]
    firmes = sorted((h for h in vivos if h.certeza != "dudosa"), key=lambda h: GRAVEDADES.index(h.gravedad))
    hechas = sum(v.resultado != "NO_VERIFICABLE" for v in conjunto.verificaciones)
    papel.parrafo(
        f"Se compararon {len(conjunto.documentos)} documentos distintos: {hechas} de {len(conjunto.verificaciones)} "
        f"comparaciones se pudieron hacer. {plural(len(firmes), 'observación', 'observaciones')}."
    )
    for numero, h in enumerate(firmes[:LUGARES_DICHOS], start=1):
        papel.titulo(f"Observación {numero}. {NIVELES[h.gravedad].simbolo} {nombre_gravedad(h.gravedad, h.codigo)}", 2)
        papel.parrafo(corto(en_castellano(h.mensaje), _TEXTO), negrita=True, junto=True)
        documentos = "; ".join(rutas.get(sha, sha[:12]) for sha in h.documentos)
        renglones = [("Lugar", h.lugar), ("Documentos", documentos), ("Explicación", en_castellano(h.explicacion))]
        renglones += [("Informado", con_coma(h.informado) or "")] if h.informado is not None else []
        renglones += [("Recalculado", con_coma(h.recalculado) or "")] if h.recalculado is not None else []
        renglones += [("Norma", h.norma)] if h.norma is not None else []
        renglones.append(("Tipo y huella", f"{codigo_en_palabras(h.codigo)} · {h.codigo} · {h.huella}"))
        papel.ficha([(n, corto(v, _TEXTO)) for n, v in renglones])
        papel.caja("Respuesta del servicio", "", 2.6, junto=True)
        papel.caja("Resolución del auditor", f"Decisión registrada: {h.decision.valor}" if h.decision is not None else "", 1.8)
    if len(firmes) > LUGARES_DICHOS:
        papel.parrafo(f"y {len(firmes) - LUGARES_DICHOS} observaciones más, que están en hallazgos.xlsx.", gris=True)
    dudosas = [h for h in vivos if h.certeza == "dudosa"]
    if dudosas:
        papel.titulo("Por confirmar", 2)
        papel.lista([f"{corto(h.lugar, 160)}: {corto(en_castellano(h.mensaje), 300)}" for h in dudosas[:LUGARES_DICHOS]])
