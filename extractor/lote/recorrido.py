"""Which documents the arguments name: folders walked recursively and sorted, every file left out named with its reason."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Literal

from extractor.errores import ErrorUso
from extractor.lote.fichas import NOMBRE, Archivado, Ficha, Fichero, interpretar, leer_fichero
from extractor.lote.fuentes import contenido, es_direccion, listar
from extractor.modelo.declarado import Declarado

Razon = Literal["oculto", "bloqueo", "no_es_informe", "ficha", "salida", "enlace", "especial", "ilegible"]

_DATOS = {".csv", ".tsv", ".json", ".jsonl", ".yaml", ".yml", ".toml", ".ini", ".cfg", ".parquet", ".db", ".sqlite", ".sqlite3"}
_DATOS |= {".db-wal", ".db-shm", ".db-journal", ".parcial"}
_PROGRAMAS = {".py", ".pyc", ".ipynb", ".sh", ".bat", ".ps1", ".js", ".css", ".exe", ".dll", ".lnk", ".log", ".md", ".rst"}
NO_SON_INFORMES = frozenset(_DATOS | _PROGRAMAS)
"""Extensions of data, code and settings. Any other file is tried, with or without a known extension: old reports lost
theirs, and a reader that cannot read one says so."""


@dataclass(frozen=True, slots=True)
class Encargo:
    """One document to read. ``ruta_relativa`` is what the outputs show: relative to the argument, "/", NFC.

    ``url``: the address of one that is not on this machine; then ``ruta`` is only its name, and ``tamano`` its bytes, if
    its place tells.
    """

    ruta: Path
    ruta_relativa: str
    declarado: Declarado = field(default_factory=Declarado)
    archivado: Archivado = field(default_factory=Archivado)
    url: str | None = None
    tamano: int | None = None

    @property
    def lugar(self) -> str:
        """Where it is, in full: two runs from different folders name one file alike."""
        return self.url or ruta_visible(str(self.ruta.absolute()))


@dataclass(frozen=True, slots=True)
class Omitido:
    ruta: str
    razon: Razon


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run will read, what it leaves out, and sentences a person should see before it starts."""

    encargos: tuple[Encargo, ...]
    omitidos: tuple[Omitido, ...] = ()
    avisos: tuple[str, ...] = ()

    @property
    def ilegibles(self) -> tuple[Omitido, ...]:
        """Folders that could not be opened: documents may be inside, so the run is not complete."""
        return tuple(omitido for omitido in self.omitidos if omitido.razon == "ilegible")


def planear(argumentos: Sequence[Path | str], declarado: Declarado | None = None, excluir: Sequence[Path] = ()) -> Plan:
    """The plan for ``argumentos`` (paths, or addresses such as s3://...), in their order, each folder sorted by path.

    ``declarado`` (options of the command) wins over ``documentos.csv``, and the csv nearest to a file over the ones of
    the folders above it. ``excluir`` are folders where this run writes. Raises ErrorUso for a path that does not exist
    and for a ``documentos.csv`` that cannot be understood.
    """
    recorrido = _Recorrido(declarado or Declarado(), frozenset(carpeta.resolve() for carpeta in excluir))
    for pedido in argumentos:
        if isinstance(pedido, str) and es_direccion(pedido):
            recorrido.direccion(pedido)
            continue
        argumento = Path(pedido)
        if argumento.is_dir():
            recorrido.carpeta(argumento)
        elif argumento.is_file():
            recorrido.archivo(argumento)
        elif os.path.lexists(argumento):
            raise ErrorUso(f"«{argumento}» no es un archivo ni una carpeta que se pueda leer")
        else:
            raise ErrorUso(f"no existe «{argumento}»; revise cómo está escrita la ruta")
    encargos = _una_vez(recorrido.encargos)
    repetidos = len(recorrido.encargos) - len(encargos)
    if repetidos:
        cuantos = "1 archivo se indicó" if repetidos == 1 else f"{repetidos} archivos se indicaron"
        recorrido.avisos.append(f"{cuantos} más de una vez; cada uno se lee una sola")
    return Plan(tuple(encargos), tuple(recorrido.omitidos), tuple(recorrido.avisos))


def _una_vez(encargos: Sequence[Encargo]) -> list[Encargo]:
    """Without those that an earlier argument named already (a folder and a file of it): counted twice, every sum would be
    wrong. Copies in different places stay: that there are two is something to tell."""
    vistos: dict[str, Encargo] = {}
    for encargo in encargos:
        vistos.setdefault(encargo.url or os.path.abspath(encargo.ruta), encargo)  # noqa: PTH100 (resolve() would join links)
    return list(vistos.values())


def ruta_visible(ruta: str) -> str:
    """A relative path as outputs show it: "/" between folders, NFC, and always writable as UTF-8.

    File names of old archives may be bytes of Windows-1252, which Python hands over as lone surrogates.
    """
    texto = ruta.replace(os.sep, "/")
    try:
        texto.encode("utf-8")
    except UnicodeEncodeError:
        texto = os.fsencode(texto).decode("cp1252", errors="replace")
    return unicodedata.normalize("NFC", texto)


class _Recorrido:
    """The plan while it grows."""

    def __init__(self, declarado: Declarado, fuera: frozenset[Path]) -> None:
        self.declarado = declarado
        self.fuera = fuera
        self.encargos: list[Encargo] = []
        self.omitidos: list[Omitido] = []
        self.avisos: list[str] = []

    def archivo(self, ruta: Path) -> None:
        """A file named by the user is read whatever its name; the ``documentos.csv`` beside it applies."""
        fichero = leer_fichero(ruta.parent)
        ficha = fichero.de(ruta)[1] if fichero else None
        self.encargos.append(_encargo(ruta, ruta_visible(ruta.name), [ficha] if ficha else [], self.declarado))

    def direccion(self, url: str) -> None:
        """What is at an address, by the rules of a folder."""
        es_carpeta, lejanos = listar(url)
        ficheros: list[tuple[Fichero, set[str]]] = []
        for lejano in lejanos:
            if PurePosixPath(lejano.relativa).name == NOMBRE:
                base = Path(lejano.relativa).parent
                ficheros.append((interpretar(contenido(lejano.url), lejano.url, base), set()))
        ficheros.sort(key=lambda par: par[0].carpeta.parts)
        for lejano in lejanos:
            ruta = Path(lejano.relativa)
            razon = _razon_lejana(lejano.relativa) if es_carpeta else None
            if razon is not None:
                self.omitidos.append(Omitido(ruta_visible(lejano.relativa), razon))
                continue
            encargo = _encargo(ruta, ruta_visible(lejano.relativa), _fichas(ruta, ficheros), self.declarado)
            self.encargos.append(replace(encargo, url=lejano.url, tamano=lejano.tamano))
        self._sin_usar(ficheros)

    def carpeta(self, raiz: Path) -> None:
        hallados: list[tuple[str, Path, list[Ficha]]] = []
        omitidos: list[Omitido] = []
        ficheros: list[tuple[Fichero, set[str]]] = []

        def omitir(ruta: Path, razon: Razon) -> None:
            omitidos.append(Omitido(ruta_visible(os.path.relpath(ruta, raiz)), razon))

        def al_fallar(error: OSError) -> None:
            omitir(Path(os.fsdecode(error.filename)), "ilegible")

        for base, carpetas, archivos in os.walk(raiz, onerror=al_fallar):
            carpeta = Path(base)
            fichero = leer_fichero(carpeta)
            if fichero is not None:
                ficheros.append((fichero, set()))
            for entradas in (carpetas, archivos):
                for nombre in list(entradas):
                    razon = _razon(carpeta / nombre, self.fuera)
                    if razon is not None:
                        omitir(carpeta / nombre, razon)
                        entradas.remove(nombre)
            for nombre in archivos:
                ruta = carpeta / nombre
                hallados.append((ruta_visible(os.path.relpath(ruta, raiz)), ruta, _fichas(ruta, ficheros)))
        for visible, ruta, fichas in sorted(hallados, key=lambda hallado: hallado[0].split("/")):
            self.encargos.append(_encargo(ruta, visible, fichas, self.declarado))
        self.omitidos.extend(sorted(omitidos, key=lambda omitido: omitido.ruta.split("/")))
        self._sin_usar(sorted(ficheros, key=lambda par: par[0].carpeta.parts))

    def _sin_usar(self, ficheros: Sequence[tuple[Fichero, set[str]]]) -> None:
        for fichero, usadas in ficheros:
            for clave in sorted(set(fichero.fichas) - usadas):
                linea = fichero.fichas[clave].linea
                self.avisos.append(f"{fichero.carpeta / NOMBRE}:{linea}: no hay ningún informe «{clave}»")


def _razon(ruta: Path, fuera: frozenset[Path]) -> Razon | None:
    """Why an entry of a folder is left out, or None when it is to be read or entered."""
    nombre = ruta.name
    if nombre.startswith("~$") or nombre.startswith(".~lock."):
        return "bloqueo"
    if nombre.startswith("."):
        return "oculto"
    if ruta.is_dir():
        if ruta.is_symlink():
            return "enlace"
        return "salida" if fuera and ruta.resolve() in fuera else None
    if nombre == NOMBRE:
        return "ficha"
    if ruta.suffix.lower() in NO_SON_INFORMES:
        return "no_es_informe"
    if not ruta.is_file():
        return "enlace" if ruta.is_symlink() else "especial"
    return None


def _razon_lejana(relativa: str) -> Razon | None:
    """The same for a file at an address, where nothing tells links or special files apart."""
    *carpetas, nombre = relativa.split("/")
    if nombre.startswith("~$") or nombre.startswith(".~lock."):
        return "bloqueo"
    if any(parte.startswith(".") for parte in (*carpetas, nombre)):
        return "oculto"
    if nombre == NOMBRE:
        return "ficha"
    return "no_es_informe" if PurePosixPath(nombre).suffix.lower() in NO_SON_INFORMES else None


def _fichas(ruta: Path, ficheros: list[tuple[Fichero, set[str]]]) -> list[Ficha]:
    """The records that speak of ``ruta``, the farthest first; marks them as used."""
    encontradas = []
    for fichero, usadas in ficheros:
        if fichero.carpeta in ruta.parents:
            clave, ficha = fichero.de(ruta)
            if ficha is not None:
                usadas.add(clave)
                encontradas.append(ficha)
    return encontradas


def _encargo(ruta: Path, visible: str, fichas: Sequence[Ficha], declarado: Declarado) -> Encargo:
    sumado, archivado = Declarado(), Archivado()
    for ficha in fichas:
        sumado = sumado.con(ficha.declarado)
        archivado = Archivado(
            ficha.archivado.fondo or archivado.fondo,
            ficha.archivado.serie or archivado.serie,
            ficha.archivado.caja or archivado.caja,
        )
    return Encargo(ruta, visible, sumado.con(declarado), archivado)
