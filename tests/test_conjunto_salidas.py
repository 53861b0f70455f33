"""What was found between documents as it reaches a person: console, JSON, workbook, exit code, explanation, decisions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from ayudas_conjunto import leido, pleno, resumido, revisar, texto

import extractor
from extractor.cli.entre import ficha_de
from extractor.cli.principal import main
from extractor.comun.ajustes import Ajustes, cargar_ajustes, escala, usar
from extractor.comun.decisiones import Decisiones
from extractor.errores import ErrorUso
from extractor.modelo.conjunto import Conjunto
from extractor.modelo.decision import Decision
from extractor.reconciliador.conjunto import con_decisiones
from extractor.salidas import Balance, derivacion, linea, totales_en_consola
from extractor.salidas.conjunto import buscar_en_conjunto, conjunto_en_consola, derivacion_de_conjunto
from extractor.salidas.planilla import HOJA_CONJUNTO, PlanillaHallazgos

BUENO = pleno("40", "30", "20", "10")
CORREGIDO = [*BUENO[:3], ("10", "no", "0")]


@pytest.fixture
def ajustes_de_fabrica() -> Iterator[Ajustes]:
    usar(cargar_ajustes())
    yield cargar_ajustes()
    usar(cargar_ajustes())


@pytest.fixture(scope="module")
def carpeta(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two versions of a report: clean each, different between them."""
    donde = tmp_path_factory.mktemp("informes")
    (donde / "uno.txt").write_text(texto(renglones=BUENO, desempeno="100"), "utf-8")
    (donde / "uno_v2.txt").write_text(texto(renglones=CORREGIDO, desempeno="90"), "utf-8")
    return donde


def dos_versiones() -> Conjunto:
    return revisar(resumido(texto(renglones=BUENO), "uno.txt"), resumido(texto(renglones=CORREGIDO), "uno_v2.txt"))


def test_la_orden_termina_con_el_conjunto(carpeta: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["auditar", str(carpeta), "--formato", "jsonl", "--sin-cache"]) == 0
    *informes, ultima = capsys.readouterr().out.splitlines()
    assert [json.loads(i)["hallazgos"] for i in informes] == [[], []]
    conjunto = Conjunto.model_validate_json(ultima)
    assert [h.codigo for h in conjunto.hallazgos] == ["VERSION_POSTERIOR"] and len(conjunto.documentos) == 2
    assert main(["auditar", str(carpeta), "--gravedad", "aviso", "--sin-cache"]) == 1
    consola = capsys.readouterr().out
    huella = conjunto.hallazgos[0].huella
    assert "\nEntre documentos: Corporación Nacional Forestal, 2009, Etapa 3" in consola and f"[{huella}]" in consola
    assert "Hallazgos desde «aviso»: 1 (1 aviso)" in consola
    assert main(["explicar", huella[:8], str(carpeta)]) == 0
    explicado = capsys.readouterr().out
    assert explicado.startswith(f"VERSION_POSTERIOR (aviso) [{huella}]\nDocumento: uno")
    assert "En uno.txt: tabla 1, fila 4: línea 15: «10»" in explicado and "Regla: Un informe tiene una sola versión." in explicado
    assert main(["extraer", str(carpeta), "--formato", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[-1] == json.loads(ultima)


def test_un_documento_no_tiene_conjunto(carpeta: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extraer", str(carpeta / "uno.txt"), "--formato", "jsonl"]) == 0
    assert [json.loads(i)["esquema"] for i in capsys.readouterr().out.splitlines()] == ["informe/1"]


def test_el_mismo_archivo_nombrado_dos_veces_no_es_una_copia(carpeta: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uno = str(carpeta / "uno.txt")
    assert main(["auditar", uno, uno, "--gravedad", "aviso"]) == 0
    assert "DOCUMENTO_DUPLICADO" not in capsys.readouterr().out


def test_desde_python() -> None:
    informes = [leido(texto(renglones=BUENO), "uno.txt"), leido(texto(renglones=CORREGIDO), "uno_v2.txt")]
    assert extractor.conjunto(informes) == dos_versiones()


def test_consola_cuenta_lo_que_no_muestra() -> None:
    lineas = conjunto_en_consola(dos_versiones(), "aritmetica")
    assert lineas[0] == "Entre documentos: además, de menor gravedad: 1 aviso (se muestran con --gravedad aviso)"
    assert lineas[-1].startswith("Entre documentos: 2 documentos distintos; ")


def test_la_planilla_tiene_su_hoja(tmp_path: Path) -> None:
    hecho = dos_versiones()
    with PlanillaHallazgos(tmp_path / "h.xlsx") as planilla:
        planilla.agregar_conjunto(hecho)
    titulos, fila = list(openpyxl.load_workbook(tmp_path / "h.xlsx")[HOJA_CONJUNTO].iter_rows(values_only=True))
    dichos = dict(zip(titulos, fila, strict=True))
    assert dichos["Código"] == "VERSION_POSTERIOR" and dichos["Huella"] == hecho.hallazgos[0].huella
    assert dichos["SHA-256"].split() == list(hecho.documentos)


def test_una_decision_descarta_un_hallazgo_entre_documentos() -> None:
    hecho = dos_versiones()
    huella = hecho.hallazgos[0].huella
    decision = Decision(
        id="d1", tipo="hallazgo", clave=huella, valor="descartado", quien="ana", cuando="2010-01-01", porque="ya se revisó"
    )
    decidido = con_decisiones(hecho, Decisiones.de([decision]))
    assert decidido.hallazgos[0].descartado
    assert "Decisión d1: descartado, por ana: ya se revisó" in derivacion_de_conjunto(decidido, decidido.hallazgos[0], {})
    balance = Balance()
    balance.sumar_conjunto(decidido)
    assert (balance.descartados, balance.decisiones, balance.alcanza("aviso")) == (1, {"d1"}, False)
    assert "VERSION_POSTERIOR" not in "\n".join(conjunto_en_consola(decidido, "aviso"))


def test_una_huella_que_empieza_varias() -> None:
    hecho = dos_versiones()
    otro = hecho.hallazgos[0].model_copy(update={"huella": hecho.hallazgos[0].huella[:6] + "0000000000"})
    varios = hecho.model_copy(update={"hallazgos": (*hecho.hallazgos, otro)})
    with pytest.raises(ErrorUso):
        buscar_en_conjunto(otro.huella[:6], varios)
    assert buscar_en_conjunto(otro.huella, varios) == otro
    assert buscar_en_conjunto("ffff", varios) is None


def test_la_derivacion_dice_lo_que_no_se_pudo_comparar() -> None:
    compromisos = [("Abrir oficinas de atención en comunas rurales", "4 oficinas rurales abiertas con atención semanal"),
                   ("Capacitar a dirigentes vecinales", "10 talleres de capacitación para dirigentes vecinales"),
                   ("Difundir la oferta programática por radio", "Campaña radial emitida en tres emisoras locales")]
    dudoso = [*compromisos[:2], ("Difundir la oferta por diario", "Campaña de prensa emitida en cuatro medios locales")]
    hecho = revisar(
        resumido(texto(renglones=pleno("40", "30", "30"), etapa=2, compromisos=compromisos), "e2.txt"),
        resumido(texto(renglones=pleno("30", "40", "30"), compromisos=dudoso), "e3.txt"),
    )
    (hallazgo,) = hecho.hallazgos
    lineas = derivacion_de_conjunto(hecho, hallazgo, {sha: (f"{sha[:4]}.txt",) for sha in hecho.documentos})
    assert any(fila.startswith("No se pudo comparar, porque no es seguro qué celda corresponde a cuál [emparejamiento_dudoso]") for fila in lineas)


# The institution's own scale of severities


ESCALA = "escala:\n  cambia_decision: crítica\n  aviso: baja\n  codigos: {VERSION_POSTERIOR: observación}\n"


def test_la_escala_propia_se_muestra_junto_a_la_nuestra(tmp_path: Path, ajustes_de_fabrica: Ajustes) -> None:
    (tmp_path / "a.yaml").write_text(ESCALA, "utf-8")
    hecho = dos_versiones()
    usar(cargar_ajustes(tmp_path / "a.yaml"))
    assert escala().con("cambia_decision") == "cambia_decision (crítica)" and escala().con("logica") == "logica"
    assert "aviso (observación) VERSION_POSTERIOR" in conjunto_en_consola(hecho, "aviso")[0]
    balance = Balance()
    balance.sumar_conjunto(hecho)
    assert "1 aviso (baja)" in "\n".join(totales_en_consola(balance, "aviso"))
    assert '"gravedad":"aviso"' in linea(hecho) and "observación" not in linea(hecho)
    with PlanillaHallazgos(tmp_path / "h.xlsx") as planilla:
        planilla.agregar_conjunto(hecho)
    hoja = openpyxl.load_workbook(tmp_path / "h.xlsx")[HOJA_CONJUNTO]
    assert [fila[-1] for fila in hoja.iter_rows(values_only=True)] == ["Gravedad de la institución", "observación"]
    assert ajustes_de_fabrica.escala.vacia


@pytest.mark.parametrize(
    ("escrito", "dice"),
    [
        ("escala: {grave: alta}\n", "a.yaml:1: clave desconocida «escala > grave»"),
        ("escala:\n  codigos: {VERSION_POSTERIO: x}\n", "¿quiso decir «VERSION_POSTERIOR»?"),
    ],
)
def test_una_escala_mal_escrita_se_dice(tmp_path: Path, escrito: str, dice: str) -> None:
    (tmp_path / "a.yaml").write_text(escrito, "utf-8")
    with pytest.raises(ErrorUso) as error:
        cargar_ajustes(tmp_path / "a.yaml")
    assert dice in str(error.value)


# The derivation of every kind of finding


def test_cada_hallazgo_se_explica_entero() -> None:
    """Arithmetic ones by their verification, the others by what was read at their place; all by their rule."""
    renglones = [("40", "si", "30"), ("30", "no", "30"), ("20", "", ""), ("10", "si", "10")]
    informe = leido(texto("", renglones, desempeno="80").replace("Acta de mejorar el registro de beneficiarios", "Por definir"))
    vistos = {h.codigo for h in informe.hallazgos}
    assert {"GANADA_NO_CORRESPONDE", "FILA_INCOMPLETA"} <= vistos
    for hallazgo in informe.hallazgos:
        explicado = "\n".join(derivacion(informe, hallazgo, ficha_de(hallazgo.codigo)))
        assert "\nRegla: " in explicado, hallazgo.codigo
        assert "\nVerificación 1: " in explicado or "\nLeído en " in explicado or "\nLeído con: " in explicado, hallazgo.codigo
    incompleta = next(h for h in informe.hallazgos if h.codigo == "FILA_INCOMPLETA")
    assert "(medio): «Por definir»" in "\n".join(derivacion(informe, incompleta))


def test_una_verificacion_nombra_su_hallazgo() -> None:
    informe = leido(texto(renglones=[("40", "si", "30"), ("30", "no", "30"), *BUENO[2:]]))
    malas = [v for v in informe.verificaciones if v.resultado == "NO_CUADRA" and v.causa is None]
    huellas = {h.huella: h for h in informe.hallazgos}
    assert len(malas) >= 2 and all(v.hallazgo in huellas for v in malas)
    assert all(huellas[v.hallazgo].codigo == v.regla for v in malas if v.hallazgo is not None)


def test_lo_que_no_se_pudo_leer_no_es_copia_de_nada(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two empty files have one content, and are no report at all."""
    for nombre in ("a.pdf", "b.docx"):
        (tmp_path / nombre).touch()
    assert main(["auditar", str(tmp_path), "--formato", "jsonl", "--sin-cache"]) == 2
    *informes, ultima = [json.loads(i) for i in capsys.readouterr().out.splitlines()]
    assert [i["documento"]["estado"] for i in informes] == ["fallido", "fallido"]
    assert (ultima["documentos"], ultima["hallazgos"]) == ([], [])
