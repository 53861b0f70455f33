"""``migrar --comparar``: what is read differently from what is stored, field by field; and it writes nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from ayudas_almacen import consulta, ordenar, volcado
from ayudas_salidas import cifra, hallazgo, informe

from extractor.almacen import abrir
from extractor.cli import main
from extractor.modelo.informe import Informe
from extractor.modelo.valores import Responsable
from extractor.salidas.comparacion import Cambio, Comparado, comparar, en_consola


def con_tablas(leido: Informe, *tablas: Any) -> Informe:
    return leido.model_copy(update={"tablas": tablas})


def con_actividad(leido: Informe, indice: int, **cambios: Any) -> Informe:
    tabla = leido.tablas[0]
    fila = tabla.filas[0]
    actividades = tuple(a.model_copy(update=cambios) if a.indice == indice else a for a in fila.actividades)
    nueva = fila.model_copy(update={"actividades": actividades})
    return con_tablas(leido, tabla.model_copy(update={"filas": (nueva,)}))


def test_lo_mismo_en_otra_ruta_o_con_otro_lector_no_difiere() -> None:
    ficha = informe().documento.model_copy(update={"ruta": "b/c.txt", "nombre": "c.txt", "lector": "texto 2"})
    assert comparar(informe(), informe().model_copy(update={"documento": ficha})) == ()


def test_una_cifra_leida_distinta() -> None:
    nuevo = con_actividad(informe(), 0, ponderacion_ganada=cifra(7, "52", "52"))
    assert comparar(informe(), nuevo) == (
        Cambio("actividades", "distinto", "tabla t1, fila 1, 1ª actividad", "ganada", "25", "52"),
        Cambio("actividades", "distinto", "tabla t1, fila 1, 1ª actividad", "ganada_valor", "25", "52"),
        Cambio("cifras", "distinto", "tabla t1, fila 1, 1ª actividad, campo ponderacion_ganada", "texto", "25", "52"),
        Cambio("cifras", "distinto", "tabla t1, fila 1, 1ª actividad, campo ponderacion_ganada", "valor", "25", "52"),
    )


def test_un_lugar_distinto_no_es_una_diferencia() -> None:
    nuevo = con_actividad(informe(), 0, ponderacion_ganada=cifra(700, "25", "25"))
    assert nuevo != informe() and comparar(informe(), nuevo) == ()


def test_lo_que_aparece_y_lo_que_se_va() -> None:
    viejo = informe(hallazgos=(hallazgo("a" * 16, "TOTAL_AUSENTE", "aviso"), hallazgo("b" * 16, "SECCION_VACIA", "aviso")))
    nuevo = informe(hallazgos=(hallazgo("b" * 16, "SECCION_VACIA", "logica"), hallazgo("c" * 16, "GRADO_AUSENTE", "aviso")))
    lugar = "IX Región, tabla 1, 2ª actividad, Ponderación ganada"
    assert [c for c in comparar(viejo, nuevo) if c.marco == "hallazgos"] == [
        Cambio("hallazgos", "quitado", f"TOTAL_AUSENTE en {lugar} [{'a' * 16}]"),
        Cambio("hallazgos", "distinto", f"SECCION_VACIA en {lugar} [{'b' * 16}]", "gravedad", "aviso", "logica"),
        Cambio("hallazgos", "nuevo", f"GRADO_AUSENTE en {lugar} [{'c' * 16}]"),
    ]


def test_una_tabla_nueva_delante_no_cambia_las_demas() -> None:
    """Ids count tables from the top: the old first one is now the second, and is still the same table."""
    viejo = informe(hallazgos=())
    tabla = viejo.tablas[0]
    otra = tabla.model_copy(update={"id": "t1", "origen": tabla.origen.model_copy(update={"linea_inicio": 1}), "filas": (), "bloques": ()})
    nuevo = con_tablas(viejo, otra, tabla.model_copy(update={"id": "t2"}))
    hechas = tuple(v.model_copy(update={"tabla": "t2"}) for v in viejo.verificaciones)
    cambios = comparar(viejo, nuevo.model_copy(update={"verificaciones": hechas}))
    assert [(c.marco, c.clase, c.lugar) for c in cambios] == [
        ("tablas", "nuevo", "tabla t1 (nueva)"),
        ("regiones", "nuevo", "tabla t1 (nueva), codigo 09"),
    ]


def test_verificaciones_iguales_repetidas_se_comparan_por_orden() -> None:
    viejo = informe()
    hecha = viejo.verificaciones[0]
    distinta = hecha.model_copy(update={"resultado": "CUADRA"})
    antes = viejo.model_copy(update={"verificaciones": (hecha, hecha)})
    ahora = viejo.model_copy(update={"verificaciones": (hecha, distinta, hecha)})
    lugar = "tabla t1, fila 1, 2ª actividad, regla ACUMULADO_NO_CUADRA"
    assert comparar(antes, ahora) == (
        Cambio("verificaciones", "distinto", lugar, "resultado", "NO_CUADRA", "CUADRA"),
        Cambio("verificaciones", "nuevo", lugar),
    )


def test_lo_que_no_es_cifra_tambien_difiere() -> None:
    """A unit's name, the goal of a row and the grade of a section stand in no figure and in no activity's text."""
    viejo = informe(hallazgos=())
    tabla, seccion = viejo.tablas[0], viejo.secciones[0]
    fila = tabla.filas[0]
    antes, ahora = ({"texto": "Depto. X", "unidad": {"nombre": n, "certeza": "exacta"}, "cargo": None, "persona": None} for n in "XY")

    def con(quien: dict[str, Any], meta: str, grado: str) -> Informe:
        nueva = fila.model_copy(update={"responsables": (Responsable.model_validate(quien),), "meta": meta})
        campos = {**seccion.campos, "grado_avance": grado}
        leido = con_tablas(viejo, tabla.model_copy(update={"filas": (nueva,)}))
        return leido.model_copy(update={"secciones": (seccion.model_copy(update={"campos": campos}),)})

    cambios = comparar(con(antes, "diez", "MAYOR"), con(ahora, "doce", "MENOR"))
    assert [(c.marco, c.campo, c.antes, c.ahora) for c in cambios if c.campo != "campos"] == [
        ("filas", "meta", "diez", "doce"),
        ("responsables", "unidad", "X", "Y"),
        ("secciones", "grado_avance", "MAYOR", "MENOR"),
    ]


def test_lineas_de_la_consola() -> None:
    cuenta = Comparado()
    assert en_consola("a.txt", informe(), informe(), cuenta) == []
    assert en_consola("b.txt", None, informe(), cuenta) == ["b.txt: no está en la base de datos"]
    nuevo = con_actividad(informe(), 1, texto="x" * 200 + "\x1b[31m")
    lineas = en_consola("c\n.txt", informe(), nuevo, cuenta)
    assert lineas == [
        "c .txt: 1 diferencia",
        f"  ~ actividad tabla t1, fila 1, 2ª actividad: texto: «=HYPERLINK(1)» → «{'x' * 79}…»",
    ]
    assert (cuenta.iguales, cuenta.sin_base, cuenta.distintos, cuenta.cambios) == (1, 1, 1, {"actividades": 1})


def test_comparar_desde_la_orden_no_escribe(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The stored reading is made to differ, as if another version had made it."""
    muestra = corpus / "txt" / "injuv_2007_etapa3.txt"
    url = f"sqlite:///{tmp_path / 'i.db'}"
    opciones = ["--db", url, "--cache", str(tmp_path / "cache")]
    assert main(["migrar", str(muestra), *opciones, "--comparar"]) == 3
    assert "no existe la base" in capsys.readouterr().err and not (tmp_path / "i.db").exists()
    assert main(["migrar", str(muestra), *opciones]) == 0
    capsys.readouterr()
    with abrir(url) as deposito:
        leido = deposito.informe_de(hashlib.sha256(muestra.read_bytes()).hexdigest())
        assert leido is not None and leido.hallazgos
        perdido = leido.hallazgos[0]
        deposito.guardar(leido.model_copy(update={"hallazgos": leido.hallazgos[1:]}))
    antes = volcado(url)
    assert main(["migrar", str(muestra), *opciones, "--comparar"]) == 0
    salida = capsys.readouterr().out
    assert f"+ hallazgo {perdido.codigo} en {perdido.lugar} [{perdido.huella}]" in salida
    assert "sin diferencias: 0; con diferencias: 1" in salida and "No se escribió nada" in salida
    assert volcado(url) == antes
    assert main(["migrar", str(muestra), *opciones, "--comparar", "--reintentar", "fallidos"]) == 3


def test_migrar_las_muestras_responde_que_servicios_cambian_de_veredicto(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """README's line of SQL, on the samples: each change is one that a sample was written to hold."""
    url = f"sqlite:///{tmp_path / 'i.db'}"
    assert main(["migrar", str(corpus / "txt"), "--db", url, "--sin-cache"]) == 0
    assert "hallazgos entre documentos" in capsys.readouterr().out
    filas = consulta(url, "SELECT servicio, region, ganada_informada, ganada_recalculada, exigido FROM v_cambios_de_veredicto ORDER BY 1, 2, 3, 4")
    assert filas == [
        ("conaf", "Región del Biobío", "90", "85", "90"),
        ("indap", "Región de Los Ríos", "90", "75", "90"),
        ("indap", "Región de Los Ríos", "90", "80", "90"),
        ("injuv", "Región del Maule", "93.5", "83.5", "90"),
        ("injuv", "Región del Maule", "93.5", "83.5", "90"),  # the same report, as pdftotext -layout gives it
    ]
    sin_nombre = "select count(*) from regla where titulo is null"
    assert consulta(url, sin_nombre) == [(0,)]
    assert consulta(url, "select count(*) from corrida where termino is not null") == [(1,)]


def test_las_decisiones_dadas_quedan_en_la_base_y_rigen_despues(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    muestra = corpus / "txt" / "injuv_2007_etapa3.txt"
    url = f"sqlite:///{tmp_path / 'i.db'}"
    assert main(["migrar", str(muestra), "--db", url, "--sin-cache"]) == 0
    ((huella,),) = consulta(url, "select min(huella) from hallazgo")
    csv = tmp_path / "d.csv"
    csv.write_text(f"id,tipo,clave,valor,quien,cuando,porque,anula\nd1,hallazgo,{huella},descartado,A,2026-05-31,visto,\n", "utf-8")
    assert main(["migrar", str(muestra), "--db", url, "--sin-cache", "--decisiones", str(csv)]) == 0
    esperado = [("descartado",)]
    assert consulta(url, f"select decision from hallazgo where huella = '{huella}'") == esperado
    assert main(["migrar", str(muestra), "--db", url, "--sin-cache"]) == 0
    assert consulta(url, f"select decision from hallazgo where huella = '{huella}'") == esperado
    assert consulta(url, "select id from decision") == [("d1",)]


def test_la_comparacion_entre_documentos_se_rehace_si_cambian(tmp_path: Path) -> None:
    from extractor.comun.decisiones import Decisiones
    from extractor.lote.carga import actualizar_conjunto
    from extractor.modelo.conjunto import Paquete
    from extractor.modelo.decision import Decision
    from extractor.reconciliador.conjunto import resumir

    url = f"sqlite:///{tmp_path / 'i.db'}"
    with abrir(url) as deposito:
        for nombre in ("a.txt", "b.txt"):  # two files that say the same
            leido = informe(nombre, nombre.encode())
            deposito.guardar(leido, paquete=Paquete.de(resumir(leido)))
        ninguna = Decisiones.de(()).huella()
        assert deposito.conjunto() is None and not deposito.conjunto_al_dia(ninguna)
        actualizar_conjunto(deposito)
        hecho = deposito.conjunto()
        assert deposito.conjunto_al_dia(ninguna) and hecho is not None
        assert {h.codigo for h in hecho.hallazgos} == {"DOCUMENTO_DUPLICADO"}
        assert consulta(deposito, "select codigo from hallazgo_conjunto") == [("DOCUMENTO_DUPLICADO",)]
        assert consulta(deposito, "select count(*) from hallazgo_conjunto_documento") == [(2,)]
    ordenar(url, "update hallazgo_conjunto set mensaje = 'intacto'")
    with abrir(url) as deposito:
        actualizar_conjunto(deposito)
        assert consulta(deposito, "select mensaje from hallazgo_conjunto") == [("intacto",)]
        nuevo = informe("c.txt", b"c")
        deposito.guardar(nuevo, paquete=Paquete.de(resumir(nuevo)))
        actualizar_conjunto(deposito)
        assert consulta(deposito, "select count(*) from hallazgo_conjunto where mensaje = 'intacto'") == [(0,)]
        (hallado,) = [h for h in deposito.conjunto().hallazgos if h.codigo == "DOCUMENTO_DUPLICADO"]  # type: ignore[union-attr]
        datos = {"id": "d1", "tipo": "hallazgo", "clave": hallado.huella, "valor": "descartado", "quien": "A", "cuando": "2026-05-31"}
        deposito.agregar_decision(Decision.model_validate({**datos, "porque": "son copias"}))
        actualizar_conjunto(deposito)
        (decidido,) = [h for h in deposito.conjunto().hallazgos if h.huella == hallado.huella]  # type: ignore[union-attr]
        assert decidido.descartado and not hallado.descartado
