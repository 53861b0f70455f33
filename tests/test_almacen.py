"""The database, on SQLite and on PostgreSQL: the same rows however often it is loaded, whole documents only, and every row
with its place."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ayudas_almacen import CATALOGOS, consulta, volcado
from ayudas_salidas import hallazgo, informe, origen
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from extractor.almacen import abrir, escritura
from extractor.errores import ErrorUso
from extractor.lote import Encargo, Hecho, cargar
from extractor.lote.fallidos import informe_fallido
from extractor.modelo.clave import ClaveLectura
from extractor.modelo.conjunto import Paquete
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe, Nota
from extractor.reconciliador.conjunto import resumir

CUENTAS = {
    "documento": 1,
    "documento_ruta": 1,
    "extraccion": 1,
    "tabla": 1,
    "tabla_region": 1,
    "fila": 1,
    "actividad": 2,
    "cifra": 6,
    "responsable": 2,
    "unidad": 1,
    "unidad_alias": 1,
    "seccion": 1,
    "nota": 0,
    "verificacion": 2,
    "hallazgo": 2,
    "decision": 0,
    "conjunto": 0,
    "hallazgo_conjunto": 0,
    "hallazgo_conjunto_documento": 0,
    "corrida": 0,
    "corrida_extraccion": 0,
    "falla": 0,
}


def clave(leido: Informe, **cambios: Any) -> ClaveLectura:
    ficha = leido.documento
    base = ClaveLectura(ficha.sha256, ficha.nombre, programa="1", patrones="p", ajustes="a", declarado="", decisiones="")
    return replace(base, **cambios)


def sin_catalogos(cuentas: dict[str, int]) -> dict[str, int]:
    return {tabla: n for tabla, n in cuentas.items() if tabla not in CATALOGOS}


def test_cargar_dos_veces_da_las_mismas_filas(base: str) -> None:
    with abrir(base) as deposito:
        deposito.guardar(informe(), fondo="F1")
        assert sin_catalogos(deposito.cuentas()) == CUENTAS
    primero = volcado(base)
    with abrir(base) as deposito:
        deposito.guardar(informe(), fondo="F1")
    assert volcado(base) == primero


def test_dos_bases_cargadas_en_otro_orden_son_iguales(base: str, tmp_path: Path) -> None:
    """Also across the two kinds of database: ``base`` against a SQLite file."""
    leidos = [informe("a.txt", b"a"), informe("b.txt", b"b"), informe("copia/a.txt", b"a")]
    otra = f"sqlite:///{tmp_path}/otra.db"
    for url, orden in ((base, leidos), (otra, leidos[::-1])):
        with abrir(url) as deposito:
            for leido in orden:
                deposito.guardar(leido, paquete=Paquete.de(resumir(leido)))
    assert volcado(base) == volcado(otra)
    assert consulta(base, "select distinct ruta from documento order by ruta") == [("a.txt",), ("b.txt",)]


def test_el_mismo_archivo_en_dos_rutas_es_un_documento(base: str) -> None:
    with abrir(base) as deposito:
        deposito.guardar(informe("z/a.txt", b"a"), caja="7")
        deposito.guardar(informe("copia/a.txt", b"a"), caja="9")
        assert sin_catalogos(deposito.cuentas()) == {**CUENTAS, "documento_ruta": 2}
        assert consulta(deposito, "select ruta, caja from documento_ruta order by ruta") == [("copia/a.txt", "9"), ("z/a.txt", "7")]
        assert [i.documento.ruta for i in deposito.informes()] == ["copia/a.txt"]


@pytest.mark.parametrize("al_reves", [False, True])
def test_de_dos_copias_vale_la_que_tiene_algo_declarado(base: str, al_reves: bool) -> None:
    """What a person stated wins; not the order in which the folders were walked."""
    sin, con = informe("a/x.txt", b"x"), informe("b/x.txt", b"x")
    pares = [(sin, clave(sin)), (con, clave(con, declarado="d"))]
    with abrir(base) as deposito:
        for leido, suya in pares[::-1] if al_reves else pares:
            deposito.guardar(leido, clave=suya)
        assert [i.documento.ruta for i in deposito.informes()] == ["b/x.txt"]


def test_otra_version_reemplaza_las_filas_y_conserva_lo_que_leyo_la_anterior(base: str) -> None:
    leido = informe()
    nuevo = informe(hallazgos=(hallazgo("f" * 16, "NUEVO", "aviso"),))
    with abrir(base) as deposito:
        deposito.guardar(leido, clave=clave(leido))
        deposito.guardar(nuevo, clave=clave(leido, programa="2"))
        assert consulta(deposito, "select codigo from hallazgo") == [("NUEVO",)]
        assert consulta(deposito, "select programa, vigente from extraccion order by programa") == [("1", False), ("2", True)]
        assert list(deposito.informes()) == [nuevo]
        deposito.guardar(leido, clave=clave(leido))  # back to the first: nothing is doubled
        assert consulta(deposito, "select programa, vigente from extraccion order by programa") == [("1", True), ("2", False)]
        assert sin_catalogos(deposito.cuentas()) == {**CUENTAS, "extraccion": 2}


def test_las_notas_con_su_marca_y_su_lugar(base: str) -> None:
    leido = informe()
    notas = tuple(
        Nota(marca=marca, texto=dicho, origen=origen(linea, f"{marca} {dicho}"))
        for marca, dicho, linea in (("(1)", "Se anota lo ganado.", 12), ("*", "Cifra provisoria.", 13))
    )
    with abrir(base) as deposito:
        deposito.guardar(leido.model_copy(update={"documento": leido.documento.model_copy(update={"notas": notas})}))
        dichas = consulta(deposito, "SELECT numero, marca, texto, linea_inicio FROM nota ORDER BY numero")
    assert dichas == [(0, "(1)", "Se anota lo ganado.", 12), (1, "*", "Cifra provisoria.", 13)]
    with abrir(base) as deposito:
        deposito.guardar(leido, clave=clave(leido, programa="2"))
        assert deposito.cuentas()["nota"] == 0


def test_cifras_con_texto_valor_exacto_y_lugar(base: str) -> None:
    with abrir(base) as deposito:
        deposito.guardar(informe())
        filas = consulta(deposito, "select texto, valor, valor_millonesimas, linea_inicio from cifra order by linea_inicio")
        assert filas == [
            ("50", "50", 50_000_000, 5),
            ("50,0", "50.0", 50_000_000, 6),
            ("25", "25", 25_000_000, 7),
            ("Pendiente", None, None, 8),
            ("100", "100", 100_000_000, 9),
            ("100", "100", 100_000_000, 10),
        ]
        assert {fila["texto"]: fila["origen"]["texto"] for fila in deposito.filas("cifra")}["50,0"] == "50,0"


@pytest.mark.parametrize(
    ("valor", "esperado"),
    [
        ("0.1", 100_000),
        ("-5", -5_000_000),
        ("0.000001", 1),
        ("0.0000001", None),
        ("9223372036854", 9_223_372_036_854_000_000),
        ("9223372036855", None),
        ("CUMPLE", None),
        ("NaN", None),
        (None, None),
    ],
)
def test_millonesimas(valor: str | None, esperado: int | None) -> None:
    from extractor.almacen.esquema import millonesimas

    assert millonesimas(valor) == esperado


def test_los_informes_vuelven_iguales(base: str) -> None:
    leidos = {leido.documento.sha256: leido for leido in (informe(f"{n}.txt", str(n).encode()) for n in range(120))}
    with abrir(base) as deposito:
        for leido in leidos.values():
            deposito.guardar(leido)
        assert [i.documento.sha256 for i in deposito.informes()] == sorted(leidos)
        assert {i.documento.sha256: i for i in deposito.informes()} == leidos
        assert len(list(deposito.informes_con("AAAA"))) == 120
        assert list(deposito.informes_con("a%")) == []
        uno = next(iter(leidos))
        assert deposito.informe_de(uno) == leidos[uno] and deposito.informe_de("0" * 64) is None


def test_los_resumenes_vuelven_iguales_por_cada_ruta(base: str) -> None:
    leidos = [informe(f"{n}.txt", str(n).encode()) for n in range(3)]
    copia = informe("copia.txt", b"0")
    with abrir(base) as deposito:
        for leido in (*leidos, copia):
            deposito.guardar(leido, paquete=Paquete.de(resumir(leido)))
        deposito.guardar(informe_fallido(Path("/no/existe"), "x.txt", "DOCUMENTO_ILEGIBLE", "no abre"))
        esperados = [(i.documento.ruta, Paquete.de(resumir(i))) for i in (*leidos, copia)]
        assert sorted(deposito.paquetes()) == sorted(esperados)
        assert deposito.rutas()[copia.documento.sha256] == ("0.txt", "copia.txt") and len(deposito.rutas()) == 3


def test_claves_foraneas_vigentes(base: str) -> None:
    with abrir(base) as deposito:
        deposito.guardar(informe())
        for orden in ("delete from documento", "delete from regla", "update fila set estado = 'INVENTADO'"):
            with pytest.raises(IntegrityError), deposito._motor.begin() as conexion:
                conexion.execute(text(orden if "fila" not in orden else "update actividad set estado = 'INVENTADO'"))


def test_una_carga_cortada_no_deja_medio_documento(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with abrir(base) as deposito:
        deposito.guardar(informe())
    antes = volcado(base)
    verdadero = escritura._anotar_extraccion

    def cortado(*cosas: Any) -> None:
        verdadero(*cosas)
        raise KeyboardInterrupt

    monkeypatch.setattr(escritura, "_anotar_extraccion", cortado)
    with abrir(base) as deposito, pytest.raises(KeyboardInterrupt):
        deposito.guardar(informe("a.txt", b"a", hallazgos=()))
    assert volcado(base) == antes


def test_los_fallidos_quedan_con_su_motivo(base: str, tmp_path: Path) -> None:
    with abrir(base) as deposito:
        for nombre in ("x.txt", "y.txt"):  # neither can be opened: two documents, not one empty content
            deposito.guardar(informe_fallido(tmp_path / nombre, nombre, "DOCUMENTO_ILEGIBLE", f"{nombre} no abre"))
        assert consulta(deposito, "select estado, motivo, sha256 from documento order by motivo") == [
            ("fallido", "x.txt no abre", None),
            ("fallido", "y.txt no abre", None),
        ]
        assert consulta(deposito, "select ruta, codigo, motivo from falla order by ruta") == [
            ("x.txt", "DOCUMENTO_ILEGIBLE", "x.txt no abre"),
            ("y.txt", "DOCUMENTO_ILEGIBLE", "y.txt no abre"),
        ]


def test_lo_que_no_se_pudo_abrir_y_despues_si(base: str) -> None:
    with abrir(base) as deposito:
        deposito.guardar(informe_fallido(Path("/no/hay/a.txt"), "a.txt", "DOCUMENTO_ILEGIBLE", "sin permiso"))
        assert deposito.cuentas()["documento"] == 1
        deposito.guardar(informe("a.txt", b"a"))
        assert sin_catalogos(deposito.cuentas()) == {**CUENTAS, "falla": 1}
        assert consulta(deposito, "select d.ruta, d.estado, f.motivo from falla f join documento d on d.id = f.documento_id") == [
            ("a.txt", "ok", "sin permiso")
        ]


def test_una_lectura_que_falla_no_borra_la_que_no_fallo(base: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    malo = informe_fallido(tmp_path / "a.txt", "a.txt", "LIMITE_EXCEDIDO", "tardó demasiado")
    leido = informe()
    with abrir(base) as deposito:
        deposito.guardar(leido, clave=clave(leido))
        antes = deposito.cuentas()
        deposito.guardar(malo, clave=clave(leido, programa="2"))
        assert deposito.cuentas() == {**antes, "falla": 1}
        assert consulta(deposito, "select estado, motivo, ultima_falla from documento") == [("ok", None, "tardó demasiado")]
        assert consulta(deposito, "select estado, motivo from v_no_leido where motivo is not null") == [("ok", "tardó demasiado")]
        deposito.guardar(leido, clave=clave(leido, programa="2"))
        assert consulta(deposito, "select ultima_falla from documento") == [(None,)]
        assert consulta(deposito, "select motivo from falla") == [("tardó demasiado",)]


def test_lo_leido_toma_el_lugar_de_lo_fallido(base: str, tmp_path: Path) -> None:
    """A failure holds no content: nothing of it stays among the extractions, its reason stays for ever."""
    (tmp_path / "a.txt").write_bytes(b"a")
    with abrir(base) as deposito:
        leido = informe()
        malo = informe_fallido(tmp_path / "a.txt", "a.txt", "LIMITE_EXCEDIDO", "tardó demasiado")
        deposito.guardar(malo, clave=clave(leido))
        assert [i.documento.estado for i in deposito.informes()] == ["fallido"]
        deposito.guardar(leido, clave=clave(leido, programa="2"))
        assert sin_catalogos(deposito.cuentas()) == {**CUENTAS, "falla": 1}
        assert consulta(deposito, "select estado, motivo from documento") == [("ok", None)]


def test_una_falla_al_guardar_no_detiene_la_carga(base: str, tmp_path: Path) -> None:
    """Two rows with one index cannot both be stored: our fault, told as such, and the rest can go on."""
    leido = informe()
    tabla = leido.tablas[0]
    repetido = leido.model_copy(update={"tablas": (tabla.model_copy(update={"filas": tabla.filas * 2}),)})
    (tmp_path / "a.txt").write_bytes(b"a")
    with abrir(base) as deposito:
        hecho = cargar(Hecho(Encargo(tmp_path / "a.txt", "a.txt"), repetido), deposito)
        assert hecho.traza is not None and hecho.informe.documento.estado == "fallido"
        assert deposito.cuentas()["documento"] == 1 and deposito.cuentas()["fila"] == 0


def test_lo_que_ya_esta_no_se_vuelve_a_guardar(base: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leido = informe("a.txt", b"a")
    suya = clave(leido)

    def hecho(ruta: str, clave_: ClaveLectura = suya) -> Hecho:
        return Hecho(Encargo(tmp_path / "a.txt", ruta, Declarado()), informe(ruta, b"a"), clave=clave_)

    with abrir(base) as deposito:
        cargar(hecho("a.txt"), deposito)
        cargar(hecho("b.txt"), deposito)
        monkeypatch.setattr(deposito, "guardar", lambda *_, **__: pytest.fail("se guardó de nuevo"))
        cargar(hecho("a.txt"), deposito)
        cargar(hecho("b.txt"), deposito)
        assert not deposito.al_dia(suya, "c.txt")
        assert not deposito.al_dia(suya, "a.txt", caja="7")
        assert not deposito.al_dia(replace(suya, programa="2"), "a.txt")
        assert not deposito.al_dia(replace(suya, sha256="0" * 64), "a.txt")


def test_caracteres_que_ninguna_base_guarda(base: str) -> None:
    leido = informe()
    seccion = leido.secciones[0].model_copy(update={"texto": "uno\x00dos \ud83d fin", "titulo": "\\u0000"})
    raro = leido.model_copy(update={"secciones": (seccion,)})
    with abrir(base) as deposito:
        deposito.guardar(raro)
        assert consulta(deposito, "select texto, titulo from seccion") == [("uno\ufffddos ? fin", "\\u0000")]
        assert next(deposito.informes()).secciones[0].texto == "uno\ufffddos ? fin"


def test_corridas(base: str) -> None:
    with abrir(base) as deposito:
        corrida = deposito.empezar_corrida("migrar informes/")
        deposito.guardar(informe(), corrida=corrida)
        deposito.terminar_corrida(corrida, {"ok": 1})
        enlaces = consulta(deposito, "select corrida_id, extraccion_id from corrida_extraccion")
        assert enlaces == [(corrida, *consulta(deposito, "select id from extraccion")[0])]
        (fila,) = deposito.filas("corrida")
        assert fila["cuentas"] == {"ok": 1} and fila["empezo"] < fila["termino"] and fila["orden"] == "migrar informes/"


def test_un_nombre_que_la_base_no_puede_indizar_no_detiene_a_los_demas(base: str, tmp_path: Path) -> None:
    """PostgreSQL's limit of 2,704 bytes for an index entry comes as a fault of the database, yet it is one document's."""
    largo = "".join(chr(random.Random(n).randrange(0x4E00, 0x9000)) for n in range(4000))  # nothing to compress
    original = informe("a.txt", b"a")
    crudo = original.model_dump(mode="json", by_alias=True)
    responsable = crudo["tablas"][0]["filas"][0]["actividades"][0]["responsables"][0]
    responsable["unidad"]["nombre"] = largo
    with abrir(base) as deposito:
        raro = cargar(Hecho(Encargo(tmp_path / "a.txt", "a.txt"), Informe.model_validate(crudo)), deposito)
        sano = cargar(Hecho(Encargo(tmp_path / "b.txt", "b.txt"), informe("b.txt", b"b")), deposito)
        assert sano.estado == "ok"
        assert raro.estado == ("ok" if base.startswith("sqlite") else "fallido")
        assert deposito.cuentas()["documento"] == 2


@pytest.mark.parametrize(
    ("direccion", "dice"),
    [
        ("no es una url", "no es la dirección"),
        ("nada://x", "no se conoce la base de datos"),
        ("sqlite:////no/existe/i.db", "revise que la carpeta exista"),
        (f"sqlite:///{__file__}", "no es una base de datos SQLite"),
        ("mysql+mysqldb://u:secreta@x/y", "falta instalar la biblioteca «MySQLdb»"),
        ("postgresql://u:secreta@127.0.0.1:1/nada", "no se puede usar"),
    ],
)
def test_direccion_mala(direccion: str, dice: str) -> None:
    with pytest.raises(ErrorUso) as error:
        abrir(direccion)
    assert dice in str(error.value) and "secreta" not in str(error.value)


def test_base_que_no_admite_escribir(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/i.db"
    with abrir(url) as deposito:
        deposito.guardar(informe())
    antes = volcado(url)
    with abrir(f"sqlite:///file:{tmp_path}/i.db?mode=ro&uri=true") as deposito:
        with pytest.raises(ErrorUso, match="no se pudo escribir"):
            deposito.guardar(informe("b.txt", b"b"))
        assert len(list(deposito.informes())) == 1
    assert volcado(url) == antes


def test_disco_lleno_deja_documentos_enteros(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/i.db"
    with abrir(url) as deposito:
        deposito.guardar(informe("a.txt", b"a"))
        (paginas,) = consulta(deposito, "pragma page_count")[0]
        deposito._motor.dispose()
        from sqlalchemy import event

        event.listen(deposito._motor, "connect", lambda c, _: c.execute(f"pragma max_page_count={paginas}"))
        with pytest.raises(ErrorUso, match="no se pudo escribir"):
            for n in range(200):
                deposito.guardar(informe(f"{n}.txt", str(n).encode()))
    documentos = consulta(url, "select count(*) from documento")[0][0]
    assert 1 <= documentos < 200
    assert consulta(url, "select count(*) from fila") == [(documentos,)]
    assert consulta(url, "pragma foreign_key_check") == []


def test_sin_restos_al_cerrar(tmp_path: Path) -> None:
    """What is left is one file, which a read-only disk or another program can open."""
    with abrir(f"sqlite:///{tmp_path}/i.db") as deposito:
        deposito.guardar(informe())
        assert (tmp_path / "i.db-wal").exists()
    assert [ruta.name for ruta in tmp_path.iterdir()] == ["i.db"]
    assert (tmp_path / "i.db").read_bytes()[18:20] == b"\x01\x01"  # the file format without a log
