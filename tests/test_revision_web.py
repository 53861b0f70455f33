"""``extractor revisar`` in a real browser: findings walked by keyboard, readings, names and pairs decided, decisions that
outlive the page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from ayudas_revision import acumulada
from ayudas_web import cargar, decisiones, entrar, servido
from navegador import chromium

from extractor.almacen import abrir
from extractor.cli import main


@pytest.fixture(scope="module")
def navegador(programa: Callable[[str], str]) -> Iterator[Any]:
    with chromium(programa("chromium")) as abierto:
        yield abierto


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    """One report whose decision changes (45 for 40), one of a region that nobody knows, one whose weights sum 110 too."""
    informes = tmp_path / "informes"
    informes.mkdir()
    (informes / "a.txt").write_text(acumulada(tercero="90%", cierre="90%"), encoding="utf-8")
    (informes / "b.txt").write_text(acumulada(region="La Frontera"), encoding="utf-8")
    dos = acumulada().replace("20%\n\n50%\n\n\t100%", "20%\n\n60%\n\n\t100%")
    assert dos != acumulada()
    (informes / "c.txt").write_text(dos, encoding="utf-8")
    return informes


@pytest.fixture
def db(carpeta: Path) -> str:
    return cargar(carpeta)


def _vistos(pagina: Any, selector: str) -> list[str]:
    return [e.inner_text().strip() for e in pagina.query_selector_all(selector) if e.is_visible()]


def _documento(url: str, archivo: Path) -> str:
    return f"{url.partition('/?')[0]}/documento/{sha256(archivo.read_bytes()).hexdigest()[:24]}"


def _codigo(pagina: Any) -> str:
    return str(pagina.inner_text("#panel .pie code >> nth=0"))


def test_hallazgos_con_el_teclado(navegador: Any, db: str, carpeta: Path) -> None:
    with servido(db, carpeta) as url:
        hoja = entrar(navegador, url)
        assert hoja.title().startswith("Hallazgos") and "token" not in hoja.url
        primeras = hoja.eval_on_selector_all(".renglon", "es => es.map((e) => [...e.classList].find((c) => c.startsWith('g-')))")
        assert primeras[0] == "g-cambia_decision" and primeras == sorted(primeras, key=["g-cambia_decision", "g-aritmetica", "g-logica", "g-aviso"].index)
        hoja.keyboard.press("j")
        hoja.keyboard.press("j")
        hoja.keyboard.press("k")
        hoja.keyboard.press("Enter")
        hoja.wait_for_url("**/documento/**")
        assert _codigo(hoja) == "ACUMULADO_NO_CUADRA" and _vistos(hoja, "mark.actual") == ["45%"]
        letras = hoja.evaluate("[...document.querySelectorAll('mark.operando')].map((m) => [m.dataset.letra, m.textContent])")
        assert letras == [["b", "20%"], ["c", "50%"], ["a", "30%"], ["d", "45%"]]

        hoja.goto(_documento(url, carpeta / "c.txt"))
        hoja.wait_for_selector("#panel .hallazgo[data-n='1']")
        hoja.keyboard.press("j")
        hoja.wait_for_selector("#panel .hallazgo[data-n='2']")
        assert hoja.evaluate("document.activeElement.id") == "panel" and "Hallazgo 2" in hoja.inner_text("#anuncio")
        assert hoja.get_attribute(".indice-doc .abre[aria-current]", "href").endswith(f"{hoja.url.partition('?')[2]}#panel")
        hoja.keyboard.press("k")
        hoja.wait_for_selector("#panel .hallazgo[data-n='1']")

        hoja.fill("#decidir textarea", "se vio en el original")
        hoja.keyboard.press("Escape")
        hoja.keyboard.press("c")
        hoja.wait_for_selector("#decision .si")
        assert [(d.tipo, d.valor, d.quien, d.porque) for d in decisiones(db)] == [("hallazgo", "confirmado", "Ana Rojas", "se vio en el original")]
        assert re.fullmatch(r"[0-9a-f]{64}\|[0-9a-f]{16}", decisiones(db)[0].clave)
        hoja.keyboard.press("d")
        hoja.wait_for_selector("#decision .no")
        hoja.keyboard.press("u")
        hoja.wait_for_selector("#decision", state="detached")
        una, otra, retiro = sorted(decisiones(db), key=lambda d: (d.anula is not None, d.clave == ""))
        assert (otra.anula, otra.valor, retiro.anula, retiro.clave) == (una.id, "descartado", otra.id, "")
        hoja.keyboard.press("?")
        hoja.wait_for_url("**/ayuda")
        assert not hoja.errores


def test_una_lectura_corregida_se_recalcula_y_queda(navegador: Any, db: str, carpeta: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with servido(db, carpeta) as url:
        hoja = entrar(navegador, url)
        hoja.click(".renglon .abre")
        hoja.wait_for_selector("#lecturas")
        hoja.keyboard.press("e")
        ganada = hoja.query_selector(".lectura:has-text('45%')")
        assert ganada.get_attribute("data-campo") == "ponderacion_ganada"
        ganada.query_selector("input[name=valor]").fill("40%")
        ganada.query_selector("input[name=porque]").fill("el 45 es una mancha")
        ganada.query_selector("button").click()
        hoja.wait_for_selector("#cambio table")
        # 30, 45, 90 were read; with 40 the 90 is 40 + 90 % of 50 = 85: the slip is now there
        cifra = _vistos(hoja, "#cambio .c-cifra td")
        assert cifra[1:3] == ["45", "40"] and "ponderación ganada" in cifra[0].lower()
        hallazgos = [fila.inner_text() for fila in hoja.query_selector_all("#cambio .c-hallazgo")]
        assert any("45%" in texto and "ya no está" in texto for texto in hallazgos)
        assert any("90%" in texto and "no había" in texto for texto in hallazgos)
        # the finding went with its slip: its row is shown, and the correction can still be undone there
        assert hoja.is_visible("#lecturas .decision") and hoja.is_visible(".deshacer-cambio button")
        una = next(d for d in decisiones(db) if d.tipo == "lectura")
        assert (una.valor, una.porque) == ("40%", "el 45 es una mancha")
    with abrir(db) as deposito:
        leido = next(i for i in deposito.informes() if i.documento.nombre == "a.txt")
    segunda = leido.tablas[0].filas[0].actividades[1].ponderacion_ganada
    assert segunda is not None and (segunda.valor, segunda.texto, segunda.decision) == ("40", "45%", una.id)

    # the page again, and every later reading of the file, from this database or from its decisions as a file
    with servido(db, carpeta) as url:
        hoja = entrar(navegador, url)
        csv = carpeta.parent / "decisiones.csv"
        csv.write_text(hoja.request.get(f"{url.partition('/?')[0]}/decisiones.csv").text(), encoding="utf-8")
        hoja.goto(f"{url.partition('/?')[0]}/historia")
        assert "40%" in hoja.inner_text(".historia") and "Ana Rojas" in hoja.inner_text(".historia")
    capsys.readouterr()
    assert main(["migrar", str(carpeta), "--db", db, "--sin-cache"]) == 0
    with abrir(db) as deposito:
        assert next(i for i in deposito.informes() if i.documento.nombre == "a.txt") == leido
    capsys.readouterr()
    main(["extraer", str(carpeta / "a.txt"), "--decisiones", str(csv), "--sin-cache"])
    datos = json.loads(capsys.readouterr().out)
    assert datos["tablas"][0]["filas"][0]["actividades"][1]["ponderacion_ganada"]["valor"] == "40"


def test_un_nombre_elegido(navegador: Any, db: str, carpeta: Path) -> None:
    with servido(db, carpeta) as url:
        hoja = entrar(navegador, url)
        base = url.partition("/?")[0]
        hoja.goto(f"{base}/nombres")
        fila = hoja.query_selector(".renglon:has-text('La Frontera')")
        fila.query_selector("select[name=valor]").select_option("09")
        fila.query_selector("input[name=porque]").fill("así le dicen")
        fila.query_selector("button").click()
        hoja.wait_for_load_state()
        una = decisiones(db)[0]
        assert (una.tipo, una.clave, una.valor) == ("nombre", "region|region: la frontera", "09") or una.clave == "region|la frontera"
        assert not hoja.query_selector(".renglon:has-text('La Frontera')")
        assert not hoja.errores
    with abrir(db) as deposito:
        region = next(i for i in deposito.informes() if i.documento.nombre == "b.txt").tablas[0].region
    assert (region.codigos, region.certeza, region.decision) == (("09",), "exacta", una.id)


def test_un_nombre_de_un_servicio_y_otro_valor(navegador: Any, db: str, carpeta: Path) -> None:
    """From the document, for the reports of its service and year only; then typed anew."""
    with servido(db, carpeta) as url:
        hoja = entrar(navegador, url)
        hoja.goto(f"{url.partition('/?')[0]}/?documento=b.txt&estado=")
        hoja.click(".renglon .abre")
        hoja.click("#nombres summary")
        formulario = hoja.query_selector("form.nombre[data-nombrado=region]")
        formulario.query_selector("select[name=valor]").select_option("09")
        formulario.query_selector("button").click()
        hoja.wait_for_selector("#cambio")
        assert [d.clave.split("|")[2:] for d in decisiones(db)] == [["anio=2007", "servicio=conaf"]]
        hoja.evaluate("document.querySelector('#nombres').open = true")
        formulario = hoja.query_selector("form.nombre[data-nombrado=region]")
        formulario.query_selector("input[name=otro]").fill("99")
        formulario.query_selector("button").click()
        hoja.wait_for_load_state()
        assert "No existe la región 99" in hoja.inner_text("main") and len(decisiones(db)) == 1


def test_los_datos_de_un_documento(navegador: Any, db: str, carpeta: Path) -> None:
    """Service, year, region and stage are stated from the page, change what it shows and can be undone; a value that is
    none is refused."""
    sin_region = acumulada().replace("\tRegión: DEL BIO BIO\n\n", "").replace("SERVICIO: CORPORACIÓN NACIONAL FORESTAL", "")
    assert sin_region.count("\tRegión") == 0
    (carpeta / "d.txt").write_text(sin_region, encoding="utf-8")
    cargar(carpeta)
    with servido(db, carpeta) as url:
        hoja = entrar(navegador, url)

        def decidir(campo: str, valor: str, entrada: str = "select[name=valor]") -> None:
            hoja.goto(_documento(url, carpeta / "d.txt"))
            hoja.evaluate("document.querySelector('#datos').open = true")
            formulario = hoja.query_selector(f"#datos form.dato[data-campo={campo}]")
            lugar = formulario.query_selector(entrada)
            lugar.select_option(valor) if entrada.startswith("select") else lugar.fill(valor)
            formulario.query_selector("button").click()
            hoja.wait_for_load_state()

        decidir("servicio", "conaf")
        assert _vistos(hoja, "#cambio .c-dato td")[0] == "Servicio" and "Corporación Nacional Forestal" in _vistos(hoja, "#cambio .c-dato td")[2]
        decidir("region", "Región de La Araucanía")
        assert "Araucanía" in _vistos(hoja, "#cambio .c-dato .ahora")[0]
        decidir("etapa", "4")
        decidir("anio", "2008", "input[name=valor]")
        clave = sha256((carpeta / "d.txt").read_bytes()).hexdigest()
        hechas = {d.clave: d.valor for d in decisiones(db) if d.tipo == "documento"}
        assert hechas == {f"{clave}|servicio": "conaf", f"{clave}|region": "Región de La Araucanía", f"{clave}|etapa": "4", f"{clave}|anio": "2008"}
        decidir("anio", "dos mil", "input[name=valor]")
        assert "el año debe ser un número" in hoja.inner_text("main").lower() and len(decisiones(db)) == 4
        assert not hoja.errores
        with abrir(db) as deposito:
            leido = next(i for i in deposito.informes() if i.documento.nombre == "d.txt")
        assert (leido.documento.servicio.codigo, leido.documento.anio, leido.documento.etapas) == ("conaf", 2008, (4,))
        assert leido.tablas[0].region.codigos == ("09",) and leido.tablas[0].region.heredada
        hoja.goto(_documento(url, carpeta / "d.txt"))
        hoja.evaluate("document.querySelector('#datos').open = true")
        hoja.query_selector("#datos form.dato[data-campo=anio] + .decision button").click()
        hoja.wait_for_selector("#cambio .c-dato")
        assert _vistos(hoja, "#cambio .c-dato td")[:3] == ["Año", "2008", "2007"]


def test_dos_revisores_a_la_vez(navegador: Any, db: str, carpeta: Path) -> None:
    with servido(db, carpeta) as url:
        ana, berta = entrar(navegador, url), entrar(navegador, url, "Berta Soto")
        for hoja in (ana, berta):
            hoja.click(".renglon .abre")
            hoja.wait_for_selector("#confirmar")
        ana.click("#confirmar")
        ana.wait_for_selector("#decision")
        berta.click("#descartar")
        berta.wait_for_selector("#choque")
        assert _vistos(berta, "#choque .valor") == ["confirmado", "descartado"] and "Ana Rojas" in berta.inner_text("#choque")
        assert [d.valor for d in decisiones(db)] == ["confirmado"]
        berta.click("#choque .boton")
        berta.wait_for_selector("#decision .si")
        berta.click("#descartar")
        berta.wait_for_selector("#decision .no")
        # Ana still has her own on the screen: undoing it would undo what she has not seen
        ana.click(".deshacer-hallazgo button")
        ana.wait_for_selector("#choque")
        assert "Berta Soto" in ana.inner_text("#choque")
        assert [d.valor for d in sorted(decisiones(db), key=lambda d: d.anula is not None)] == ["confirmado", "descartado"]


def test_sin_guion(navegador: Any, db: str, carpeta: Path) -> None:
    with servido(db, carpeta) as url:
        hoja = entrar(navegador, url, java_script_enabled=False)
        hoja.goto(_documento(url, carpeta / "c.txt"))
        assert hoja.is_visible("#panel .derivacion") and hoja.is_visible(".fuente mark.m")
        hoja.click("#confirmar")
        assert hoja.is_visible("#decision .si")
        hoja.click("#proximo")
        assert hoja.is_visible("#panel .hallazgo[data-n='2']") and not hoja.query_selector("#decision")
        hoja.click("#previo")
        hoja.click(".deshacer-hallazgo button")
        assert not hoja.query_selector("#decision")
        assert sorted(d.valor for d in decisiones(db)) == ["", "confirmado"]


def test_sin_el_archivo_se_muestra_lo_guardado(navegador: Any, db: str, carpeta: Path) -> None:
    (carpeta / "a.txt").write_text("otra cosa", encoding="utf-8")
    with servido(db, carpeta) as url:
        hoja = entrar(navegador, url)
        hoja.goto(f"{url.partition('/?')[0]}/?documento=a.txt")
        hoja.click(".renglon .abre")
        assert "no está en las carpetas" in hoja.inner_text("#sin-fuente") and hoja.is_visible(".recalculo")
        hoja.click("#lecturas summary")
        hoja.query_selector(".lectura:has-text('45%') input[name=valor]").fill("40%")
        hoja.query_selector(".lectura:has-text('45%') button").click()
        hoja.wait_for_selector("#cambio")
        assert "quedó guardada" in hoja.inner_text("#cambio") and [d.valor for d in decisiones(db)] == ["40%"]


def test_un_par_elegido(navegador: Any, tmp_path: Path) -> None:
    """Four weights for three activities: the program takes the last for a total, the person for the third's weight."""
    informes = tmp_path / "informes"
    informes.mkdir()
    texto = acumulada().replace("\t30%\n\n20%\n\n50%", "\t30%\n\n20%\n\n10%\n\n50%")
    (informes / "p.txt").write_text(texto, encoding="utf-8")
    db = cargar(informes)
    with abrir(db) as deposito:
        leido = next(deposito.informes())
    assert "TOTAL_PONDERACION_NO_CUADRA" in {h.codigo for h in leido.hallazgos}
    with servido(db, informes) as url:
        hoja = entrar(navegador, url)
        hoja.goto(f"{_documento(url, informes / 'p.txt')}?t={leido.tablas[0].id}&f=0")
        hoja.click("#pares summary")
        formulario = hoja.query_selector_all("form.par[data-campo=ponderacion]")[2]
        formulario.query_selector("select[name=valor]").select_option("0.total")
        formulario.query_selector("button").click()
        hoja.wait_for_selector("#cambio table")
        assert any("ya no está" in f.inner_text() and "50%" in f.inner_text() for f in hoja.query_selector_all("#cambio .c-hallazgo"))
        hoja.click("#pares .decision button")
        hoja.wait_for_selector("#pares .decision", state="detached")
        assert not hoja.errores
    pares = [d for d in decisiones(db) if d.tipo == "emparejamiento"]
    assert len(pares) == 2 and {d.anula for d in pares} == {None, next(d.id for d in pares if d.clave)}
    with abrir(db) as deposito:
        assert next(deposito.informes()) == leido


def test_una_lectura_lenta_no_detiene_la_pagina(navegador: Any, db: str, carpeta: Path) -> None:
    """What takes longer than a person waits goes on by itself, and the page comes back with it."""
    lento = "import time, extractor.revision.rehacer as r; antes = r.rehacer; r.ESPERA = 0.5\n"
    lento += "r.rehacer = lambda *a: (time.sleep(5), antes(*a))[1]\n"
    with servido(db, carpeta, lento) as url:
        hoja = entrar(navegador, url)
        hoja.click(".renglon .abre")
        hoja.click("#lecturas summary")
        hoja.query_selector(".lectura:has-text('45%') input[name=valor]").fill("40%")
        hoja.query_selector(".lectura:has-text('45%') button").click()
        hoja.wait_for_selector("#cambio:has-text('Rehaciendo')")
        hoja.wait_for_selector("#cambio table")
        assert _vistos(hoja, "#cambio .c-cifra td")[1:3] == ["45", "40"] and hoja.is_visible("#lecturas .decision")
