"""Decisions as data: files read, what is in force, what is refused, which document they belong to."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from extractor.comun.decisiones import COLUMNAS, SIN_DECISIONES, Decisiones, a_csv, cargar
from extractor.comun.decisiones_claves import (
    ClaveMala,
    clave_canonica,
    clave_documento,
    clave_hallazgo,
    clave_lectura,
    clave_nombre,
    coordenadas,
)
from extractor.comun.decisiones_valores import valor_canonico
from extractor.errores import ErrorUso
from extractor.modelo.base import Origen
from extractor.modelo.decision import Decision

SHA, OTRO = "a" * 64, "b" * 64
CABEZA = "id,tipo,clave,valor,quien,cuando,porque,anula\n"


def una(identidad: str, tipo: str, clave: str, valor: str, anula: str | None = None, porque: str = "") -> Decision:
    return Decision.model_validate({
        "id": identidad, "tipo": tipo, "clave": clave, "valor": valor, "quien": "R. Soto", "cuando": "2026-03-04",
        "porque": porque, "anula": anula,
    })


def archivo(carpeta: Path, texto: str | bytes, nombre: str = "decisiones.csv") -> Path:
    ruta = carpeta / nombre
    ruta.write_bytes(texto if isinstance(texto, bytes) else texto.encode("utf-8"))
    return ruta


@pytest.mark.parametrize(("separador", "marca"), [(",", b""), (";", b""), (",", b"\xef\xbb\xbf"), (";", b"\xef\xbb\xbf")])
def test_se_lee_con_coma_o_punto_y_coma_y_con_marca_o_sin_ella(tmp_path: Path, separador: str, marca: bytes) -> None:
    filas = [list(COLUMNAS), ["d1", "nombre", "Región|Antofagsta", "02", "R. Soto", "2026-03-04", "", ""]]
    texto = "\r\n".join(separador.join(f) for f in filas) + "\r\n\r\n"
    leidas = cargar([archivo(tmp_path, marca + texto.encode())])
    assert [(d.id, d.clave, d.valor, d.anula) for d in leidas.vigentes] == [("d1", "region|antofagsta", "02", None)]


def test_lo_escrito_se_vuelve_a_leer_igual(tmp_path: Path) -> None:
    lugar = clave_lectura(SHA, "ponderacion", Origen(tabla=2, fila=3, columna=1, parrafo=0, texto="2S"))
    decisiones = (
        una("d1", "lectura", lugar, "25", porque='dice "25", se ve; en la copia'),
        una("d2", "nombre", "unidad|depto. social", "Departamento Social", porque="dos\nlíneas"),
        una("d3", "nombre", "", "", anula="d2"),
    )
    leidas = cargar([archivo(tmp_path, a_csv(decisiones))])
    assert leidas.todas == decisiones
    assert [d.id for d in leidas.vigentes] == ["d1"]
    assert leidas == Decisiones.de(reversed(decisiones)) == pickle.loads(pickle.dumps(leidas))
    assert leidas.huella() == Decisiones.de(decisiones).huella() != SIN_DECISIONES.huella()


def test_un_archivo_repetido_y_la_base_con_lo_mismo_no_estorban(tmp_path: Path) -> None:
    d = una("d1", "hallazgo", "0123456789abcdef", "descartado")
    ruta = archivo(tmp_path, a_csv([d]))
    assert cargar([ruta, ruta], [d]).todas == (d,)


@pytest.mark.parametrize(
    ("texto", "dice"),
    [
        ("id,tipo,clave\n", ":1: las columnas"),
        ("", "está vacío"),
        ("\n  \n", "está vacío"),
        (CABEZA + "d1,nombre,region|x,02,yo,2026-01-01,\n", ":2: la fila tiene 7 columnas"),
        (CABEZA + "\nd1,apodo,region|x,02,yo,2026-01-01,,\n", ":3: el tipo"),
        (CABEZA + "d1,nombre,comuna|x,02,yo,2026-01-01,,\n", "decisiones.csv:2: decisión «d1»: la clave de un nombre"),
        (CABEZA + "d1,nombre,region|x,Maule,yo,2026-01-01,,\n", ":2: decisión «d1»: el valor de una región"),
        (CABEZA + "d1,nombre,region|x,02,,2026-01-01,,\n", ":2: la decisión «d1» no dice quien"),
        (CABEZA + "d1,nombre,region|x,02,yo,ayer,,\n", ":2: «cuando» es una fecha"),
        (CABEZA + 'd1,nombre,"region|x\ny",02,yo,2026-01-01,,\nd2,hallazgo,zz,confirmado,yo,2026-01-01,,\n', ":4: decisión «d2»"),
        (CABEZA + "d1,nombre,region|x,02,yo,2026-01-01,,d9\n", "anula «d9», que no existe"),
        (CABEZA + "d1,nombre,region|x,02,yo,2026-01-01,,d1\n", "se anula a sí misma"),
        (
            CABEZA + "d1,nombre,region|x,02,yo,2026-01-01,,d2\nd2,nombre,region|x,03,yo,2026-01-01,,d1\n",
            "se anula a sí misma, directamente o por medio de otras",
        ),
        (
            CABEZA + "d1,nombre,region|x,02,yo,2026-01-01,,\nd2,hallazgo,0123456789abcdef,confirmado,yo,2026-01-01,,d1\n",
            ":3: la decisión «d2» anula «d1», que es de otro tipo",
        ),
    ],
)
def test_lo_que_no_se_admite_dice_archivo_y_linea(tmp_path: Path, texto: str, dice: str) -> None:
    with pytest.raises(ErrorUso) as error:
        cargar([archivo(tmp_path, texto)])
    assert dice in str(error.value) and "decisiones.csv" in str(error.value)


@pytest.mark.parametrize("crudo", ["región|á".encode("latin-1"), CABEZA.encode("utf-16")])
def test_otra_codificacion_se_dice(tmp_path: Path, crudo: bytes) -> None:
    with pytest.raises(ErrorUso, match="UTF-8"):
        cargar([archivo(tmp_path, crudo)])


def test_un_archivo_que_no_esta_o_es_carpeta_se_dice(tmp_path: Path) -> None:
    for ruta in (tmp_path / "no.csv", tmp_path):
        with pytest.raises(ErrorUso, match="no se pudo leer el archivo de decisiones"):
            cargar([ruta])


def test_dos_que_se_contradicen_se_rechazan_con_los_dos_nombres(tmp_path: Path) -> None:
    uno = archivo(tmp_path, a_csv([una("d1", "nombre", "region|la frontera", "09")]), "uno.csv")
    dos = archivo(tmp_path, a_csv([una("d2", "nombre", "Región| La FRONTERA.", "14")]), "dos.csv")
    with pytest.raises(ErrorUso) as error:
        cargar([uno, dos])
    assert all(parte in str(error.value) for parte in ("«d1»", "«d2»", "uno.csv:2", "dos.csv:2", "«09»", "«14»"))


def test_lo_mismo_dicho_dos_veces_o_en_otro_contexto_no_se_contradice() -> None:
    leidas = Decisiones.de([
        una("d1", "nombre", "region|la frontera", "09"),
        una("d2", "nombre", "region|la frontera", "09"),
        una("d3", "nombre", "region|la frontera|anio=2009", "14"),
    ])
    assert [d.id for d in leidas.vigentes] == ["d1", "d2", "d3"]


def test_un_hallazgo_con_su_documento_o_sin_el_es_el_mismo() -> None:
    huella = "0123456789abcdef"
    with pytest.raises(ErrorUso, match="se contradicen"):
        Decisiones.de([
            una("d1", "hallazgo", clave_hallazgo(huella), "confirmado"),
            una("d2", "hallazgo", clave_hallazgo(huella, SHA), "descartado"),
        ])


def test_un_id_con_dos_contenidos_se_rechaza() -> None:
    with pytest.raises(ErrorUso, match="el id «d1» está en dos decisiones distintas"):
        Decisiones.de([una("d1", "nombre", "region|x", "02"), una("d1", "nombre", "region|x", "03")])


def test_de_una_cadena_solo_la_ultima_rige() -> None:
    """The third does not bring the first back by annulling the second."""
    leidas = Decisiones.de([
        una("d1", "nombre", "region|x", "02"),
        una("d2", "nombre", "region|x", "03", anula="d1"),
        una("d3", "nombre", "region|x", "04", anula="d2"),
    ])
    assert [d.valor for d in leidas.vigentes] == ["04"]
    assert len(leidas.todas) == 3
    retirada = Decisiones.de([*leidas.todas, una("d4", "nombre", "", "", anula="d3")])
    assert retirada.vigentes == ()


def test_aplicables_son_los_nombres_y_lo_de_ese_documento() -> None:
    lugar = Origen(linea_inicio=5, inicio=0, fin=2, texto="x")
    decisiones = Decisiones.de([
        una("d1", "nombre", clave_nombre("persona", "Inés  Sóto", 2007, "SERNAM"), "Inés Soto"),
        una("d2", "lectura", clave_lectura(SHA, "meta", lugar), "x"),
        una("d3", "lectura", clave_lectura(OTRO, "meta", lugar), "x"),
        una("d4", "hallazgo", "0123456789abcdef", "descartado"),
        una("d5", "hallazgo", clave_hallazgo("1123456789abcdef", OTRO), "descartado"),
        una("d6", "documento", clave_documento(SHA, "anio"), "2008"),
        una("d7", "documento", clave_documento(OTRO, "anio"), "2008", anula=None),
    ])
    assert [d.id for d in decisiones.aplicables(SHA).vigentes] == ["d1", "d2", "d4", "d6"]
    assert decisiones.vigentes[0].clave == "persona|ines soto|anio=2007|servicio=sernam"
    mas = decisiones.con([una("d8", "documento", clave_documento(OTRO, "etapa"), "3")])
    assert mas.aplicables(SHA).huella() == decisiones.aplicables(SHA).huella()
    assert mas.aplicables(OTRO).huella() != decisiones.aplicables(OTRO).huella()
    assert decisiones.aplicables(SHA).aplicables(SHA) == decisiones.aplicables(SHA)


def test_un_lugar_se_escribe_de_una_sola_manera() -> None:
    partes = (Origen(pagina=1, caja=(1, 2, 3, 4.5), texto="a"), Origen(pagina=2, texto="b"))
    origen = Origen(pagina=1, texto="a b", partes=partes)
    assert coordenadas(origen) == '{"pagina":1,"partes":[{"caja":[1.0,2.0,3.0,4.5],"pagina":1},{"pagina":2}]}'
    pegado = '{"pagina": 1, "texto": "a b", "linea_fin": null, "partes": [{"pagina": 1, "caja": [1, 2, 3, 4.5], "texto": "a"}, {"pagina": 2}]}'
    assert clave_canonica("lectura", f"{SHA.upper()}| Meta |{pegado}") == clave_lectura(SHA, "meta", origen)
    assert valor_canonico("emparejamiento", "", pegado) == coordenadas(origen)


@pytest.mark.parametrize(
    ("tipo", "clave"),
    [
        ("lectura", f"{SHA}|meta"),
        ("lectura", "abc|meta|{}"),
        ("lectura", f"{SHA}|meta|{{}}"),
        ("lectura", f"{SHA}|meta|[1]"),
        ("lectura", f'{SHA}|meta|{{"renglon": 4}}'),
        ("lectura", f'{SHA}|celdas|{{"linea_inicio": 4}}'),
        ("lectura", f'{SHA}|meta|{{"texto": "solo"}}'),
        ("emparejamiento", f'{SHA}|meta|{{"linea_inicio": 4}}'),
        ("hallazgo", "17"),
        ("hallazgo", "x|0123456789abcdef"),
        ("documento", f"{SHA}|patron"),
        ("nombre", "region|"),
        ("nombre", "region|x|anio=siete"),
        ("nombre", "region|x|anio=2007|anio=2008"),
        ("nombre", "region|x|servicio="),
    ],
)
def test_claves_que_no_se_admiten(tipo: str, clave: str) -> None:
    with pytest.raises(ClaveMala):
        clave_canonica(tipo, clave)


@pytest.mark.parametrize(
    ("tipo", "clave", "valor", "queda"),
    [
        ("nombre", "region|x", "todas", "TODAS"),
        ("nombre", "region|x", "15, 01", "01;15"),
        ("nombre", "estado|x", "parcial; 12,5 %", "PARCIAL;12.5"),
        ("nombre", "estado|x", "cumple;narrado", "CUMPLE;narrado"),
        ("nombre", "unidad|x", "", ""),
        ("hallazgo", "x", " Descartado ", "descartado"),
        ("documento", f"{SHA}|anio", "2007", "2007"),
        ("lectura", "x", "", ""),
        ("emparejamiento", "x", "", ""),
    ],
)
def test_valores_en_su_forma(tipo: str, clave: str, valor: str, queda: str) -> None:
    assert valor_canonico(tipo, clave, valor) == queda


@pytest.mark.parametrize(
    ("tipo", "clave", "valor"),
    [
        ("nombre", "region|x", ""),
        ("nombre", "region|x", "2"),
        ("nombre", "estado|x", "BIEN"),
        ("nombre", "estado|x", "PARCIAL;50;60"),
        ("nombre", "estado|x", "PARCIAL;mucho"),
        ("nombre", "servicio|x", ""),
        ("hallazgo", "x", "sí"),
        ("documento", f"{SHA}|anio", "07"),
        ("documento", f"{SHA}|etapa", "tercera"),
        ("documento", f"{SHA}|region", ""),
        ("emparejamiento", "x", "la de abajo"),
    ],
)
def test_valores_que_no_se_admiten(tipo: str, clave: str, valor: str) -> None:
    with pytest.raises(ClaveMala):
        valor_canonico(tipo, clave, valor)


def test_los_ejemplos_del_manual_se_admiten(tmp_path: Path) -> None:
    manual = (Path(__file__).resolve().parent.parent / "docs" / "decisiones.md").read_text("utf-8")
    bloques = [parte.split("```")[0] for parte in manual.split("```csv\n")[1:]]
    vigentes = [[d.id for d in cargar([archivo(tmp_path, bloque)]).vigentes] for bloque in bloques]
    assert vigentes == [["d002", "d003", "d005"], ["p1", "p2", "p3", "p4"]]
