"""A cell of figures merged over several rows prints one figure, or one for each of them: never the same figure in every row."""

from __future__ import annotations

from ayudas_texto import informe

from extractor.modelo.informe import Informe

CABEZA = ("Objetivos específicos", "Actividades", "Ponderación actividad", "Cumple o No cumple", "Ponderación ganada")
TEXTOS = ("Medir la salmuera", "Cercar las vegas", "Contar los flamencos", "Publicar el mapa")


def leer(*filas: str) -> Informe:
    """Four rows of which the second and the third share cells."""
    cabeza = "".join(f"<td>{c}</td>" for c in CABEZA)
    cuerpo = "".join(f"<tr><td>Salares</td><td>{t}</td>{f}</tr>" for t, f in zip(TEXTOS, filas, strict=True))
    return informe(
        "<html><body><p>ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007</p><p>Región: I de Tarapacá</p>"
        f"<table border='1'><tr>{cabeza}</tr>{cuerpo}</table></body></html>", "x.html",
    )  # fmt: skip


def sola(peso: str = "25", estado: str = "Cumple", ganada: str = "25") -> str:
    return f"<td>{peso}</td><td>{estado}</td><td>{ganada}</td>"


def resultados(leido: Informe, regla: str) -> list[tuple[int | None, str]]:
    return [(v.fila, v.resultado) for v in leido.verificaciones if v.regla == regla]


def graves(leido: Informe) -> list[str]:
    return [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"]


def test_un_peso_y_lo_ganado_de_dos_actividades_son_de_la_fila() -> None:
    leido = leer(sola(), "<td rowspan='2'>50</td><td>Cumple</td><td rowspan='2'>50</td>", "<td>Cumple</td>", sola())
    juntas = leido.tablas[0].filas[1]
    assert [len(f.actividades) for f in leido.tablas[0].filas] == [1, 2, 1]
    assert [a.texto for a in juntas.actividades] == ["Cercar las vegas", "Contar los flamencos"]
    assert juntas.ponderacion is not None and juntas.ponderacion.valor == "50" and juntas.fila_origen == 1
    assert juntas.objetivos == ("Salares",) and juntas.estado is not None and juntas.estado.valor == "CUMPLE"
    assert [a.ponderacion for a in juntas.actividades] == [None, None]
    assert resultados(leido, "PONDERACIONES_NO_SUMAN_100") == [(None, "CUADRA")]
    assert resultados(leido, "GANADA_NO_CORRESPONDE") == [(0, "CUADRA"), (1, "CUADRA"), (2, "CUADRA")] and not graves(leido)


def test_lo_ganado_de_las_dos_se_sigue_cotejando() -> None:
    leido = leer(sola(), "<td rowspan='2'>50</td><td>Cumple</td><td rowspan='2'>60</td>", "<td>Cumple</td>", sola())
    assert [(h.codigo, h.fila, h.informado, h.recalculado) for h in leido.hallazgos if h.gravedad != "aviso"] == [
        ("GANADA_NO_CORRESPONDE", 1, "60", "50")
    ]


def test_un_peso_comun_y_lo_ganado_aparte_no_se_juzgan() -> None:
    leido = leer(sola(), "<td rowspan='2'>50</td><td>Cumple</td><td>25</td>", "<td>Cumple</td><td>25</td>", sola())
    pesos = [a.ponderacion.valor for f in leido.tablas[0].filas for a in f.actividades if a.ponderacion]
    assert pesos == ["25", "50", "25"] and not graves(leido)
    assert [len(h.lugares) for h in leido.hallazgos if h.codigo == "LECTURA_DUDOSA"] == [2]


def test_lo_ganado_comun_de_pesos_aparte_no_se_juzga() -> None:
    leido = leer(sola(), "<td>25</td><td>Cumple</td><td rowspan='2'>50</td>", "<td>25</td><td>Cumple</td>", sola())
    ganadas = [a.ponderacion_ganada.valor for f in leido.tablas[0].filas for a in f.actividades if a.ponderacion_ganada]
    assert ganadas == ["25", "50", "25"] and not graves(leido)


def test_con_estados_distintos_no_se_sabe_que_gano_la_fila() -> None:
    leido = leer(sola(), "<td rowspan='2'>50</td><td>Cumple</td><td rowspan='2'>25</td>", "<td>No cumple</td>", sola())
    assert not graves(leido)


def test_una_cifra_por_fila_en_una_celda_comun_es_de_cada_una() -> None:
    dobles = "<td rowspan='2'><p>30</p><p>20</p></td><td>Cumple</td><td rowspan='2'><p>30</p><p>20</p></td>"
    leido = leer(sola(), dobles, "<td>Cumple</td>", sola())
    assert [a.ponderacion.valor for f in leido.tablas[0].filas for a in f.actividades if a.ponderacion] == ["25", "30", "20", "25"]
    assert resultados(leido, "GANADA_NO_CORRESPONDE") == [(n, "CUADRA") for n in range(4)] and not leido.hallazgos
