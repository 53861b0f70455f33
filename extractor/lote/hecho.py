"""One document done, as the run hands it to whoever writes: records, JSON line and counts, each made when asked for."""

from __future__ import annotations

from extractor.lote.recorrido import Encargo
from extractor.lote.resultado import Resultado
from extractor.modelo.clave import ClaveLectura
from extractor.modelo.conjunto import Paquete
from extractor.modelo.informe import Informe
from extractor.salidas.consola import Balance


class Hecho:
    """``encargo`` and either an ``informe`` or the ``resultado`` of a worker or of the cache.

    ``traza`` is the traceback when the failure is the program's and not the file's; ``clave`` what the result was made of,
    None when the content could not be read or nobody asked; ``de_cache`` whether it was read in an earlier run.
    """

    __slots__ = ("_informe", "_resultado", "clave", "de_cache", "encargo", "traza")

    def __init__(
        self,
        encargo: Encargo,
        informe: Informe | None = None,
        traza: str | None = None,
        *,
        resultado: Resultado | None = None,
        clave: ClaveLectura | None = None,
        de_cache: bool = False,
    ) -> None:
        if informe is None and resultado is None:
            raise ValueError("un documento hecho necesita su informe o su resultado")
        self.encargo = encargo
        self.traza = traza
        self.clave = clave
        self.de_cache = de_cache
        self._informe = informe
        self._resultado = resultado

    @property
    def informe(self) -> Informe:
        """The records. Made at the first use and kept."""
        if self._informe is None and self._resultado is not None:
            self._informe = self._resultado.informe(self.encargo.ruta_relativa)
        assert self._informe is not None
        return self._informe

    @property
    def resultado(self) -> Resultado:
        """The same as bytes and counts."""
        if self._resultado is None:
            self._resultado = Resultado.de(self.informe)
        return self._resultado

    @property
    def linea(self) -> str:
        """The JSON line, without its line end."""
        if self._resultado is not None:
            return self._resultado.linea(self.encargo.ruta_relativa).decode("utf-8")
        return self.informe.model_dump_json()

    @property
    def estado(self) -> str:
        return self._resultado.estado if self._resultado is not None else self.informe.documento.estado

    @property
    def sha256(self) -> str:
        return self._resultado.sha256 if self._resultado is not None else self.informe.documento.sha256

    @property
    def paquete(self) -> Paquete:
        """What comparing it with other documents needs."""
        return self.resultado.paquete

    def sumar_a(self, balance: Balance) -> None:
        """Adds its counts to those of the run."""
        if self._resultado is not None:
            self._resultado.sumar_a(balance, self.encargo.ruta_relativa)
        else:
            balance.sumar(self.informe)
