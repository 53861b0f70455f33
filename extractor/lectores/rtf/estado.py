"""What an RTF reader remembers: per group its destination and character state, per flow the paragraph being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.lectores.arbol import Linea, Nodo
from extractor.lectores.imagenes import es_grande
from extractor.lectores.rotulos import vineta
from extractor.lectores.rtf.tablas import Definicion, Niveles

_TWIPS_POR_CM = 567
_UNIONES = ("clmgf", "clmrg", "clvmgf", "clvmrg")


@dataclass(slots=True)
class Grupo:
    """The state that a group inherits and its end gives back.

    ``destino``: "texto", "rotulo", "fuentes", "info" or "mudo"; ``callado``: nothing inside is read. ``salto``: how many
    characters stand for a Unicode one for readers that know none (``\\uc``).
    """

    destino: str = "texto"
    callado: bool = False
    clave: str = ""
    salto: int = 1
    fuente: int | None = None
    borrado: bool = False
    oculto: bool = False
    en_tabla: bool = False
    hondura: int = 0
    estilo: str | None = None
    fila_interior: bool = False
    abre: str = ""
    tachado: bool = False

    def copia(self) -> Grupo:
        """The state a group that opens here starts with."""
        return Grupo(
            self.destino, self.callado, self.clave, self.salto, self.fuente, self.borrado, self.oculto, self.en_tabla,
            self.hondura, self.estilo, self.fila_interior, tachado=self.tachado,
        )  # fmt: skip


@dataclass(slots=True)
class Flujo:
    """A run of text of its own: the body, a note, a text box, a page's head or foot (``membrete``). Its tables, and the paragraph
    being gathered."""

    niveles: Niveles = field(default_factory=Niveles)
    definiciones: dict[int, Definicion] = field(default_factory=dict)
    en_fila: bool = False
    hondura_interior: int = 2
    texto: list[str] = field(default_factory=list)
    rotulo: list[str] = field(default_factory=list)
    dibujos: list[Nodo] = field(default_factory=list)
    final: bool = False
    unidas: int = 0
    tachados: int = 0
    membrete: bool = False
    imagenes: int = 0
    medidas: dict[str, int] = field(default_factory=dict)

    def hondura(self, grupo: Grupo) -> int:
        """How many tables the paragraph stands in. Some writers leave out ``\\intbl`` within a row they opened."""
        if grupo.hondura > 0:
            return grupo.hondura
        return 1 if grupo.en_tabla or self.en_fila else 0

    def cerrar_parrafo(self, grupo: Grupo, hondura: int | None = None) -> None:
        """The paragraph ends here and goes where it stands."""
        rotulo = "".join(self.rotulo).strip()
        if rotulo and not any(c.isalnum() for c in rotulo):
            rotulo = vineta(rotulo)
        linea = Linea("".join(self.texto), grupo.estilo, rotulo, self.dibujos, tachados=self.tachados, imagenes=self.imagenes)
        self.texto, self.rotulo, self.dibujos, self.tachados, self.imagenes = [], [], [], 0, 0
        donde = self.hondura(grupo) if hondura is None else hondura
        self.niveles.poner(linea, donde)
        for _ in range(self.unidas):
            self.niveles.poner(Linea("", unida=True), donde)
        self.unidas = 0

    def medir_imagen(self, palabra: str, numero: int | None) -> None:
        """A word of a picture, which says its size in twips, after the per cent it is shown at; both copies of one (old and new)
        count as one."""
        if palabra.startswith("pic"):
            self.medidas[palabra] = numero or 0
        if palabra == "pichgoal":
            lados = ("picwgoal", "picscalex"), ("pichgoal", "picscaley")
            ancho, alto = (
                self.medidas.get(largo, 0) * (self.medidas.get(por_ciento) or 100) / 100 for largo, por_ciento in lados
            )
            if es_grande(ancho / _TWIPS_POR_CM, alto / _TWIPS_POR_CM):
                self.imagenes = 1
            self.medidas.clear()

    def definir(self, palabra: str, numero: int | None, hondura: int) -> None:
        """A word of the definition of the rows at this depth; any other word says nothing."""
        if palabra == "trowd":
            self.definiciones[hondura] = Definicion()
            self.en_fila = self.en_fila or hondura == 1
            return
        definicion = self.definiciones.get(hondura)
        if definicion is None:
            return
        if palabra == "cellx":
            definicion.cerrar_celda(numero or 0)
        elif palabra in _UNIONES:
            definicion.pendientes.add(palabra)
        elif palabra == "trleft":
            definicion.izquierda = numero or 0
        elif palabra == "irow":
            definicion.primera = numero == 0

    def cerrar_fila(self, grupo: Grupo, hondura: int) -> None:
        """The row at this depth ends here."""
        if self.pendiente:
            self.cerrar_parrafo(grupo, hondura)
        self.niveles.cerrar_fila(hondura, self.definiciones.get(hondura) or Definicion())
        if hondura == 1:
            self.en_fila = False

    @property
    def pendiente(self) -> bool:
        """Whether something of a paragraph was gathered."""
        return bool(self.dibujos or self.imagenes) or any(t.strip() for t in self.texto)

    def cerrar(self, grupo: Grupo) -> list[Nodo]:
        """Everything read in this flow."""
        if self.pendiente:
            self.cerrar_parrafo(grupo)
        return self.niveles.cerrar()
