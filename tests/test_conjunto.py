"""Across documents: copies, versions, stages, regions and the service's verdict, each fired, agreed and impossible to tell."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path

import pytest
from ayudas_conjunto import COMPROMISOS, codigos, leido, pleno, respuestas, resumido, revisar, texto

from extractor.modelo.conjunto import Conjunto, Paquete, Resumen
from extractor.modelo.declarado import Declarado
from extractor.proceso import procesar
from extractor.reconciliador.conjunto import conjunto_de, resumir, revisar_conjunto
from extractor.reconciliador.conjunto.palabras import leer_nombre
from extractor.vocabularios.regiones import regiones_de

BUENO = pleno("40", "30", "20", "10")
REGIONES_2009 = {
    "01": "DE TARAPACA", "02": "DE ANTOFAGASTA", "03": "DE ATACAMA", "04": "DE COQUIMBO", "05": "DE VALPARAISO",
    "06": "DEL LIBERTADOR GENERAL BERNARDO O'HIGGINS", "07": "DEL MAULE", "08": "DEL BIO BIO", "09": "DE LA ARAUCANIA",
    "10": "DE LOS LAGOS", "11": "DE AYSEN", "12": "DE MAGALLANES", "13": "METROPOLITANA", "14": "DE LOS RIOS",
    "15": "DE ARICA Y PARINACOTA",
}


def otros(renglones: list[tuple[str, str, str]], fila: int, renglon: tuple[str, str, str]) -> list[tuple[str, str, str]]:
    return [renglon if n == fila else r for n, r in enumerate(renglones)]


# Copies


def test_el_mismo_contenido_en_dos_rutas() -> None:
    uno = resumido(texto(renglones=BUENO), "norte/a.txt")
    hecho = revisar(uno, uno.model_copy(update={"ruta": "sur/b.txt"}))
    assert codigos(hecho) == [("DOCUMENTO_DUPLICADO", "aviso")]
    hallazgo = hecho.hallazgos[0]
    assert hallazgo.documentos == hecho.documentos == (uno.sha256,)
    assert "norte/a.txt" in hallazgo.mensaje and "sur/b.txt" in hallazgo.mensaje


def test_los_mismos_datos_con_otros_bytes() -> None:
    hecho = revisar(resumido(texto(renglones=BUENO), "a.txt"), resumido(texto(renglones=BUENO) + "\nFin\n", "b.txt"))
    assert codigos(hecho) == [("DOCUMENTO_DUPLICADO", "aviso")]
    assert len(hecho.hallazgos[0].documentos) == 2


def test_iguales_en_todo_salvo_la_region_no_son_copias() -> None:
    hecho = revisar(resumido(texto("DEL MAULE", BUENO)), resumido(texto("DE COQUIMBO", BUENO)))
    assert codigos(hecho) == []
    assert ("CUADRA", None) in respuestas(hecho, "DOCUMENTO_DUPLICADO")


def test_iguales_en_todo_salvo_el_servicio_no_son_copias_de_datos() -> None:
    otro = texto(renglones=BUENO, servicio="Servicio Nacional de Turismo", compromisos=[(o[::-1], m[::-1]) for o, m in COMPROMISOS])
    assert codigos(revisar(resumido(texto(renglones=BUENO)), resumido(otro))) == []


# Versions


CORREGIDO = otros(BUENO, 3, ("10", "no", "0"))


def test_version_posterior_por_su_fecha() -> None:
    viejo = resumido(texto(renglones=BUENO), "z_final.txt", "2009-12-01T10:00:00")
    nuevo = resumido(texto(renglones=CORREGIDO), "a_final.txt", "2010-01-15T10:00:00+00:00")
    hecho = revisar(viejo, nuevo)
    assert codigos(hecho) == [("VERSION_POSTERIOR", "aviso")]
    assert "la posterior es «a_final.txt»" in hecho.hallazgos[0].mensaje
    lugares = {(lugar.documento, lugar.tabla, lugar.fila) for lugar in hecho.hallazgos[0].lugares}
    assert lugares == {(viejo.sha256, "t01", 3), (nuevo.sha256, "t01", 3)}


@pytest.mark.parametrize(
    ("primera", "segunda", "posterior"),
    [
        ("informe.txt", "informe_v2.txt", "informe_v2.txt"), ("informe_v2 final.txt", "informe_v3.txt", "informe_v3.txt"),
        ("borrador informe.txt", "informe.txt", "informe.txt"), ("informe.txt", "Informe (CORREGIDO).txt", "Informe (CORREGIDO).txt"),
        ("informe uno.txt", "informe dos.txt", None), ("nivel.txt", "finalidad.txt", None),
    ],
)
def test_version_posterior_por_su_nombre(primera: str, segunda: str, posterior: str | None) -> None:
    hecho = revisar(resumido(texto(renglones=BUENO), primera), resumido(texto(renglones=CORREGIDO), segunda))
    assert codigos(hecho) == [("VERSION_POSTERIOR", "aviso")]
    dicho = f"la posterior es «{posterior}»" if posterior else "no se sabe cuál es la posterior"
    assert dicho in hecho.hallazgos[0].mensaje


def test_dos_contenidos_de_una_misma_ruta_se_distinguen() -> None:
    """A database keeps both versions of a file that changed."""
    viejo, nuevo = (resumido(texto(renglones=filas), "informe.txt") for filas in (BUENO, CORREGIDO))
    (hallazgo,) = revisar(viejo, nuevo).hallazgos
    assert all(f"«informe.txt (sha256 {r.sha256[:8]}…)»" in hallazgo.mensaje for r in (viejo, nuevo))
    assert "«informe.txt»" not in hallazgo.mensaje


def test_fecha_y_nombre_que_se_contradicen() -> None:
    hecho = revisar(
        resumido(texto(renglones=BUENO), "informe_v2.txt", "2009-12-01T10:00:00"),
        resumido(texto(renglones=CORREGIDO), "informe_v1.txt", "2010-01-01T10:00:00"),
    )
    assert "no se sabe cuál es la posterior" in hecho.hallazgos[0].mensaje


def test_version_que_cambia_la_decision() -> None:
    bajo = otros(BUENO, 0, ("40", "no", "0"))
    hecho = revisar(resumido(texto(renglones=BUENO)), resumido(texto(renglones=bajo), "b.txt"))
    assert codigos(hecho) == [("VERSION_POSTERIOR", "cambia_decision")]


def test_un_resultado_impreso_corregido_es_otra_version() -> None:
    """The items are the same, word for word: what changed is the figure printed below them."""
    hecho = revisar(
        resumido(texto(renglones=BUENO, desempeno="70%"), "b.txt"), resumido(texto(renglones=BUENO, desempeno="100%"), "b_v2.txt")
    )
    assert codigos(hecho) == [("VERSION_POSTERIOR", "cambia_decision")]
    assert all(dicho in hecho.hallazgos[0].explicacion for dicho in ("70 en «b.txt»", "100 en «b_v2.txt»"))


def test_tres_versiones_son_un_hallazgo() -> None:
    hecho = revisar(*(
        resumido(texto(renglones=otros(BUENO, 3, ("10", "si", ganada))), f"informe_v{n}.txt")
        for n, ganada in enumerate(("10", "9", "8"), start=1)
    ))
    assert codigos(hecho) == [("VERSION_POSTERIOR", "aviso")]
    assert len(hecho.hallazgos[0].documentos) == 3 and "«informe_v3.txt» (su nombre" in hecho.hallazgos[0].mensaje


def test_una_copia_no_es_otra_version() -> None:
    """The copy of a version is told as a copy, and the versions are two."""
    hecho = revisar(
        resumido(texto(renglones=BUENO), "a.txt"), resumido(texto(renglones=BUENO) + "\nFin\n", "copia de a.txt"),
        resumido(texto(renglones=CORREGIDO), "a_corregido.txt"),
    )
    assert sorted(codigos(hecho)) == [("DOCUMENTO_DUPLICADO", "aviso"), ("VERSION_POSTERIOR", "aviso")]
    assert [len(h.documentos) for h in hecho.hallazgos] == [2, 2]


def test_sin_region_no_hay_versiones() -> None:
    """Two regional files without a region line say nothing of each other."""
    hecho = revisar(resumido(texto("", BUENO)), resumido(texto("", CORREGIDO), "b.txt"))
    assert "VERSION_POSTERIOR" not in dict(codigos(hecho))


def test_dos_servicios_de_salud_de_una_region_no_son_versiones() -> None:
    hecho = revisar(
        resumido(texto("METROPOLITANA", BUENO, servicio="Servicio de Salud Metropolitano Norte")),
        resumido(texto("METROPOLITANA", CORREGIDO, servicio="Servicio de Salud Metropolitano Sur")),
    )
    assert codigos(hecho) == []


@pytest.mark.parametrize(
    ("uno", "otro"),
    [
        ("Servicio de Salud Osorno", "Servicio de Salud Valdivia"), ("SERVIU Región de Los Lagos", "SERVIU Región de Los Ríos"),
        ("Gobierno Regional de Los Lagos", "Gobierno Regional de Los Ríos"),
        ("Intendencias y Gobernaciones de Los Lagos", "Intendencias y Gobernaciones de Los Ríos"),
        ("Secretaría Regional Ministerial de Educación de Los Lagos", "Secretaría Regional Ministerial de Educación de Los Ríos"),
    ],
)
def test_dos_organismos_de_un_codigo_no_son_uno(uno: str, otro: str) -> None:
    """Even with equal data, and whether or not their tables say their region."""
    for regiones in (("DE LOS LAGOS", "DE LOS RÍOS"), ("", "")):
        hecho = revisar(*(
            resumido(texto(r, BUENO, servicio=s) + f"\nInforme {n}\n", f"{n}.txt")
            for n, (r, s) in enumerate(zip(regiones, (uno, otro), strict=True))
        ))
        assert codigos(hecho) == []


def test_de_dos_servicios_de_salud_sin_nombre_no_se_dice_nada() -> None:
    """They may be two: nothing is compared as if it were of one."""
    hecho = revisar(
        resumido(texto("METROPOLITANA", BUENO, servicio="Servicio de Salud")),
        resumido(texto("METROPOLITANA", CORREGIDO, servicio="Servicio de Salud"), "b.txt"),
    )
    assert codigos(hecho) == []


def test_un_servicio_de_salud_escrito_de_dos_maneras_es_uno() -> None:
    hecho = revisar(
        resumido(texto("METROPOLITANA", BUENO, servicio="Servicio de Salud Metropolitano Norte")),
        resumido(texto("METROPOLITANA", CORREGIDO, servicio="S.S. Metropolitano Norte"), "b.txt"),
    )
    assert codigos(hecho) == [("VERSION_POSTERIOR", "aviso")]


def test_otro_anio_no_es_version() -> None:
    hecho = revisar(resumido(texto(renglones=BUENO)), resumido(texto(renglones=CORREGIDO, anio=2010)))
    assert codigos(hecho) == []


# Stages


def test_ponderacion_cambiada_entre_etapas() -> None:
    antes = resumido(texto(renglones=pleno("40", "30", "20", "10"), etapa=2), "e2.txt")
    despues = resumido(texto(renglones=pleno("40", "20", "30", "10")), "e3.txt")
    hecho = revisar(antes, despues)
    assert codigos(hecho) == [("PONDERACION_CAMBIADA", "logica")]
    hallazgo = hecho.hallazgos[0]
    assert sorted((lugar.documento == antes.sha256, lugar.fila) for lugar in hallazgo.lugares) == [
        (False, 1), (False, 2), (True, 1), (True, 2),
    ]
    assert {lugar.origen.texto for lugar in hallazgo.lugares if lugar.origen} == {"30", "20"}


def test_una_sola_ponderacion_cambiada_dice_sus_cifras() -> None:
    hecho = revisar(
        resumido(texto(renglones=pleno("40", "30", "20", "10"), etapa=2)),
        resumido(texto(renglones=pleno("40", "30", "20", "15")), "b.txt"),
    )
    hallazgo = hecho.hallazgos[0]
    assert (hallazgo.codigo, hallazgo.informado, hallazgo.recalculado, hallazgo.diferencia) == ("PONDERACION_CAMBIADA", "15", "10", "5")


def test_ponderacion_cambiada_que_cambia_la_decision() -> None:
    """With 5 the failed goal leaves 95 earned; with the 20 that was committed, 80."""
    despues = [("55", "si", "55"), ("30", "si", "30"), ("5", "no", "0"), ("10", "si", "10")]
    hecho = revisar(
        resumido(texto(renglones=pleno("40", "30", "20", "10"), etapa=2)), resumido(texto(renglones=despues), "b.txt")
    )
    assert codigos(hecho) == [("PONDERACION_CAMBIADA", "cambia_decision")]
    assert "lo ganado sería 80" in hecho.hallazgos[0].explicacion


def test_compromiso_que_desaparece_y_otro_que_se_agrega() -> None:
    nuevo = ("Instalar señalética en los parques", "25 letreros interpretativos instalados en senderos")
    hecho = revisar(
        resumido(texto(renglones=BUENO, etapa=2)), resumido(texto(renglones=BUENO, compromisos=(*COMPROMISOS[:3], nuevo)), "b.txt")
    )
    assert codigos(hecho) == [("PONDERACION_CAMBIADA", "logica")]
    assert "se agrega un compromiso de 10" in hecho.hallazgos[0].mensaje
    assert "desaparece un compromiso de 10" in hecho.hallazgos[0].mensaje


def test_las_mismas_ponderaciones_cuadran_aunque_cambien_el_orden_y_una_letra() -> None:
    escrito = [(o.replace("oficinas", "oficinaz"), m) for o, m in reversed(COMPROMISOS)]
    hecho = revisar(
        resumido(texto(renglones=BUENO, etapa=2)), resumido(texto(renglones=BUENO[::-1], compromisos=escrito), "b.txt")
    )
    assert codigos(hecho) == [] and respuestas(hecho, "PONDERACION_CAMBIADA") == [("CUADRA", None)]


def test_por_ciento_y_fraccion_son_la_misma_ponderacion() -> None:
    fracciones = [(f"{Decimal(p) / 100}", "si", f"{Decimal(p) / 100}") for p, _, _ in BUENO]
    hecho = revisar(resumido(texto(renglones=BUENO, etapa=2)), resumido(texto(renglones=fracciones), "b.txt"))
    assert "PONDERACION_CAMBIADA" not in dict(codigos(hecho))


def test_textos_dudosos_no_son_hallazgo() -> None:
    """Half rewritten: neither surely the same nor surely another one."""
    dudoso = ("Capacitar a dirigentes", "12 jornadas de capacitación para dirigentes sindicales")
    hecho = revisar(
        resumido(texto(renglones=BUENO, etapa=2)),
        resumido(texto(renglones=pleno("40", "35", "15", "10"), compromisos=(COMPROMISOS[0], dudoso, *COMPROMISOS[2:])), "b.txt"),
    )
    assert ("NO_VERIFICABLE", "emparejamiento_dudoso") in respuestas(hecho, "PONDERACION_CAMBIADA")
    assert [(d.codigo, len(d.lugares)) for d in hecho.hallazgos] == [("PONDERACION_CAMBIADA", 2)]


def test_otro_programa_no_se_compara() -> None:
    ajenos = [(o[::-1], m[::-1]) for o, m in COMPROMISOS]
    hecho = revisar(resumido(texto(renglones=BUENO, etapa=2)), resumido(texto(renglones=CORREGIDO, compromisos=ajenos), "b.txt"))
    assert codigos(hecho) == []
    assert {r for r, _ in respuestas(hecho, "PONDERACION_CAMBIADA")} == {"NO_VERIFICABLE"}


def test_resultado_evaluado_de_otra_manera() -> None:
    hecho = revisar(resumido(texto(renglones=BUENO)), resumido(texto(renglones=CORREGIDO, etapa=4), "b.txt"))
    assert codigos(hecho) == [("INCONSISTENCIA_ENTRE_TABLAS", "logica")]
    assert respuestas(hecho, "PONDERACION_CAMBIADA") == [("CUADRA", None)]


# Regions


def de_todas(quitar: tuple[str, ...] = (), **mas: object) -> list[Resumen]:
    return [
        resumido(texto(nombre, BUENO, **mas), f"{codigo}.txt")  # type: ignore[arg-type]
        for codigo, nombre in REGIONES_2009.items() if codigo not in quitar
    ]


def test_las_regiones_de_prueba_son_las_del_anio() -> None:
    assert list(REGIONES_2009) == list(regiones_de("2007"))
    assert [r.tablas[0].codigos for r in de_todas()] == [(codigo,) for codigo in REGIONES_2009]


def test_region_faltante() -> None:
    hecho = revisar(*de_todas(("07",)))
    assert codigos(hecho) == [("REGION_FALTANTE", "aviso")]
    assert hecho.hallazgos[0].recalculado == "07" and len(hecho.hallazgos[0].documentos) == 14


def test_la_region_que_falta_puede_estar_en_un_archivo_que_no_se_leyo() -> None:
    fallido = de_todas()[0].model_copy(update={
        "sha256": "f" * 64, "ruta": "07.doc", "nombre": "07.doc", "estado": "fallido", "servicio": None, "anio": None, "etapas": (),
        "regiones": {}, "tablas": (), "grados": (), "datos": 0, "palabras": 0, "boceto": (), "huella_texto": "", "huella_datos": "",
    })
    hecho = revisar(*de_todas(("07",)), fallido)
    assert codigos(hecho) == [] and respuestas(hecho, "REGION_FALTANTE") == [("NO_VERIFICABLE", "lectura_dudosa")]
    aparte = revisar(*de_todas(("07",)), fallido.model_copy(update={"ruta": "otra/07.doc"}))
    assert codigos(aparte) == [("REGION_FALTANTE", "aviso")]


def test_la_region_que_falta_puede_estar_en_lo_que_no_se_leyo_de_un_archivo() -> None:
    primera, *otras = de_todas(("07",))
    de_varias = primera.model_copy(update={"estado": "parcial", "regiones": {"3": ("15", "01")}})
    assert respuestas(revisar(de_varias, *otras[1:]), "REGION_FALTANTE") == [("NO_VERIFICABLE", "lectura_dudosa")]
    de_una = primera.model_copy(update={"estado": "parcial"})
    assert codigos(revisar(de_una, *otras)) == [("REGION_FALTANTE", "aviso")]


def test_estan_todas_las_regiones() -> None:
    hecho = revisar(*de_todas())
    assert codigos(hecho) == [] and respuestas(hecho, "REGION_FALTANTE") == [("CUADRA", None)]


def test_una_carpeta_parcial_no_dice_nada() -> None:
    hecho = revisar(*de_todas(tuple(sorted(REGIONES_2009)[:8])))
    assert codigos(hecho) == [] and respuestas(hecho, "REGION_FALTANTE") == [("NO_VERIFICABLE", "falta_total")]


def test_dos_gobiernos_regionales_son_dos_servicios() -> None:
    hecho = revisar(*(
        resumido(texto(nombre, BUENO, servicio=f"Gobierno Regional {nombre.title()}"), f"{codigo}.txt")
        for codigo, nombre in REGIONES_2009.items() if codigo != "07"
    ))
    assert codigos(hecho) == [] and hecho.veredictos == ()


def test_region_comprometida_que_no_se_informa() -> None:
    comprometidas = de_todas(tuple(c for c in REGIONES_2009 if c not in ("01", "02", "03", "04", "05")), etapa=2)
    informadas = de_todas(tuple(c for c in REGIONES_2009 if c not in ("01", "02", "03", "04")))
    hecho = revisar(*comprometidas, *(r.model_copy(update={"ruta": f"e3/{r.ruta}"}) for r in informadas))
    assert codigos(hecho) == [("REGION_FALTANTE", "aviso")]
    assert hecho.hallazgos[0].recalculado == "05"


# The service's verdict


def test_el_desempeno_del_servicio_se_arma_con_sus_regiones() -> None:
    bajo = otros(BUENO, 0, ("40", "no", "0"))
    resumenes = de_todas(("07",), desempeno="100", cumple="CUMPLE")
    hecho = revisar(*resumenes, resumido(texto("DEL MAULE", bajo, desempeno="60"), "07.txt"))
    assert codigos(hecho) == [("DESEMPENO_SERVICIO_NO_CUADRA", "cambia_decision")]
    hallazgo = hecho.hallazgos[0]
    assert (hallazgo.informado, hallazgo.recalculado) == ("CUMPLE", "NO CUMPLE") and len(hallazgo.lugares) == 14
    (veredicto,) = hecho.veredictos
    assert veredicto.veredicto == "NO_CUMPLE" and not veredicto.faltan
    assert {r.codigo for r in veredicto.regiones if r.alcanza is False} == {"07"}


def test_el_servicio_cumple_con_todas() -> None:
    hecho = revisar(*de_todas(desempeno="100", cumple="CUMPLE"))
    assert codigos(hecho) == [] and hecho.veredictos[0].veredicto == "CUMPLE"
    assert respuestas(hecho, "DESEMPENO_SERVICIO_NO_CUADRA") == [("CUADRA", None)]


def test_con_regiones_que_faltan_no_se_sabe() -> None:
    hecho = revisar(*de_todas(("03", "07"), desempeno="100", cumple="CUMPLE"))
    assert codigos(hecho) == [("REGION_FALTANTE", "aviso")]
    assert hecho.veredictos[0].veredicto is None and hecho.veredictos[0].faltan == ("03", "07")
    assert respuestas(hecho, "DESEMPENO_SERVICIO_NO_CUADRA") == [("NO_VERIFICABLE", "falta_total")]


def test_archivos_que_no_dan_el_mismo_desempeno_del_servicio() -> None:
    hecho = revisar(
        resumido(texto("DEL MAULE", BUENO, desempeno="100", cumple="CUMPLE")),
        resumido(texto("DE COQUIMBO", BUENO, desempeno="100", cumple="NO CUMPLE"), "b.txt"),
    )
    assert codigos(hecho) == [("INCONSISTENCIA_ENTRE_TABLAS", "logica")]


def test_la_version_reemplazada_no_cuenta_para_el_servicio() -> None:
    bajo = otros(BUENO, 0, ("40", "no", "0"))
    hecho = revisar(
        *de_todas(("07",), desempeno="100", cumple="CUMPLE"),
        resumido(texto("DEL MAULE", bajo, desempeno="60"), "07.txt"),
        resumido(texto("DEL MAULE", BUENO, desempeno="100"), "07_corregido.txt"),
    )
    assert codigos(hecho) == [("VERSION_POSTERIOR", "cambia_decision")]
    assert hecho.veredictos[0].veredicto == "CUMPLE"


# The whole


def test_un_solo_documento_no_dice_nada_de_otros() -> None:
    hecho = revisar(resumido(texto(renglones=BUENO)))
    assert hecho.hallazgos == () and hecho.veredictos == ()


def test_no_importa_el_orden_y_vuelve_de_json() -> None:
    resumenes = [
        *de_todas(("03",), desempeno="100", cumple="CUMPLE"), *de_todas(("03", "04"), etapa=2),
        resumido(texto("DEL MAULE", CORREGIDO), "z.txt"),
    ]
    hecho = revisar_conjunto(resumenes)
    for semilla in range(3):
        random.Random(semilla).shuffle(resumenes)
        assert revisar_conjunto(resumenes) == hecho
    assert revisar_conjunto([Paquete.de(r).resumen(r.ruta) for r in resumenes]) == hecho
    assert Conjunto.model_validate_json(hecho.model_dump_json()) == hecho
    assert len({h.huella for h in hecho.hallazgos}) == len(hecho.hallazgos) >= 2


def test_desde_python_con_informes_enteros() -> None:
    a, b = leido(texto(renglones=BUENO)), leido(texto(renglones=CORREGIDO), "b.txt")
    assert codigos(conjunto_de([a, b])) == [("VERSION_POSTERIOR", "aviso")]


def test_la_huella_de_contenido_no_depende_de_los_bytes() -> None:
    def huellas(cola: str) -> tuple[str, str]:
        hecho = revisar(
            resumido(texto(renglones=BUENO, etapa=2) + cola), resumido(texto(renglones=pleno("40", "30", "20", "15")), "b.txt")
        )
        return hecho.hallazgos[0].huella, hecho.hallazgos[0].huella_contenido

    (una, contenido), (otra, mismo) = huellas(""), huellas("\nFin\n")
    assert una != otra and contenido == mismo


def test_un_resumen_no_crece_con_el_documento() -> None:
    """Of an evaluation without weights only the sketch and the counts remain."""
    corto, largo = (leido(texto(renglones=BUENO) + "\n".join(f"Párrafo {n} de relleno" for n in range(veces))) for veces in (0, 4000))
    tamanos = [len(Paquete.de(resumir(informe)).datos) for informe in (corto, largo)]
    assert tamanos[1] < tamanos[0] + 200 < 4000


def test_la_raiz_de_un_nombre_no_tiene_palabras_de_version() -> None:
    assert leer_nombre("Informe Maule v2 (corregido).doc").raiz == leer_nombre("informe_maule.txt").raiz == "maule"
    assert leer_nombre("nivel.txt").orden == leer_nombre("e3.txt").orden == 0


# Evaluations, and plans


def test_evaluaciones_con_otro_grado_son_versiones(corpus: Path) -> None:
    escrito = (corpus / "txt" / "sercotec_2007_etapa4.txt").read_text("utf-8")
    cambiado = escrito.replace("El avance es mayor, porque", "El avance es menor, porque")
    assert cambiado != escrito
    hecho = revisar(resumido(escrito, "a.txt"), resumido(cambiado, "a_corregido.txt"))
    assert codigos(hecho) == [("VERSION_POSTERIOR", "aviso")]
    hallazgo = hecho.hallazgos[0]
    assert {hallazgo.informado, hallazgo.recalculado} == {"MAYOR", "MENOR"} and hallazgo.campo == "grado_avance"
    assert len({lugar.tabla for lugar in hallazgo.lugares}) == 1 and "la posterior es «a_corregido.txt»" in hallazgo.mensaje
    assert codigos(revisar(resumido(escrito), resumido(escrito + "\n", "b.txt"))) == [("DOCUMENTO_DUPLICADO", "aviso")]


def test_las_muestras_en_todos_los_formatos_son_copias_y_nada_mas(corpus: Path) -> None:
    """The same report as text, Word, OpenDocument, HTML and RTF: one finding per report, and it names them all."""
    nombres = ("fosis_2007_etapa3", "indap_los_rios_2009_etapa3", "conaf_2007_etapa3")
    resumenes = []
    for formato in ("txt", "docx", "odt", "html", "rtf", "doc"):
        for nombre in nombres:
            archivo = corpus / formato / f"{nombre}.{formato}"
            resumenes.append(resumir(procesar(archivo, f"{formato}/{archivo.name}", Declarado())))
    hecho = revisar(*resumenes)
    assert codigos(hecho) == [("DOCUMENTO_DUPLICADO", "aviso")] * 3
    assert [len(h.documentos) for h in hecho.hallazgos] == [6, 6, 6]


def test_un_plan_no_debe_resultados_todavia() -> None:
    """The form of Etapa 3 filled in Etapa 2: its columns of results are blank because there are none."""
    plan = texto(renglones=[(peso, "", "") for peso, _, _ in BUENO])
    assert "SIN_RESULTADOS" in {h.codigo for h in leido(plan).hallazgos}
    assert leido(plan, etapa=2).hallazgos == ()
    hecho = revisar(resumido(plan, "e2.txt", etapa=2), resumido(texto(renglones=pleno("40", "30", "20", "15")), "e3.txt"))
    assert codigos(hecho) == [("PONDERACION_CAMBIADA", "logica")]
