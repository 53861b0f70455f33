"""Decisions at work on a document: names, readings, pairs, findings and facts; what was used and what was not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ayudas_texto import celda, programa_2007

from extractor.comun.decisiones import Decisiones
from extractor.comun.decisiones_claves import (
    clave_documento,
    clave_emparejamiento,
    clave_hallazgo,
    clave_lectura,
    clave_nombre,
    coordenadas,
)
from extractor.errores import ErrorUso
from extractor.modelo.base import Origen
from extractor.modelo.decision import Decision
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Actividad
from extractor.proceso import frase_sin_aplicar, procesar, revisar, sin_aplicar
from extractor.proceso.decisiones_lecturas import lugar_de_actividad, lugar_de_campo
from extractor.salidas.consola import Balance, documento_en_consola, totales_en_consola

FILA = (
    ("1. Ampliar la red",),
    ("1. Taller", "2. Folleto", "3. Feria"),
    ("40", "30", "30"),
    ("Cumplido", "Cumplido", "No cumplido"),
    ("40", "35", "0"),
)


def una(tipo: str, clave: str, valor: str, identidad: str = "d1") -> Decision:
    return Decision.model_validate({
        "id": identidad, "tipo": tipo, "clave": clave, "valor": valor, "quien": "R. Soto", "cuando": "2026-03-04",
        "porque": "se ve en la copia",
    })


class Caso:
    """A report on disk, read with and without decisions."""

    def __init__(self, carpeta: Path, texto: str) -> None:
        self.ruta = carpeta / "informe.txt"
        self.ruta.write_text(texto, "utf-8")
        self.antes = self.leer()
        self.sha = self.antes.documento.sha256

    def leer(self, *decisiones: Decision, declarado: Declarado | None = None) -> Informe:
        return procesar(self.ruta, "informe.txt", declarado or Declarado(), Decisiones.de(decisiones))

    def actividad(self, fila: int, indice: int) -> Actividad:
        return self.antes.tablas[0].filas[fila].actividades[indice]

    def lectura(self, campo: str, valor: str, fila: int, indice: int | None, identidad: str = "d1") -> Decision:
        tabla = self.antes.tablas[0]
        actividad = None if indice is None else tabla.filas[fila].actividades[indice]
        lugar = lugar_de_campo(campo, tabla, tabla.filas[fila], actividad)
        assert lugar is not None
        return una("lectura", clave_lectura(self.sha, campo, lugar), valor, identidad)

    def pareja(self, campo: str, fila: int, indice: int, suya: Origen | None, identidad: str = "d1") -> Decision:
        lugar = lugar_de_actividad(self.actividad(fila, indice))
        assert lugar is not None
        return una("emparejamiento", clave_emparejamiento(self.sha, campo, lugar), coordenadas(suya) if suya else "", identidad)


@pytest.fixture
def caso(tmp_path: Path) -> Caso:
    return Caso(tmp_path, programa_2007(FILA, region="La Frontera Grande"))


def codigos(informe: Informe) -> list[str]:
    return [h.codigo for h in informe.hallazgos]


def columna(informe: Informe, campo: str, fila: int = 0) -> list[Any]:
    return [getattr(a, campo) and getattr(a, campo).valor for a in informe.tablas[0].filas[fila].actividades]


def test_sin_decisiones_nada_se_marca(caso: Caso) -> None:
    assert caso.antes.decisiones == ()
    assert '"decision":"' not in caso.antes.model_dump_json()
    assert caso.leer() == caso.antes


# --- readings


def test_una_lectura_corregida_rehace_todo_y_conserva_lo_impreso(caso: Caso) -> None:
    assert "GANADA_NO_CORRESPONDE" in codigos(caso.antes)
    leido = caso.leer(caso.lectura("ponderacion_ganada", "30", 0, 1))
    cifra = leido.tablas[0].filas[0].actividades[1].ponderacion_ganada
    assert cifra is not None
    assert (cifra.texto, cifra.valor, cifra.certeza, cifra.decision) == ("35", "30", "segura", "d1")
    assert cifra.origen == caso.actividad(0, 1).origen["ponderacion_ganada"]
    assert "GANADA_NO_CORRESPONDE" not in codigos(leido)
    assert leido.tablas[0].bloques[0].suma_ganada_informada == "70"
    assert leido.decisiones == ("d1",)


def test_una_lectura_cambia_el_modo_de_la_columna(tmp_path: Path) -> None:
    """Running totals 50, 100 where the scan lost a figure: the shape of the column is looked at again."""
    fila = (("Uno",), ("Alfa", "Beta", "Gama"), ("50", "30", "20"), ("100%", "100%", "100%"), ("50", "8", "100"))
    caso = Caso(tmp_path, programa_2007(fila))
    assert caso.antes.tablas[0].modo_ganada != "acumulada"
    assert caso.leer(caso.lectura("ponderacion_ganada", "80", 0, 1)).tablas[0].modo_ganada == "acumulada"


def test_un_total_mal_leido_se_aparta_al_corregirlo(tmp_path: Path) -> None:
    """"1OO" is a word, so four weights stood beside three activities; as 100 it is the total again."""
    fila = (FILA[0], FILA[1], ("40", "30", "30", "1OO"), FILA[3], ("40", "30", "0"))
    caso = Caso(tmp_path, programa_2007(fila))
    assert caso.antes.tablas[0].filas[0].total_ponderacion is None
    leido = caso.leer(caso.lectura("ponderacion", "100", 0, 3))
    total = leido.tablas[0].filas[0].total_ponderacion
    assert total is not None and total.valor == "100"
    assert columna(leido, "ponderacion") == ["40", "30", "30"]
    assert leido.decisiones == ("d1",)


def test_una_palabra_corregida_vale_por_lo_que_dice(tmp_path: Path) -> None:
    fila = (FILA[0], FILA[1], FILA[2], FILA[3], ("40", "3O", "0"))
    caso = Caso(tmp_path, programa_2007(fila))
    leido = caso.leer(caso.lectura("ponderacion_ganada", "Pendiente", 0, 1))
    cifra = leido.tablas[0].filas[0].actividades[1].ponderacion_ganada
    assert cifra is not None
    assert (cifra.texto, cifra.valor, cifra.origen.texto, cifra.decision) == ("Pendiente", None, "3O", "d1")


def test_en_blanco_quita_lo_que_no_estaba_y_un_texto_pone_lo_que_faltaba(tmp_path: Path) -> None:
    fila = (("Todo",), ("1. Uno", "2. Dos"), ("50", "50"), ("Cumplido", "Cumplido"), ("50",))
    caso = Caso(tmp_path, programa_2007(fila))
    assert columna(caso.antes, "ponderacion_ganada") == ["50", None]
    puesto = caso.leer(caso.lectura("ponderacion_ganada", "50", 0, 1))
    assert columna(puesto, "ponderacion_ganada") == ["50", "50"]
    assert puesto.tablas[0].filas[0].actividades[1].alineacion["ponderacion_ganada"] == "segura"
    quitado = caso.leer(caso.lectura("ponderacion_ganada", "", 0, 0))
    assert columna(quitado, "ponderacion_ganada") == [None, None]
    assert "ponderacion_ganada" not in quitado.tablas[0].filas[0].actividades[0].origen
    assert puesto.decisiones == quitado.decisiones == ("d1",)


def test_un_estado_y_un_texto_corregidos(caso: Caso) -> None:
    leido = caso.leer(
        caso.lectura("estado", "Cumplido", 0, 2, "d1"), caso.lectura("texto", "3. Feria de Temuco", 0, 2, "d2")
    )
    actividad = leido.tablas[0].filas[0].actividades[2]
    assert actividad.estado is not None
    assert (actividad.estado.valor, actividad.estado.decision) == ("CUMPLE", "d1")
    assert actividad.texto == "3. Feria de Temuco"
    assert actividad.origen["texto"].texto == "3. Feria"
    assert leido.decisiones == ("d1", "d2")


def test_el_texto_de_una_fila_se_corrige_y_la_celda_conserva_lo_impreso(tmp_path: Path) -> None:
    texto = (
        "PROGRAMA DE TRABAJO DE SEGUIMIENTO 2007\n\n"
        + programa_2007(FILA)
    )
    caso = Caso(tmp_path, texto)
    leido = caso.leer(caso.lectura("plazo", "marzo de 2008", 0, None))
    fila = leido.tablas[0].filas[0]
    assert fila.plazo == "marzo de 2008"
    assert fila.celdas == caso.antes.tablas[0].filas[0].celdas


def test_una_lectura_de_otro_documento_o_de_otro_campo_no_se_aplica(caso: Caso) -> None:
    lugar = caso.actividad(0, 1).origen["ponderacion_ganada"]
    ajena = una("lectura", clave_lectura("f" * 64, "ponderacion_ganada", lugar), "30", "d1")
    otra = una("lectura", clave_lectura(caso.sha, "ponderacion", lugar), "30", "d2")
    leido = caso.leer(ajena, otra)
    assert leido == caso.antes
    assert sin_aplicar(Decisiones.de([ajena, otra]), leido.decisiones) == ("d1", "d2")


def test_una_cifra_dudosa_corregida_deja_de_serlo(tmp_path: Path) -> None:
    fila = (FILA[0], FILA[1], ("40.000", "30", "30"), FILA[3], ("40", "30", "0"))
    caso = Caso(tmp_path, programa_2007(fila))
    assert "LECTURA_DUDOSA" in codigos(caso.antes)
    leido = caso.leer(caso.lectura("ponderacion", "40", 0, 0))
    assert "LECTURA_DUDOSA" not in codigos(leido)
    assert columna(leido, "ponderacion") == ["40", "30", "30"]


# --- pairs


@pytest.fixture
def corta(tmp_path: Path) -> Caso:
    """Three activities, and an earned value that belongs to the third one."""
    fila = (("Todo",), ("1. Uno", "2. Dos", "3. Tres"), ("50", "30", "20"), ("Cumplido", "No cumplido", "Cumplido"), ("50", "20"))
    return Caso(tmp_path, programa_2007(fila))


def test_una_cifra_pasa_a_la_actividad_que_se_decidio(corta: Caso) -> None:
    assert columna(corta.antes, "ponderacion_ganada") == ["50", "20", None]
    suya = corta.actividad(0, 1).origen["ponderacion_ganada"]
    leido = corta.leer(corta.pareja("ponderacion_ganada", 0, 2, suya))
    assert columna(leido, "ponderacion_ganada") == ["50", None, "20"]
    tercera = leido.tablas[0].filas[0].actividades[2]
    assert tercera.alineacion["ponderacion_ganada"] == "segura"
    assert "lo decidió una persona (d1)" in tercera.motivo_alineacion
    assert tercera.origen["ponderacion_ganada"] == suya
    assert leido.decisiones == ("d1",)


def test_dos_que_se_cambian_y_uno_que_queda_dudoso(caso: Caso) -> None:
    primera, segunda = (caso.actividad(0, i).origen["ponderacion"] for i in (0, 1))
    ambas = caso.leer(caso.pareja("ponderacion", 0, 0, segunda, "d1"), caso.pareja("ponderacion", 0, 1, primera, "d2"))
    assert columna(ambas, "ponderacion") == ["30", "40", "30"]
    assert [a.alineacion["ponderacion"] for a in ambas.tablas[0].filas[0].actividades] == ["segura"] * 3
    sola = caso.leer(caso.pareja("ponderacion", 0, 0, segunda))
    assert columna(sola, "ponderacion") == ["30", "40", "30"]
    assert [a.alineacion["ponderacion"] for a in sola.tablas[0].filas[0].actividades] == ["segura", "dudosa", "segura"]


def test_lo_que_queda_sin_actividad_no_se_pierde(caso: Caso) -> None:
    leido = caso.leer(caso.pareja("ponderacion_ganada", 0, 1, None))
    assert columna(leido, "ponderacion_ganada") == ["40", None, "0", "35"]
    suelta = leido.tablas[0].filas[0].actividades[3]
    assert (suelta.texto, suelta.ponderacion, suelta.alineacion) == (None, None, {"ponderacion_ganada": "dudosa"})


def test_un_total_puede_ser_la_cifra_de_una_actividad(tmp_path: Path) -> None:
    """Three activities and weights 50, 50, 100: the last one was taken for the total."""
    fila = (("Todo",), ("1. Uno", "2. Dos"), ("50", "50", "100"), ("Cumplido", "Cumplido"), ("50", "50"))
    caso = Caso(tmp_path, programa_2007(fila))
    total = caso.antes.tablas[0].filas[0].total_ponderacion
    assert total is not None and total.valor == "100"
    leido = caso.leer(caso.pareja("ponderacion", 0, 1, total.origen))
    assert leido.tablas[0].filas[0].total_ponderacion is None
    assert columna(leido, "ponderacion") == ["50", "100", "50"]


def test_confirmar_la_pareja_que_ya_hay_la_hace_segura(corta: Caso) -> None:
    suya = corta.actividad(0, 1).origen["ponderacion_ganada"]
    leido = corta.leer(corta.pareja("ponderacion_ganada", 0, 1, suya))
    assert columna(leido, "ponderacion_ganada") == ["50", "20", None]
    assert leido.decisiones == ("d1",)


def test_una_cifra_para_dos_actividades_se_rechaza_con_las_dos_decisiones(caso: Caso) -> None:
    suya = caso.actividad(0, 2).origen["ponderacion_ganada"]
    with pytest.raises(ErrorUso, match="«d1» y «d2»"):
        caso.leer(caso.pareja("ponderacion_ganada", 0, 0, suya, "d1"), caso.pareja("ponderacion_ganada", 0, 1, suya, "d2"))


def test_pareja_y_lectura_se_suman(corta: Caso) -> None:
    suya = corta.actividad(0, 1).origen["ponderacion_ganada"]
    leido = corta.leer(
        corta.pareja("ponderacion_ganada", 0, 2, suya, "d1"), corta.lectura("ponderacion_ganada", "19", 0, 1, "d2")
    )
    assert columna(leido, "ponderacion_ganada") == ["50", None, "19"]
    assert leido.decisiones == ("d1", "d2")


# --- names


def test_una_region_decidida_gana_y_se_marca(caso: Caso) -> None:
    assert caso.antes.tablas[0].region.codigos == ()
    leido = caso.leer(una("nombre", "region|La Frontera Grande", "09"))
    region = leido.tablas[0].region
    assert (region.codigos, region.certeza, region.decision, region.texto) == (("09",), "exacta", "d1", "La Frontera Grande")


@pytest.mark.parametrize(
    ("valor", "alcance", "cuantas"), [("TODAS", "TODAS", 13), ("NIVEL_CENTRAL", "NIVEL_CENTRAL", 0), ("SIN_DATO", "SIN_DATO", 0)]
)
def test_una_region_decidida_por_su_alcance(caso: Caso, valor: str, alcance: str, cuantas: int) -> None:
    region = caso.leer(una("nombre", "region|la frontera grande", valor)).tablas[0].region
    assert (region.alcance, len(region.codigos)) == (alcance, cuantas)


def test_el_contexto_mas_preciso_gana(caso: Caso) -> None:
    sin_anio = una("nombre", "region|la frontera grande", "08", "d1")
    del_anio = una("nombre", clave_nombre("region", "La Frontera Grande", anio=2007), "09", "d2")
    de_otro = una("nombre", clave_nombre("region", "La Frontera Grande", anio=2009), "10", "d3")
    del_servicio = una("nombre", clave_nombre("region", "La Frontera Grande", servicio="sernam"), "07", "d4")
    leido = caso.leer(sin_anio, del_anio, de_otro, del_servicio)
    assert (leido.tablas[0].region.codigos, leido.decisiones) == (("09",), ("d2",))
    de_sernam = caso.leer(sin_anio, del_anio, de_otro, del_servicio, declarado=Declarado(servicio="SERNAM"))
    assert (de_sernam.tablas[0].region.codigos, de_sernam.decisiones) == (("07",), ("d4",))


def test_una_region_que_no_existia_ese_anio_no_se_aplica_y_una_que_no_existe_se_rechaza(caso: Caso) -> None:
    leido = caso.leer(una("nombre", "region|la frontera grande", "14"))
    assert (leido.tablas[0].region.codigos, leido.decisiones) == ((), ())
    mala = una("nombre", "region|la frontera grande", "77")
    for rechaza in (lambda: caso.leer(mala), lambda: revisar(Decisiones.de([mala]))):
        with pytest.raises(ErrorUso, match="«d1» nombra una región que no existe: 77"):
            rechaza()


def test_un_estado_decidido(tmp_path: Path) -> None:
    fila = (FILA[0], FILA[1], FILA[2], ("Cumplido", "Se hizo a medias", "Logrado a su modo"), FILA[4])
    caso = Caso(tmp_path, programa_2007(fila))
    leido = caso.leer(
        una("nombre", "estado|Logrado a su modo", "PARCIAL;50", "d1"),
        una("nombre", "estado|se hizo a medias.", "CUMPLE;narrado", "d2"),
    )
    estados = [a.estado for a in leido.tablas[0].filas[0].actividades]
    assert [(e.valor, e.porcentaje, e.declarado, e.certeza, e.decision) for e in estados if e is not None][1:] == [
        ("CUMPLE", None, False, "exacta", "d2"),
        ("PARCIAL", "50", True, "exacta", "d1"),
    ]


def _con_responsable(carpeta: Path, texto: str) -> Caso:
    columnas = "\tObjetivos\n\n\tActividades\n\n\tPond.\n\nactividad\n\n\tCumple o\n\nNo cumple\n\n\tPonderación\n\nganada\n\n\tResponsable\n\n"
    cabeza = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\n\tActividad 1.1: Implementación\n\n\tRegión: Maule\n\n"
    cuerpo = "".join(celda(p) for p in ("Objetivo uno", "Taller", "100", "Cumplido", "100", texto))
    return Caso(carpeta, cabeza + columnas + cuerpo + "\n")


def test_una_unidad_decidida_y_un_nombre_que_no_era_de_persona(tmp_path: Path) -> None:
    caso = _con_responsable(tmp_path, "Depto. Social")
    (leido,) = caso.leer(una("nombre", "unidad|depto. social", "Departamento Social")).tablas[0].filas[0].responsables
    assert leido.unidad is not None
    assert (leido.unidad.nombre, leido.unidad.certeza, leido.decision, leido.texto) == (
        "Departamento Social", "exacta", "d1", "Depto. Social",
    )
    otro = _con_responsable(tmp_path, "Rosa Tapia")
    (antes,) = otro.antes.tablas[0].filas[0].responsables
    assert antes.persona == "Rosa Tapia"
    (movido,) = otro.leer(una("nombre", "unidad|rosa tapia", "Oficina Rosa Tapia")).tablas[0].filas[0].responsables
    assert movido.unidad is not None
    assert (movido.unidad.nombre, movido.persona) == ("Oficina Rosa Tapia", None)
    (quitado,) = otro.leer(una("nombre", "persona|rosa tapia", "")).tablas[0].filas[0].responsables
    assert (quitado.persona, quitado.texto, quitado.decision) == (None, "Rosa Tapia", "d1")


def test_un_servicio_decidido_por_su_texto(tmp_path: Path) -> None:
    caso = Caso(tmp_path, "SERVICIO: Fundación Aurora del Sur\n\n" + programa_2007(FILA))
    assert caso.antes.documento.servicio is None or caso.antes.documento.servicio.codigo is None
    leido = caso.leer(una("nombre", "servicio|fundación aurora del sur", "prodemu"))
    servicio = leido.documento.servicio
    assert servicio is not None
    assert (servicio.codigo, servicio.certeza, servicio.decision) == ("prodemu", "exacta", "d1")
    libre = caso.leer(una("nombre", "servicio|fundación aurora del sur", "Fundación Aurora")).documento.servicio
    assert libre is not None and (libre.codigo, libre.nombre) == (None, "Fundación Aurora")


# --- documents and findings


def test_lo_decidido_de_un_documento_gana_a_lo_leido_y_a_lo_declarado(caso: Caso) -> None:
    decisiones = [
        una("documento", clave_documento(caso.sha, campo), valor, f"d{n}")
        for n, (campo, valor) in enumerate([("servicio", "sernam"), ("anio", "2009"), ("etapa", "4")])
    ]
    leido = caso.leer(*decisiones, declarado=Declarado(servicio="SENCE", anio=2008, etapa=3))
    ficha = leido.documento
    assert ficha.servicio is not None
    assert (ficha.servicio.codigo, ficha.servicio.decision, ficha.anio, ficha.etapas) == ("sernam", "d0", 2009, (4,))
    assert leido.decisiones == ("d0", "d1", "d2")


@pytest.mark.parametrize("con_documento", [False, True])
def test_un_hallazgo_descartado_queda_y_no_cuenta(caso: Caso, con_documento: bool) -> None:
    hallazgo = next(h for h in caso.antes.hallazgos if h.codigo == "GANADA_NO_CORRESPONDE")
    clave = clave_hallazgo(hallazgo.huella, caso.sha if con_documento else None)
    leido = caso.leer(una("hallazgo", clave, "descartado"))
    assert [h.huella for h in leido.hallazgos] == [h.huella for h in caso.antes.hallazgos]
    decidido = next(h for h in leido.hallazgos if h.huella == hallazgo.huella)
    assert decidido.decision is not None
    assert decidido.decision.model_dump() == {
        "id": "d1", "valor": "descartado", "quien": "R. Soto", "porque": "se ve en la copia",
    }
    antes, ahora = Balance(), Balance()
    antes.sumar(caso.antes)
    ahora.sumar(leido)
    assert ahora.gravedades[hallazgo.gravedad] == antes.gravedades[hallazgo.gravedad] - 1
    assert (antes.alcanza("aritmetica"), ahora.alcanza("aritmetica"), ahora.descartados) == (True, False, 1)
    lineas = documento_en_consola(leido, "aritmetica")
    assert not any("GANADA_NO_CORRESPONDE" in linea for linea in lineas)
    assert "informe.txt: inconsistencias descartadas por una persona: 1" in lineas
    assert any(linea.endswith("descartadas: 1") for linea in totales_en_consola(ahora, "aritmetica"))


def test_un_hallazgo_confirmado_sigue_contando(caso: Caso) -> None:
    hallazgo = next(h for h in caso.antes.hallazgos if h.codigo == "GANADA_NO_CORRESPONDE")
    leido = caso.leer(una("hallazgo", hallazgo.huella, "confirmado"))
    balance = Balance()
    balance.sumar(leido)
    assert balance.alcanza("aritmetica") and balance.descartados == 0


def test_un_documento_que_no_se_lee_tambien_tiene_sus_decisiones(tmp_path: Path) -> None:
    ruta = tmp_path / "vacio.docx"
    ruta.write_bytes(b"\x00\x01\x02")
    antes = procesar(ruta, "vacio.docx", Declarado())
    leido = procesar(ruta, "vacio.docx", Declarado(), Decisiones.de([una("hallazgo", antes.hallazgos[0].huella, "descartado")]))
    assert leido.hallazgos[0].descartado and leido.decisiones == ("d1",)


def test_las_que_no_se_aplican_se_dicen() -> None:
    decisiones = Decisiones.de([una("nombre", f"region|lugar {n}", "02", f"d{n:02}") for n in range(25)])
    faltan = sin_aplicar(decisiones, ["d03"])
    assert len(faltan) == 24 and "d03" not in faltan
    frase = frase_sin_aplicar(faltan)
    assert frase is not None and frase.startswith("24 decisiones no se aplicaron") and frase.endswith("d20 y 4 más")
    assert frase_sin_aplicar(faltan[:1]) == "1 decisión no se aplicó a nada de lo leído: d00"
    assert frase_sin_aplicar(()) is None


def test_dos_corridas_dan_los_mismos_bytes(caso: Caso) -> None:
    decisiones = [caso.lectura("ponderacion_ganada", "30", 0, 1), una("nombre", "region|la frontera grande", "09", "d2")]
    uno, dos = caso.leer(*decisiones), caso.leer(*reversed(decisiones))
    assert uno.model_dump_json() == dos.model_dump_json()
    assert Informe.model_validate_json(uno.model_dump_json()) == uno
