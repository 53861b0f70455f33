"""The service's own summary of its regions ("Resumen por región") against the table of each one."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.comun.citas import anios_dichos
from extractor.comun.escala import escala
from extractor.comun.numeros import Numero, canonico, leer_numero
from extractor.comun.texto import palabras, plegar, romano
from extractor.modelo.hallazgo import Hallazgo, Motivo
from extractor.modelo.tabla import Fila, Tabla
from extractor.modelo.valores import Cifra
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.desempeno import causa_de, intervalo_de
from extractor.reconciliador.fabrica import hallazgo, no_verificable, operandos, verificacion
from extractor.reconciliador.gravedad import por_umbral
from extractor.reconciliador.intervalos import encaja, punto
from extractor.reconciliador.lexico import comienzos, conjunto
from extractor.reconciliador.redaccion import cita, frase_regimen
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.totales import RAICES, TOTAL
from extractor.vocabularios.filas import habla_de_otro_anio, nombra_total
from extractor.vocabularios.programas import programa_de_titulo
from extractor.vocabularios.regiones_escritas import codigo_escrito

REGION = "DESEMPENO_REGION_NO_CUADRA"


def resumen_por_region(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """What a summary says that each region earned is what the region's own table adds up to. A name that is not exactly a
    region's, or whose table is not one and the only one, leaves the row without an answer; so does a summary that may tell
    another year, another programme, shares of the service's whole, or counts of something."""
    for mesa in contexto.mesas:
        if mesa.tabla.tipo != "otra" or not {"territorio", "ponderacion_ganada"} <= mesa.roles:
            continue
        ajeno = _de_otra_cosa(contexto, mesa.tabla)
        fracciones = _en_fracciones(mesa.tabla)
        for fila in mesa.tabla.filas:
            lugar, escrito = _celda(mesa.tabla, fila, "territorio"), _celda(mesa.tabla, fila, "ponderacion_ganada")
            numero = leer_numero(escrito)
            if numero is None or nombra_total(lugar):
                continue
            yield from _de_una_fila(contexto, mesa, fila, lugar, numero, escrito, previos, ajeno, fracciones)


def _celda(tabla: Tabla, fila: Fila, rol: str) -> str:
    return next((c for c, k in zip(fila.celdas, tabla.columnas, strict=False) if k.rol == rol), "").strip()


def _de_una_fila(
    contexto: Contexto, resumen: Mesa, fila: Fila, lugar: str, numero: Numero, escrito: str, previos: tuple[Hallazgo, ...],
    ajeno: bool, fracciones: bool,
) -> Iterator[Respuesta]:
    impreso = Cifra(
        texto=escrito, valor=numero.valor, decimales=numero.decimales, signo=numero.signo,
        certeza="dudosa" if numero.ambiguo else "segura", origen=fila.origen,
    )
    mesa, motivo = _de_la_region(contexto, resumen.tabla, lugar)
    motivo = motivo or contexto.dudas.de_celda(resumen.tabla.id, fila.indice, "territorio", "ponderacion_ganada", "ponderacion")
    if mesa is not None and motivo is None:
        comparte = _es_cuota(_celda(resumen.tabla, fila, "ponderacion"), mesa)
        motivo = "regimen_no_aplica" if ajeno or comparte else _impedimento(mesa, numero)
        if motivo is None and fracciones and not mesa.en_fracciones:
            motivo = "lectura_dudosa"
    if mesa is None or motivo is not None or mesa.informada is None:
        yield no_verificable(REGION, resumen, motivo or "falta_ganada", "", fila=fila.indice, informado=impreso)
        return
    factor = escala(mesa.en_fracciones, impreso)
    debido = mesa.informada * factor
    suma = intervalo_de(mesa).por(factor)
    formula = f"suma de lo ganado en la tabla {mesa.numero} = {canonico(debido)}"
    ajuste = encaja(numero.decimal, numero.decimales, punto(debido) if numero.decimal == debido else suma)
    causa = None
    if ajuste == "NO_CUADRA":
        causa = causa_de(mesa, impreso, [h for h in previos if h.tabla == mesa.tabla.id and h.codigo in (*RAICES, TOTAL)])
    de = operandos(*(p.ganada for p in mesa.partidas), impreso)
    yield verificacion(
        REGION, resumen, ajuste, formula, fila=fila.indice, informado=impreso, recalculado=debido, intervalo=suma, de=de,
        causa=causa,
    )
    if ajuste == "NO_CUADRA":
        efecto = por_umbral(mesa, numero.decimal / factor, suma.por(1 / factor))
        yield hallazgo(
            contexto, REGION, efecto.gravedad,
            f"El resumen por región dice {cita(impreso)} para {cita(lugar)} y lo ganado en su tabla suma {canonico(debido)}.",
            f"{formula}; informado en el resumen {cita(impreso)}; {frase_regimen(mesa.regimen)}.{efecto.cierre}", mesa=resumen,
            fila=fila.indice, campo="ponderacion_ganada", informado=impreso, recalculado=debido, origen=fila.origen,
            causa=causa,
        )


def _de_otra_cosa(contexto: Contexto, resumen: Tabla) -> bool:
    """Whether the figures of a summary may not be what the report's tables earned: its title or its label names another year; its
    title tells another matter and its label does not say that they are earned weights; or its label does not say that they are of
    weights, and another column that nobody knows has figures too."""
    rotulo = next((c.texto for c in resumen.columnas if c.rol == "ponderacion_ganada"), "")
    anio = contexto.informe.documento.anio
    dichos = anios_dichos(rotulo) or anios_dichos(resumen.titulo or "")
    if habla_de_otro_anio(rotulo) or (dichos and anio is not None and anio not in dichos):
        return True
    if comienzos("ganadas").search(plegar(rotulo)) is None and not _es_del_programa(contexto, resumen.titulo):
        return True
    return comienzos("de_ponderaciones").search(plegar(rotulo)) is None and any(
        _cuenta([f.celdas[i] for f in resumen.filas if i < len(f.celdas)])
        for i, columna in enumerate(resumen.columnas) if columna.rol == "otro"
    )


def _es_del_programa(contexto: Contexto, titulo: str | None) -> bool:
    """Whether the title of a summary is that of the programmes themselves, or all its words are those by which one tells what
    its regions fulfilled, the service's own name and those of the titles of its programmes among them: any other may be that of
    another matter."""
    if titulo is None or any(titulo == mesa.tabla.titulo for mesa in contexto.pesadas):
        return True
    servicio = contexto.informe.documento.servicio
    propias = palabras(f"{servicio.texto} {servicio.nombre} {servicio.codigo}").split() if servicio is not None else []
    propias += [p for mesa in contexto.pesadas for p in palabras(mesa.tabla.titulo or "").split()]
    dichas = [p for p in palabras(titulo).split() if p not in propias and p not in conjunto("vacias")]
    numeros = {p for p in dichas if p.isdigit() or romano(p) is not None or len(p.strip("º°")) == 1}
    return all(p in numeros or comienzos("de_resumen").fullmatch(p) for p in dichas)


def _en_fracciones(resumen: Tabla) -> bool:
    """Whether no figure of a summary is over 1, and some is no zero: they may be fractions of a whole (0,95)."""
    filas = [f for f in resumen.filas if not nombra_total(_celda(resumen, f, "territorio"))]
    leidos = [leer_numero(_celda(resumen, f, "ponderacion_ganada")) for f in filas]
    valores = [n.decimal for n in leidos if n is not None and n.signo is None]
    return any(valores) and max(valores) <= 1


def _cuenta(celdas: list[str]) -> bool:
    """Whether a column has figures that do not only number its rows."""
    valores = [numero.decimal for celda in celdas if (numero := leer_numero(celda)) is not None]
    return bool(valores) and valores != list(range(1, len(valores) + 1))


def _es_cuota(escrita: str, mesa: Mesa) -> bool:
    """Whether the weight beside a region's name is not that of its whole table: the region's share of the service."""
    peso = leer_numero(escrita)
    propio = mesa.pesos if mesa.pesos is not None else mesa.total_esperado
    return peso is not None and peso.decimal not in (propio, mesa.total_esperado)


def _de_la_region(contexto: Contexto, resumen: Tabla, lugar: str) -> tuple[Mesa | None, Motivo | None]:
    """The one weighed table of the region that a row names, or why there is none to compare with. A table of another programme
    that tells no region may be of this one too, unless the summary's title says whose it is."""
    propias: list[Mesa] = []
    calladas: list[Mesa] = []
    dicho = programa_de_titulo(resumen.titulo)
    for mesa in contexto.pesadas:
        region = mesa.tabla.region
        if mesa.tabla.tipo != "programa_trabajo" or (dicho is not None and mesa.tabla.programa not in (dicho, None)):
            continue
        una = region.alcance == "REGION" and len(region.codigos) == 1
        if una and codigo_escrito(lugar, region.division) == region.codigos[0]:
            propias.append(mesa)
        elif not una and region.alcance != "NIVEL_CENTRAL":
            calladas.append(mesa)
    if not propias:
        return None, "falta_total"
    if len(propias) > 1 or any(m.tabla.programa not in ("informacion", propias[0].tabla.programa) for m in calladas):
        return None, "regimen_no_aplica"
    return propias[0], "emparejamiento_dudoso" if propias[0].tabla.region.certeza == "dudosa" else None


def _impedimento(mesa: Mesa, numero: Numero) -> Motivo | None:
    if numero.ambiguo:
        return "lectura_dudosa"
    if mesa.partida:
        return "tabla_partida"
    motivos = [b.motivo_informada for b in mesa.con_partidas if b.motivo_informada is not None]
    if mesa.informada is None:
        return motivos[0] if motivos else "falta_ganada"
    return None if mesa.un_entero else "regimen_no_aplica"


REGLAS_RESUMEN_REGIONES = (
    Regla(
        (REGION,), "El resumen por región dice lo que suma la tabla de cada una", "aritmetica",
        ("territorio", "ponderacion_ganada"), None, "Es la cifra con que el servicio cuenta sus regiones.",
        "Resumen: Aysén 90; su tabla suma 80.", resumen_por_region,
    ),
)
