"""The schema of ``estados.yaml``: verdicts, narration, grades, and the examples that the file carries."""

from __future__ import annotations

from extractor.modelo.valores import Grado, ValorEstado
from extractor.vocabularios.base import Entrada
from extractor.vocabularios.esquema_narracion import Narracion


class GrupoVeredicto(Entrada):
    """The words that declare one value: ``fuertes`` whatever follows, ``solas`` only before a stop."""

    valor: ValorEstado
    fuertes: tuple[str, ...]
    solas: tuple[str, ...]


class PorDefinir(Entrada):
    comienzan: tuple[str, ...]
    enteras: tuple[str, ...]


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
    rotulan_opciones: tuple[str, ...]
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
    escalas: tuple[str, ...]
    enlazan_escala: tuple[str, ...]


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
