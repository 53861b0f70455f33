"""The database of migrated reports. SQLAlchemy is imported when a database is opened, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.almacen.deposito import Deposito

__all__ = ["URL_POR_OMISION", "abrir"]

URL_POR_OMISION = "sqlite:///informes.db"


def abrir(url: str = URL_POR_OMISION, *, crear: bool = True) -> Deposito:
    """The database at ``url`` (any SQLAlchemy URL), its tables created when ``crear``.

    Raises ErrorUso when the URL is none, its driver is not installed, it cannot be opened, it is not ours or it was
    written by another version of the schema.
    """
    from extractor.almacen.deposito import Deposito

    return Deposito(url, crear=crear)
