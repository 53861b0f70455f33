"""Text as Word reports gave it: a cell opens with a new line and a tab, its paragraphs are parted by a blank line.

Nothing marks the end of a row; where ``fin_de_fila`` is on a blank line stands there, which an empty paragraph at the
end of any cell leaves too, so it decides nothing.
"""

from __future__ import annotations

from .descripcion import Muestra, Tabla

NOTA = "\ufffd"
"""What the conversion left of a footnote mark."""


def escribir(muestra: Muestra) -> bytes:
    """The file's bytes in the encoding and line ends its ``estilo`` asks for."""
    partes: list[str] = []
    for bloque in muestra.bloques:
        if isinstance(bloque, Tabla):
            partes.append(_tabla(bloque, muestra.estilo.get("fin_de_fila", True)))
        else:
            partes.append(_texto(bloque) + "\n\n")
    partes += [f"{NOTA} {nota}\n\n" for nota in muestra.notas_pie]
    texto = "".join(partes)
    if muestra.estilo.get("retorno") == "crlf":
        texto = texto.replace("\n", "\r\n")
    codificacion = muestra.estilo.get("codificacion", "utf-8")
    if codificacion == "utf-16":  # Python's own "utf-16" depends on the machine
        return b"\xff\xfe" + texto.encode("utf-16-le")
    return texto.encode(codificacion)


def _texto(crudo: str) -> str:
    return crudo.replace("‖", " ").replace("[nota]", NOTA)


def _tabla(tabla: Tabla, fin_de_fila: bool) -> str:
    lineas: list[str] = []
    for fila in tabla.filas:
        for celda in fila.celdas:
            if celda == "<":
                continue  # covered by the cell to its left
            lineas.append("\t" + ("" if celda == "^" else _celda(celda)) + "\n")
        if fin_de_fila:
            lineas.append("\n")
    return "".join(lineas) + "\n\n"


def _celda(celda: str) -> str:
    return "\n\n".join("\n".join(" ".join(linea.split()) for linea in parrafo.split("↵")) for parrafo in _texto(celda).split("¶"))
