"""Tables, rows, sections and texts against each other: each code fires, agrees and cannot tell."""

from __future__ import annotations

from typing import Any

import pytest
from ayudas_reconciliador import IMPRESO, aplanar, auditar, estado, fila, informe, origen, region, respuestas, tabla, uno

from extractor.modelo.informe import Informe, Seccion
from extractor.modelo.tabla import Columna, ObjetivoTabla, Tabla
from extractor.modelo.valores import Region
from extractor.reconciliador import Expectativas, reconciliar
from extractor.reconciliador.logica_textos import listas_contadas

IDENTICAS, REPETIDAS = "TABLAS_IDENTICAS", "FILAS_REPETIDAS"
SIN_SEGUIMIENTO, ENTRE_TABLAS = "OBJETIVO_SIN_SEGUIMIENTO", "INCONSISTENCIA_ENTRE_TABLAS"
GRADO, POCAS, CONTEO = "GRADO_CONTRADICTORIO", "MENOS_DE_DOS_ACTIVIDADES", "CONTEO_NO_CUADRA"
DOS = IMPRESO.model_copy(update={"minimo_actividades": 2, "normas": {"minimo_actividades": "nota 5"}})
COPIA = "40 | cumple | 40\n60 | no | 0"


def con_textos(base: Tabla, *textos: str) -> Tabla:
    """The table with these activities, and the region of its id."""
    actividades = tuple(a.model_copy(update={"texto": t}) for a, t in zip(base.filas[0].actividades, textos, strict=True))
    primera = base.filas[0].model_copy(update={"actividades": actividades, "objetivos": ("Coordinar la red",)})
    return base.model_copy(update={"filas": (primera,), "region": region(base.id, (base.id,))})


def regional(id: str, renglones: str = COPIA, desde: int = 1) -> Tabla:
    return con_textos(tabla(renglones, id=id, desde=desde), "Reunir a los municipios", "Publicar el registro")


def test_dos_regiones_con_los_mismos_resultados() -> None:
    tercera = regional("t3", "40 | cumple | 40\n60 | cumple | 60", 90)
    resultado = auditar(regional("t1"), regional("t2", desde=40), tercera, regional("t4", desde=150))
    hallado = uno(resultado, IDENTICAS)
    assert (hallado.gravedad, hallado.recalculado) == ("logica", "3")
    assert [lugar.tabla for lugar in hallado.lugares] == ["t1", "t2", "t4"]
    assert respuestas(resultado, IDENTICAS) == [("NO_CUADRA", None), ("CUADRA", None)]


@pytest.mark.parametrize("otra", ["40 | cumple | 40\n60 | pendiente | 0", "40 | cumple | 40\n60 | no | Pendiente", "50 | cumple | 50\n50 | no | 0"])
def test_una_cifra_o_un_estado_distintos_bastan(otra: str) -> None:
    assert aplanar(auditar(regional("t1"), regional("t2", otra, 40)), IDENTICAS) == []


def test_otras_actividades_con_iguales_cifras_no_son_una_copia() -> None:
    otra = con_textos(tabla(COPIA, id="t2", desde=40), "Comprar vehículos", "Contratar operadores")
    assert aplanar(auditar(regional("t1"), otra), IDENTICAS) == []


def test_sin_resultados_dos_programas_iguales_no_dicen_nada() -> None:
    plan = [regional(id, "40 | |\n60 | |", desde).model_copy(update={"modo_ganada": "sin_datos"}) for id, desde in (("t1", 1), ("t2", 40))]
    resultado = auditar(*plan)
    assert respuestas(resultado, IDENTICAS) == [] and aplanar(resultado, IDENTICAS) == []


def simple(*celdas: tuple[str, ...], roles: tuple[Any, ...] = ("objetivo", "medidas", "responsable"), **cambios: Any) -> Tabla:
    filas = tuple(fila(n, n + 1, celdas=textos, objetivos=(textos[0],)) for n, textos in enumerate(celdas))
    columnas = tuple(Columna(texto=rol, rol=rol) for rol in roles)
    return tabla("", None, filas=filas, bloques=(), columnas=columnas, **{"tipo": "otra", **cambios})


def test_una_fila_repetida_dice_en_que_difiere() -> None:
    roles = ("objetivo", "medidas", "ponderacion")
    celdas = [("Abrir las oficinas del norte", "Arrendar un local", "10"), ("Cerrar", "Vender el local", "10"),
              ("Abrir las oficinas del norte", "Arrendar un local", "25")]
    resultado = auditar(simple(*celdas, roles=roles))
    assert aplanar(resultado, REPETIDAS) == [(REPETIDAS, "t1", 2, None, "logica")]
    assert "fila 1" in uno(resultado, REPETIDAS).mensaje and "ponderacion" in uno(resultado, REPETIDAS).mensaje


def test_filas_de_un_mismo_objetivo_no_se_repiten() -> None:
    celdas = [("Abrir las oficinas del norte", "Arrendar un local", "Jefe"), ("Abrir las oficinas del norte", "Comprar muebles", "Jefe")]
    resultado = auditar(simple(*celdas))
    assert respuestas(resultado, REPETIDAS) == [("CUADRA", None)]


def test_filas_muy_breves_no_prueban_nada() -> None:
    assert aplanar(auditar(simple(("Radio", "Sí", ""), ("Radio", "Sí", ""))), REPETIDAS) == []


def test_una_actividad_repetida_en_su_fila() -> None:
    base = tabla("40 | cumple | 40\n60 | cumple | 60")
    repetida = con_textos(base, "1.- Dictar charlas en las escuelas rurales", "2.- Dictar charlas en las escuelas rurales")
    assert aplanar(auditar(repetida), REPETIDAS) == [(REPETIDAS, "t1", 0, 1, "logica")]
    distinta = con_textos(base, "Dictar charlas en las escuelas rurales", "Dictar charlas en las escuelas urbanas")
    assert aplanar(auditar(distinta), REPETIDAS) == []


def seguido(*objetivos: str, **cambios: Any) -> Tabla:
    columnas = (Columna(texto="objetivo", rol="objetivo"), Columna(texto="avance", rol="avance"))
    filas = tuple(fila(n, 50 + n, objetivos=(o,)) for n, o in enumerate(objetivos))
    datos: dict[str, Any] = {"id": "t2", "desde": 50, "tipo": "analisis_avance", "filas": filas, "bloques": (), "columnas": columnas}
    return tabla("", None, **{**datos, **cambios})


RIEGO, BECAS, FERIAS = "Ampliar el riego de la costa", "Mejorar el acceso a las becas", "Apoyar las ferias campesinas del valle"


def test_objetivos_sin_seguimiento_y_seguimiento_sin_objetivo() -> None:
    resultado = auditar(seguido(RIEGO, BECAS, id="t1", desde=1, tipo="programa_trabajo"), seguido(BECAS, FERIAS))
    assert aplanar(resultado, SIN_SEGUIMIENTO) == [
        (SIN_SEGUIMIENTO, "t1", 0, None, "logica"), (SIN_SEGUIMIENTO, "t2", 1, None, "logica"),
    ]


def test_cada_objetivo_con_su_seguimiento_aunque_se_escriba_con_desliz() -> None:
    programa = seguido(RIEGO, BECAS, id="t1", desde=1, tipo="programa_trabajo")
    resultado = auditar(programa, seguido("2. Mejorar el aceso a las becas", f"{RIEGO} (1)"))
    assert aplanar(resultado, SIN_SEGUIMIENTO) == []


def test_un_objetivo_citado_por_sus_primeras_palabras() -> None:
    programa = seguido(f"{RIEGO} con canales y estanques para los pequeños agricultores", BECAS, id="t1", desde=1, tipo="programa_trabajo")
    assert aplanar(auditar(programa, seguido("Ampliar el riego", BECAS)), SIN_SEGUIMIENTO) == []
    # one word of meaning is not enough, nor is the whole of another objective; what may be one objective is told once
    corto = auditar(programa, seguido("Ampliar el", BECAS))
    assert aplanar(corto, SIN_SEGUIMIENTO) == [(SIN_SEGUIMIENTO, "t1", 0, None, "logica")]
    otro = seguido("Ampliar el riego", f"{FERIAS}", "Ampliar el riego de los cerros", id="t1", desde=1, tipo="programa_trabajo")
    assert aplanar(auditar(otro, seguido("Ampliar el riego", FERIAS)), SIN_SEGUIMIENTO) == [(SIN_SEGUIMIENTO, "t1", 2, None, "logica")]


@pytest.mark.parametrize(
    ("del_avance", "hallados"),
    [(region("12ª", ("12",)), []), (region(None, (), alcance="NIVEL_CENTRAL"), []), (region(None, (), alcance="SIN_DATO"), ["t1"]),
     (region("11ª y 12ª", ("11", "12")), ["t1"]), (region("Todas", ("11", "12"), alcance="TODAS"), ["t1"])],
)  # fmt: skip
def test_el_avance_de_otra_region_no_sigue_los_objetivos_de_esta(del_avance: Region, hallados: list[str]) -> None:
    programa = seguido(RIEGO, BECAS, id="t1", desde=1, tipo="programa_trabajo")
    resultado = auditar(programa, seguido(BECAS).model_copy(update={"region": del_avance}))
    assert [h[1] for h in aplanar(resultado, SIN_SEGUIMIENTO)] == hallados
    assert ("NO_VERIFICABLE", "falta_total") in respuestas(resultado, SIN_SEGUIMIENTO) or hallados


def test_sin_el_programa_no_se_sabe_que_se_sigue() -> None:
    resultado = auditar(seguido(BECAS))
    assert respuestas(resultado, SIN_SEGUIMIENTO) == [("NO_VERIFICABLE", "falta_total")]
    programa = seguido(BECAS, id="t1", desde=1, tipo="programa_trabajo", programa="diseno_acceso")
    otro = seguido(BECAS, FERIAS)
    nombres = ("Diseño, acceso y distribución", "Complementariedad")
    filas = tuple(f.model_copy(update={"programa": n}) for f, n in zip(otro.filas, nombres, strict=True))
    assert aplanar(auditar(programa, otro.model_copy(update={"filas": filas})), SIN_SEGUIMIENTO) == []


def evaluacion(texto: str, valor: Any) -> Tabla:
    base = estado("cumple")
    assert base is not None
    fila_ = fila(0, 60, objetivos=(f"1.- {RIEGO}.",), estado=base.model_copy(update={"texto": texto, "valor": valor}))
    columnas = (Columna(texto="objetivo", rol="objetivo"), Columna(texto="resultado", rol="resultado"))
    return tabla("", None, id="t9", desde=60, tipo="evaluacion_objetivos", etapa=4, filas=(fila_,), bloques=(), columnas=columnas)


def con_objetivo(renglones: str, por_numero: bool = False) -> Tabla:
    base = tabla(renglones)
    if not por_numero:
        return base.model_copy(update={"filas": tuple(f.model_copy(update={"objetivos": (RIEGO,)}) for f in base.filas)})
    actividades = tuple(a.model_copy(update={"objetivos": ("1",)}) for a in base.filas[0].actividades)
    objetivos = (ObjetivoTabla(numero="1", texto=RIEGO, origen=origen(1, 0)), ObjetivoTabla(numero="2", texto=BECAS, origen=origen(1, 1)))
    filas = (base.filas[0].model_copy(update={"actividades": actividades, "objetivos": ()}),)
    return base.model_copy(update={"filas": filas, "objetivos": objetivos})


@pytest.mark.parametrize("por_numero", [False, True])
@pytest.mark.parametrize(
    ("texto", "valor", "programa", "malo"),
    [
        ("Se cumplió", "CUMPLE", COPIA, True),
        ("No se cumplió", "NO_CUMPLE", "40 | cumple | 40\n60 | cumple | 60", True),
        ("Se cumplió", "CUMPLE", "40 | cumple | 40\n60 | cumple | 60", False),
        ("En parte", "PARCIAL", COPIA, False),
        ("No se cumplió", "NO_CUMPLE", COPIA, False),
    ],
)
def test_la_evaluacion_y_el_programa(texto: str, valor: str, programa: str, malo: bool, por_numero: bool) -> None:
    resultado = auditar(con_objetivo(programa, por_numero), evaluacion(texto, valor))
    assert [h[1:4] for h in aplanar(resultado, ENTRE_TABLAS)] == ([("t9", 0, None)] if malo else [])


def test_la_evaluacion_sin_estados_en_el_programa_no_se_comprueba() -> None:
    resultado = auditar(con_objetivo("40 | ~cumple | 40\n60 | | 60"), evaluacion("Se cumplió", "CUMPLE"))
    assert respuestas(resultado, ENTRE_TABLAS) == [("NO_VERIFICABLE", "falta_estado")]


def con_grados(*grados: str) -> Informe:
    seccion = Seccion(
        id="s1", nivel="seccion", padre=None, numero="1.1", titulo="Territorio", region=None, texto="",
        campos={"desarrollo": "Se avanza", "recomendaciones": "", "grado_avance": "MENOR" if grados else "SIN_DATO", "grados": list(grados)},
        origen=origen(1, 0),
    )
    return reconciliar(informe(secciones=(seccion,)), Expectativas())


def test_dos_grados_en_una_seccion() -> None:
    resultado = con_grados("avance mayor", "avance es menor")
    assert aplanar(resultado, GRADO) == [(GRADO, "s1", None, None, "logica")]
    assert respuestas(con_grados("avance mayor", "Avance Mayor"), GRADO) == [("CUADRA", None)]
    assert respuestas(con_grados(), GRADO) == [("NO_VERIFICABLE", "falta_estado")]


def objetivo_con(*actividades: str, **campos: Any) -> Tabla:
    base = tabla("\n".join(["100 | cumple | 100"] * max(1, len(actividades))), por_fila=True)
    plantilla = tabla("\n".join(["1 | |"] * max(1, len(actividades)))).filas[0].actividades
    hechas = tuple(
        a.model_copy(update={"texto": t, "ponderacion": None}) for a, t in zip(plantilla, actividades, strict=False)
    )
    unica = base.filas[0].model_copy(update={"actividades": hechas, "objetivos": (RIEGO,), **campos})
    return base.model_copy(update={"filas": (unica,), "bloques": ()})


def test_una_sola_actividad_sin_meta_es_poco() -> None:
    resultado = auditar(objetivo_con("Realizar reuniones con los regantes"), regimenes=(DOS,))
    assert aplanar(resultado, POCAS) == [(POCAS, "t1", 0, None, "logica")]
    assert (uno(resultado, POCAS).informado, uno(resultado, POCAS).recalculado, uno(resultado, POCAS).norma) == ("1", "2", "nota 5")


@pytest.mark.parametrize(
    ("actividades", "campos"),
    [
        (("Realizar reuniones", "Firmar convenios"), {}),
        (("Realizar reuniones",), {"indicador": "Nº de reuniones. Meta: 4"}),
        ((), {"meta": "4 reuniones realizadas"}),
    ],
)
def test_dos_actividades_o_una_meta_bastan(actividades: tuple[str, ...], campos: dict[str, Any]) -> None:
    assert respuestas(auditar(objetivo_con(*actividades, **campos), regimenes=(DOS,)), POCAS) == [("CUADRA", None)]


@pytest.mark.parametrize("texto", ["Realizar reuniones. Firmar convenios", "Oficina abierta al público", "Reuniones - Visitas a los predios"])
def test_una_celda_que_puede_traer_varias_no_se_juzga(texto: str) -> None:
    assert respuestas(auditar(objetivo_con(texto), regimenes=(DOS,)), POCAS) == [("NO_VERIFICABLE", "lectura_dudosa")]


def test_un_regimen_sin_minimo_no_exige_actividades() -> None:
    assert respuestas(auditar(objetivo_con("Realizar reuniones")), POCAS) == []


@pytest.mark.parametrize(
    ("texto", "cuenta", "nombres"),
    [
        ("El acuerdo une a cuatro instituciones socias (Alfa, Beta, Gama y Delta).", 4, 4),
        ("Participaron cinco empresas, a saber: Norte, Sur, Este y Oeste.", 5, 4),
        ("Se visitaron 3 comunas (Talca, San Javier y Villa Alegre)", 3, 3),
        ("La muestra llegó a cuatro comunas rurales: Pelarco, San Javier y Curepto. Avance menor.", 4, 3),
        ("Se abrieron tres oficinas de la provincia: Pelarco, San Javier y Curepto", 3, 3),
        ("Firmaron dos servicios: Conaf y Sernatur.", 2, 2),
        ("Participaron dos regiones (Tarapacá, Arica y Parinacota)", 2, 2),
    ],
)
def test_listas_contadas(texto: str, cuenta: int, nombres: int) -> None:
    (hallada,) = listas_contadas(texto)
    assert (hallada.cuenta, len(hallada.cosas)) == (cuenta, nombres)


@pytest.mark.parametrize("texto", ["3 talleres en Talca, Curicó y Linares", "2 reuniones (marzo y mayo)", "4 cursos (uno por comuna)", "el 50% (Norte y Sur)",
    "Se dictaron cuatro talleres: Talca, Maule y Curepto.", "Se sumaron cuatro comunas en dos jornadas: Talca y Maule.",
    "Cuatro comunas de dos provincias costeras y una del valle: Talca y Maule.", "Asistieron cinco servicios: Conaf, Sag y otros.",
    "En la etapa 4 comunas: Talca, Maule y Curepto."])  # fmt: skip
def test_lo_que_no_es_una_lista_de_nombres_no_se_cuenta(texto: str) -> None:
    assert listas_contadas(texto) == ()


def test_un_conteo_que_no_es_el_de_los_nombres() -> None:
    resultado = auditar(simple(("Unir a cinco empresas, a saber: Norte, Sur, Este y Oeste.", "", ""), ("Otra cosa", "", "")))
    assert aplanar(resultado, CONTEO) == [(CONTEO, "t1", 0, None, "aritmetica")]
    assert (uno(resultado, CONTEO).informado, uno(resultado, CONTEO).recalculado) == ("5", "4")
    bien = auditar(simple(("Unir a cuatro empresas, a saber: Norte, Sur, Este y Oeste.", "", "")))
    assert respuestas(bien, CONTEO) == [("CUADRA", None)]
