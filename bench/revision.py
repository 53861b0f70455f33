"""How long the review page takes: a report of 100 pages, and a queue of 50,000 findings.

    python bench/revision.py [--db URL]

The page runs as a person starts it, and is asked over the network of this machine; with Chromium and playwright at hand
the report is also opened in a browser, until it is drawn. ``--db``: an empty database for the queue (SQLite by default).
Ends with status 1 when a 100-page report takes more than a second after its first opening, or a page of the queue more
than half a second.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from auditoria import informe as informe_largo
from procesos import RAIZ, entorno, orden

PAGINAS, HALLAZGOS, POR_DOCUMENTO, DECIDIDOS = 100, 50_000, 500, 20_000
TOPE_DOCUMENTO, TOPE_COLA = 1.0, 0.5
VECES = 7


def pdf_largo(destino: Path) -> None:
    """A PDF of 100 pages: those of a sample, over and over."""
    import pypdfium2 as pdfium

    with pdfium.PdfDocument.new() as largo, pdfium.PdfDocument(RAIZ / "corpus_muestra/pdf/conaf_2007_etapa3.pdf") as muestra:
        while len(largo) < PAGINAS:
            largo.import_pages(muestra, list(range(min(len(muestra), PAGINAS - len(largo)))))
        largo.save(destino)


def muchos_hallazgos(url: str, molde: Path) -> None:
    """Loads copies of one report, each with as many findings as make 50,000 in all, and decides some of them."""
    from extractor.almacen import abrir
    from extractor.comun.huellas import huella
    from extractor.lote.carga import preparar_carga
    from extractor.modelo.decision import Decision
    from extractor.modelo.declarado import Declarado
    from extractor.modelo.hallazgo import GRAVEDADES
    from extractor.proceso import procesar

    leido = procesar(molde, molde.name, Declarado())
    with abrir(url) as deposito:
        preparar_carga(deposito)
        decisiones = []
        for numero in range(HALLAZGOS // POR_DOCUMENTO):
            sha = hashlib.sha256(str(numero).encode()).hexdigest()
            nombre = f"servicio_{numero:04}.txt"
            hallazgos = tuple(
                leido.hallazgos[n % len(leido.hallazgos)].model_copy(
                    update={"huella": huella(numero, n), "gravedad": GRAVEDADES[min(n % 7, 3)], "lugar": f"fila {n}"}
                )
                for n in range(POR_DOCUMENTO)
            )
            ficha = leido.documento.model_copy(update={"sha256": sha, "ruta": f"carpeta/{nombre}", "nombre": nombre})
            deposito.guardar(leido.model_copy(update={"documento": ficha, "hallazgos": hallazgos, "verificaciones": ()}))
            decisiones += [(sha, h.huella) for h in hallazgos]
        fijo = {"tipo": "hallazgo", "valor": "confirmado", "quien": "banco", "cuando": "2026-01-01", "porque": ""}
        claves = enumerate(f"{sha}|{propia}" for sha, propia in decisiones[:DECIDIDOS])
        deposito.agregar_decisiones(Decision.model_validate({"id": f"d{n}", "clave": clave, **fijo}) for n, clave in claves)


@contextmanager
def servido(url: str, origen: Path) -> Iterator[str]:
    """The address of the page, with its token."""
    ordenes = orden("revisar", "--db", url, "--origen", str(origen), "--puerto", "0", "--no-abrir")
    proceso = subprocess.Popen(ordenes, stdout=subprocess.PIPE, text=True, env=entorno())
    try:
        assert proceso.stdout is not None
        hallada = next(m for linea in proceso.stdout if (m := re.search(r"http://\S+token=\S+", linea)))
        yield hallada[0]
    finally:
        proceso.send_signal(signal.SIGINT)
        proceso.wait(60)


class Cliente:
    """A session of the page."""

    def __init__(self, direccion: str) -> None:
        import httpx

        base, _, token = direccion.partition("/?")
        self._http = httpx.Client(base_url=base, timeout=120)
        self._http.get(f"/?{token}")
        csrf = re.findall(r'name="csrf" value="([^"]+)"', self._http.get("/quien").text)[0]
        self._http.post("/quien", data={"csrf": csrf, "quien": "banco"})

    def pedir(self, ruta: str) -> tuple[float, str]:
        inicio = time.perf_counter()
        respuesta = self._http.get(ruta)
        assert respuesta.status_code == 200, (ruta, respuesta.status_code)
        return time.perf_counter() - inicio, respuesta.text


def medir(nombre: str, hacer: Callable[[], float]) -> float:
    """Prints the first time, the median of the next, which it returns, and the longest."""
    primera, otras = hacer(), [hacer() for _ in range(VECES)]
    mediana = statistics.median(otras)
    print(f"  {nombre:<46} primera {primera:6.3f} s   después {mediana:6.3f} s   la más larga {max(otras):6.3f} s", flush=True)
    return mediana


def en_navegador(direccion: str, rutas: dict[str, str]) -> float:
    """Opens each page in Chromium until its image or text is drawn. 0 when there is no Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("  sin Chromium: no se midió en el navegador")
        return 0.0
    sys.path.insert(0, str(RAIZ / "tests"))
    from navegador import chromium as abrir_chromium

    peor = 0.0
    with abrir_chromium(chromium) as navegador:
        pagina = navegador.new_context(viewport={"width": 1400, "height": 900}).new_page()
        pagina.goto(direccion)
        pagina.fill("input[name=quien]", "banco")
        pagina.click("button[type=submit]")
        for nombre, ruta in rutas.items():

            def abrir(ruta: str = ruta) -> float:
                inicio = time.perf_counter()
                pagina.goto(f"{direccion.partition('/?')[0]}{ruta}")
                pagina.wait_for_selector(".fuente .actual, .fuente .operando")
                return time.perf_counter() - inicio

            peor = max(peor, medir(f"{nombre}, en el navegador", abrir))
    return peor


def documentos_largos(carpeta: Path) -> float:
    informes = carpeta / "informes"
    informes.mkdir()
    pdf_largo(informes / "largo.pdf")
    texto, _ = informe_largo(6_000)
    (informes / "largo.txt").write_text(texto, encoding="utf-8")
    url = f"sqlite:///{carpeta}/largos.db"
    cargar = orden("migrar", str(informes), "--db", url, "--sin-cache")
    subprocess.run(cargar, env=entorno(), stdout=subprocess.DEVNULL, check=True)
    print(f"Informes de {PAGINAS} páginas (PDF, y texto de 6.000 líneas):")
    peor = 0.0
    with servido(url, informes) as direccion:
        cliente = Cliente(direccion)
        rutas = {}
        for nombre in ("largo.pdf", "largo.txt"):
            ident = hashlib.sha256((informes / nombre).read_bytes()).hexdigest()[:24]
            rutas[nombre] = f"/documento/{ident}"
            peor = max(peor, medir(f"{nombre}: la página entera", lambda r=rutas[nombre]: cliente.pedir(r)[0]))
            huella = re.findall(r'data-huella="([0-9a-f]{16})"', cliente.pedir(rutas[nombre])[1])[0]
            medir(f"{nombre}: el panel de otro hallazgo", lambda r=rutas[nombre], h=huella: cliente.pedir(f"{r}/panel?h={h}")[0])
        return max(peor, en_navegador(direccion, rutas))


def cola_larga(carpeta: Path, url: str) -> float:
    molde = RAIZ / "corpus_muestra/txt/conaf_2007_etapa3.txt"
    inicio = time.perf_counter()
    muchos_hallazgos(url, molde)
    print(f"{HALLAZGOS:,} hallazgos en {HALLAZGOS // POR_DOCUMENTO} documentos, {DECIDIDOS:,} decididos ".replace(",", ".")
          + f"({url.partition(':')[0]}; cargarlos tomó {time.perf_counter() - inicio:.0f} s):")  # fmt: skip
    peor = 0.0
    with servido(url, carpeta) as direccion:
        cliente = Cliente(direccion)
        _, primera = cliente.pedir("/?estado=")
        siguiente = re.findall(r'rel="next" href="([^"]+)"', primera)[0].replace("&amp;", "&")
        ultima = f"/?estado=&hasta=3.0.{'f' * 24}.999999999.{'f' * 24}"
        for nombre, ruta in {
            "todos": "/?estado=", "la segunda página": siguiente, "la última página": ultima, "sin revisar": "/?estado=pendiente",
            "confirmados": "/?estado=confirmado", "descartados (ninguno)": "/?estado=descartado",
            "avisos de un documento": "/?gravedad=aviso&estado=&documento=servicio_0123", "documentos": "/documentos",
            "el siguiente sin revisar": "/siguiente",
        }.items():  # fmt: skip
            if nombre != "el siguiente sin revisar":
                peor = max(peor, medir(nombre, lambda r=ruta: cliente.pedir(r)[0]))
    return peor


def main() -> int:
    opciones = argparse.ArgumentParser(description=__doc__)
    opciones.add_argument("--db", help="base vacía para la cola")
    dadas = opciones.parse_args()
    with tempfile.TemporaryDirectory(prefix="revision-") as nombre:
        carpeta = Path(nombre)
        documento = documentos_largos(carpeta)
        cola = cola_larga(carpeta, dadas.db or f"sqlite:///{carpeta}/cola.db")
    print(f"Documento: {documento:.2f} s (tope {TOPE_DOCUMENTO}); cola: {cola:.2f} s (tope {TOPE_COLA})")
    return 0 if documento <= TOPE_DOCUMENTO and cola <= TOPE_COLA else 1


if __name__ == "__main__":
    sys.exit(main())
