"""From what a form says to a decision in the database: checked against what its person had before the eyes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from extractor.comun.decisiones import Decisiones
from extractor.comun.decisiones_claves import ClaveMala, clave_canonica, clave_documento, clave_hallazgo, clave_nombre
from extractor.comun.decisiones_valores import valor_canonico
from extractor.comun.huellas import huella
from extractor.errores import ErrorUso
from extractor.modelo.decision import Decision
from extractor.modelo.informe import Informe
from extractor.revision.datos import es_region
from extractor.revision.lecturas import clave_de_lectura
from extractor.revision.mesa import Mesa
from extractor.revision.parejas import pareja_de
from extractor.revision.sitios import Sitio

MAX_TEXTO = 2000
PARA_TODOS, DEL_SERVICIO, DEL_SERVICIO_Y_ANIO = "todos", "servicio", "servicio_anio"


class ErrorFormulario(ValueError):
    """What a form says cannot be a decision. The message is a Spanish sentence."""


class Conflicto(Exception):
    """Somebody decided while the form was open. ``propuesta``: what was not kept; ``vigente``: what holds, if anything."""

    def __init__(self, propuesta: Decision, vigente: Decision | None) -> None:
        super().__init__()
        self.propuesta = propuesta
        self.vigente = vigente


@dataclass(frozen=True, slots=True)
class Autoria:
    """Who decides, why, and the id of the decision that the form showed in force ("" when it showed none)."""

    quien: str
    porque: str
    esperada: str


def de_hallazgo(informe: Informe | None, huella_hallazgo: str, valor: str) -> tuple[str, str, str]:
    """Type, key and value; without a report, of a finding between documents. Raises ErrorFormulario."""
    if informe is not None and all(h.huella != huella_hallazgo for h in informe.hallazgos):
        raise ErrorFormulario("El documento ya no tiene ese hallazgo: otra decisión o una lectura nueva lo resolvió.")
    sha256 = informe.documento.sha256 if informe is not None else None
    return _canonico("hallazgo", clave_hallazgo(huella_hallazgo, sha256), valor)


def de_lectura(informe: Informe, sitio: Sitio, valor: str) -> tuple[str, str, str]:
    """Raises ErrorFormulario when the report has no such field."""
    clave = clave_de_lectura(informe, sitio)
    if clave is None:
        raise ErrorFormulario("El documento ya no tiene ese dato; ábralo otra vez.")
    return _canonico("lectura", clave, valor)


def de_pareja(informe: Informe, sitio: Sitio, opcion: str) -> tuple[str, str, str]:
    """Raises ErrorFormulario when the report has no such activity or figure."""
    par = pareja_de(informe, sitio, opcion)
    if par is None:
        raise ErrorFormulario("El documento ya no tiene esa actividad o esa cifra; ábralo otra vez.")
    return _canonico("emparejamiento", *par)


def de_nombre(informe: Informe | None, que: str, texto: str, valor: str, alcance: str) -> tuple[str, str, str]:
    """Raises ErrorFormulario for a value that is none, or a scope that the report does not have."""
    ficha = informe.documento if informe is not None else None
    servicio = ficha.servicio.codigo if ficha is not None and ficha.servicio is not None else None
    anio = ficha.anio if ficha is not None else None
    con_servicio = alcance in (DEL_SERVICIO, DEL_SERVICIO_Y_ANIO)
    if con_servicio and servicio is None:
        raise ErrorFormulario("No se sabe de qué servicio es el documento: elija «en todos los informes».")
    clave = clave_nombre(que, texto, anio if alcance == DEL_SERVICIO_Y_ANIO else None, servicio if con_servicio else None)
    salida = _canonico("nombre", clave, valor)
    if que == "region":
        _revisar_region(salida[2])
    return salida


def de_documento(informe: Informe, campo: str, valor: str) -> tuple[str, str, str]:
    """Raises ErrorFormulario for a fact that documents do not have, or a value that is none."""
    salida = _canonico("documento", clave_documento(informe.documento.sha256, campo), valor)
    if campo == "region" and not es_region(salida[2], informe.documento.anio):
        raise ErrorFormulario(f"«{salida[2]}» no es ninguna región del año del documento.")
    return salida


def agregar(mesa: Mesa, que: tuple[str, str, str], autoria: Autoria) -> Decision:
    """Keeps the decision, in the place of the one in force that the person saw.

    Raises Conflicto when what is in force is not what the person saw, ErrorFormulario for what cannot be kept.
    """
    tipo, clave, valor = que
    vigente = mesa.vigente(tipo, clave)
    vista = next((d for d in mesa.decisiones().todas if d.id == autoria.esperada), None)
    # what the form showed of a name may hold in more reports, or fewer, than what is decided now
    esperada = vista.id if vista is not None and (tipo != "nombre" or vista.clave == clave) else ""
    nueva = _decision(tipo, clave, valor, autoria, esperada or None)
    if (vigente.id if vigente is not None else "") != esperada:
        raise Conflicto(nueva, vigente)
    _guardar(mesa, nueva, esperada)
    return nueva


def retirar(mesa: Mesa, ident: str, autoria: Autoria) -> Decision:
    """Undoes the decision in force with that id. Raises like ``agregar``."""
    una = next((d for d in mesa.decisiones().vigentes if d.id == ident), None)
    if una is None:
        vieja = next((d for d in mesa.decisiones().todas if d.id == ident), None)
        if vieja is None:
            raise ErrorFormulario("No hay ninguna decisión con ese identificador.")
        raise Conflicto(_decision(vieja.tipo, "", "", autoria, ident), None)
    nueva = _decision(una.tipo, "", "", autoria, ident)
    _guardar(mesa, nueva, ident)
    return nueva


def _guardar(mesa: Mesa, nueva: Decision, esperada: str) -> None:
    try:
        Decisiones.de([nueva.model_copy(update={"anula": None})] if nueva.clave else [])
    except ErrorUso as error:
        dicho = str(error).rpartition(": ")[2]
        raise ErrorFormulario(f"{dicho[:1].upper()}{dicho[1:]}.") from error
    try:
        mesa.deposito.agregar_decision(nueva, esperada or None)
    except ErrorUso as error:
        # between looking and writing another reviewer came first
        vigente = mesa.vigente(nueva.tipo, nueva.clave) if nueva.clave else None
        if vigente is not None or esperada:
            raise Conflicto(nueva, vigente) from error
        dicho = str(error)
        raise ErrorFormulario(f"{dicho[:1].upper()}{dicho[1:]}.") from error


def _decision(tipo: str, clave: str, valor: str, autoria: Autoria, anula: str | None) -> Decision:
    cuando = datetime.now().astimezone()
    propia = huella(tipo, clave, valor, autoria.quien, cuando.isoformat(), anula)
    return Decision.model_validate({
        "id": f"r{cuando:%Y%m%d%H%M%S}-{propia[:8]}", "tipo": tipo, "clave": clave, "valor": valor, "quien": autoria.quien,
        "cuando": cuando.isoformat(timespec="seconds"), "porque": autoria.porque, "anula": anula,
    })


def _canonico(tipo: str, clave: str, valor: str) -> tuple[str, str, str]:
    if len(valor) > MAX_TEXTO:
        raise ErrorFormulario(f"El valor es demasiado largo: hasta {MAX_TEXTO} caracteres.")
    try:
        canonica = clave_canonica(tipo, clave)
        return tipo, canonica, valor_canonico(tipo, canonica, valor)
    except ClaveMala as error:
        frase = str(error)
        raise ErrorFormulario(f"{frase[:1].upper()}{frase[1:]}.") from error


def _revisar_region(valor: str) -> None:
    from extractor.vocabularios.regiones import vocabulario

    conocidos = {r.codigo for r in vocabulario().regiones}
    ajenos = [c for c in valor.split(";") if c.isdigit() and c not in conocidos]
    if ajenos:
        raise ErrorFormulario(f"No existe la región {', '.join(ajenos)}.")
