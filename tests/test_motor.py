"""The engines: whoever reads the documents, and wherever they are, the answers are the same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from ayudas_lote import correr, de_cache, escribir

from extractor.cli import main
from extractor.comun.ajustes import cargar_ajustes
from extractor.errores import ErrorUso
from extractor.lote import Modo, PedidoMotor, planear, procesar_lote
from extractor.lote.fuentes import es_direccion

MUESTRAS = ("gore_los_lagos_2009_etapa3", "fosis_2007_etapa3", "sercotec_2007_etapa4")


@pytest.fixture
def caja(tmp_path: Path, corpus: Path) -> Iterator[str]:
    """A folder of samples kept in the memory of this process, as an address."""
    import fsspec

    sistema = fsspec.filesystem("memory")
    for muestra in MUESTRAS:
        sistema.pipe(f"/caja/sub/{muestra}.txt", (corpus / "txt" / f"{muestra}.txt").read_bytes())
    sistema.pipe("/caja/documentos.csv", f"ruta,anio\nsub/{MUESTRAS[0]}.txt,2008\nno_esta.txt,2008\n".encode())
    sistema.pipe("/caja/.oculto.txt", b"x")
    sistema.pipe("/caja/notas.md", b"x")
    yield "memory://caja"
    sistema.rm("/caja", recursive=True)


def test_direcciones_y_rutas() -> None:
    assert [es_direccion(t) for t in ("s3://b/x", "memory://x", "gcs://b", "C:\\x", "C:/x", "a/b", "s3:/b", "://x")] == [
        True, True, True, False, False, False, False, False,
    ]  # fmt: skip


def test_plan_de_una_direccion(caja: str) -> None:
    plan = planear([caja])
    assert [e.ruta_relativa for e in plan.encargos] == sorted(f"sub/{m}.txt" for m in MUESTRAS)
    assert [(o.ruta, o.razon) for o in plan.omitidos] == [
        (".oculto.txt", "oculto"),
        ("documentos.csv", "ficha"),
        ("notas.md", "no_es_informe"),
    ]
    assert [e.declarado.anio for e in plan.encargos] == [None, 2008, None]
    assert len(plan.avisos) == 1 and "no_esta.txt" in plan.avisos[0]
    (uno,) = planear([f"{caja}/sub/{MUESTRAS[0]}.txt"]).encargos
    assert (uno.ruta_relativa, uno.url) == (f"{MUESTRAS[0]}.txt", f"memory:///caja/sub/{MUESTRAS[0]}.txt")


def test_lo_lejano_da_lo_mismo_que_lo_local_y_se_guarda(corpus: Path, tmp_path: Path) -> None:
    for muestra in MUESTRAS[:2]:
        (tmp_path / "i").mkdir(exist_ok=True)
        (tmp_path / "i" / f"{muestra}.txt").write_bytes((corpus / "txt" / f"{muestra}.txt").read_bytes())
    modo = Modo(cache=tmp_path / "cache")
    local = [h.linea for h in procesar_lote(planear([tmp_path / "i"]))]
    direccion = f"file://{tmp_path / 'i'}"
    for esperado in (False, True):
        lejanos = list(procesar_lote(planear([direccion]), modo=modo))
        assert [h.linea for h in lejanos] == local
        assert set(de_cache(lejanos).values()) == {esperado}
        assert all(h.encargo.url is not None and h.clave is not None for h in lejanos)


def test_lo_lejano_que_desaparece_es_un_fallido(tmp_path: Path) -> None:
    escribir(tmp_path / "i", a="bien")
    plan = planear([f"file://{tmp_path / 'i'}"])
    (tmp_path / "i" / "a.txt").unlink()
    (hecho,) = procesar_lote(plan)
    assert hecho.estado == "fallido" and "no se pudo traer" in str(hecho.informe.documento.motivo)


@pytest.mark.parametrize(
    ("args", "dice"),
    [
        (["memory://nada"], "no hay nada en «memory://nada»"),
        (["nosequees://x/y"], "no se conoce esa clase de dirección"),
        (["{}", "--planificador", "tcp://127.0.0.1:1"], "--planificador solo se usa con --motor dask"),
        (["{}", "--motor", "dask", "--planificador", "tcp://127.0.0.1:1", "--trabajadores", "2"], "quite --trabajadores"),
        (["{}", "--motor", "dask", "--planificador", "tcp://127.0.0.1:1"], "no responde ningún planificador"),
        (["{}", "--motor", "dask", "--planificador", "aquí"], "no responde ningún planificador"),
        (["{}", "--motor", "otro"], "local, dask"),
    ],
)
def test_mal_uso_en_una_frase(
    tmp_path: Path, args: list[str], dice: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from extractor.lote import motor_dask

    monkeypatch.setattr(motor_dask, "_SEGUNDOS_PARA_CONECTAR", 1)
    escribir(tmp_path, a="x")
    assert main(["extraer", "--sin-cache", *(a.replace("{}", str(tmp_path)) for a in args)]) == 3
    salida, error = capsys.readouterr()
    assert salida == "" and dice in error and "Traceback" not in error


@pytest.mark.parametrize(("biblioteca", "args"), [("distributed", ["--motor", "dask"]), ("fsspec.core", [])])
def test_sin_las_bibliotecas_se_dice_como_instalarlas(
    tmp_path: Path, biblioteca: str, args: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, biblioteca, None)
    escribir(tmp_path, a="x")
    que = str(tmp_path) if args else f"file://{tmp_path}"
    assert main(["extraer", que, "--sin-cache", *args]) == 3
    assert "pip install extractor[distribuido]" in capsys.readouterr().err


def test_dask_da_los_mismos_bytes_y_mantiene_los_limites(corpus: Path, tmp_path: Path) -> None:
    """Two worker processes of a cluster of this machine."""
    pytest.importorskip("distributed")
    plan = planear([corpus / "txt" / f"{m}.txt" for m in MUESTRAS])
    modo = Modo(PedidoMotor("dask", 2), cache=tmp_path / "cache")
    local = [h.linea for h in procesar_lote(plan)]
    for esperado in (False, True):
        hechos = list(procesar_lote(plan, modo=modo))
        assert [h.linea for h in hechos] == local
        assert [h.de_cache for h in hechos] == [esperado] * 3
    base = cargar_ajustes()
    breves = base.model_copy(update={"limites": base.limites.model_copy(update={"segundos": 2, "segundos_por_mb": 0})})
    escribir(tmp_path / "i", a="bien", b="cuelga", c="segmento", d="falla", e="bien")
    hechos = correr([tmp_path / "i"], None, valores=breves, motor="dask", trabajadores=2)
    assert [(h.encargo.ruta_relativa, [x.codigo for x in h.informe.hallazgos]) for h in hechos] == [
        ("a.txt", []),
        ("b.txt", ["LIMITE_EXCEDIDO"]),
        ("c.txt", ["DOCUMENTO_ILEGIBLE"]),
        ("d.txt", ["DOCUMENTO_ILEGIBLE"]),
        ("e.txt", []),
    ]
    assert [h.traza is not None for h in hechos] == [False, False, False, True, False]


def test_un_planificador_aparte_con_su_trabajador(corpus: Path, tmp_path: Path) -> None:
    """A scheduler and a worker (a daemon of its nanny, as dask starts them) in processes of their own."""
    distributed = pytest.importorskip("distributed")
    camino = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parent.parent)])
    entorno = {**os.environ, "PYTHONPATH": camino, "DASK_DISTRIBUTED__DASHBOARD__LINK": ""}
    nota = tmp_path / "planificador.json"
    programas = []
    try:
        orden = ["-m", "distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(nota)]
        programas.append(subprocess.Popen([sys.executable, *orden], env=entorno, stderr=subprocess.DEVNULL))
        orden = ["-m", "distributed.cli.dask_worker", "--nthreads", "2", "--no-dashboard", "--scheduler-file", str(nota)]
        orden += ["--local-directory", str(tmp_path)]
        programas.append(subprocess.Popen([sys.executable, *orden], env=entorno, stderr=subprocess.DEVNULL))
        with distributed.Client(scheduler_file=str(nota), timeout=60) as cliente:
            cliente.wait_for_workers(1, timeout=60)
            direccion = cliente.scheduler.address
        plan = planear([corpus / "txt" / f"{m}.txt" for m in MUESTRAS[:2]])
        modo = Modo(PedidoMotor("dask", None, direccion))
        assert [h.linea for h in procesar_lote(plan, modo=modo)] == [h.linea for h in procesar_lote(plan)]
        assert len(json.loads(nota.read_text("utf-8"))) > 1
    finally:
        for programa in reversed(programas):
            programa.terminate()
            programa.wait(30)


def test_a_dask_no_se_le_pide_una_respuesta_que_no_esta(tmp_path: Path) -> None:
    """``Future.result`` may raise anything when its timeout runs out just as the answer comes: only one that is there is asked."""
    from extractor.lote.motor_dask import MotorDask, _Envio

    class Cliente:
        lista: bool
        avisar: Callable[[object], None]

        def submit(self, *_: object, **__: object) -> Cliente:
            return self

        def add_done_callback(self, hacer: Callable[[object], None]) -> None:
            self.avisar = hacer

        def result(self, timeout: float) -> str:
            assert self.lista and timeout > 1
            return "respuesta"

    escribir(tmp_path, a="x")
    motor = MotorDask.__new__(MotorDask)
    futuro = Cliente()
    futuro.lista = False
    motor._cliente, motor._repartido, motor._corrida, motor._dask = futuro, None, "", SimpleNamespace(KilledWorker=OSError)
    boleto = motor.enviar(planear([tmp_path / "a.txt"]).encargos[0])
    assert isinstance(boleto, _Envio) and motor.esperar(boleto, 0.01) is None
    futuro.lista = True
    futuro.avisar(futuro)
    assert motor.esperar(boleto, 0.01) == "respuesta"


def test_trabajadores_con_otra_version_se_rechazan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.lote.claves import Circunstancias
    from extractor.lote.motor_dask import MotorDask
    from extractor.lote.trabajador import Oficio

    class Cliente:
        def run(self, funcion: object) -> dict[str, tuple[str, str]]:
            return {"tcp://uno:1": ("1+a", "p"), "tcp://dos:2": ("1+b", "p")}

    motor = MotorDask.__new__(MotorDask)
    motor._cliente = Cliente()
    with pytest.raises(ErrorUso, match="tcp://dos:2") as error:
        motor._revisar(Oficio(cargar_ajustes(), Circunstancias("1+a", "p", "j")))
    assert "tcp://uno" not in str(error.value)
