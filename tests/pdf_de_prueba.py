"""Small PDFs written by hand for the tests: text, strokes and pages, with no program and no library."""

from __future__ import annotations

import zlib


class Hoja:
    """A page under construction; coordinates are points from the top left, as the reader gives them back."""

    def __init__(self, ancho: float = 600, alto: float = 800, giro: int = 0) -> None:
        self.ancho, self.alto, self.giro = ancho, alto, giro
        self.partes: list[str] = []
        self.imagenes: list[tuple[int, int, bytes]] = []

    def texto(self, x: float, y: float, texto: str, tamano: float = 10, modo: int = 0) -> Hoja:
        """``texto`` with its foot at ``y``. The type is Courier: every letter is 0.6 of the size wide. ``modo``: 3 paints none."""
        limpio = texto.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        self.partes.append(f"BT {modo} Tr /F1 {tamano} Tf {x} {self.alto - y} Td ({limpio}) Tj ET")
        return self

    def fondo(self, ancho: int, alto: int, grises: bytes) -> Hoja:
        """A picture over the whole page, of so many pixels."""
        self.partes.append(f"q {self.ancho} 0 0 {self.alto} 0 0 cm /I{len(self.imagenes)} Do Q")
        self.imagenes.append((ancho, alto, grises))
        return self

    def lineas(self, x: float, y: float, textos: list[str], paso: float = 12) -> Hoja:
        for numero, texto in enumerate(textos):
            self.texto(x, y + numero * paso, texto)
        return self

    def parado(self, x: float, y: float, texto: str) -> Hoja:
        """Text that goes up the page from (x, y)."""
        self.partes.append(f"BT /F1 10 Tf 0 1 -1 0 {x} {self.alto - y} Tm ({texto}) Tj ET")
        return self

    def raya(self, x0: float, y0: float, x1: float, y1: float) -> Hoja:
        self.partes.append(f"{x0} {self.alto - y0} m {x1} {self.alto - y1} l S")
        return self

    def rejilla(self, xs: list[float], ys: list[float]) -> Hoja:
        for x in xs:
            self.raya(x, ys[0], x, ys[-1])
        for y in ys:
            self.raya(xs[0], y, xs[-1], y)
        return self


def pdf(*hojas: Hoja, extra: str = "") -> bytes:
    """The file's bytes. ``extra`` goes into the trailer."""
    objetos = ["<< /Type /Catalog /Pages 2 0 R >>"]
    hijos = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(hojas)))
    objetos.append(f"<< /Type /Pages /Kids [{hijos}] /Count {len(hojas)} >>")
    objetos.append("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
    crudos = [o.encode("cp1252") for o in objetos]
    dibujos = [(n, m, imagen) for n, hoja in enumerate(hojas) for m, imagen in enumerate(hoja.imagenes)]
    for numero, hoja in enumerate(hojas):
        propios = "".join(f"/I{m} {4 + 2 * len(hojas) + k} 0 R " for k, (n, m, _) in enumerate(dibujos) if n == numero)
        crudos.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {hoja.ancho} {hoja.alto}] /Rotate {hoja.giro} "
            f"/Resources << /Font << /F1 3 0 R >> /XObject << {propios}>> >> /Contents {5 + 2 * numero} 0 R >>".encode()
        )
        contenido = zlib.compress("\n".join(hoja.partes).encode("cp1252"))
        crudos.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(contenido), contenido))
    for _, _, (ancho, alto, grises) in dibujos:
        hecho = zlib.compress(grises)
        datos = f"/Width {ancho} /Height {alto} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length {len(hecho)}"
        crudos.append(f"<< /Type /XObject /Subtype /Image {datos} >>\nstream\n".encode() + hecho + b"\nendstream")
    salida, lugares = bytearray(b"%PDF-1.4\n"), []
    for numero, crudo in enumerate(crudos, start=1):
        lugares.append(len(salida))
        salida += b"%d 0 obj\n%s\nendobj\n" % (numero, crudo)
    indice = len(salida)
    salida += b"xref\n0 %d\n0000000000 65535 f \n" % (len(crudos) + 1)
    salida += b"".join(b"%010d 00000 n \n" % lugar for lugar in lugares)
    salida += f"trailer << /Size {len(crudos) + 1} /Root 1 0 R {extra} >>\nstartxref\n{indice}\n%%EOF".encode()
    return bytes(salida)
