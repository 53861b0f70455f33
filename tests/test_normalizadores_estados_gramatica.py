"""States told by grammar, and how surely: what opens a cell, participles, counts, what is left over. Typed by hand."""

from __future__ import annotations

import pytest

from extractor.normalizadores.estados import buscar_grado, normalizar_estado


@pytest.mark.parametrize(
    ("texto", "valor", "porcentaje", "declarado"),
    [
        ("60% (falta la comuna de Paihuano)", "PARCIAL", "60", True),
        ("100%. Se dictaron las dos charlas", "CUMPLE", "100", True),
        ("0%, no hubo oferentes", "NO_CUMPLE", "0", True),
        ("55% mujeres, 45% hombres", "SIN_DATO", None, False),
        ("80% de ejecución presupuestaria", "SIN_DATO", None, False),
        ("A mayo se registra un 30% de avance", "PARCIAL", "30", True),
        ("Taller armado en un 40%, falta el resto", "PARCIAL", "40", True),
        ("Cumplimiento: NO", "NO_CUMPLE", None, True),
        ("Cumple: sí", "CUMPLE", None, True),
        ("Suspendido por nevazón", "NO_CUMPLE", None, True),
        ("Cumple\nCumple", "CUMPLE", None, True),
        ("50%\n50%", "PARCIAL", "50", True),
        ("Cumple\nPendiente", "PARCIAL", None, True),
        ("Cumplido en dos de las tres caletas", "PARCIAL", None, True),
        ("No. 45 de la minuta", "SIN_DATO", None, False),
        ("Número de redes instaladas", "SIN_DATO", None, False),
    ],
)
def test_cuotas_y_veredictos_que_abren(texto: str, valor: str, porcentaje: str | None, declarado: bool) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.porcentaje, estado.declarado) == (valor, porcentaje, declarado)


@pytest.mark.parametrize(
    ("texto", "valor"),
    [
        # a participle that agrees with the noun of its clause is something done; another one is an adjective
        ("Redes de pesca reparadas", "CUMPLE"),
        ("Remozada la sala de espera", "CUMPLE"),
        ("Nómina de pescadoras empadronadas", "SIN_DATO"),
        ("La firma encargada quebró", "NO_CUMPLE"),
        # under way
        ("La norma está siendo redactada", "PARCIAL"),
        ("El taller va en su tercera semana", "PARCIAL"),
        ("Textos en corrección", "PARCIAL"),
        ("El ciclo concluye en diciembre", "PARCIAL"),
        # to come
        ("El curso comienza el 4 de noviembre", "PENDIENTE"),
        ("Kits a repartirse en la feria", "PENDIENTE"),
        ("Depende de la firma del rector", "PENDIENTE"),
        ("Falta fijar la sede", "PENDIENTE"),
        # counts
        ("30 mujeres inscritas de una meta de 45", "PARCIAL"),
        ("46 inscritas, meta era 45", "CUMPLE"),
        ("De nueve caletas, cuatro visitadas", "PARCIAL"),
        ("20 matriculadas, de las que 12 egresaron", "PARCIAL"),
        # what is left, and what was undone
        ("Se equipó la sala; queda una bodega para enero", "PARCIAL"),
        ("Se capacitó únicamente a los choferes", "PARCIAL"),
        ("Se pidió el gimnasio y fue denegado", "NO_CUMPLE"),
        ("Se invitó a los gremios, pero nadie asistió, por lo que no hubo mesa", "NO_CUMPLE"),
        ("No quedan choferes sin capacitar", "CUMPLE"),
    ],
)
def test_narraciones_por_gramatica(texto: str, valor: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.declarado) == (valor, False)


@pytest.mark.parametrize(
    "texto",
    [
        "Se capacitó a los choferes, aunque no a todos",
        "Se elaboró una propuesta de pauta",
        "Se hizo la feria. El seminario lo ve la oficina de Arica",
        "Se acordó la entrega, pago que se hará en enero",
        "La intendencia no solicitó antecedentes",
        "Cumplido, no así en Quellón",
        "Cumplida la primera fase",
        "No realizado, reprogramado para mayo",
        "Pendiente, ya realizado",
        "No aplica la encuesta",
    ],
)
def test_lo_que_queda_sin_entender_es_dudoso(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None and estado.certeza == "dudosa"


@pytest.mark.parametrize(
    ("texto", "certeza"),
    [
        ("Se realizaron los talleres en Ancud", "aproximada"),
        ("No se realizó el taller", "aproximada"),
        ("Se hará en noviembre", "aproximada"),
        ("Cumplido", "exacta"),
        ("Cumplido. Falta el acta", "aproximada"),
        ("75%", "exacta"),
        ("75%. Falta una caleta", "alias"),
    ],
)
def test_lo_llano_sigue_seguro(texto: str, certeza: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None and estado.certeza == certeza


@pytest.mark.parametrize(
    ("texto", "grado"),
    [
        ("Mayor", "SIN_DATO"),
        ("N/A, sin mesas en la provincia", "NO_APLICA"),
        ("El avance corresponde a menor", "MENOR"),
        ("Se aprecia un menor grado de avance", "MENOR"),
        ("Se requiere un mayor grado de avance", "SIN_DATO"),
        ("No apl ica", "NO_APLICA"),
        ("Juicio: mayor avance", "MAYOR"),
    ],
)
def test_grados_solo_junto_a_avance(texto: str, grado: str) -> None:
    assert buscar_grado([texto])[0] == grado


@pytest.mark.parametrize(
    ("texto", "valor", "declarado"),
    [
        # money is no fulfilment; a verdict after a whole count of a count is one
        ("Presupuesto ejecutado: 88%", "SIN_DATO", False),
        ("Recursos girados: 100%", "SIN_DATO", False),
        ("7/7, cumplido", "CUMPLE", True),
        ("3/7. Cumple parcialmente", "PARCIAL", True),
        ("Se contrató al 44% de las tejedoras, sobre el 40% comprometido", "CUMPLE", False),
        ("Un 15% de las alumnas desertó; el taller se dictó completo", "CUMPLE", False),
        # what is not done yet, what nothing is missing of, what goes on
        ("Hasta la fecha no se ha firmado el acta", "PENDIENTE", False),
        ("A la fecha se han impreso todas las cartillas", "CUMPLE", False),
        ("No falta ningún jardín por visitar", "CUMPLE", False),
        ("Redactando las bases", "PARCIAL", False),
        ("Por finalizar", "PARCIAL", False),
        ("Se han hecho cuatro ferias, restando otras dos", "PARCIAL", False),
        ("Visitadas: Ancud, Castro. Por visitar: Quellón", "PARCIAL", False),
        ("En marzo se visitó Ancud. En octubre corresponde visitar Castro", "PARCIAL", False),
        ("El curso va por la sesión 5", "PARCIAL", False),
        ("El mapa está disponible en www.ejemplo.cl", "CUMPLE", False),
        ("El mapa estará disponible en abril", "PENDIENTE", False),
        ("Esta materia no es de competencia del servicio", "NO_APLICA", False),
        # undone by the verb itself
        ("Se descontinuó el boletín", "NO_CUMPLE", False),
        ("La consultora abandonó la obra", "NO_CUMPLE", False),
        ("El llamado fue declarado nulo", "NO_CUMPLE", False),
    ],
)
def test_lo_que_enseno_el_tercio_apartado(texto: str, valor: str, declarado: bool) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.declarado) == (valor, declarado)


@pytest.mark.parametrize(
    "texto",
    [
        # a past is no deed because of its ending: a verb that is not known to tell one leaves the value doubtful
        "Se omitió la variable sexo",
        "Se sustituyó la feria por un desfile",
        "Se redujo el número de talleres",
        "El municipio se restó de la iniciativa",
        "El convenio expiró y se creó otro",
        "Hubo cambio de autoridades",
        "Se cerró la oficina",
        "Se propuso al Consejo la medida",
        # the denial of something bad, or of who knows what
        "No hubo lesionadas",
        "No se detectaron diferencias",
        "No se cobró la inscripción",
        # a share beside a deed, another time in another sentence, a plan that undoes, a habit
        "Un 20% de los inscritos abandonó el curso",
        "Se hizo la feria de Ancud. La de Castro, cuyo local fue contratado, queda para octubre",
        "El taller será suspendido en marzo",
        "Cada mes se revisa la ficha",
        # what only prepares the thing, or ends it, as the object of a deed
        "Se publicó el llamado",
        "Se dispuso la suspensión del curso",
        "Cumple en forma deficiente",
    ],
)
def test_lo_no_entendido_del_todo_es_dudoso(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert estado.certeza == "dudosa"


@pytest.mark.parametrize(
    "texto",
    ["Se dictaron los cuatro cursos", "Se relaizaron los talleres", "Las cartillas fueron publicadas", "No se firmó el convenio"],
)
def test_un_hecho_simple_sigue_aproximado(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert estado.certeza == "aproximada"


@pytest.mark.parametrize(
    ("texto", "grado"),
    [
        ("Avance mayor / avance menor (marque la opción)", "SIN_DATO"),
        ("Nuestro avance, en lo que toca a redes, es mayor", "MAYOR"),
        ("El avance es más bien mayor", "MAYOR"),
        ("No corresponde, no hay oficina en la zona", "NO_APLICA"),
        ("S in avances", "SIN_AVANCE"),
        ("El grado de instrucción es mayor", "SIN_DATO"),
    ],
)
def test_grados_del_tercio_apartado(texto: str, grado: str) -> None:
    assert buscar_grado([texto])[0] == grado
