"""What a PDF looks like and what is read of it, on tiny PDFs written here; Courier 10, so that a letter is 6 points wide."""

from __future__ import annotations

import pytest
from pdf_de_prueba import Hoja, pdf

from extractor.errores import ErrorLectura
from extractor.lectores.pdf import leer
from extractor.modelo.documento import BloqueTabla, Documento, FlujoCeldas, Parrafo

XS = [50.0, 200.0, 250.0]


def _leer(*hojas: Hoja) -> Documento:
    return leer(pdf(*hojas), "a.pdf", "0" * 64)


def _tablas(documento: Documento) -> list[BloqueTabla]:
    return [b for b in documento.bloques if isinstance(b, BloqueTabla)]


def _celdas(tabla: BloqueTabla) -> list[list[str]]:
    return [[c.texto for c in f.celdas] for f in tabla.filas]


def _lineas(documento: Documento) -> list[str]:
    return [b.texto for b in documento.bloques if isinstance(b, Parrafo)]


def test_parrafos_de_una_celda() -> None:
    # 23 letters fit in the first column: a line that leaves room for the next word ended a paragraph
    hoja = Hoja().rejilla(XS, [100, 200])
    hoja.lineas(55, 112, ["Reunir los estudios en", "las oficinas", "Validar los perfiles"])
    hoja.lineas(205, 112, ["12", "13"])
    (tabla,) = _tablas(_leer(hoja))
    primera, segunda = tabla.filas[0].celdas
    assert [(p.hueco, p.texto) for p in primera.parrafos] == [
        (0, "Reunir los estudios en las oficinas"),
        (1, "Validar los perfiles"),
    ]
    assert [(p.hueco, p.texto) for p in segunda.parrafos] == [(0, "12"), (1, "13")]
    assert tabla.cuadricula


def test_hueco_de_una_linea_en_blanco() -> None:
    hoja = Hoja().rejilla(XS, [100, 200])
    hoja.lineas(55, 112, ["Encuestar a las madres", "de temporada", "", "con dos turnos de tres"])
    (tabla,) = _tablas(_leer(hoja))
    assert [(p.hueco, p.texto) for p in tabla.filas[0].celdas[0].parrafos] == [
        (0, "Encuestar a las madres de temporada"),
        (2, "con dos turnos de tres"),
    ]


def _parrafos(lineas: list[str], ancho: float = 150) -> list[str]:
    """The paragraphs of a cell ``ancho`` wide, 10 points of which are padding."""
    hoja = Hoja().rejilla([50, 50 + ancho, 350], [100, 300]).lineas(55, 112, lineas)
    (tabla,) = _tablas(_leer(hoja))
    return [p.texto for p in tabla.filas[0].celdas[0].parrafos]


@pytest.mark.parametrize(
    ("lineas", "parrafos"),
    [
        (
            ["1.- Determinar comunas,", "2.- Instalar el comite", "nuevo"],
            ["1.- Determinar comunas,", "2.- Instalar el comite nuevo"],
        ),
        (
            ["- Visitar los viveros", "- Dictar charlas nuevas", "en la zona"],
            ["- Visitar los viveros", "- Dictar charlas nuevas en la zona"],
        ),
        (["Se citaron en la ley N°", "19 comunas"], ["Se citaron en la ley N° 19 comunas"]),
        (["Convenio firmado con el", "Ministerio"], ["Convenio firmado con el Ministerio"]),
        (["Revisar los planes todo", "Acordar la localizacion"], ["Revisar los planes todo", "Acordar la localizacion"]),
        (["100%", "50%"], ["100%", "50%"]),
    ],
)
def test_que_abre_un_parrafo(lineas: list[str], parrafos: list[str]) -> None:
    assert _parrafos(lineas) == parrafos


@pytest.mark.parametrize(
    ("ancho", "lineas", "texto"),
    [
        (72, ["habitacion", "es nuevas"], "habitaciones nuevas"),
        (80, ["pavimentaci", "ón rural"], "pavimentación rural"),
        (84, ["conectividad", "de las islas"], "conectividad de las islas"),
        (150, ["proyectos de pavimen-", "tacion rural"], "proyectos de pavimentacion rural"),
        (
            150,
            ["la red publico-privada y", "otra mesa mas publico-", "privada"],
            "la red publico-privada y otra mesa mas publico-privada",
        ),
    ],
)
def test_palabras_que_el_borde_rompe(ancho: float, lineas: list[str], texto: str) -> None:
    assert " ".join(_parrafos(lineas, ancho)) == texto


def test_tabla_y_fila_que_siguen_en_otra_pagina() -> None:
    una = Hoja(alto=400).rejilla(XS, [50, 80, 330])
    una.texto(55, 65, "Actividad").texto(205, 65, "Peso")
    una.lineas(55, 92, [*["Renglon lleno de letras"] * 18, "que termina recien en el"])
    una.lineas(205, 92, ["40"])
    otra = Hoja(alto=400).rejilla(XS, [50, 80, 110])
    otra.texto(55, 62, "anexo.")
    otra.texto(55, 92, "Otra actividad").texto(205, 92, "60")
    documento = _leer(una, otra)
    (tabla,) = _tablas(documento)
    assert [f.celdas[1].texto for f in tabla.filas] == ["Peso", "40", "60"]
    assert tabla.filas[1].celdas[0].texto.endswith("que termina recien en el anexo.")
    assert [p.pagina for p in tabla.filas[1].origen.lugares] == [1, 2]
    assert [p.pagina for p in tabla.filas[1].celdas[0].origen.lugares] == [1, 2]
    assert tabla.filas[2].origen.pagina == 2


@pytest.mark.parametrize(("libres", "filas"), [(1, 3), (3, 3), (5, 4)])
def test_renglones_libres_entre_la_fila_rota_y_el_pie(libres: int, filas: int) -> None:
    """What keeps lines together leaves some room at the foot; where there is much more the page did not end the row."""
    una = Hoja(alto=400).rejilla(XS, [50, 80, 120])
    una.texto(55, 65, "Actividad").texto(205, 65, "Peso")
    una.lineas(55, 92, ["Renglon lleno de letras", "que termina recien en el"]).texto(205, 92, "40")
    otra = Hoja(alto=400).rejilla(XS, [50, 80, 110])
    otra.texto(55, 62, "anexo.").texto(55, 92, "Otra actividad").texto(205, 92, "60")
    ultima = Hoja(alto=400).texto(55, 117 + 12 * libres, "Al pie")
    (tabla,) = _tablas(_leer(una, otra, ultima))
    assert len(tabla.filas) == filas


def test_encabezado_repetido_y_fila_entera_en_otra_pagina() -> None:
    def hoja(peso: str, texto: str) -> Hoja:
        nueva = Hoja(alto=400).rejilla(XS, [50, 80, 110])
        return nueva.texto(55, 65, "Actividad").texto(205, 65, "Peso").texto(55, 95, texto).texto(205, 95, peso)

    documento = _leer(hoja("40", "Una actividad"), hoja("60", "Otra actividad"))
    (tabla,) = _tablas(documento)
    assert _celdas(tabla) == [["Actividad", "Peso"], ["Una actividad", "40"], ["Otra actividad", "60"]]
    assert documento.descartadas == 1
    assert tabla.filas[2].tras_corte


def test_texto_entre_paginas_separa_las_tablas() -> None:
    una = Hoja(alto=400).rejilla(XS, [50, 80]).texto(55, 65, "Actividad")
    otra = Hoja(alto=400).texto(50, 60, "ETAPA 4").rejilla(XS, [80, 110]).texto(55, 95, "Actividad")
    assert len(_tablas(_leer(una, otra))) == 2


def test_fila_abierta_al_pie_se_cierra() -> None:
    hoja = Hoja().rejilla(XS, [100, 130]).texto(55, 115, "Actividad").texto(205, 115, "Peso")
    for x in XS:
        hoja.raya(x, 130, x, 180)
    hoja.texto(55, 145, "Sin raya").texto(205, 145, "30")
    (tabla,) = _tablas(_leer(hoja))
    assert _celdas(tabla) == [["Actividad", "Peso"], ["Sin raya", "30"]]


def test_celdas_fundidas() -> None:
    hoja = Hoja().raya(50, 100, 250, 100).raya(50, 130, 250, 130).raya(200, 160, 250, 160).raya(50, 190, 250, 190)
    hoja.raya(50, 100, 50, 190).raya(250, 100, 250, 190).raya(200, 130, 200, 190)
    hoja.texto(55, 115, "Titulo de las dos").texto(55, 145, "Baja").texto(205, 145, "20").texto(205, 175, "30")
    (tabla,) = _tablas(_leer(hoja))
    assert [[(c.columna, c.ancho, c.alto, c.texto) for c in f.celdas] for f in tabla.filas] == [
        [(0, 2, 1, "Titulo de las dos")],
        [(0, 1, 2, "Baja"), (1, 1, 1, "20")],
        [(1, 1, 1, "30")],
    ]


def test_encabezado_pie_y_numero_de_pagina_se_dejan_fuera() -> None:
    hojas = [
        Hoja()
        .texto(50, 40, "MINISTERIO")
        .texto(50, 100, "OBJETIVO 1")
        .texto(50, 130, f"cuerpo {n}")
        .texto(300, 770, f"Pagina {n} de 3")
        for n in (1, 2, 3)
    ]
    documento = _leer(*hojas)
    assert _lineas(documento) == ["OBJETIVO 1", "cuerpo 1", "OBJETIVO 1", "cuerpo 2", "OBJETIVO 1", "cuerpo 3"]
    assert documento.descartadas == 6


def test_dos_columnas_se_leen_una_tras_otra() -> None:
    hoja = Hoja()
    hoja.lineas(
        50,
        100,
        ["La columna izquierda cuenta los", "avances de cada region y sigue", "hasta abajo sin detenerse con", "una sola idea."],
    )
    hoja.lineas(
        310,
        100,
        ["Compromisos de la columna dos", "que se leen recien despues de", "terminar la primera, tambien", "con una sola idea."],
    )
    documento = _leer(hoja)
    assert _lineas(documento) == [
        "La columna izquierda cuenta los avances de cada region y sigue hasta abajo sin detenerse con una sola idea.",
        "Compromisos de la columna dos que se leen recien despues de terminar la primera, tambien con una sola idea.",
    ]


def test_tabla_sin_rayas() -> None:
    hoja = Hoja().texto(50, 60, "Informe de avance de la region")
    for fila, textos in enumerate(
        [("Actividad", "Peso", "Estado"), ("Visitar", "40", "Cumplido"), ("Formar", "60", "Pendiente")]
    ):
        for x, texto in zip((50, 200, 300), textos, strict=True):
            hoja.texto(x, 100 + 14 * fila, texto)
    documento = _leer(hoja)
    (tabla,) = _tablas(documento)
    assert _celdas(tabla) == [["Actividad", "Peso", "Estado"], ["Visitar", "40", "Cumplido"], ["Formar", "60", "Pendiente"]]
    assert not tabla.cuadricula
    assert _lineas(documento) == ["Informe de avance de la region"]


@pytest.mark.parametrize("giro", [0, 90, 180, 270])
def test_pagina_girada_da_cajas_de_la_pagina_mostrada(giro: int) -> None:
    (parrafo,) = _leer(Hoja(giro=giro).texto(50, 100, "Texto girado")).bloques
    assert isinstance(parrafo, Parrafo) and parrafo.texto == "Texto girado"
    assert parrafo.origen.caja is not None
    ancho, alto = (600, 800) if giro % 180 == 0 else (800, 600)
    x0, y0, x1, y1 = parrafo.origen.caja
    assert 0 <= x0 < x1 <= ancho and 0 <= y0 < y1 <= alto
    largo, grueso = (x1 - x0, y1 - y0) if giro % 180 == 0 else (y1 - y0, x1 - x0)
    assert 71 < largo < 74 and 9 < grueso < 12


def test_texto_parado_en_pagina_derecha() -> None:
    hoja = Hoja().parado(100, 700, "Actividad de la region").parado(120, 700, "con dos lineas")
    documento = _leer(hoja)
    assert _lineas(documento) == ["Actividad de la region", "con dos lineas"]
    primero = documento.bloques[0]
    assert isinstance(primero, Parrafo) and primero.origen.caja is not None
    x0, y0, x1, y1 = primero.origen.caja
    assert 90 < x0 < x1 < 105 and 560 < y0 < y1 <= 701


def test_vacio_o_danado_se_rechaza() -> None:
    for malo in (b"%PDF-1.4\n", b"%PDF-1.4\n" + b"x" * 500):
        with pytest.raises(ErrorLectura) as error:
            leer(malo, "a.pdf", "0" * 64)
        assert error.value.codigo == "DOCUMENTO_ILEGIBLE"


def test_protegido_se_nombra() -> None:
    clave = "ab" * 32
    cifrado = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{clave}> /U <{clave}> >> /ID [<{clave}> <{clave}>]"
    with pytest.raises(ErrorLectura) as error:
        leer(pdf(Hoja().texto(50, 100, "secreto"), extra=cifrado), "a.pdf", "0" * 64)
    assert error.value.codigo == "DOCUMENTO_PROTEGIDO"


def test_pagina_en_blanco_no_es_pagina_sin_texto() -> None:
    documento = leer(pdf(Hoja(), Hoja().texto(50, 100, "algo")), "a.pdf", "0" * 64)
    assert (documento.paginas, documento.avisos) == (2, ())


def test_pagina_de_imagen_se_avisa() -> None:
    hoja = Hoja()
    hoja.partes.append("q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x41 EI Q")
    documento = leer(pdf(hoja), "a.pdf", "0" * 64)
    assert documento.bloques == ()
    assert [(c, o.pagina) for c, _, o in documento.avisos if o] == [("PAGINA_SIN_TEXTO", 1)]


def test_pagina_con_demasiados_objetos_se_avisa(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.lectores.pdf import limites

    monkeypatch.setattr(limites, "OBJETOS_PAGINA", 10)
    documento = _leer(Hoja().texto(50, 100, "mas de diez letras"), Hoja().texto(50, 100, "pocas"))
    assert [(c, o.pagina) for c, _, o in documento.avisos if o] == [("LIMITE_EXCEDIDO", 1)]
    assert _lineas(documento) == ["pocas"]


def test_demasiadas_paginas_o_bytes_se_rechazan(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.comun import ajustes

    larga = Hoja().texto(50, 100, "palabra")
    larga.partes.append(" " * 1_200_000)
    crudo = pdf(larga, Hoja())
    propios = ajustes.cargar_ajustes()
    una = propios.limites.model_copy(update={"paginas": 1})
    monkeypatch.setattr(ajustes, "_EN_USO", [propios.model_copy(update={"limites": una})])
    with pytest.raises(ErrorLectura) as error:
        leer(crudo, "a.pdf", "0" * 64)
    assert error.value.codigo == "LIMITE_EXCEDIDO"
    un_mega = propios.limites.model_copy(update={"expandido_mb": 1})
    monkeypatch.setattr(ajustes, "_EN_USO", [propios.model_copy(update={"limites": un_mega})])
    with pytest.raises(ErrorLectura) as error:
        leer(crudo, "a.pdf", "0" * 64)
    assert error.value.codigo == "LIMITE_EXCEDIDO"


def test_contenido_alterado_no_rompe() -> None:
    """Drawing orders with characters changed: read somehow or refused, and nothing else."""
    import random

    azar = random.Random(2009)
    buena = Hoja().rejilla([50, 150, 300], [100, 150, 200]).texto(60, 120, "Uno").texto(160, 120, "Dos")
    leidas = 0
    for _ in range(150):
        mala = Hoja()
        letras = list("\n".join(buena.partes))
        for _ in range(azar.randrange(1, 12)):
            letras[azar.randrange(len(letras))] = azar.choice("0123456789.-()[]<>/ qQBTmlSrefW*")
        mala.partes = ["".join(letras)]
        try:
            leidas += _leer(mala).formato == "pdf"
        except ErrorLectura as error:
            assert error.codigo == "DOCUMENTO_ILEGIBLE"
    assert leidas > 100


def test_raya_inclinada_no_es_borde() -> None:
    hoja = Hoja().rejilla(XS, [100, 150]).raya(50, 300, 250, 420).texto(55, 120, "Uno").texto(205, 120, "2")
    (tabla,) = _tablas(_leer(hoja))
    assert _celdas(tabla) == [["Uno", "2"]]


def test_cada_tabla_lleva_lo_que_esta_sobre_ella() -> None:
    hoja = Hoja().texto(50, 60, "Informe").texto(50, 95, "Norte").texto(320, 95, "Sur")
    for x, dato in ((50.0, "a"), (320.0, "b")):
        hoja.rejilla([x, x + 100, x + 200], [100, 120, 140])
        hoja.texto(x + 5, 112, dato).texto(x + 105, 112, "1").texto(x + 5, 132, dato).texto(x + 105, 132, "2")
    bloques = [b for b in _leer(hoja).bloques if not isinstance(b, FlujoCeldas)]
    orden = [b.filas[0].celdas[0].texto if isinstance(b, BloqueTabla) else b.texto for b in bloques]
    assert orden == ["Informe", "Norte", "a", "Sur", "b"]
