"""Words of the findings: places, quotes, names of columns, the regime and its source. Neutral, in Spanish."""

from __future__ import annotations

from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.comun.texto import plegar
from extractor.modelo.informe import Seccion
from extractor.modelo.regimen import Regimen
from extractor.modelo.valores import Cifra, Region
from extractor.reconciliador.contexto import Mesa

NOMBRES: dict[str, str] = {
    "ponderacion": "Ponderación",
    "ponderacion_ganada": "Ponderación ganada",
    "total_ponderacion": "Total de ponderaciones",
    "total_ganada": "Total de ponderación ganada",
    "ponderacion_declarada": "Ponderación declarada",
    "desempeno_region": "Desempeño de la región",
    "desempeno_servicio": "Desempeño del servicio",
    "estado": "Cumple o no cumple",
    "region": "Región",
    "desarrollo": "Desarrollo",
    "grado_avance": "Grado de avance",
    "meta_o_actividades": "Meta o actividades",
    "resultado": "Resultado",
    "medio": "Medio de verificación",
    "logro_comprometido": "Logro comprometido",
    "logro_efectivo": "Logro efectivo",
    "contribucion": "Contribución",
    "medios_difusion": "Medios de difusión",
    "sistema_informacion": "Sistema de información",
}
_FUENTES = {"impresa": "impreso en el formulario", "norma_externa": "fijado por una norma externa", "supuesta": "supuesto"}


def nombre_campo(campo: str) -> str:
    """The name people know a column by."""
    return NOMBRES.get(campo, campo.replace("_", " ").capitalize())


def cita(cifra: Cifra | str | None) -> str:
    """What is printed, quoted."""
    if cifra is None:
        return "(en blanco)"
    return f"«{' '.join((cifra.texto if isinstance(cifra, Cifra) else cifra).split())}»"


def lista(valores: list[str]) -> str:
    """ "a, b y c"."""
    if len(valores) < 2:
        return "".join(valores)
    return f"{', '.join(valores[:-1])} y {valores[-1]}"


def suma_texto(valores: list[Decimal], total: Decimal) -> str:
    """ "25 + 50 = 75"; long sums keep every operand."""
    return f"{' + '.join(canonico(valor) for valor in valores) or '0'} = {canonico(total)}"


def texto_region(region: Region) -> str | None:
    """The region as printed, with the word that says it is one."""
    texto = " ".join((region.texto or region.nombre or "").split())
    if not texto:
        return None
    if region.alcance != "REGION" or "region" in plegar(texto):
        return texto
    return f"Región {texto}"


def lugar(mesa: Mesa | None, fila: int | None, actividad: int | None, campo: str | None, seccion: Seccion | None = None) -> str:
    """Where a finding stands, as a person would say it: "Región 11ª, tabla 13, 2ª actividad, Ponderación ganada"."""
    partes: list[str] = []
    if seccion is not None:
        region = texto_region(seccion.region) if seccion.region is not None else None
        con_nombre = f"sección «{seccion.titulo}»" if seccion.titulo else "texto sin sección"
        titulo = f"sección {seccion.numero}" if seccion.numero else con_nombre
        partes.extend(parte for parte in (region, titulo) if parte)
    if mesa is not None:
        region = texto_region(mesa.tabla.region)
        partes.extend(parte for parte in (region, f"tabla {mesa.numero}") if parte)
        if fila is not None and len(mesa.tabla.filas) > 1:
            partes.append(f"fila {fila + 1}")
        if actividad is not None:
            partes.append(f"{actividad + 1}ª actividad")
    if campo is not None:
        partes.append(nombre_campo(campo))
    return ", ".join(partes) or "Documento"


def frase_regimen(regimen: Regimen | None) -> str:
    """The regime a finding was judged under and where it comes from."""
    if regimen is None:
        return "sin régimen conocido"
    return f"régimen «{regimen.nombre}», {_FUENTES[regimen.fuente]}"


def frase_umbral(regimen: Regimen) -> str:
    """The threshold, conditional where it is only supposed."""
    return frase_porcentaje(regimen.umbral, regimen.fuente == "supuesta")


def frase_porcentaje(umbral: str | None, condicional: bool) -> str:
    """ "si rige el 90 %", "según el 90 % exigido"."""
    return f"si rige el {umbral} %" if condicional else f"según el {umbral} % exigido"
