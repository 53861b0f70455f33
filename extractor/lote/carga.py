"""A document done, put into the database; a failure of ours while storing it does not stop the rest."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from extractor.comun.decisiones import Decisiones
from extractor.errores import ErrorExtractor, ErrorLectura
from extractor.lote.fallidos import fallido, motivo_de_falla
from extractor.lote.trabajo import Hecho

if TYPE_CHECKING:
    from extractor.almacen.catalogos import FichaRegla
    from extractor.almacen.deposito import Deposito
    from extractor.modelo.informe import Informe


def preparar_carga(deposito: Deposito) -> None:
    """Brings the catalogues of the database to the installed patterns and rules."""
    deposito.sincronizar_catalogos(fichas_de_reglas())


def cargar(hecho: Hecho, deposito: Deposito, corrida: str | None = None) -> Hecho:
    """Stores ``hecho`` and returns it; if its rows cannot be stored, records it as failed and returns that.

    What the database already holds is not written again, nor are its records made. Raises ErrorExtractor when the database
    itself fails (full disk, lost connection): then no other document fits either.
    """
    encargo, archivado = hecho.encargo, hecho.encargo.archivado
    if hecho.clave is not None and hecho.estado != "fallido" and deposito.al_dia(
        hecho.clave, encargo.ruta_relativa, fondo=archivado.fondo, serie=archivado.serie, caja=archivado.caja
    ):
        return hecho
    try:
        _guardar(hecho, hecho.informe, deposito, corrida)
    except ErrorExtractor:
        raise
    except Exception as error:
        propia = ErrorLectura("DOCUMENTO_ILEGIBLE", motivo_de_falla(error))
        informe = fallido(encargo, propia, Decisiones.de(deposito.decisiones()))
        _guardar(hecho, informe, deposito, corrida)
        return Hecho(encargo, informe, traceback.format_exc())
    return hecho


def actualizar_conjunto(deposito: Deposito) -> None:
    """Compares all the documents of the database with one another, unless nothing changed since they were compared."""
    decisiones = Decisiones.de(deposito.decisiones())
    if deposito.conjunto_al_dia(decisiones.huella()):
        return
    from extractor.reconciliador.conjunto import Acumulador, con_decisiones, revisar

    acumulador = Acumulador()
    for ruta, paquete in deposito.paquetes():
        acumulador.agregar(ruta, paquete)
    deposito.guardar_conjunto(con_decisiones(revisar(acumulador), decisiones), decisiones.huella())


def fichas_de_reglas() -> tuple[FichaRegla, ...]:
    """What the catalogue keeps of every code that a rule may answer with, those across documents included."""
    from extractor.almacen.catalogos import FichaRegla
    from extractor.reconciliador import REGLAS
    from extractor.reconciliador.conjunto import REGLAS_CONJUNTO

    return tuple(
        FichaRegla(
            codigo=codigo,
            titulo=regla.titulo,
            gravedad=regla.gravedad,
            necesita=", ".join(regla.campos),
            parrafo=regla.parrafo,
            por_que=regla.por_que,
            ejemplo=regla.ejemplo,
            regimenes=regla.regimenes,
        )
        for regla in (*REGLAS, *REGLAS_CONJUNTO)
        for codigo in regla.codigos
    )


def _guardar(hecho: Hecho, informe: Informe, deposito: Deposito, corrida: str | None) -> None:
    archivado = hecho.encargo.archivado
    deposito.guardar(
        informe,
        fondo=archivado.fondo,
        serie=archivado.serie,
        caja=archivado.caja,
        clave=hecho.clave,
        paquete=None if informe.documento.estado == "fallido" else hecho.paquete,
        corrida=corrida,
    )
