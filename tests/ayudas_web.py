"""The review page as a person starts it: the command in a process of its own, and a browser that enters."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from extractor.almacen import abrir
from extractor.cli import main
from extractor.modelo.decision import Decision

SEGUNDOS = 60


def cargar(carpeta: Path, url: str | None = None) -> str:
    """The reports of the folder in a database beside it; its URL."""
    db = url or f"sqlite:///{carpeta.parent}/revision.db"
    assert main(["migrar", str(carpeta), "--db", db]) == 0
    return db


def decisiones(db: str) -> tuple[Decision, ...]:
    with abrir(db, crear=False) as deposito:
        return deposito.decisiones()


@contextmanager
def servido(db: str, origen: Path | None = None, antes: str = "") -> Iterator[str]:
    """The page over ``db`` on a free port; gives the address with its token, and stops it as a person does. ``antes``: what
    its process runs first."""
    programa = f"{antes}\nimport sys; from extractor.cli import main; sys.exit(main())"
    orden = [sys.executable, "-c", programa, "revisar", "--db", db, "--puerto", "0", "--no-abrir"]
    orden += ["--origen", str(origen)] if origen is not None else []
    entorno = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    proceso = subprocess.Popen(orden, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=entorno)
    try:
        assert proceso.stdout is not None
        leido = ""
        for linea in proceso.stdout:
            leido += linea
            hallada = re.search(r"http://127\.0\.0\.1:\d+/\?token=\S+", linea)
            if hallada:
                break
        else:
            raise AssertionError(leido + (proceso.stderr.read() if proceso.stderr else ""))
        yield hallada[0]
    finally:
        proceso.send_signal(signal.SIGINT)
        try:
            _, quejas = proceso.communicate(timeout=SEGUNDOS)
        except subprocess.TimeoutExpired:
            proceso.kill()
            raise
    assert "Traceback" not in quejas, quejas


def entrar(navegador: Any, url: str, quien: str = "Ana Rojas", **opciones: Any) -> Any:
    """A browser of its own on the page, past the question of who reviews; ``errores``: what it complained of, but for the
    answers that the page gives on purpose with an error status."""
    contexto = navegador.new_context(viewport={"width": 1400, "height": 850}, **opciones)
    contexto.add_init_script("window.alerta = () => { document.title = 'ENTRARON'; }")
    pagina = contexto.new_page()
    pagina.set_default_timeout(SEGUNDOS * 1000)
    pagina.errores = []
    pagina.on("pageerror", lambda e: pagina.errores.append(str(e)))
    pagina.on("console", lambda m: pagina.errores.append(m.text) if m.type == "error" and "Failed to load" not in m.text else None)
    pagina.on("dialog", lambda d: (pagina.errores.append(d.message), d.dismiss()))
    pagina.goto(url)
    pagina.fill("input[name=quien]", quien)
    pagina.click("button[type=submit]")
    pagina.wait_for_selector(".cola")
    return pagina
