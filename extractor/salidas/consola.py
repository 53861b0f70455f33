"""Findings for a person: ``ruta: lugar: gravedad CODIGO mensaje``, grouped by document, never without coverage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.comun.ajustes import escala
from extractor.comun.razones_codigos import MOTIVOS, cuentas_por_codigo
from extractor.modelo.conjunto import Conjunto
from extractor.modelo.hallazgo import GRAVEDADES, Gravedad, Hallazgo
from extractor.modelo.informe import Informe
from extractor.salidas.prosa import en_castellano
from extractor.salidas.prosa import limpio as limpio
from extractor.salidas.sin_reconocer import sin_reconocer


def alcanza(gravedad: Gravedad, minima: Gravedad) -> bool:
    """Whether ``gravedad`` is ``minima`` or graver."""
    return GRAVEDADES.index(gravedad) <= GRAVEDADES.index(minima)


@dataclass
class Balance:
    """What a run has seen so far: counts only, so memory stays flat however many documents. Findings that a person dismissed
    count only as ``descartados``; ``decisiones`` are the ids of those that some document used."""

    documentos: int = 0
    estados: Counter[str] = field(default_factory=Counter)
    gravedades: Counter[Gravedad] = field(default_factory=Counter)
    motivos: Counter[str] = field(default_factory=Counter)
    descartados: int = 0
    decisiones: set[str] = field(default_factory=set)
    fallidos: list[tuple[str, str]] = field(default_factory=list)
    tablas: int = 0
    tablas_reconocidas: int = 0
    actividades: int = 0
    verificables: int = 0
    verificadas: int = 0
    reglas_fallidas: int = 0

    def sumar(self, informe: Informe) -> None:
        ficha, cobertura = informe.documento, informe.cobertura
        self.documentos += 1
        self.estados[ficha.estado] += 1
        self._contar(informe.hallazgos)
        self.decisiones.update(informe.decisiones)
        self.motivos.update(cobertura.no_verificables)
        if ficha.estado == "fallido":
            self.fallidos.append((ficha.ruta, ficha.motivo or "sin motivo registrado"))
        self.tablas += cobertura.tablas
        self.tablas_reconocidas += cobertura.tablas_reconocidas
        self.actividades += cobertura.actividades
        self.verificables += cobertura.verificables
        self.verificadas += cobertura.verificadas

    def sumar_conjunto(self, conjunto: Conjunto) -> None:
        """Adds the findings between documents to those of the documents."""
        self._contar(conjunto.hallazgos)
        self.decisiones.update(h.decision.id for h in conjunto.hallazgos if h.decision is not None)

    def _contar(self, hallazgos: Sequence[Hallazgo]) -> None:
        self.gravedades.update(hallazgo.gravedad for hallazgo in hallazgos if not hallazgo.descartado)
        self.descartados += sum(hallazgo.descartado for hallazgo in hallazgos)
        self.reglas_fallidas += sum(hallazgo.codigo == "REGLA_FALLIDA" for hallazgo in hallazgos)

    def alcanza(self, minima: Gravedad) -> bool:
        """Whether any finding is ``minima`` or graver."""
        return any(self.gravedades[gravedad] for gravedad in GRAVEDADES if alcanza(gravedad, minima))


def documento_en_consola(informe: Informe, minima: Gravedad) -> list[str]:
    """The lines of one document: its findings from ``minima`` up, one line of counts for the rest, its coverage."""
    ruta = limpio(informe.documento.ruta)
    lineas = hallazgos_en_consola(ruta, informe.hallazgos, minima)
    if informe.documento.estado == "fallido":
        lineas.append(f"{ruta}: no se pudo leer: {limpio(informe.documento.motivo or 'sin motivo registrado')}")
        return lineas
    if informe.documento.estado == "parcial" and informe.documento.motivo:
        lineas.append(f"{ruta}: leído en parte: {limpio(informe.documento.motivo)}")
    lineas.append(f"{ruta}: {linea_cobertura(informe)}")
    return lineas


def hallazgos_en_consola(ruta: str, hallazgos: Sequence[Hallazgo], minima: Gravedad) -> list[str]:
    """The findings from ``minima`` up, and one line for the rest. Dismissed ones are only counted."""
    vigentes = [hallazgo for hallazgo in hallazgos if not hallazgo.descartado]
    lineas = [linea_hallazgo(ruta, hallazgo) for hallazgo in vigentes if _se_muestra(hallazgo, minima)]
    resto = Counter(hallazgo.gravedad for hallazgo in vigentes if not _se_muestra(hallazgo, minima))
    if resto:
        ultima = [gravedad for gravedad in GRAVEDADES if resto[gravedad]][-1]
        lineas.append(f"{ruta}: además, de menor gravedad: {_cuentas(resto)} (se muestran con --gravedad {ultima})")
    if len(vigentes) < len(hallazgos):
        lineas.append(f"{ruta}: inconsistencias descartadas por una persona: {len(hallazgos) - len(vigentes)}")
    return lineas


def _se_muestra(hallazgo: Hallazgo, minima: Gravedad) -> bool:
    """A rule of ours that broke is shown whatever is asked for: what it would have checked is unknown."""
    return alcanza(hallazgo.gravedad, minima) or hallazgo.codigo == "REGLA_FALLIDA"


def linea_hallazgo(ruta: str, hallazgo: Hallazgo) -> str:
    """One finding. The fingerprint in brackets is what ``explicar`` takes. The institution's own name of the severity, where
    the settings give one, stands beside ours."""
    causa = f" (consecuencia de {hallazgo.causa})" if hallazgo.causa else ""
    gravedad = limpio(escala().con(hallazgo.gravedad, hallazgo.codigo))
    titulo = f"{ruta}: {limpio(hallazgo.lugar)}: {gravedad} {hallazgo.codigo}"
    return f"{titulo} {limpio(en_castellano(hallazgo.mensaje))}{causa} [{hallazgo.huella}]"


def linea_cobertura(informe: Informe) -> str:
    """What was checked and what was not, in one line."""
    cobertura = informe.cobertura
    partes = [
        "cobertura: " + _de(cobertura.verificadas, cobertura.verificables, "verificación hecha", "verificaciones hechas"),
        _de(cobertura.tablas_reconocidas, cobertura.tablas, "tabla reconocida", "tablas reconocidas") + sin_reconocer(informe),
        cuantas(cobertura.actividades, "actividad", "actividades"),
        cuantas(cobertura.cifras, "cifra", "cifras"),
    ]
    if informe.secciones:
        partes.append(cuantas(len(informe.secciones), "sección", "secciones"))
    if cobertura.descartadas:
        partes.append(
            cuantas(cobertura.descartadas, "parte en blanco o suelta descartada", "partes en blanco o sueltas descartadas")
        )
    return "; ".join(partes) + _motivos(cobertura.no_verificables)


def totales_en_consola(balance: Balance, minima: Gravedad) -> list[str]:
    """The last lines of a run."""
    lineas = [cuenta_de_documentos(balance)]
    graves = Counter({g: balance.gravedades[g] for g in GRAVEDADES if alcanza(g, minima) and balance.gravedades[g]})
    resto = Counter({g: balance.gravedades[g] for g in GRAVEDADES if not alcanza(g, minima) and balance.gravedades[g]})
    linea = f"Hallazgos desde «{minima}»: {sum(graves.values())}"
    linea += (f" ({_cuentas(graves)})" if graves else "") + (f"; además: {_cuentas(resto)}" if resto else "")
    lineas.append(linea + (f"; descartadas: {balance.descartados}" if balance.descartados else ""))
    lineas.append(
        f"Cobertura: {_de(balance.verificadas, balance.verificables, 'verificación hecha', 'verificaciones hechas')}; "
        f"{_de(balance.tablas_reconocidas, balance.tablas, 'tabla reconocida', 'tablas reconocidas')}; "
        + cuantas(balance.actividades, "actividad", "actividades")
        + _motivos(balance.motivos)
    )
    if balance.reglas_fallidas:
        lineas.append(f"Falla del programa: reglas que no se pudieron aplicar: {balance.reglas_fallidas}")
    if balance.fallidos:
        lineas.append("No se pudieron leer:")
        lineas.extend(f"  {limpio(ruta)}: {limpio(motivo)}" for ruta, motivo in balance.fallidos)
    return lineas


def cuenta_de_documentos(balance: Balance) -> str:
    """How many, and how they were read."""
    leidos = "; ".join(f"{nombre}: {balance.estados[estado]}" for estado, nombre in _ESTADOS if balance.estados[estado])
    return f"Documentos: {balance.documentos}" + (f" ({leidos})" if leidos else "")


_ESTADOS = (("ok", "leídos"), ("parcial", "leídos en parte"), ("fallido", "sin leer"))


def _cuentas(cuentas: Counter[Gravedad]) -> str:
    """ "1 cambia la decisión, 2 de lógica, 3 avisos (hallazgo menor)": the institution's own name stands behind ours."""
    return ", ".join(_cuenta(g, cuentas[g]) for g in GRAVEDADES if cuentas[g])


_EN_CUENTAS: dict[Gravedad, tuple[str, str]] = {
    "cambia_decision": ("cambia la decisión", "cambian la decisión"),
    "aritmetica": ("de aritmética", "de aritmética"),
    "logica": ("de lógica", "de lógica"),
    "aviso": ("aviso", "avisos"),
}


def _cuenta(gravedad: Gravedad, cuantos: int) -> str:
    suyo = escala().nombre(gravedad)
    return cuantas(cuantos, *_EN_CUENTAS[gravedad]) + ("" if suyo is None else f" ({limpio(suyo)})")


def _de(hechas: int, todas: int, una: str, varias: str) -> str:
    return f"{hechas} de {cuantas(todas, una, varias)}"


def cuantas(numero: int, una: str, varias: str) -> str:
    """ "1 tabla", "3 tablas"."""
    return f"{numero} {una if numero == 1 else varias}"


def _motivos(motivos: dict[str, int] | Counter[str]) -> str:
    if not motivos:
        return ""
    return "; sin verificar: " + cuentas_por_codigo(motivos, MOTIVOS, "porque ")


def en_una_linea(nombres: Iterable[str], maximo: int = 10) -> str:
    """Names joined for a sentence, with how many more there are."""
    lista = list(nombres)
    visibles = ", ".join(limpio(nombre) for nombre in lista[:maximo])
    return visibles + (f" y {len(lista) - maximo} más" if len(lista) > maximo else "")
