"""The schema of ``estados.yaml``: verdicts, narration, grades, and the examples that the file carries."""

from __future__ import annotations

from typing import Literal

from extractor.modelo.valores import Grado, ValorEstado
from extractor.vocabularios.base import Entrada


class GrupoVeredicto(Entrada):
    """The words that declare one value: ``fuertes`` whatever follows, ``solas`` only before a stop."""

    valor: ValorEstado
    fuertes: tuple[str, ...]
    solas: tuple[str, ...]


class PorDefinir(Entrada):
    comienzan: tuple[str, ...]
    enteras: tuple[str, ...]


Clase = Literal["hecho", "parcial", "plan", "fracaso", "tiempo"]
"""What a cue of narration speaks for: something done, done in part, planned, that failed, or a time to come."""


class Senal(Entrada):
    clase: Clase
    frases: tuple[str, ...]


class Narracion(Entrada):
    """How a state is told without a verdict; every list is explained in the file."""

    negaciones: tuple[str, ...]
    no_niegan: tuple[str, ...]
    aun: tuple[str, ...]
    auxiliares_perfecto: tuple[str, ...]
    auxiliares_estado: tuple[str, ...]
    pasados_irregulares: tuple[str, ...]
    participios_irregulares: tuple[str, ...]
    participios_logro: tuple[str, ...]
    participios_plan: tuple[str, ...]
    no_nosotros: tuple[str, ...]
    no_gerundios: tuple[str, ...]
    rotulos_de_texto: tuple[str, ...]
    no_presentes: tuple[str, ...]
    vienen: tuple[str, ...]
    presentes_mudos: tuple[str, ...]
    tienen: tuple[str, ...]
    hacen_saber: tuple[str, ...]
    partes: tuple[str, ...]
    persiguen: tuple[str, ...]
    pasajeros: tuple[str, ...]
    modos_de_abrir: tuple[str, ...]
    rotulos_de_promesa: tuple[str, ...]
    llevan_a_cuota: tuple[str, ...]
    no_por_hacer: tuple[str, ...]
    preven: tuple[str, ...]
    piden_tanto: tuple[str, ...]
    acabados: tuple[str, ...]
    acuerdan: tuple[str, ...]
    hay_algo: tuple[str, ...]
    desde_ahora: tuple[str, ...]
    enteros: tuple[str, ...]
    solo: tuple[str, ...]
    aun_falta: tuple[str, ...]
    tocan: tuple[str, ...]
    de_tiempo: tuple[str, ...]
    al_contado: tuple[str, ...]
    estaciones: tuple[str, ...]
    ordinales: tuple[str, ...]
    periodos: tuple[str, ...]
    dias: tuple[str, ...]
    sucesos: tuple[str, ...]
    empezado: tuple[str, ...]
    piden: tuple[str, ...]
    mas_tiempo: tuple[str, ...]
    quienes: tuple[str, ...]
    mueven: tuple[str, ...]
    obligan: tuple[str, ...]
    ideas: tuple[str, ...]
    jurados: tuple[str, ...]
    dependen: tuple[str, ...]
    mandan: tuple[str, ...]
    procesos: tuple[str, ...]
    adelantos: tuple[str, ...]
    partes_del_tiempo: tuple[str, ...]
    quitan_cosas: tuple[str, ...]
    para_siempre: tuple[str, ...]
    frutos: tuple[str, ...]
    se_restan: tuple[str, ...]
    aplazan: tuple[str, ...]
    presentes_en_curso: tuple[str, ...]
    presentes_de_plan: tuple[str, ...]
    no_futuros: tuple[str, ...]
    futuros_sin_tilde: tuple[str, ...]
    relativos: tuple[str, ...]
    de_finalidad: tuple[str, ...]
    puente_negacion: tuple[str, ...]
    participios_freno: tuple[str, ...]
    ninguno: tuple[str, ...]
    totales: tuple[str, ...]
    futuros_auxiliares: tuple[str, ...]
    fracasan: tuple[str, ...]
    por_con: tuple[str, ...]
    quedan: tuple[str, ...]
    no_faltan: tuple[str, ...]
    no_importan: tuple[str, ...]
    males: tuple[str, ...]
    comienzan: tuple[str, ...]
    terminan: tuple[str, ...]
    varian: tuple[str, ...]
    no_dicen: tuple[str, ...]
    cargas: tuple[str, ...]
    decenas: dict[str, int]
    deciden: tuple[str, ...]
    deshacen: tuple[str, ...]
    participios_fracaso: tuple[str, ...]
    de_otro: tuple[str, ...]
    esperan: tuple[str, ...]
    en_uso: tuple[str, ...]
    no_en_proceso: tuple[str, ...]
    mas_tarde: tuple[str, ...]
    de_habito: tuple[str, ...]
    no_en_curso: tuple[str, ...]
    meses: tuple[str, ...]
    cantidades: dict[str, int]
    medidas: tuple[str, ...]
    nombres_de_obra: tuple[str, ...]
    comprometibles: tuple[str, ...]
    no_participios: tuple[str, ...]
    en_regimen: tuple[str, ...]
    presentes_de_comienzo: tuple[str, ...]
    presentes_de_termino: tuple[str, ...]
    por_venir: tuple[str, ...]
    preparan: tuple[str, ...]
    condicionan: tuple[str, ...]
    tramites: tuple[str, ...]
    fijan_fecha: tuple[str, ...]
    obras: tuple[str, ...]
    de_que_parte: tuple[str, ...]
    cambian: tuple[str, ...]
    dinero: tuple[str, ...]
    gente: tuple[str, ...]
    indicadores: tuple[str, ...]
    deshacen_raices: tuple[str, ...]
    fallan_raices: tuple[str, ...]
    nada_dicen: tuple[str, ...]
    limitan: tuple[str, ...]
    dejan_abierto: tuple[str, ...]
    son_pasos: tuple[str, ...]
    empeoran: tuple[str, ...]
    senales: tuple[Senal, ...]


class FormaGrado(Entrada):
    grado: Grado
    palabras: tuple[str, ...]


class Grados(Entrada):
    """The grade of stage 4, written in prose next to the word "avance" and nowhere else."""

    ejes: tuple[str, ...]
    formas: tuple[FormaGrado, ...]
    puentes: tuple[str, ...]
    afirman: tuple[str, ...]
    constatan: tuple[str, ...]
    puentes_abiertos: tuple[str, ...]
    siguen: tuple[str, ...]
    comparan: tuple[str, ...]
    otro_tiempo: tuple[str, ...]
    alternan: tuple[str, ...]
    anulan: tuple[str, ...]
    frases_sin_avance: tuple[str, ...]
    verbos_sin_avance: tuple[str, ...]
    objetos_sin_avance: tuple[str, ...]
    califican: tuple[str, ...]
    enteras_no_aplica: tuple[str, ...]
    marco: tuple[str, ...]
    opinan: tuple[str, ...]
    propios: tuple[str, ...]
    dan_razon: tuple[str, ...]
    tienen: tuple[str, ...]
    verbos_de_razon: tuple[str, ...]
    recortan: tuple[str, ...]
    desdicen: tuple[str, ...]
    otros_tiempos: tuple[str, ...]
    lugares_de_grado: tuple[str, ...]
    tareas: tuple[str, ...]


class EjemploEstado(Entrada):
    texto: str
    veredicto: ValorEstado | None = None
    estado: ValorEstado | None = None
    declarado: bool | None = None
    grado: Grado | None = None


class Ejemplos(Entrada):
    acepta: tuple[EjemploEstado, ...]
    rechaza: tuple[EjemploEstado, ...]


class Colas(Entrada):
    """What may follow a verdict and leave it as sure as it was; ``quitan`` takes that away."""

    papeles: tuple[str, ...]
    remiten: tuple[str, ...]
    encargos: tuple[str, ...]
    oportunidad: tuple[str, ...]
    modos: tuple[str, ...]
    causas: tuple[str, ...]
    quitan: tuple[str, ...]
    desmienten: tuple[str, ...]
    buenas: tuple[str, ...]
    casas: tuple[str, ...]
    no_prueban: tuple[str, ...]


class Ajenos(Entrada):
    """How it is told that something is not the service's to do, or has nobody to be done for."""

    verbos: tuple[str, ...]
    infinitivos: tuple[str, ...]
    adjetivos: tuple[str, ...]
    adjetivos_de_necesidad: tuple[str, ...]
    necesidades: tuple[str, ...]
    competencias: tuple[str, ...]
    otros_duenos: tuple[str, ...]
    consecuencias: tuple[str, ...]


class VocabularioEstados(Entrada):
    id: str
    sujetos: tuple[str, ...]
    preambulos: tuple[str, ...]
    rotulos: tuple[str, ...]
    nexos: tuple[str, ...]
    adverbios: tuple[str, ...]
    no_declaran: tuple[str, ...]
    objetos_ajenos: tuple[str, ...]
    cortesias: tuple[str, ...]
    lecturas: dict[str, str]
    rectifican: tuple[str, ...]
    sin_reparo: tuple[str, ...]
    atenuantes: dict[ValorEstado, tuple[str, ...]]
    siguen_a_participio: tuple[str, ...]
    veredictos: tuple[GrupoVeredicto, ...]
    sin_informacion: tuple[str, ...]
    por_definir: PorDefinir
    colas: Colas
    ajenos: Ajenos
    narracion: Narracion
    grados: Grados
    ejemplos: Ejemplos
