"""States against earned values: each code fires, agrees and cannot tell. Tiny tables; places typed by hand."""

from __future__ import annotations

from typing import Any

import pytest
from ayudas_reconciliador import IMPRESO, PORCENTAJE, aplanar, auditar, fila, respuestas, tabla, uno

from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Tabla
from extractor.modelo.valores import Estado

CONTRADICE, SIN_VEREDICTO = "ESTADO_CONTRADICE_GANADA", "ESTADO_SIN_VEREDICTO"
FUERA, PARCIAL = "COMPROMISO_FUERA_DE_PLAZO", "EVIDENCIA_PARCIAL"


def escrito(texto: str, valor: Any, declarado: bool = True, porcentaje: str | None = None, certeza: Any = "exacta") -> Estado:
    return Estado(texto=texto, valor=valor, porcentaje=porcentaje, declarado=declarado, certeza=certeza)


def con_estados(renglones: str, *estados: Estado | None, modo: str = "por_actividad") -> Tabla:
    """The table of ``renglones`` with these states written in full."""
    base = tabla(renglones, modo)
    primera = base.filas[0]
    actividades = tuple(a.model_copy(update={"estado": e}) for a, e in zip(primera.actividades, estados, strict=True))
    return base.model_copy(update={"filas": (primera.model_copy(update={"actividades": actividades}),)})


def lugares(resultado: Informe, codigo: str) -> list[tuple[int | None, int | None]]:
    hallado = uno(resultado, codigo)
    return [(lugar.fila, lugar.actividad) for lugar in hallado.lugares] or [(hallado.fila, hallado.actividad)]


def test_cumplido_con_la_ganada_pendiente_se_contradice() -> None:
    resultado = auditar(tabla("40 | cumple | 40\n60 | cumple | Pendiente"))
    assert aplanar(resultado, CONTRADICE) == [(CONTRADICE, "t1", 0, 1, "logica")]
    hallado = uno(resultado, CONTRADICE)
    assert (hallado.informado, hallado.recalculado, hallado.norma) == ("Pendiente", "60", "nota 10")


def test_un_plan_o_un_fracaso_narrados_con_su_ponderacion_se_contradicen() -> None:
    resultado = auditar(tabla("40 | ~pendiente | 40\n35 | ~no | 35\n25 | cumple | 25"))
    assert lugares(resultado, CONTRADICE) == [(0, 0), (0, 1)]
    assert "2 actividades" in uno(resultado, CONTRADICE).mensaje


def test_tambien_en_un_acumulado() -> None:
    resultado = auditar(tabla("40 | cumple | 40\n60 | ~pendiente | 100", "acumulada"))
    assert lugares(resultado, CONTRADICE) == [(0, 1)]


@pytest.mark.parametrize("renglon", ["60 | ~pendiente | Pendiente", "60 | ~no | 0", "60 | pendiente | Pendiente", "60 | no | 0"])
def test_lo_no_hecho_sin_ponderacion_concuerda(renglon: str) -> None:
    assert aplanar(auditar(tabla(f"40 | cumple | 40\n{renglon}")), CONTRADICE) == []


def test_un_numero_contra_un_estado_declarado_lo_dice_otra_regla() -> None:
    resultado = auditar(tabla("40 | cumple | 0\n60 | no | 60"))
    assert [h[0] for h in aplanar(resultado)] == ["GANADA_NO_CORRESPONDE", "GANADA_NO_CORRESPONDE"]


def test_pareja_dudosa_no_se_acusa() -> None:
    resultado = auditar(tabla("40 | cumple | 40\n60 | *cumple | Pendiente"))
    assert aplanar(resultado, CONTRADICE) == []
    assert respuestas(resultado, CONTRADICE) == [("NO_VERIFICABLE", "emparejamiento_dudoso")]


@pytest.mark.parametrize(
    ("texto", "valor", "porcentaje", "malo"),
    [
        ("No cumple 100%", "NO_CUMPLE", None, True),
        ("No cumple, 100% de avance", "NO_CUMPLE", None, True),
        ("Cumplido. Se alcanzó un avance de 60%", "CUMPLE", None, True),
        ("Cumplido en un 80%", "PARCIAL", "80", False),
        ("Cumplido. Se alcanzó un avance de 100%", "CUMPLE", None, False),
        ("Cumplido. El 60% de las comunas es rural", "CUMPLE", None, False),
        ("100%", "CUMPLE", "100", False),
        ("0%", "NO_CUMPLE", "0", False),
    ],
)
def test_el_veredicto_y_el_porcentaje_de_un_estado(texto: str, valor: str, porcentaje: str | None, malo: bool) -> None:
    otra = escrito("Cumple", "CUMPLE")
    resultado = auditar(con_estados("40 | |\n60 | | 60", escrito(texto, valor, porcentaje=porcentaje), otra))
    assert [h[3] for h in aplanar(resultado, CONTRADICE)] == ([0] if malo else [])


def test_estado_narrado_que_gano_se_dice_una_vez_con_sus_lugares() -> None:
    resultado = auditar(tabla("40 | ~cumple | 40\n\n30 | cumple | 30\n30 | ~cumple | 30"))
    assert aplanar(resultado, SIN_VEREDICTO) == [(SIN_VEREDICTO, "t1", 0, 0, "logica")]
    assert lugares(resultado, SIN_VEREDICTO) == [(0, 0), (1, 1)]


def test_con_veredicto_o_sin_ganar_no_falta_veredicto() -> None:
    resultado = auditar(tabla("40 | cumple | 40\n60 | ~pendiente | Pendiente"))
    assert aplanar(resultado, SIN_VEREDICTO) == []
    assert respuestas(resultado, SIN_VEREDICTO) == [("CUADRA", None)]


def test_sin_pareja_segura_no_se_sabe_si_falta_el_veredicto() -> None:
    resultado = auditar(tabla("40 | cumple | 40\n60 | *~cumple | 60"))
    assert respuestas(resultado, SIN_VEREDICTO) == [("CUADRA", None), ("NO_VERIFICABLE", "emparejamiento_dudoso")]


def test_lo_que_se_deja_para_otro_anio_no_gana() -> None:
    plan = escrito("Se hará en marzo de 2008", "PENDIENTE", declarado=False, certeza="dudosa")
    resultado = auditar(con_estados("40 | | 40\n60 | | 60", escrito("Cumple", "CUMPLE"), plan))
    assert aplanar(resultado, FUERA, CONTRADICE) == [(FUERA, "t1", 0, 1, "logica")]
    assert (uno(resultado, FUERA).informado, uno(resultado, FUERA).recalculado) == ("60", "0")


def test_el_proximo_anio_tambien_es_otro_anio() -> None:
    plan = escrito("Queda para el próximo año", "PENDIENTE", declarado=False)
    assert lugares(auditar(con_estados("40 | | 40", plan)), FUERA) == [(0, 0)]


@pytest.mark.parametrize(
    ("texto", "ganada"), [("Se hará en marzo de 2008", "Pendiente"), ("Se hará en marzo de 2008", "0"), ("Se hará en 2007", "40")]
)
def test_sin_ganar_o_dentro_del_anio_no_esta_fuera_de_plazo(texto: str, ganada: str) -> None:
    resultado = auditar(con_estados(f"40 | | {ganada}", escrito(texto, "PENDIENTE", declarado=False)))
    assert aplanar(resultado, FUERA) == []


def test_sin_anio_del_programa_no_se_sabe_el_plazo(monkeypatch: pytest.MonkeyPatch) -> None:
    import ayudas_reconciliador

    armar = ayudas_reconciliador.informe

    def sin_anio(*tablas: Tabla, **mas: Any) -> Informe:
        hecho = armar(*tablas, **mas)
        return hecho.model_copy(update={"documento": hecho.documento.model_copy(update={"anio": None})})

    monkeypatch.setattr(ayudas_reconciliador, "informe", sin_anio)
    resultado = auditar(con_estados("40 | | 40", escrito("Se hará en 2008", "PENDIENTE", declarado=False)))
    assert respuestas(resultado, FUERA) == [("NO_VERIFICABLE", "regimen_no_aplica")]


def test_lo_hecho_en_parte_no_gana_entero() -> None:
    parte = escrito("Se está recorriendo la mitad de las comunas", "PARCIAL", declarado=False)
    resto = escrito("Cumplido. Se dictaron 6 cursos; los otros 2 quedan pendientes", "CUMPLE")
    resultado = auditar(con_estados("40 | | 40\n60 | | 60", parte, resto))
    assert lugares(resultado, PARCIAL) == [(0, 0), (0, 1)]


def test_lo_ganado_que_ya_no_corresponde_no_se_dice_otra_vez() -> None:
    """Partial and earned whole, under a regime that concedes nothing to a part: its earned value says it all."""
    resultado = auditar(con_estados("40 | | 40\n60 | | 60", escrito("Cumple parcialmente", "PARCIAL"), escrito("Cumple", "CUMPLE")), regimenes=(IMPRESO,))
    assert [(h[0], h[2], h[3]) for h in aplanar(resultado, "GANADA_NO_CORRESPONDE", PARCIAL)] == [("GANADA_NO_CORRESPONDE", 0, 0)]


@pytest.mark.parametrize(
    "texto",
    ["Cumplido. Se dictaron 6 cursos", "Cumplido. Las visitas están calendarizadas", "Cumplido. Se espera repetirlo en otras comunas"],
)
def test_un_cumplimiento_sin_resto_pendiente_es_entero(texto: str) -> None:
    resultado = auditar(con_estados("40 | | 40", escrito(texto, "CUMPLE")))
    assert aplanar(resultado, PARCIAL) == []
    assert respuestas(resultado, PARCIAL) == [("CUADRA", None)]


@pytest.mark.parametrize(("texto", "parte"), [
    ("Cumple. Se plantaron 30 hectáreas; otras 5 quedan pendientes", True), ("Realizado, quedaron 3 ferias sin realizar", True),
    ("Cumple. Quedan 4 actas pendientes", True), ("Cumple. No quedan actas pendientes", False), ("Cumple. Quedan 0 pendientes", False),
    ("Cumple. Queda pendiente evaluar el 2009", False), ("Cumple. Faltó poco: 2 ferias quedaron sin realizar", True),
    ("Cumple. Se plantaron 30 hectáreas y no quedan faenas pendientes", False), ("Cumple. No quedan pendientes de las 12 actas", False),
    ("Cumple: quedan archivadas 12 actas, ninguna pendiente", False), ("Cumple, quedando aprobados 4 planes, sin temas pendientes", False),
    ("Cumple. Quedaron firmados 3 convenios y nada pendiente", False), ("Cumple. Quedaron instaladas las 5 mesas programadas", False),
    ("Cumple. Se hicieron 6 ferias y no hay otras pendientes", False),
    ("Cumple. Las otras ferias programadas se hicieron", False), ("Cumple. La otra feria programada se realizó en mayo", False),
    ("Cumple. Se instalaron las mesas previstas en 3 comunas y otras obras", False),
    ("Cumple. Se hicieron 6 ferias y las otras 2 están reprogramadas", True), ("Cumple. Las otras 2 fueron reprogramadas", True),
    ("Cumple. Las otras 2 no se hicieron por estar programadas para mayo", True),
])  # fmt: skip
def test_un_cumplimiento_en_duda_por_lo_que_queda_es_una_parte(texto: str, parte: bool) -> None:
    """Fulfilled or in part: by either reading it earned no whole."""
    resultado = auditar(con_estados("40 | | 40", escrito(texto, "CUMPLE", certeza="dudosa")))
    assert [h[0] for h in aplanar(resultado, PARCIAL)] == ([PARCIAL] if parte else [])


def test_una_narracion_dudosa_no_prueba_una_parte() -> None:
    dudosa = escrito("Estudio con las universidades", "PARCIAL", declarado=False, certeza="dudosa")
    resultado = auditar(con_estados("40 | | 40", dudosa), regimenes=(PORCENTAJE,))
    assert respuestas(resultado, PARCIAL) == [("NO_VERIFICABLE", "estado_sin_veredicto")]


def test_el_plazo_de_una_fila_pesada_cuenta() -> None:
    base = tabla("40 | | 40\n60 | cumple | 60", por_fila=True)
    filas = (base.filas[0].model_copy(update={"plazo": "Junio de 2008"}), base.filas[1])
    resultado = auditar(base.model_copy(update={"filas": filas}), regimenes=(IMPRESO,))
    assert aplanar(resultado, FUERA) == [(FUERA, "t1", 0, None, "logica")]
    assert fila(0, 1).plazo is None
