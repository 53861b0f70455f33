"""Views of a source, and the places of figures in them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from ayudas_docx import hacer, p, r, tabla, tc
from ayudas_texto import informe, programa_2007
from pdf_de_prueba import Hoja, pdf
from PIL import Image

from extractor.errores import ErrorLectura
from extractor.lectores import leer_bytes
from extractor.modelo.base import Origen
from extractor.modelo.declarado import Declarado
from extractor.modelo.vista import CeldaVista, FilaVista, ParrafoVisto, TablaVista, Vista
from extractor.modelo.vista_lugares import Localizador, Sitio
from extractor.proceso import informe_de, procesar
from extractor.proceso.vista import vista_de, vista_de_documento


def textos(vista: Vista) -> list[object]:
    """Paragraphs as text, tables as rows of cells."""
    return [
        [[" / ".join(q.texto for q in c.parrafos) for c in f.celdas] for f in b.filas] if isinstance(b, TablaVista) else b.texto
        for b in vista.bloques
    ]


def elementos(vista: Vista) -> dict[str, ParrafoVisto | CeldaVista | FilaVista]:
    hallados: dict[str, ParrafoVisto | CeldaVista | FilaVista] = {}
    for bloque in vista.bloques:
        if isinstance(bloque, ParrafoVisto):
            hallados[bloque.id] = bloque
            continue
        for fila in bloque.filas:
            hallados[fila.id] = fila
            for una in fila.celdas:
                hallados[una.id] = una
                hallados.update({q.id: q for q in una.parrafos})
    return hallados


def dicho(vista: Vista, sitio: Sitio) -> str:
    """The text that a place of a paragraph covers."""
    parrafo = elementos(vista)[sitio.elemento]
    assert isinstance(parrafo, ParrafoVisto)
    return parrafo.texto[sitio.inicio : sitio.fin]


CUERPO = p(r("Región de prueba")) + tabla(("Actividad", "Peso"), (tc(p(r("Uno")), p(r("Dos"))), tc(p(r("40")), p(r("60")))))


def test_word_parrafos_celdas_y_filas() -> None:
    vista = vista_de(hacer(CUERPO), "a.docx")
    assert textos(vista) == ["Región de prueba", [["Actividad", "Peso"], ["Uno / Dos", "40 / 60"]]]
    lugares = Localizador(vista)
    (cifra,) = lugares.sitios(Origen(tabla=0, fila=1, columna=1, parrafo=1, inicio=0, fin=2, texto="60"))
    assert (cifra.clase, dicho(vista, cifra)) == ("parrafo", "60")
    (parte,) = lugares.sitios(Origen(parrafo=0, inicio=10, fin=16, texto="prueba"))
    assert (parte.inicio, parte.fin, dicho(vista, parte)) == (10, 16, "prueba")
    (fila,) = lugares.sitios(Origen(tabla=0, fila=1, texto=""))
    (una,) = lugares.sitios(Origen(tabla=0, fila=1, columna=0, texto="Uno\nDos"))
    (entera,) = lugares.sitios(Origen(tabla=0, texto=""))
    assert (fila.clase, una.clase, entera.clase) == ("fila", "celda", "tabla")
    vistos = elementos(vista)
    assert [q.texto for q in vistos[una.elemento].parrafos] == ["Uno", "Dos"]  # type: ignore[union-attr]
    assert len(vistos[fila.elemento].celdas) == 2  # type: ignore[union-attr]
    assert lugares.sitios(Origen(tabla=7, fila=0, columna=0, texto="")) == ()


def test_las_partes_se_hallan_una_por_una_y_sin_repetir() -> None:
    vista = vista_de(hacer(CUERPO), "a.docx")
    partes = tuple(Origen(tabla=0, fila=1, columna=1, parrafo=n, inicio=0, fin=2, texto="") for n in (0, 1, 1))
    sitios = Localizador(vista).sitios(Origen(texto="40 60", partes=partes))
    assert [dicho(vista, s) for s in sitios] == ["40", "60"]


def test_numero_impreso_antes_del_texto_no_corre_el_lugar() -> None:
    """The reader shows "1. Uno" where the source's paragraph holds "Uno": its characters are counted without the number."""
    origen = Origen(parrafo=3, inicio=0, fin=10, texto="Uno y dos.")
    vista = Vista("a", "0", (ParrafoVisto("p1", "1. Uno y dos.", origen),))
    (sitio,) = Localizador(vista).sitios(Origen(parrafo=3, inicio=6, fin=9, texto="dos"))
    assert dicho(vista, sitio) == "dos"


def test_texto_por_columnas() -> None:
    vista = vista_de("Título\nA\tB\tC\n1\t2\t3\n".encode(), "a.txt")
    assert textos(vista) == ["Título", [["A", "B", "C"], ["1", "2", "3"]]]
    lugares = Localizador(vista)
    (cifra,) = lugares.sitios(Origen(linea_inicio=3, linea_fin=3, inicio=2, fin=3, texto="2"))
    assert dicho(vista, cifra) == "2"
    (fila,) = lugares.sitios(Origen(linea_inicio=3, linea_fin=3, inicio=0, fin=5, texto="1\t2\t3"))
    assert fila.clase == "fila"


FUENTE = programa_2007(
    (("Objetivo uno",), ("Reunir", "Publicar"), ("40", "60", "100"), ("Cumple", "Cumple"), ("40", "60", "100")),
    (("Objetivo dos",), ("Medir",), ("100",), ("Cumple",), ("90",)),
)


def test_celdas_sin_fin_de_fila_se_acomodan_con_el_informe() -> None:
    leido = informe(FUENTE)
    documento = leer_bytes(FUENTE.encode(), "informe.txt")
    sin, con = vista_de_documento(documento), vista_de_documento(documento, leido)
    tablas = [b for b in con.bloques if isinstance(b, TablaVista)]
    anchos = [[len(f.celdas) for f in t.filas] for t in tablas]
    columnas = len(leido.tablas[0].columnas)
    assert any(ancho[-3:] == [columnas] * 3 for ancho in anchos), anchos
    assert all(len(f.celdas) == 1 for b in sin.bloques if isinstance(b, TablaVista) for f in b.filas)
    # nothing is lost and nothing is said twice
    assert sorted(_palabras(sin)) == sorted(_palabras(con))
    encabezados = [f for t in tablas for f in t.filas if f.encabezado]
    assert len(encabezados) == 1


def _palabras(vista: Vista) -> list[str]:
    return [palabra for e in elementos(vista).values() if isinstance(e, ParrafoVisto) for palabra in e.texto.split()]


def test_lo_que_sigue_a_la_tabla_vuelve_a_ser_texto() -> None:
    fuente = FUENTE + "\n\nObservaciones del servicio sobre lo anterior.\n"
    vista = vista_de_documento(leer_bytes(fuente.encode(), "informe.txt"), informe(fuente))
    ultimo = vista.bloques[-1]
    assert isinstance(ultimo, ParrafoVisto) and ultimo.texto.startswith("Observaciones del servicio")


def test_todas_las_cifras_del_corpus_se_encuentran_en_su_fuente(corpus: Path) -> None:
    """In text and Word, every figure is found, and the place holds exactly its printed text."""
    vistas = 0
    for archivo in sorted([*corpus.glob("txt/*_etapa3.txt"), *corpus.glob("docx/*_etapa3.docx")])[::3]:
        documento = leer_bytes(archivo.read_bytes(), archivo.name)
        leido = informe_de(documento, Declarado())
        vista = vista_de_documento(documento, leido)
        lugares = Localizador(vista)
        for una in (a for t in leido.tablas for f in t.filas for a in (*f.actividades, f)):
            for cifra in (una.ponderacion, una.ponderacion_ganada):
                if cifra is None or cifra.origen.partes is not None:
                    continue
                (sitio,) = lugares.sitios(cifra.origen)
                assert sitio.clase == "parrafo" and dicho(vista, sitio) == cifra.texto, (archivo.name, cifra)
                vistas += 1
    assert vistas > 100


def test_pdf_da_paginas_y_cajas_sin_volver_a_leer(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import extractor.lectores

    archivo = corpus / "pdf" / "injuv_2007_etapa3.pdf"
    leido = procesar(archivo, archivo.name, Declarado())

    def prohibido(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(extractor.lectores, "leer_bytes", prohibido)
    vista = vista_de(archivo, archivo.name, leido)
    assert not vista.bloques and len(vista.paginas) == leido.documento.paginas
    cifra = leido.tablas[0].filas[0].actividades[0].ponderacion
    assert cifra is not None and cifra.origen.pagina is not None
    (sitio,) = Localizador(vista).sitios(cifra.origen)
    pagina = vista.pagina(cifra.origen.pagina)
    assert pagina is not None and sitio == Sitio("pagina", pagina.id, caja=cifra.origen.caja)
    assert (cifra.origen.caja, cifra.texto) in {(c.caja, c.texto) for c in pagina.cajas}
    assert all(0 <= c.caja[0] < c.caja[2] <= pagina.ancho and 0 <= c.caja[1] < c.caja[3] <= pagina.alto for c in pagina.cajas)


def test_la_caja_de_una_cifra_tiene_su_tinta(corpus: Path) -> None:
    """Box and image agree: dark pixels stand inside the box of a figure, and its left margin on the page is blank."""
    archivo = corpus / "pdf" / "injuv_2007_etapa3.pdf"
    vista = vista_de(archivo, archivo.name, procesar(archivo, archivo.name, Declarado()))
    assert vista.imagenes is not None
    pagina = vista.paginas[0]
    imagen = vista.imagenes.imagen(1)
    assert imagen == vista.imagenes.imagen(1)
    puntos = Image.open(io.BytesIO(imagen.datos)).convert("L")
    assert puntos.size == (imagen.ancho, imagen.alto)
    escala = imagen.ancho / pagina.ancho
    llenas = [c for c in pagina.cajas if c.texto in ("40", "35", "25")]
    assert llenas
    for caja in llenas:
        recorte = puntos.crop(tuple(round(v * escala) for v in caja.caja))  # type: ignore[arg-type]
        assert recorte.getextrema()[0] < 90, caja
    assert puntos.crop((0, 0, round(30 * escala), imagen.alto)).getextrema()[0] > 200


@pytest.mark.parametrize("giro", [0, 90, 180, 270])
def test_una_pagina_girada_muestra_la_cifra_donde_dice_su_caja(giro: int) -> None:
    hoja = Hoja(giro=giro).rejilla([100, 250, 400], [100, 140, 180])
    hoja.texto(110, 120, "Actividad").texto(260, 120, "Peso").texto(110, 160, "Reunir los estudios").texto(260, 160, "77,77")
    vista = vista_de(pdf(hoja), "a.pdf")
    assert vista.imagenes is not None
    (pagina,), imagen = vista.paginas, vista.imagenes.imagen(1)
    assert (pagina.ancho > pagina.alto) == (giro in (90, 270))
    (caja,) = [c for c in pagina.cajas if c.texto == "77,77"]
    escala = imagen.ancho / pagina.ancho
    # inside the ruling, so that only the type can be dark
    x0, y0, x1, y1 = (round(v * escala) for v in caja.caja)
    puntos = Image.open(io.BytesIO(imagen.datos)).convert("L")
    dentro = puntos.crop((x0 + 3, y0 + 3, x1 - 3, y1 - 3))
    assert dentro.getextrema()[0] < 120, caja


def test_imagen_como_documento(corpus: Path) -> None:
    from escaneo_de_prueba import archivo as archivo_de_imagen
    from escaneo_de_prueba import tabla as tabla_dibujada

    from extractor.proceso.vista_paginas import Laminas

    laminas = Laminas(archivo_de_imagen([tabla_dibujada(), tabla_dibujada(titulo="Dos")]), es_imagen=True)
    assert laminas.medidas == ((792.0, 432.0), (792.0, 432.0))
    una, otra = laminas.imagen(1), laminas.imagen(2)
    assert (una.ancho, una.alto) == (1210, 660) and una.datos != otra.datos
    with pytest.raises(ErrorLectura):
        laminas.imagen(3)


def test_color_se_conserva_y_el_gris_no_pesa_como_color() -> None:
    from extractor.proceso.vista_paginas import _codificar

    rojo = Image.new("RGB", (300, 200), "white")
    rojo.paste((200, 0, 0), (20, 20, 120, 60))
    guardada = Image.open(io.BytesIO(_codificar(rojo).datos)).convert("RGB")
    r_, g, b = guardada.getpixel((60, 40))
    assert r_ > 150 and g < 60 and b < 60
    assert (
        Image.open(io.BytesIO(_codificar(Image.new("RGB", (300, 200), "white")).datos)).convert("RGB").getpixel((5, 5))
        == (255,) * 3
    )


def test_archivo_cambiado_o_ausente(tmp_path: Path) -> None:
    leido = informe(FUENTE)
    archivo = tmp_path / "informe.txt"
    with pytest.raises(ErrorLectura, match="no se pudo abrir"):
        vista_de(archivo, "informe.txt", leido)
    archivo.write_text(FUENTE + "x", "utf-8")
    with pytest.raises(ErrorLectura, match="cambió"):
        vista_de(archivo, "informe.txt", leido)
    archivo.write_bytes(FUENTE.encode())
    assert vista_de(archivo, "informe.txt", leido).sha256 == leido.documento.sha256


def test_pdf_danado_se_dice() -> None:
    from extractor.proceso.vista_paginas import Laminas

    with pytest.raises(ErrorLectura, match="dañado"):
        Laminas(b"%PDF-1.4\nnada", es_imagen=False)
