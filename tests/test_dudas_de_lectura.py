"""Three doubts apart: no rule says anything of the report because of what a scan read with doubt, nor that something is not
there which may stand in a part that was not read. One line per rule; a rule without its line fails here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from ayudas_reconciliador import IMPRESO, estado, fila, informe, origen, region, tabla

from extractor.estructura.celdas_dudosas import TODA_LA_FILA
from extractor.estructura.descalces import DUDA, con_duda
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.base import Origen
from extractor.modelo.informe import Informe, Seccion
from extractor.modelo.tabla import Columna, Tabla
from extractor.modelo.valores import Estado
from extractor.reconciliador import REGLAS, Expectativas, reconciliar

DOS = IMPRESO.model_copy(update={"minimo_actividades": 2})
ROLES = ("programa", "objetivo", "indicador", "resultado", "meta", "actividad", "meta_o_actividades", "ponderacion", "estado",
         "ponderacion_ganada", "medio", "plazo", "avance", "medidas", "recomendaciones", "compromisos", "territorio", "otro")  # fmt: skip
CAMPOS = ("desarrollo", "recomendaciones", "grado", "texto", "desempeno_servicio")


@dataclass(frozen=True)
class Caso:
    """A report in which a rule finds something, and what of it may be doubtful so that nothing can be said: ``estado``, ``cifras``
    (all the figures of activities, rows and totals) or ``celdas`` (the words of every column)."""

    tablas: tuple[Tabla, ...] = ()
    secciones: tuple[Seccion, ...] = ()
    dudas: tuple[str, ...] = ()
    mas: tuple[tuple[str, Any], ...] = ()


def columnas(*roles: Any) -> tuple[Columna, ...]:
    return tuple(Columna(texto=rol, rol=rol) for rol in roles)


def lista(id: str, tipo: Any, roles: tuple[Any, ...], *celdas: tuple[str, ...], desde: int = 40, **cambios: Any) -> Tabla:
    """A table that weighs nothing, with the cells that its rows' fields take."""
    campos = {"objetivo": "objetivos"}
    filas = []
    for n, textos in enumerate(celdas):
        propios = {campos.get(r, r): (t,) if r == "objetivo" else t for r, t in zip(roles, textos, strict=True)
                   if r not in ("territorio", "ponderacion_ganada", "otro", "estado")}
        if "estado" in roles:
            propios["estado"] = estado(textos[roles.index("estado")])
        filas.append(fila(n, desde + n, celdas=textos, **propios))
    return tabla("", None, id=id, tipo=tipo, filas=tuple(filas), bloques=(), columnas=columnas(*roles), desde=desde, **cambios)


def por_filas(texto: str, *campos: dict[str, Any], modo: str = "por_actividad", **cambios: Any) -> Tabla:
    """A programme that weighs its rows, with these fields in them."""
    base = tabla(texto, modo, por_fila=True, **cambios)
    filas = [f.model_copy(update=c) for f, c in zip(base.filas, campos, strict=False)]
    return base.model_copy(update={"filas": (*filas, *base.filas[len(filas) :])})


def narrada(texto: str, valor: Any, ganada: str = "40") -> Tabla:
    """A programme whose first activity tells its state."""
    base = tabla(f"40 | ~cumple | {ganada}\n60 | cumple | 60")
    primera = base.filas[0].actividades[0]
    assert primera.estado is not None
    dicho = primera.estado.model_copy(update={"texto": texto, "valor": valor, "certeza": "aproximada"})
    fila_ = base.filas[0].model_copy(update={"actividades": (primera.model_copy(update={"estado": dicho}), base.filas[0].actividades[1])})
    return base.model_copy(update={"filas": (fila_,)})


def seccion(id: str = "s3", numero: str = "1.1", texto: str | None = None, **campos: Any) -> Seccion:
    return Seccion(id=id, nivel="seccion", padre=None, numero=numero, titulo="Resultados", region=None, texto=texto, campos=campos,
                   origen=origen(int(id[1:]), 0))


def gemela(id: str, desde: int) -> Tabla:
    base = tabla("40 | cumple | 40\n60 | no | 0", id=id, desde=desde)
    actividades = tuple(a.model_copy(update={"texto": t}) for a, t in zip(base.filas[0].actividades, ("Pintar", "Barrer"), strict=True))
    filas = (base.filas[0].model_copy(update={"actividades": actividades, "objetivos": ("Aseo",)}),)
    return base.model_copy(update={"filas": filas, "region": region(id, (id,))})


def de_objetivo(texto: str = "100 | cumple | 100", **campos: Any) -> Tabla:
    """A programme of one objective with one activity."""
    base = tabla(texto)
    actividad = base.filas[0].actividades[0].model_copy(update={"texto": "Realizar reuniones"})
    propios = {"objetivos": ("Cuidar el humedal de la bahía",), "actividades": (actividad,), **campos}
    return base.model_copy(update={"filas": (base.filas[0].model_copy(update=propios),)})


SEGUIDO = lista("t2", "analisis_avance", ("objetivo", "avance"), ("Reparar los muelles de la caleta", "Hecho"))
CON_OBJETIVO = de_objetivo().model_copy(update={"columnas": columnas("objetivo", "actividad", "ponderacion", "estado", "ponderacion_ganada")})
META_40 = {"objetivos": ("Dictar talleres",), "indicador": "Nº de talleres. Meta: 40", "meta": "40 talleres"}
REGIONES = lista("t2", "otra", ("territorio", "ponderacion_ganada"), ("11ª Región", "70%"))
SERVICIO = tabla("50 | cumple | 50\n50 | no | 0", desempeno=(None, "CUMPLE"))
EVALUADA = de_objetivo("100 | no | 0").model_copy(update={"objetivos": ()})
CELDAS = ("celdas",)
DESCONOCIDO = Estado(texto="Ss", valor="SIN_DATO", porcentaje=None, declarado=False, certeza="aproximada")

CASOS: dict[str, Caso] = {
    "PONDERACIONES_NO_SUMAN_100": Caso((tabla("40 | cumple | 40\n50 | cumple | 50"),), dudas=("cifras",)),
    "TOTAL_PONDERACION_NO_CUADRA": Caso((tabla("40 | cumple | 40\n50 | cumple | 50\ntotal: 100 | 90"),), dudas=("cifras",)),
    "PROGRAMA_NO_CUADRA": Caso((tabla("40 | cumple | 40\n50 | cumple | 50", declarada="80"),), dudas=("cifras",)),
    "GANADA_NO_CORRESPONDE": Caso((tabla("40 | no | 40\n60 | cumple | 60"),), dudas=("estado", "cifras")),
    "GANADA_NO_CORRESPONDE, ni su ponderación ni 0": Caso((tabla("40 | no | 15\n60 | cumple | 60"),), dudas=("estado", "cifras")),
    "ACUMULADO_NO_CUADRA": Caso((tabla("40 | cumple | 40\n60 | no | 90", "acumulada"),), dudas=("estado", "cifras")),
    "TOTAL_GANADA_NO_CUADRA": Caso((tabla("40 | cumple | 40\n60 | no | 0\ntotal: 100 | 90"),), dudas=("cifras",)),
    "DESEMPENO_REGION_NO_CUADRA": Caso((tabla("40 | cumple | 40\n60 | no | 0", desempeno=("90", None)),), dudas=("cifras",)),
    "DESEMPENO_REGION_NO_CUADRA, resumen": Caso((tabla("40 | cumple | 40\n60 | no | 0"), REGIONES), dudas=("cifras", "celdas")),
    "DESEMPENO_SERVICIO_NO_CUADRA": Caso((SERVICIO,), dudas=("cifras", "celdas")),
    "ESTADO_CONTRADICE_GANADA": Caso((tabla("40 | cumple | Pendiente\n60 | cumple | 60"),), dudas=("estado", "cifras")),
    "ESTADO_CONTRADICE_GANADA, plan": Caso((narrada("Se visitarán las caletas", "PENDIENTE"),), dudas=("estado", "cifras")),
    "ESTADO_SIN_VEREDICTO": Caso((narrada("Se visitaron las caletas", "CUMPLE"),), dudas=("estado", "cifras")),
    "COMPROMISO_FUERA_DE_PLAZO": Caso((narrada("Se hará en marzo de 2008", "PENDIENTE"),), dudas=("estado", "cifras")),
    "EVIDENCIA_PARCIAL": Caso((narrada("Se visitaron 3 de 5 caletas", "PARCIAL"),), dudas=("estado", "cifras")),
    "META_CONTRADICTORIA": Caso((por_filas("100 | cumple | 100", {**META_40, "meta": "60 talleres"}),), dudas=CELDAS),
    "META_MODIFICADA": Caso((
        por_filas("100 | cumple | 100", META_40),
        lista("t2", "analisis_avance", ("objetivo", "avance"), ("Dictar talleres", "Van 30 talleres comprometidos")),
    ), dudas=CELDAS),
    "RESULTADO_REPITE_META": Caso((por_filas("100 | |", {**META_40, "resultado": "Meta: 40 talleres"}, modo="sin_datos"),), dudas=CELDAS),
    "AVANCE_BAJO_META": Caso(
        (por_filas("100 | cumple | 100", {**META_40, "resultado": "30 talleres dictados"}),), dudas=("estado", "celdas"),
    ),
    "INCONSISTENCIA_ENTRE_TABLAS": Caso((
        EVALUADA, lista("t2", "evaluacion_objetivos", ("objetivo", "estado"), ("Cuidar el humedal de la bahía", "cumple")),
    ), dudas=("estado",)),
    "OBJETIVO_SIN_SEGUIMIENTO": Caso((CON_OBJETIVO, SEGUIDO), dudas=CELDAS),
    "TABLAS_IDENTICAS": Caso((gemela("t1", 1), gemela("t2", 40)), dudas=("estado", "cifras", "celdas")),
    "FILAS_REPETIDAS": Caso((
        lista("t1", "otra", ("objetivo", "medidas"), *[("Reparar los muelles de la caleta", "Comprar madera")] * 2),
    ), dudas=CELDAS),
    "GRADO_CONTRADICTORIO": Caso(secciones=(
        seccion(grado_avance="MENOR", desarrollo="Avance mayor y avance menor", grados=["avance mayor", "avance menor"]),
    ), dudas=CELDAS),
    "MENOS_DE_DOS_ACTIVIDADES": Caso((de_objetivo(),), dudas=CELDAS),
    "CONTEO_NO_CUADRA": Caso((lista("t1", "otra", ("medidas",), ("Hay cuatro socias (Alfa, Beta y Gama)",)),), dudas=CELDAS),
    "CONTEO_NO_CUADRA, sección": Caso(secciones=(seccion(texto="Hay cuatro socias (Alfa, Beta y Gama)"),), dudas=CELDAS),
    "FORMATO_NUMERO_MIXTO": Caso((tabla("40,5 | cumple | 40,5\n59.5 | cumple | 59.5"),), dudas=("cifras",)),
    "FILA_INCOMPLETA": Caso((
        lista("t1", "otra", ("objetivo", "medio"), ("Pintar", "Por definir"), ("Barrer", "Acta")),
    ), dudas=CELDAS, mas=(("campos_obligatorios", {"t1": ("medio",)}),)),
    "GRADO_AUSENTE": Caso(secciones=(seccion(grado_avance="SIN_DATO", desarrollo="Se avanzó", grados=[]),), dudas=CELDAS),
    "REGION_SIN_DATOS": Caso((lista(
        "t1", "programa_trabajo", ("actividad", "ponderacion", "estado"),
    ).model_copy(update={"filas": (fila(0, 1, celdas=("Pintar", "", "Ss"), estado=DESCONOCIDO),)}),), dudas=("estado",)),
}
"""By code (and, after a comma, which of its ways)."""

DE_LA_LECTURA = {
    "LECTURA_DUDOSA", "DOCUMENTO_ILEGIBLE", "DOCUMENTO_PROTEGIDO", "FORMATO_DESCONOCIDO", "PAGINA_SIN_TEXTO", "LIMITE_EXCEDIDO",
    "TABLA_TRUNCADA", "CONTEO_DESALINEADO",
}
"""What the earlier stages tell of their own reading."""


def _todas(valor: Any, cambio: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    """A record's data with ``cambio`` applied to each dictionary in it."""
    if isinstance(valor, dict):
        return cambio({k: _todas(v, cambio) for k, v in valor.items()})
    return [_todas(v, cambio) for v in valor] if isinstance(valor, list | tuple) else valor


def en_imagen(tabla_: Tabla, duda: str) -> Tabla:
    """The table as read from page 1 of a scan, with this doubt."""

    def cambio(datos: dict[str, Any]) -> dict[str, Any]:
        if "linea_inicio" in datos:
            return {**datos, "pagina": 1}
        if "declarado" in datos and duda == "estado":
            return {**datos, "certeza": "dudosa"}
        if "decimales" in datos:
            return {**datos, "certeza": "dudosa" if duda == "cifras" else "ocr"}
        return datos

    return Tabla.model_validate(_todas(tabla_.model_dump(), cambio))


def juzgar(caso: Caso, duda: str | None = None, **mas: Any) -> Informe:
    """The report of a case; with a doubt, as read from a scan."""
    tablas = caso.tablas if duda is None else tuple(en_imagen(t, duda) for t in caso.tablas)
    entero = informe(*tablas, secciones=caso.secciones)
    if duda is not None:
        entero = entero.model_copy(update={"documento": entero.documento.model_copy(update={"paginas_ocr": (1,)})})
    if duda == "celdas":
        lugares = {(t.id, f.indice, r) for t in tablas for f in t.filas for r in ROLES}
        lugares |= {(d, None, c) for d in [x.id for x in (*tablas, *caso.secciones)] for c in CAMPOS}
        mas["celdas_dudosas"] = frozenset(lugares)
    regimenes = {t.id: (DOS,) for t in tablas}
    return reconciliar(entero, Expectativas(regimenes=regimenes, **dict(caso.mas), **mas))


def codigos(juzgado: Informe) -> set[str]:
    return {h.codigo for h in juzgado.hallazgos}


NO_SALE_DE_LO_ESCRITO = {
    "ACUMULADO_INCOMPLETO", "TOTAL_AUSENTE", "SIN_RESULTADOS", "REGION_NO_INDICADA", "SECCION_VACIA", "SECCION_AUSENTE",
    "FORMATO_AUSENTE",
}
"""Absences: what was read with doubt is there, and is none of them."""


def test_cada_regla_tiene_su_caso() -> None:
    todos = {codigo for regla in REGLAS for codigo in regla.codigos}
    assert {nombre.split(",")[0] for nombre in CASOS} | DE_LA_LECTURA | NO_SALE_DE_LO_ESCRITO == todos


@pytest.mark.parametrize("nombre", list(CASOS))
def test_en_un_texto_se_dice(nombre: str) -> None:
    assert nombre.split(",")[0] in codigos(juzgar(CASOS[nombre]))


@pytest.mark.parametrize(("nombre", "duda"), [(n, d) for n, c in CASOS.items() for d in c.dudas])
def test_lo_que_un_escaneo_leyo_con_duda_no_es_del_informe(nombre: str, duda: str) -> None:
    assert codigos(juzgar(CASOS[nombre], duda)) & {nombre.split(",")[0]} == set()


@pytest.mark.parametrize("nombre", [n for n in CASOS if n not in ("FORMATO_NUMERO_MIXTO", "REGION_SIN_DATOS")])
def test_lo_que_un_escaneo_leyo_bien_se_juzga(nombre: str) -> None:
    assert nombre.split(",")[0] in codigos(juzgar(CASOS[nombre], "nada"))


@pytest.mark.parametrize("texto", ["Ss", "Nc", "Ss. Se visitaron las caletas"])
def test_una_palabra_que_no_es_un_estado_conocido_es_de_la_lectura(texto: str) -> None:
    valor = "CUMPLE" if " " in texto else "SIN_DATO"
    for ganada in ("40", "15"):
        caso = Caso((narrada(texto, valor, ganada),))
        assert codigos(juzgar(caso, "nada")) == set()
        assert codigos(juzgar(caso)) & {"ESTADO_SIN_VEREDICTO", "GANADA_NO_CORRESPONDE"}


def corridas(caso: Caso) -> Caso:
    """The case with the columns of every row of its tables perhaps shifted, as the reading of a stream leaves them."""
    tablas = tuple(t.model_copy(update={"filas": tuple(map(con_duda, t.filas))}) for t in caso.tablas)
    avisos = tuple(AvisoEstructura("LECTURA_DUDOSA", t.id, f.indice, None, None, DUDA, f.origen) for t in tablas for f in t.filas)
    celdas = frozenset((t.id, f.indice, TODA_LA_FILA) for t in tablas for f in t.filas)
    return replace(caso, tablas=tablas, mas=(*caso.mas, ("avisos", avisos), ("celdas_dudosas", celdas)))


@pytest.mark.parametrize("nombre", [n for n, c in CASOS.items() if c.tablas])
def test_lo_que_puede_estar_bajo_otro_rotulo_no_es_del_informe(nombre: str) -> None:
    """A cell too many or too few moves all that follows to the next column: no rule says anything of such rows."""
    sin_nada_escrito = {nombre} & {"REGION_SIN_DATOS"}
    assert codigos(juzgar(corridas(CASOS[nombre]))) == {"LECTURA_DUDOSA"} | sin_nada_escrito


@pytest.mark.parametrize("nombre", [n for n, c in CASOS.items() if c.tablas])
def test_un_solo_renglon_corrido_no_se_juzga(nombre: str) -> None:
    """Only the row that the finding is of: the others are sure."""
    caso = CASOS[nombre]
    suyas = [h for h in juzgar(caso).hallazgos if h.codigo == nombre.split(",")[0] and h.fila is not None]
    for hallado in suyas:
        tabla_ = next(t for t in caso.tablas if t.id == hallado.tabla)
        filas = tuple(con_duda(f) if f.indice == hallado.fila else f for f in tabla_.filas)
        tablas = tuple(t.model_copy(update={"filas": filas}) if t is tabla_ else t for t in caso.tablas)
        celdas = frozenset({(tabla_.id, hallado.fila, TODA_LA_FILA)})
        juzgado = juzgar(replace(caso, tablas=tablas, mas=(*caso.mas, ("celdas_dudosas", celdas))))
        assert hallado.codigo not in codigos(juzgado)


# ---------------------------------------------------------------- absences

PAGINA = ("PAGINA_SIN_TEXTO", "en la imagen de la página 1 no se halló texto", Origen(pagina=1, texto=""))
TRUNCADA = AvisoEstructura("TABLA_TRUNCADA", "t1", None, None, None, "la tabla termina antes de completar su última fila", origen(1, 0))
AUSENCIAS: dict[str, Caso] = {
    "ACUMULADO_INCOMPLETO": Caso((tabla("40 | cumple | 40\n60 | no |", "acumulada"),)),
    "TOTAL_AUSENTE": Caso((tabla("40 | cumple | 40\n60 | no | 0\ntotal: 100 |"),)),
    "SIN_RESULTADOS": Caso((tabla("40 | |\n60 | |", "sin_datos"),)),
    "REGION_SIN_DATOS": Caso((tabla(" | |", "sin_datos"),)),
    "FILA_INCOMPLETA": Caso((
        lista("t1", "otra", ("objetivo", "medio"), ("Pintar", ""), ("Barrer", "Acta"), desde=1),
    ), mas=(("campos_obligatorios", {"t1": ("medio",)}),)),
    "MENOS_DE_DOS_ACTIVIDADES": Caso((de_objetivo(),)),
    "OBJETIVO_SIN_SEGUIMIENTO": Caso((CON_OBJETIVO, SEGUIDO)),
    "TABLAS_IDENTICAS": Caso((gemela("t1", 1), gemela("t2", 40))),
    "META_MODIFICADA": CASOS["META_MODIFICADA"],
    "INCONSISTENCIA_ENTRE_TABLAS": Caso((
        de_objetivo(), lista("t2", "evaluacion_objetivos", ("objetivo", "estado"), ("Cuidar el humedal de la bahía", "no")),
    )),
    "REGION_NO_INDICADA": Caso((tabla("40 | cumple | 40\n60 | no | 0").model_copy(update={
        "region": tabla("100 | cumple | 100").region.model_copy(update={"codigos": (), "alcance": "SIN_DATO", "texto": None}),
    }),)),
    "RESULTADO_REPITE_META": CASOS["RESULTADO_REPITE_META"],
}


@pytest.mark.parametrize("nombre", AUSENCIAS)
def test_en_una_tabla_entera_se_dice(nombre: str) -> None:
    assert nombre in codigos(juzgar(AUSENCIAS[nombre]))


@pytest.mark.parametrize("nombre", AUSENCIAS)
def test_en_una_tabla_partida_no_se_juzga(nombre: str) -> None:
    juzgado = juzgar(AUSENCIAS[nombre], partidas=frozenset({"t1"}))
    assert nombre not in codigos(juzgado)
    if nombre != "TABLAS_IDENTICAS":
        assert "tabla_partida" in {v.motivo for v in juzgado.verificaciones if v.regla == nombre}


@pytest.mark.parametrize("nombre", AUSENCIAS)
def test_en_una_tabla_corrida_no_se_echa_de_menos(nombre: str) -> None:
    sin_nada_escrito = {"REGION_SIN_DATOS", "REGION_NO_INDICADA"}
    assert codigos(juzgar(corridas(AUSENCIAS[nombre]))) <= {"LECTURA_DUDOSA"} | sin_nada_escrito


@pytest.mark.parametrize("nombre", [
    "TOTAL_AUSENTE", "SIN_RESULTADOS", "FILA_INCOMPLETA", "MENOS_DE_DOS_ACTIVIDADES", "OBJETIVO_SIN_SEGUIMIENTO", "TABLAS_IDENTICAS",
    "META_MODIFICADA", "INCONSISTENCIA_ENTRE_TABLAS",
])  # fmt: skip
def test_en_una_tabla_truncada_no_se_cuenta_ni_se_echa_de_menos(nombre: str) -> None:
    assert nombre not in codigos(juzgar(AUSENCIAS[nombre], avisos=(TRUNCADA,)))


@pytest.mark.parametrize("nombre", AUSENCIAS)
def test_lo_que_falta_puede_estar_en_lo_que_no_se_leyo_de_la_pagina(nombre: str) -> None:
    assert nombre not in codigos(juzgar(AUSENCIAS[nombre], "nada", avisos_lectura=(PAGINA,)))


def test_el_seguimiento_de_una_tabla_entera_se_juzga_aunque_otra_este_partida() -> None:
    otra = SEGUIDO.model_copy(update={"id": "t3", "tipo": "instancias"})
    assert "OBJETIVO_SIN_SEGUIMIENTO" in codigos(juzgar(Caso((CON_OBJETIVO, SEGUIDO, otra)), partidas=frozenset({"t3"})))


def test_la_tabla_partida_del_avance_no_deja_echar_de_menos_un_objetivo() -> None:
    juzgado = juzgar(AUSENCIAS["OBJETIVO_SIN_SEGUIMIENTO"], partidas=frozenset({"t2"}))
    assert {(v.tabla, v.resultado, v.motivo) for v in juzgado.verificaciones if v.regla == "OBJETIVO_SIN_SEGUIMIENTO"} == {
        ("t1", "NO_VERIFICABLE", "tabla_partida"), ("t2", "NO_VERIFICABLE", "tabla_partida"),
    }


def test_los_formatos_y_secciones_de_un_documento_parcial_no_se_echan_de_menos() -> None:
    capitulo = Seccion(id="s1", nivel="capitulo", padre=None, numero=None, titulo="Capítulo", region=None, texto=None, campos={},
                       origen=origen(1, 0))
    entero = informe(secciones=(capitulo,))
    expectativas = Expectativas(secciones_por_capitulo=(("2.1", "Medidas"),), formatos=(("instancias", "instancias"),))
    assert codigos(reconciliar(entero, expectativas)) == {"SECCION_AUSENTE", "FORMATO_AUSENTE"}
    parcial = entero.model_copy(update={"documento": entero.documento.model_copy(update={"estado": "parcial"})})
    juzgado = reconciliar(parcial, expectativas)
    assert codigos(juzgado) == set()
    assert {(v.regla, v.motivo) for v in juzgado.verificaciones} == {
        ("SECCION_AUSENTE", "lectura_dudosa"), ("FORMATO_AUSENTE", "lectura_dudosa"),
    }


def test_una_seccion_cortada_no_esta_vacia_ni_sin_grado() -> None:
    vacia, sin_grado = seccion("s3", desarrollo=None, recomendaciones=None), seccion("s4", "1.2", grado_avance="SIN_DATO", desarrollo="Algo")
    caso = Caso(secciones=(vacia, sin_grado))
    assert codigos(juzgar(caso)) == {"SECCION_VACIA", "GRADO_AUSENTE"}
    juzgado = juzgar(caso, partidas=frozenset({"s3", "s4"}))
    assert codigos(juzgado) == set()
    assert {(v.regla, v.tabla, v.motivo) for v in juzgado.verificaciones if v.resultado == "NO_VERIFICABLE"} >= {
        ("SECCION_VACIA", "s3", "tabla_partida"), ("GRADO_AUSENTE", "s4", "tabla_partida"),
    }


def test_una_fila_de_columnas_inseguras_no_esta_incompleta() -> None:
    caso = AUSENCIAS["FILA_INCOMPLETA"]
    duda = AvisoEstructura("LECTURA_DUDOSA", "t1", 0, None, None, "a la fila le faltan celdas", caso.tablas[0].filas[0].origen)
    assert codigos(juzgar(caso, avisos=(duda,))) == {"LECTURA_DUDOSA"}


def test_una_fila_que_no_se_tomo_puede_ser_el_total() -> None:
    duda = AvisoEstructura("LECTURA_DUDOSA", "t1", None, None, None, "una fila no se tomó", origen(9, 0))
    assert "TOTAL_AUSENTE" not in codigos(juzgar(AUSENCIAS["TOTAL_AUSENTE"], avisos=(duda,)))



def en_pagina(tabla_: Tabla, pagina: int, **cambios: Any) -> Tabla:
    """The table with all its rows on a page."""
    filas = tuple(f.model_copy(update={"origen": f.origen.model_copy(update={"pagina": pagina, "caja": (0, 9 * n, 9, 9)})})
                  for n, f in enumerate(tabla_.filas))
    return tabla_.model_copy(update={"filas": filas, "origen": filas[0].origen, **cambios})


def sumas(juzgado: Informe) -> set[tuple[str | None, str, str | None]]:
    return {(v.tabla, v.resultado, v.motivo) for v in juzgado.verificaciones if v.regla == "PONDERACIONES_NO_SUMAN_100"}


HEREDADA = tabla("100 | cumple | 100").region.model_copy(update={"heredada": True})
PARTIDA = ("NO_VERIFICABLE", "tabla_partida")


@pytest.mark.parametrize(("antes", "region", "esperado"), [
    ("60 | cumple | 60", HEREDADA, {("t1", *PARTIDA), ("t2", *PARTIDA)}),
    ("60 | cumple | 60", HEREDADA.model_copy(update={"heredada": False}), {("t1", *PARTIDA), ("t2", "NO_CUADRA", None)}),
    ("60 | cumple | 60\ntotal: 60 | 60", HEREDADA, {("t1", "NO_CUADRA", None), ("t2", *PARTIDA)}),
])  # fmt: skip
def test_junto_a_una_pagina_que_no_se_leyo_no_se_suma(antes: str, region: Any, esperado: set[Any]) -> None:
    una, otra = en_pagina(tabla(antes), 1), en_pagina(tabla("70 | cumple | 70", id="t2", desde=40), 3, region=region)
    perdida = ("PAGINA_SIN_TEXTO", "la página 2 no se leyó", Origen(pagina=2, texto=""))
    assert sumas(juzgar(Caso((una, otra)), avisos_lectura=(perdida,))) == esperado
    lejana = ("PAGINA_SIN_TEXTO", "la página 7 no se leyó", Origen(pagina=7, texto=""))
    assert {r for _, r, _ in sumas(juzgar(Caso((una, otra)), avisos_lectura=(lejana,)))} == {"NO_CUADRA"}


def test_una_tabla_truncada_no_se_suma() -> None:
    assert sumas(juzgar(Caso((tabla("60 | cumple | 60"),)), avisos=(TRUNCADA,))) == {("t1", *PARTIDA)}


@pytest.mark.parametrize("motivo", ["tabla_partida", None])
def test_entre_documentos_tampoco_se_suma_una_tabla_partida(motivo: str | None) -> None:
    from extractor.reconciliador.conjunto.resumen import resumir

    juzgado = juzgar(Caso((tabla("60 | cumple | 60\n40 | no | 0"),)), partidas=frozenset({"t1"} if motivo else ()))
    assert (resumir(juzgado, {DOS.id: DOS}).tablas[0].ganado is None) is (motivo is not None)


@pytest.mark.parametrize(("renglones", "juzgada"), [("40 | cumple | 40\n60 | no |", False), ("40 | cumple | 40\n60 | no | 40", True)])
def test_una_celda_con_tinta_que_no_se_leyo_no_es_un_blanco(renglones: str, juzgada: bool) -> None:
    """The last running total may be the one that was not read."""
    tinta = ("LECTURA_DUDOSA", "en 1 celdas de la página 1 hay tinta que no se pudo leer", Origen(pagina=1, texto=""))
    caso = Caso((tabla(renglones, "acumulada", desempeno=("90", None)),))
    juzgado = juzgar(caso, "nada", avisos_lectura=(tinta,))
    assert ("DESEMPENO_REGION_NO_CUADRA" in codigos(juzgado)) is juzgada
    assert "DESEMPENO_REGION_NO_CUADRA" in codigos(juzgar(caso, "nada"))
