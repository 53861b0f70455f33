"""What persons decided of findings between documents."""

from __future__ import annotations

from extractor.comun.decisiones import Decisiones
from extractor.comun.decisiones_claves import tema
from extractor.modelo.conjunto import Conjunto
from extractor.modelo.decision import DecisionTomada


def con_decisiones(conjunto: Conjunto, decisiones: Decisiones) -> Conjunto:
    """The findings that a person confirmed or dismissed, with the decision beside them. A fingerprint already holds the
    documents it is about."""
    decididas = {tema("hallazgo", decision.clave): decision for decision in decisiones.de_tipo("hallazgo")}
    hallazgos = []
    for hallazgo in conjunto.hallazgos:
        una = decididas.get(hallazgo.huella)
        if una is not None:
            tomada = DecisionTomada(id=una.id, valor=una.valor, quien=una.quien, porque=una.porque)
            hallazgo = hallazgo.model_copy(update={"decision": tomada})
        hallazgos.append(hallazgo)
    return conjunto.model_copy(update={"hallazgos": tuple(hallazgos)})
