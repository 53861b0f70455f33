"""States and grades as officials write them; values typed by hand."""

from __future__ import annotations

import pytest

from extractor.normalizadores.estados import buscar_grado, normalizar_estado
from extractor.vocabularios.estados import palabra_sin_valor, por_definir, veredicto_inicial

DECLARADOS = [
    ("Cumplido", "CUMPLE", None),
    ("CUMPLE", "CUMPLE", None),
    ("Cumple.", "CUMPLE", None),
    ("Sí", "CUMPLE", None),
    ("si", "CUMPLE", None),
    ("X", "CUMPLE", None),
    ("✓", "CUMPLE", None),
    ("Sí cumple", "CUMPLE", None),
    ("Cumplida. Se imprimen 300 afiches", "CUMPLE", None),
    ("Cumplido\nSe dictan cuatro talleres y otros dos se harán en mayo", "CUMPLE", None),
    ("Objetivo cumplido, de acuerdo al calendario", "CUMPLE", None),
    ("La meta fue cumplida", "CUMPLE", None),
    ("1.- Cumplido", "CUMPLE", None),
    ("Realizado", "CUMPLE", None),
    ("Se cumplió", "CUMPLE", None),
    ("Sí (X) No ( )", "CUMPLE", None),
    ("No cumple", "NO_CUMPLE", None),
    ("NO", "NO_CUMPLE", None),
    ("No cumplido: falta de presupuesto", "NO_CUMPLE", None),
    ("No se cumplió", "NO_CUMPLE", None),
    ("Sí ( ) No (X)", "NO_CUMPLE", None),
    ("Incumplido", "NO_CUMPLE", None),
    ("No realizado", "NO_CUMPLE", None),
    ("Cumple parcialmente", "PARCIAL", None),
    ("Se cumple parcialmente el objetivo", "PARCIAL", None),
    ("Parcialmente cumplido", "PARCIAL", None),
    ("Cumplido parcialmente", "PARCIAL", None),
    ("Se cumplió con 3 de 5 charlas", "PARCIAL", None),
    ("Pendiente", "PENDIENTE", None),
    ("Pendiente de visación", "PENDIENTE", None),
    ("No aplica", "NO_APLICA", None),
    ("N/A", "NO_APLICA", None),
    ("100%", "CUMPLE", "100"),
    ("100,0 %", "CUMPLE", "100.0"),
    ("0%", "NO_CUMPLE", "0"),
    ("50%", "PARCIAL", "50"),
    ("12,5%", "PARCIAL", "12.5"),
    ("Cumplido en un 80%", "PARCIAL", "80"),
    ("Cumplido al 100%", "CUMPLE", "100"),
    ("75% de avance", "PARCIAL", "75"),
    ("Cunplido", "CUMPLE", None),
]

NARRADOS = [
    ("Se ha entregado el material a las comunas", "CUMPLE"),
    ("Se realizó la jornada en agosto", "CUMPLE"),
    ("Los monitores fueron capacitados", "CUMPLE"),
    ("Ya están definidos los beneficiarios", "CUMPLE"),
    ("Mesa técnica funcionando en la provincia", "CUMPLE"),
    ("Se entregaron 4 de 4 informes", "CUMPLE"),
    ("No obstante la demora, se ejecutó la campaña", "CUMPLE"),
    ("No se realizó por falta de recursos", "NO_CUMPLE"),
    ("La licitación fue declarada desierta y no se contrató la asesoría", "NO_CUMPLE"),
    ("No fue posible convocar a los municipios", "NO_CUMPLE"),
    ("Las visitas no se efectuarán", "NO_CUMPLE"),
    ("Se suspendió el seminario", "NO_CUMPLE"),
    ("Se realizaron 3 de 10 visitas", "PARCIAL"),
    ("Guías elaboradas, en etapa final de corrección", "PARCIAL"),
    ("Se han dictado 3 cursos. Otros 10 están programados para noviembre", "PARCIAL"),
    ("Se firmó el convenio, pero falta la transferencia", "PARCIAL"),
    ("Se está levantando el catastro", "PARCIAL"),
    ("Dos de las cinco provincias informaron", "PARCIAL"),
    ("Los folletos estarán disponibles en diciembre", "PENDIENTE"),
    ("Ya quedaron fijadas las fechas de las ferias", "PENDIENTE"),
    ("Compromiso de compra para el 2010", "PENDIENTE"),
    ("Se dicta a fines de nov.", "PENDIENTE"),
    ("Aún no se licita el estudio", "PENDIENTE"),
    ("El diseño no ha comenzado todavía", "PENDIENTE"),
    ("Se realizará en el segundo semestre", "PENDIENTE"),
    ("Habrá que revisar las bases", "PENDIENTE"),
    ("Coordinación con los liceos de la comuna", "SIN_DATO"),
    ("Reunión del equipo", "SIN_DATO"),
    ("Cumple / No cumple", "SIN_DATO"),
]


@pytest.mark.parametrize(("texto", "valor", "porcentaje"), DECLARADOS)
def test_declarados(texto: str, valor: str, porcentaje: str | None) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.porcentaje, estado.declarado) == (valor, porcentaje, True)


@pytest.mark.parametrize(("texto", "valor"), NARRADOS)
def test_narrados_se_proponen_y_no_se_declaran(texto: str, valor: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.declarado) == (valor, False)
    assert estado.certeza in ("aproximada", "dudosa")


@pytest.mark.parametrize("texto", [None, "", "  \n "])
def test_celda_en_blanco_no_es_estado(texto: str | None) -> None:
    assert normalizar_estado(texto) is None


def test_futuro_de_finalidad_no_es_un_plan() -> None:
    estado = normalizar_estado("Se firmó un acuerdo que permitirá ampliar la cobertura")
    assert estado is not None and estado.valor == "CUMPLE"


def test_casi_un_veredicto_con_futuro_no_lo_es() -> None:
    estado = normalizar_estado("Cumplirá")
    assert estado is not None and (estado.valor, estado.declarado) == ("PENDIENTE", False)


@pytest.mark.parametrize(
    ("texto", "valor", "palabras", "solo"),
    [
        ("Cumplido. Se dispone de afiches", "CUMPLE", "Cumplido", False),
        ("Cumplido", "CUMPLE", "Cumplido", True),
        ("No cumple.", "NO_CUMPLE", "No cumple", True),
        ("Se cumple parcialmente el objetivo", "PARCIAL", "Se cumple parcialmente", False),
        ("Objetivo cumplido, en conjunto con la unidad", "CUMPLE", "cumplido", False),
        ("- Cumplido : se arma el instrumento", "CUMPLE", "Cumplido", False),
        ("En proceso", "PARCIAL", "En proceso", True),
    ],
)
def test_veredicto_inicial(texto: str, valor: str, palabras: str, solo: bool) -> None:
    veredicto = veredicto_inicial(texto)
    assert veredicto is not None
    assert (veredicto.valor, veredicto.palabras, veredicto.solo) == (valor, palabras, solo)
    assert texto[: veredicto.fin].endswith(palabras)


@pytest.mark.parametrize(
    "texto",
    [
        "",
        "Se ha aplicado la ficha",
        "Cumplimiento de metas",
        "Si bien hubo demoras",
        "No hay registro",
        "Realizado el taller",
        "Sin embargo",
        "Cumple / No cumple",
    ],
)
def test_no_abren_con_veredicto(texto: str) -> None:
    assert veredicto_inicial(texto) is None


@pytest.mark.parametrize(
    ("texto", "valor"),
    [
        ("Pendiente", "PENDIENTE"),
        ("pendiente.", "PENDIENTE"),
        ("No cumple", "NO_CUMPLE"),
        ("No aplica", "NO_APLICA"),
        ("-", None),
        ("14", None),
        ("12,5%", None),
        ("", None),
    ],
)
def test_palabra_en_lugar_de_cifra(texto: str, valor: str | None) -> None:
    assert palabra_sin_valor(texto) == valor


@pytest.mark.parametrize(
    "texto", ["Por definir", "Por definir según demanda", "A definir", "s/i", "Pendiente de definir", "POR DEFINIR."]
)
def test_por_definir(texto: str) -> None:
    assert por_definir(texto)


@pytest.mark.parametrize("texto", ["", "Se definieron las metas", "40 talleres por realizar 100%", "Pendiente"])
def test_no_es_por_definir(texto: str) -> None:
    assert not por_definir(texto)


@pytest.mark.parametrize(
    ("texto", "grado"),
    [
        ("Avance menor", "MENOR"),
        ("Avance Menor:\n\nSe propone ampliar la mesa", "MENOR"),
        ("El avance es mayor.", "MAYOR"),
        ("La agenda se cumplió (Avance mayor), conviene repetirla", "MAYOR"),
        ("Se alcanza un grado de avance mayor y se sugiere seguir", "MAYOR"),
        ("Se estima el avance como menor.", "MENOR"),
        ("Corresponde señalar el grado de avance como menor, pues recién parte", "MENOR"),
        ("Amerita una evaluación como avance menor", "MENOR"),
        ("Hay un avance menor, ya que se informa tarde", "MENOR"),
        ("En un territorio el avance es mayor, y en los otros el avance es menor", "MENOR"),
        ("Avance: Mayor", "MAYOR"),
        ("Grado de avance: MENOR", "MENOR"),
        ("No hay grado de avance en este punto", "SIN_AVANCE"),
        ("Sin avance", "SIN_AVANCE"),
        ("No se registran avances", "SIN_AVANCE"),
        ("No aplica", "NO_APLICA"),
        ("No aplica..", "NO_APLICA"),
        ("Talleres para el adulto mayor", "SIN_DATO"),
        ("Se cumple, aunque en menor grado", "SIN_DATO"),
        ("Dar mayor énfasis al avance de las obras", "SIN_DATO"),
        ("La mayoría avanza", "SIN_DATO"),
        ("El avance de las acciones donde la cobertura es mayor", "SIN_DATO"),
        ("Avance mayor / menor", "SIN_DATO"),
        ("Para lograr un avance mayor se requiere presupuesto", "SIN_DATO"),
        ("El avance es mayor que el del año anterior", "SIN_DATO"),
        ("Sin avances significativos", "SIN_DATO"),
        ("Avance: mayor cobertura en la costa", "SIN_DATO"),
        ("El grado de desarrollo es mayor", "SIN_DATO"),
        ("", "SIN_DATO"),
    ],
)
def test_grados(texto: str, grado: str) -> None:
    assert buscar_grado([texto])[0] == grado


def test_grado_de_varios_campos_y_sus_frases_en_orden() -> None:
    assert buscar_grado(["El avance es mayor.", "", "Avance menor en la costa"]) == ("MENOR", ("avance es mayor", "Avance menor"))


def test_no_aplica_solo_si_lo_dicen_todos_los_campos() -> None:
    assert buscar_grado(["No aplica", "Se propone una mesa"]) == ("SIN_DATO", ())
    assert buscar_grado(["No aplica", "No aplica."])[0] == "NO_APLICA"


@pytest.mark.parametrize(
    ("texto", "valor", "porcentaje"),
    [
        ("Curnplido", "CUMPLE", None),
        ("Nocumple", "NO_CUMPLE", None),
        ("Pendiemte", "PENDIENTE", None),
        ("l5,O%", "PARCIAL", "15.0"),
        ("%75", "PARCIAL", "75"),
        ("100 o/o", "CUMPLE", "100"),
        ("Cumpli-\ndo", "CUMPLE", None),
    ],
)
def test_deslices_se_reparan_y_quedan_aproximados(texto: str, valor: str, porcentaje: str | None) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.porcentaje, estado.declarado, estado.certeza) == (valor, porcentaje, True, "aproximada")


@pytest.mark.parametrize(
    ("texto", "valor"),
    [
        ("Reprogramado", "PENDIENTE"),
        ("En ejecución", "PARCIAL"),
        ("Aunque se llamó dos veces, el grupo no se reunió", "NO_CUMPLE"),
        ("Ninguna escuela entregó su ficha", "NO_CUMPLE"),
        ("Se decidió no hacer la muestra", "NO_CUMPLE"),
        ("No se visitaron todas las caletas", "PARCIAL"),
        ("No hubo problemas y se entregó el equipo", "CUMPLE"),
        ("El acuerdo será firmado en Curicó", "PENDIENTE"),
        ("No se ha iniciado la obra", "PENDIENTE"),
        ("La reunión es el 4 de agosto", "PENDIENTE"),
        ("Un 40% de los cursos se dictó", "PARCIAL"),
    ],
)
def test_narraciones_con_alcance(texto: str, valor: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.declarado) == (valor, False)


@pytest.mark.parametrize(
    ("texto", "grado"),
    [
        ("Avance rnayor", "MAYOR"),
        ("A vance menor", "MENOR"),
        ("El avance en las caletas es menor", "MENOR"),
        ("El avance es mayor en la costa y menor en el valle", "MENOR"),
        ("No se observa nivel alguno de avance", "SIN_AVANCE"),
        ("Avance menor que el previsto", "SIN_DATO"),
        ("No se puede hablar aún de un avance mayor", "SIN_DATO"),
        ("Mayores ventas de los artesanos", "SIN_DATO"),
    ],
)
def test_grados_con_deslices_y_a_distancia(texto: str, grado: str) -> None:
    assert buscar_grado([texto])[0] == grado
