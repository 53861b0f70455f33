"""Documents that could not be read, whoever noticed: one Informe for all, with what persons state and decide of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from ayudas_lote import correr, escribir
from ayudas_trabajador import segun_el_texto
from test_decisiones_proceso import una
from test_trabajador import SOLO_LINUX

from extractor.almacen import abrir
from extractor.cli import main
from extractor.comun.ajustes import cargar_ajustes, usar
from extractor.comun.decisiones import Decisiones, a_csv
from extractor.comun.decisiones_claves import clave_documento, clave_hallazgo, clave_lectura
from extractor.errores import ErrorLectura, ErrorPatron
from extractor.lote import Encargo
from extractor.lote.fallidos import fallido, informe_fallido
from extractor.lote.uno import leer_uno
from extractor.modelo.base import Origen
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import procesar
from extractor.reconciliador.conjunto import resumir

LUGAR = Origen(texto="", tabla=0, fila=1, columna=2, parrafo=0)


def sobre(sha: str) -> Decisiones:
    """Service, year, region and stage of that document, and one of its figures."""
    return Decisiones.de([
        una("documento", clave_documento(sha, "servicio"), "sernam", "d1"),
        una("documento", clave_documento(sha, "anio"), "2007", "d2"),
        una("documento", clave_documento(sha, "region"), "II Región", "d3"),
        una("documento", clave_documento(sha, "etapa"), "3", "d4"),
        una("lectura", clave_lectura(sha, "ponderacion", LUGAR), "12,5", "d5"),
    ])  # fmt: skip


def ficha(informe: Informe) -> tuple[str | None, int | None, tuple[int, ...]]:
    servicio = informe.documento.servicio
    return servicio.codigo if servicio else None, informe.documento.anio, informe.documento.etapas


def archivo(carpeta: Path, texto: str) -> tuple[Path, str]:
    ruta = escribir(carpeta, malo=texto) / "malo.txt"
    return ruta, hashlib.sha256(texto.encode()).hexdigest()


def test_lo_declarado_vale_aunque_no_se_lea(tmp_path: Path) -> None:
    ruta, _ = archivo(tmp_path, "")
    leido = procesar(ruta, "malo.txt", Declarado(servicio="SERNAM", anio=2009, region="II Región", etapa=4))
    assert leido.documento.estado == "fallido"
    assert ficha(leido) == ("sernam", 2009, (4,))
    # a stranger's name stands by itself
    otro = procesar(ruta, "malo.txt", Declarado(servicio="Servicio de Prueba"))
    assert otro.documento.servicio is not None
    assert (otro.documento.servicio.codigo, otro.documento.servicio.nombre) == (None, "Servicio de Prueba")


def test_lo_decidido_gana_y_lo_que_no_tiene_lugar_no_se_da_por_aplicado(tmp_path: Path) -> None:
    ruta, sha = archivo(tmp_path, "\0\1\2 no es un informe \0\0")
    leido = procesar(ruta, "malo.txt", Declarado(servicio="FOSIS", anio=2009), sobre(sha))
    assert leido.documento.estado == "fallido"
    assert ficha(leido) == ("sernam", 2007, (3,))
    assert leido.documento.servicio is not None and leido.documento.servicio.decision == "d1"
    assert leido.decisiones == ("d1", "d2", "d4")


@SOLO_LINUX
@pytest.mark.parametrize(
    ("texto", "codigo"), [("sale", "DOCUMENTO_ILEGIBLE"), ("cuelga", "LIMITE_EXCEDIDO"), ("falla", "DOCUMENTO_ILEGIBLE")]
)
def test_tambien_si_su_proceso_murio_o_paso_un_limite(tmp_path: Path, texto: str, codigo: str) -> None:
    ruta, sha = archivo(tmp_path / "i", texto)
    usar(cargar_ajustes(None))
    corto = cargar_ajustes(None)
    limites = corto.limites.model_copy(update={"segundos": 2, "segundos_por_mb": 0})
    (hecho,) = correr(
        [ruta], None, valores=corto.model_copy(update={"limites": limites}), decisiones=sobre(sha), procesador=segun_el_texto
    )
    assert [h.codigo for h in hecho.informe.hallazgos] == [codigo]
    assert ficha(hecho.informe) == ("sernam", 2007, (3,))
    assert hecho.informe.decisiones == ("d1", "d2", "d4")


def test_quien_lo_note_da_igual(tmp_path: Path) -> None:
    """The reader refuses it, or the batch does for the same reason: the same Informe, with the same fingerprints."""
    ruta, sha = archivo(tmp_path, "\0\1\2 no es un informe \0\0")
    leido = procesar(ruta, "malo.txt", Declarado(), sobre(sha))
    (suyo,) = leido.hallazgos
    assert leido.documento.motivo is not None
    del_lote = informe_fallido(ruta, "malo.txt", suyo.codigo, leido.documento.motivo, Declarado(), sobre(sha))
    assert del_lote == leido


def test_el_hallazgo_de_lo_no_leido_se_descarta(tmp_path: Path) -> None:
    ruta, sha = archivo(tmp_path, "")
    (suyo,) = procesar(ruta, "malo.txt", Declarado()).hallazgos
    decisiones = Decisiones.de([una("hallazgo", clave_hallazgo(suyo.huella, sha), "descartado")])

    def ilegible(_ruta: Path, _relativa: str, _declarado: Declarado) -> Informe:
        raise ErrorLectura(suyo.codigo, "el archivo está vacío")

    hecho = leer_uno(Encargo(ruta, "malo.txt"), ilegible, decisiones)
    (hallazgo,) = hecho.informe.hallazgos
    assert hallazgo.decision is not None and hallazgo.decision.valor == "descartado"


@pytest.mark.parametrize("hacer", [lambda r, n: procesar(r, n, Declarado()), lambda r, n: informe_fallido(r, n, "DOCUMENTO_ILEGIBLE", "x")])
def test_dos_que_no_se_abren_son_dos(tmp_path: Path, hacer: Callable[[Path, str], Informe]) -> None:
    a, b = (hacer(tmp_path / nombre, nombre) for nombre in ("a.txt", "b.txt"))
    assert a.documento.sha256 == b.documento.sha256 == hashlib.sha256(b"").hexdigest()
    assert a.hallazgos[0].huella != b.hallazgos[0].huella


def test_dos_demasiado_grandes_son_dos_documentos(tmp_path: Path) -> None:
    grandes = escribir(tmp_path / "i", a="x" * 1_100_000, b="y" * 1_200_000)
    (tmp_path / "ajustes.yaml").write_text("limites: {tamano_mb: 1}\n", "utf-8")
    url = f"sqlite:///{tmp_path / 'x.db'}"
    orden = ["migrar", str(grandes), "--db", url, "--sin-cache", "--ajustes", str(tmp_path / "ajustes.yaml")]
    assert main(orden) == 2
    with abrir(url, crear=False) as deposito:
        filas = list(deposito.filas("documento"))
    assert sorted((f["ruta"], f["bytes"], f["sha256"]) for f in filas) == [("a.txt", 1_100_000, None), ("b.txt", 1_200_000, None)]


def test_no_entra_en_la_comparacion_con_los_de_su_servicio(tmp_path: Path) -> None:
    ruta, _ = archivo(tmp_path, "")
    assert resumir(procesar(ruta, "malo.txt", Declarado(servicio="SERNAM", anio=2007))).servicio is None


def test_patrones_malos_detienen_la_corrida_y_no_dejan_un_documento_sin_lo_declarado(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruta, _ = archivo(tmp_path, "")

    def roto(_: str) -> tuple[str | None, str]:
        raise ErrorPatron("servicios.yaml", 3, "clave desconocida")

    monkeypatch.setattr("extractor.proceso.decisiones_nombres.codigo_y_nombre", roto)
    with pytest.raises(ErrorPatron):
        fallido(Encargo(ruta, "malo.txt", Declarado(servicio="x")), ErrorLectura("DOCUMENTO_ILEGIBLE", "vacío"))


def test_la_orden_dice_cuantas_no_tuvieron_lugar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ruta, sha = archivo(tmp_path / "i", "\0\1\2 no es un informe \0\0")
    (tmp_path / "d.csv").write_text(a_csv(sobre(sha).todas), "utf-8")
    url = f"sqlite:///{tmp_path / 'x.db'}"
    orden = ["migrar", str(ruta.parent), "--db", url, "--sin-cache"]
    frase = "2 decisiones no se aplicaron a nada de lo leído: d3, d5; 2 de documentos que no se pudieron leer"
    assert main([*orden, "--decisiones", str(tmp_path / "d.csv")]) == 2
    assert frase in capsys.readouterr().err
    with abrir(url, crear=False) as deposito:
        (fila,) = deposito.filas("documento")
    assert (fila["servicio_codigo"], fila["anio"], fila["etapas"], fila["estado"]) == ("sernam", 2007, [3], "fallido")
    # those that the database keeps are told too, as long as their document cannot be read
    assert main(orden) == 2
    assert frase in capsys.readouterr().err


def test_el_mensaje_nombra_el_archivo_tal_como_se_llama(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sentences of ours open with a capital and write figures with a comma; the name of a file is not ours."""
    (tmp_path / "informe 1.5.doc").write_bytes(bytes(range(256)) * 20)
    assert main(["auditar", str(tmp_path), "--gravedad", "aviso", "--sin-cache"]) == 2
    dicho = capsys.readouterr().out
    assert "«informe 1.5.doc»: " in dicho and "1,5" not in dicho and "Informe 1" not in dicho
