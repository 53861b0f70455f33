"""docs/reglas.md says what the records of the rules say, and a rule is picked up by its one line in the tuple."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from ayudas_reconciliador import IMPRESO, informe, tabla

from extractor.modelo.hallazgo import Hallazgo
from extractor.reconciliador import REGLAS, Expectativas, Regla, reconciliar
from extractor.reconciliador.contexto import Contexto
from extractor.reconciliador.fabrica import hallazgo
from extractor.reconciliador.manual import manual
from extractor.reconciliador.regla import Respuesta


def test_el_manual_esta_al_dia(raiz: Path) -> None:
    assert (raiz / "docs" / "reglas.md").read_text("utf-8") == manual(), (
        "docs/reglas.md is stale: python -m extractor.reconciliador.manual > docs/reglas.md"
    )


def test_el_mandato_escribe_el_manual(raiz: Path) -> None:
    hecho = subprocess.run(
        [sys.executable, "-m", "extractor.reconciliador.manual"], check=True, capture_output=True, cwd=raiz, timeout=60,
    )
    assert hecho.stdout.decode("utf-8") == manual()


def test_cada_codigo_tiene_su_ficha() -> None:
    texto = manual()
    for regla in REGLAS:
        assert f"### {', '.join(regla.codigos)}\n" in texto
        assert f"- Ejemplo: {regla.ejemplo}\n" in texto and regla.regimenes


def test_los_parrafos_que_se_citan_existen_en_algun_regimen() -> None:
    from extractor.reconciliador import cargar_regimenes

    claves = {clave for regimen in cargar_regimenes().values() for clave in regimen.normas}
    citados = {regla.parrafo for regla in REGLAS if regla.parrafo is not None}
    assert {"suma", "ganada", "minimo_actividades"} <= citados <= claves


def siempre(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """A rule of a test: it finds every table."""
    for mesa in contexto.mesas:
        yield hallazgo(contexto, "REGLA_NUEVA", "aviso", "Hay una tabla.", "Prueba.", mesa=mesa)


def test_una_regla_nueva_basta_con_su_linea_en_la_tupla() -> None:
    nueva = Regla(("REGLA_NUEVA",), "nueva", "aviso", (), None, "prueba", "prueba", siempre)
    resultado = reconciliar(informe(tabla("100 | cumple | 100")), Expectativas(regimenes={"t1": (IMPRESO,)}), (*REGLAS, nueva))
    assert [h.codigo for h in resultado.hallazgos] == ["REGLA_NUEVA"]
