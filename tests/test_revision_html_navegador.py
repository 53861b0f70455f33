"""revision.html in a real browser: findings walked by keyboard, places and operands highlighted, nothing hostile runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from ayudas_revision import acumulada, hacer_pagina
from navegador import chromium
from test_revision_html import HOSTIL, _pdf

PAUSA = 100


@pytest.fixture(scope="module")
def navegador(programa: Callable[[str], str]) -> Iterator[Any]:
    with chromium(programa("chromium")) as abierto:
        yield abierto


@pytest.fixture(scope="module")
def archivo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three documents: one whose decision changes, one with an arithmetic finding, a PDF of three pages."""
    fuentes = {
        "a.txt": acumulada(tercero="90%", cierre="90%").encode(),
        "b.txt": acumulada(region="Atacama").encode(),
        "c.pdf": _pdf(),
    }
    return hacer_pagina(tmp_path_factory.mktemp("revision") / "revision.html", fuentes)


@pytest.fixture
def hoja(navegador: Any, archivo: Path) -> Iterator[Any]:
    pagina = _abrir(navegador, archivo)
    yield pagina
    assert not pagina.errores
    pagina.context.close()


def _abrir(navegador: Any, archivo: Path, ancla: str = "", **opciones: Any) -> Any:
    """The page, with what it complained of in ``errores`` and what it asked of the network in ``pedidos``. Whatever calls
    ``alerta`` there changes its title."""
    contexto = navegador.new_context(viewport={"width": 1400, "height": 850}, reduced_motion="reduce", **opciones)
    contexto.add_init_script("window.alerta = () => { document.title = 'ENTRARON'; }")
    pagina = contexto.new_page()
    pagina.errores, pagina.pedidos = [], []
    pagina.on("pageerror", lambda e: pagina.errores.append(str(e)))
    pagina.on("console", lambda m: pagina.errores.append(m.text) if m.type == "error" else None)
    pagina.on("request", lambda p: pagina.pedidos.append(p.url) if not p.url.startswith(("file:", "data:")) else None)
    pagina.on("dialog", lambda d: (pagina.errores.append(d.message), d.dismiss()))
    pagina.goto(f"{archivo.as_uri()}{ancla}")
    return pagina


def _visto(pagina: Any, selector: str) -> list[str]:
    """The texts of the visible elements."""
    return [e.inner_text().strip() for e in pagina.query_selector_all(selector) if e.is_visible()]


def _elegido(pagina: Any) -> str | None:
    return pagina.evaluate("document.querySelector('.hallazgo.elegido')?.id ?? null")


def _en_pantalla(pagina: Any, selector: str, caja: str) -> bool:
    """Whether the first element of ``selector`` lies within the box that scrolls."""
    return pagina.evaluate(
        """([s, c]) => { const e = document.querySelector(s).getBoundingClientRect(), b = document.querySelector(c).getBoundingClientRect();
        return e.top >= b.top - 1 && e.bottom <= b.bottom + 1 && e.left >= b.left - 1 && e.right <= b.right + 1; }""",
        [selector, caja],
    )


def test_recorrer_los_hallazgos_con_el_teclado(hoja: Any) -> None:
    assert _visto(hoja, "h1") and _visto(hoja, ".documento") == []
    hoja.keyboard.press("j")
    assert _elegido(hoja) == "d1h1" and hoja.url.endswith("#d1h1")
    assert _visto(hoja, ".vista.activa mark.actual") == ["45%"]
    letras = hoja.evaluate("[...document.querySelectorAll('.activa mark.operando')].map((m) => [m.dataset.letra, m.textContent])")
    assert letras == [["b", "20%"], ["c", "50%"], ["a", "30%"], ["d", "45%"]]
    assert _en_pantalla(hoja, ".activa mark.actual", ".activa .fuente")
    assert hoja.evaluate("document.activeElement.closest('.hallazgo').id") == "d1h1"
    assert hoja.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    assert "Hallazgo 1" in hoja.inner_text("#anuncio")
    # its table comes beneath it, with its row told apart
    assert _visto(hoja, "#d1h1 .recalculo tr.actual td:first-child") == ["1.2"]

    hoja.keyboard.press("j")
    assert _elegido(hoja) == "d2h1" and _visto(hoja, ".vista.activa mark.actual") == ["45%"]
    assert not hoja.query_selector_all("#d1 .actual, #d1 .operando, #d1 [data-letra]")
    assert hoja.query_selector("#d1 .recalculos .recalculo"), "the lent table went back"
    hoja.keyboard.press("ArrowUp")
    assert _elegido(hoja) == "d1h1"

    hoja.keyboard.press("Enter")
    assert hoja.evaluate("document.activeElement.id") == "d1m1"
    hoja.keyboard.press("Escape")
    assert hoja.evaluate("document.activeElement.closest('.hallazgo')?.id") == "d1h1"
    hoja.keyboard.press("Escape")
    assert _elegido(hoja) is None and not hoja.query_selector_all(".actual, .operando")


def test_en_el_pdf_se_encienden_las_cajas(hoja: Any) -> None:
    hoja.goto(f"{hoja.url.split('#')[0]}#d3h1")
    hoja.wait_for_timeout(PAUSA)
    assert _elegido(hoja) == "d3h1"
    assert hoja.evaluate("document.querySelectorAll('#d3 g.actual .marca').length") >= 1
    assert hoja.evaluate("[...document.querySelectorAll('#d3 .pone-letra text')].map((t) => t.textContent)") == ["a", "b"]
    assert _en_pantalla(hoja, "#d3 g.actual .marca", "#d3 .fuente")
    # the box lies on its figure: both are drawn over the same point of the page image
    caja = hoja.evaluate("JSON.stringify(document.querySelector('#d3 g.actual .marca').getBoundingClientRect())")
    lamina = hoja.evaluate("JSON.stringify(document.querySelector('#d3 .lamina img').getBoundingClientRect())")
    assert '"width":0' not in caja and '"width":0' not in lamina


def test_pulsar_una_marca_elige_su_hallazgo(hoja: Any) -> None:
    hoja.click(".indice a[href='#d1']")
    assert _elegido(hoja) is None
    hoja.click("#d1 mark.m")
    assert _elegido(hoja) == "d1h1"
    hoja.click("#d1h1 .cabeza")
    assert _elegido(hoja) is None
    hoja.click("#siguiente")
    assert hoja.inner_text("#cual").startswith("2 de 3") and hoja.is_visible("#d2") and not hoja.is_visible("#d1")


def test_el_filtro_esconde_y_el_teclado_lo_respeta(hoja: Any) -> None:
    hoja.uncheck("#f-cambia_decision")
    hoja.keyboard.press("Tab")
    hoja.evaluate("document.activeElement.blur()")
    hoja.keyboard.press("j")
    assert _elegido(hoja) == "d2h1"
    hoja.check("#f-cambia_decision")
    hoja.keyboard.press("k")
    assert _elegido(hoja) is None or _elegido(hoja) == "d2h1", "keys do nothing while a box is ticked"
    hoja.evaluate("document.activeElement.blur()")
    hoja.keyboard.press("k")
    assert _elegido(hoja) == "d1h1"


def test_sin_guion_se_lee_todo(navegador: Any, archivo: Path) -> None:
    pagina = _abrir(navegador, archivo, java_script_enabled=False)
    assert pagina.is_visible("#resumen") and all(pagina.is_visible(f"#d{n}") for n in (1, 2, 3))
    assert all(e.is_visible() for e in pagina.query_selector_all(".derivacion"))
    assert all(e.is_visible() for e in pagina.query_selector_all(".recalculo"))
    pagina.uncheck("#f-cambia_decision")
    assert not pagina.is_visible("#d1h1") and pagina.is_visible("#d2h1")
    pagina.context.close()


def test_en_papel_esta_todo(hoja: Any) -> None:
    hoja.uncheck("#f-aritmetica")
    hoja.keyboard.press("j")
    hoja.emulate_media(media="print")
    assert all(e.is_visible() for e in hoja.query_selector_all(".hallazgo, .derivacion, .recalculo, .fuente, .grafico"))
    assert not hoja.is_visible(".barra")
    assert len(hoja.pdf()) > 20_000


@pytest.mark.parametrize("ancho", [420, 900, 1400, 2200])
def test_no_se_desborda_a_lo_ancho(navegador: Any, archivo: Path, ancho: int) -> None:
    pagina = _abrir(navegador, archivo, "#d1h1")
    pagina.set_viewport_size({"width": ancho, "height": 800})
    pagina.wait_for_timeout(PAUSA)
    for vista in ("#resumen", "#d1", "#d3"):
        pagina.evaluate("(v) => { location.hash = v; }", vista)
        pagina.wait_for_timeout(PAUSA)
        assert pagina.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, vista
    pagina.context.close()


@pytest.mark.parametrize("ancho", [320, 390])
def test_un_nombre_largo_cabe_en_el_telefono(navegador: Any, tmp_path: Path, ancho: int) -> None:
    nombre = "informe_de_cumplimiento_de_la_subsecretaria_con_anexos_y_firma_2007_definitivo.txt"
    pagina = _abrir(navegador, hacer_pagina(tmp_path / "r.html", {nombre: acumulada(region="BIO BIO").encode()}), "#d1")
    pagina.set_viewport_size({"width": ancho, "height": 800})
    pagina.wait_for_timeout(PAUSA)
    assert pagina.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    pagina.evaluate("location.hash = '#resumen'")
    pagina.wait_for_timeout(PAUSA)
    assert pagina.evaluate("document.getElementById('cual').textContent") == "1 documento"
    pagina.context.close()


def test_un_documento_hostil_no_hace_nada(navegador: Any, tmp_path: Path) -> None:
    fuentes = {
        f'"><img src=http://fuera.invalid/x onerror=alerta()>{n}.txt': acumulada(
            region=f"BIO BIO {HOSTIL}", primera=f"{HOSTIL}<iframe src=javascript:alerta()></iframe><svg onload=alerta()>"
        ).encode()
        for n in "ab"
    }
    pagina = _abrir(navegador, hacer_pagina(tmp_path / "r.html", fuentes))
    for tecla in ("j", "j", "k", "Enter", "Escape"):
        pagina.keyboard.press(tecla)
    pagina.wait_for_timeout(PAUSA)
    assert pagina.evaluate("typeof alerta") == "function"
    assert pagina.title() == "Revisión de informes"
    assert not pagina.query_selector_all("iframe, object, embed, form, svg[onload], img:not([src^='data:'])")
    assert "<script>alerta()</script>" in pagina.inner_text("#d1 .fuente")
    assert pagina.pedidos == [] and pagina.errores == []
    # the policy stops what is not the page's own, should anything ever get in
    bloqueado = pagina.evaluate(
        """() => new Promise((listo) => { addEventListener('securitypolicyviolation', (e) => listo(e.violatedDirective));
        const s = document.createElement('script'); s.textContent = 'alerta()'; document.body.append(s); setTimeout(() => listo('nada'), 1000); })"""
    )

    assert bloqueado.startswith("script-src") and pagina.title() == "Revisión de informes"
    pagina.context.close()
