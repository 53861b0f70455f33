"""The schema: migrations up and down on both databases, what each version may be opened with, the catalogues and the views,
and docs/esquema.md, which cannot go stale."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from types import NoneType
from typing import Any, get_args

import pytest
from ayudas_almacen import CATALOGOS, consulta, ordenar, volcado
from ayudas_reconciliador import IMPRESO
from ayudas_salidas import hallazgo, informe
from sqlalchemy import Connection, create_engine, inspect, text

from extractor.almacen import abrir, esquema, migracion
from extractor.almacen.conexion import abrir_motor, escribiendo, leer_url
from extractor.almacen.vistas import HUELLA, VISTAS
from extractor.errores import ErrorUso
from extractor.lote.carga import preparar_carga
from extractor.modelo import hallazgo as h
from extractor.modelo.conjunto import Paquete, Resumen
from extractor.modelo.informe import Cobertura, FichaDocumento, Seccion
from extractor.modelo.tabla import Actividad, Fila, Tabla
from extractor.modelo.valores import Cifra, Responsable, ValorEstado
from extractor.reconciliador.conjunto import resumir


def guiones() -> list[Any]:
    """The revisions, the newest first."""
    from alembic.script import ScriptDirectory

    return list(ScriptDirectory.from_config(migracion.configurar()).walk_revisions())


def existentes(conexion: Connection) -> set[str]:
    return {*inspect(conexion).get_table_names(), *inspect(conexion).get_view_names()}


def test_la_revision_es_la_ultima() -> None:
    revisiones = guiones()
    assert revisiones[0].revision == migracion.REVISION
    assert [r.revision for r in revisiones] == [f"{n:04}" for n in range(len(revisiones), 0, -1)]


def test_las_vistas_son_las_de_su_revision() -> None:
    """A view is only made anew when a revision runs: changing one needs a revision that carries its new fingerprint."""
    selladas = [r.module.VISTAS for r in guiones() if hasattr(r.module, "VISTAS")]
    assert selladas[0] == HUELLA


def test_subir_y_bajar(base: str) -> None:
    motor = abrir_motor(leer_url(base))
    with escribiendo(motor) as conexion:
        antes = existentes(conexion)
        migracion.migrar(conexion, "head")
        assert existentes(conexion) - antes == {*esquema.metadatos.tables, *VISTAS, migracion.TABLA_DE_VERSION}
    for guion in guiones():
        with escribiendo(motor) as conexion:
            migracion.migrar(conexion, guion.down_revision or "base")
            assert migracion.revision(conexion) == guion.down_revision
    with motor.connect() as conexion:
        assert existentes(conexion) - antes == {migracion.TABLA_DE_VERSION}
    motor.dispose()
    with abrir(base) as deposito:
        deposito.guardar(informe())
        assert deposito.cuentas()["documento"] == 1


def test_las_revisiones_dan_el_esquema(base: str) -> None:
    """Tables, columns, kinds, keys, indexes: what the revisions make is what the program says."""
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    with abrir(base) as deposito, deposito._motor.connect() as conexion:
        opciones = {"compare_type": True, "version_table": migracion.TABLA_DE_VERSION}
        diferencias = compare_metadata(MigrationContext.configure(conexion, opts=opciones), esquema.metadatos)
        assert diferencias == []
        for nombre, tabla in esquema.metadatos.tables.items():
            hay = {(tuple(f["constrained_columns"]), f["referred_table"]) for f in inspect(conexion).get_foreign_keys(nombre)}
            assert hay == {((c.name,), k.column.table.name) for c in tabla.columns for k in c.foreign_keys}, nombre


def test_una_base_anterior_se_actualiza_al_abrirla(base: str) -> None:
    motor = abrir_motor(leer_url(base))
    with escribiendo(motor) as conexion:
        migracion.migrar(conexion, "0001")
        conexion.execute(text("insert into servicio (codigo, nombre) values ('propio', 'Servicio propio')"))
    motor.dispose()
    with abrir(base, crear=False) as deposito:
        deposito.guardar(informe())
        assert consulta(deposito, "select nombre from servicio where codigo = 'propio'") == [("Servicio propio",)]
    assert consulta(base, f"select version_num from {migracion.TABLA_DE_VERSION}") == [(migracion.REVISION,)]


def test_una_base_mas_nueva_se_rechaza(base: str) -> None:
    with abrir(base):
        pass
    ordenar(base, f"update {migracion.TABLA_DE_VERSION} set version_num = '0099'")
    for crear in (True, False):
        with pytest.raises(ErrorUso, match=r"versión más nueva .*esquema 0099"):
            abrir(base, crear=crear)


def test_una_base_de_la_primera_version_se_manda_a_migrar_de_nuevo(base: str) -> None:
    motor = create_engine(base)
    with motor.begin() as conexion:
        conexion.execute(text("create table version_esquema (version integer primary key)"))
        conexion.execute(text("create table documento (id varchar primary key)"))
    motor.dispose()
    with pytest.raises(ErrorUso, match="migre los informes de nuevo"):
        abrir(base)


def test_base_ajena(tmp_path: Path, base: str) -> None:
    with pytest.raises(ErrorUso, match="no existe la base"):
        abrir(f"sqlite:///{tmp_path}/nada.db", crear=False)
    assert not (tmp_path / "nada.db").exists()
    (tmp_path / "texto.db").write_text("esto no es una base de datos, es un texto largo " * 30, "utf-8")
    with pytest.raises(ErrorUso, match="no se puede usar"):
        abrir(f"sqlite:///{tmp_path}/texto.db")
    motor = create_engine(base)
    with motor.begin() as conexion:
        conexion.execute(text("create table de_otros (a integer)"))
    motor.dispose()
    with pytest.raises(ErrorUso, match="no es una base de datos de este programa"):
        abrir(base, crear=False)
    with abrir(base) as deposito:  # beside other people's tables
        deposito.guardar(informe())
    assert consulta(base, "select * from de_otros") == []


def test_dos_que_crean_la_misma_base_a_la_vez(base: str) -> None:
    codigo = "import sys; from extractor.almacen import abrir; abrir(sys.argv[1]).cerrar()"
    procesos = [subprocess.Popen([sys.executable, "-c", codigo, base], stderr=subprocess.PIPE, text=True) for _ in range(3)]
    fallas = [p.communicate(timeout=120)[1] for p in procesos]
    assert [p.returncode for p in procesos] == [0, 0, 0], fallas
    with abrir(base, crear=False) as deposito:
        assert deposito.cuentas()["documento"] == 0


def test_catalogos(base: str) -> None:
    with abrir(base) as deposito:
        preparar_carga(deposito)
        assert consulta(deposito, "select count(*) from region where division = '1974'") == [(13,)]
        assert consulta(deposito, "select count(*) from region where division = '2018'") == [(16,)]
        assert consulta(deposito, "select nombre, desde from region where id = '2007-14'") == [("Región de Los Ríos", 2008)]
        assert consulta(deposito, "select antes_id from region_equivalencia where region_id = '2007-14'") == [("1974-10",)]
        assert consulta(deposito, "select umbral, umbral_millonesimas from regimen where id = 'gt_2009'") == [("90", 90_000_000)]
        assert consulta(deposito, "select servicio_codigo from servicio_alias where texto = 'SERNAM'") == [("sernam",)]
        assert consulta(deposito, "select titulo from regla where codigo = 'DOCUMENTO_DUPLICADO'") != []
        (de_regiones,) = consulta(deposito, "select sha256 from archivo_patron where archivo = 'vocabularios/regiones.yaml'")
        assert set(consulta(deposito, "select distinct huella_patron from region")) == {de_regiones}
    antes = volcado(base)
    with abrir(base) as deposito:
        preparar_carga(deposito)
    assert volcado(base) == antes


def test_un_catalogo_que_cambio_se_renueva_y_no_pierde_lo_usado(base: str) -> None:
    with abrir(base) as deposito:
        deposito.guardar(informe())
    ordenar(base, "update archivo_patron set sha256 = 'vieja' where archivo = 'vocabularios/servicios.yaml'")
    ordenar(base, "update servicio set nombre = 'Nombre viejo' where codigo = 'sernam'")
    with abrir(base) as deposito:
        deposito.guardar(informe())
        assert consulta(deposito, "select nombre from servicio where codigo = 'sernam'") == [("Servicio Nacional de la Mujer",)]
        assert consulta(deposito, "select nombre from servicio where codigo = 'sa'") == [(None,)]  # only a report names it


def test_cada_codigo_y_estado_tiene_su_ficha(base: str) -> None:
    from extractor.lote.carga import fichas_de_reglas

    with abrir(base) as deposito:
        preparar_carga(deposito)
        sin_titulo = consulta(deposito, "select codigo from regla where titulo is null")
        assert sin_titulo == []
        assert {f["codigo"] for f in deposito.filas("regla")} >= {f.codigo for f in fichas_de_reglas()}
        assert {f["valor"] for f in deposito.filas("estado")} == set(get_args(ValorEstado))


def con_desempeno(resumen: Resumen, **cambios: Any) -> Resumen:
    return resumen.model_copy(update={"tablas": tuple(t.model_copy(update=cambios) for t in resumen.tablas)})


def test_vista_de_veredictos(base: str) -> None:
    """Sums of 0.1 and 0.2 are 0.3, which they are not in floats."""
    leidos = [informe(f"{n}.txt", str(n).encode()) for n in range(3)]
    medidas: list[dict[str, Any]] = [
        {"pesos": "0.1", "informado": "92.1", "ganado": ("77.5", "77.5"), "minimo": "90", "alcanza_informado": True, "alcanza": False},
        {"pesos": "0.2", "informado": "95", "ganado": ("94.9", "95.1"), "minimo": "90", "alcanza_informado": True, "alcanza": True},
        {"pesos": None, "informado": "80", "ganado": None, "minimo": None, "alcanza_informado": None, "alcanza": None},
    ]
    with abrir(base) as deposito:
        for leido, medida in zip(leidos, medidas, strict=True):
            deposito.guardar(leido, paquete=Paquete.de(con_desempeno(resumir(leido), **medida)))
        columnas = "ruta, region, ponderacion, ganada_informada, ganada_recalculada, exigido, veredicto_informado, veredicto_recalculado"
        assert consulta(deposito, f"select {columnas}, cambia from v_desempeno order by ruta") == [
            ("0.txt", "La Araucanía", "0.1", "92.1", "77.5", "90", "CUMPLE", "NO_CUMPLE", 1),
            ("1.txt", "La Araucanía", "0.2", "95", None, "90", "CUMPLE", "CUMPLE", 0),
            ("2.txt", "La Araucanía", None, "80", None, None, None, None, None),
        ]
        assert consulta(deposito, "select servicio, region, ruta from v_cambios_de_veredicto") == [("sa", "La Araucanía", "0.txt")]
        (fila,) = consulta(
            deposito,
            "select servicio, anio, programa, tablas, cumplen_informado, cumplen_recalculado, cambian, sin_veredicto, "
            "ponderacion_millonesimas, ganada_informada_millonesimas from v_servicios",
        )
        assert fila == ("sa", 2007, "diseno_acceso", 3, 2, 1, 1, 1, 300_000, 267_100_000)
        assert all(isinstance(valor, int) for valor in fila[3:])
        assert Decimal(fila[8]).scaleb(-6) == Decimal("0.3")


def test_vistas_de_hallazgos_y_de_lo_no_leido(base: str) -> None:
    from extractor.lote.fallidos import informe_fallido
    from extractor.modelo.decision import DecisionTomada

    descartado = hallazgo(
        "e" * 16, "TOTAL_AUSENTE", "aviso", decision=DecisionTomada(id="d1", valor="descartado", quien="A", porque="no aplica")
    )
    leido = informe()
    leido = leido.model_copy(update={"hallazgos": (*leido.hallazgos, descartado)})
    with abrir(base) as deposito:
        deposito.guardar(leido)
        deposito.guardar(informe_fallido(Path("/no/hay"), "x.txt", "DOCUMENTO_ILEGIBLE", "no abre"))
        vistos = consulta(deposito, "select orden, gravedad, region, decision from v_hallazgos")
        assert sorted(vistos, key=lambda fila: [str(valor) for valor in fila]) == [
            (2, "aritmetica", "La Araucanía", None),
            (4, "aviso", "La Araucanía", None),
            (4, "aviso", "La Araucanía", "descartado"),
            (4, "aviso", None, None),
        ]
        por_gravedad = "select gravedad, codigo, hallazgos from v_hallazgos_por_gravedad where servicio = 'sa' order by orden"
        assert consulta(deposito, por_gravedad) == [("aritmetica", "ACUMULADO_NO_CUADRA", 1), ("aviso", "TOTAL_AUSENTE", 1)]
        assert consulta(deposito, "select ruta, estado, motivo, tablas_sin_reconocer from v_no_leido order by ruta") == [
            ("a.txt", "ok", None, 1),
            ("x.txt", "fallido", "no abre", 0),
        ]
        assert consulta(deposito, "select regla, motivo, verificaciones from v_no_verificable") == [
            ("TOTAL_GANADA_NO_CUADRA", "falta_total", 1)
        ]
        assert consulta(deposito, "select nombre, formas, documentos, veces from v_unidades") == [("Unidad A", 1, 1, 2)]


def test_un_cambio_de_veredicto_de_verdad_llega_a_la_vista(base: str) -> None:
    """From a report: 90 is printed as earned, and one of its weights was not earned."""
    from ayudas_reconciliador import informe as de_tablas
    from ayudas_reconciliador import tabla

    from extractor.reconciliador import Expectativas, reconciliar

    leido = reconciliar(de_tablas(tabla("40 | cumple | 40\n30 | no | 30\n30 | cumple | 30")), Expectativas(regimenes={"t1": (IMPRESO,)}))
    with abrir(base) as deposito:
        deposito.guardar(leido, paquete=Paquete.de(resumir(leido, {IMPRESO.id: IMPRESO})))
        filas = consulta(deposito, "select ganada_informada, ganada_recalculada, exigido from v_cambios_de_veredicto")
    assert filas == [("100", "70", "90")]


def test_el_manual_esta_al_dia(raiz: Path) -> None:
    from extractor.almacen.manual import manual

    assert (raiz / "docs" / "esquema.md").read_text("utf-8") == manual(), (
        "docs/esquema.md is stale: python -m extractor.almacen.manual > docs/esquema.md"
    )


def test_las_preguntas_del_manual_se_responden(base: str) -> None:
    from extractor.almacen.manual import _PREGUNTAS

    with abrir(base) as deposito:
        deposito.guardar(informe())
        respuestas = [consulta(deposito, sql) for _, sql in _PREGUNTAS]
    assert len(respuestas) == len(_PREGUNTAS) >= 4


def test_lo_que_puede_faltar_en_el_informe_puede_faltar_en_la_base() -> None:
    """A field that the records allow to be None must be nullable, or one real report could not be loaded."""
    pares = [
        (FichaDocumento, esquema.documento),
        (Cobertura, esquema.documento),
        (Tabla, esquema.tabla),
        (Fila, esquema.fila),
        (Actividad, esquema.actividad),
        (Cifra, esquema.cifra),
        (Responsable, esquema.responsable),
        (Seccion, esquema.seccion),
        (h.Verificacion, esquema.verificacion),
        (h.Hallazgo, esquema.hallazgo),
    ]
    revisados = 0
    for registro, tabla in pares:
        for columna in tabla.columns:
            campo = registro.model_fields.get(columna.name)
            if campo is not None and NoneType in get_args(campo.annotation):
                revisados += 1
                assert columna.nullable, f"{tabla.name}.{columna.name}"
    assert revisados > 25


def test_todo_se_puede_borrar_sin_recorrer_la_base() -> None:
    """Reloading a document deletes its rows: a foreign key to a row that may be deleted needs an index, or every deletion
    would walk the whole table."""
    borrables = {esquema.tabla, esquema.fila, esquema.actividad, esquema.extraccion, esquema.hallazgo_conjunto}
    sin_indice = []
    for tabla in esquema.metadatos.tables.values():
        primeras = {next(iter(indice.columns)).name for indice in tabla.indexes} | {next(iter(tabla.primary_key)).name}
        sin_indice += [
            f"{tabla.name}.{columna.name}"
            for columna in tabla.columns
            if any(llave.column.table in borrables for llave in columna.foreign_keys) and columna.name not in primeras
        ]
    assert sin_indice == ["corrida_extraccion.extraccion_id"]  # only failed extractions go, and no run points to them
    assert set(esquema.metadatos.tables) >= CATALOGOS
