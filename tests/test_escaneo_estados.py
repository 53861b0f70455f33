"""A scan's cell that is no known state is told as a doubt of the reading, with its place; words read with doubt are kept apart."""

from __future__ import annotations

import pytest

from extractor.estructura.celdas_dudosas import campos_dudosos
from extractor.formatos.regiones.en_titulo import region_de_titulo
from extractor.modelo.base import Origen
from extractor.modelo.crudo import SeccionCruda
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import BloqueTabla, Celda, Documento, FilaCruda, Parrafo
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

CABEZA = ("Propósito", "Tareas", "Peso (%)", "Cumplimiento", "Peso obtenido")


def _parrafo(texto: str, y: float, x: float = 0.0, estilo: str | None = "ocr") -> Parrafo:
    return Parrafo(texto, Origen(pagina=1, caja=(x, y, x + 90, y + 10), texto=texto), 0, estilo)


def _fila(n: int, textos: tuple[str, ...], borrosa: int | None = None) -> FilaCruda:
    celdas = []
    for i, t in enumerate(textos):
        p = _parrafo(t, 100 + 20 * n, 100.0 * i, "ocr_dudosa" if i == borrosa else "ocr")
        celdas.append(Celda((p,) if t else (), p.origen, i, 1, 1))
    return FilaCruda(tuple(celdas), Origen(pagina=1, caja=(0, 100 + 20 * n, 500, 115 + 20 * n), texto=" ".join(textos)))


def _leer(*filas: tuple[tuple[str, ...], int | None]) -> Informe:
    hechas = tuple(_fila(n, textos, borrosa) for n, (textos, borrosa) in enumerate(((CABEZA, None), *filas)))
    titulos = ("ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007", "Región: II de Antofagasta")
    bloques = (*(_parrafo(t, 10.0 + 20 * i) for i, t in enumerate(titulos)), BloqueTabla(0, hechas, True))
    documento = Documento(
        ruta="x.pdf", nombre="x.pdf", sha256="0" * 64, bytes=1, formato="pdf_escaneado", lector="prueba", paginas=1, metadatos={},
        bloques=bloques, paginas_ocr=(1,),
    )
    return informe_de(documento, Declarado())


PRIMERA = (("Cuidar la costa", "Limpiar la caleta", "40", "Cumple", "40"), None)


@pytest.mark.parametrize("estado", ["Ss", "Cj", "Nc"])
@pytest.mark.parametrize("ganada", ["60", "20", "0"])
def test_un_estado_desconocido_de_un_escaneo_es_una_lectura_dudosa(estado: str, ganada: str) -> None:
    leido = _leer(PRIMERA, (("Cuidar el valle", "Señalar las rutas", "60", estado, ganada), None))
    assert [(h.codigo, h.fila, h.campo) for h in leido.hallazgos if h.codigo != "MENOS_DE_DOS_ACTIVIDADES"] == [
        ("LECTURA_DUDOSA", 1, "estado")
    ]
    lugar = leido.hallazgos[0].origen
    assert lugar is not None and (lugar.pagina, lugar.texto) == (1, estado)


def test_un_veredicto_que_tesseract_dudo_no_se_cuenta() -> None:
    leido = _leer(PRIMERA, (("Cuidar el valle", "Señalar las rutas", "60", "No cumple", "60"), 3))
    assert {h.codigo for h in leido.hallazgos} == {"LECTURA_DUDOSA"}
    seguro = _leer(PRIMERA, (("Cuidar el valle", "Señalar las rutas", "60", "No cumple", "60"), None))
    assert "GANADA_NO_CORRESPONDE" in {h.codigo for h in seguro.hallazgos}


def test_los_campos_borrosos_de_una_seccion() -> None:
    cruda = SeccionCruda(
        "s1", "seccion", None, "1.1", "Resultados", Origen(texto=""), parrafos=(_parrafo("Hay 4 socias", 1, estilo="ocr_dudosa"),),
        campos={"desarrollo": (_parrafo("Avance", 2),), "recomendaciones": (_parrafo("mayor", 3, estilo="ocr_dudosa"),)},
    )
    assert set(campos_dudosos([cruda])) == {("s1", None, "texto"), ("s1", None, "recomendaciones")}


@pytest.mark.parametrize(("escrito", "nombre"), [
    ("Región, Tarapacá", "Tarapacá"), ("REGIÓN; DEL MAULE", "DEL MAULE"), ("Región. Aysén", "Aysén"),
    ("Región de Tarapacá", "Región de Tarapacá"), ("Región Metropolitana", "Región Metropolitana"),
])  # fmt: skip
def test_el_rotulo_de_la_region_no_es_su_nombre(escrito: str, nombre: str) -> None:
    assert region_de_titulo(escrito) == nombre
