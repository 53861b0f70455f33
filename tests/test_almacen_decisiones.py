"""Decisions in the database: only added, kept through every load, and never two in force that contradict each other, also
when two reviewers decide at once."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from ayudas_almacen import consulta
from ayudas_salidas import informe

from extractor.almacen import abrir
from extractor.comun.decisiones import Decisiones, a_csv, cargar
from extractor.errores import ErrorUso
from extractor.modelo.decision import Decision

HUELLA = "aaaa000000000001"


def decision(id_: str, valor: str = "confirmado", clave: str = HUELLA, anula: str | None = None, tipo: str = "hallazgo") -> Decision:
    datos = {"id": id_, "tipo": tipo, "clave": clave, "valor": valor, "quien": "R. Revisora", "cuando": "2026-05-31", "porque": "visto"}
    return Decision.model_validate({**datos, "anula": anula})


def test_vuelven_como_se_escribieron_y_sobreviven_a_la_recarga(base: str, tmp_path: Path) -> None:
    nombre = decision("n1", "02", "region| II Región ", tipo="nombre")
    with abrir(base) as deposito:
        deposito.guardar(informe())
        deposito.agregar_decision(decision("d1"))
        deposito.agregar_decision(nombre)
        deposito.agregar_decision(decision("d1"))  # again: it is there
    with abrir(base) as deposito:
        deposito.guardar(informe(hallazgos=()))
        assert deposito.decisiones() == (decision("d1"), nombre)
        (tmp_path / "d.csv").write_text(a_csv(deposito.decisiones()), "utf-8")
        assert cargar([tmp_path / "d.csv"]).huella() == Decisiones.de(deposito.decisiones()).huella()


def test_dos_que_se_contradicen_se_rechazan_con_las_dos_nombradas(base: str) -> None:
    with abrir(base) as deposito:
        deposito.agregar_decision(decision("d1"))
        with pytest.raises(ErrorUso, match=r"«d1».*«d2»"):
            deposito.agregar_decision(decision("d2", "descartado"))
        # one that speaks of the document too is about the same finding
        with pytest.raises(ErrorUso, match=r"«d1».*«d3»|«d3».*«d1»"):
            deposito.agregar_decision(decision("d3", "descartado", clave=f"{'0' * 64}|{HUELLA}"))
        deposito.agregar_decision(decision("d4", "descartado", anula="d1"))
        assert [d.id for d in Decisiones.de(deposito.decisiones()).vigentes] == ["d4"]


@pytest.mark.parametrize(
    ("mala", "dice"),
    [
        (decision("d1", "descartado"), "«d1»"),
        (decision("d2", "quizás"), "confirmado"),
        (decision("d2", clave="no es una huella"), "16 letras y números"),
        (decision("d2", anula="nada"), "«nada», que no existe"),
        (decision("d2", anula="d2"), "d2"),
    ],
)
def test_lo_que_no_se_admite_no_se_guarda(base: str, mala: Decision, dice: str) -> None:
    with abrir(base) as deposito:
        deposito.agregar_decision(decision("d1"))
        with pytest.raises(ErrorUso) as error:
            deposito.agregar_decision(mala)
        assert dice in str(error.value)
        assert deposito.decisiones() == (decision("d1"),)


def test_decidir_sobre_lo_que_otro_ya_cambio(base: str) -> None:
    """The page shows d1; meanwhile somebody replaced it: what was decided looking at d1 must not count."""
    with abrir(base) as deposito:
        deposito.agregar_decision(decision("d1"))
        deposito.agregar_decision(decision("d2", "descartado", anula="d1"), esperada="d1")
        with pytest.raises(ErrorUso, match=r"«d1» ya no rige: la reemplazó «d2» de R\. Revisora"):
            deposito.agregar_decision(decision("d3", anula="d1"), esperada="d1")
        with pytest.raises(ErrorUso, match="«d9» no rige"):
            deposito.agregar_decision(decision("d3", anula="d2"), esperada="d9")
        deposito.agregar_decision(decision("d3", anula="d2"), esperada="d2")
        assert [d.id for d in Decisiones.de(deposito.decisiones()).vigentes] == ["d3"]


def test_retirar_sin_decidir_otra_cosa(base: str) -> None:
    with abrir(base) as deposito:
        deposito.agregar_decision(decision("d1"))
        deposito.agregar_decision(decision("d2", "", clave="", anula="d1"))
        deposito.agregar_decision(decision("d3", "descartado"))
        assert [d.id for d in Decisiones.de(deposito.decisiones()).vigentes] == ["d3"]


def test_varias_de_una_vez_todas_o_ninguna(base: str) -> None:
    """As a CSV file brings them: in any order, some already there."""
    with abrir(base) as deposito:
        deposito.agregar_decision(decision("z1"))
        assert deposito.agregar_decisiones([decision("a2", "descartado", anula="z1"), decision("z1")]) == 1
        with pytest.raises(ErrorUso):
            deposito.agregar_decisiones([decision("b1", clave="b" * 16), decision("b2", anula="a2"), decision("b3", "descartado")])
        assert [d.id for d in deposito.decisiones()] == ["a2", "z1"]


def test_dos_revisores_a_la_vez(base: str) -> None:
    """Eight pairs of contradicting decisions by two connections at once: of each pair exactly one stays."""
    claves = [f"{n:016x}" for n in range(8)]
    with abrir(base):
        pass
    rechazos: list[str] = []
    salida = threading.Barrier(2)

    def revisar(quien: str, valor: str) -> None:
        with abrir(base, crear=False) as deposito:
            for n, clave in enumerate(claves):
                salida.wait(60)
                try:
                    deposito.agregar_decision(decision(f"{quien}{n}", valor, clave))
                except ErrorUso as error:
                    rechazos.append(str(error))

    hilos = [threading.Thread(target=revisar, args=(q, v)) for q, v in (("a", "confirmado"), ("b", "descartado"))]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join(120)
    assert len(rechazos) == 8 and all("«a" in r and "«b" in r for r in rechazos)
    assert consulta(base, "select count(*), count(distinct clave) from decision") == [(8, 8)]
