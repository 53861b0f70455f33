"""Long cells, long columns and long lines: the work they cost grows with them and no faster."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from ayudas_texto import celda, informe, programa_2007

from extractor.estructura.segmentacion import cortar
from extractor.formatos.carga import cargar_patrones
from extractor.formatos.columnas.claves import comienzos, lo_nombrado
from extractor.formatos.columnas.rotulos import rotulos_de
from extractor.formatos.flujo import cola as cola_de_tabla
from extractor.formatos.flujo import cuerpos as flujos
from extractor.lectores.pies_de_texto import pies
from extractor.normalizadores.estado.fracciones import frente_a_lo_pedido
from extractor.reconciliador import partidas


class Contada(list[int]):
    """A list that counts how often its items are read."""

    lecturas = 0

    def __getitem__(self, sitio):  # type: ignore[no-untyped-def]
        self.lecturas += 1
        return super().__getitem__(sitio)


def test_cortar_una_celda_larga_mira_cada_linea_unas_pocas_veces() -> None:
    largo = 2000
    abrir, seguir = Contada([0, 3] * (largo // 2)), Contada([2, 0] * (largo // 2))
    corte = cortar(abrir, seguir, largo // 2)
    assert corte is not None and corte.unico
    assert corte.inicios == tuple(range(0, largo, 2))
    assert abrir.lecturas + seguir.lecturas <= 4 * largo


@pytest.mark.parametrize("filas", [50, 200])
def test_el_final_de_una_tabla_no_relee_toda_la_columna_en_cada_fila(filas: int, monkeypatch: pytest.MonkeyPatch) -> None:
    vistas: list[str] = []
    real = cola_de_tabla._de_cifras
    monkeypatch.setattr(cola_de_tabla, "_de_cifras", lambda texto: (vistas.append(texto), real(texto))[1])
    cuerpo = [((f"Objetivo {n}",), (f"Taller {n} de la red",), ("1",), ("Cumple",), ("1",)) for n in range(filas)]
    leido = informe(programa_2007(*cuerpo))
    assert [len(t.filas) for t in leido.tablas] == [filas]
    assert 0 < len(vistas) <= 10 * filas


def test_el_final_de_una_tabla_se_ve_igual_por_su_columna() -> None:
    fila = ("Objetivo",), ("Feria de la red",), ("50",), ("Cumple",)
    texto = programa_2007((*fila, ("50",)), (*fila, ("50",))).rstrip("\n") + "\n\nSin otro particular, saluda a usted\n"
    assert [a.ponderacion_ganada.texto for t in informe(texto).tablas for f in t.filas for a in f.actividades if a.ponderacion_ganada] == [
        "50", "50",
    ]  # fmt: skip
    con_notas = programa_2007((*fila, ("50", "Nota: va el acta")), (*fila, ("50", "Nota: va la lista")))
    (tabla,) = informe(con_notas).tablas
    assert [f.celdas[4] for f in tabla.filas] == ["50 Nota: va el acta", "50 Nota: va la lista"]


def test_las_partidas_de_cada_fila_se_juntan_de_una_vez() -> None:
    leido = informe(programa_2007(*[(("Objetivo",), (f"Taller {n}",), ("50",), ("Cumple",), ("50",)) for n in range(2)]))
    todas = partidas.partidas_de(leido.tablas[0])
    assert {fila: list(suyas) for fila, suyas in partidas.partidas_por_fila(todas).items()} == {0: [todas[0]], 1: [todas[1]]}


def test_una_raya_larguisima_y_una_cifra_sin_fin_se_leen_en_poco_tiempo() -> None:
    antes = time.process_time()
    assert pies([f"Meta\t{'-' * 60_000}x\t12"]) == frozenset()
    assert frente_a_lo_pedido("7" * 5_000 + " " + "a" * 5_000) is None
    assert frente_a_lo_pedido("El plazo subió a 18 días, sobre los 10 comprometidos") is False
    assert time.process_time() - antes < 20  # a guard against time without end, not a measure


def test_una_celda_de_veinte_mil_letras_da_sus_lineas() -> None:
    lineas = "Cumplido\n" * 2_000
    texto = programa_2007((("Objetivo",), ("Taller",), ("100",), ("Cumple",), ("100",))).replace(celda("Cumple"), f"\t{lineas}\n")
    (tabla,) = informe(texto).tablas
    assert len(tabla.filas) == 1
    assert tabla.filas[0].celdas[3].count("Cumplido") == 2_000


def test_los_grupos_de_comienzos_se_buscan_solo_donde_estan() -> None:
    """What the index of beginnings leaves aside is no group of the label, and each group stands where a look at every word says."""
    rotulos = [
        "cambios logrados en cada objetivo",
        "lo que se pondero",
        "ejes de trabajo",
        "avance de la meta anual",
        "no cumplida por",
    ]
    estan = miradas = todas = 0
    for juego in rotulos_de(tuple(t for p in cargar_patrones() for t in p.tablas)):
        for rotulo in rotulos:
            trozos = lo_nombrado(rotulo)
            de_palabras = comienzos(tuple(trozos))
            candidatas = {n for c in de_palabras for n in juego._por_raiz.get(c, ())}
            miradas += len(candidatas)
            todas += len(juego.claves)
            for numero, (grupo, _) in enumerate(juego.claves):
                propio = replace(grupo, admite=None)
                sitios = [[i for i, t in enumerate(trozos) if any(f"{t} ".startswith(r) for r in raiz)] for raiz in grupo.raices]
                esta = all(sitios) and not (grupo.abre and sitios[0][0])
                assert propio.sitio(de_palabras) == (sitios[0][0] if esta else None)
                assert not esta or numero in candidatas
                estan += esta
    assert 0 < estan <= miradas < todas / 10


def test_una_fila_que_sigue_no_hace_mirar_las_de_abajo(monkeypatch: pytest.MonkeyPatch) -> None:
    vistas: list[int] = []
    real = flujos.empieza_otra

    def contar(piezas, indice, roles, encabezado, titulos):  # type: ignore[no-untyped-def]
        return real(piezas, indice, roles, lambda n: (vistas.append(n), encabezado(n))[1], titulos)

    monkeypatch.setattr(flujos, "empieza_otra", contar)
    cuerpo = [((f"Objetivo {n}",), (f"Taller {n} de la red",), ("1",), ("Cumple",), ("1",)) for n in range(100)]
    assert [len(t.filas) for t in informe(programa_2007(*cuerpo)).tablas] == [100]
    assert 0 < len(vistas) <= 5 * 100
