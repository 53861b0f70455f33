"""The schema of ``filas.yaml``; every list is explained in the file."""

from __future__ import annotations

from extractor.vocabularios.base import Entrada


class _Totales(Entrada):
    ganada: tuple[str, ...]
    ponderacion: tuple[str, ...]
    servicio: tuple[str, ...]
    parte: tuple[str, ...]
    otro_anio: tuple[str, ...]


class _BajoTabla(Entrada):
    rotulos: tuple[str, ...]
    despedidas: tuple[str, ...]


class _Continuacion(Entrada):
    dice: tuple[str, ...]
    pagina: tuple[str, ...]
    acompana: tuple[str, ...]


class _Cierres(Entrada):
    nombres: tuple[str, ...]
    acompanan: tuple[str, ...]
    abren: tuple[str, ...]
    enteros: tuple[str, ...]
    reunen: tuple[str, ...]


class _Desempeno(Entrada):
    abren: tuple[str, ...]
    abren_con_valor: tuple[str, ...]
    abren_calificadas: tuple[str, ...]
    califican: tuple[str, ...]
    abren_medida: tuple[str, ...]
    abren_de_programa: tuple[str, ...]
    abren_de_avance: tuple[str, ...]
    miden: tuple[str, ...]
    region: tuple[str, ...]
    servicio: tuple[str, ...]
    acompanan: tuple[str, ...]
    sospechosas: tuple[str, ...]
    reglas: tuple[str, ...]
    ligan: tuple[str, ...]
    ante_cifra: tuple[str, ...]
    conectan: tuple[str, ...]
    tras_cifra: tuple[str, ...]
    obtienen: tuple[str, ...]


class _Declarada(Entrada):
    abren: tuple[str, ...]
    abren_en_el_total: tuple[str, ...]
    total: tuple[str, ...]
    de: tuple[str, ...]
    pesan: tuple[str, ...]
    pesan_en_el_total: tuple[str, ...]
    acompanan: tuple[str, ...]


class VocabularioFilas(Entrada):
    """The file; see its own comments."""

    objetivos: tuple[str, ...]
    totales: _Totales
    bajo_tabla: _BajoTabla
    rotulos_de_total: tuple[str, ...]
    rotulos_de_parte: tuple[str, ...]
    cierres: _Cierres
    se_totalizan: tuple[str, ...]
    por_cada: tuple[str, ...]
    continuacion: _Continuacion
    desempeno: _Desempeno
    declarada: _Declarada
