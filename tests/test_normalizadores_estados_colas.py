"""A verdict is said as sure only when every word of its cell is accounted for: cells made by hand, their answers written before the
program was run on them."""

from __future__ import annotations

import pytest

from extractor.normalizadores.estado.cola import acompana, leer_cola
from extractor.normalizadores.estados import normalizar_estado

SIN_SEGURIDAD = (
    "Cumplida con observaciones", "Cumplido con alcances", "Sí. No se envió el informe", "Cumple de manera acotada",
    "Cumple mínimamente con lo pedido", "Cumple apenas", "Cumple a duras penas", "Cumplido en un 100% la etapa 1",
    "Cumplido al 100% el primer producto", "Cumplidas dos", "Cumplidas tres actividades", "Cumplidas las actividades a) y b)",
    "Cumple para damas, varones no informado", "Cumple en el papel", "Cumple formalmente", "Cumple aparentemente",
    "Cumple según el servicio", "Cumple a juicio de la Unidad", "Cumple, a verificar", "Cumple, por confirmar",
    "Cumple, falta respaldo", "Cumple, sin medio de verificación", "Cumple sin medios de verificación", "Cumplido sin respaldo",
    "Cumplido, no hay acta", "Cumplido, no se adjunta acta", "Cumplido. Sin verificación", "Cumplido, no acreditado",
    "Cumplido (no acreditado)", "Cumplido provisionalmente", "Cumplido con modificaciones", "Cumplido de otra manera",
    "Cumplido por otro servicio", "Cumplido el año anterior", "Cumplido en 2006", "Cumplida en la etapa anterior",
    "Cumplido ya en 2005, no corresponde este año", "100% de avance del 50% programado", "100% del 50%",
    "100% de lo programado para el primer semestre", "100% de la primera etapa", "100% etapa 1", "100% (etapa 1)",
    "100%, falta el informe", "100% sin informe", "100% según proyección", "100% proyectado a diciembre",
    "Logrado 80% (meta 80%)", "80% (meta 80%)", "80% de 80%", "80%, meta cumplida", "Cumplido 80% presupuesto",
    "Ejecutado 95% del presupuesto", "Ejecutado el 95% de los fondos", "0% de rechazo", "0% de deserción", "0% errores",
    "100% (50% a cada región)", "100% ponderado", "Pondera 20%, cumplido", "75% al 30 de septiembre, 100% a diciembre",
    "50% en junio y 100% en diciembre", "No cumplida en plazo; cumplida en enero", "No cumplida en plazo, se cumplió después",
    "No cumplido en un 100%", "No, pero se avanzó en el diseño", "No cumplido, con avances", "No cumplido por ahora",
    "Todavía sin cumplir", "No incumplido", "No se puede dar por cumplido", "No se puede decir que esté cumplido",
    "No se estima incumplido", "No está incumplida", "Nada pendiente", "Sin pendientes", "Sin incumplimientos",
    "Sin observaciones", "Sin novedad", "Ninguna pendiente", "Sí (X) No (X)", "Cumplido / Pendiente", "Cumplido o pendiente",
    "Cumplida y pendiente", "Cumplido/parcial", "Cumplida - Pendiente", "Cumple, no cumple", "Cumplido/No aplica",
    "No aplica / Cumplido", "¿Cumplido?", "¿Cumple?", "Cumplido ??", "Cumplido?? ver con Jurídica", "Si se cumple, informar",
    "Si cumple, marcar con x", "Cumple si se aprueba el informe", "Cumple siempre que llegue el informe",
    "Cumplido en caso de aprobarse", "Cumplido una vez firmado el convenio", "Cumplido cuando se firme", "Cumplido hasta junio",
    "Se cumple en el segundo semestre", "Se cumple el próximo año", "Se cumple en 2010", "Debe cumplir", "Debió cumplirse",
    "Habría cumplido", "Debería estar cumplido", "Se espera cumplido a diciembre", "Se da por cumplido al recibir el informe",
    "Se dará por cumplido", "Se considera cumplido según la contraparte", "Dice \"cumplido\"",
    "El servicio informa \"cumplido\"", "El servicio declara cumplido", "Según el servicio, cumplido",
    "La auditoría objetó el \"cumplido\"", "Decía cumplido, corresponde pendiente", "Donde dice cumplido debe decir pendiente",
    "Cumplido (borrador)", "Cumplido (preliminar)", "Cumplido (error)", "Resultado esperado: cumplido", "Cumplimiento",
    "Nivel de cumplimiento: alto", "Nivel de cumplimiento: bajo", "Criterios cumplidos: 3", "Actividades cumplidas: 5",
    "Actividades pendientes: 2", "Actividades pendientes: ninguna", "Actividades pendientes: 0", "Compromisos pendientes",
    "Compromisos cumplidos y pendientes", "Metas no cumplidas: ninguna", "Metas incumplidas: 0", "Meta no superada",
    "N° 3 cumplido", "Taller cumplido", "Cumplidor", "Cumplido de años", "Cumplida la edad, se jubiló",
    "Cumplida la cuota de pesca", "Cumplidos los 60 años pueden postular", "Lista de espera", "Lista la versión 1",
    "Listo para licitar", "Listo para firma", "Terminado el diseño", "Terminada la obra gruesa", "Realizado sin asistentes",
    "Realizado, sin resultados", "Realizado dos veces, la tercera se suspendió", "Realizado en su primera versión",
    "Realizado con otra metodología", "Realizado en reemplazo de la feria", "Ejecutado, no pagado", "Ejecutado sin recepción",
    "Ejecutada, en recepción provisoria", "Implementado en marcha blanca", "Implementado como piloto",
    "Implementada, no operativa", "Completa hasta el capítulo 3", "Completo el 1er semestre",
    "Finalizado anticipadamente por falta de recursos", "Finalizado sin acuerdo", "Concluido sin éxito",
    "Satisfactorio en general", "Conforme a lo programado", "Conforme con observaciones", "Ok, falta firma", "✓ (falta acta)",
    "En ejecución: 100%", "En ejecución, terminado en Lota", "En trámite de eliminación", "En trámite, finalmente rechazado",
    "En proceso, suspendido", "En ejecución hasta julio, luego paralizado", "Parcial, completado en enero",
    "Parcialmente cumplido, ya regularizado", "Pendiente, cumplido con posterioridad", "Pendiente (cumplido)",
    "Pendiente 1 de 4", "Pendiente sólo la firma", "Pendiente el 10%", "Postergado; se realizó en enero",
    "Postergado y finalmente realizado", "Reprogramado y cumplido", "Reprogramado, cumplido el 5 de enero",
    "Suspendido, luego reanudado y terminado", "Suspendido parcialmente", "Suspendida la primera, realizada la segunda",
    "Suspendido en Lota", "Cancelada la deuda", "Cancelado el saldo", "Eliminado el trámite", "Eliminada la barrera de acceso",
    "Anulada la multa", "Rechazado el reclamo", "Rechazado en primera instancia, aprobado después",
    "No realizado, sustituido por seminario", "No realizado el taller; sí la feria", "No realizado en Lota",
    "No realizado (se realizó en enero de 2008)", "No ejecutado en 2007, se ejecutó en 2008", "No logrado al 100%",
    "No terminado: 80%", "No procede el pago", "No aplica en Lota; en Penco, cumplido", "No aplica parcialmente",
    "No aplica todavía", "No aplica hasta 2010", "Cumplido, con la salvedad de Cochamó", "Cumplido menos lo de Cochamó",
    "Cumplido hasta donde se pudo", "Cumplido según se informa", "Cumplido en su primera mitad", "Cumplido (aprox.)",
    "Cumplido en lo sustancial", "Cumplido en lo que respecta a la región", "Cumplido dos veces", "Cumple casi", "Cumple, creo",
    "Cumple? Sí", "Sí, la primera", "Sí, las de Arica", "Sí, una", "Sí y no", "Sí, no", "Sí, mañana", "Sí, se hará",
    "Sí, está programado", "No, sí", "No, se hizo otra cosa", "No, está en curso", "No todas", "No siempre",
    "No necesariamente", "Realizado en un comienzo", "Realizado por terceros", "Realizado en forma incompleta",
    "Realizada con baja asistencia", "Realizado, aunque fracasó", "Ejecutado un 50% del primer tramo",
    "100% del primer semestre", "100% de asistencia", "100% de satisfacción", "100% financiado", "100% operativo", "50% + 50%",
    "50% (o menos)", "50% - 60%", "50 a 60%", "Entre 50% y 60%", "100% al 2010", "Pendiente, no corresponde",
    "Pendiente o anulado", "Pendiente. Realizado", "Pendiente (realizado en enero)", "Pendientes: 0", "No aplica, cumplido",
    "No aplica pero se hizo", "No aplica. Se cumplió igual", "Parcial 100%", "En trámite: rechazado",
    "En ejecución (finalizado)", "En curso, no iniciado", "Suspendido (reanudado)", "Cancelado y reemplazado por otra",
    "Cumplida en un 80% la meta del 50%", "Superada la meta en un 0%", "Meta cumplida en dos regiones",
    "Meta cumplida por la región vecina", "Estado anterior: cumplido", "Cumplido anterior",
    "Avance a junio: 30%; a diciembre: 80%", "Avance de la licitación 50%", "50% de avance en la primera etapa",
    "Avance de un 50% respecto de 2006", "70% de cumplimiento en Arica y 30% en Iquique", "75% logro región, 80% país",
    "Cumplimiento 2006: 80%", "Cumplimiento año anterior: 80%", "Cumplimiento anterior 80%", "Avance anterior: 40%",
    "Cumplimiento histórico 90%", "Cumplimiento promedio país 90%", "Cumplimiento mínimo 80%", "Cumplimiento sobre 90%",
    "Cumplimiento inferior al 50%", "Cumplimiento de 0 a 50%", "Cumplimiento entre 50% y 80%", "Avance 50% (programado 80%)",
    "Avance 50% de 80% programado", "Avance real 50%, programado 80%", "Desarrollo turístico 50%", "Logro 50% mujeres",
    "Aprobación 90%", "Cobertura 100%", "Deserción: 0%", "Reclamos resueltos: 100%", "Avance: 50% Meta: 80%",
    "Avance: 50%. Meta: 80%", "Meta 80%, avance 50%", "Cumple: 80% No cumple: 20%", "Cumple el 80% de los servicios",
    "No cumple el 20% de los servicios", "El 80% cumple", "Cumplieron 8 servicios", "Cumplieron 8", "Cumplen todos",
    "Cumplen todas las provincias", "No cumplen dos provincias", "No cumple Arica", "No cumplió una de las tres",
    "No cumple ninguna", "Cumple una", "Cumple Arica", "Si: 80%", "No: 20%", "Sí 80%", "Sí (80%)", "No (80%)", "No, 80%",
    "Pendiente 80%", "Pendiente (80%)", "Pendiente el 20%", "Iniciado (10%)", "Postergado 50%", "No aplica 80%",
    "Suspendido al 50%", "Suspendido (50%)", "No iniciado (0%)", "Terminado 80%", "Listo 80%", "Completo 80%", "Superado 120%",
    "100 puntos", "100 p.", "100% 1/", "100%, 2007", "100% 2006", "100% año 2006", "100% (2006)", "100% a nivel nacional",
    "100% nivel central", "100% Arica", "100% en Arica", "100% de Arica", "100% de las mujeres", "100% rural",
    "Cumple 100 %; 3 observaciones",
)  # fmt: skip
"""What is appended, prepended or asked leaves it open what the verdict is said of, or whether it is one."""
DICHOS = (
    ("Cumplido, salvo la comuna de Tirúa", "PARCIAL", None, True),
    ("Cumplida salvo en lo relativo al plazo", "PARCIAL", None, True), ("Cumplida (ver observación)", "CUMPLE", None, True),
    ("Cumplido, con excepción de Aysén", "PARCIAL", None, True),
    ("Cumplido a excepción de dos oficinas", "PARCIAL", None, True), ("Sí, en parte", "PARCIAL", None, True),
    ("Sí, en un 60%", "PARCIAL", "60", True), ("Sí (parcial)", "PARCIAL", None, True),
    ("Cumple parcialmente", "PARCIAL", None, True), ("Cumple (parcialmente)", "PARCIAL", None, True),
    ("Cumple: parcialmente", "PARCIAL", None, True), ("Cumplida la etapa 1 de 3", "PARCIAL", None, True),
    ("Cumplida la mitad", "PARCIAL", None, True), ("Cumplido el 50% de la meta", "PARCIAL", "50", True),
    ("Cumplido 1 de 2", "PARCIAL", None, True), ("Cumplido 2/3", "PARCIAL", None, True),
    ("Cumplidos 3 de los 4 compromisos", "PARCIAL", None, True), ("Cumplidas dos de tres", "PARCIAL", None, True),
    ("Cumplido sólo el objetivo 1", "PARCIAL", None, True),
    ("Realizado el primero, el segundo en preparación", "PARCIAL", None, False),
    ("Realizado un taller; el otro para abril", "PARCIAL", None, False),
    ("Terminada una, la otra en obra", "PARCIAL", None, False),
    ("Ejecutado el tramo A, tramo B por licitar", "PARCIAL", None, False),
    ("Hecho lo de Lota. Lo de Coronel sigue en trámite", "PARCIAL", None, False),
    ("Cumple en regiones, no así en el nivel central", "PARCIAL", None, True),
    ("Cumplido antes de plazo", "CUMPLE", None, True), ("Cumplido en plazo", "CUMPLE", None, True),
    ("Cumplido dentro del plazo", "CUMPLE", None, True), ("Cumplido fuera de plazo", "CUMPLE", None, True),
    ("Cumplida con fecha 30 de septiembre", "CUMPLE", None, True), ("Cumplida el 12/10/2007", "CUMPLE", None, True),
    ("Cumplida (12-10-2007)", "CUMPLE", None, True), ("Cumplida en diciembre", "CUMPLE", None, True),
    ("Cumplida en los meses de mayo y junio", "CUMPLE", None, True), ("Cumplido según lo programado", "CUMPLE", None, True),
    ("Cumplido conforme al programa", "CUMPLE", None, True), ("Cumplido de acuerdo a lo comprometido", "CUMPLE", None, True),
    ("Cumplido, ver anexo 3", "CUMPLE", None, True), ("Cumplido. Ver carpeta", "CUMPLE", None, True),
    ("Cumplido. Informe adjunto", "CUMPLE", None, True), ("Cumplido según acta N° 4", "CUMPLE", None, True),
    ("Cumplido por la Unidad de Estudios", "CUMPLE", None, True), ("Cumplido con creces", "CUMPLE", None, True),
    ("Cumplido sin inconvenientes", "CUMPLE", None, True), ("Cumplido en todas las comunas", "CUMPLE", None, True),
    ("Cumplido en la mayoría de los casos", "PARCIAL", None, True), ("Cumplido en Arica", "CUMPLE", None, True),
    ("Cumplido en cuatro comunas de seis", "PARCIAL", None, True), ("100% esperado", "SIN_DATO", None, False),
    ("100% meta", "SIN_DATO", None, False), ("Meta 100%", "SIN_DATO", None, False),
    ("Meta: 100%. Logro: 80%", "PARCIAL", "80", True), ("90% cumplido, 10% pendiente", "PARCIAL", "90", True),
    ("Cumplido 100% de las 3 actividades", "CUMPLE", "100", True), ("Cumplido con 100% de asistencia", "CUMPLE", None, True),
    ("Cumplido con 45% de mujeres", "CUMPLE", None, True), ("Cumplido, 30% mujeres", "CUMPLE", None, True),
    ("Cumplido (45% mujeres)", "CUMPLE", None, True), ("Cumplido; participación femenina 48%", "CUMPLE", None, True),
    ("Cumplido. 12% de ausentismo", "CUMPLE", None, True), ("Cumplido con gasto del 98%", "CUMPLE", None, True),
    ("Cumplido, 85% del presupuesto ejecutado", "CUMPLE", None, True), ("80% presupuesto", "SIN_DATO", None, False),
    ("Presupuesto ejecutado en un 95%", "SIN_DATO", None, False), ("Avance financiero 70%", "SIN_DATO", None, False),
    ("Avance físico 70%, financiero 40%", "PARCIAL", "70", True), ("0%", "NO_CUMPLE", "0", True),
    ("Sin ejecutar: 0%", "NO_CUMPLE", "0", True), ("No cumplido: 0%", "NO_CUMPLE", "0", True),
    ("50% aprox.", "PARCIAL", "50", True), ("Aprox. 50%", "PARCIAL", "50", True), ("110%", "CUMPLE", "110", True),
    ("Ponderación 20%", "SIN_DATO", None, False), ("20% de ponderación", "SIN_DATO", None, False),
    ("No aplica para este año: se cumplió en 2006", "NO_APLICA", None, True),
    ("No aplica, ya cumplido", "NO_APLICA", None, True), ("No aplica. Cumplido en 2006", "NO_APLICA", None, True),
    ("No cumplido en su totalidad", "PARCIAL", None, True), ("No cumplido del todo", "PARCIAL", None, True),
    ("No cumple íntegramente", "PARCIAL", None, True), ("No, ver observación", "NO_CUMPLE", None, True),
    ("No. Se hará en 2010", "NO_CUMPLE", None, True), ("No cumplido (avance 40%)", "NO_CUMPLE", "40", True),
    ("No cumplida aún", "PENDIENTE", None, True), ("No sólo cumplido, sino superado", "CUMPLE", None, True),
    ("3 sí, 2 no", "PARCIAL", None, True), ("Sí: 3 No: 2", "PARCIAL", None, True), ("Si / No", "SIN_DATO", None, False),
    ("Sí / No / Parcial", "SIN_DATO", None, False), ("SI ( ) NO (X)", "NO_CUMPLE", None, True),
    ("SI (X) NO ( )", "CUMPLE", None, True), ("SÍ _X_ NO ___", "CUMPLE", None, True),
    ("Sí ___ No _x_", "NO_CUMPLE", None, True), ("[x] Sí [ ] No", "CUMPLE", None, True),
    ("[ ] Sí [x] No", "NO_CUMPLE", None, True), ("( ) Sí ( ) No", "SIN_DATO", None, False),
    ("Cumple (x) No cumple ( ) Parcial ( )", "CUMPLE", None, True),
    ("Cumple ( ) No cumple ( ) Parcial (x)", "PARCIAL", None, True), ("Cumplida / No cumplida", "SIN_DATO", None, False),
    ("¿Cumple? Parcialmente", "PARCIAL", None, True), ("Cumplirá", "PENDIENTE", None, False),
    ("Por cumplir", "PENDIENTE", None, True), ("A cumplir en marzo", "PENDIENTE", None, False),
    ("Se espera cumplir", "PENDIENTE", None, False), ("\"Cumplido\"", "CUMPLE", None, True),
    ("«No cumplido»", "NO_CUMPLE", None, True), ("Cumplido X", "CUMPLE", None, True), ("X Cumplido", "CUMPLE", None, True),
    ("Estado Cumplido", "CUMPLE", None, True), ("Estado: Cumplido", "CUMPLE", None, True),
    ("ESTADO DE AVANCE: CUMPLIDO", "CUMPLE", None, True), ("Estado actual: en ejecución", "PARCIAL", None, False),
    ("Resultado: No cumplido", "NO_CUMPLE", None, True), ("Cumplimiento: Sí", "CUMPLE", None, True),
    ("Cumplimiento: 100%", "CUMPLE", "100", True), ("Cumplimiento 100%", "CUMPLE", "100", True),
    ("Cumplimiento esperado: 100%", "SIN_DATO", None, False), ("% de cumplimiento: 80", "PARCIAL", "80", True),
    ("Porcentaje de cumplimiento 80%", "PARCIAL", "80", True), ("Grado de cumplimiento: parcial", "PARCIAL", None, True),
    ("Requisitos cumplidos: 4 de 5", "PARCIAL", None, False), ("Meta cumplida: Sí", "CUMPLE", None, True),
    ("Meta cumplida 80%", "PARCIAL", "80", True), ("Meta superada", "CUMPLE", None, True),
    ("Meta superada en 20%", "CUMPLE", None, True), ("Objetivo 1: cumplido. Objetivo 2: pendiente", "PARCIAL", None, True),
    ("Objetivo 1 cumplido, objetivo 2 no cumplido", "PARCIAL", None, True), ("1) Cumplido 2) Pendiente", "PARCIAL", None, True),
    ("a) Sí b) No", "PARCIAL", None, True), ("1.- Cumplido 2.- Cumplido", "CUMPLE", None, True),
    ("1. Cumplido", "CUMPLE", None, True), ("Ley de cumplimiento tributario", "SIN_DATO", None, False),
    ("Lista de asistencia", "SIN_DATO", None, False), ("Listo el diseño, falta imprimir", "PARCIAL", None, False),
    ("Realizado a medias", "PARCIAL", None, True), ("Logrado en forma parcial", "PARCIAL", None, True),
    ("Logrado un 30% de lo previsto", "PARCIAL", "30", True), ("OK", "CUMPLE", None, True), ("x", "CUMPLE", None, True),
    ("x (parcial)", "PARCIAL", None, True), ("En proceso de cumplimiento", "PARCIAL", None, True),
    ("Pendiente de cumplimiento", "PENDIENTE", None, True), ("No implementado totalmente", "PARCIAL", None, True),
    ("No procede: ya existe", "NO_APLICA", None, True), ("No corresponde: lo ejecuta Sernam", "NO_APLICA", None, True),
    ("Meta de avance: 100%", "SIN_DATO", None, False), ("Avance financiero 80%", "SIN_DATO", None, False),
    ("% de cumplimiento esperado: 90", "SIN_DATO", None, False), ("Cumplimiento exigido 90%", "SIN_DATO", None, False),
    ("Avance real: 50%", "PARCIAL", "50", True), ("Ejecución 50%", "PARCIAL", "50", True),
    ("Ejecución presupuestaria 50%", "SIN_DATO", None, False), ("Ejecución de gasto 50%", "SIN_DATO", None, False),
    ("Ejecución de fondos: 50%", "SIN_DATO", None, False), ("Ejecución física 50%", "PARCIAL", "50", True),
    ("Implementación 50%", "PARCIAL", "50", True), ("Desarrollo 50%", "PARCIAL", "50", True),
    ("Realización 50%", "PARCIAL", "50", True), ("Peso 20%", "SIN_DATO", None, False),
    ("Participación: 50%", "SIN_DATO", None, False), ("Asistencia 80%", "SIN_DATO", None, False),
    ("Asistencia: 100%", "SIN_DATO", None, False), ("Satisfacción 90%", "SIN_DATO", None, False),
    ("Usuarios satisfechos 100%", "SIN_DATO", None, False), ("Mujeres 100%", "SIN_DATO", None, False),
    ("Meta: 80%. Avance: 50%", "PARCIAL", "50", True), ("Cumplió el 80%", "PARCIAL", "80", True),
    ("Terminado 100%", "CUMPLE", "100", True), ("100", "CUMPLE", "100", True), ("80", "PARCIAL", "80", True),
    ("100 por ciento", "CUMPLE", "100", True), ("cien por ciento", "CUMPLE", None, True), ("100%*", "CUMPLE", "100", True),
    ("100% (*)", "CUMPLE", "100", True), ("100%(1)", "CUMPLE", "100", True), ("100% de las metas", "CUMPLE", "100", True),
    ("100% mujeres", "SIN_DATO", None, False),
)  # fmt: skip
"""Text, value, percentage, and whether it is declared."""
SEGUROS = (
    "Cumplido, salvo la comuna de Tirúa", "Cumplida salvo en lo relativo al plazo", "Cumplido a excepción de dos oficinas",
    "Sí, en parte", "Sí (parcial)", "Cumple parcialmente", "Cumple (parcialmente)", "Cumple: parcialmente", "Cumplida la mitad",
    "Cumplido 1 de 2", "Cumplidos 3 de los 4 compromisos", "Cumplido sólo el objetivo 1", "Cumplido antes de plazo",
    "Cumplido en plazo", "Cumplido dentro del plazo", "Cumplido fuera de plazo", "Cumplida con fecha 30 de septiembre",
    "Cumplida (12-10-2007)", "Cumplida en diciembre", "Cumplida en los meses de mayo y junio", "Cumplido según lo programado",
    "Cumplido conforme al programa", "Cumplido de acuerdo a lo comprometido", "Cumplido, ver anexo 3", "Cumplido. Ver carpeta",
    "Cumplido. Informe adjunto", "Cumplido según acta N° 4", "Cumplido con creces", "Cumplido sin inconvenientes",
    "Cumplido en todas las comunas", "Cumplido en la mayoría de los casos", "0%", "Sin ejecutar: 0%", "No cumplido: 0%",
    "Aprox. 50%", "110%", "No cumplido en su totalidad", "No cumplido del todo", "No cumple íntegramente",
    "No. Se hará en 2010", "No cumplida aún", "SI ( ) NO (X)", "SI (X) NO ( )", "SÍ _X_ NO ___", "Sí ___ No _x_",
    "[x] Sí [ ] No", "[ ] Sí [x] No", "Cumple (x) No cumple ( ) Parcial ( )", "Cumple ( ) No cumple ( ) Parcial (x)",
    "Por cumplir", "\"Cumplido\"", "«No cumplido»", "Cumplido X", "Estado Cumplido", "Estado: Cumplido",
    "ESTADO DE AVANCE: CUMPLIDO", "Resultado: No cumplido", "Cumplimiento: Sí", "Cumplimiento: 100%", "Cumplimiento 100%",
    "% de cumplimiento: 80", "Porcentaje de cumplimiento 80%", "Grado de cumplimiento: parcial", "Meta cumplida: Sí",
    "Meta cumplida 80%", "Meta superada", "1. Cumplido", "Realizado a medias", "Logrado en forma parcial", "OK", "x",
    "x (parcial)", "En proceso de cumplimiento", "Pendiente de cumplimiento", "No implementado totalmente",
    "No procede: ya existe", "No corresponde: lo ejecuta Sernam", "Avance real: 50%", "Ejecución 50%", "Ejecución física 50%",
    "Implementación 50%", "Desarrollo 50%", "Realización 50%", "Cumplió el 80%", "Terminado 100%", "100 por ciento",
    "cien por ciento", "100%*", "100% (*)", "100%(1)", "100% de las metas",
)  # fmt: skip
"""Of those, what nothing leaves in doubt."""


@pytest.mark.parametrize("texto", SIN_SEGURIDAD)
def test_lo_que_nada_explica_no_es_seguro(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert estado.certeza not in ("exacta", "alias") or estado.valor == "SIN_DATO"


@pytest.mark.parametrize(("texto", "valor", "porcentaje", "declarado"), DICHOS)
def test_lo_que_dice_la_celda(texto: str, valor: str, porcentaje: str | None, declarado: bool) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None
    assert (estado.valor, estado.porcentaje, estado.declarado) == (valor, porcentaje, declarado)


@pytest.mark.parametrize("texto", SEGUROS)
def test_lo_explicado_sigue_seguro(texto: str) -> None:
    estado = normalizar_estado(texto)
    assert estado is not None and estado.certeza in ("exacta", "alias")


@pytest.mark.parametrize(
    ("cola", "clase"),
    [
        ("", "explicada"),
        (" en diciembre", "explicada"),
        (". Ver carpeta", "explicada"),
        (", con 22 sesiones", "explicada"),
        (" en Lebu", "ajena"),
        (". Asistió el 60% de los citados", "ajena"),
        ("; el otro pendiente", "toca"),
        (" si llega el informe", "toca"),
        ("?", "toca"),
    ],
)
def test_la_cola_de_un_cumplido(cola: str, clase: str) -> None:
    assert leer_cola("CUMPLE", cola) == clase


def test_la_cadena_que_acompana_se_recorre_una_vez() -> None:
    assert acompana("acta " * 400)
    assert not acompana("acta " * 400 + "bosque " * 30 + "no")
