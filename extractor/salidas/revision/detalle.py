"""Everything the page tells of one finding, in words and figures ready to be drawn; nothing here is markup."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from extractor.comun.texto import corto
from extractor.modelo.base import Origen
from extractor.modelo.hallazgo import GRAVEDADES, Correccion, Gravedad, Hallazgo, Verificacion
from extractor.modelo.informe import Informe
from extractor.salidas.derivacion import verificaciones_de
from extractor.salidas.lugares import lugar_de_datos, lugar_en_palabras
from extractor.salidas.operandos import Nombres, nombres_de_operandos
from extractor.salidas.prosa import codigo_en_palabras, con_comas, en_castellano
from extractor.salidas.revision.formato import (
    NIVELES,
    RESULTADOS,
    campo_en_palabras,
    con_coma,
    frases,
    nombre_gravedad,
    region_en_palabras,
)
from extractor.salidas.revision.marcas import Pedido

_CITA = 140
_CORRECCIONES = 6


@dataclass(frozen=True, slots=True)
class OperandoVisto:
    """An operand: its letter on the page, its value, what it is ("" where nothing tells), its place and what is printed
    there."""

    letra: str
    valor: str
    que: str
    lugar: str
    cita: str
    origen: Origen


@dataclass(frozen=True, slots=True)
class Paso:
    """One verification behind a finding."""

    regla: str
    simbolo: str
    resultado: str
    formula: str
    intervalo: tuple[str, str] | None
    operandos: tuple[OperandoVisto, ...]


@dataclass(frozen=True, slots=True)
class CambioVisto:
    campo: str
    de: str
    a: str
    lugar: str
    explica: int


@dataclass(frozen=True, slots=True)
class Detalle:
    """A finding for a person. ``numero`` is its own on the page, within its document; ``causa`` and ``efectos`` are numbers
    of others, ``arrastra`` how many further verifications fail only for it. ``informado`` and ``recalculado`` are there
    only together."""

    numero: int
    huella: str
    codigo: str
    tipo: str
    gravedad: Gravedad
    simbolo: str
    nivel: str
    lugar: str
    donde: str
    cita: str
    mensaje: str
    explicacion: tuple[str, ...]
    informado: str | None
    recalculado: str | None
    diferencia: str | None
    norma: str | None
    pasos: tuple[Paso, ...]
    correccion: CambioVisto | None
    alternativas: tuple[CambioVisto, ...]
    causa: int | None
    efectos: tuple[int, ...]
    arrastra: int
    tambien: tuple[str, ...]
    certeza: str
    decision: str | None
    descartado: bool
    tabla: str | None
    fila: int | None
    actividad: int | None
    pedido: Pedido


def detalles_de(informe: Informe) -> tuple[Detalle, ...]:
    """The findings of a document, the gravest first, each with its number."""
    orden = sorted(informe.hallazgos, key=lambda h: GRAVEDADES.index(h.gravedad))
    numeros = {h.huella: n for n, h in enumerate(orden, start=1)}
    efectos: dict[str, list[int]] = {}
    for hallazgo in orden:
        if hallazgo.causa is not None:
            efectos.setdefault(hallazgo.causa, []).append(numeros[hallazgo.huella])
    arrastres: dict[str, int] = {}
    for verificacion in informe.verificaciones:
        if verificacion.causa is not None:
            arrastres[verificacion.causa] = arrastres.get(verificacion.causa, 0) + 1
    nombres = nombres_de_operandos(informe)
    return tuple(_detalle(informe, h, n, numeros, efectos, arrastres, nombres) for n, h in enumerate(orden, start=1))


def _detalle(
    informe: Informe,
    hallazgo: Hallazgo,
    numero: int,
    numeros: Mapping[str, int],
    efectos: Mapping[str, Sequence[int]],
    arrastres: Mapping[str, int],
    nombres: Nombres,
) -> Detalle:
    hechas = list(verificaciones_de(informe, hallazgo))
    comparado = hallazgo.informado is not None and hallazgo.recalculado is not None
    pasos = _pasos(hechas, nombres)
    letras = {(o.letra, o.origen.model_dump_json()): o for paso in pasos for o in paso.operandos}
    propios = tuple(dict.fromkeys([o for o in (hallazgo.origen, *(x.origen for x in hallazgo.lugares)) if o is not None]))
    # what has no difference may be no figure: the number of a section, a count of tables
    en_cifras = hallazgo.diferencia is not None
    return Detalle(
        numero=numero,
        huella=hallazgo.huella,
        codigo=hallazgo.codigo,
        tipo=codigo_en_palabras(hallazgo.codigo),
        gravedad=hallazgo.gravedad,
        simbolo=NIVELES[hallazgo.gravedad].simbolo,
        nivel=nombre_gravedad(hallazgo.gravedad, hallazgo.codigo),
        lugar=hallazgo.lugar,
        donde=lugar_en_palabras(hallazgo.origen) if hallazgo.origen is not None else "",
        cita=corto(hallazgo.origen.texto, _CITA) if hallazgo.origen is not None else "",
        mensaje=en_castellano(hallazgo.mensaje),
        explicacion=frases(en_castellano(hallazgo.explicacion)),
        informado=_informado(hallazgo) if comparado else None,
        recalculado=(con_coma(hallazgo.recalculado) if en_cifras else hallazgo.recalculado) if comparado else None,
        diferencia=con_coma(hallazgo.diferencia),
        norma=hallazgo.norma,
        pasos=pasos,
        correccion=_cambio(hallazgo.correccion_probable) if hallazgo.correccion_probable is not None else None,
        alternativas=tuple(map(_cambio, hallazgo.alternativas[:_CORRECCIONES])),
        causa=numeros.get(hallazgo.causa) if hallazgo.causa is not None else None,
        efectos=tuple(efectos.get(hallazgo.huella, ())),
        arrastra=arrastres.get(hallazgo.huella, 0),
        tambien=_tambien(informe, hallazgo),
        certeza=hallazgo.certeza,
        decision=_decision(hallazgo),
        descartado=hallazgo.descartado,
        tabla=hallazgo.tabla,
        fila=hallazgo.fila,
        actividad=hallazgo.actividad,
        pedido=Pedido(numero, hallazgo.gravedad, propios, tuple((letra, o.origen) for (letra, _), o in letras.items())),
    )


def _pasos(hechas: Sequence[Verificacion], nombres: Nombres) -> tuple[Paso, ...]:
    """The verifications, their operands lettered from a; the same place keeps its letter in every step."""
    letras: dict[str, str] = {}
    pasos = []
    for hecha in hechas:
        simbolo, resultado = RESULTADOS[hecha.resultado]
        operandos = []
        for operando in hecha.operandos:
            letra = letras.setdefault(operando.origen.model_dump_json(), _letra(len(letras)))
            valor = "sin valor" if operando.valor is None else con_coma(operando.valor) or ""
            cita = corto(operando.origen.texto, 60)
            que = nombres(hecha.tabla, operando.origen)
            operandos.append(OperandoVisto(letra, valor, que, lugar_en_palabras(operando.origen), cita, operando.origen))
        intervalo = None
        if hecha.intervalo is not None and hecha.intervalo[0] != hecha.intervalo[1]:
            intervalo = (con_coma(hecha.intervalo[0]) or "", con_coma(hecha.intervalo[1]) or "")
        formula = con_comas(hecha.formula or "")
        pasos.append(Paso(hecha.regla, simbolo, resultado, formula, intervalo, tuple(operandos)))
    return tuple(pasos)


def _letra(indice: int) -> str:
    """a ... z, aa, ab ...

    >>> _letra(0), _letra(25), _letra(26)
    ('a', 'z', 'aa')
    """
    letras = ""
    indice += 1
    while indice:
        indice, resto = divmod(indice - 1, len(ascii_lowercase))
        letras = ascii_lowercase[resto] + letras
    return letras


def _informado(hallazgo: Hallazgo) -> str | None:
    """As printed where the place says so; ``informado`` may also be what the norm demands and nobody printed."""
    if hallazgo.informado is None:
        return None
    impreso = " ".join(hallazgo.origen.texto.split()) if hallazgo.origen is not None else ""
    mismo = impreso.replace(",", ".").strip("% ") == hallazgo.informado
    return impreso if mismo else con_coma(hallazgo.informado)


def _decision(hallazgo: Hallazgo) -> str | None:
    """What a person decided about it."""
    tomada = hallazgo.decision
    return None if tomada is None else f"{tomada.valor}, por {tomada.quien}: {tomada.porque}"


def _cambio(correccion: Correccion) -> CambioVisto:
    return CambioVisto(
        campo=campo_en_palabras(correccion.campo),
        de=con_coma(correccion.de) or "en blanco",
        a=con_coma(correccion.a) or "en blanco",
        lugar=lugar_en_palabras(correccion.origen),
        explica=correccion.explica,
    )


def _tambien(informe: Informe, hallazgo: Hallazgo) -> tuple[str, ...]:
    """The further places, those of the finding itself left out: whose they are, where they stand, what is printed there."""
    tablas = {tabla.id: tabla for tabla in informe.tablas}
    dichos = []
    for lugar in hallazgo.lugares:
        if lugar.origen is None or lugar.origen == hallazgo.origen:
            continue
        partes = [lugar_de_datos(lugar.tabla, lugar.fila, lugar.actividad), lugar_en_palabras(lugar.origen)]
        if lugar.tabla in tablas:
            partes.insert(0, region_en_palabras(tablas[lugar.tabla].region))
        cita = f"«{corto(lugar.origen.texto, 60)}»"
        dichos.append(f"{', '.join(parte for parte in partes if parte)}: {cita}")
    return tuple(dichos)
