"""What persons decided, gathered from CSV files or a database: which decisions are in force, and for which document.

Decisions are only ever added. One names in ``anula`` the one it withdraws, for good: of a chain only the last is in force. A row
with neither ``clave`` nor ``valor`` only withdraws. Two in force about one thing that say different things are refused.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from extractor.comun.decisiones_claves import TIPOS, ClaveMala, clave_canonica, documento_de, tema
from extractor.comun.decisiones_valores import valor_canonico
from extractor.comun.huellas import huella
from extractor.comun.razones import razon
from extractor.errores import ErrorUso
from extractor.modelo.decision import Decision

COLUMNAS = ("id", "tipo", "clave", "valor", "quien", "cuando", "porque", "anula")
_EN_LA_BASE = "base de datos"


@dataclass(frozen=True, slots=True)
class Decisiones:
    """Sorted by id. ``todas`` as they were written (annulled ones too); ``vigentes`` those in force, in canonical form."""

    todas: tuple[Decision, ...] = ()
    vigentes: tuple[Decision, ...] = ()

    @staticmethod
    def de(decisiones: Iterable[Decision]) -> Decisiones:
        """Those of a database. Raises ErrorUso like ``cargar``."""
        return _reunir((d, _EN_LA_BASE) for d in decisiones)

    def con(self, otras: Iterable[Decision]) -> Decisiones:
        """These and others (a file's and a database's). Raises ErrorUso like ``cargar``."""
        return Decisiones.de((*self.todas, *otras))

    def huella(self) -> str:
        """Fingerprint of the decisions in force: two that are equal give the same answers."""
        return huella([[getattr(d, columna) for columna in COLUMNAS] for d in self.vigentes])

    def aplicables(self, sha256: str) -> Decisiones:
        """Those that may touch that document: all names, and what speaks of it. Annulled ones are left out."""
        propias = tuple(d for d in self.vigentes if documento_de(d.tipo, d.clave) in (None, sha256))
        return Decisiones(propias, propias)

    def de_tipo(self, tipo: str) -> tuple[Decision, ...]:
        """Those in force of one type."""
        return tuple(d for d in self.vigentes if d.tipo == tipo)


SIN_DECISIONES = Decisiones()


def cargar(rutas: Iterable[Path], ademas: Iterable[Decision] = ()) -> Decisiones:
    """The decisions of CSV files (columns ``COLUMNAS`` in any order, UTF-8, comma or semicolon), and ``ademas``, those of a
    database.

    Raises ErrorUso naming file and line for a file that cannot be read, a row that breaks the grammar, an id with two
    contents, ``anula`` of an unknown id, and two decisions in force that contradict each other.
    """
    leidas = [par for ruta in rutas for par in _leer(Path(ruta))]
    return _reunir([*leidas, *((d, _EN_LA_BASE) for d in ademas)])


def a_csv(decisiones: Iterable[Decision]) -> str:
    """Decisions as the text of such a file, in the order given; ``cargar`` reads back the same."""
    salida = io.StringIO()
    escritor = csv.writer(salida, lineterminator="\n")
    escritor.writerow(COLUMNAS)
    for decision in decisiones:
        escritor.writerow([getattr(decision, columna) or "" for columna in COLUMNAS])
    return salida.getvalue()


def _leer(ruta: Path) -> Iterator[tuple[Decision, str]]:
    """Each row as written, with "file:line"."""
    try:
        texto = ruta.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ErrorUso(f"el archivo de decisiones «{ruta}» no está en UTF-8; guárdelo como CSV UTF-8") from error
    except OSError as error:
        raise ErrorUso(f"no se pudo leer el archivo de decisiones «{ruta}» ({razon(error)})") from error
    encabezado = texto.lstrip().split("\n", 1)[0]
    lector = csv.reader(io.StringIO(texto, newline=""), delimiter=";" if encabezado.count(";") > encabezado.count(",") else ",")
    columnas: list[str] | None = None
    previa = 0
    try:
        for celdas in lector:
            linea, previa = previa + 1, lector.line_num
            if not any(c.strip() for c in celdas):
                continue
            donde = f"{ruta}:{linea}"
            if columnas is None:
                columnas = _columnas(celdas, donde)
                continue
            if len(celdas) != len(columnas):
                raise ErrorUso(f"{donde}: la fila tiene {len(celdas)} columnas y el encabezado {len(columnas)}")
            yield _decision(dict(zip(columnas, celdas, strict=True)), donde), donde
    except csv.Error as error:
        raise ErrorUso(f"{ruta}:{lector.line_num}: la línea no es de un archivo CSV ({error})") from error
    if columnas is None:
        raise ErrorUso(f"el archivo de decisiones «{ruta}» está vacío; su primera línea debe ser «{','.join(COLUMNAS)}»")


def _columnas(celdas: Sequence[str], donde: str) -> list[str]:
    nombres = [c.strip().lower() for c in celdas]
    if sorted(nombres) != sorted(COLUMNAS):
        raise ErrorUso(f"{donde}: las columnas deben ser exactamente «{','.join(COLUMNAS)}», y aquí dice «{','.join(celdas)}»")
    return nombres


def _decision(fila: dict[str, str], donde: str) -> Decision:
    datos = {columna: valor.strip() for columna, valor in fila.items()}
    if datos["tipo"] not in TIPOS:
        raise ErrorUso(f"{donde}: el tipo de una decisión es {', '.join(TIPOS)}, y aquí dice «{datos['tipo']}»")
    return Decision.model_validate({**datos, "anula": datos["anula"] or None})


def _reunir(pares: Iterable[tuple[Decision, str]]) -> Decisiones:
    """All of them in order with those in force picked. Raises ErrorUso."""
    por_id: dict[str, tuple[Decision, Decision, str]] = {}
    for escrita, donde in pares:
        canonica = _canonica(escrita, donde)
        previa = por_id.setdefault(escrita.id, (escrita, canonica, donde))
        if previa[1] != canonica:
            raise ErrorUso(f"el id «{escrita.id}» está en dos decisiones distintas: {previa[2]} y {donde}")
    orden = [por_id[i] for i in sorted(por_id)]
    anuladas = _anuladas({d.id: (d, donde) for _, d, donde in orden})
    vigentes = [(d, donde) for _, d, donde in orden if d.id not in anuladas and d.clave]
    _sin_contradiccion(vigentes)
    return Decisiones(tuple(escrita for escrita, _, _ in orden), tuple(d for d, _ in vigentes))


def _canonica(decision: Decision, donde: str) -> Decision:
    faltan = [c for c in ("id", "quien", "cuando") if not getattr(decision, c).strip()]
    if faltan:
        raise ErrorUso(f"{donde}: la decisión «{decision.id}» no dice {' ni '.join(faltan)}")
    try:
        datetime.fromisoformat(decision.cuando.strip())
    except ValueError as error:
        raise ErrorUso(f"{donde}: «cuando» es una fecha como 2026-05-31, y aquí dice «{decision.cuando}»") from error
    if decision.anula and not decision.clave.strip() and not decision.valor.strip():
        return decision.model_copy(update={"clave": "", "valor": ""})
    try:
        clave = clave_canonica(decision.tipo, decision.clave)
        valor = valor_canonico(decision.tipo, clave, decision.valor)
    except ClaveMala as error:
        raise ErrorUso(f"{donde}: decisión «{decision.id}»: {error}") from error
    return decision.model_copy(update={"clave": clave, "valor": valor, "anula": decision.anula or None})


def _anuladas(por_id: dict[str, tuple[Decision, str]]) -> set[str]:
    """Ids withdrawn. Raises ErrorUso for an unknown id, another type, and decisions that annul one another in a ring."""
    for decision, donde in por_id.values():
        if decision.anula is None:
            continue
        if decision.anula not in por_id:
            raise ErrorUso(f"{donde}: la decisión «{decision.id}» anula «{decision.anula}», que no existe")
        if por_id[decision.anula][0].tipo != decision.tipo:
            raise ErrorUso(f"{donde}: la decisión «{decision.id}» anula «{decision.anula}», que es de otro tipo")
        visto: set[str | None] = {decision.id}
        actual: str | None = decision.anula
        while actual in por_id and actual not in visto:
            visto.add(actual)
            actual = por_id[actual][0].anula
        if actual in visto:
            raise ErrorUso(f"{donde}: la decisión «{decision.id}» se anula a sí misma, directamente o por medio de otras")
    return {d.anula for d, _ in por_id.values() if d.anula is not None}


def _sin_contradiccion(vigentes: Sequence[tuple[Decision, str]]) -> None:
    dichas: dict[tuple[str, str], tuple[Decision, str]] = {}
    for decision, donde in vigentes:
        previa, antes = dichas.setdefault((decision.tipo, tema(decision.tipo, decision.clave)), (decision, donde))
        if previa.valor != decision.valor:
            raise ErrorUso(
                f"dos decisiones se contradicen sobre «{decision.clave}»: «{previa.id}» ({antes}) dice «{previa.valor}» y "
                f"«{decision.id}» ({donde}) dice «{decision.valor}»; anule una de ellas con la columna «anula»"
            )
