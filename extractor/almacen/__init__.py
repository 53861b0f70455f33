"""The database of migrated reports. SQLAlchemy is imported when a database is opened, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.almacen.deposito import Deposito
    from extractor.modelo.decision import Decision

__all__ = ["URL_POR_OMISION", "abrir", "decisiones_guardadas"]

URL_POR_OMISION = "sqlite:///informes.db"


def abrir(url: str = URL_POR_OMISION, *, crear: bool = True) -> Deposito:
    """The database at ``url`` (any SQLAlchemy URL), created when ``crear`` and brought to this version's schema.

    Raises ErrorUso when the URL is none, its driver is not installed, it cannot be opened, it is not ours, or it was made
    by a newer program or by the one before the schema had revisions.
    """
    from extractor.almacen.deposito import Deposito

    return Deposito(url, crear=crear)


def decisiones_guardadas(url: str) -> tuple[Decision, ...]:
    """The decisions in the database at ``url``; none, and nothing is created, when there is no such file yet.

    Raises ErrorUso like ``abrir``.
    """
    from extractor.almacen.conexion import archivo_ausente, leer_url
    from extractor.almacen.deposito import Deposito

    if archivo_ausente(leer_url(url)):
        return ()
    with Deposito(url) as deposito:
        return deposito.decisiones()
