"""revision.html as a file: what it says, what it escapes, what it leaves out, and that the same input gives the same bytes."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from decimal import Decimal
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import lxml.html
import pytest
from ayudas_docx import hacer, p, r, tabla
from ayudas_revision import acumulada, elegir, hacer_pagina, leido
from ayudas_salidas import informe as informe_fijo
from pdf_de_prueba import Hoja, pdf

from extractor.errores import ErrorLectura
from extractor.modelo.base import Origen
from extractor.modelo.vista import ParrafoVisto, Vista
from extractor.proceso.vista import regimenes_conocidos, vista_de
from extractor.salidas.carpeta import CarpetaSalida
from extractor.salidas.revision import (
    Marcas,
    PaginaRevision,
    Pedido,
    Topes,
    detalles_de,
    logros_de,
    recalculos_de,
)

CAMBIA = acumulada(tercero="90%", cierre="90%")
"""Reported 90, recomputed 30 + 10 + 45 = 85: below the supposed threshold of 90 %."""


@pytest.fixture
def pagina(tmp_path: Path) -> lxml.html.HtmlElement:
    fuentes = {"a/cambia.txt": CAMBIA.encode(), "b/igual.txt": acumulada(region="Atacama").encode()}
    return abrir(hacer_pagina(tmp_path / "revision.html", fuentes))


def abrir(archivo: Path) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(archivo.read_bytes())


def texto(elemento: lxml.html.HtmlElement) -> str:
    return " ".join(elemento.text_content().split())


def test_el_resumen_dice_lo_que_hay(pagina: lxml.html.HtmlElement) -> None:
    assert texto(elegir(pagina, "h1")[0]) == "2 hallazgos en 2 documentos; 1 cambia una decisión"
    tarjetas = {t.get("class").split()[1]: texto(elegir(t, "b")[0]) for t in elegir(pagina, ".tarjeta")}
    assert tarjetas["g-cambia_decision"] == "▲ 1" and tarjetas["g-aritmetica"] == "≠ 1" and tarjetas["g-aviso"] == "○ 0"
    (decision,) = elegir(pagina, ".decisiones li")
    assert "DEL BIO BIO" in texto(decision) and "a/cambia.txt" in texto(decision)
    filas = [[texto(c) for c in f] for f in elegir(pagina, ".indice tbody tr")]
    assert [f[0] for f in filas] == ["a/cambia.txt", "b/igual.txt"]
    assert [f[3:7] for f in filas] == [["1", "", "", ""], ["", "1", "", ""]]


def test_cada_hallazgo_trae_su_derivacion(pagina: lxml.html.HtmlElement) -> None:
    (hallazgo,) = elegir(pagina, "#d1 .hallazgo")
    cifras = [texto(d) for d in elegir(hallazgo, ".cifras dd")]
    assert cifras == ["45%", "40", "5"]
    assert texto(elegir(hallazgo, ".formula code")[0]) == "30 + 50 % de 20 = 40"
    operandos = [(texto(elegir(o, ".letra")[0]), texto(elegir(o, "b")[0])) for o in elegir(hallazgo, ".operandos li")]
    assert operandos == [("a", "30"), ("b", "20"), ("c", "50"), ("d", "45")]
    assert "Correcciones posibles" in texto(hallazgo) and "Arrastra" in texto(hallazgo)


def test_lo_marcado_en_la_fuente_es_lo_que_se_dice(pagina: lxml.html.HtmlElement) -> None:
    fuente = elegir(pagina, "#d1 .fuente")[0]
    assert [m.text for m in elegir(fuente, 'mark[data-h~="1"]')] == ["45%"]
    assert {m.get("data-o"): m.text for m in elegir(fuente, "mark[data-o]")} == {
        "1a": "30%",
        "1b": "20%",
        "1c": "50%",
        "1d": "45%",
    }
    (signo,) = elegir(fuente, "a.signo")
    assert signo.text == "▲1" and signo.get("href") == "#d1h1" and "Cambia la decisión" in signo.get("aria-label")
    # the line is whole: marking it neither loses nor repeats anything
    assert texto(fuente).endswith("30%45%▲190%")


def test_la_tabla_recalculada(pagina: lxml.html.HtmlElement) -> None:
    filas = [[texto(c) for c in f] for f in elegir(pagina, "#d1 .recalculo tbody tr")]
    assert [f[:1] + f[2:6] for f in filas] == [
        ["1.1", "30%", "100%", "30%", "30"],
        ["1.2", "20%", "50%", "45%", "40"],
        ["1.3", "50%", "90%", "90%", "85"],
        ["", "(suma 100)", "", "(suma 90)", "85"],
    ]
    assert [f[6][:1] for f in filas[:3]] == ["✓", "≠", "≠"]


def test_veredicto_que_cambia_y_grafico(pagina: lxml.html.HtmlElement) -> None:
    frases = [texto(f) for f in elegir(pagina, "#d1 .resumen-doc li")]
    assert any(
        "si rige el 90 %, con lo informado (90 %) alcanza el mínimo y con lo recalculado (85 %) no alcanza" in f for f in frases
    )
    grafico = elegir(pagina, "#d1 svg.grafico")[0]
    assert "informado 90 %, recalculado 85 %" in elegir(grafico, "desc")[0].text
    barras = {b.get("class"): Decimal(b.get("width")) for b in elegir(grafico, "rect")[:2]}
    assert barras["inf"] / barras["rec"] == pytest.approx(Decimal(90) / Decimal(85), rel=Decimal("0.01"))
    assert not [f for f in (texto(x) for x in elegir(pagina, "#d2 .resumen-doc li")) if "alcanza" in f]


def test_logros_segun_el_total_declarado_y_los_pesos() -> None:
    (logro,) = logros_de(leido(CAMBIA.encode(), "a.txt"), regimenes_conocidos())
    assert (logro.informado, logro.recalculado, logro.umbral, logro.condicional) == (90, 85, 90, True)
    assert logro.cambia and logro.alcanza_informado and not logro.alcanza_recalculado
    (sin_regimen,) = logros_de(leido(CAMBIA.encode(), "a.txt"), {})
    assert sin_regimen.umbral is None and not sin_regimen.cambia


def test_los_hallazgos_van_por_gravedad_y_numerados() -> None:
    detalles = detalles_de(informe_fijo())
    assert [(d.numero, d.gravedad) for d in detalles] == [(1, "aritmetica"), (2, "aviso")]
    assert len(recalculos_de(informe_fijo())) == 1


class _Revisor(HTMLParser):
    """Open and close tags must match, so that what follows a document is not inside it."""

    VACIOS = frozenset(["meta", "img", "input", "br", "link", "hr"])

    def __init__(self) -> None:
        super().__init__()
        self.pila: list[str] = []
        self.fallas: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.VACIOS:
            self.pila.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if not self.pila or self.pila.pop() != tag:
            self.fallas.append(f"{tag} en la línea {self.getpos()[0]}")


HOSTIL = "</p></td><script>alerta()</script><img src=x onerror=alerta()> =1+1 \" ' & ]]> <!-- {{ 7*7 }} {% if %}"


@pytest.fixture
def archivo_hostil(tmp_path: Path) -> Path:
    fuentes = {
        f'"><script>alerta()</script>{n}.txt': acumulada(region=f"DEL BIO BIO {HOSTIL}", primera=HOSTIL).encode() for n in "ab"
    }
    cuerpo = p(r(escape(HOSTIL, quote=False))) + tabla(("A", "B"), ("1", "2"))
    fuentes["c.docx"] = hacer(cuerpo)
    return hacer_pagina(tmp_path / "revision.html", fuentes)


def test_nada_del_documento_es_marcado(archivo_hostil: Path) -> None:
    crudo = archivo_hostil.read_text("utf-8")
    revisor = _Revisor()
    revisor.feed(crudo)
    assert not revisor.fallas and not revisor.pila
    arbol = abrir(archivo_hostil)
    assert len(elegir(arbol, "script")) == 1 and "alerta" not in elegir(arbol, "script")[0].text
    assert not elegir(arbol, "img[src=x]") and not arbol.xpath("//@onerror | //@onclick | //@style")
    assert "alerta()" in elegir(arbol, ".fuente")[0].text_content() and "{{ 7*7 }}" in arbol.text_content()


def test_ids_unicos_y_enlaces_que_llevan_a_algo(archivo_hostil: Path) -> None:
    arbol = abrir(archivo_hostil)
    ids = Counter(arbol.xpath("//@id"))
    assert not [i for i, n in ids.items() if n > 1]
    enlaces = set(arbol.xpath("//a/@href"))
    assert enlaces and all(e.startswith("#") for e in enlaces)
    assert {e[1:] for e in enlaces} <= set(ids)
    assert set(arbol.xpath("//@aria-labelledby")) <= set(ids)


def test_la_politica_nombra_lo_que_hay_y_nada_mas(archivo_hostil: Path) -> None:
    crudo = archivo_hostil.read_text("utf-8")
    (politica,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', crudo)
    partes = dict(parte.strip().split(" ", 1) for parte in politica.split(";"))
    for clave, etiqueta in (("style-src", "style"), ("script-src", "script")):
        (pieza,) = re.findall(f"<{etiqueta}>(.*?)</{etiqueta}>", crudo, re.DOTALL)
        suma = base64.b64encode(hashlib.sha256(pieza.encode()).digest()).decode()
        assert partes[clave] == f"'sha256-{suma}'"
    assert partes["default-src"] == "'none'" and partes["img-src"] == "data:" and "unsafe" not in politica
    assert not re.search(r'(?:src|href)="(?!#|data:image/)', crudo) and "@import" not in crudo and "url(" not in crudo


def test_los_mismos_bytes(tmp_path: Path, archivo_hostil: Path) -> None:
    fuentes = {"a.txt": CAMBIA.encode(), "b.pdf": _pdf()}
    uno, otro = (hacer_pagina(tmp_path / f"{n}.html", fuentes).read_bytes() for n in "12")
    assert uno == otro


def test_bytes_que_html_no_admite(tmp_path: Path) -> None:
    fuente = acumulada(primera="a\x01b\x08c\x9fd").encode()
    crudo = hacer_pagina(tmp_path / "r.html", {"mal\udce9.txt": fuente}).read_bytes()
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", crudo)
    assert crudo.decode("utf-8")


def _pdf(paginas: int = 3) -> bytes:
    """A programme on the first page whose weights make 95, and pages with nothing to find."""
    xs, ys = [40, 160, 330, 400, 490, 580], [150, 190, 300]
    hoja = Hoja(620, 400).texto(40, 40, "ETAPA 3: IMPLEMENTACION DEL PLAN GT Y PROGRAMA DE TRABAJO 2007")
    hoja.texto(40, 80, "Actividad 1.1: Implementacion").texto(40, 110, "Region: DEL BIO BIO").rejilla(xs, ys)
    for x, titulo in zip(
        xs, ("Objetivos|especificos", "Actividades", "Pond.|actividad", "Cumple o|No cumple", "Ponderacion|ganada"), strict=False
    ):
        hoja.lineas(x + 5, 162, titulo.split("|"))
    hoja.texto(45, 205, "Cuidar bosques")
    for n, renglon in enumerate((("1.- Reunir datos", "45", "Cumplido", "45"), ("2.- Dictar charlas", "50", "Cumplido", "50"))):
        for x, escrito in zip(xs[1:], renglon, strict=False):
            hoja.texto(x + 5, 205 + 20 * n, escrito)
    otras = [Hoja(620, 400).texto(40, 60, f"Texto de la hoja {n} sin tablas ni cifras que revisar") for n in range(1, paginas)]
    return pdf(hoja, *otras)


def test_pdf_con_paginas_y_marcas(tmp_path: Path) -> None:
    arbol = abrir(hacer_pagina(tmp_path / "r.html", {"a.pdf": _pdf()}))
    imagenes = elegir(arbol, ".lamina img")
    assert len(imagenes) == 3 and all(i.get("src").startswith("data:image/") for i in imagenes)
    hoja = elegir(arbol, "#d1g1 svg")[0]
    assert hoja.get("viewbox", hoja.get("viewBox")) == "0 0 620.0 400.0"
    marcados = elegir(hoja, "g.m")
    assert marcados and elegir(marcados[0], "a.signo")
    leidas = [texto(t) for t in elegir(hoja, "rect.leida title")]
    assert "Leído: 45" in leidas and "Leído: 50" in leidas
    assert not elegir(arbol, "#d1g2 g.m")


@pytest.mark.parametrize(
    ("topes", "con_imagen", "aviso"),
    [
        (Topes(paginas_por_documento=2), [True, False, False], "sin hallazgos"),
        (Topes(paginas_enteras=0), [True, False, False], "sin hallazgos"),
        (Topes(imagenes=0), [False, False, False], "ya es muy grande"),
    ],
)
def test_imagenes_que_no_caben_se_dicen(tmp_path: Path, topes: Topes, con_imagen: list[bool], aviso: str) -> None:
    arbol = abrir(hacer_pagina(tmp_path / "r.html", {"a.pdf": _pdf()}, topes))
    assert [bool(elegir(f, "img")) for f in elegir(arbol, "figure.pagina")] == con_imagen
    assert aviso in texto(elegir(arbol, "figure.pagina .omitida")[-1])
    assert set(arbol.xpath("//a/@href")) <= {f"#{i}" for i in arbol.xpath("//@id")}
    omitido = texto(elegir(arbol, "#resumen")[0])
    assert f"{con_imagen.count(False)} imágenes de páginas, por su tamaño" in omitido


def test_fuentes_que_no_caben_se_dicen(tmp_path: Path) -> None:
    fuentes = {"a.txt": CAMBIA.encode(), "b.txt": CAMBIA.replace("Firmar", "Enviar").encode()}
    arbol = abrir(hacer_pagina(tmp_path / "r.html", fuentes, Topes(textos=1000)))
    assert elegir(arbol, "#d1 .fuente table") and not elegir(arbol, "#d2 .fuente table")
    assert "audítelo por separado" in texto(elegir(arbol, "#d2 .fuente")[0])
    assert len(elegir(arbol, "#d2 .hallazgo")) == 1
    assert "El contenido de 1 documento, por su tamaño" in texto(elegir(arbol, "#resumen")[0])


def test_no_pide_la_fuente_de_un_documento_sin_hallazgos(tmp_path: Path) -> None:
    def prohibido() -> Vista:
        raise AssertionError("asked for")

    sano = leido(acumulada().replace("45%", "40%").replace("95%", "90%").encode(), "a.txt")
    assert not sano.hallazgos
    with PaginaRevision(tmp_path / "r.html") as pagina:
        pagina.agregar(sano, prohibido)
    arbol = abrir(tmp_path / "r.html")
    assert texto(elegir(arbol, "h1")[0]) == "Sin hallazgos en lo que se pudo verificar"
    assert elegir(arbol, "#d1 .recalculo") and not elegir(arbol, "#d1 .fuente")


def test_fuente_que_no_se_puede_mostrar(tmp_path: Path) -> None:
    def falla() -> Vista:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", "el archivo cambió")

    with PaginaRevision(tmp_path / "r.html") as pagina:
        pagina.agregar(leido(CAMBIA.encode(), "a.txt"), falla)
        pagina.agregar(leido(CAMBIA.encode(), "b.txt"))
    arbol = abrir(tmp_path / "r.html")
    assert "El documento no se puede mostrar: el archivo cambió." in texto(elegir(arbol, "#d1 .fuente")[0])
    assert "sin los archivos de origen" in texto(elegir(arbol, "#d2 .fuente")[0])
    assert len(elegir(arbol, ".hallazgo")) == 2


def test_una_interrupcion_no_deja_archivo(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), PaginaRevision(tmp_path / "r.html") as pagina:
        pagina.agregar(leido(CAMBIA.encode(), "a.txt"))
        raise ZeroDivisionError
    assert not list(tmp_path.iterdir())


def test_dos_hallazgos_en_un_mismo_texto() -> None:
    origen = Origen(parrafo=0, inicio=0, fin=11, texto="abc def ghi")
    vista = Vista("a", "0", (ParrafoVisto("p1", "abc def ghi", origen),))

    def en(desde: int, hasta: int) -> Origen:
        return Origen(parrafo=0, inicio=desde, fin=hasta, texto="")

    marcas = Marcas(vista, [Pedido(1, "aviso", (en(0, 7),)), Pedido(2, "cambia_decision", (en(4, 11),), (("a", en(0, 3)),))])
    trozos = marcas.trozos(vista.bloques[0])  # type: ignore[arg-type]
    assert [(t.texto, t.marca and (t.marca.hallazgos, t.marca.operandos, t.marca.signos, t.marca.gravedad)) for t in trozos] == [
        ("abc", ([1], [(2, "a")], [], "aviso")),
        (" ", ([1], [], [], "aviso")),
        ("def", ([1, 2], [], [1], "cambia_decision")),
        (" ghi", ([2], [], [2], "cambia_decision")),
    ]
    assert marcas.sin_lugar == ()


def test_hallazgo_de_todo_el_documento_no_tiene_lugar_y_se_muestra(tmp_path: Path) -> None:
    vista = Vista("a", "0", (ParrafoVisto("p1", "x", Origen(parrafo=0, inicio=0, fin=1, texto="x")),))
    marcas = Marcas(vista, [Pedido(1, "aviso", ())])
    assert marcas.sin_lugar == (1,)


def test_la_carpeta_de_salida_la_incluye(tmp_path: Path) -> None:
    leidos = leido(CAMBIA.encode(), "a.txt")
    with CarpetaSalida(tmp_path / "s", regimenes_conocidos) as carpeta:
        carpeta.agregar(leidos, lambda: vista_de(CAMBIA.encode(), "a.txt", leidos))
    assert elegir(abrir(tmp_path / "s" / "revision.html"), "#d1 .fuente mark")
    assert sorted(a.name for a in (tmp_path / "s").iterdir()) == ["hallazgos.xlsx", "informes.jsonl", "observaciones.docx", "revision.html"]


def test_cada_hallazgo_del_corpus_tiene_su_lugar_en_la_fuente(corpus: Path) -> None:
    """Whatever has a place in an Informe has it in the view, in every format that needs no recognition of text."""
    vistos = 0
    for archivo in sorted(a for f in ("txt", "docx", "doc", "rtf", "odt", "html", "pdf") for a in corpus.glob(f"{f}/*_2007_*"))[
        ::2
    ]:
        informe = leido(archivo.read_bytes(), archivo.name)
        detalles = detalles_de(informe)
        marcas = Marcas(vista_de(archivo, archivo.name, informe), [d.pedido for d in detalles])
        perdidos = [d.codigo for d in detalles if d.numero in marcas.sin_lugar and d.pedido.propios]
        assert not perdidos, (archivo.name, perdidos)
        vistos += sum(bool(d.pedido.propios) for d in detalles)
    assert vistos > 60


def test_auditar_escribe_la_pagina_con_la_fuente(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from extractor.cli import main

    (tmp_path / "informes").mkdir()
    (tmp_path / "informes" / "a.txt").write_text(CAMBIA, "utf-8")
    (tmp_path / "informes" / "vacio.txt").write_bytes(b"")
    assert main(["auditar", str(tmp_path / "informes"), "--salida", str(tmp_path / "s"), "--sin-cache"]) == 2
    capsys.readouterr()
    arbol = abrir(tmp_path / "s" / "revision.html")
    assert [m.text for m in elegir(arbol, "#d1 .fuente mark.m")] == ["45%"]
    assert "si rige el 90 %" in texto(elegir(arbol, "#d1 .resumen-doc")[0])
    assert "vacio.txt" in texto(elegir(arbol, "#resumen")[0]) and "No se pudo leer" in texto(elegir(arbol, "#d2")[0])


def test_lo_hallado_entre_documentos_va_en_el_resumen(tmp_path: Path) -> None:
    from ayudas_conjunto import resumido, revisar

    conjunto = revisar(resumido(CAMBIA, "a.txt"), resumido(CAMBIA + "\n\n", "b <i>dos</i>.txt"))
    assert [h.codigo for h in conjunto.hallazgos] == ["DOCUMENTO_DUPLICADO"]
    with PaginaRevision(tmp_path / "r.html") as pagina:
        pagina.agregar_conjunto(conjunto)
    arbol = abrir(tmp_path / "r.html")
    (hallazgo,) = elegir(arbol, ".entre li")
    assert "DOCUMENTO_DUPLICADO" in texto(hallazgo) and "b <i>dos</i>.txt" in texto(hallazgo)
    assert texto(elegir(arbol, ".tarjeta.g-aviso b")[0]) == "○ 1"
