"""What officials write in a state cell and in a grade passage, by kind: value, percentage, whether it declares. Typed by hand."""

from __future__ import annotations

import pytest

from extractor.normalizadores.estados import buscar_grado, normalizar_estado

# fmt: off
CUMPLE_NARRADO = [
    "Se superó la meta", "Se alcanzó la meta", "Se logró la meta", "Se logró el objetivo propuesto",
    "Talleres realizados en las 5 comunas", "Taller realizado el 12 de agosto", "Reunión efectuada", "Convenio firmado",
    "Informe enviado", "Base de datos actualizada", "Documento elaborado y distribuido",
    "Se hicieron 4 talleres de un total de 4", "De los 8 cursos programados, se han ejecutado 8",
    "Se realizaron todos los talleres", "Esta actividad se realiza permanentemente", "Se realiza en forma mensual",
    "Operando", "En operación", "Adjudicado", "Se entregó el 100% de los kits", "Hubo 3 reuniones", "Existe convenio firmado",
    "Existe un convenio vigente", "Se mantiene coordinación con el municipio", "Se ha mantenido la coordinación",
    "Mesa constituida y funcionando", "El curso terminó en junio", "Estaba prevista para julio; se efectuó en agosto",
    "Se programaron 4 reuniones y se realizaron 4", "Programadas 5, realizadas 5", "Se reprogramó y se efectuó en septiembre",
    "Se postergó dos veces y finalmente se realizó", "La actividad pendiente fue ejecutada en octubre",
    "Se regularizaron las situaciones pendientes", "Quedaron resueltos los casos pendientes",
    "No sólo se difundió, también se evaluó", "No sin dificultades se realizó el taller",
    "Sin dificultades se efectuó la jornada", "Se aprobó el proyecto", "Todos los servicios firmaron",
    "Se difunde permanentemente", "Se publica cada mes", "Se entregaron 25 kits a 25 familias",
    "Se atendió a 120 personas en 4 comunas", "Se firmó convenio con 3 de los 3 municipios",
    "Se invirtieron 20 millones de pesos", "Del total de 20 dirigentes asistieron 20",
    "El 100% de los funcionarios fue capacitado", "Se realzó el taller", "Se realizó el tal1er", "Se reali-\nzaron visitas",
    "Se firmo el convenio", "se capacito a 20 funcionarios",
]
CUMPLE_DECLARADO = [
    "Cumplido en su totalidad", "Cumplido a cabalidad", "Cumplido con creces", "Sobrecumplido", "Sobre cumplida",
    "Meta superada", "Meta alcanzada", "Cumplido fuera de plazo", "Cumplido con retraso",
    "Sí, se realizó el taller en agosto", "Si, se realizó el taller", "SI.", "Si, 3 talleres", "Cumple/ se adjunta acta",
    "CUMPLE - acta N° 3", "Ejecutado", "Sí (X) No ( )", "(X) Sí ( ) No", "[x] Cumple [ ] No cumple",
    "Cumple porque se hizo todo", "Logrado", "Objetivo logrado", "Satisfactorio", "Listo", "Concluida",
    "Finalizado con éxito", "Terminado el 30 de junio", "Realizado el 3 y 4 de julio", "Realizada en agosto", "Realizado.",
    "Efectuada", "Implementado", "Cumplido según lo programado", "Cumplido de acuerdo a lo planificado",
    "Cumple, pendiente difusión", "Cumplido; se realizará nueva jornada en enero", "Con cumplimiento", "Totalmente",
    "Completamente realizado", "Se cumple con lo comprometido", "Se cumple lo programado", "Se cumplió con el objetivo",
    "Cumple con observaciones", "X", "√", "✓ realizado", "OK", "O.K.", "Ok, realizado", "Cumplido sin observaciones",
    "Cumplido antes de lo previsto", "Cumplido en noviembre", "Cumplido. Ninguna dificultad",
    "Cumplido, aun cuando faltó personal", "Cumplido no obstante el paro", "Cumplido; no aplica en Isla de Pascua",
    "Se cumplió con 6 de 6 talleres", "Cumplido: 10 de 10", "Cumplido según acta N° 12 de 2007",
    "Cumplido (ver anexo 3 de 5)", "Realizado 4 de 4", "Sí se cumplió", "Si se cumplió, en abril",
    "Sí, falta el informe final", "Sí, aunque con retraso", "Sc cumplió", "Se cumplló", "Curnplida", "Cumple.-", "CUMPLlDO",
    "Cumplído", "Cumpldio", "Cupmlido", "Cmple", "Realizdo", "Realziado", "Rea1izado", "Ejcutado",
]
CUMPLE_DECLARADO_CUOTA = [
    ("Cumplida en un 100%", "100"), ("Cumplido 100 %", "100"), ("100 por ciento", "100"), ("100% cumplido", "100"),
    ("Cumple (100%)", "100"), ("EJECUTADA EN UN 100%", "100"), ("Se cumplió el 100% de lo comprometido", "100"),
    ("Meta lograda en un 100%", "100"),
]
NO_APLICA_DECLARADO = [
    "N/A", "No Aplica.", "no aplica para esta región", "No corresponde a este período", "No corresponde",
    "NO APLICA (sin oficina provincial)", "No aplica este año", "No aplicó por cambio de programa",
    "No aplica; se realizará en 2009", "No corresponde a la región realizar esta actividad", "No procede", "No aplca",
    "No apIica",
]
NO_CUMPLE_NARRADO = [
    "Se convocó, pero nadie asistió", "Se llamó a licitación, que resultó desierta",
    "Convenio sin firmar", "Informe no enviado", "No se llevó a cabo", "No se llevaron a cabo los talleres",
    "No hubo interesados", "No se presentaron postulantes", "Nadie postuló", "No existen recursos para su ejecución",
    "No se contó con presupuesto", "No se ejecutará", "No se realizará este año", "No se continuará con la actividad",
    "Se eliminó la actividad", "Taller no realizado", "Taller suspendido", "No existe convenio", "La mesa no funcionó",
    "La mesa no ha sesionado", "Debía haberse realizado en junio, no se hizo",
    "Estaba programado para agosto y no se ejecutó", "Nunca se convocó a la mesa",
    "Ni se convocó ni se realizó", "No se realizó ni el taller ni la feria", "No se hizo nada", "La propuesta fue rechazada",
    "El proyecto no fue aprobado", "El CORE rechazó el proyecto", "Ningún servicio firmó", "No se aplicó la encuesta",
    "No hay avances", "No existe avance", "No se efectuo", "no se realizo el taller",
]
NO_CUMPLE_DECLARADO = [
    "No aplicada",
    "No fue cumplido", "No ha cumplido", "No se está cumpliendo", "No, se realizará en enero", "Actividad eliminada",
    "Actividad cancelada", "Actividad anulada", "Actividad no realizada", "( ) Sí (X) No", "Insatisfactorio",
    "Cumplimiento insatisfactorio", "No cumplido, se hará en marzo", "Sin cumplimiento a la fecha",
    "No cumplido por razones presupuestarias, se hará el 2009", "No cumplido, pendiente",
    "No cumple, pero se avanzó en un 40%", "No se ha cumplido a la fecha", "No. Se realizará en 2008", "No Cumplldo",
]
NO_CUMPLE_DECLARADO_CUOTA = [
    ("Nivel de cumplimiento: 0%", "0"), ("0", "0"), ("0 %", "0"),
]
PARCIAL_NARRADO = [
    "Convenio en proceso de firma", "Informe en elaboración", "Documento en borrador",
    "Se realizaron dos de los tres talleres", "Se realizaron 2 talleres de 4", "2/4 talleres",
    "De 10 talleres se realizaron 6", "Se realizó sólo un taller", "Se realizaron todos los talleres menos uno",
    "Faltó realizar el taller de Chañaral", "Resta por ejecutar la segunda jornada",
    "Se encuentra en proceso de licitación",
    "Actividad en desarrollo", "Actividad en ejecución", "Se está coordinando la fecha", "Se están gestionando los recursos",
    "En plena ejecución", "En etapa de diseño", "En estudio", "En evaluación", "En licitación", "Licitado, sin adjudicar",
    "Se capacitó a 35 dirigentes; queda pendiente la comuna de Canela", "Se entregó el 50% de los kits",
    "Se ejecutó el 80% del presupuesto", "Mesa constituida, sin funcionamiento", "El programa partió en marzo",
    "El programa comenzó en abril", "El curso está en su fase final", "Se programaron cinco reuniones y se hicieron tres",
    "Se comprometieron 10 visitas, se efectuaron 7",

    "El proyecto fue aprobado pero no financiado", "Se aprobó el proyecto, sin financiamiento",
    "Sólo se capacitó a los funcionarios de Arica", "Únicamente se hizo el diagnóstico", "Apenas 2 comunas respondieron",
    "La mitad de los talleres se realizó", "Dos tercios de las metas alcanzadas", "Casi la totalidad de los talleres se hizo",
    "Prácticamente terminado", "A punto de terminar", "Próximo a finalizar", "Falta poco para terminar", "En la recta final",
    "Se encuentra avanzado", "Bastante avanzado", "Se realizaron los talleres, excepto el de Tocopilla",
    "Se realizaron los talleres con excepción de Tocopilla", "Algunos servicios firmaron", "Varios municipios no firmaron",
    "La mayoría de los municipios no respondió", "Asistió el 80% de los convocados", "Participaron 20 de 30 dirigentes",
    "Información en proceso", "Con avances", "Realizados 2 de 4 talleres",
]
PARCIAL_NARRADO_CUOTA = [
    ("Presenta un avance del 55%", "55"),
]
PARCIAL_DECLARADO = [
    "Cumplido, con excepción de Aysén", "Cumplido excepto la comuna de Lota", "Cumplido casi en su totalidad",
    "No cumplido en su totalidad", "No totalmente cumplido", "No se ha cumplido del todo", "No cumplió en forma completa",
    "Se está cumpliendo", "Cumpliéndose", "En vías de cumplimiento", "En cumplimiento", "Sí (parcialmente)", "Sí, en parte",
    "Cumplimiento insuficiente", "Ejecutada parcialmente", "Realizado a medias", "Con cumplimiento parcial",
    "Bajo cumplimiento", "No se cumplió a cabalidad", "Parcialmente, falta Calama", "Parcial: 3 de 5", "Medianamente logrado",
    "Logro parcial de la meta", "Cumplida en forma parcial", "Se cumple en parte", "Se cumple mayoritariamente",
    "Se cumplió la mayor parte", "Se cumplió en la mayoría de las comunas", "Se cumplió en 4 de 6 comunas",
    "Cumplido 8 de 10", "Cumplidos 3 de los 4 compromisos", "Casi terminado", "Se cumplió en 2 de las 3 provincias",
    "Realizados 2 de 4", "Cumple Parcialmnte",
]
PARCIAL_DECLARADO_CUOTA = [
    ("Cumple al 80%", "80"), ("Ejecutado al 50%", "50"), ("Realizado en un 75%", "75"), ("Lograda en un 30,5 %", "30.5"),
    ("Se cumplió en un 90%", "90"), ("Se ha cumplido un 40% de la meta", "40"), ("Grado de cumplimiento 60%", "60"),
    ("Porcentaje de cumplimiento: 85 %", "85"), ("Con un 70% de avance", "70"), ("70% de avance", "70"),
    ("Avance: 35%", "35"), ("50", "50"), ("33,3", "33.3"), ("Se cumple con el 50% de lo programado", "50"),
    ("Se dio cumplimiento en un 60%", "60"), ("Parcialmente cumplido (60%)", "60"), ("Cumplido parcialmente en un 60%", "60"),
]
PENDIENTE_NARRADO = [
    # what nobody answered, as the open rows have it
    "Jamás se recibió respuesta del municipio", "Se envió carta al GORE, no hubo respuesta",
    "Se solicitó a Nivel Central, sin respuesta a la fecha",
    "Se está a la espera de la respuesta del Intendente", "A la espera de recursos", "Esperando aprobación del nivel central",
    "Se encuentra programado para octubre", "Se encuentra agendado", "Actividad por realizar",
    "Se desarrollará durante el segundo semestre", "Comienza en noviembre", "A realizarse en diciembre",
    "A ejecutar el 2° semestre", "Se realizará una vez aprobado el presupuesto", "Será abordado en la próxima mesa",
    "Por efectuarse", "Se coordinará con la DIDECO", "Cumplirá", "Cumpliría en marzo", "Debe cumplirse en enero",
    "La mesa aún no sesiona", "Se postergó para el 2008", "Fue postergada para el próximo año", "Se traspasó al año 2008",
    "Se pospondrá", "Debió postergarse", "De haber recursos se realizará", "Se realizaría en enero",
    "Se aplicará", "Será en marzo", "Está para marzo", "Se dejó para marzo", "Quedó para el 2008", "Se verá el próximo año",
    "Habrá una jornada en enero", "Tendrá lugar en enero", "El curso parte en abril", "El curso empieza la próxima semana",
    "La inauguración es en marzo", "El 15 de diciembre se realizará la ceremonia", "Antes de fin de año se firmará",
    "Durante enero se enviará", "Meta para el 2008", "Compromiso del año 2009", "Se compromete para el 2008",
    "Se comprometió la entrega para enero", "Nos comprometemos a terminar en enero", "Todavía no", "Aún no se realiza",
    "Aún no", "No comenzada", "No iniciadas", "Se efectuara en marzo", "se efectuaran visitas en enero",
]
PENDIENTE_DECLARADO = [
    "Se encuentra pendiente", "Está pendiente la firma", "Quedó pendiente la segunda reunión", "Aún pendiente",
    "Pendiente de firma", "Pdte.", "Pend.", "No cumplido aún", "No cumple todavía", "Aún no cumple con la meta",
    "Pendiente por falta de recursos", "Pendiente, se cumplirá en abril", "Pendientes 3 de 5", "Pendlente", "Pendiene",
]
SIN_DATO_NARRADO = [
    "C", "Permanente", "Actividad permanente durante el año", "-", "--", "...", "Ver anexo 2", "Ver observaciones", "Idem",
    "Ídem anterior", "Según informe adjunto", "Sin observaciones", "Sin comentarios", "Estado de avance", "Cumplimiento",
    "Cumplimiento de metas", "Cumple / No cumple", "Cumple o no cumple", "Sí/No", "Sí ( ) No ( )",
    "Cumplir con la meta de 20 talleres", "Para cumplir se requiere más personal", "Los beneficiarios cumplen los requisitos",
    "Objetivo: cumplir con el plan", "Bien", "Alto cumplimiento", "Total", "1", "Se habría cumplido",
    "Se habría realizado si hubiera recursos", "Debía realizarse en junio", "No hubo necesidad de realizarla",
    "No se requirió", "El proyecto está en el CORE",
    "Las demás regiones no informaron", "Fecha: 12 de enero", "Plazo: marzo 2008", "95% de satisfacción de usuarios",
    "No informado por la Dirección Regional", "Sin información de la región", "La región no informó", "No se informó",
    "No se cuenta con información a la fecha", "Se desconoce", "No hay registro", "No hay",
]
GRADO_MAYOR = [
    "AVANCE MAYOR", "Avance: mayor", "Grado de avance: Mayor", "El grado de avance alcanzado es mayor",
    "Se considera que el avance logrado es mayor", "Se obtuvo un avance mayor", "Hubo un avance mayor en la coordinación",
    "Los avances han sido mayores", "Mayor avance", "Se observa un grado mayor de avance", "Mayor grado de avance",
    "Grado mayor", "Nivel de avance mayor", "corresponde a un avance mayor", "(X) Mayor ( ) Menor", "Mayor X Menor",
    "Avance Mayor: X", "Avance Mayor ✓", "Avnace mayor", "Avance rnayor", "Avance mayr", "Abance mayor", "Avance  mayor",
    "Avance-mayor", "Avance\nmayor", "avance mator", "En síntesis, avance mayor.",
    "Se concluye que el grado de avance es mayor.", "Por lo anterior se evalúa como mayor el avance",
    "Consideramos mayor el avance", "Es mayor el avance logrado", "El avance puede calificarse de mayor",
    "El avance se califica como mayor", "El avance podemos considerarlo mayor", "Un avance que puede considerarse mayor",
    "Grado de avance mayor, dado que se incorporó la variable",
]
GRADO_MENOR = [
    "Se califica como avance menor", "El avance fue menor dado el escaso presupuesto", "Avances menores",
    "Los avances son menores", "Menor avance", "Menor grado de avance", "Grado: menor", "Nivel de avance: menor",
    "Se evalúa con un grado de avance menor", "La evaluación corresponde a avance menor", "Adulto mayor: avance menor",
    "( ) Mayor (X) Menor", "[ ] Avance mayor [x] Avance menor [ ] Sin avance", "Avance mayor en Temuco, menor en Angol",
    "Avance mayor en Temuco; avance menor en Angol", "El avance en difusión es mayor y en coordinación es menor",
    "Avanc menor", "Avance rnenor", "Avace menor", "Avan-\nce menor", "AVANCE MENQR",
    "el avance ha sido evaluado por el equipo como menor", "Se trata de un avance menor, por la rotación de profesionales",
]
GRADO_NO_APLICA = [
    "No aplica", "No aplica.", "No Aplica para la región", "No corresponde", "N/A", "No aplica, no hay oficina provincial",
]
GRADO_SIN_AVANCE = [
    "No hubo avance", "No se registraron avances en el período", "Sin avance.", "Sin avances",
    "Sin avance: no se constituyó la mesa", "No presenta avances", "Nulo avance", "Avance nulo", "El avance es nulo",
    "No ha existido avance", "No existió avance", "Ningún avance", "No tuvo avance", "Cero avance", "No se logró avance",
    "No se lograron avances", "No se pudo avanzar", "No se ha logrado avanzar", "Mayor participación, sin avance en género",
    "El avance fue mayor en lo técnico y nulo en lo presupuestario", "5in avances", "Sin avanse",
]
GRADO_SIN_DATO = [
    "Avance menor respecto a lo esperado", "Avance menor que el año anterior", "Avance menor al esperado",
    "Existe un mayor avance en la provincia", "Con mayor avance en difusión", "Se espera un avance mayor",
    "Podría lograrse un avance mayor", "De contar con recursos el avance sería mayor", "Sin avance financiero",
    "Avance físico 40%", "Avance parcial", "Avance significativo", "Avance importante", "Hay avances",
    "Se ha avanzado en la integración", "Avance medio", "Programa Adulto Mayor con avance",
    "avance en el programa adulto mayor", "Avance de programas del adulto mayor",
    "Avance del Servicio Nacional del Adulto Mayor", "Avances en menores de edad", "Avances de menores infractores",
    "El avance con los menores fue importante", "No aplica el criterio de avance mayor", "El instrumento no aplica a menores",
    "Mayor / Menor / Sin avance", "avance mayor o menor", "avance mayor o avance menor", "Avance mayor / avance menor",
    "No es un avance mayor", "El avance no es mayor", "El avance no fue menor",
]
# fmt: on

ESTADOS = [
    *((texto, "CUMPLE", None, False) for texto in CUMPLE_NARRADO),
    *((texto, "CUMPLE", None, True) for texto in CUMPLE_DECLARADO),
    *((texto, "CUMPLE", porcentaje, True) for texto, porcentaje in CUMPLE_DECLARADO_CUOTA),
    *((texto, "NO_APLICA", None, True) for texto in NO_APLICA_DECLARADO),
    ("No fue necesario realizar la segunda reunión", "NO_APLICA", None, False),
    *((texto, "NO_CUMPLE", None, False) for texto in NO_CUMPLE_NARRADO),
    *((texto, "NO_CUMPLE", None, True) for texto in NO_CUMPLE_DECLARADO),
    *((texto, "NO_CUMPLE", porcentaje, True) for texto, porcentaje in NO_CUMPLE_DECLARADO_CUOTA),
    *((texto, "PARCIAL", None, False) for texto in PARCIAL_NARRADO),
    *((texto, "PARCIAL", porcentaje, False) for texto, porcentaje in PARCIAL_NARRADO_CUOTA),
    *((texto, "PARCIAL", None, True) for texto in PARCIAL_DECLARADO),
    *((texto, "PARCIAL", porcentaje, True) for texto, porcentaje in PARCIAL_DECLARADO_CUOTA),
    *((texto, "PENDIENTE", None, False) for texto in PENDIENTE_NARRADO),
    *((texto, "PENDIENTE", None, True) for texto in PENDIENTE_DECLARADO),
    *((texto, "SIN_DATO", None, False) for texto in SIN_DATO_NARRADO),
]
GRADOS = [
    *((texto, "MAYOR") for texto in GRADO_MAYOR),
    *((texto, "MENOR") for texto in GRADO_MENOR),
    *((texto, "NO_APLICA") for texto in GRADO_NO_APLICA),
    *((texto, "SIN_AVANCE") for texto in GRADO_SIN_AVANCE),
    *((texto, "SIN_DATO") for texto in GRADO_SIN_DATO),
]


@pytest.mark.parametrize(("texto", "valor", "porcentaje", "declarado"), ESTADOS)
def test_estado(texto: str, valor: str, porcentaje: str | None, declarado: bool) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.porcentaje, estado.declarado) == (valor, porcentaje, declarado)


@pytest.mark.parametrize(("texto", "grado"), GRADOS)
def test_grado(texto: str, grado: str) -> None:
    assert buscar_grado([texto])[0] == grado
