"""The command line: exit codes, Spanish words, streams. Reading is played by ``procesar_de_prueba``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import types
from collections.abc import Generator
from pathlib import Path

import pytest
from ayudas_salidas import informe, procesar_de_prueba

from extractor.cli import corrida, main
from extractor.cli.opciones import GravedadMinima
from extractor.comun.yaml_estricto import carpeta_patrones
from extractor.errores import ErrorPatron
from extractor.lote import Hecho, Plan, procesar_lote
from extractor.modelo.hallazgo import GRAVEDADES

ORDENES = ["auditar", "extraer", "migrar", "explicar", "normalizar", "patrones probar", "esquema", "entorno"]


@pytest.fixture
def lectura(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """``extractor.proceso`` replaced by one whose documents say themselves how they end, and which reads them in this
    process: a worker would load the real one (reading in workers: test_trabajador.py)."""
    modulo = types.ModuleType("extractor.proceso")
    modulo.procesar = procesar_de_prueba  # type: ignore[attr-defined]
    modulo.__path__ = [str(Path(corrida.__file__).parents[1] / "proceso")]  # its other modules are the real ones
    monkeypatch.setitem(sys.modules, "extractor.proceso", modulo)

    def aqui(plan: Plan, modo: object = None) -> Generator[Hecho, None, None]:
        return procesar_lote(plan, lambda *args: modulo.procesar(*args))

    monkeypatch.setattr(corrida, "procesar_lote", aqui)
    return modulo


def escribir(carpeta: Path, **archivos: str) -> Path:
    for nombre, contenido in archivos.items():
        (carpeta / f"{nombre}.txt").write_text(contenido, "utf-8")
    return carpeta


def en_proceso(*args: str, **opciones: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "extractor", *args], capture_output=True, encoding="utf-8", check=False, **opciones
    )


@pytest.mark.parametrize(
    ("archivos", "opciones", "codigo"),
    [
        ({"a": "limpio"}, [], 0),
        ({"a": "con hallazgos"}, [], 1),
        ({"a": "con hallazgos"}, ["--gravedad", "cambia_decision"], 0),
        ({"a": "con hallazgos", "b": "ilegible"}, [], 2),
        ({"a": "limpio", "b": "ilegible"}, [], 2),
        ({"a": "con hallazgos", "b": "ilegible", "c": "bomba"}, [], 4),
        ({"a": "interrumpe"}, [], 130),
        ({"a": "limpio"}, ["--gravedad", "grave"], 3),
        ({"a": "limpio"}, ["--anio", "dosmil"], 3),
        ({"a": "limpio"}, ["--no-existe"], 3),
        ({}, [], 0),
    ],
)
def test_codigos_de_auditar(lectura: object, tmp_path: Path, archivos: dict[str, str], opciones: list[str], codigo: int) -> None:
    assert main(["auditar", str(escribir(tmp_path, **archivos)), *opciones]) == codigo


def test_aviso_cuenta_cuando_se_pide(lectura: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ayudas_salidas import hallazgo

    def con_aviso(ruta: Path, relativa: str, declarado: object) -> object:
        return informe(relativa, hallazgos=(hallazgo("f" * 16, "TOTAL_AUSENTE", "aviso"),))

    monkeypatch.setattr(lectura, "procesar", con_aviso)
    escribir(tmp_path, a="x")
    assert main(["auditar", str(tmp_path)]) == 0
    assert main(["auditar", str(tmp_path), "--gravedad", "aviso"]) == 1


def test_auditar_en_consola(lectura: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    escribir(tmp_path, a="con hallazgos", b="ilegible")
    (tmp_path / "notas.md").write_text("x", "utf-8")
    main(["auditar", str(tmp_path)])
    salida, error = capsys.readouterr()
    lineas = salida.splitlines()
    assert lineas[0].startswith("a.txt: IX Región, tabla 1, 2ª actividad, Ponderación ganada: aritmetica ACUMULADO_NO_CUADRA ")
    assert "Documentos: 2 (leídos: 1; sin leer: 1)" in lineas
    assert lineas[-2:] == ["No se pudieron leer:", "  b.txt: el archivo está dañado"]
    assert error == "Sin leer (no son informes): 1: notas.md\n"


def test_auditar_jsonl_y_json(lectura: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    escribir(tmp_path, a="1", b="2")
    main(["auditar", str(tmp_path), "--formato", "jsonl"])
    lineas = capsys.readouterr().out.splitlines()
    assert [json.loads(fila)["documento"]["ruta"] for fila in lineas[:-1]] == ["a.txt", "b.txt"]
    assert json.loads(lineas[-1])["esquema"] == "conjunto/1"
    main(["auditar", str(tmp_path), "--formato", "json"])
    assert json.loads(capsys.readouterr().out) == [json.loads(fila) for fila in lineas]
    main(["auditar", str(tmp_path / "a.txt"), "--formato", "json"])
    texto = capsys.readouterr().out
    assert json.loads(texto) == json.loads(lineas[0]) and texto.startswith('{\n  "esquema"')


def test_extraer_en_tuberia_es_jsonl_y_sale_con_cero(lectura: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    escribir(tmp_path, a="con hallazgos")
    assert main(["extraer", str(tmp_path)]) == 0
    assert capsys.readouterr().out.count("\n") == 1
    escribir(tmp_path, b="ilegible")
    assert main(["extraer", str(tmp_path), "--formato", "json"]) == 2
    *informes, conjunto = json.loads(capsys.readouterr().out)
    assert [i["documento"]["estado"] for i in informes] == ["ok", "fallido"]
    assert conjunto["esquema"] == "conjunto/1" and len(conjunto["documentos"]) == 2


def test_lo_declarado_llega_a_la_lectura(lectura: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    escribir(tmp_path, a="x", b="x")
    (tmp_path / "documentos.csv").write_text("ruta,anio\na.txt,2009\n", "utf-8")
    main(["extraer", str(tmp_path)])
    assert [json.loads(fila)["documento"]["anio"] for fila in capsys.readouterr().out.splitlines()[:-1]] == [2009, 2007]
    main(["extraer", str(tmp_path), "--anio", "2008"])
    assert [json.loads(fila)["documento"]["anio"] for fila in capsys.readouterr().out.splitlines()[:-1]] == [2008, 2008]


def test_salida_escribe_los_archivos_y_no_los_relee(lectura: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    escribir(tmp_path, a="x")
    for _ in range(2):
        main(["auditar", str(tmp_path), "--salida", str(tmp_path / "r")])
        assert "Documentos: 1 (leídos: 1)" in capsys.readouterr().out
    assert sorted(p.name for p in (tmp_path / "r").iterdir()) == [
        "hallazgos.xlsx", "informes.jsonl", "manifiesto.db", "observaciones.docx", "revision.html",
    ]  # fmt: skip


def test_migrar_y_explicar_desde_la_base(
    lectura: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "informes").mkdir()
    escribir(tmp_path / "informes", a="x", b="ilegible")
    for _ in range(2):
        assert main(["migrar", "informes"]) == 2
        salida = capsys.readouterr().out
        assert "sqlite:///informes.db: 2 documentos, 1 tabla, 1 fila, 2 actividades, 6 cifras, 1 sección, 2 verificaciones" in salida
        assert "b.txt: el archivo está dañado" in salida
    assert main(["explicar", "aaaa0000", "--db", "sqlite:///informes.db"]) == 0
    de_base = capsys.readouterr().out
    assert "Fórmula: 25 + 50 % de 25 = 37,5" in de_base
    assert main(["explicar", "aaaa0000", "informes/a.txt"]) == 0
    assert capsys.readouterr().out == de_base


@pytest.mark.parametrize(
    "args",
    [
        ["explicar", "aaaa0000"],
        ["explicar", "aaaa0000", "{}", "--db", "sqlite:///x.db"],
        ["explicar", "ffff0000", "{}"],
        ["explicar", "aaaa0000", "--db", "sqlite:///{}/nada.db"],
        ["auditar", "{}/nada"],
        ["auditar"],
        ["extraer", "{}", "--formato", "xml"],
        ["migrar", "{}", "--db", "no es url"],
        ["patrones", "probar", "{}/nada.yaml"],
        ["normalizar", "planeta", "Marte"],
        ["inexistente"],
        ["esquema", "de más"],
        [],
    ],
)
def test_mal_uso_sale_con_tres_y_una_frase(
    lectura: object, tmp_path: Path, args: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    escribir(tmp_path, a="x")
    assert main([arg.replace("{}", str(tmp_path)) for arg in args]) == 3
    salida, error = capsys.readouterr()
    assert salida == "" and error and "Traceback" not in error


INGLES = ("Usage", "Options", "Arguments", "Commands", "required", "default", "Missing", "Invalid", "No such", "Try", "Show this")


@pytest.mark.parametrize("orden", ["", *ORDENES])
def test_ayuda_en_castellano_con_ejemplo(orden: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*orden.split(), "--help"]) == 0
    ayuda = capsys.readouterr().out
    assert ayuda.startswith("Uso: extractor") and "Opciones:" in ayuda
    assert f"Ejemplo: extractor {orden or 'auditar'} ".rstrip() in ayuda
    assert not [palabra for palabra in (*INGLES, "list[", "<str>", "<path>", "OPTIONS") if palabra in ayuda]


@pytest.mark.parametrize(
    ("args", "dice"),
    [
        (["auditar"], "Falta el argumento «RUTA»."),
        (["audita"], "No existe la orden «audita». ¿Quiso decir «auditar»?"),
        (["auditar", "--gravedd", "x", "y"], "No existe la opción «--gravedd» (¿quiso decir --gravedad?)"),
        (["auditar", "--gravedad"], "Falta el valor de la opción «--gravedad»."),
        (
            ["auditar", "--gravedad", "x", "y"],
            "«x» no es uno de los valores admitidos: cambia_decision, aritmetica, logica, aviso.",
        ),
        (["auditar", "--anio", "x", "y"], "Valor no admitido en «--anio»: debe ser un número entero"),
        (["auditar", "--anio", "3", "y"], "Valor no admitido en «--anio»: debe ser 1900 o más"),
        (["auditar", "--anio", "3000", "y"], "Valor no admitido en «--anio»: debe ser 2100 o menos"),
        (["auditar", "--verboso=x", "y"], "La opción «--verboso» no lleva valor."),
        (["esquema", "x", "y"], "Sobran argumentos: x y"),
        (["patrones", "probra"], "No existe la orden «probra». ¿Quiso decir «probar»?"),
    ],
)
def test_errores_de_uso_en_castellano(args: list[str], dice: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(args) == 3
    error = capsys.readouterr().err
    assert dice in error
    assert not [palabra for palabra in INGLES if palabra in error]


def test_falla_propia_sin_traza_salvo_verboso(lectura: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    escribir(tmp_path, a="bomba")
    assert main(["auditar", str(tmp_path)]) == 4
    salida, error = capsys.readouterr()
    assert "falla del programa: ZeroDivisionError" in salida and "Traceback" not in salida + error
    assert main(["auditar", str(tmp_path), "-v"]) == 4
    assert "Traceback" in capsys.readouterr().err
    assert main(["auditar", str(tmp_path)]) == 4
    assert "Traceback" not in capsys.readouterr().err


def test_falla_fuera_de_un_documento(lectura: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def roto(*_: object) -> object:
        raise ErrorPatron("x.yaml", 7, "clave desconocida «rolle»; ¿quiso decir «rol»?")

    lectura.procesar = roto  # type: ignore[attr-defined]
    escribir(tmp_path, a="x")
    assert main(["auditar", str(tmp_path)]) == 4
    assert capsys.readouterr().err == "Error: x.yaml:7: clave desconocida «rolle»; ¿quiso decir «rol»?\n"


def test_normalizar_muestra_y_sale_con_uno_si_no_reconoce(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def explicar(que: str, texto: str, anio: int | None) -> types.SimpleNamespace:
        return types.SimpleNamespace(
            valor={"codigos": ["09"]} if texto == "IX" else None,
            certeza="exacta" if texto == "IX" else None,
            candidatos=[("09", "La Araucanía", 91.5)],
            porque=[f"{que} {anio}"],
            desconocido=texto != "IX",
        )

    modulo = types.ModuleType("extractor.normalizadores.explicacion")
    modulo.explicar = explicar  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "extractor.normalizadores.explicacion", modulo)
    assert main(["normalizar", "region", "IX", "--anio", "2007"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        'Valor: {"codigos": ["09"]}',
        "Certeza: exacta",
        "Candidato: 09 La Araucanía (91.5)",
        "Porque: region 2007",
    ]
    assert main(["normalizar", "region", "XL", "--formato", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["desconocido"] is True


def test_patrones_probar_un_archivo_mal_escrito_es_mal_uso(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mia.yaml").write_text("id: mia\ninventada: 1\n", "utf-8")
    assert main(["patrones", "probar", str(tmp_path / "mia.yaml")]) == 3
    assert "mia.yaml" in capsys.readouterr().err



def test_patrones_probar_cuenta_y_nombra_lo_que_no_resulta(
    lectura: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import extractor.normalizadores

    pedidos: list[Path | None] = []

    def patrones(archivo: Path | None) -> list[tuple[str, int | None, bool, str]]:
        pedidos.append(archivo)
        return [("a.yaml", 3, True, ""), ("a.yaml", 9, False, "se esperaba región")]

    monkeypatch.setattr(lectura, "probar_patrones", patrones, raising=False)
    monkeypatch.setattr(extractor.normalizadores, "probar_ejemplos", lambda: [("regiones.yaml", None, True, "")], raising=False)
    assert main(["patrones", "probar"]) == 1
    assert capsys.readouterr().out.splitlines() == ["a.yaml:9: no resulta: se esperaba región", "2 de 3 ejemplos resultan"]
    (tmp_path / "vocabularios").mkdir()
    shutil.copy(carpeta_patrones() / "vocabularios" / "regiones.yaml", tmp_path / "vocabularios")
    assert main(["patrones", "probar", str(tmp_path / "vocabularios" / "regiones.yaml")]) == 0
    assert capsys.readouterr().out == "1 de 1 ejemplos resultan\n"
    assert pedidos == [None]


@pytest.mark.parametrize(
    ("archivo", "antes", "despues", "dice"),
    [
        ("vocabularios/programas.yaml", "    numeros:", "    numero:", "programas.yaml:23"),
        ("vocabularios/opciones.yaml", "en_cifras:", "en_cifra:", "¿quiso decir «en_cifras»?"),
        ("vocabularios/filas.yaml", "  despedidas:", "  despedida:", "¿quiso decir «despedidas»?"),
        ("regimenes/_logica.yaml", "sin_parte:", "sin_partes:", "¿quiso decir «sin_parte»?"),
        ("regimenes/gt_2009.yaml", "umbral:", "umbrall:", "¿quiso decir «umbral»?"),
        ("vocabularios/programa.yaml", "", "", "¿quiso decir «programas.yaml»?"),
    ],
)
def test_patrones_probar_comprueba_las_claves_de_cualquier_archivo(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], archivo: str, antes: str, despues: str, dice: str
) -> None:
    """A vocabulary or a regime by itself, before it is put in its place."""
    mio = tmp_path / archivo
    mio.parent.mkdir()
    propio = carpeta_patrones() / archivo.replace("programa.yaml", "programas.yaml")
    mio.write_text(propio.read_text("utf-8").replace(antes, despues, 1), "utf-8")
    assert main(["patrones", "probar", str(mio)]) == 3
    assert dice in capsys.readouterr().err


def test_esquema_es_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["esquema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Informe"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    from extractor import __version__

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"extractor {__version__}\n"


def test_gravedades_de_la_opcion_son_las_del_contrato() -> None:
    assert tuple(opcion.valor for opcion in GravedadMinima) == GRAVEDADES


def test_ayuda_no_carga_bibliotecas_pesadas() -> None:
    codigo = (
        "import sys; from extractor.cli import main; codigo = main(['auditar', '--help']); "
        "pesadas = {'spacy', 'pandas', 'numpy', 'sqlalchemy', 'docx', 'xlsxwriter', 'rapidfuzz', 'pdfplumber', 'rich.progress'}; "
        "print(sorted(pesadas & set(sys.modules)), file=sys.stderr); sys.exit(codigo)"
    )
    hecho = subprocess.run([sys.executable, "-c", codigo], capture_output=True, encoding="utf-8", check=False)
    assert (hecho.returncode, hecho.stderr) == (0, "[]\n")


def test_tuberia_cerrada_termina_en_silencio() -> None:
    lee, escribe = os.pipe()
    os.close(lee)
    hecho = subprocess.run([sys.executable, "-m", "extractor", "esquema"], stdout=escribe, stderr=subprocess.PIPE, check=False)
    os.close(escribe)
    assert (hecho.returncode, hecho.stderr) == (141, b"")


def test_utf8_aunque_el_sistema_no_lo_sea() -> None:
    entorno = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    hecho = en_proceso("--help", env=entorno)
    assert hecho.returncode == 0 and "Órdenes:" in hecho.stdout
    assert "«x» no es uno" in en_proceso("auditar", "--gravedad", "x", "y", env=entorno).stderr


def test_modulo_ejecutable_devuelve_el_codigo(tmp_path: Path) -> None:
    hecho = en_proceso("auditar", str(tmp_path / "nada"))
    assert hecho.returncode == 3
    assert hecho.stderr == f"Error: no existe «{tmp_path / 'nada'}»; revise cómo está escrita la ruta\n"


def test_las_salidas_de_una_corrida_concuerdan(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Real reading of the samples: console, JSON lines, workbook, frames and database tell the same counts."""
    import sqlite3

    import openpyxl

    import extractor
    from extractor.modelo.conjunto import Conjunto
    from extractor.modelo.informe import Informe

    muestras = str(corpus / "txt")
    assert main(["auditar", muestras, "--salida", str(tmp_path / "r"), "--gravedad", "aviso"]) == 1
    consola = capsys.readouterr().out
    assert main(["migrar", muestras, "--db", f"sqlite:///{tmp_path / 'i.db'}"]) == 0
    *lineas, ultima = (tmp_path / "r" / "informes.jsonl").read_text("utf-8").splitlines()
    entre = len(Conjunto.model_validate_json(ultima).hallazgos)
    cuadros = extractor.marcos(Informe.model_validate_json(fila) for fila in lineas)
    libro = openpyxl.load_workbook(tmp_path / "r" / "hallazgos.xlsx", read_only=True)
    en_libro = [sum(1 for _ in libro[hoja].iter_rows()) - 1 for hoja in ("Documentos", "Hallazgos", "Verificaciones")]
    assert sum(1 for _ in libro["Entre documentos"].iter_rows()) - 1 == entre > 0
    with sqlite3.connect(tmp_path / "i.db") as conexion:
        tablas = ("documento_ruta", "hallazgo", "verificacion")
        assert conexion.execute("select count(*) from hallazgo_conjunto").fetchone()[0] == entre
        en_base = [conexion.execute(f"select count(*) from {tabla}").fetchone()[0] for tabla in tablas]
        cifras = conexion.execute("select count(*) from cifra").fetchone()[0]
        huerfanos = conexion.execute("pragma foreign_key_check").fetchall()
    en_marcos = [len(cuadros.documentos), len(cuadros.hallazgos), len(cuadros.verificaciones)]
    assert en_marcos[0] > 5 and en_marcos[1] > 5
    assert en_libro == en_base == en_marcos
    assert f"Documentos: {en_marcos[0]} " in consola and f"Hallazgos desde «aviso»: {en_marcos[1] + entre} " in consola
    assert (cifras, huerfanos) == (len(cuadros.cifras), [])
