"""Words of the generated reports: invented activities, region lines, header labels as the vocabulary of columns lists them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import yaml

RAIZ = Path(__file__).resolve().parents[2]

VERBOS = (
    "Capacitar",
    "Reunir",
    "Visitar",
    "Acordar",
    "Publicar",
    "Distribuir",
    "Elaborar",
    "Revisar",
    "Instalar",
    "Coordinar",
    "Validar",
    "Difundir",
)
COSAS = (
    "a los equipos comunales",
    "a las organizaciones de usuarios",
    "los registros de atención",
    "las pautas de terreno",
    "los convenios con municipios",
    "las rutas de visita",
    "el material de orientación",
    "las fichas de postulación",
    "los puntos de información",
    "las mesas de trabajo",
    "los catastros de demanda",
    "los informes de cobertura",
)
LUGARES = (
    "de la provincia costera",
    "del sector precordillerano",
    "de las comunas rurales",
    "de la capital regional",
    "del borde lacustre",
    "de los valles interiores",
    "de las caletas del litoral",
    "de los poblados del altiplano",
    "del secano",
    "de la zona insular",
    "de las oficinas provinciales",
    "de los barrios periféricos",
)
NARRACIONES = (
    "Los equipos visitaron las localidades acordadas",
    "Se entregó el material a las oficinas",
    "Se realizaron las jornadas con los municipios",
    "Las organizaciones recibieron la información",
    "Se firmaron los convenios con las comunas",
    "Se publicó el catastro en el sitio institucional",
)
CUMPLIDOS = ("Cumplido", "Cumple", "Cumplida", "Sí", "Cumplido totalmente")
INCUMPLIDOS = ("No cumple", "No cumplido", "No", "No cumplida", "Incumplido")
PENDIENTES = ("Pendiente", "Aún pendiente")
PARCIALES = ("Parcialmente cumplido", "Cumple parcialmente", "Cumplimiento parcial")
SERVICIOS = (
    "INSTITUTO DE DESARROLLO AGROPECUARIO",
    "Servicio Nacional de Turismo",
    "FONDO DE SOLIDARIDAD E INVERSION SOCIAL",
    "SERVICIO NACIONAL DE LA MUJER",
)
REGIONES_2007 = (
    "I Región de Tarapacá",
    "IIª Región",
    "3ª Región",
    "IV Región de Coquimbo",
    "Quinta Región de Valparaíso",
    "VI Región",
    "VII del Maule",
    "8ª Región",
    "IX DE LA ARAUCANIA",
    "Región de Los Lagos",
    "XI Región de Aysén",
    "12ª Región",
    "R.M.",
)
REGIONES_2009 = (
    "XV de Arica y Parinacota",
    "TARAPACÁ",
    "Antofagasta",
    "III Región de Atacama",
    "COQUIMBO",
    "Región de Valparaíso",
    "Región Metropolitana",
    "VI Región",
    "DEL MAULE",
    "DEL BIO BIO",
    "IX DE LA ARAUCANIA",
    "XIV Región de Los Ríos",
    "Los Lagos",
    "AYSÉN",
    "XII Región de Magallanes",
)


@cache
def rotulos(rol: str) -> tuple[str, ...]:
    """The labels that the vocabulary lists for a column."""
    datos = yaml.safe_load((RAIZ / "patrones" / "vocabularios" / "columnas.yaml").read_text("utf-8"))
    return tuple(datos["roles"][rol]["textos"])


def rotulo(azar: Random, rol: str, preferido: str) -> str:
    """A label for the column, half of the times the form's own."""
    return preferido if azar.random() < 0.5 else azar.choice(rotulos(rol))


def actividades(azar: Random, cuantas: int) -> list[str]:
    """Different activities: no two share verb, thing and place."""
    pares = [(v, c) for v in VERBOS for c in COSAS]
    return [f"{v} {c} {azar.choice(LUGARES)}" for v, c in azar.sample(pares, cuantas)]


def objetivos(azar: Random, cuantos: int) -> list[str]:
    return [f"Acercar {c} {azar.choice(LUGARES)}" for c in azar.sample(COSAS, cuantos)]
