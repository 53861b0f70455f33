"""Which documents a run reads, what a person stated about them, and that a bad one does not stop the rest."""

from __future__ import annotations

import csv
import os
import unicodedata
from pathlib import Path

import pytest
from ayudas_salidas import procesar_de_prueba

from extractor.errores import ErrorLectura, ErrorPatron, ErrorUso
from extractor.lote import Plan, planear, procesar_lote
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe


def sembrar(carpeta: Path, **archivos: str) -> None:
    for nombre, contenido in archivos.items():
        ruta = carpeta / nombre.replace("__", "/").replace("_txt", ".txt")
        ruta.parent.mkdir(parents=True, exist_ok=True)
        ruta.write_text(contenido, "utf-8")


def rutas(plan: Plan) -> list[str]:
    return [encargo.ruta_relativa for encargo in plan.encargos]


def razones(plan: Plan) -> list[tuple[str, str]]:
    return [(omitido.ruta, omitido.razon) for omitido in plan.omitidos]


def test_carpeta_recorrida_en_orden_y_relativa(tmp_path: Path) -> None:
    sembrar(tmp_path, b_txt="b", sub__c_txt="c", a_txt="a", sub__a_txt="a")
    assert rutas(planear([tmp_path])) == ["a.txt", "b.txt", "sub/a.txt", "sub/c.txt"]


def test_archivo_nombrado_tiene_su_nombre_como_ruta(tmp_path: Path) -> None:
    sembrar(tmp_path, sub__c_txt="c")
    assert rutas(planear([tmp_path / "sub" / "c.txt"])) == ["c.txt"]


def test_lo_omitido_se_nombra_con_su_razon(tmp_path: Path) -> None:
    sembrar(tmp_path, a_txt="a")
    for nombre in (".oculto.txt", "~$a.docx", "notas.md", "datos.YAML", "INFORME"):
        (tmp_path / nombre).write_text("x", "utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "b.txt").write_text("x", "utf-8")
    plan = planear([tmp_path])
    assert rutas(plan) == ["INFORME", "a.txt"]
    assert razones(plan) == [
        (".git", "oculto"),
        (".oculto.txt", "oculto"),
        ("datos.YAML", "no_es_informe"),
        ("notas.md", "no_es_informe"),
        ("~$a.docx", "bloqueo"),
    ]


def test_extension_ajena_nombrada_directamente_se_lee(tmp_path: Path) -> None:
    (tmp_path / "informe.md").write_text("x", "utf-8")
    assert rutas(planear([tmp_path / "informe.md"])) == ["informe.md"]


def test_enlaces_rotos_y_a_carpetas_no_se_siguen(tmp_path: Path) -> None:
    sembrar(tmp_path, sub__a_txt="a")
    (tmp_path / "vuelta").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "roto.txt").symlink_to(tmp_path / "nada.txt")
    plan = planear([tmp_path])
    assert rutas(plan) == ["sub/a.txt"]
    assert razones(plan) == [("roto.txt", "enlace"), ("vuelta", "enlace")]


def test_una_tuberia_no_bloquea(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tubo.txt")
    assert razones(planear([tmp_path])) == [("tubo.txt", "especial")]


def test_carpeta_de_salida_no_se_lee(tmp_path: Path) -> None:
    sembrar(tmp_path, a_txt="a", resultados__viejo_txt="x")
    plan = planear([tmp_path], excluir=[tmp_path / "resultados"])
    assert rutas(plan) == ["a.txt"]
    assert razones(plan) == [("resultados", "salida")]


def test_ruta_en_nfc(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "región.txt")).write_text("x", "utf-8")
    assert rutas(planear([tmp_path])) == [unicodedata.normalize("NFC", "región.txt")]


def test_nombre_en_windows_1252(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/regi\xf3n.txt", "w") as archivo:  # noqa: PTH123  (a name no str can write)
        archivo.write("x")
    assert rutas(planear([tmp_path])) == ["región.txt"]


def test_ruta_que_no_existe(tmp_path: Path) -> None:
    with pytest.raises(ErrorUso, match="no existe"):
        planear([tmp_path / "nada"])


def test_el_mismo_contenido_dos_veces_se_informa_dos_veces(tmp_path: Path) -> None:
    sembrar(tmp_path, a_txt="igual", b_txt="igual")
    hechos = list(procesar_lote(planear([tmp_path, tmp_path / "a.txt"]), procesar_de_prueba))
    assert [h.informe.documento.ruta for h in hechos] == ["a.txt", "b.txt"]  # the file named again is not a third one
    assert len({h.informe.documento.sha256 for h in hechos}) == 1


FICHA = "ruta;servicio;anio;region;etapa;fondo;serie;caja\n"


def test_documentos_csv_se_aplica_y_no_se_lee(tmp_path: Path) -> None:
    sembrar(tmp_path, sub__a_txt="a", b_txt="b")
    (tmp_path / "documentos.csv").write_text(FICHA + "sub\\a.txt;sernam;2007;;3;F1;;C9\n", "utf-8")
    plan = planear([tmp_path])
    assert rutas(plan) == ["b.txt", "sub/a.txt"]
    assert plan.encargos[1].declarado == Declarado(servicio="sernam", anio=2007, etapa=3)
    assert (plan.encargos[1].archivado.fondo, plan.encargos[1].archivado.serie, plan.encargos[1].archivado.caja) == (
        "F1",
        None,
        "C9",
    )
    assert plan.encargos[0].declarado == Declarado()
    assert razones(plan) == [("documentos.csv", "ficha")]


def test_documentos_csv_vale_para_un_archivo_nombrado(tmp_path: Path) -> None:
    sembrar(tmp_path, a_txt="a")
    (tmp_path / "documentos.csv").write_text("ruta,anio\na.txt,2009\n", "utf-8")
    assert planear([tmp_path / "a.txt"]).encargos[0].declarado == Declarado(anio=2009)


def test_gana_la_ficha_mas_cercana_y_sobre_ella_la_opcion(tmp_path: Path) -> None:
    sembrar(tmp_path, sub__a_txt="a")
    (tmp_path / "documentos.csv").write_text("ruta,anio,servicio,region\nsub/a.txt,2007,lejano,II\n", "utf-8")
    (tmp_path / "sub" / "documentos.csv").write_text("ruta,servicio,anio\na.txt,cercano,2008\n", "utf-8")
    plan = planear([tmp_path], Declarado(anio=2009))
    assert plan.encargos[0].declarado == Declarado(servicio="cercano", anio=2009, region="II")


def test_documentos_csv_de_excel_en_windows(tmp_path: Path) -> None:
    sembrar(tmp_path, a_txt="a")
    (tmp_path / "documentos.csv").write_bytes("ruta;region\r\na.txt;Tarapacá\r\n".encode("cp1252"))
    assert planear([tmp_path]).encargos[0].declarado.region == "Tarapacá"


def test_fila_sin_archivo_se_avisa(tmp_path: Path) -> None:
    sembrar(tmp_path, a_txt="a")
    (tmp_path / "documentos.csv").write_text("ruta,anio\na.txt,2007\nb.txt,2007\n", "utf-8")
    plan = planear([tmp_path])
    assert len(plan.avisos) == 1
    assert "documentos.csv:3" in plan.avisos[0] and "b.txt" in plan.avisos[0]


@pytest.mark.parametrize(
    ("texto", "dice"),
    [
        ("", "vacío"),
        ("ruta,año\n", "columna desconocida «año»; ¿quiso decir «anio»?"),
        ("servicio\nx\n", "falta la columna «ruta»"),
        ("ruta,anio\na.txt,dosmil\n", ":2: «dosmil» no sirve como año"),
        ("ruta,etapa\na.txt,7\n", ":2: «7» no sirve como etapa"),
        ("ruta,anio\na.txt,2007\na.txt,2008\n", ":3: «a.txt» ya está en la línea 2"),
        ("ruta,anio\n,2007\n", ":2: falta la ruta"),
        ("ruta,anio\na.txt,2007,3\n", ":2: la línea tiene más celdas"),
        ("ruta,ruta\na.txt,a.txt\n", "repetida"),
    ],
)
def test_documentos_csv_malo_detiene_con_linea(tmp_path: Path, texto: str, dice: str) -> None:
    (tmp_path / "documentos.csv").write_text(texto, "utf-8")
    with pytest.raises(ErrorUso) as error:
        planear([tmp_path])
    assert dice in str(error.value)


def test_un_archivo_malo_no_detiene_el_resto(tmp_path: Path) -> None:
    sembrar(tmp_path, a_txt="ilegible", b_txt="bomba", c_txt="c")
    hechos = list(procesar_lote(planear([tmp_path]), procesar_de_prueba))
    assert [(h.informe.documento.estado, h.traza is not None) for h in hechos] == [
        ("fallido", False),
        ("fallido", True),
        ("ok", False),
    ]
    caido = hechos[1].informe
    assert caido.documento.motivo == "falla del programa: ZeroDivisionError: división por cero"
    assert [h.codigo for h in caido.hallazgos] == ["DOCUMENTO_ILEGIBLE"]
    assert caido.documento.bytes == 5


def test_error_de_lectura_que_escapa_conserva_su_codigo(tmp_path: Path) -> None:
    def protegido(ruta: Path, relativa: str, declarado: Declarado) -> Informe:
        raise ErrorLectura("DOCUMENTO_PROTEGIDO", "el archivo pide una clave")

    sembrar(tmp_path, a_txt="a")
    (hecho,) = procesar_lote(planear([tmp_path]), protegido)
    assert hecho.traza is None
    assert [h.codigo for h in hecho.informe.hallazgos] == ["DOCUMENTO_PROTEGIDO"]


def test_patron_malformado_detiene_todo(tmp_path: Path) -> None:
    def sin_patrones(ruta: Path, relativa: str, declarado: Declarado) -> Informe:
        raise ErrorPatron("x.yaml", 3, "clave desconocida")

    sembrar(tmp_path, a_txt="a")
    with pytest.raises(ErrorPatron):
        list(procesar_lote(planear([tmp_path]), sin_patrones))


def test_se_lee_de_a_uno(tmp_path: Path) -> None:
    sembrar(tmp_path, a_txt="a", b_txt="b")
    vistos: list[str] = []

    def anotar(ruta: Path, relativa: str, declarado: Declarado) -> Informe:
        vistos.append(relativa)
        return procesar_de_prueba(ruta, relativa, declarado)

    generador = procesar_lote(planear([tmp_path]), anotar)
    next(generador)
    assert vistos == ["a.txt"]


@pytest.mark.parametrize(
    ("lineas", "cual"),
    [
        (('"a.txt,FOSIS', "b.txt,SERNAM"), 2),  # never closed
        (("a.txt,FOSIS", 'b.txt,"SERNAM', 'c.txt,"SENCE"'), 3),  # "closed" by the next quote
        (('a.txt,"FOSIS', 'b.txt,SERNAM"'), 2),  # closed, with a whole document inside the cell
        (("a.txt,FOSIS", 'b.txt,"Servicio "B" del sur"'), 3),  # a quote inside that is not doubled
    ],
)
def test_una_comilla_sin_cerrar_no_se_traga_las_lineas_que_siguen(tmp_path: Path, lineas: tuple[str, ...], cual: int) -> None:
    (tmp_path / "a.txt").write_text("x", "utf-8")
    (tmp_path / "documentos.csv").write_text("\n".join(("ruta,servicio", *lineas, "")), "utf-8")
    with pytest.raises(ErrorUso, match=rf"documentos\.csv:{cual}: no es una línea de CSV: tiene una comilla sin cerrar"):
        planear([tmp_path])


def test_comillas_bien_puestas_en_documentos_csv(tmp_path: Path) -> None:
    (tmp_path / 'a, "b".txt').write_text("x", "utf-8")
    (tmp_path / "documentos.csv").write_text('ruta,servicio\n\n"a, ""b"".txt","FOSIS, zona sur"\n', "utf-8")
    (encargo,) = planear([tmp_path]).encargos
    assert encargo.declarado.servicio == "FOSIS, zona sur"


def test_un_documentos_csv_que_no_es_csv_se_dice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", "utf-8")
    (tmp_path / "documentos.csv").write_text('ruta,servicio\n"' + "a" * 200_000 + '",x\n', "utf-8")
    antes = csv.field_size_limit(131_072)  # the interpreter's own: a library of another test may have raised it
    try:
        with pytest.raises(ErrorUso, match=r"documentos\.csv:2: no es una línea de CSV"):
            planear([tmp_path])
    finally:
        csv.field_size_limit(antes)
