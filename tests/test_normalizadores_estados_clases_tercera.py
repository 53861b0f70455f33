"""Classes of construction of the sixth set's third and of the seventh set: for each, sentences with other words, their values written
before the rules were (``POR_CLASE``), and of all kinds after them (``DE_TODAS``)."""

from __future__ import annotations

import pytest

from extractor.normalizadores.estado.antes_y_despues import del_compromiso
from extractor.normalizadores.estado.oracion import oracion_de
from extractor.normalizadores.estado.palabras_pegadas import despegado
from extractor.normalizadores.estados import buscar_grado, normalizar_estado
from extractor.normalizadores.lengua import analizar

POR_CLASE: dict[str, dict[str, tuple[str, ...]]] = {
    "sin_objeto": {
        "NO_APLICA": (
            "En la comuna no existen sindicatos de mujeres, de modo que la acción no corresponde.",
            "La oficina no tiene personal de planta. Por lo tanto el indicador no le es aplicable.",
            "No operan aeródromos en la provincia, motivo por el cual el compromiso no aplica.",
            "El Servicio no otorga subsidios. En consecuencia no corresponde medir cobertura.",
            "La función pasó a la Superintendencia y la meta dejó de aplicarse al Servicio.",
            "El programa fue transferido al municipio, con lo que ya no nos corresponde informarlo.",
            "No fue preciso dictar el reglamento, puesto que el vigente ya lo contempla.",
            "No se necesitó la traducción, dado que los usuarios hablan castellano.",
            "No hizo falta contratar relatores porque el curso fue suprimido de la malla.",
            "La región carece de puertos, así que esta medida no se le aplica.",
            "Todos los usuarios son personas jurídicas. Por tal razón no procede registrar el sexo.",
            "En esta dirección no hay salas de espera; luego, no cabe instalar señalética.",
            "La planta no emplea temporeras, por ende la exigencia no rige para ella.", "N/A en el período",
            "N.A. por no existir oficina comunal", "No aplicable este semestre",
            "El museo está cerrado por obras desde 2005, de ahí que no aplique la encuesta de público.",
            "No era necesaria la licitación, pues el bien está en convenio marco.",
        ),
    },
    "describe": {
        "SIN_DATO": (
            "La participación femenina en el sector pesquero es una preocupación del Servicio.",
            "Los pequeños mineros enfrentan dificultades para acceder a crédito.",
            "El objetivo de la medida es disminuir las brechas en el acceso a riego.",
            "Este compromiso apunta a incluir la mirada de género en las fichas.",
            "El programa está dirigido a jefas de hogar de zonas rurales.", "Se hace notar que los plazos son muy breves.",
            "Cabe señalar que la dotación es insuficiente para la tarea.",
            "La meta consiste en aumentar la cobertura de los talleres.", "Las temporeras constituyen un grupo vulnerable.",
            "La baja escolaridad es uno de los problemas más serios de las recolectoras.", "Ancho máximo permitido 2,6 m",
            "Reproducción prohibida", "Grado de invalidez: 50%", "Índice de ocupación hotelera: 62%",
            "El compromiso pretende acercar el Servicio a las usuarias. Sus destinatarias son las dirigentas vecinales.",
            "Nos parece que la carga de trabajo es excesiva.",
        ),
    },
    "usos": {
        "CUMPLE": (
            "Se terminó el diagnóstico. Sus conclusiones servirán para el plan de 2010.",
            "Se constituyó el comité. El próximo año el comité analizará el presupuesto.",
            "Se publicó la guía. La guía se usará en las escuelas de verano.",
            "La red se reunió en Talca, Linares y Cauquenes. Las actas se encuentran en el archivo.",
            "Se efectúan tres talleres con el personal de la posta. Se entrega material y se firma la lista.",
            "Estaba programada para marzo y se anticipó a febrero, cuando se dictó sin inconvenientes.",
            "La charla suspendida en mayo se dictó en julio.", "El taller postergado en abril se realizó en junio.",
            "Se entregó el manual en el futuro centro comunitario de Lebu.",
            "Se presentó el proyecto de ley que se votará en marzo.",
            "Se capacitó a los monitores que trabajarán en el verano.",
            "Se elaboró el instructivo. Será revisado cada dos años.",
            "La jornada prevista para agosto tuvo lugar el 3 de septiembre.",
            "Se firmó el convenio con la universidad. El convenio regirá hasta 2012.",
            "Se realizó el catastro, cuyos datos alimentarán el sistema regional.",
        ),
    },
    "en_parte": {
        "PARCIAL": (
            "Está escrito el informe y lo corrige la contraparte.",
            "Ya está impreso el afiche y lo distribuye la empresa de correos.",
            "Se visitaron los liceos de Arica, quedando los del interior.",
            "Se encuestó a la mayor parte de las socias, restando las de Pica.",
            "Se pintó el grueso de los locales, faltando los de la costa.",
            "La beca llega a 120 alumnas. El compromiso es de 200.", "Se inscribieron 45 artesanas. La meta considera 60.",
            "Las pescadoras de Coquimbo ya cuentan con su permiso. Las de Tongoy lo obtienen cuando termine la veda.",
            "Se contrató la consultora y el diagnóstico se entrega en marzo.",
            "No falta más que la toma de razón. El resto está listo.",
            "Sólo resta la inauguración; todo lo demás se completó.",
            "Ya hay agua potable en 12 localidades y en las otras se perforan pozos.",
            "Se repararon 9 sedes, sin alcanzar las 15 comprometidas.",
            "Llegaron los computadores, pero ninguno ha sido instalado.",
            "Los libros se compraron, pero ni uno se ha entregado.", "se entrego el equipo.falta la capacitacion",
            "La ventanilla atiende trámites de agua; de riego, todavía no.", "Segunda etapa concluida",
            "Primer módulo dictado", "Charlas efectuadas: 2 de 5",
        ),
    },
    "por_hacer": {
        "PENDIENTE": (
            "Todo está preparado para iniciar los talleres. Comienzan el 3 de octubre.", "Guía lista para imprimirse en enero",
            "La cámara de comercio fue consultada sobre el convenio. Responderá después de su asamblea.",
            "Durante el período no hubo actividad en esta línea. El llamado se publica en julio.",
            "Se prevé que el centro comience a atender en marzo.", "Se estima que la plataforma esté disponible en abril.",
            "Tercer trimestre", "1er semestre de 2010", "El protocolo se probará en conjunto con Carabineros en la primavera.",
            "La muestra se montará en colaboración con la Dibam a fines de año.", "Falta firmar el contrato con la consultora",
            "Falta elegir a la directiva", "Catastro a efectuar", "Contratos a suscribir",
            "Está en manos del Consejo, que decidirá en su próxima sesión",
            "Tras tres aplazamientos el encuentro sigue sin fecha",
            "La ceremonia, después de una suspensión, continúa sin fecha",
        ),
    },
    "en_nada": {
        "NO_CUMPLE": (
            "El concierto se cayó por falta de auspicio", "La caravana se bajó del programa",
            "Cancelamos la gira por el paro de buses", "Anulamos el concurso por falta de bases", "Descartado definitivamente",
            "Paralizada indefinidamente", "Sin efecto por falta de quórum", "A raíz del paro los cursos fueron desechados",
            "Se intentó todo para traer al relator, sin éxito",
            "Se hicieron todos los esfuerzos por contratar la obra, sin resultado", "nose realizo el taller",
            "nose logro firmar el convenio", "Estaba programado para mayo. La Dirección lo eliminó.",
            "El taller figuraba en el calendario. La Seremi lo canceló en agosto.",
            "Se solicitó a la Contraloría autorizar la compra. La respuesta fue negativa.",
            "Se pidió incluir la actividad en el plan. La petición fue denegada.",
        ),
    },
    "participios": {
        "CUMPLE": (
            "Atendidas una por una las 230 solicitudes pendientes", "Instaladas sin contratiempos las cuatro antenas",
            "Reparadas con fondos propios las dos sedes", "Notificados en persona los 45 beneficiarios",
            "Pagadas a tiempo las 60 becas", "Doce sedes vecinales certificadas, que eran las comprometidas",
            "Veinte monitoras formadas, que era lo pactado", "La matrícula femenina llegó a 40%, que era la meta",
            "El tiempo de espera bajó a 10 días, que era lo esperado",
            "La cobertura alcanzó el 80%, tal como se había comprometido",
            "Entregada oportunamente la nómina de beneficiarias", "Revisados caso a caso los 300 expedientes",
            "Capacitados en tres jornadas los 25 funcionarios", "Verificadas en terreno las 18 obras",
            "Traducidas al mapudungún las cinco cartillas",
        ),
    },
    "en_curso": {
        "PARCIAL": (
            "En pleno proceso de revisión", "En pleno desarrollo", "En plena etapa de difusión",
            "Avance en la recolección de antecedentes", "Avances en el diseño del sistema",
            "Progreso en la construcción de la base", "Nos encontramos revisando los formularios",
            "Nos hallamos preparando el informe final", "Seguimos actualizando el registro de dirigentas",
            "Estamos levantando el catastro", "Se continúa redactando el manual", "Andamos juntando los antecedentes",
            "El equipo anda encuestando a los vecinos", "Vamos avanzando en la compra", "Se halla analizando la propuesta",
        ),
    },
}
DE_TODAS: dict[str, tuple[str, ...]] = {
    "NO_APLICA": (
        "La provincia no cuenta con zonas extremas, por consiguiente la bonificación no procede.",
        "El área de fomento quedó en la Corporación, por lo que el compromiso ya no le compete a esta Dirección.",
        "No se necesitó llamar a concurso porque el cargo fue suprimido.",
        "Nuestros clientes son empresas, no personas; de ahí que el indicador no sea aplicable.",
        "Como no existen hospitales en la isla, la medida no corresponde.",
    ),
    "SIN_DATO": (
        "La iniciativa tiene por objeto reducir la brecha salarial.", "Las artesanas carecen de canales de venta.",
        "La falta de transporte es uno de los obstáculos para las estudiantes.", "Nivel de ruido: 65%",
        "Peso máximo permitido 25 kg",
    ),
    "CUMPLE": (
        "Se suscribió el protocolo. Sus normas regirán desde enero.", "La feria aplazada en mayo se celebró en agosto.",
        "El encuentro programado para abril se hizo en mayo.", "Se capacitó a los guardaparques que atenderán en verano.",
        "Se efectúa una visita a cada posta. Se deja copia del acta.", "Entregados sin reparos los tres informes",
        "Visitadas casa por casa las 90 familias", "Ocho dirigentas certificadas, que era lo comprometido",
        "Se redujo la espera a 5 días, tal como se había programado",
    ),
    "PARCIAL": (
        "Está terminada la maqueta y la evalúa el Consejo.", "Se reparó la sede de Cobquecura, quedando la de Quirihue.",
        "Atendimos a 80 usuarias. La meta contempla 150.", "Llegaron las sillas de ruedas, pero ninguna ha sido entregada.",
        "Primera fase ejecutada", "Se adjudicó la obra y la constructora la inicia en abril.",
        "Se enviaron las cartas y la encuesta se aplica en noviembre.",
        "Se plantaron 300 árboles, sin completar los 500 ofrecidos.", "En plena tramitación",
        "Nos encontramos elaborando las bases", "Avances en la confección del catastro",
        "Se hallan revisando los antecedentes",
    ),
    "PENDIENTE": (
        "Falta designar al encargado", "Bases a publicar", "Cuarto trimestre de 2009",
        "Se espera que el centro esté operando en junio.",
        "En el semestre no hubo capacitaciones. El curso se dicta en septiembre.",
        "El expediente está en manos del juez, quien fallará en marzo", "La mesa regional continúa sin fecha",
        "Manual listo para distribuirse en abril", "Las juntas de vecinos fueron invitadas. Responderán en marzo.",
    ),
    "NO_CUMPLE": (
        "Eliminamos el taller por falta de cupos", "La muestra se bajó por falta de fondos",
        "El ciclo estaba previsto para julio. El municipio lo canceló.",
        "Se agotaron todas las gestiones para traer la exposición, sin éxito", "Rechazado definitivamente",
        "nose pudo realizar la visita", "Se solicitó la ampliación del plazo a la contraparte. La respuesta fue negativa.",
    ),
}


@pytest.mark.parametrize(
    ("texto", "valor"), [(t, v) for grupos in POR_CLASE.values() for v, textos in grupos.items() for t in textos]
)
def test_cada_clase_con_otras_palabras(texto: str, valor: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None and estado.valor == valor


@pytest.mark.parametrize(("texto", "valor"), [(t, v) for v, textos in DE_TODAS.items() for t in textos])
def test_frases_de_todas_las_clases(texto: str, valor: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None and estado.valor == valor


@pytest.mark.parametrize(
    ("texto", "valor", "porcentaje"),
    [
        ("Ejecutado 03/08/2008", "CUMPLE", None),
        ("Realizada 15-10-2007", "CUMPLE", None),
        ("Revisado por la contraparte: cumple", "CUMPLE", None),
        ("Evaluado por DIPRES: no cumple", "NO_CUMPLE", None),
        ("Sin incumplimientos: cumple", "CUMPLE", None),
        ("Porcentaje de cumplimiento: 100%", "CUMPLE", "100"),
        ("Porcentaje de ejecución: 45%", "PARCIAL", "45"),
        ("Nivel de avance: 80%", "PARCIAL", "80"),
        ("N/A durante 2009", "NO_APLICA", None),
        ("NA para esta oficina", "NO_APLICA", None),
        ("n/a hasta 2010", "NO_APLICA", None),
        ("Instalado en forma parcial", "PARCIAL", None),
        ("Capacitados de manera parcial", "PARCIAL", None),
        ("Distribuida en parte", "PARCIAL", None),
        ("Semi ejecutado", "PARCIAL", None),
        ("Semi concluida", "PARCIAL", None),
        ("Suspendido definitivamente", "NO_CUMPLE", None),
        ("Cancelada en forma definitiva", "NO_CUMPLE", None),
        ("Sin efecto", "NO_CUMPLE", None),
        ("Dejado sin efecto", "NO_CUMPLE", None),
        ("Hecho el 12/05/2009", "CUMPLE", None),
        ("Aplicada 20/11/2008", "CUMPLE", None),
        ("Visto bueno de Fiscalía: cumple", "CUMPLE", None),
        ("Interrumpida definitivamente", "NO_CUMPLE", None),
    ],
)
def test_lo_que_declara(texto: str, valor: str, porcentaje: str | None) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.porcentaje, estado.declarado) == (valor, porcentaje, True)


@pytest.mark.parametrize(
    ("texto", "quedan"),
    [
        ("La charla suspendida en mayo se dictó en julio", ["dictó"]),
        ("La charla fue suspendida", ["fue suspendida"]),
        ("Se constituyó el comité. El comité analizará el presupuesto", ["constituyó"]),
        ("Se constituyó el comité. El reglamento se publicará en marzo", ["constituyó", "publicará"]),
    ],
)
def test_los_indicios_del_compromiso(texto: str, quedan: list[str]) -> None:
    oracion = oracion_de(analizar(texto, "estado"))
    assert [m.text for m in del_compromiso(oracion, oracion.indicios) if m.label_ != "TIEMPO"] == quedan


@pytest.mark.parametrize(
    ("texto", "suelto"),
    [
        ("nose pudo", "no se pudo"),
        ("la diagnose ambiental", "la diagnose ambiental"),
        ("Ver www.serviu.minvu.cl", "Ver www.serviu.minvu.cl"),
        ("Ios 4 talleres", "los 4 talleres"),
        ("Región IX", "Región IX"),
    ],
)
def test_palabras_pegadas(texto: str, suelto: str) -> None:
    assert despegado(texto) == suelto


@pytest.mark.parametrize(
    ("texto", "grado"),
    [
        ("En Arica el avance es mayor; en Parinacota, menor", "MENOR"),
        ("El avance es mayor en el valle; en la costa, menor.", "MENOR"),
        ("En Ñuble el avance fue menor; en Biobío, mayor", "MENOR"),
        ("Con los municipios el avance es mayor; con los gremios, menor.", "MENOR"),
        ("No corresponde hablar de avance mayor; es menor", "MENOR"),
        ("No se trata de un avance mayor; es menor.", "MENOR"),
        ("No puede calificarse de avance menor; es mayor", "MAYOR"),
        ("No se registró avance mayor ni menor", "SIN_AVANCE"),
        ("No hay avance ni mayor ni menor", "SIN_AVANCE"),
        ("No existe avance menor ni mayor en la provincia", "SIN_AVANCE"),
        ("No presenta avance mayor ni menor respecto de la etapa anterior", "SIN_AVANCE"),
        ("No se espera avance mayor ni menor", "SIN_DATO"),
        ("El avance es mayor; en 2009 se instaló una mesa menor", "MAYOR"),
        ("El avance es mayor; los menores fueron atendidos", "MAYOR"),
        ("En Lota el avance es mayor; en Coronel, también", "MAYOR"),
        ("¿Hubo avance mayor o menor?", "SIN_DATO"),
    ],
)
def test_dos_grados_o_ninguno(texto: str, grado: str) -> None:
    assert buscar_grado([texto])[0] == grado
