"""One document per worker under limits: whatever it does, it alone fails, with its code, and the rest are read."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest
from ayudas_lote import procesar_seguro
from ayudas_trabajador import segun_el_texto

from extractor.comun import plataforma
from extractor.comun.ajustes import Ajustes, cargar_ajustes
from extractor.errores import ErrorPatron, ErrorUso
from extractor.lote import Hecho, planear
from extractor.lote.seguro import sin_procesos

SOLO_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="this limit exists only on Linux")


def con_limites(**cambios: int) -> Ajustes:
    base = cargar_ajustes()
    return base.model_copy(update={"limites": base.limites.model_copy(update=cambios)})


def leer(carpeta: Path, trabajadores: int = 2, ajustes: Ajustes | None = None, **archivos: str) -> list[Hecho]:
    for nombre, orden in archivos.items():
        (carpeta / f"{nombre}.txt").write_text(orden, "utf-8")
    return list(procesar_seguro(planear([carpeta]).encargos, trabajadores, ajustes or cargar_ajustes(), segun_el_texto))


def aplanar(hechos: list[Hecho]) -> list[tuple[str, str, list[str]]]:
    return [(h.encargo.ruta_relativa, h.informe.documento.estado, [x.codigo for x in h.informe.hallazgos]) for h in hechos]


def vivo(pid: int) -> bool:
    """Whether the process runs; one that ended and was not yet collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def esperar(condicion: object, segundos: float = 15) -> bool:
    limite = time.monotonic() + segundos
    while time.monotonic() < limite:
        if condicion():  # type: ignore[operator]
            return True
        time.sleep(0.05)
    return False


def test_lo_que_hace_un_documento_no_alcanza_a_los_demas(tmp_path: Path) -> None:
    hechos = leer(
        tmp_path, 2, con_limites(segundos=2, segundos_por_mb=0),
        a="bien", b="cuelga", c="segmento", d="bien", e="sale", f="falla", g="protegido", h="hondo", i="bien",
    )  # fmt: skip
    assert aplanar(hechos) == [
        ("a.txt", "ok", []),
        ("b.txt", "fallido", ["LIMITE_EXCEDIDO"]),
        ("c.txt", "fallido", ["DOCUMENTO_ILEGIBLE"]),
        ("d.txt", "ok", []),
        ("e.txt", "fallido", ["DOCUMENTO_ILEGIBLE"]),
        ("f.txt", "fallido", ["DOCUMENTO_ILEGIBLE"]),
        ("g.txt", "fallido", ["DOCUMENTO_PROTEGIDO"]),
        ("h.txt", "fallido", ["LIMITE_EXCEDIDO"]),
        ("i.txt", "ok", []),
    ]
    assert [h.traza is not None for h in hechos] == [False] * 5 + [True] + [False] * 3
    assert "ZeroDivisionError" in (hechos[5].traza or "")


def test_la_frase_nombra_archivo_limite_y_que_hacer(tmp_path: Path) -> None:
    (hecho,) = leer(tmp_path, 1, con_limites(segundos=1, segundos_por_mb=0), a="cuelga")
    (hallazgo,) = hecho.informe.hallazgos
    assert hallazgo.mensaje.startswith("«a.txt»: ")
    for parte in ("1 segundos", "«segundos»", "--ajustes"):
        assert parte in hallazgo.mensaje
    assert hecho.informe.documento.motivo in hallazgo.mensaje
    assert hecho.informe.documento.bytes == len("cuelga")


@SOLO_LINUX
def test_memoria_sobre_el_limite(tmp_path: Path) -> None:
    hechos = leer(tmp_path, 1, con_limites(memoria_mb=300), a="acapara 100", b="acapara 600", c="acapara 100")
    assert aplanar(hechos) == [("a.txt", "ok", []), ("b.txt", "fallido", ["LIMITE_EXCEDIDO"]), ("c.txt", "ok", [])]
    assert "«memoria_mb»" in str(hechos[1].informe.documento.motivo)


@SOLO_LINUX
def test_proceso_terminado_por_el_sistema(tmp_path: Path) -> None:
    assert aplanar(leer(tmp_path, 1, None, a="sin_memoria", b="bien")) == [
        ("a.txt", "fallido", ["LIMITE_EXCEDIDO"]),
        ("b.txt", "ok", []),
    ]


def test_archivo_mas_grande_que_el_limite_no_se_abre(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as archivo:
        archivo.truncate(3 * 1024 * 1024)
    (hecho,) = leer(tmp_path, 1, con_limites(tamano_mb=2))
    assert aplanar([hecho]) == [("a.txt", "fallido", ["LIMITE_EXCEDIDO"])]
    assert hecho.informe.documento.bytes == 3 * 1024 * 1024


def test_archivo_borrado_antes_de_leerse(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", "utf-8")
    encargos = planear([tmp_path]).encargos
    (tmp_path / "a.txt").unlink()
    (hecho,) = procesar_seguro(encargos, 1)
    assert aplanar([hecho]) == [("a.txt", "fallido", ["DOCUMENTO_ILEGIBLE"])]


def test_orden_de_las_rutas_aunque_terminen_antes_otras(tmp_path: Path) -> None:
    hechos = leer(tmp_path, 2, None, a="lento 0.6", b="bien", c="bien", d="lento 0.3", e="bien")
    assert [h.encargo.ruta_relativa for h in hechos] == ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]


def test_los_procesos_se_reutilizan_y_se_reemplazan(tmp_path: Path) -> None:
    nombres = {f"a{i:02}": "quien" for i in range(12)}
    quienes = {h.informe.documento.nombre.split()[1] for h in leer(tmp_path, 1, None, **nombres)}
    assert len(quienes) == 1 and str(os.getpid()) not in quienes
    base = cargar_ajustes()
    de_a_tres = base.model_copy(update={"procesos": base.procesos.model_copy(update={"documentos": 3})})
    assert len({h.informe.documento.nombre.split()[1] for h in leer(tmp_path, 1, de_a_tres, **nombres)}) == 4


def test_los_ajustes_y_el_entorno_llegan_al_proceso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACTOR_PRUEBA", "uno")
    hechos = leer(tmp_path, 1, con_limites(paginas=7), a="paginas", b="variable EXTRACTOR_PRUEBA")
    assert [h.informe.documento.nombre for h in hechos] == ["a.txt 7", "b.txt uno"]
    monkeypatch.setenv("EXTRACTOR_PRUEBA", "dos")
    assert leer(tmp_path, 1)[1].informe.documento.nombre == "b.txt dos"


def test_un_patron_malformado_detiene_con_su_error(tmp_path: Path) -> None:
    with pytest.raises(ErrorPatron) as error:
        leer(tmp_path, 2, None, a="bien", b="patron")
    assert (str(error.value), error.value.linea) == ("x.yaml:7: clave desconocida «rolle»", 7)


def test_cantidad_de_trabajadores_imposible(tmp_path: Path) -> None:
    with pytest.raises(ErrorUso):
        leer(tmp_path, 0, None, a="bien")


def test_sin_documentos_no_se_crea_nada() -> None:
    assert list(procesar_seguro([])) == []


@SOLO_LINUX
def test_cerrar_a_medias_termina_los_procesos_y_lo_que_abrieron(tmp_path: Path) -> None:
    nota = tmp_path / "hijo.pid"
    (tmp_path / "a.txt").write_text("bien", "utf-8")
    (tmp_path / "b.txt").write_text(f"cuelga_con_hijo {nota}", "utf-8")
    lectura = procesar_seguro(planear([tmp_path / "a.txt", tmp_path / "b.txt"]).encargos, 1, None, segun_el_texto)
    next(lectura)
    assert esperar(lambda: nota.is_file() and nota.read_text("ascii"))
    lectura.close()  # type: ignore[attr-defined]
    assert esperar(lambda: not vivo(int(nota.read_text("ascii"))))


@SOLO_LINUX
def test_pasado_el_tiempo_termina_tambien_el_programa_que_abrio(tmp_path: Path) -> None:
    nota = tmp_path / "hijo.pid"
    hechos = leer(tmp_path, 1, con_limites(segundos=2, segundos_por_mb=0), a=f"cuelga_con_hijo {nota}")
    assert aplanar(hechos)[0] == ("a.txt", "fallido", ["LIMITE_EXCEDIDO"])
    assert not vivo(int(nota.read_text("ascii")))


GUION = """
import sys
from pathlib import Path
from ayudas_trabajador import segun_el_texto
import extractor.cli.corrida as corrida
from extractor.comun.ajustes import ajustes
from extractor.lote.motor import Taller
from extractor.lote.ventana import en_orden

def leer(plan, modo):
    taller = Taller(modo.motor, ajustes(), plan.encargos, procesador=segun_el_texto)
    yield from en_orden(plan.encargos, taller, interruptor=modo.interruptor)

if __name__ == "__main__":
    corrida.procesar_lote = leer
    from extractor.cli import main
    sys.exit(main(sys.argv[1:]))
"""


def lanzar(tmp_path: Path, *args: str) -> subprocess.Popen[str]:
    """The command line in a process of its own, whose documents do what they say."""
    guion = tmp_path / "guion.py"
    guion.write_text(GUION, "utf-8")
    camino = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parent.parent)])
    return subprocess.Popen(
        [sys.executable, str(guion), *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": camino}, start_new_session=True,
    )  # fmt: skip


@SOLO_LINUX
@pytest.mark.parametrize("a_todos", [True, False])
def test_interrumpir_sale_con_130_y_no_deja_nada(tmp_path: Path, a_todos: bool) -> None:
    """A terminal interrupts the whole group; another program, only the one it started."""
    carpeta = tmp_path / "informes"
    carpeta.mkdir()
    nota = tmp_path / "trabajador.pid"
    (carpeta / "a.txt").write_text("bien", "utf-8")
    (carpeta / "b.txt").write_text(f"cuelga_con_nota {nota}", "utf-8")
    with lanzar(tmp_path, "extraer", str(carpeta)) as proceso:
        assert esperar(lambda: proceso.poll() is not None or (nota.is_file() and nota.read_text("ascii")), 30)
        assert proceso.poll() is None, proceso.communicate()
        (os.killpg if a_todos else os.kill)(proceso.pid, signal.SIGINT)
        salida, error = proceso.communicate(timeout=30)
    assert proceso.returncode == 130
    assert salida.count("\n") == 1 and '"ruta":"a.txt"' in salida.replace(": ", ":")
    assert error.startswith("Interrumpido.") and "repita la orden" in error and "Traceback" not in error
    assert esperar(lambda: not vivo(int(nota.read_text("ascii"))))


@SOLO_LINUX
def test_si_muere_el_programa_mueren_sus_procesos(tmp_path: Path) -> None:
    carpeta = tmp_path / "informes"
    carpeta.mkdir()
    (carpeta / "a.txt").write_text("lento 1.5", "utf-8")
    nota = tmp_path / "trabajador.pid"
    (carpeta / "b.txt").write_text(f"cuelga_con_nota {nota}", "utf-8")
    with lanzar(tmp_path, "extraer", str(carpeta), "--trabajadores", "2") as proceso:
        assert esperar(lambda: proceso.poll() is not None or (nota.is_file() and nota.read_text("ascii")), 30)
        assert proceso.poll() is None, proceso.communicate()
        proceso.kill()
        proceso.communicate(timeout=30)
    assert esperar(lambda: not vivo(int(nota.read_text("ascii"))))


@SOLO_LINUX
def test_memoria_plana_con_muchos_documentos(tmp_path: Path) -> None:
    """What waits to be handed over is bounded, so the process that runs the batch does not grow with it."""
    for i in range(400):
        (tmp_path / f"{i:03}.txt").write_text("bien", "utf-8")
    medidas = []
    for numero, _ in enumerate(procesar_seguro(planear([tmp_path]).encargos, 2, None, segun_el_texto)):
        if numero in (100, 399):
            medidas.append(plataforma.memoria_residente() or 0)
    assert len(medidas) == 2 and medidas[0] > 0
    assert medidas[1] - medidas[0] < 8 * 1024 * 1024


def test_por_los_procesos_sale_lo_mismo_que_sin_ellos(corpus: Path) -> None:
    from extractor.lote import procesar_lote
    from extractor.proceso import procesar

    plan = planear([corpus / "docx"])
    assert len(plan.encargos) > 5
    assert [h.informe for h in procesar_lote(plan, trabajadores=2)] == [h.informe for h in procesar_lote(plan, procesar)]


@pytest.mark.parametrize(("carpeta", "limite"), [("docx", "celdas"), ("pdf", "paginas")])
def test_celdas_y_paginas_sobre_el_limite(corpus: Path, carpeta: str, limite: str) -> None:
    plan = planear([next(iter(sorted((corpus / carpeta).glob("fosis_2007*"))))])
    (cabe,) = procesar_seguro(plan.encargos, 1)
    (hecho,) = procesar_seguro(plan.encargos, 1, con_limites(**{limite: 1}))
    assert cabe.informe.documento.estado != "fallido"
    assert [h.codigo for h in hecho.informe.hallazgos] == ["LIMITE_EXCEDIDO"]
    assert f"«{limite}»" in str(hecho.informe.documento.motivo)


def test_lo_que_se_aconseja_cuando_no_hay_procesos() -> None:
    orden, programa = ModuleType("__main__"), ModuleType("__main__")
    orden.__package__ = "extractor"
    programa.__file__ = "cargar_todo.py"
    assert "--trabajadores 1" in sin_procesos(2, orden) and "__main__" not in sin_procesos(2, orden)
    # with one worker there is nothing to ask less of
    assert "--trabajadores" not in sin_procesos(1, orden)
    assert "si la da un programa de Python" in sin_procesos(2, programa)
    instalada = ModuleType("__main__")
    instalada.__file__ = "/usr/bin/extractor"
    assert sin_procesos(2, instalada) == sin_procesos(2, orden)
