"""Word 97-2003 documents: files made by LibreOffice give the same data as docx; files built byte by byte have what
LibreOffice never writes. Expected values typed by hand."""

from __future__ import annotations

import json
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from doc_minimo import BORRADO, EN_TABLA, FIN_FILA, OCULTO, Doc, definicion, fila, interior, sprm
from test_corpus import _datos
from verdad import comparar, leer_verdad

from extractor.errores import ErrorLectura
from extractor.lectores import doc, docx
from extractor.lectores.doc.filas import Forma, forma_de
from extractor.lectores.doc.lectura import leer_propio
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import BloqueTabla, Documento
from extractor.proceso import informe_de

CORPUS = Path(__file__).resolve().parent.parent / "corpus_muestra"
MUESTRAS = sorted(p.stem for p in (CORPUS / "docx").glob("*.docx"))


def leer(datos: bytes) -> Documento:
    return leer_propio(datos, "informe.doc", "0" * 64)


def plano(documento: Documento) -> list[Any]:
    """Body paragraphs as (gap, text) and tables as rows of (column, width, height, [(gap, text)])."""
    hechos: list[Any] = []
    for bloque in documento.bloques:
        if isinstance(bloque, BloqueTabla):
            hechos.append(
                [[(c.columna, c.ancho, c.alto, [(p.hueco, p.texto) for p in c.parrafos]) for c in f.celdas] for f in bloque.filas]
            )
        else:
            hechos.append((bloque.hueco, bloque.texto))
    return hechos


def textos(documento: Documento) -> list[Any]:
    """Body texts, and tables as rows of (column, width, height, text)."""
    return [
        [[(c, a, h, " ".join(t for _, t in ps)) for c, a, h, ps in f] for f in b] if isinstance(b, list) else b[1]
        for b in plano(documento)
    ]


@pytest.fixture(scope="session")
def convertidos(programa: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every sample as LibreOffice writes it in .doc."""
    carpeta = tmp_path_factory.mktemp("doc")
    orden = [
        programa("soffice"), f"-env:UserInstallation={(carpeta / 'perfil').as_uri()}", "--headless", "--convert-to", "doc",
        "--outdir", str(carpeta), *(str(CORPUS / "docx" / f"{m}.docx") for m in MUESTRAS),
    ]  # fmt: skip
    subprocess.run(orden, check=True, capture_output=True, timeout=300)
    assert len(list(carpeta.glob("*.doc"))) == len(MUESTRAS) >= 14
    return carpeta


@pytest.mark.parametrize("muestra", MUESTRAS)
def test_muestra_da_lo_mismo_que_docx(muestra: str, convertidos: Path) -> None:
    propio = leer((convertidos / f"{muestra}.doc").read_bytes())
    word = docx.leer((CORPUS / "docx" / f"{muestra}.docx").read_bytes(), "informe.docx", "0" * 64)
    assert plano(propio) == plano(word)
    assert [(n.marca, n.parrafo.texto) for n in propio.notas] == [(n.marca, n.parrafo.texto) for n in word.notas]
    informes = [json.loads(informe_de(d, Declarado()).model_dump_json()) for d in (propio, word)]
    assert _datos(informes[0]) == _datos(informes[1])
    assert not comparar(informes[0], leer_verdad(CORPUS / "verdad" / f"{muestra}.yaml"))


def test_guardado_rapido_con_piezas_en_desorden() -> None:
    # The second piece stands first in the file, and the first takes one byte per character.
    documento = Doc(
        [("Plan\rA\x07B\x07", True, 0), ("\x07Ñandú 50 €\r", False, 0)],
        [b"", EN_TABLA, EN_TABLA, fila([0, 1000, 2000])],
        orden=[1, 0],
    )
    assert textos(leer(documento.bytes())) == ["Plan", [[(0, 1, 1, "A"), (1, 1, 1, "B")]], "Ñandú 50 €"]


def test_latin_1_salvo_los_signos_de_word() -> None:
    assert textos(leer(Doc([("\x93Regi\xf3n\x94 \x96 5\x85\r", True, 0)]).bytes())) == ["“Región” – 5…"]


def test_pieza_borrada_por_su_modificador() -> None:
    corto = Doc([("uno ", True, 0), ("dos ", True, 0x41 << 1 | 1 << 8), ("tres\r", True, 0)])
    largo = Doc([("uno ", True, 0), ("dos ", True, 1), ("tres\r", True, 0)], grupos=[BORRADO])
    assert textos(leer(corto.bytes())) == ["uno tres"]
    assert textos(leer(largo.bytes())) == ["uno tres"]


def test_pieza_que_pone_sus_parrafos_en_una_tabla() -> None:
    documento = Doc(
        [("antes\r", True, 0), ("A\x07", True, 0x18 << 1 | 1 << 8), ("\x07fin\r", True, 0)], [b"", b"", fila([0, 900])]
    )
    assert textos(leer(documento.bytes())) == ["antes", [[(0, 1, 1, "A")]], "fin"]


def test_texto_borrado_y_oculto_no_se_leen() -> None:
    documento = leer(Doc([("uno dos tres 9\r", True, 0)], caracteres=[(4, 8, BORRADO), (12, 14, OCULTO)]).bytes())
    assert textos(documento) == ["uno tres"]
    assert [codigo for codigo, _, _ in documento.avisos] == ["LECTURA_DUDOSA"]


def test_marca_de_parrafo_borrada_une_parrafos() -> None:
    assert textos(leer(Doc([("uno \rdos\r", True, 0)], caracteres=[(4, 5, BORRADO)]).bytes())) == ["uno dos"]


def test_marca_borrada_ante_una_tabla_no_entra_en_ella() -> None:
    documento = Doc([("uno\rA\x07\x07", True, 0)], [b"", EN_TABLA, fila([0, 900])], caracteres=[(3, 4, BORRADO)])
    assert textos(leer(documento.bytes())) == ["uno", [[(0, 1, 1, "A")]]]


def test_campos_dan_su_resultado() -> None:
    anidado = "\x13 IF \x13 PAGE \x145\x15 > 1 \x14visto \x13 REF x \x14dentro\x15\x15 fin\r"
    assert textos(leer(Doc([(anidado, True, 0)]).bytes())) == ["visto dentro fin"]


def test_marca_de_campo_sin_pareja_no_se_traga_el_texto() -> None:
    assert textos(leer(Doc([("a\x13b\rc\x14d\re\x15\rf\x13\r", True, 0)]).bytes())) == ["ad", "e", "f"]
    assert textos(leer(Doc([("a\x13 PAGE b\rc\r", True, 0)]).bytes())) == ["a PAGE b", "c"]


def test_casilla_sin_datos_se_avisa() -> None:
    documento = leer(Doc([("Cumple \x13 FORMCHECKBOX \x01\x14\x15 no\r", True, 0)]).bytes())
    assert textos(documento) == ["Cumple  no"]
    assert len(documento.avisos) == 1


def test_casilla_marcada() -> None:
    ff = b"\xff\xff\xff\xff" + struct.pack("<H", 1 | 1 << 2) + bytes(4) + bytes(4) + bytes(2) + bytes(20)
    datos = struct.pack("<IH", 68 + len(ff), 0x44) + bytes(62) + ff
    apunta = sprm(0x6A03, struct.pack("<I", 0))
    documento = leer(Doc([("\x13 FORMCHECKBOX \x01\x14\x15 no\r", True, 0)], caracteres=[(15, 16, apunta)], datos=datos).bytes())
    assert textos(documento) == ["☒ no"]
    assert not documento.avisos


def test_caracteres_especiales() -> None:
    documento = leer(Doc([("\x01a\x0bb\x0bc\x1ed\x1fe\xa0f\x02\x08\x05\r\x0cg\r", True, 0)]).bytes())
    assert plano(documento) == [(0, "a"), (0, "b"), (0, "c-de\xa0f"), (1, "g")]


def test_simbolo_de_una_fuente() -> None:
    assert textos(leer(Doc([("a ( b\r", True, 0)], caracteres=[(2, 3, sprm(0x6A09, b"\x00\x00\xfc\xf0"))]).bytes())) == ["a ✓ b"]


def test_huecos_como_en_docx() -> None:
    assert plano(leer(Doc([("a\r\r\rb\rc\x0bd\r", True, 0)]).bytes())) == [(0, "a"), (3, "b"), (1, "c"), (0, "d")]


def vertical(celda: int, estado: int) -> bytes:
    return sprm(0xD62B, bytes([2, celda, estado]))


def test_combinada_hacia_abajo_por_modificador() -> None:
    documento = Doc(
        [("A\x07B\x07\x07\x07C\x07\x07fin\r", True, 0)],
        [
            EN_TABLA,
            EN_TABLA,
            fila([0, 900, 1800], mas=vertical(0, 3)),
            EN_TABLA,
            EN_TABLA,
            fila([0, 900, 1800], mas=vertical(0, 1)),
        ],
    )
    assert textos(leer(documento.bytes())) == [[[(0, 1, 2, "A"), (1, 1, 1, "B")], [(1, 1, 1, "C")]], "fin"]


def test_combinada_por_banderas_y_por_modificador() -> None:
    texto = "A\x07\x07B\x07\x07C\x07D\x07E\x07\x07fin\r"
    normal = fila([0, 900, 1800, 2700])
    esperado = [[[(0, 2, 1, "A"), (2, 1, 1, "B")], [(0, 1, 1, "C"), (1, 1, 1, "D"), (2, 1, 1, "E")]], "fin"]
    for unida in (fila([0, 900, 1800, 2700], [1, 2, 0]), fila([0, 900, 1800, 2700], mas=sprm(0x5624, b"\x00\x02"))):
        documento = Doc([(texto, True, 0)], [*[EN_TABLA] * 3, unida, *[EN_TABLA] * 3, normal])
        assert textos(leer(documento.bytes())) == esperado


def test_texto_tapado_por_una_combinada_se_avisa() -> None:
    parrafos = [EN_TABLA, EN_TABLA, fila([0, 900, 1800], [1, 2]), b""]
    documento = leer(Doc([("A\x07oculta\x07\x07fin\r", True, 0)], parrafos).bytes())
    assert textos(documento) == [[[(0, 1, 1, "A")]], "fin"]
    assert [(c, o.tabla, o.fila) for c, _, o in documento.avisos if o] == [("LECTURA_DUDOSA", 0, 0)]


def test_filas_con_bordes_distintos_comparten_una_rejilla() -> None:
    # The second row has one wide cell and one edge 40 twips off: the same grid line, moved by hand.
    parrafos = [
        *[EN_TABLA] * 3,
        fila([0, 1000, 2000, 3000]),
        *[EN_TABLA] * 2,
        fila([-30, 2040, 3000]),
        EN_TABLA,
        fila([1010, 3000]),
    ]
    documento = Doc([("A\x07B\x07C\x07\x07D\x07E\x07\x07F\x07\x07fin\r", True, 0)], parrafos)
    assert textos(leer(documento.bytes())) == [
        [[(0, 1, 1, "A"), (1, 1, 1, "B"), (2, 1, 1, "C")], [(0, 2, 1, "D"), (2, 1, 1, "E")], [(1, 2, 1, "F")]], "fin",
    ]  # fmt: skip


def test_celda_mas_angosta_que_la_tolerancia_no_desaparece() -> None:
    parrafos = [*[EN_TABLA] * 3, fila([0, 1000, 1060, 2000])]
    assert textos(leer(Doc([("A\x07-\x07C\x07\x07", True, 0)], parrafos).bytes())) == [
        [[(0, 1, 1, "A"), (1, 1, 1, "-"), (2, 1, 1, "C")]]
    ]


INSERTA = sprm(0x7621, b"\x00\x02" + struct.pack("<h", 500))


@pytest.mark.parametrize(
    ("modificadores", "bordes", "banderas"),
    [
        (INSERTA, (0, 500, 1000), (0, 0)),
        (definicion([0, 100, 300]) + sprm(0x7621, b"\x01\x01" + struct.pack("<h", 50)), (0, 100, 150, 350), (0, 0, 0)),
        (definicion([0, 100, 300, 600]) + sprm(0x5622, b"\x00\x01"), (0, 200, 500), (0, 0)),
        (definicion([0, 100, 300]) + sprm(0x7623, b"\x00\x01" + struct.pack("<h", 150)), (0, 150, 350), (0, 0)),
        (definicion([0, 100, 300]) + sprm(0x9601, struct.pack("<h", 70)), (70, 170, 370), (0, 0)),
        (definicion([0, 100, 300], [1, 2]) + sprm(0x5625, b"\x00\x02"), (0, 100, 300), (0, 0)),
        (definicion([0, 100, 300], [0x60, 0]) + vertical(1, 1), (0, 100, 300), (0x60, 0x20)),
    ],
)
def test_modificadores_de_fila(modificadores: bytes, bordes: tuple[int, ...], banderas: tuple[int, ...]) -> None:
    from extractor.lectores.doc.modificadores import recorrer

    assert forma_de(tuple(recorrer(modificadores))) == Forma(bordes, banderas)


def test_fila_definida_en_la_corriente_de_datos() -> None:
    datos = bytes(10) + struct.pack("<H", len(FIN_FILA + definicion([0, 900, 2700]))) + FIN_FILA + definicion([0, 900, 2700])
    enorme = EN_TABLA + sprm(0x6646, struct.pack("<I", 10))
    parrafos = [EN_TABLA, EN_TABLA, enorme, *[EN_TABLA] * 3, fila([0, 900, 1800, 2700])]
    documento = Doc([("A\x07B\x07\x07C\x07D\x07E\x07\x07", True, 0)], parrafos, datos=datos)
    assert textos(leer(documento.bytes())) == [
        [[(0, 1, 1, "A"), (1, 2, 1, "B")], [(0, 1, 1, "C"), (1, 1, 1, "D"), (2, 1, 1, "E")]]
    ]


UNO = EN_TABLA + sprm(0x6649, struct.pack("<i", 1))


def test_numeracion_automatica_y_formularios(programa: Callable[[str], str]) -> None:
    """What a person reads and the text does not hold: numbers of lists, a tick box, the choice of a list."""
    import io

    import docx as python_docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    from extractor.comun.herramientas import libreoffice

    programa("soffice")
    origen = python_docx.Document()

    def campo(texto: str, datos: str, codigo: str) -> None:
        parrafo = origen.add_paragraph(texto)
        inicio = f'<w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="c"/>{datos}</w:ffData></w:fldChar>'
        otros = '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>'
        for trozo in (inicio, f"<w:instrText> {codigo} </w:instrText>", *otros):
            parrafo._p.append(parse_xml(f"<w:r {nsdecls('w')}>{trozo}</w:r>"))

    for texto, estilo in (("uno", "List Number"), ("sub", "List Number 2"), ("dos", "List Number"), ("punto", "List Bullet")):
        origen.add_paragraph(texto, style=estilo)
    campo("Cumple ", '<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox>', "FORMCHECKBOX")
    opciones = "".join(f'<w:listEntry w:val="{o}"/>' for o in ("mayor", "menor"))
    campo("Avance ", f'<w:ddList><w:result w:val="1"/>{opciones}</w:ddList>', "FORMDROPDOWN")
    crudo = io.BytesIO()
    origen.save(crudo)
    leido = leer(libreoffice.convertir(crudo.getvalue(), ".docx", "doc"))
    assert textos(leido) == ["1. uno", "1. sub", "2. dos", "• punto", "Cumple ☒", "Avance menor"]
    assert not leido.avisos


def test_tabla_dentro_de_una_celda() -> None:
    celda, cierre = interior(2, celda=True), interior(2, fila=True) + definicion([0, 500, 900])
    parrafos = [UNO, celda, celda, cierre, celda, celda, cierre, UNO, UNO, UNO + FIN_FILA + definicion([0, 1000, 2000]), b""]
    documento = leer(Doc([("E\ra\rb\r\rc\rd\r\rF\x07G\x07\x07fin\r", True, 0)], parrafos).bytes())
    # no row of data beside it: each cell of the outer table is a page of its own
    dentro = [[(0, 1, 1, "a"), (1, 1, 1, "b")], [(0, 1, 1, "c"), (1, 1, 1, "d")]]
    assert textos(documento) == ["E", dentro, "F", "G", "fin"]
    assert documento.avisos == ()


def test_marco_de_una_celda_deja_ver_su_tabla() -> None:
    celda, cierre = interior(2, celda=True), interior(2, fila=True) + definicion([0, 500, 900])
    parrafos = [UNO, celda, celda, cierre, celda, celda, cierre, UNO, UNO + FIN_FILA + definicion([0, 2000]), b""]
    documento = leer(Doc([("Región\ra\rb\r\rc\rd\r\r\x07\x07fin\r", True, 0)], parrafos).bytes())
    assert textos(documento) == ["Región", [[(0, 1, 1, "a"), (1, 1, 1, "b")], [(0, 1, 1, "c"), (1, 1, 1, "d")]], "fin"]


def test_tabla_sin_cierre_de_fila_se_avisa() -> None:
    documento = leer(Doc([("A\x07B\x07fin\r", True, 0)], [EN_TABLA, EN_TABLA, b""]).bytes())
    assert textos(documento) == [[[(0, 1, 1, "A"), (1, 1, 1, "B")]], "fin"]
    assert [(o.tabla, o.fila) for _, _, o in documento.avisos if o] == [(0, 0)]


def test_notas_al_pie_aparte() -> None:
    documento = leer(Doc([("Meta\x02 uno\x02\r", True, 0)], notas=[(4, "primera"), (9, "segunda")]).bytes())
    assert textos(documento) == ["Meta uno"]
    assert [(n.marca, n.parrafo.texto, n.parrafo.origen.fila) for n in documento.notas] == [
        ("1", "primera", 0),
        ("2", "segunda", 1),
    ]


def test_cuadros_de_texto_no_entran_en_el_texto() -> None:
    documento = leer(Doc([("cuerpo\r", True, 0)], cuadros=2).bytes())
    assert [(p.texto, p.estilo) for p in documento.bloques if not isinstance(p, BloqueTabla)] == [
        ("cuerpo", None), ("x", "dibujo"), ("x", "dibujo"),
    ]  # fmt: skip


def test_cada_origen_devuelve_su_texto() -> None:
    """The place of each line is counted again here, from the text of its paragraph."""
    documento = leer(
        Doc([("uno\x0b dos\rA\rB\x07C\x07\x07", True, 0)], [b"", EN_TABLA, EN_TABLA, EN_TABLA, fila([0, 900, 1800])]).bytes()
    )
    crudos = {(None, None, None, 0): "uno\n dos", (0, 0, 0, 0): "A", (0, 0, 0, 1): "B", (0, 0, 1, 0): "C"}
    vistos = 0
    for bloque in documento.bloques:
        celdas = [c for f in bloque.filas for c in f.celdas] if isinstance(bloque, BloqueTabla) else [bloque]
        for parrafo in (p for c in celdas for p in getattr(c, "parrafos", (c,))):
            lugar = parrafo.origen
            crudo = crudos[(lugar.tabla, lugar.fila, lugar.columna, lugar.parrafo)]
            assert crudo[lugar.inicio : lugar.fin] == lugar.texto == parrafo.texto
            vistos += 1
    assert vistos == 5


def _codigo(datos: bytes) -> str:
    with pytest.raises(ErrorLectura) as error:
        leer(datos)
    return error.value.codigo


def test_documento_cifrado() -> None:
    from doc_minimo import ole

    assert _codigo(Doc([("a\r", True, 0)], banderas=0x0300).bytes()) == "DOCUMENTO_PROTEGIDO"
    assert _codigo(ole({"EncryptedPackage": bytes(4096)})) == "DOCUMENTO_PROTEGIDO"


def test_lo_que_no_es_word() -> None:
    from doc_minimo import ole

    assert _codigo(b"{\\rtf1 hola}") == "FORMATO_DESCONOCIDO"
    assert _codigo(ole({"Workbook": bytes(4096)})) == "FORMATO_DESCONOCIDO"


def test_word_95_sin_libreoffice_dice_que_instalar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ErrorLectura) as error:
        doc.leer(Doc([("a\r", True, 0)], version=0x0068).bytes(), "viejo.doc", "0" * 64)
    assert error.value.codigo == "DOCUMENTO_ILEGIBLE"
    assert "apt-get install libreoffice-writer-nogui" in str(error.value)


def test_lo_rechazado_lo_lee_libreoffice(programa: Callable[[str], str], convertidos: Path) -> None:
    """A page of properties that points outside the file: our reader refuses it, LibreOffice opens it."""
    programa("soffice")
    datos = bytearray((convertidos / "gore_los_lagos_2009_etapa3.doc").read_bytes())
    danado = _con_chpx_fuera(datos)
    assert _codigo(danado) == "DOCUMENTO_ILEGIBLE"
    leido = doc.leer(danado, "informe.doc", "0" * 64)
    assert leido.formato == "doc"
    assert "LibreOffice" in leido.lector
    assert any(isinstance(b, BloqueTabla) for b in leido.bloques)


def _con_chpx_fuera(datos: bytearray) -> bytes:
    """The file with the first page number of its PlcBteChpx set beyond the end."""
    import olefile

    with olefile.OleFileIO(bytes(datos)) as archivo:
        principal, tabla = (archivo.openstream(n).read() for n in ("WordDocument", "1Table"))
    desde, largo = struct.unpack_from("<II", principal, 0x9A + 8 * 12)
    plc = tabla[desde : desde + largo]
    lugar = bytes(datos).find(plc)
    assert lugar >= 0
    struct.pack_into("<I", datos, lugar + 4 * ((largo - 4) // 8 + 1), 0x3FFFF)
    return bytes(datos)
