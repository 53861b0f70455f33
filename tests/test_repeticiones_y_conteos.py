"""What repeats and what is counted: an annex, a serial number, a means that counts more, a list in an evaluation, a total left out."""

from __future__ import annotations

from typing import Any

import pytest
from ayudas_reconciliador import IMPRESO, aplanar, auditar, fila, origen, region, respuestas, tabla, uno

from extractor.comun.numeros import leer_numero
from extractor.modelo.informe import Seccion
from extractor.modelo.tabla import Columna, Tabla

IDENTICAS, REPETIDAS, CONTEO = "TABLAS_IDENTICAS", "FILAS_REPETIDAS", "CONTEO_NO_CUADRA"
META, AUSENTE, TOTAL, SUMA = "META_CONTRADICTORIA", "TOTAL_AUSENTE", "TOTAL_PONDERACION_NO_CUADRA", "PONDERACIONES_NO_SUMAN_100"


def copia(id: str, codigo: str, desde: int, **cambios: Any) -> Tabla:
    base = tabla("70 | cumple | 70\n30 | no | 0", id=id, desde=desde)
    textos = ("Sembrar la ladera norte", "Cercar el vivero")
    actividades = tuple(a.model_copy(update={"texto": t}) for a, t in zip(base.filas[0].actividades, textos, strict=True))
    filas = (base.filas[0].model_copy(update={"actividades": actividades, "objetivos": ("Forestar",)}),)
    return base.model_copy(update={"filas": filas, "region": region(codigo, (codigo,)), **cambios})


def test_un_anexo_que_repite_su_tabla_no_es_copia_de_otra_region() -> None:
    resultado = auditar(copia("t1", "08", 1, programa="diseno_acceso"), copia("t2", "08", 40))
    assert aplanar(resultado, IDENTICAS) == []
    assert respuestas(resultado, IDENTICAS) == [("NO_VERIFICABLE", "regimen_no_aplica"), ("CUADRA", None)]


def test_dos_programas_de_una_region_o_dos_regiones_si() -> None:
    programas = auditar(copia("t1", "08", 1, programa="diseno_acceso"), copia("t2", "08", 40, programa="complementariedad"))
    assert uno(programas, IDENTICAS).recalculado == "2"
    regiones = auditar(copia("t1", "08", 1), copia("t2", "09", 40), copia("t3", "08", 80))
    assert [lugar.tabla for lugar in uno(regiones, IDENTICAS).lugares] == ["t1", "t2"]


def filas_de(rotulo: str, propios: tuple[str, ...]) -> Tabla:
    textos = ("Cuidar los humedales costeros", "Limpiar la ribera del lago Budi")
    otras = ("Contar las aves de la laguna", "Instalar letreros en el sendero")
    celdas = [(n, *(otras if i == 1 else textos)) for i, n in enumerate(propios)]
    roles: tuple[Any, ...] = ("otro", "objetivo", "actividad")
    columnas = tuple(Columna(texto=t, rol=r) for t, r in zip((rotulo, "Objetivo", "Actividad"), roles, strict=True))
    filas = tuple(fila(i, i + 1, celdas=c, objetivos=(c[1],)) for i, c in enumerate(celdas))
    return tabla("100 | cumple | 100").model_copy(update={"filas": filas, "columnas": columnas, "bloques": ()})


@pytest.mark.parametrize(("rotulo", "propios", "repite"), [
    ("Nº", ("1", "2", "3"), True), ("Ítem", ("4.", "5.", "6."), True), ("Asistencia (%)", ("80", "75", "60"), True),
    ("Comuna", ("Saavedra", "Toltén", "Carahue"), False), ("Trimestre", ("1", "1", "4"), False), ("Cupos", ("20", "15", "40"), False),
    ("% o glosa", ("20", "sin dato", "40"), False),
    ("Semestre", ("1", "2", "3"), False), ("Sesión", ("1", "2", "3"), False), ("Cuota N°", ("1", "2", "3"), False), ("Nº", ("1", "2", "3"), True),
    ("Ítem", ("1", "2", "3"), True), ("", ("1", "2", "3"), True),
])  # fmt: skip
def test_un_numero_de_orden_o_un_porcentaje_ajeno_no_distingue_una_fila(rotulo: str, propios: tuple[str, ...], repite: bool) -> None:
    hallados = aplanar(auditar(filas_de(rotulo, propios)), REPETIDAS)
    assert [(h[0], h[2]) for h in hallados] == ([(REPETIDAS, 2)] if repite else [])


def de_meta(resultado: str | None, medio: str) -> Tabla:
    base = tabla("100 | cumple | 100", por_fila=True)
    cambios = {"indicador": "Nº de huertos regados. Meta: 30 huertos", "resultado": resultado, "medio": medio}
    return base.model_copy(update={"filas": (base.filas[0].model_copy(update=cambios),)})


@pytest.mark.parametrize(("resultado", "medio", "choca"), [
    ("30 huertos regados", "Planilla con 45 huertos regados", True), ("32 huertos", "Planilla con 45 huertos", False),
    ("45 huertos regados", "Planilla con 45 huertos", False), ("30 huertos regados", "Fotos de 12 huertos", False),
    ("Huertos regados en verano", "Planilla con 45 huertos", False), (None, "Planilla con 45 huertos", False),
    ("30 huertos regados", "Fotos de 45 huertos", True), ("30 huertos regados", "Fotos de los 45 huertos", True),
    ("30 huertos regados", "Fotos de 45 huertos antiguos", False), ("30 huertos regados", "Nómina de 45 huertos", False),
    ("30 huertos regados", "Planilla con 45 huertos inscritos", False), ("30 huertos regados", "45 fotografías", False),
])  # fmt: skip
def test_un_medio_que_cuenta_mas_que_la_meta_y_el_resultado(resultado: str | None, medio: str, choca: bool) -> None:
    assert [h[0] for h in aplanar(auditar(de_meta(resultado, medio)), META)] == ([META] if choca else [])


def seccion(**campos: str) -> Seccion:
    return Seccion(id="s1", nivel="seccion", padre=None, numero="1.2", titulo="Redes", region=None, texto=None,
                   campos=dict(campos), origen=origen(5, 0))


@pytest.mark.parametrize(("campo", "texto", "esperado"), [
    ("desarrollo", "Se firmó con cinco oficinas vecinas (Ovalle, Vicuña y Salamanca).", ("5", "3")),
    ("recomendaciones", "Sumar a cuatro puertos (Lirquén, Tomé y Coronel).", ("4", "3")),
    ("desarrollo", "Se firmó con tres oficinas vecinas (Ovalle, Vicuña y Salamanca).", None),
    ("grado_avance", "cuatro puertos (Lirquén, Tomé y Coronel)", None),
])  # fmt: skip
def test_lo_contado_en_los_campos_de_una_evaluacion(campo: str, texto: str, esperado: tuple[str, str] | None) -> None:
    resultado = auditar(secciones=(seccion(**{campo: texto}),))
    assert [(h.informado, h.recalculado) for h in resultado.hallazgos if h.codigo == CONTEO] == ([esperado] if esperado else [])


CON, SIN = "40 | cumple | 40\n60 | no | 0\ntotal: 100 | 40", "55 | cumple | 55\n45 | no | 0"


@pytest.mark.parametrize(("renglones", "desempeno", "falta"), [
    ((CON, CON, SIN), None, True), ((CON, SIN, SIN), None, False), ((CON, SIN), None, False), ((CON, CON, SIN), ("55%", None), False),
])  # fmt: skip
def test_se_echa_de_menos_el_total_que_las_otras_tablas_llevan(renglones: tuple[str, ...], desempeno: Any, falta: bool) -> None:
    tablas = [
        tabla(r, id=f"t{n}", desde=40 * n + 1, region=region(f"0{n + 1}", (f"0{n + 1}",)), desempeno=desempeno if r == SIN else None)
        for n, r in enumerate(renglones)
    ]
    hallados = [(h[1], h[4]) for h in aplanar(auditar(*tablas), AUSENTE)]
    assert hallados == ([(f"t{len(renglones) - 1}", "aviso")] if falta else [])


@pytest.mark.parametrize(("escrito", "valor"), [
    ("15% (*)", "15"), ("7,5 (**)", "7.5"), ("20***", "20"), ("12%²", "12"), ("15 (1)", None), ("15 (a)", None), ("* 15", None),
])  # fmt: skip
def test_la_marca_de_una_nota_no_es_parte_de_la_cifra(escrito: str, valor: str | None) -> None:
    leido = leer_numero(escrito)
    assert (leido.valor if leido is not None else None) == valor


@pytest.mark.parametrize(("renglones", "codigo"), [
    ("60 | cumple | 60\n40 | no | 0\n25 | n/a |\ntotal: 100 | 60", None), ("60 | cumple | 60\n40 | no | 0\n25 | n/a |", None),
    ("60 | cumple | 60\n15 | no | 0\n25 | n/a |\ntotal: 100 | 60", None), ("60 | cumple | 60\n30 | no | 0\n25 | n/a |\ntotal: 100 | 60", TOTAL),
    ("60 | cumple | 60\n40 | no | 0\n25 | pendiente |\ntotal: 100 | 60", TOTAL), ("60 | cumple | 60\n30 | no | 0\n25 | n/a |", SUMA),
    ("60 | cumple | 60\n40 | no | 0\n25 | n/a |\ntotal: 125 | 60", SUMA),
])  # fmt: skip
def test_el_peso_de_lo_que_no_aplica_puede_quedar_fuera_del_total(renglones: str, codigo: str | None) -> None:
    hallados = aplanar(auditar(tabla(renglones), regimenes=(IMPRESO,)), TOTAL, SUMA)
    assert [h[0] for h in hallados] == ([codigo] if codigo else [])
