"""Classes of construction of the eighth set and of cells made beside those of the first one, with the same traps and other words:
their values were written before the rules."""

from __future__ import annotations

import pytest

from extractor.normalizadores.estado.antes_y_despues import del_compromiso
from extractor.normalizadores.estado.oracion import oracion_de
from extractor.normalizadores.estados import buscar_grado, normalizar_estado
from extractor.normalizadores.lengua import analizar
from extractor.vocabularios.giros_veredicto import compuesto, de_una_cosa

NARRADOS: dict[str, tuple[str, ...]] = {
    "CUMPLE": (
        "La feria, suspendida en junio por la lluvia, se hizo en agosto", "El catastro, inconcluso en 2006, se terminó en marzo",
        "El convenio, que estaba observado por Contraloría, se firmó en octubre",
        "Tal como se acordó en la mesa de agosto, se entregó el catastro",
        "Según se había programado para marzo, se inauguró la sala",
        "Antes no se atendía los sábados; desde julio se atiende", "En 2007 no se pudo; este año se dictó el curso",
        "El año pasado no hubo feria. Este año se realizó en noviembre", "Ninguna provincia dejó de sesionar",
        "Se visitaron las escuelas; ninguna quedó sin cobertura", "Se capacitó a los encargados; nadie faltó",
        "No quedan solicitudes por resolver", "Se revisaron las 30 solicitudes pendientes de respuesta",
        "Se publicó el libro \"Lo que no se hizo\" con 40 relatos", "Se eliminó de la ficha el campo que pedía el estado civil",
        "Se dictó el curso, que continuará el próximo semestre", "Se realizó la muestra, que volverá a hacerse en 2010",
        "Se realizó lo comprometido para 2008", "Se realizó el 3/10", "Se reprogramó para agosto y se realizó",
        "Se postergó de mayo a junio, mes en que se efectuó", "Recién en agosto se pudo firmar el convenio",
        "Memorando remitido el 30 de agosto", "De las 90 oficinas con plan, todas tienen encargado. La ficha quedó aprobada en julio.",
    ),
    "NO_CUMPLE": (
        "El plazo venció sin que se firmara el convenio", "Concluyó el período sin que se constituyera el comité",
        "Se hicieron gestiones ante el banco, todas infructuosas", "Se tenía previsto para julio, pero no se llevó a cabo",
        "Se iba a firmar en abril, pero el alcalde se retractó", "Sin realización en el semestre", "Inviable por falta de presupuesto",
        "De los 10 cursos no se dictó ni uno", "Cero talleres",
    ),
    "PENDIENTE": (
        "Está próximo a cumplirse", "Próximo a licitarse", "Tiene que cumplirse en el segundo semestre",
        "Cumplimiento esperado en diciembre", "Fecha de ejecución: marzo de 2010", "La visita se realiza a comienzos de enero",
        "Pasa al próximo período", "Falta el decreto para comenzar la obra", "Resta que la junta designe a su contraparte",
        "Se requiere la firma del intendente para iniciar", "La ceremonia se fijó para el 10 de enero",
        "Aprobado el presupuesto, se comprarán los equipos en marzo", "Debería estar listo en abril",
        "El convenio se encuentra por firmar", "Por ahora no se ha licitado", "Tenemos previsto visitar la zona en enero",
    ),
    "PARCIAL": (
        "Todas las comunas firmaron, menos Vichuquén", "Se logró firmar con Arica, no con Putre", "Va a medio camino",
        "Con la sola excepción de Tirúa, se visitaron todas las comunas", "Se hizo, aunque no en su totalidad",
        "Hay acuerdo con dos municipios; con los otros no se ha conversado", "En Arica se terminó; en Iquique recién comienza",
        "Existe el reglamento; no existe aún el comité", "Los afiches están impresos y por repartir", "Sólo en Arica",
        "El informe lo tiene la contraparte para su visación", "Las bases están en Finanzas para su firma",
        "Se compraron dos lanchas y queda en obras la tercera", "Queda por visitar Tocopilla",
        "Fueron visitadas 21 escuelas de una muestra de 30", "No todo lo comprometido se alcanzó a hacer",
    ),
    "SIN_DATO": (
        "¿Se realizó el taller?", "Texto de la meta: realizar tres talleres en el año", "Ver informe de la región",
        "Nudo crítico: los municipios no envían sus datos a tiempo", "La profesional cumple funciones en la oficina de Lota",
        "El servicio cumplió 50 años de vida", "El presupuesto fue de $ 2.500.000. Se gastó el 100%.",
    ),
    "NO_APLICA": ("El compromiso pasó a otro servicio, ya no es nuestro", "La medida dejó de tener sentido al cerrarse la oficina"),
}  # fmt: skip


@pytest.mark.parametrize(("texto", "valor"), [(t, v) for v, textos in NARRADOS.items() for t in textos])
def test_lo_narrado(texto: str, valor: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.declarado, estado.porcentaje) == (valor, False, None)
    assert estado.certeza in ("aproximada", "dudosa")


@pytest.mark.parametrize(
    ("texto", "valor", "porcentaje"),
    [
        ("No han sido cumplidos", "NO_CUMPLE", None), ("No alcanzó a cumplirse", "NO_CUMPLE", None),
        ("No fue posible dar cumplimiento", "NO_CUMPLE", None), ("La meta nunca llegó a cumplirse", "NO_CUMPLE", None),
        ("Ninguna cumplida", "NO_CUMPLE", None), ("Incumplimiento total", "NO_CUMPLE", None),
        ("Lejos de lo esperado: no cumplido", "NO_CUMPLE", None), ("Falta por cumplir", "PENDIENTE", None),
        ("Todo pendiente", "PENDIENTE", None), ("Todas las metas cumplidas", "CUMPLE", None), ("Todo cumplido", "CUMPLE", None),
        ("Se ha dado total cumplimiento a la meta", "CUMPLE", None), ("Casi todo cumplido", "PARCIAL", None),
        ("No del todo", "PARCIAL", None), ("Cumplido a la mitad", "PARCIAL", None),
        ("Parcialmente ejecutada por falta de recursos", "PARCIAL", None),
        ("Se cumplió la totalidad de lo comprometido, menos la feria", "PARCIAL", None),
        ("Avance aproximado de un 60%", "PARCIAL", "60"), ("Sólo un 40%", "PARCIAL", "40"),
        ("100% en ambas provincias", "CUMPLE", "100"), ("No corresponde medir este año", "NO_APLICA", None),
    ],
)  # fmt: skip
def test_lo_declarado(texto: str, valor: str, porcentaje: str | None) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.porcentaje, estado.declarado) == (valor, porcentaje, True)


@pytest.mark.parametrize(
    ("texto", "valor"),
    [
        ("Dice cumplido; debe decir no cumplido", "NO_CUMPLE"), ("Sí cumple. Se rectifica: no cumple", "NO_CUMPLE"),
        ("No cumple. Rectificado por oficio 12: cumple", "CUMPLE"), ("Pendiente. Corrección: cumplido", "CUMPLE"),
        ("S", "CUMPLE"), ("(N)", "NO_CUMPLE"), ("Aún no se ha cumplido", "PENDIENTE"),
    ],
)  # fmt: skip
def test_lo_que_se_corrige_o_abrevia_queda_en_duda(texto: str, valor: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.certeza) == (valor, "dudosa")


@pytest.mark.parametrize(
    "texto",
    [
        "Cumplido cuando llegue el acta", "Cumplida una vez que se apruebe", "Cumplido el catastro. La difusión quedó para 2010.",
        "Cumplido. Se alcanzó un 85% de la meta", "Cumple = sí; No cumple = no", "Por cumplir en diciembre", "N°",
    ],
)  # fmt: skip
def test_lo_que_no_es_seguro(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert estado.certeza == "dudosa" or not estado.declarado


def test_un_inciso_y_una_cita_no_hablan_del_compromiso() -> None:
    for texto in ("La gira, anulada en mayo, se hizo en agosto", 'Se imprimió el libro "No se hizo nada" para las escuelas'):
        doc = oracion_de(analizar(texto, "estado"))
        assert [i.label_ for i in doc.indicios] != ["HECHO"]
        assert [i.label_ for i in del_compromiso(doc, doc.indicios)] == ["HECHO"]


def test_giros_de_un_veredicto() -> None:
    assert compuesto("no logro cumplirse la meta") == ("NO_CUMPLE", 0, 18)
    assert compuesto("no logro firmarse") is None
    assert de_una_cosa("cumplido", "cumplido el catastro. falta lo demas", 8, "meta|compromiso")
    assert not de_una_cosa("cumplida", "cumplida la meta. falta el acta", 8, "meta|compromiso")
    assert not de_una_cosa("cumplido", "cumplido\nlas mesas sesionaron. hay acta", 8, "meta|compromiso")


@pytest.mark.parametrize(
    ("texto", "grado"),
    [
        ("El avance es mayor en Talca y no existe en Curicó", "SIN_AVANCE"),
        ("El avance en coordinación es mayor; el de complementariedad, menor", "MENOR"),
        ("Avance menor respecto de los acuerdos con el sector privado", "MENOR"),
        ("Avance menor respecto del año anterior", "SIN_DATO"), ("Hay un avance, pero menor", "MENOR"),
        ("El avance no ha sido nulo, pero sí menor.", "MENOR"), ("Se estima que el avance es todavía menor.", "MENOR"),
        ("Marcar: avance mayor / avance menor / sin avance", "SIN_DATO"), ("Sin avances tecnológicos no se puede medir", "SIN_DATO"),
        ("En la etapa anterior se indicó avance menor. Este año no se evalúa.", "SIN_DATO"),
        ("Ningún tipo de avance", "SIN_AVANCE"), ("Sin avance total", "SIN_AVANCE"),
    ],
)  # fmt: skip
def test_grados(texto: str, grado: str) -> None:
    assert buscar_grado([texto])[0] == grado
