"""The damage that bench/fuzz.py does to a file: bytes flipped, pieces cut, repeated, swapped or blanked, numbers made absurd,
elements of XML taken away or put inside themselves, streams of a PDF damaged before they are compressed again."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib


def danar(datos: bytes, azar: random.Random) -> bytes:
    """``datos`` with one to three kinds of damage; of a zipped document, half the times inside one of its parts."""
    if datos.startswith(b"PK") and azar.random() < 0.7:
        return _danar_parte(datos, azar)
    if datos.startswith(b"%PDF") and azar.random() < 0.5:
        return _danar_flujo(datos, azar)
    roto = bytearray(datos)
    danos = (*(_elemento,) * 4, *DANOS) if b"<html" in datos[:2000].lower() else DANOS
    for _ in range(azar.randint(1, 3)):
        azar.choice(danos)(roto, azar)
    return bytes(roto)


def _danar_parte(datos: bytes, azar: random.Random) -> bytes:
    salida = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(datos)) as viejo, zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as nuevo:
        nombres = sorted(viejo.namelist())
        pesos = [8 if "document" in n or "content" in n or "sheet" in n else 1 for n in nombres]
        elegido = azar.choices(nombres, pesos)[0]
        for nombre in nombres:
            parte = bytearray(viejo.read(nombre))
            if nombre == elegido:
                azar.choice((*(_elemento,) * 12, _cifra, *DANOS))(parte, azar)
            # a fixed date: with the present one the same case would differ from one second to the next
            nuevo.writestr(zipfile.ZipInfo(nombre, (2007, 12, 31, 0, 0, 0)), bytes(parte), zipfile.ZIP_DEFLATED)
    return salida.getvalue()


def _danar_flujo(datos: bytes, azar: random.Random) -> bytes:
    """A PDF with what one of its compressed streams holds damaged."""
    flujos = [hallado.span(1) for hallado in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", datos, re.DOTALL)]
    azar.shuffle(flujos)
    for desde, hasta in flujos:
        try:
            roto = bytearray(zlib.decompress(datos[desde:hasta]))
        except zlib.error:
            continue
        azar.choice(DANOS)(roto, azar)
        return datos[:desde] + zlib.compress(bytes(roto)) + datos[hasta:]
    return datos


def _elemento(roto: bytearray, azar: random.Random) -> None:
    """A whole element of XML taken away, repeated, put inside itself or moved: the part stays well formed."""
    texto = bytes(roto)
    abren = [hallado.span() for hallado in re.finditer(rb"<[a-zA-Z][^<>]*[^/<>]>", texto)]
    if not abren:
        return
    desde, abierto = azar.choice(abren)
    nombre = re.escape(re.split(rb"[\s>]", texto[desde + 1 : abierto])[0])
    hondo, hasta = 0, -1
    for hallado in re.finditer(rb"<(/?)" + nombre + rb"(?=[\s>/])[^<>]*?(/?)>", texto[desde:]):
        hondo += 0 if hallado[2] else -1 if hallado[1] else 1
        if hondo == 0:
            hasta = desde + hallado.end()
            break
    if hasta < 0:
        return
    pieza = texto[desde:hasta]
    interior, cierre = texto[abierto : texto.rfind(b"</", abierto, hasta)], texto[texto.rfind(b"</", abierto, hasta) : hasta]
    veces = azar.choice((2, 3, 40, 300))
    otro = azar.choice(abren)[0]
    cambios = {
        "quitar": lambda: texto[:desde] + texto[hasta:],
        "repetir": lambda: texto[:desde] + pieza * min(veces, 1 + 200_000 // len(pieza)) + texto[hasta:],
        "anidar": lambda: texto[:desde] + texto[desde:abierto] * veces + interior + cierre * veces + texto[hasta:],
        "vaciar": lambda: texto[:abierto] + cierre + texto[hasta:],
        "mover": lambda: texto[:otro] + pieza + texto[otro:],
    }
    roto[:] = cambios[azar.choice(list(cambios))]()


def _trozo(roto: bytearray, azar: random.Random, maximo: int = 2000) -> tuple[int, int]:
    desde = azar.randrange(max(1, len(roto)))
    return desde, desde + azar.randint(1, maximo)


def _voltear(roto: bytearray, azar: random.Random) -> None:
    for _ in range(azar.choice((1, 1, 2, 5, 20))):
        if roto:
            roto[azar.randrange(len(roto))] ^= azar.randint(1, 255)


def _numero(roto: bytearray, azar: random.Random) -> None:
    """A count or an offset of binary formats, made absurd."""
    desde = azar.randrange(max(1, len(roto) - 4)) & ~1
    roto[desde : desde + 4] = azar.choice((b"\xff" * 4, b"\x00" * 4, b"\xff\xff\xff\x7f", b"\x01\x00\x00\x00"))


def _cifra(roto: bytearray, azar: random.Random) -> None:
    """A number of text formats, made absurd."""
    lugares = [i for i in range(len(roto)) if 48 <= roto[i] <= 57] if len(roto) < 300_000 else []
    if lugares:
        lugar = azar.choice(lugares)
        roto[lugar : lugar + 1] = azar.choice((b"999999999", b"-1", b"0", b"1e9", b"4294967296"))


def _cortar_fin(roto: bytearray, azar: random.Random) -> None:
    del roto[azar.randrange(max(1, len(roto))) :]


def _cortar(roto: bytearray, azar: random.Random) -> None:
    desde, hasta = _trozo(roto, azar)
    del roto[desde:hasta]


def _repetir(roto: bytearray, azar: random.Random) -> None:
    desde, hasta = _trozo(roto, azar)
    donde = azar.randrange(len(roto) + 1)
    roto[donde:donde] = roto[desde:hasta] * azar.choice((1, 1, 2, 50))


def _cambiar(roto: bytearray, azar: random.Random) -> None:
    (a, b), (c, d) = sorted((_trozo(roto, azar), _trozo(roto, azar)))
    if b <= c:
        roto[a:d] = roto[c:d] + roto[b:c] + roto[a:b]


def _borrar(roto: bytearray, azar: random.Random) -> None:
    desde, hasta = _trozo(roto, azar)
    hasta = min(hasta, len(roto))
    roto[desde:hasta] = bytes([azar.choice((0, 255, 32))]) * (hasta - desde)


DANOS = (_voltear, _voltear, _numero, _cifra, _cortar_fin, _cortar, _repetir, _cambiar, _borrar)
