"""The decisions of persons at work on one document: found by what they are about, and remembered when they are used.

``decisiones_lecturas`` and ``decisiones_parejas`` apply those of readings and pairs; ``NombresDelDocumento``, those of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.comun.decisiones import Decisiones
from extractor.comun.decisiones_claves import CAMPOS_DOCUMENTO, contexto_de, lugar_de_clave, tema, texto_clave
from extractor.comun.texto import plegar
from extractor.errores import ErrorUso
from extractor.modelo.decision import Decision, DecisionTomada
from extractor.modelo.declarado import Declarado
from extractor.modelo.hallazgo import Hallazgo

MUCHAS = 20
"""Ids named in a sentence; of more only the count is told."""


Asunto = tuple[str | int | None, ...]
"""What a decision is about, as it is looked up."""


class DecisionesDelDocumento:
    """``usadas``: ids of those that settled something. ``anio`` and ``servicio`` (folded code and name) are what the contexts
    of names are compared with. Raises ErrorUso for a region that exists in no division."""

    def __init__(self, decisiones: Decisiones, sha256: str) -> None:
        self.usadas: set[str] = set()
        self.anio: int | None = None
        self.servicio: tuple[str, ...] = ()
        self._por_asunto: dict[Asunto, list[Decision]] = {}
        for decision in decisiones.aplicables(sha256).vigentes:
            asunto = _asunto(decision)
            if asunto[:2] == ("nombre", "region"):
                _revisar_region(decision)
            self._por_asunto.setdefault(asunto, []).append(decision)
        self._con_nombres = self.tiene("nombre")

    def _una(self, *asunto: str | int | None) -> Decision | None:
        return next(iter(self._por_asunto.get(asunto, ())), None)

    def usar(self, decision: Decision) -> str:
        """Notes that it was applied, with those that say the same; returns its id."""
        self.usadas.update(d.id for d in self._por_asunto[_asunto(decision)])
        return decision.id

    def nombre(self, que: str, texto: str) -> Decision | None:
        """What was decided of a name; of several contexts that hold, the most specific: service and year, service, year, none."""
        if not self._con_nombres:
            return None
        plegado = texto_clave(texto)
        for servicio in (*self.servicio, None):
            for anio in dict.fromkeys((self.anio, None)):
                hallada = self._una("nombre", que, plegado, anio, servicio)
                if hallada is not None:
                    return hallada
        return None

    def de_servicios(self) -> dict[str, Decision]:
        """By folded text, the decided names of services that hold for this document."""
        textos = {str(asunto[2]) for asunto in self._por_asunto if asunto[:2] == ("nombre", "servicio")}
        return {texto: decision for texto in sorted(textos) if (decision := self.nombre("servicio", texto)) is not None}

    def lectura(self, campo: str, lugar: str) -> Decision | None:
        return self._una("lectura", campo, lugar)

    def pareja(self, campo: str, lugar: str) -> Decision | None:
        return self._una("emparejamiento", campo, lugar)

    def tiene(self, tipo: str) -> bool:
        return any(asunto[0] == tipo for asunto in self._por_asunto)

    def de_documento(self, campo: str) -> Decision | None:
        """What was decided of a fact of the document."""
        return self._una("documento", campo)

    def declarado(self, dicho: Declarado, campos: Sequence[str] = CAMPOS_DOCUMENTO) -> Declarado:
        """What is stated of the document, with what was decided of it over that, of these ``campos``."""
        valores: dict[str, str] = {}
        for campo in campos:
            decision = self.de_documento(campo)
            if decision is not None:
                self.usar(decision)
                valores[campo] = decision.valor
        anio, etapa = valores.get("anio"), valores.get("etapa")
        return dicho.con(
            Declarado(
                servicio=valores.get("servicio"),
                anio=int(anio) if anio else None,
                region=valores.get("region"),
                etapa=int(etapa) if etapa else None,
            )
        )

    def hallazgos(self, hallazgos: Sequence[Hallazgo]) -> tuple[Hallazgo, ...]:
        """The findings, those that a person confirmed or dismissed with the decision beside them."""
        return tuple(self._con_decision(h) for h in hallazgos)

    def _con_decision(self, hallazgo: Hallazgo) -> Hallazgo:
        una = self._una("hallazgo", hallazgo.huella)
        if una is None:
            return hallazgo
        tomada = DecisionTomada(id=self.usar(una), valor=una.valor, quien=una.quien, porque=una.porque)
        return hallazgo.model_copy(update={"decision": tomada})


def _asunto(decision: Decision) -> Asunto:
    if decision.tipo == "nombre":
        return ("nombre", *contexto_de(decision.clave))
    if decision.tipo == "hallazgo":
        return ("hallazgo", tema("hallazgo", decision.clave))
    if decision.tipo == "documento":
        return ("documento", decision.clave.rsplit("|", 1)[-1])
    return (decision.tipo, *lugar_de_clave(decision.clave))


def _revisar_region(decision: Decision) -> None:
    from extractor.vocabularios.regiones import vocabulario

    conocidos = {r.codigo for r in vocabulario().regiones}
    ajenos = [c for c in decision.valor.split(";") if c.isdigit() and c not in conocidos]
    if ajenos:
        raise ErrorUso(f"la decisión «{decision.id}» nombra una región que no existe: {', '.join(ajenos)}")


def revisar(decisiones: Decisiones) -> None:
    """Raises ErrorUso, before anything is read, for a decision that no document could follow."""
    for decision in decisiones.de_tipo("nombre"):
        if contexto_de(decision.clave)[0] == "region":
            _revisar_region(decision)


def sin_aplicar(decisiones: Decisiones, aplicadas: Iterable[str]) -> tuple[str, ...]:
    """Ids of the decisions in force that no document of a run used, in order. ``aplicadas``: those of every Informe's
    ``decisiones``, one after another."""
    usadas = set(aplicadas)
    return tuple(d.id for d in decisiones.vigentes if d.id not in usadas)


def frase_sin_aplicar(ids: Sequence[str], de_no_leidos: int = 0) -> str | None:
    """The sentence that tells them; None when there is none. ``de_no_leidos``: how many are about documents of the run that
    could not be read, where readings, pairs and regions have no place."""
    if not ids:
        return None
    cuantas = "1 decisión no se aplicó" if len(ids) == 1 else f"{len(ids)} decisiones no se aplicaron"
    resto = f" y {len(ids) - MUCHAS} más" if len(ids) > MUCHAS else ""
    de_estos = "; {} de un documento que no se pudo leer" if de_no_leidos == 1 else "; {} de documentos que no se pudieron leer"
    por_que = de_estos.format(de_no_leidos) if de_no_leidos else ""
    return f"{cuantas} a nada de lo leído: {', '.join(ids[:MUCHAS])}{resto}{por_que}"


def servicio_plegado(codigo: str | None, nombre: str | None) -> tuple[str, ...]:
    """How a context may name the service of a document."""
    return tuple(dict.fromkeys(plegar(x) for x in (codigo, nombre) if x))
