"""Words by which a line of running text tells what it is about (``patrones/vocabularios/textos.yaml``)."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from extractor.vocabularios.base import Entrada, leer_vocabulario, plegar_frase

Palabra = Annotated[str, Field(min_length=1)]
Lista = Literal[
    "informado", "anuncian", "abren_anuncio", "niegan", "con_otra", "para_despues", "introductorios", "deber", "enlaces_de_rol",
    "abren_cuenta", "se_cuentan", "de_peso", "de_cualquiera", "de_asistencia", "de_cientos", "de_pesos", "de_partida",
    "de_puntos", "se_fijan", "se_ganan", "dicen_ganar", "de_nivel_mayor", "de_avance", "columna_de_regiones", "partes_del_anio",
    "miden_lo_hecho", "piden_otra_cosa", "piden_que_siga", "etapas_ordinales", "etapas_cardinales", "acompanan_etapa",
    "del_sistema", "titulan_etapa", "siguen_etapa", "partes_del_informe", "destinatarios", "en_distribucion",
    "nombran_entidad", "nombran_programa",
    "ambitos_de_oficina", "hasta_ahora", "hasta_ahora_enlazan", "suman", "firman", "hechos_por",
]  # fmt: skip


class VocabularioTextos(Entrada):
    """Closed lists; the file itself says what each one is for."""

    id: str
    informado: tuple[Palabra, ...]
    anuncian: tuple[Palabra, ...]
    abren_anuncio: tuple[Palabra, ...]
    niegan: tuple[Palabra, ...]
    con_otra: tuple[Palabra, ...]
    para_despues: tuple[Palabra, ...]
    introductorios: tuple[Palabra, ...]
    deber: tuple[Palabra, ...]
    enlaces_de_rol: tuple[Palabra, ...]
    abren_cuenta: tuple[Palabra, ...]
    se_cuentan: tuple[Palabra, ...]
    de_peso: tuple[Palabra, ...]
    de_cualquiera: tuple[Palabra, ...]
    de_asistencia: tuple[Palabra, ...]
    de_cientos: tuple[Palabra, ...]
    de_pesos: tuple[Palabra, ...]
    de_partida: tuple[Palabra, ...]
    de_puntos: tuple[Palabra, ...]
    se_fijan: tuple[Palabra, ...]
    se_ganan: tuple[Palabra, ...]
    dicen_ganar: tuple[Palabra, ...]
    de_nivel_mayor: tuple[Palabra, ...]
    de_avance: tuple[Palabra, ...]
    columna_de_regiones: tuple[Palabra, ...]
    partes_del_anio: tuple[Palabra, ...]
    miden_lo_hecho: tuple[Palabra, ...]
    piden_otra_cosa: tuple[Palabra, ...]
    piden_que_siga: tuple[Palabra, ...]
    etapas_ordinales: tuple[Palabra, ...]
    etapas_cardinales: tuple[Palabra, ...]
    acompanan_etapa: tuple[Palabra, ...]
    del_sistema: tuple[Palabra, ...]
    titulan_etapa: tuple[Palabra, ...]
    siguen_etapa: tuple[Palabra, ...]
    partes_del_informe: tuple[Palabra, ...]
    destinatarios: tuple[Palabra, ...]
    firman: tuple[Palabra, ...]
    hechos_por: tuple[Palabra, ...]
    en_distribucion: tuple[Palabra, ...]
    nombran_entidad: tuple[Palabra, ...]
    nombran_programa: tuple[Palabra, ...]
    ambitos_de_oficina: tuple[Palabra, ...]
    hasta_ahora: tuple[Palabra, ...]
    hasta_ahora_enlazan: tuple[Palabra, ...]
    suman: tuple[Palabra, ...]


@cache
def vocabulario() -> VocabularioTextos:
    return leer_vocabulario("textos", VocabularioTextos)


@cache
def palabras_de(lista: Lista) -> tuple[str, ...]:
    """One list, folded, as ``str.startswith`` takes it."""
    return tuple(plegar_frase(palabra) for palabra in getattr(vocabulario(), lista))
