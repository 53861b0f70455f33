"""What is known across documents: one compact summary each, and what comparing the summaries gives (``conjunto/1``).

A summary holds no text beyond what tells one commitment from another, so that thousands of documents fit in memory and
in a database column. It is JSON both ways: ``Resumen.model_dump_json`` and ``Resumen.model_validate_json``.
"""

from __future__ import annotations

import zlib
from decimal import Decimal
from typing import Literal, NamedTuple

from pydantic import Field

from extractor.modelo.base import Origen, Registro
from extractor.modelo.documento import Formato
from extractor.modelo.hallazgo import Hallazgo, Lugar, Motivo, Resultado
from extractor.modelo.informe import EstadoDocumento, TipoDocumento
from extractor.modelo.tabla import Programa, TipoTabla
from extractor.modelo.valores import Alcance, Division


class LugarFuente(NamedTuple):
    """An ``Origen`` without what a summary does not need; ``texto`` is that of its first contiguous place."""

    pagina: int | None
    caja: tuple[float, float, float, float] | None
    linea_inicio: int | None
    linea_fin: int | None
    tabla: int | None
    fila: int | None
    columna: int | None
    parrafo: int | None
    inicio: int | None
    fin: int | None
    texto: str

    @property
    def origen(self) -> Origen:
        return Origen(**self._asdict())


class PartidaResumida(NamedTuple):
    """One weighted item: where it stands (``fila``, ``actividad``), its folded text cut to what tells it apart, its figures
    as canonical text, and its state (percentage, else verdict, else ""). ``recalculada``: what it earned by itself.
    ``segura``: neither figure nor pairing was doubtful. ``lugar``: where its weight stands, else the item itself."""

    fila: int
    actividad: int | None
    texto: str
    peso: str | None
    ganada: str | None
    estado: str
    recalculada: str | None
    segura: bool
    lugar: LugarFuente
    lugar_ganada: LugarFuente | None
    lugar_estado: LugarFuente | None

    @property
    def valor(self) -> Decimal | None:
        """The weight as a number."""
        return None if self.peso is None else Decimal(self.peso)


class GradoResumido(NamedTuple):
    """The grade of one section of an evaluation: whose region, which number, what it says, and the section's id."""

    codigos: tuple[str, ...]
    numero: str
    grado: str
    seccion: str


class TablaResumida(Registro):
    """A table that weighs something. ``numero`` is its place among the document's tables, from 1.

    ``minimo``: the earned weight from which the programme is valid, under the regime's ``umbral`` (per cent);
    ``condicional``: that threshold is only supposed. ``ganado``: what was earned, recomputed, as an interval. ``alcanza``
    and ``alcanza_informado``: against ``minimo``, as recomputed and as reported; None where it cannot be told.
    ``servicio``: the service's verdict printed below (``servicio_dicho`` once understood) and whether the document by
    itself was enough to check it (``servicio_resuelto``).
    """

    id: str
    numero: int
    tipo: TipoTabla
    programa: Programa | None
    etapa: int | None
    alcance: Alcance
    codigos: tuple[str, ...]
    division: Division
    region_segura: bool
    region_texto: str | None
    regimen: str | None
    umbral: str | None
    condicional: bool
    norma_servicio: str | None
    minimo: str | None
    ganado: tuple[str, str] | None
    informado: str | None
    pesos: str | None
    alcanza: bool | None
    alcanza_informado: bool | None
    servicio: str | None
    servicio_dicho: bool | None
    servicio_resuelto: bool
    partidas: tuple[PartidaResumida, ...]
    lugar: LugarFuente


class ServicioResumido(Registro):
    """Whose report it is. ``clave`` tells two bodies apart that share a code (one Gobierno Regional per region);
    ``nacional``: it may have files of several regions."""

    clave: str
    codigo: str | None
    nombre: str
    nacional: bool


class Resumen(Registro):
    """All that comparing documents needs of one.

    ``regiones``: stage (as text; "" if unknown) -> codes of the regions its tables and chapters speak of; a table of all of
    them gives all. ``huella_texto`` stands for the whole text and whose, when and where it is of; ``boceto`` (the smallest
    hashes of its runs of words) for the text alone, which ``palabras`` counts; ``huella_datos`` for service, year, places,
    figures, states and grades, of which there are ``datos``.
    """

    esquema: Literal["resumen/1"] = Field(default="resumen/1")
    sha256: str
    ruta: str
    nombre: str
    formato: Formato | None
    escaneado: bool
    estado: EstadoDocumento
    tipo: TipoDocumento
    anio: int | None
    etapas: tuple[int, ...]
    servicio: ServicioResumido | None
    modificado: str | None
    division: Division
    regiones: dict[str, tuple[str, ...]]
    tablas: tuple[TablaResumida, ...]
    grados: tuple[GradoResumido, ...]
    huella_texto: str
    huella_datos: str
    datos: int
    palabras: int
    boceto: tuple[int, ...]


class Paquete(NamedTuple):
    """A summary packed to travel between processes, rest in a cache or wait in memory: some 2 kB whatever the document.

    ``datos``: its JSON, compressed, without the path, which belongs to the run and not to the content. The rest is what
    documents are grouped by, so that nobody unpacks it for that.
    """

    sha256: str
    servicio: str
    huella_texto: str
    palabras: int
    datos: bytes

    @staticmethod
    def de(resumen: Resumen) -> Paquete:
        sin_ruta = resumen.model_copy(update={"ruta": "", "nombre": ""})
        datos = zlib.compress(sin_ruta.model_dump_json().encode("utf-8"))
        clave = resumen.servicio.clave if resumen.servicio is not None else ""
        return Paquete(resumen.sha256, clave, resumen.huella_texto, resumen.palabras, datos)

    def resumen(self, ruta: str) -> Resumen:
        """The summary of the document found at ``ruta``. Raises ValueError for damaged bytes."""
        try:
            leido = Resumen.model_validate_json(zlib.decompress(self.datos))
        except zlib.error as error:
            raise ValueError(str(error)) from error
        return leido.model_copy(update={"ruta": ruta, "nombre": ruta.rsplit("/", 1)[-1]})


class LugarConjunto(Lugar):
    """A place in one of several documents."""

    documento: str


class HallazgoConjunto(Hallazgo):
    """A finding about several documents. ``tabla``, ``fila``, ``actividad`` and ``origen`` are null: each place is in
    ``lugares`` with its document."""

    documentos: tuple[str, ...]
    lugares: tuple[LugarConjunto, ...]


class VerificacionConjunto(Registro):
    """One comparison made between documents; ``hallazgo``: the finding it became. A pair of texts that is not sure is
    NO_VERIFICABLE and never a finding."""

    regla: str
    documentos: tuple[str, ...]
    resultado: Resultado
    lugares: tuple[LugarConjunto, ...]
    informado: str | None
    recalculado: str | None
    formula: str
    motivo: Motivo | None
    hallazgo: str | None


class RegionDelServicio(Registro):
    """What one region's programme reached. ``alcanza`` is None when it cannot be told or its files disagree."""

    codigo: str
    nombre: str
    ganado: tuple[str, str] | None
    minimo: str | None
    alcanza: bool | None
    documentos: tuple[str, ...]


class VeredictoServicio(Registro):
    """The verdict of a service's programme put together from the files of its regions. ``veredicto`` is None when what is
    missing could change it."""

    servicio: str
    nombre: str
    anio: int
    etapa: int | None
    programa: Programa | None
    regimen: str | None
    umbral: str | None
    condicional: bool
    regiones: tuple[RegionDelServicio, ...]
    faltan: tuple[str, ...]
    informado: tuple[str, ...]
    veredicto: Literal["CUMPLE", "NO_CUMPLE"] | None


class Conjunto(Registro):
    """The last line of a run over several documents."""

    esquema: Literal["conjunto/1"] = Field(default="conjunto/1")
    documentos: tuple[str, ...]
    hallazgos: tuple[HallazgoConjunto, ...]
    verificaciones: tuple[VerificacionConjunto, ...]
    veredictos: tuple[VeredictoServicio, ...]
