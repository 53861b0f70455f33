"""What a reading must not take for granted: damaged headers, totals far from their table, words that contradict a figure."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from ayudas_reconciliador import auditar, cifra, estado, fila, respuestas, tabla, uno
from ayudas_texto import informe
from doc_minimo import Doc

from extractor.almacen import conocidos
from extractor.comun.numeros import leer_numero
from extractor.formatos.flujo import mezcladas
from extractor.formatos.flujo.anchos import Anchos
from extractor.lectores.doc import lectura
from extractor.modelo.documento import Documento
from extractor.reconciliador.logica_alcance import partes_de

BAJO = "AVANCE_BAJO_META"


# figures


@pytest.mark.parametrize(
    ("texto", "dudosa"),
    [
        ("15% (quince por ciento)", False), ("15% (veinte por ciento)", True), ("32,5 (treinta y dos coma cinco)", False),
        ("1,05% (uno coma cero cinco por ciento)", False), ("100 (cien)", False), ("122 (ciento veintidós puntos)", False),
        ("16 (dieciséis)", False), ("16 (diecitantos)", True), ("45 (cuarenta cinco)", True), ("45 (y)", True), ("0 (cero)", False),
        ("12,50 (doce coma cinco)", False), ("1 (cien ciento)", True),
    ],
)  # fmt: skip
def test_las_palabras_que_dicen_otro_numero_lo_hacen_dudoso(texto: str, dudosa: bool) -> None:
    leida = leer_numero(texto)
    assert leida is not None and leida.ambiguo is dudosa


# goals


def _programa(meta: str, resultado: str) -> Any:
    hecha = fila(
        0, 1, ponderacion=cifra("50", 1, 2), indicador=meta, resultado=resultado, estado=estado("cumple"), ponderacion_ganada=cifra("50")
    )
    return auditar(tabla("", "por_actividad", filas=(hecha,), bloques=()))


@pytest.mark.parametrize(
    "escrito",
    [
        "Se realizaron los 3 talleres a partir de las 10 horas", "3 talleres desde antes de las 10", "3 talleres después de las 10 charlas",
        "3 talleres cerca de las 10 comunas", "3 talleres alrededor de las 10", "3 talleres por valor de los 10 millones",
        "3 talleres con fecha de los 10 de marzo",
    ],
)  # fmt: skip
def test_una_hora_una_fecha_o_un_monto_no_es_un_total(escrito: str) -> None:
    assert partes_de(escrito)[0] == ()


def test_una_hora_no_hace_menor_lo_logrado() -> None:
    hecho = _programa("Nº de talleres. Meta: 3 talleres", "Se realizaron los 3 talleres a partir de las 10 horas")
    assert respuestas(hecho, BAJO) == [("CUADRA", None)]


def test_las_horas_si_son_parte_de_las_horas() -> None:
    assert [(p.valor, p.total) for p in partes_de("30 horas de las 40 horas")[0]] == [(Decimal(30), Decimal(40))]


def test_lo_impreso_difiere_cuando_lo_comparado_difiere() -> None:
    hallazgo = uno(_programa("% de sindicatos consultados. Meta: 66,67%", "2 de 3 sindicatos consultados"), BAJO)
    assert (hallazgo.informado, hallazgo.recalculado) == ("66.667", "66.67")


# totals below a table

ETAPA = "<p>ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2007</p><p>Región de Aysén</p>"


def _ganada(bajo: str) -> str | None:
    rotulos = ("Objetivo", "Labor", "Costo", "Peso", "Cumple", "Peso obtenido", "Observaciones")
    filas = (rotulos, ("Regar", "Abrir", "", "60", "Sí", "60", ""), ("Podar", "Ralear", "", "40", "No", "0", ""))
    cuerpo = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in f) + "</tr>" for f in filas)
    leido = informe(f"<html><body>{ETAPA}<table border='1'>{cuerpo}</table>{bajo}</body></html>", "x.html")
    (bloque,) = leido.tablas[0].bloques
    return bloque.total_ganada.valor if bloque.total_ganada else None


FRASE = "<p>Total ganado por la región: 60%</p>"


@pytest.mark.parametrize(
    ("bajo", "ganada"),
    [
        (FRASE, "60"),
        ("<p>Se cumplió lo convenido.</p>" * 3 + FRASE, "60"),
        ("<p>En 2007, total ganado: 60%</p>", "60"),
        ("<p>Se cumplió lo convenido.</p>" * 6 + FRASE, None),
        ("<p>4. Conclusiones del período</p>" + FRASE, None),
        ("<p>ETAPA 4: EVALUACIÓN</p>" + FRASE, None),
        ("<table><tr><td>Nombre</td><td>Lugar</td></tr><tr><td>Eva</td><td>Lago</td></tr></table>" + FRASE, None),
        ("<p>En 2006, total ganado: 60%</p>", None),
        ("<p>Total ganado el año anterior: 60%</p>", None),
        ("<p>Total ganado el año pasado: 60%</p>", None),
    ],
)
def test_una_frase_da_el_total_solo_de_la_tabla_que_tiene_encima(bajo: str, ganada: str | None) -> None:
    assert _ganada(bajo) == ganada


# tables of no form


def _estado_de(rotulo: str, pesos: tuple[str, ...]) -> tuple[str, str | None]:
    filas = ((rotulo, "Qué se ve en él"), *((p, "Se entregaron las semillas a los huertos") for p in pesos))
    cuerpo = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in filas)
    rotulos = ("Objetivo", "Labor", "Costo", "Peso", "Cumple", "Peso obtenido", "Observaciones")
    propia = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in f) + "</tr>" for f in (rotulos, ("Regar", "Abrir", "", "100", "Sí", "100", "")))
    leido = informe(f"<html><body>{ETAPA}<table>{propia}</table><p>Anexo</p><table>{cuerpo}</table></body></html>", "x.html")
    return leido.documento.estado, leido.documento.motivo


@pytest.mark.parametrize(("rotulo", "pesos"), [("Peso propio", ("30", "20")), ("Ponderación asignada", ("30%", "20%"))])
def test_pesos_junto_a_frases_se_dicen_no_reconocidos(rotulo: str, pesos: tuple[str, ...]) -> None:
    situacion, motivo = _estado_de(rotulo, pesos)
    assert situacion == "parcial" and motivo is not None and "1 tabla no corresponde" in motivo


@pytest.mark.parametrize(
    ("rotulo", "pesos"), [("Casos", ("30", "20")), ("Pesos", ("30", "20")), ("Valía", ("30", "70")), ("Valía", ("30%", "70%", "100%"))]
)
def test_otras_cifras_junto_a_frases_son_de_otra_materia(rotulo: str, pesos: tuple[str, ...]) -> None:
    """That they sum a hundred is no evidence: no label says that they are weights."""
    assert _estado_de(rotulo, pesos)[0] == "ok"


# the rest


def test_un_encabezado_sin_datos_que_lo_siga_no_rompe_el_ancho() -> None:
    """A header of two labels, with as many known after it but too few to be another one."""
    rotulo = SimpleNamespace(rol="x", sobrante=("x",), puntaje=100.0)
    propio = SimpleNamespace(tabla=SimpleNamespace(pesa=True), etiquetas=(rotulo, rotulo), piezas=2, celdas=())
    pieza = SimpleNamespace(clase="celda", parrafos=(), celdas=(SimpleNamespace(texto="", parrafos=()),))
    titulos = SimpleNamespace(de_pieza=lambda _: None)
    flujo = SimpleNamespace(calce=lambda *_: (0, 2))
    anchos = Anchos([pieza] * 5, titulos, flujo, lambda _: None, lambda _: propio, lambda _: None)  # type: ignore[arg-type,list-item,return-value]
    assert anchos.segun_datos(0, propio) is propio  # type: ignore[arg-type,comparison-overlap]


def test_el_salto_de_un_texto_se_mide_una_vez(monkeypatch: pytest.MonkeyPatch) -> None:
    medidos: list[Any] = []
    monkeypatch.setattr(mezcladas, "es_mezclado", lambda _: True)
    monkeypatch.setattr(mezcladas, "renglones", lambda _: [])
    monkeypatch.setattr(mezcladas, "en_trozos", lambda _: [[], [], []])
    monkeypatch.setattr(mezcladas, "salto_de", lambda lineas: medidos.append(lineas))
    documento = SimpleNamespace(bloques=(), formato="txt")
    assert mezcladas.separar(documento, None, ()).documento is documento  # type: ignore[arg-type,comparison-overlap]
    assert medidos == [[]]


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), UnicodeDecodeError("utf-8", b"x", 0, 1, "x"), IndexError("x")])
def test_un_membrete_danado_se_dice_y_lo_demas_se_lee(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def danado(_: Any) -> tuple[str, ...]:
        raise error

    def leer() -> Documento:
        return lectura.leer_propio(Doc([("Plan de riego\r", True, 0)]).bytes(), "informe.doc", "0" * 64)

    assert leer().avisos == ()
    monkeypatch.setattr(lectura, "lineas_de_membrete", danado)
    leido = leer()
    assert [b.texto for b in leido.bloques if hasattr(b, "texto")] == ["Plan de riego"]
    assert leido.membretes == () and [a[0] for a in leido.avisos] == ["LECTURA_DUDOSA"]


def test_los_catalogos_se_llenan_en_orden(monkeypatch: pytest.MonkeyPatch) -> None:
    puestas: list[list[str]] = []
    monkeypatch.setattr(conocidos, "poner", lambda _c, _t, filas: puestas.append([next(iter(f.values())) for f in filas]))
    reglas = [f"R{n}" for n in (3, 1, 9, 7, 5, 2, 8, 6, 4)]
    filas: Any = {n: [] for n in ("tabla", "tabla_region", "fila", "actividad", "hallazgo")}
    filas |= {"verificacion": [{"regla": r} for r in reglas], "unidad": [{"id": u} for u in ("u2", "u1")]}
    conocidos.asegurar(None, {"servicio_codigo": "s"}, filas, conocidos.Conocidos())  # type: ignore[arg-type]
    assert puestas == [["s"], [], [], [], sorted(reglas), ["u1", "u2"]]
