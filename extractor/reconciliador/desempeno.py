"""Performance printed below a table: the region's, and the service's verdict over its regions."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.comun.escala import UNO, a_escala, escala
from extractor.comun.numeros import canonico
from extractor.modelo.hallazgo import Hallazgo, Motivo, Resultado
from extractor.modelo.valores import Cifra
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.fabrica import hallazgo, no_verificable, operandos, verificacion
from extractor.reconciliador.gravedad import Consecuencia, limite, por_umbral
from extractor.reconciliador.intervalos import Intervalo, encaja, punto
from extractor.reconciliador.lecturas import fraccionarios, puede_ser_fraccion
from extractor.reconciliador.otro_todo import de_otro_todo, lo_que_aplica, otra_lectura
from extractor.reconciliador.partidas import segura
from extractor.reconciliador.redaccion import cita, frase_regimen, frase_umbral
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.totales import RAICES, sin_los_deslices

DE_LA_REGION = (
    *RAICES, "TOTAL_GANADA_NO_CUADRA", "DESEMPENO_REGION_NO_CUADRA", "PONDERACIONES_NO_SUMAN_100", "TOTAL_PONDERACION_NO_CUADRA",
)
"""What a service's verdict may carry on."""
REGION, SERVICIO = "DESEMPENO_REGION_NO_CUADRA", "DESEMPENO_SERVICIO_NO_CUADRA"


def desempeno_region(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """The region's performance is the sum of what was earned."""
    for mesa in contexto.pesadas:
        impreso = mesa.tabla.desempeno.region if mesa.tabla.desempeno is not None else None
        if impreso is None or impreso.decimal is None:
            continue
        de = operandos(*(p.ganada for p in mesa.partidas), impreso)
        motivos = [b.motivo_informada for b in mesa.con_partidas if b.motivo_informada is not None]
        fracciones = mesa.de_uno
        fraccion = puede_ser_fraccion(fracciones, impreso, mesa.informada or Decimal(0)) and not _en_puntos(contexto)
        cienes = not fracciones and fraccionarios(mesa.partidas) and impreso.decimal > UNO
        dudoso = not segura(impreso) or fraccion or cienes
        if dudoso or mesa.informada is None or not mesa.un_entero:
            motivo = "lectura_dudosa" if dudoso else motivos[0] if motivos else "regimen_no_aplica"
            yield no_verificable(REGION, mesa, motivo, "", informado=impreso, de=de)
            continue
        factor = escala(fracciones, impreso)
        suma = intervalo_de(mesa).por(factor)
        debido, causa = mesa.informada * factor, None
        ajuste = encaja(impreso.decimal, impreso.decimales, punto(debido) if impreso.decimal == debido else suma)
        otra = otra_lectura(contexto, mesa, impreso) if ajuste == "NO_CUADRA" else None
        if otra is not None:
            yield de_otro_todo(REGION, mesa, otra, f"suma de lo ganado = {canonico(debido)}", impreso=impreso, de=de)
            continue
        raices = [h for h in previos if h.tabla == mesa.tabla.id and h.codigo in (*RAICES, "TOTAL_GANADA_NO_CUADRA")]
        if ajuste == "NO_CUADRA":
            causa = causa_de(mesa, impreso, raices)
        elif raices and mesa.tabla.modo_ganada == "acumulada" and mesa.recalculada is not None:
            propias = [h for h in raices if h.codigo in RAICES]
            if propias and encaja(impreso.decimal, impreso.decimales, punto(mesa.recalculada * factor)) == "NO_CUADRA":
                ajuste, debido, causa = "NO_CUADRA", mesa.recalculada * factor, propias[-1].huella
        formula = f"suma de lo ganado = {canonico(debido)}"
        yield verificacion(
            REGION, mesa, ajuste, formula, informado=impreso, recalculado=debido, intervalo=suma, de=de, causa=causa
        )
        if ajuste == "NO_CUADRA":
            efecto = Consecuencia("aritmetica", "") if mesa.total_correcto else por_umbral(
                mesa, impreso.decimal / factor, (suma if debido == mesa.informada * factor else punto(debido)).por(1 / factor)
            )
            yield hallazgo(
                contexto, REGION, efecto.gravedad,
                f"El desempeño de la región dice {cita(impreso)} y lo ganado suma {canonico(debido)}.",
                f"{formula}; informado {cita(impreso)}; {frase_regimen(mesa.regimen)}.{efecto.cierre}", mesa=mesa,
                rotulo="desempeno_region", informado=impreso, recalculado=debido, norma="total", origen=impreso.origen,
                causa=causa,
            )


def _en_puntos(contexto: Contexto) -> bool:
    """Whether the document prints the performance of some region in points: one no greater than 1 is then no fraction."""
    desempenos = (m.tabla.desempeno.region for m in contexto.pesadas if m.tabla.desempeno is not None)
    return any(d is not None and d.decimal is not None and d.decimal > 1 for d in desempenos)


def intervalo_de(mesa: Mesa) -> Intervalo:
    """What the earned values that the table prints may add up to."""
    total = punto(Decimal(0))
    for bloque in mesa.con_partidas:
        if bloque.intervalo_informada is not None:
            total = total.mas(bloque.intervalo_informada)
    return total


def causa_de(mesa: Mesa, impreso: Cifra, raices: list[Hallazgo]) -> str | None:
    """The finding whose error the printed performance repeats: a printed total, or an earned value it disregards."""
    for h in raices:
        if h.codigo == "TOTAL_GANADA_NO_CUADRA" and h.informado is not None and Decimal(h.informado) == impreso.decimal:
            return h.causa or h.huella
    propias = [h for h in raices if h.codigo in RAICES]
    debidos = (mesa.recalculada, sin_los_deslices(mesa.informada or Decimal(0), propias))
    return propias[0].huella if propias and impreso.decimal in debidos else None


def veredicto(texto: str) -> bool | None:
    """The service's printed verdict ("CUMPLE", "NO CUMPLE", "Sí"); None for anything that is neither."""
    from extractor.vocabularios.estados import veredicto_inicial

    hallado = veredicto_inicial(texto)
    if hallado is None or hallado.valor not in ("CUMPLE", "NO_CUMPLE"):
        return None
    return hallado.valor == "CUMPLE"


def desempeno_servicio(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """The service fulfils a programme only if every region that committed it reaches the threshold."""
    for mesa in contexto.mesas:
        texto = mesa.tabla.desempeno.servicio if mesa.tabla.desempeno is not None else None
        if texto is None or not texto.strip() or mesa.regimen is None:
            continue
        dicho = veredicto(texto)
        if dicho is None or mesa.regimen.umbral is None:
            falta: Motivo = "estado_sin_veredicto" if dicho is None else "sin_umbral"
            yield no_verificable(SERVICIO, mesa, falta, "", informado=texto)
            continue
        debido, formula = _servicio(contexto, mesa)
        borroso = contexto.dudas.de_celda(mesa.tabla.id, None, "desempeno_servicio")
        if debido is None or borroso is not None:
            yield no_verificable(SERVICIO, mesa, borroso or "falta_total", formula, informado=texto)
            continue
        palabra = "CUMPLE" if debido else "NO CUMPLE"
        resultado: Resultado = "CUADRA" if dicho == debido else "NO_CUADRA"
        yield verificacion(SERVICIO, mesa, resultado, formula, informado=texto, recalculado=palabra)
        if resultado == "NO_CUADRA":
            yield hallazgo(
                contexto, SERVICIO, "cambia_decision",
                f"El desempeño del servicio dice {cita(texto)} y, {frase_umbral(mesa.regimen)}, corresponde {palabra}.",
                f"{formula}; {frase_regimen(mesa.regimen)}.", mesa=mesa, rotulo="desempeno_servicio", informado=texto,
                recalculado=palabra, norma="servicio", origen=mesa.tabla.origen,
                causa=_causa_del_servicio(contexto, mesa, dicho, previos),
            )


def _servicio(contexto: Contexto, mesa: Mesa) -> tuple[bool | None, str]:
    """The verdict that the document's regions give, and how; None when a region that could change it is missing."""
    hermanas = _hermanas(contexto, mesa)
    if mesa.tabla.programa is None and _repiten_region(hermanas):
        # nothing says which programme each is of: one region's second table may be of another
        propio, corte = mesa.ganado, limite(mesa)
        if propio is None or corte is None or propio.maximo + mesa.faltante >= corte:
            return None, "hay dos programas de una región y no se sabe cuáles son de este"
        hermanas = [mesa]
    umbral = mesa.regimen.umbral if mesa.regimen is not None else None
    logros = [(m.ganado, limite(m)) for m in hermanas]
    bajas = [logrado for (logrado, corte), m in zip(logros, hermanas, strict=True) if _bajo(m, logrado, corte)]
    if bajas:
        return False, f"{len(bajas)} de {len(hermanas)} tablas del programa no alcanzan el {umbral} %"
    completas = all(logrado is not None and corte is not None and logrado.minimo >= corte for logrado, corte in logros)
    if completas and _todas_las_regiones(hermanas):
        return True, f"las {len(hermanas)} tablas del programa alcanzan el {umbral} %"
    return None, "faltan regiones del programa en el documento, o su total no puede calcularse"


def _bajo(mesa: Mesa, logrado: Intervalo | None, corte: Decimal | None) -> bool:
    """Whether a table surely earned less than its threshold, also over what applies of it."""
    if logrado is None or corte is None or logrado.maximo >= corte:
        return False
    aplica = lo_que_aplica(mesa)
    return aplica is None or mesa.todo is None or logrado.maximo * mesa.todo < corte * aplica


def _hermanas(contexto: Contexto, mesa: Mesa) -> list[Mesa]:
    """The tables of the same programme, one per region."""
    return [
        m for m in contexto.pesadas
        if m.tabla.programa == mesa.tabla.programa and m.tabla.etapa == mesa.tabla.etapa and m.tabla.tipo == mesa.tabla.tipo
    ]


def _repiten_region(mesas: list[Mesa]) -> bool:
    """Whether two of some tables are of the same one region, or of none that is told."""
    dichas = [tuple(m.tabla.region.codigos) for m in mesas]
    return len(set(dichas)) < len(dichas)


def _causa_del_servicio(contexto: Contexto, mesa: Mesa, dicho: bool, previos: tuple[Hallazgo, ...]) -> str | None:
    """The finding that the printed verdict merely carries on: that of a region which, as informed, reaches the threshold
    (or not) as the verdict says, and as recomputed does not."""
    logros = [(m, m.ganado, limite(m)) for m in _hermanas(contexto, mesa)]
    conocidos = [(m, ganado, corte) for m, ganado, corte in logros if ganado is not None and corte is not None]
    torcidas = [m for m, ganado, corte in conocidos if (ganado.minimo >= corte) != dicho]
    if not torcidas or not all(_segun_lo_informado(m, corte) == dicho for m, _, corte in conocidos if m in torcidas):
        return None
    propios = [h for h in previos if h.causa is None and h.tabla in {m.tabla.id for m in torcidas} and h.codigo in DE_LA_REGION]
    graves = [h for h in propios if h.gravedad == "cambia_decision"]
    return next((h.huella for h in (*graves, *propios)), None)


def _segun_lo_informado(mesa: Mesa, corte: Decimal) -> bool | None:
    """Whether the programme reaches the threshold by what the report gives as its result; None when it gives none."""
    region = mesa.tabla.desempeno.region if mesa.tabla.desempeno is not None else None
    impresos = [region, mesa.con_partidas[0].registro.total_ganada if len(mesa.con_partidas) == 1 else None]
    escritos = [a_escala(c, escala(mesa.en_fracciones, c)).decimal for c in impresos if c is not None and c.decimal is not None]
    informado = escritos[0] if escritos else mesa.informada
    return None if informado is None else informado >= corte


def _todas_las_regiones(mesas: list[Mesa]) -> bool:
    from extractor.vocabularios.regiones import regiones_de

    if any(m.tabla.region.alcance == "TODAS" for m in mesas):
        return True
    codigos = {codigo for m in mesas for codigo in m.tabla.region.codigos}
    return bool(mesas) and codigos >= set(regiones_de(mesas[0].tabla.region.division))


REGLAS_DESEMPENO = (
    Regla(
        (REGION,), "El desempeño de la región es la suma de lo ganado", "aritmetica", ("ponderacion_ganada",), "total",
        "Es la cifra con que se valida el programa de la región.", "Desempeño 92 % con ganadas que suman 82.", desempeno_region,
    ),
    Regla(
        (SERVICIO,), "El servicio cumple solo si todas sus regiones alcanzan el umbral", "cambia_decision",
        ("ponderacion_ganada",), "servicio", "Una sola región bajo el umbral cambia el resultado del servicio.",
        "CUMPLE escrito, con una región que suma 77.5 y umbral de 90 %.", desempeno_servicio,
        regimenes="los que fijan un umbral",
    ),
)
