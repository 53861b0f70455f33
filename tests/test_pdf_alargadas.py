"""PDF tables whose header is boxed (or filled) and whose rows are parted by strokes across alone."""

from __future__ import annotations

from pdf_de_prueba import Hoja, pdf

from extractor.lectores import leer_bytes
from extractor.modelo.documento import BloqueTabla, Documento, Parrafo

XS = [40.0, 60.0, 220.0, 400.0, 460.0]
CABEZA = ("N.", "Tarea del huerto", "Quien la hace", "Peso")
FILAS = [("1", "Regar los almácigos", "El taller", "40"), ("2", "Podar los manzanos", "La cuadrilla", "60")]


def _renglon(hoja: Hoja, y: float, textos: tuple[str, ...]) -> None:
    for x, texto in zip(XS, textos, strict=False):
        if texto:
            hoja.texto(x + 4, y, texto, 8)


def _tabla(hoja: Hoja, y: float, filas: list[tuple[str, ...]], llenas: tuple[int, ...] = ()) -> float:
    """A boxed header and its rows, closed by strokes across; rows of ``llenas`` are boxed too. Gives back where it ends."""
    hoja.rejilla(XS, [y, y + 16])
    _renglon(hoja, y + 11, CABEZA)
    for numero, fila in enumerate(filas, start=1):
        _renglon(hoja, y + 16 * numero + 11, fila)
        hoja.raya(XS[0], y + 16 * (numero + 1), XS[-1], y + 16 * (numero + 1))
        if numero in llenas:
            hoja.rejilla(XS, [y + 16 * numero, y + 16 * (numero + 1)])
    return y + 16 * (len(filas) + 1)


def _celdas(documento: Documento) -> list[list[list[str]]]:
    return [[[c.texto for c in f.celdas] for f in b.filas] for b in documento.bloques if isinstance(b, BloqueTabla)]


def _textos(documento: Documento) -> list[str]:
    return [b.texto for b in documento.bloques if isinstance(b, Parrafo)]


def _leido(*hojas: Hoja) -> Documento:
    return leer_bytes(pdf(*hojas), "a.pdf")


ENTERA = [list(CABEZA), *(list(f) for f in FILAS)]


def test_filas_entre_rayas_bajo_un_encabezado_encerrado() -> None:
    hoja = Hoja()
    _tabla(hoja, 100, FILAS)
    assert _celdas(_leido(hoja)) == [ENTERA]


def test_una_fila_si_y_otra_no_encerrada() -> None:
    hoja = Hoja()
    _tabla(hoja, 100, [*FILAS, *FILAS], llenas=(2, 4))
    assert _celdas(_leido(hoja)) == [[*ENTERA, *ENTERA[1:]]]


def test_el_titulo_de_la_siguiente_no_es_fila() -> None:
    for titulo in ("Año 2", "Huertos de la costa", "Uno"):
        hoja = Hoja()
        fin = _tabla(hoja, 100, FILAS)
        hoja.texto(XS[0] + 4 + 20 * (titulo == "Uno"), fin + 20, titulo, 8)
        _tabla(hoja, fin + 30, FILAS)
        documento = _leido(hoja)
        assert _celdas(documento) == [ENTERA, ENTERA]
        assert _textos(documento) == [titulo]


def test_otra_tabla_pegada_por_su_titulo_de_dos_partes() -> None:
    hoja = Hoja()
    fin = _tabla(hoja, 100, FILAS)
    hoja.texto(64, fin + 20, "Costa", 8).texto(300, fin + 20, "Verano", 8)
    hoja.rejilla([40.0, 150.0, 330.0, 460.0], [fin + 30, fin + 46])
    hoja.texto(44, fin + 41, "Fruta", 8).texto(154, fin + 41, "Cosecha", 8).texto(334, fin + 41, "Venta", 8)
    documento = _leido(hoja)
    assert _celdas(documento) == [ENTERA, [["Fruta", "Cosecha", "Venta"]]]
    assert _textos(documento)


def test_el_parrafo_entre_rayas_sigue_siendo_texto() -> None:
    hoja = Hoja()
    fin = _tabla(hoja, 100, FILAS)
    prosa = "Los vecinos cuidan el huerto cada semana y reparten lo que da entre las casas de la calle"
    hoja.texto(44, fin + 20, prosa, 8).raya(XS[0], fin + 40, XS[-1], fin + 40)
    documento = _leido(hoja)
    assert _celdas(documento) == [ENTERA]
    assert _textos(documento) == [prosa]


def test_el_total_cuyo_rotulo_corre_sobre_columnas() -> None:
    hoja = Hoja()
    fin = _tabla(hoja, 100, FILAS)
    hoja.texto(44, fin + 11, "Suma de las tareas", 8).texto(404, fin + 11, "100", 8)
    hoja.raya(XS[0], fin + 16, XS[-1], fin + 16)
    (tabla,) = _celdas(_leido(hoja))
    assert tabla[:3] == ENTERA
    assert [c for c in tabla[3] if c] == ["Suma de las tareas", "100"]


def test_una_banda_entre_filas_no_corta_la_tabla() -> None:
    hoja = Hoja()
    fin = _tabla(hoja, 100, FILAS)
    hoja.texto(44, fin + 11, "Segunda parte", 8).raya(XS[0], fin + 16, XS[-1], fin + 16)
    _renglon(hoja, fin + 27, FILAS[0])
    hoja.raya(XS[0], fin + 32, XS[-1], fin + 32)
    (tabla,) = _celdas(_leido(hoja))
    assert [[c for c in f if c] for f in tabla] == [*ENTERA, ["Segunda parte"], list(FILAS[0])]


def test_la_ultima_fila_que_ninguna_raya_cierra() -> None:
    hoja = Hoja()
    fin = _tabla(hoja, 100, FILAS)
    _renglon(hoja, fin + 11, ("3", "Abonar la tierra", "El vivero", "5"))
    hoja.texto(104, fin + 20, "negra", 8).texto(44, fin + 60, "Lo que sigue es de otra parte", 8)
    documento = _leido(hoja)
    assert _celdas(documento) == [[*ENTERA, ["3", "Abonar la tierra negra", "El vivero", "5"]]]
    assert _textos(documento) == ["Lo que sigue es de otra parte"]


def test_lo_escrito_bajo_la_ultima_raya_no_es_fila() -> None:
    for textos in (((44, "Los vecinos cuidan el huerto cada semana"),), ((64, "Nota"), (224, "Ver anexo"))):
        hoja = Hoja()
        fin = _tabla(hoja, 100, FILAS)
        for x, texto in textos:
            hoja.texto(x, fin + 11, texto, 8)
        documento = _leido(hoja)
        assert _celdas(documento) == [ENTERA]
        assert _textos(documento)
