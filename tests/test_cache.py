"""What is kept between runs: worth something only while nothing it depends on changed, and never a wrong answer."""

from __future__ import annotations

import errno
import json
import os
import shutil
import time
from pathlib import Path

import pytest
from ayudas_lote import correr, de_cache, escribir
from ayudas_salidas import informe

from extractor.cli import main
from extractor.comun.ajustes import cargar_ajustes
from extractor.comun.decisiones import Decisiones
from extractor.errores import ErrorUso
from extractor.lote import Encargo, Modo, planear, procesar_lote
from extractor.lote import cache as modulo_cache
from extractor.lote.cache import Cache
from extractor.lote.claves import Circunstancias
from extractor.lote.estante import Estante, suma_de_archivo
from extractor.lote.motor import Taller
from extractor.lote.resultado import Resultado
from extractor.modelo.clave import ClaveLectura
from extractor.modelo.decision import Decision
from extractor.modelo.declarado import Declarado

CIRCUNSTANCIAS = Circunstancias("1+a", "p", "j")
SHA_A = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
"""Of the one byte "a", from the standard's own examples."""


def entradas(carpeta: Path) -> list[Path]:
    return sorted(ruta for ruta in carpeta.rglob("*") if ruta.is_file())


def sin_motor(monkeypatch: pytest.MonkeyPatch) -> None:
    def abrir(taller: Taller) -> None:
        raise AssertionError("no document had to be read")

    monkeypatch.setattr(Taller, "abrir", abrir)


def test_la_segunda_corrida_no_lee_y_da_lo_mismo(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    muestras = [corpus / "txt" / f"{n}.txt" for n in ("fosis_2007_etapa3", "sercotec_2007_etapa4")]
    modo = Modo(cache=tmp_path / "cache")
    primera = list(procesar_lote(planear(muestras), modo=modo))
    sin_motor(monkeypatch)
    segunda = list(procesar_lote(planear(muestras), modo=modo))
    assert [h.de_cache for h in primera] == [False, False] and [h.de_cache for h in segunda] == [True, True]
    assert [h.linea for h in segunda] == [h.linea for h in primera]
    assert [h.informe for h in segunda] == [h.informe for h in primera]
    assert [h.clave for h in segunda] == [h.clave for h in primera]
    assert [h.paquete for h in segunda] == [h.paquete for h in primera]


def test_el_mismo_contenido_en_otra_carpeta_tiene_su_ruta(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    origen = corpus / "txt" / "fosis_2007_etapa3.txt"
    for carpeta in ("uno", "otra/carpeta"):
        (tmp_path / carpeta).mkdir(parents=True)
        shutil.copy(origen, tmp_path / carpeta)
    modo = Modo(cache=tmp_path / "cache")
    (leido,) = procesar_lote(planear([tmp_path / "uno"]), modo=modo)
    (fresco,) = procesar_lote(planear([tmp_path / "otra"]))
    sin_motor(monkeypatch)
    (hallado,) = procesar_lote(planear([tmp_path / "otra"]), modo=modo)
    assert hallado.de_cache and json.loads(hallado.linea)["documento"]["ruta"] == "carpeta/fosis_2007_etapa3.txt"
    assert hallado.linea == fresco.linea
    assert [h.huella for h in hallado.informe.hallazgos] == [h.huella for h in leido.informe.hallazgos] != []


def test_la_ruta_con_comillas_y_acentos_sigue_siendo_json(tmp_path: Path) -> None:
    ruta = 'región "norte"/ñ\\x.txt'
    resultado = Resultado.de(informe("a.txt"))
    assert json.loads(resultado.linea(ruta))["documento"]["ruta"] == ruta
    assert resultado.linea(ruta) == informe("a.txt").model_copy(
        update={"documento": informe("a.txt").documento.model_copy(update={"ruta": ruta})}
    ).model_dump_json().encode()


def test_otro_nombre_se_lee_de_nuevo(tmp_path: Path) -> None:
    """The service may be read from the file's name, and sentences repeat it."""
    escribir(tmp_path / "i", a="bien")
    correr([tmp_path / "i"], tmp_path / "cache")
    (tmp_path / "i" / "a.txt").rename(tmp_path / "i" / "b.txt")
    assert de_cache(correr([tmp_path / "i"], tmp_path / "cache")) == {"b.txt": False}


def test_solo_se_lee_lo_que_cambio(tmp_path: Path) -> None:
    escribir(tmp_path / "i", a="bien", b="bien 1")
    correr([tmp_path / "i"], tmp_path / "cache")
    escribir(tmp_path / "i", b="bien 2", c="bien")
    assert de_cache(correr([tmp_path / "i"], tmp_path / "cache")) == {"a.txt": True, "b.txt": False, "c.txt": False}
    (tmp_path / "i" / "documentos.csv").write_text("ruta,anio\nc.txt,2009\n", "utf-8")
    assert de_cache(correr([tmp_path / "i"], tmp_path / "cache")) == {"a.txt": True, "b.txt": True, "c.txt": False}


def test_otros_limites_u_otros_patrones_se_leen_de_nuevo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.comun.yaml_estricto import carpeta_patrones

    escribir(tmp_path / "i", a="bien")
    base = cargar_ajustes()
    otros = base.model_copy(update={"limites": base.limites.model_copy(update={"paginas": 3})})
    mas = base.model_copy(update={"procesos": base.procesos.model_copy(update={"documentos": 3})})
    patrones = tmp_path / "patrones"
    shutil.copytree(carpeta_patrones(), patrones)

    def guardado(valores: object = base) -> bool:
        (hecho,) = correr([tmp_path / "i"], tmp_path / "cache", valores=valores)  # type: ignore[arg-type]
        return hecho.de_cache

    assert [guardado(), guardado(), guardado(mas), guardado(otros), guardado(otros)] == [False, True, True, False, True]
    monkeypatch.setenv("EXTRACTOR_PATRONES", str(patrones))
    assert guardado()
    vocabulario = patrones / "vocabularios" / "estados.yaml"
    vocabulario.write_text(vocabulario.read_text("utf-8") + "# otra línea\n", "utf-8")
    assert [guardado(), guardado()] == [False, True]


def decision(id_: str, tipo: str, clave: str, valor: str) -> Decision:
    return Decision.model_validate(
        {"id": id_, "tipo": tipo, "clave": clave, "valor": valor, "quien": "ana", "cuando": "2026-05-31", "porque": "consta"}
    )


def test_una_decision_solo_toca_a_los_suyos() -> None:
    base = CIRCUNSTANCIAS.clave(SHA_A, "a.txt", Declarado())
    ajena = decision("d1", "documento", f"{'b' * 64}|anio", "2008")
    propia = decision("d2", "documento", f"{SHA_A}|anio", "2008")
    nombre = decision("d3", "nombre", "region|tarapaca", "01")

    def clave(*decisiones: Decision) -> ClaveLectura:
        con = Circunstancias("1+a", "p", "j", Decisiones.de(decisiones))
        return con.clave(SHA_A, "a.txt", Declarado())

    assert clave(propia).base != base.base and clave(nombre).base != base.base
    assert clave(propia, ajena).base == clave(propia).base
    assert clave(ajena).base == base.base
    assert clave(nombre, ajena).base == clave(nombre).base != clave(propia, nombre).base


def test_cada_parte_de_la_clave_cuenta() -> None:
    clave = ClaveLectura(SHA_A, "a.txt", "1", "p", "j", "d", "e", (("tesseract", "5"),))
    otras = [
        ClaveLectura(*(("x" if i == n else campo) for i, campo in enumerate((SHA_A, "a.txt", "1", "p", "j", "d", "e"))))
        for n in range(7)
    ]
    assert len({c.base for c in (clave, *otras)}) == 8
    sin_externos = ClaveLectura(SHA_A, "a.txt", "1", "p", "j", "d", "e")
    assert sin_externos.base == clave.base and sin_externos.huella != clave.huella


def test_otra_version_de_un_programa_externo_solo_cambia_a_quien_lo_uso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    versiones = {"tesseract": "5.3.0"}
    monkeypatch.setattr(modulo_cache, "version_vigente", versiones.__getitem__)
    cache = Cache(tmp_path, CIRCUNSTANCIAS, lambda _: None)
    sin, con = (CIRCUNSTANCIAS.clave(informe().documento.sha256, n, Declarado()) for n in ("sin.txt", "con.txt"))
    cache.guardar(sin, Resultado.de(informe("sin.txt")))
    completa = cache.guardar(con, Resultado.de(informe("con.txt"), frozenset({"tesseract"})))
    assert completa.externos == (("tesseract", "5.3.0"),)
    assert cache.buscar(sin) is not None and cache.buscar(con) is not None
    versiones["tesseract"] = "5.4.0"
    assert cache.buscar(sin) is not None and cache.buscar(con) is None


def test_un_texto_no_depende_de_programas_externos_y_una_imagen_si(corpus: Path, tmp_path: Path) -> None:
    from PIL import Image

    Image.new("L", (60, 40), 255).save(tmp_path / "blanca.png")
    (texto,) = procesar_lote(planear([corpus / "txt" / "gore_los_lagos_2009_etapa3.txt"]))
    (imagen,) = procesar_lote(planear([tmp_path / "blanca.png"]))
    assert texto.clave is not None and texto.clave.externos == ()
    assert imagen.clave is None or [nombre for nombre, _ in imagen.clave.externos] == ["tesseract"]
    assert imagen.resultado.externos == ("tesseract",)


@pytest.mark.parametrize("dano", ["vacio", "cortado", "un_bit", "otro", "sin_cabecera"])
def test_una_entrada_danada_se_dice_y_se_rehace(tmp_path: Path, dano: str) -> None:
    escribir(tmp_path / "i", a="bien", b="bien 2")
    buena = [h.linea for h in correr([tmp_path / "i"], tmp_path / "cache")]
    una, otra = entradas(tmp_path / "cache")
    crudo = una.read_bytes()
    danados = {
        "vacio": b"", "cortado": crudo[:-1], "un_bit": crudo[:-9] + bytes([crudo[-9] ^ 1]) + crudo[-8:],
        "otro": otra.read_bytes(), "sin_cabecera": b"hola\n" + crudo.partition(b"\n")[2],
    }  # fmt: skip
    una.write_bytes(danados[dano])
    avisos: list[str] = []
    hechos = correr([tmp_path / "i"], tmp_path / "cache", avisos.append)
    assert [h.linea for h in hechos] == buena
    assert sorted(de_cache(hechos).values()) == [False, True]
    assert len(avisos) == 1 and "dañados" in avisos[0]
    assert una.read_bytes() == crudo
    assert set(de_cache(correr([tmp_path / "i"], tmp_path / "cache", avisos.append)).values()) == {True} and len(avisos) == 1


def test_los_fallos_propios_del_documento_se_guardan_y_los_demas_no(tmp_path: Path) -> None:
    escribir(tmp_path / "i", a="bien", protegido="protegido", falla="falla", cuelga="cuelga", sale="sale", hondo="hondo")
    base = cargar_ajustes()
    breves = base.model_copy(update={"limites": base.limites.model_copy(update={"segundos": 1, "segundos_por_mb": 0})})
    for _ in range(2):
        hechos = correr([tmp_path / "i"], tmp_path / "cache", valores=breves)
    assert de_cache(hechos) == {
        "a.txt": True, "protegido.txt": True, "falla.txt": False, "cuelga.txt": False, "sale.txt": False, "hondo.txt": False,
    }  # fmt: skip
    assert [h.estado for h in hechos if h.encargo.ruta_relativa == "protegido.txt"] == ["fallido"]


def test_lo_que_cambio_mientras_se_leia_no_se_guarda(tmp_path: Path) -> None:
    cache = Cache(tmp_path, CIRCUNSTANCIAS, lambda _: None)
    estante = Estante(CIRCUNSTANCIAS, cache)
    clave = CIRCUNSTANCIAS.clave("0" * 64, "a.txt", Declarado())
    assert estante.guardar(clave, Resultado.de(informe("a.txt")), None) is None
    assert entradas(tmp_path) == []


def test_la_suma_es_la_del_contenido(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    assert suma_de_archivo(tmp_path / "a.txt") == SHA_A
    assert suma_de_archivo(tmp_path / "nada.txt") is None
    assert Estante(CIRCUNSTANCIAS, None).clave(Encargo(tmp_path / "nada.txt", "nada.txt")) is None


def test_disco_lleno_se_dice_una_vez_y_la_corrida_sigue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lleno(ruta: Path, datos: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    escribir(tmp_path / "i", a="bien", b="bien")
    monkeypatch.setattr(Path, "write_bytes", lleno)
    avisos: list[str] = []
    assert [h.estado for h in correr([tmp_path / "i"], tmp_path / "cache", avisos.append)] == ["ok", "ok"]
    assert len(avisos) == 1 and "no se pudo guardar en la caché" in avisos[0]
    assert entradas(tmp_path / "cache") == []


def test_carpeta_de_cache_imposible(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    escribir(tmp_path / "i", a="x")
    with pytest.raises(ErrorUso, match="--cache"):
        Cache(tmp_path / "i" / "a.txt", CIRCUNSTANCIAS, lambda _: None)
    assert main(["extraer", str(tmp_path / "i"), "--cache", str(tmp_path / "i" / "a.txt")]) == 3
    assert "no se puede usar la carpeta de caché" in capsys.readouterr().err
    assert main(["extraer", str(tmp_path / "i"), "--cache", str(tmp_path / "c"), "--sin-cache"]) == 3
    assert "se contradicen" in capsys.readouterr().err


def test_lo_que_nadie_usa_se_olvida_y_lo_ajeno_no_se_toca(tmp_path: Path) -> None:
    Cache(tmp_path, CIRCUNSTANCIAS, lambda _: None)
    (vieja,) = tmp_path.iterdir()
    (tmp_path / "mis cosas").mkdir()
    hace_un_anio = time.time() - 365 * 24 * 3600
    for carpeta in tmp_path.iterdir():
        os.utime(carpeta, (hace_un_anio, hace_un_anio))
    Cache(tmp_path, Circunstancias("2+b", "p", "j"), lambda _: None)
    nombres = {carpeta.name for carpeta in tmp_path.iterdir()}
    assert vieja.name not in nombres and "mis cosas" in nombres and len(nombres) == 2


def test_por_la_orden_la_salida_es_la_misma_con_cache_y_sin_ella(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    muestras = [str(corpus / "txt" / f"{n}.txt") for n in ("fosis_2007_etapa3", "conaf_2007_etapa3")]
    salidas = []
    for opciones in (["--sin-cache"], ["--cache", str(tmp_path)], ["--cache", str(tmp_path)]):
        assert main(["extraer", *muestras, *opciones]) == 0
        salidas.append(capsys.readouterr().out)
    assert salidas[0] == salidas[1] == salidas[2] and salidas[0].count("\n") >= 2
    assert len(entradas(tmp_path)) == 2
    assert main(["auditar", *muestras, "--sin-cache"]) == 1
    recien = capsys.readouterr()
    assert main(["auditar", *muestras, "--cache", str(tmp_path)]) == 1
    guardado = capsys.readouterr()
    assert guardado.out == recien.out and "Sin leer de nuevo" not in recien.err
    assert "Sin leer de nuevo, por no haber cambiado: 2 de 2" in guardado.err
