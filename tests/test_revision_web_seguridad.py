"""The review page against who should not reach it, what a document may hold, and reviewers who decide at once."""

from __future__ import annotations

import io
import re
import socket
import threading
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest
from ayudas_revision import acumulada
from ayudas_web import cargar, decisiones, entrar, servido
from navegador import chromium
from test_revision_html import HOSTIL

from extractor.almacen import abrir
from extractor.cli import main
from extractor.errores import ErrorUso
from extractor.modelo.declarado import Declarado
from extractor.modelo.hallazgo import GRAVEDADES
from extractor.revision import cola, decidir, documentos
from extractor.revision.mesa import Mesa
from extractor.revision.origenes import Origenes, carpetas_de

PASO = "se miró"


@pytest.fixture(scope="module")
def navegador(programa: Callable[[str], str]) -> Iterator[Any]:
    with chromium(programa("chromium")) as abierto:
        yield abierto


@pytest.fixture(scope="module")
def carpeta(tmp_path_factory: pytest.TempPathFactory) -> Path:
    informes = tmp_path_factory.mktemp("web") / "informes"
    informes.mkdir()
    (informes / "a.txt").write_text(acumulada(tercero="90%", cierre="90%"), encoding="utf-8")
    (informes / "b.txt").write_text(acumulada(region="Atacama"), encoding="utf-8")
    return informes


@pytest.fixture(scope="module")
def direccion(carpeta: Path) -> Iterator[str]:
    with servido(cargar(carpeta), carpeta) as url:
        yield url


def _cliente(direccion: str, con_sesion: bool = True) -> httpx.Client:
    cliente = httpx.Client(base_url=direccion.partition("/?")[0], timeout=60)
    if con_sesion:
        assert cliente.get(f"/?{direccion.partition('/?')[2]}").status_code == 303
    return cliente


def _csrf(cliente: httpx.Client) -> str:
    return re.findall(r'name="csrf" value="([^"]+)"', cliente.get("/quien").text)[0]


@pytest.mark.parametrize("ruta", ["/", "/?token=otro", "/documentos", "/decisiones.csv", "/estatico/revisar.js", "/no-existe"])
def test_sin_la_direccion_completa_no_se_ve_nada(direccion: str, ruta: str) -> None:
    respuesta = _cliente(direccion, con_sesion=False).get(ruta)
    assert respuesta.status_code == 403 and "set-cookie" not in respuesta.headers and "<" not in respuesta.text


def test_la_sesion_y_las_cabeceras(direccion: str) -> None:
    cliente = _cliente(direccion, con_sesion=False)
    entrada = cliente.get(f"/?{direccion.partition('/?')[2]}")
    galleta = entrada.headers["set-cookie"]
    assert entrada.headers["location"] == "/" and "HttpOnly" in galleta and "SameSite=Strict" in galleta
    assert direccion.partition("token=")[2] not in galleta
    politica = cliente.get("/quien").headers["content-security-policy"]
    assert "default-src 'none'" in politica and "unsafe" not in politica and "frame-ancestors 'none'" in politica
    assert cliente.get("/quien").headers["cache-control"] == "no-store"
    for ruta in ("/docs", "/openapi.json", "/estatico/../servidor.py", "/estatico/%2e%2e/servidor.py", "/documento/..%2f..%2fetc"):
        assert cliente.get(ruta).status_code == 404, ruta


@pytest.mark.parametrize("anfitrion", ["malo.invalid", "malo.invalid:{puerto}", "127.0.0.1", "127.0.0.1:1", ""])
def test_otro_nombre_de_equipo_no_entra(direccion: str, anfitrion: str) -> None:
    """A name of somebody else's that was made to mean this machine (DNS rebinding)."""
    cliente = _cliente(direccion)
    puerto = cliente.base_url.port
    assert cliente.get("/quien", headers={"host": anfitrion.format(puerto=puerto)}).status_code in (400, 421)


def test_solo_escucha_en_este_equipo(direccion: str) -> None:
    puerto = httpx.URL(direccion).port
    assert puerto is not None
    with socket.socket() as enchufe, pytest.raises(ConnectionRefusedError):
        enchufe.connect(("127.0.0.2", puerto))


@pytest.mark.parametrize(
    ("cambio", "estado"),
    [
        ({"csrf": ""}, 403),
        ({"csrf": "otro"}, 403),
        ({"origin": "http://malo.invalid"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"content-type": "multipart/form-data; boundary=x"}, 415),
        ({"content-type": "text/plain"}, 415),
        ({"quien": "x" * 70_000}, 413),
        ({"quien": ""}, 400),
        ({}, 303),
    ],
)
def test_un_formulario_ajeno_no_vale(direccion: str, cambio: dict[str, str], estado: int) -> None:
    cliente = _cliente(direccion)
    campos = {"csrf": _csrf(cliente), "quien": "Ana Rojas"}
    campos |= {k: v for k, v in cambio.items() if k in campos}
    cabeceras = {k: v for k, v in cambio.items() if k not in campos}
    respuesta = cliente.post("/quien", data=campos, headers=cabeceras)
    assert respuesta.status_code == estado
    assert cliente.request("PUT", "/quien").status_code == 405


def test_un_formulario_que_miente_no_decide(direccion: str, carpeta: Path) -> None:
    cliente = _cliente(direccion)
    csrf = _csrf(cliente)
    documento = sha256((carpeta / "a.txt").read_bytes()).hexdigest()[:24]
    mios = {"csrf": csrf, "porque": "", "esperada": ""}
    cliente.post("/quien", data={"csrf": csrf, "quien": "Ana Rojas"})
    for campos in (
        {"que": "hallazgo", "h": "0" * 16, "valor": "confirmado"},
        {"que": "lectura", "tabla": "no", "fila": "0", "campo": "ponderacion", "valor": "1"},
        {"que": "lectura", "tabla": "t1", "fila": "0", "actividad": "1", "campo": "__class__", "valor": "1"},
        {"que": "par", "tabla": "t1", "fila": "0", "actividad": "1", "campo": "ponderacion", "valor": "7.7"},
        {"que": "nombre", "nombrado": "clave", "texto": "x", "valor": "09"},
        {"que": "documento", "campo": "ruta", "valor": "otra.txt"},
        {"que": "documento", "campo": "anio", "valor": "20O7"},
        {"que": "documento", "campo": "servicio", "valor": ""},
        {"que": "documento", "campo": "region", "valor": "Marte"},
        {"que": "otra"},
    ):
        respuesta = cliente.post(f"/documento/{documento}/decidir", data={**mios, **campos})
        assert respuesta.status_code == 400, campos
    assert cliente.get(f"/documento/{'0' * 24}").status_code == 404
    assert "Content-Disposition" not in cliente.get("/historia").headers and "Todavía no hay decisiones" in cliente.get("/historia").text


def test_un_documento_hostil_no_hace_nada(navegador: Any, tmp_path: Path) -> None:
    informes = tmp_path / "informes"
    informes.mkdir()
    texto = acumulada(region=f"BIO BIO {HOSTIL}", primera=f"{HOSTIL}<iframe src=javascript:alerta()></iframe><svg onload=alerta()>=1+1")
    (informes / '"><img src=x onerror=alerta()>{{7*7}}.txt').write_text(texto, encoding="utf-8")
    db = cargar(informes)
    with servido(db, informes) as url:
        hoja = entrar(navegador, url, "<script>alerta()</script>")
        base = url.partition("/?")[0]
        hoja.click(".renglon .abre")
        hoja.wait_for_selector("#panel .hallazgo")
        hoja.fill("#decidir textarea", '</textarea><script>alerta()</script>"><img src=x onerror=alerta()>')
        hoja.click("#confirmar")
        hoja.wait_for_selector("#decision")
        for ruta in ("/", "/?estado=&documento=%22%3E%3Cscript%3Ealerta()%3C/script%3E", "/documentos", "/nombres", "/pares", "/entre", "/historia"):
            hoja.goto(f"{base}{ruta}")
            assert not hoja.query_selector_all("iframe, object, embed, svg[onload], main script, main img"), ruta
            assert "ENTRARON" not in hoja.title() and "49" not in hoja.title()
        assert "<script>alerta()</script>" in hoja.inner_text(".historia")
        assert not hoja.errores
        # should anything ever get in, the policy stops it
        violada = hoja.evaluate(
            """() => new Promise((listo) => { addEventListener('securitypolicyviolation', (e) => listo(e.violatedDirective));
            const s = document.createElement('script'); s.textContent = 'alerta()'; document.body.append(s); setTimeout(() => listo('nada'), 2000); })"""
        )
        assert violada.startswith("script-src") and "ENTRARON" not in hoja.title()


def test_el_papel_de_trabajo_dice_quien_cuando_y_de_que(direccion: str, carpeta: Path) -> None:
    cliente = _cliente(direccion)
    cliente.post("/quien", data={"csrf": _csrf(cliente), "quien": "Berta Núñez"})
    suma = sha256((carpeta / "a.txt").read_bytes()).hexdigest()
    for formato in ("xlsx", "docx", "html"):
        for ruta in (f"/documento/{suma[:24]}/papel/{formato}", f"/papel/{formato}"):
            respuesta = cliente.get(ruta)
            assert respuesta.status_code == 200, ruta
            assert re.search(rf'attachment; filename="papel_[\w.-]+_\d{{4}}-\d\d-\d\d\.{formato}"', respuesta.headers["content-disposition"])
            texto = respuesta.text if formato == "html" else _texto(respuesta.content)
            assert "Berta Núñez" in texto and suma[:16] in texto, ruta
    assert cliente.get(f"/documento/{suma[:24]}/papel/exe").status_code == 404


def _texto(datos: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(datos)) as libro:
        return "\n".join(libro.read(n).decode("utf-8") for n in libro.namelist() if n.endswith(".xml"))


def _mesa(db: str, carpeta: Path) -> Mesa:
    return Mesa(abrir(db, crear=False), Origenes((carpeta.resolve(),)))


def test_muchos_revisores_no_se_pisan(base: str, carpeta: Path) -> None:
    """Each thinks nobody decided yet: one is kept, the others are told. On SQLite and on PostgreSQL."""
    cargar(carpeta, base)
    mesas = [_mesa(base, carpeta) for _ in range(6)]
    documento = sha256((carpeta / "a.txt").read_bytes()).hexdigest()[:24]
    resultados: list[str] = []
    barrera = threading.Barrier(len(mesas))

    def revisar(mesa: Mesa, numero: int) -> None:
        abierto = mesa.abrir(documento)
        assert abierto is not None
        que = decidir.de_hallazgo(abierto.informe, abierto.detalles[0].huella, "confirmado" if numero % 2 else "descartado")
        barrera.wait()
        try:
            decidir.agregar(mesa, que, decidir.Autoria(f"revisor {numero}", PASO, ""))
            resultados.append(que[2])
        except decidir.Conflicto as choque:
            assert choque.vigente is not None

    hilos = [threading.Thread(target=revisar, args=(mesa, numero)) for numero, mesa in enumerate(mesas)]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join()
    for mesa in mesas:
        mesa.deposito.cerrar()
    assert resultados and len(set(resultados)) == 1
    assert {d.valor for d in decisiones(base)} == set(resultados)


def test_las_paginas_de_la_cola_no_saltan_ni_repiten(base: str, carpeta: Path) -> None:
    cargar(carpeta, base)
    mesa = _mesa(base, carpeta)
    documento = sha256((carpeta / "a.txt").read_bytes()).hexdigest()[:24]
    abierto = mesa.abrir(documento)
    assert abierto is not None
    huella = abierto.detalles[0].huella
    decidir.agregar(mesa, decidir.de_hallazgo(abierto.informe, huella, "descartado"), decidir.Autoria("Ana", PASO, ""))
    with mesa.deposito.leyendo() as conexion:
        entera = cola.pagina(conexion, cola.Filtro()).renglones
        assert len(entera) >= 2 and [r.gravedad for r in entera] == sorted((r.gravedad for r in entera), key=GRAVEDADES.index)
        una_a_una, llave = [], ""
        while True:
            pagina = cola.pagina(conexion, cola.Filtro(), llave, cuantos=1)
            una_a_una += pagina.renglones
            if pagina.siguiente is None:
                break
            llave = pagina.siguiente
        assert tuple(una_a_una) == entera
        atras = [r for n in range(len(entera) - 1, 0, -1) for r in cola.pagina(conexion, cola.Filtro(), entera[n].llave, True, 1).renglones]
        assert atras == list(reversed(entera[:-1]))
        assert [r.huella for r in cola.pagina(conexion, cola.Filtro(estado="descartado")).renglones] == [huella]
        assert huella not in {r.huella for r in cola.pagina(conexion, cola.Filtro(estado=cola.PENDIENTE)).renglones}
        suyos = cola.pagina(conexion, cola.Filtro(documento="A.TXT conserva")).renglones
        assert suyos == () or {r.documento for r in suyos} == {documento}
        assert {r.documento for r in cola.pagina(conexion, cola.Filtro(documento="a.txt 2007")).renglones} == {documento}
        cuentas = cola.cuentas(conexion, cola.Filtro())
        assert sum(c["todos"] for c in cuentas.values()) == len(entera) and sum(c["descartados"] for c in cuentas.values()) == 1
        avances, _ = documentos.avances(conexion)
        assert [(a.ruta, a.revisados) for a in avances] == [("a.txt", 1), ("b.txt", 0)]
    mesa.deposito.cerrar()


def test_los_archivos_se_buscan_solo_donde_se_dijo(tmp_path: Path) -> None:
    origen, fuera = tmp_path / "origen", tmp_path / "fuera.txt"
    (origen / "sub").mkdir(parents=True)
    fuera.write_text("secreto", encoding="utf-8")
    (origen / "enlace.txt").symlink_to(fuera)
    (origen / "sub" / "año.txt").write_text("propio", encoding="utf-8")
    (origen / "documentos.csv").write_text("ruta,servicio,anio\nsub/año.txt,conaf,2008\n", encoding="utf-8")
    secreto, propio = sha256(b"secreto").hexdigest(), sha256(b"propio").hexdigest()
    lugares = Origenes((origen,), Declarado(anio=2009))
    for ruta in ("../fuera.txt", "sub/../../fuera.txt", str(fuera), "enlace.txt", ""):
        assert lugares.buscar(secreto, [ruta]) is None, ruta
    hallado = lugares.buscar(propio, ["no.txt", "sub/año.txt"])
    assert hallado is not None and hallado.datos == b"propio" and hallado.declarado == Declarado(servicio="conaf", anio=2009)
    assert lugares.buscar(secreto, ["sub/año.txt"]) is None
    assert carpetas_de([], origen, ["migrar sub", "migrar ../", "migrar /etc"])[-1] == (origen / "sub").resolve()
    with pytest.raises(ErrorUso, match="no existe la carpeta"):
        carpetas_de([tmp_path / "nada"], None, [])


def test_mal_uso(tmp_path: Path, carpeta: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["revisar", "--db", f"sqlite:///{tmp_path}/nada.db", "--no-abrir"]) == 3
    assert "no existe la base de datos" in capsys.readouterr().err
    db = cargar(carpeta, f"sqlite:///{tmp_path}/si.db")
    with socket.socket() as ocupado:
        ocupado.bind(("127.0.0.1", 0))
        ocupado.listen()
        assert main(["revisar", "--db", db, "--no-abrir", "--puerto", str(ocupado.getsockname()[1])]) == 3
    assert "está ocupado" in capsys.readouterr().err
