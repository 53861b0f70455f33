"""One run over many documents, as every command that reads needs it: plan, progress, counts and exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path

from extractor.cli.entre import EntreDocumentos
from extractor.cli.escritura import decir
from extractor.cli.interrupciones import interrumpible
from extractor.cli.lugares import carpeta_de_cache
from extractor.cli.opciones import PREFERENCIAS, MotorElegido
from extractor.cli.progreso import Progreso
from extractor.comun.ajustes import cargar_ajustes, usar
from extractor.comun.decisiones import SIN_DECISIONES, Decisiones, cargar
from extractor.comun.decisiones_claves import documento_de
from extractor.comun.razones_codigos import NO_LEIDOS, cuentas_por_codigo
from extractor.errores import CODIGO_FALLA_PROPIA, CODIGO_HALLAZGOS, CODIGO_NO_LEIDO, ErrorUso
from extractor.lote import Encargo, Hecho, Interruptor, Manifiesto, Modo, PedidoMotor, planear, procesar_lote
from extractor.modelo.conjunto import Conjunto
from extractor.modelo.declarado import Declarado
from extractor.modelo.hallazgo import Gravedad
from extractor.salidas import Balance
from extractor.salidas.consola import en_una_linea

_RAZONES = {
    "oculto": "ocultos",
    "bloqueo": "de bloqueo de otro programa",
    "no_es_informe": "no son informes",
    "salida": "salida de esta orden",
    "enlace": "enlaces a carpetas o rotos",
    "especial": "no son archivos",
    "ilegible": "carpetas que no se pudieron abrir",
}


@dataclass(frozen=True)
class ModoCorrida:
    """The options about how to read, as they were given. ``manifiesto``: where what became of each document is noted;
    ``solo_fallidos``: only those noted there as failed or unfinished, and read anew."""

    cache: Path | None = None
    sin_cache: bool = False
    decisiones: Sequence[Path] = ()
    motor: MotorElegido = MotorElegido.local
    planificador: str | None = None
    manifiesto: Path | None = None
    solo_fallidos: bool = False


class Corrida:
    """The documents of ``rutas``. Raises ErrorUso at once for a path that does not exist, for options that contradict each
    other, for decisions that cannot be used and for settings that cannot, which are put in force here."""

    def __init__(
        self,
        rutas: Sequence[Path | str],
        declarado: Declarado,
        excluir: Sequence[Path] = (),
        trabajadores: int | None = None,
        ajustes: Path | None = None,
        modo: ModoCorrida | None = None,
        decisiones: Decisiones = SIN_DECISIONES,
    ) -> None:
        usar(cargar_ajustes(ajustes))
        self._modo = modo or ModoCorrida()
        self._motor = PedidoMotor(self._modo.motor.valor, trabajadores, self._modo.planificador)
        self._motor.revisar()
        self._cache = carpeta_de_cache(self._modo.cache, self._modo.sin_cache)
        self.decisiones = cargar(self._modo.decisiones, decisiones.todas)
        self._guardadas = frozenset(decision.id for decision in decisiones.todas)
        if self.decisiones.vigentes:
            from extractor.proceso import revisar

            revisar(self.decisiones)
        self.plan = planear(rutas, declarado, excluir)
        if self._modo.solo_fallidos:
            self._quedarse_con_los_fallidos()
        self.balance = Balance()
        self.razones: Counter[str] = Counter()
        self._sin_leer: set[str] = set()
        self.de_cache = 0
        self.fallas_propias = 0
        self._progreso = Progreso(len(self.plan.encargos))
        self.conjunto: Conjunto | None = None
        """What comparing the documents gives, once all are done; None unless ``comparar`` was called and there are several."""
        self.entre: EntreDocumentos | None = None

    def comparar(self) -> None:
        """Asks that the documents be compared with each other."""
        if len(self.plan.encargos) > 1:
            self.entre = EntreDocumentos()

    @property
    def varios(self) -> bool:
        return len(self.plan.encargos) != 1

    def hechos(self, despues: Callable[[Hecho], Hecho] | None = None) -> Iterator[Hecho]:
        """Each document done, counted and, if ``despues`` is given, passed through it (loading it somewhere).

        The first interruption lets the documents in hand end, which are given back too; then KeyboardInterrupt is raised.
        """
        self._avisar()
        interruptor = Interruptor()
        with ExitStack() as pila:
            manifiesto = self._abrir_manifiesto(pila)
            pila.enter_context(self._progreso)
            pila.enter_context(interrumpible(interruptor, PREFERENCIAS.anotar_senal))
            modo = Modo(
                self._motor, self._cache, self.decisiones, interruptor, self._releer, _aviso,
                manifiesto.empezar if manifiesto else None,
            )  # fmt: skip
            # closing: however the run ends, the workers end with it
            leidos = pila.enter_context(closing(procesar_lote(self.plan, modo=modo)))
            try:
                for hecho in leidos:
                    final = hecho if despues is None else despues(hecho)
                    self._contar(final)
                    if self.entre is not None:
                        self.entre.agregar(final)
                    yield final
                    if manifiesto is not None:
                        manifiesto.terminar(final.encargo, final.sha256, _fallo(final))
                    self._progreso.avanzar(len(self.balance.fallidos), final.de_cache)
            except KeyboardInterrupt:
                PREFERENCIAS.al_interrumpir = self._como_seguir()
                raise
        if self.entre is not None:
            self.conjunto = self.entre.cerrar(self.decisiones)
        if self.conjunto is not None:
            self.balance.sumar_conjunto(self.conjunto)
        self._avisar_decisiones()

    def pausa(self) -> AbstractContextManager[None]:
        """Inside it, standard output may be written."""
        return self._progreso.pausa()

    def resumen(self) -> list[str]:
        """Lines for the end of a run, besides the totals: why what failed did."""
        if not self.razones:
            return []
        return [f"Sin leer, por razón: {cuentas_por_codigo(self.razones, NO_LEIDOS)}"]

    def decir_lo_guardado(self) -> None:
        """How many were not read anew: beside the output and not in it, which is the same from the cache and without it."""
        if self.de_cache:
            decir(f"Sin leer de nuevo, por no haber cambiado: {self.de_cache} de {self.balance.documentos}")

    def codigo(self, minima: Gravedad | None = None) -> int:
        """The exit code of the run; findings count only for a command that gives ``minima``. A rule of ours that broke is
        our own fault, as a crash is: success would hide what it did not check."""
        if self.fallas_propias or self.balance.reglas_fallidas:
            return CODIGO_FALLA_PROPIA
        if self.balance.fallidos or self.plan.ilegibles:
            return CODIGO_NO_LEIDO
        return CODIGO_HALLAZGOS if minima is not None and self.balance.alcanza(minima) else 0

    def _contar(self, hecho: Hecho) -> None:
        hecho.sumar_a(self.balance)
        self.de_cache += hecho.de_cache
        if hecho.estado == "fallido":
            self.razones.update(sorted({h.codigo for h in hecho.informe.hallazgos}))
            if self.decisiones.vigentes:
                self._sin_leer.add(hecho.sha256)
        if hecho.traza is not None:
            self.fallas_propias += 1
            if PREFERENCIAS.verboso:
                decir(hecho.traza)

    def _abrir_manifiesto(self, pila: ExitStack) -> Manifiesto | None:
        if self._modo.manifiesto is None:
            return None
        try:
            manifiesto = pila.enter_context(Manifiesto(self._modo.manifiesto, _aviso))
        except ErrorUso as error:
            _aviso(str(error))
            return None
        a_medias = sum(1 for anotado in manifiesto.pendientes() if anotado.estado == "en_curso")
        if a_medias:
            cuantos = "1 documento quedó" if a_medias == 1 else f"{a_medias} documentos quedaron"
            _aviso(f"{cuantos} a medias en una corrida anterior; los de esta orden se leen de nuevo")
        return manifiesto

    def _quedarse_con_los_fallidos(self) -> None:
        archivo = self._modo.manifiesto
        if archivo is None or not archivo.is_file():
            raise ErrorUso("no hay registro de una corrida anterior: para reintentar, corra antes la orden sin --reintentar")
        with Manifiesto(archivo, _aviso) as manifiesto:
            pendientes = tuple(encargo for encargo in self.plan.encargos if manifiesto.pendiente(encargo))
        decir(f"Se reintentan {len(pendientes)} de {len(self.plan.encargos)} documentos")
        self.plan = replace(self.plan, encargos=pendientes, avisos=())

    def _releer(self, _: Encargo) -> bool:
        return self._modo.solo_fallidos

    def _como_seguir(self) -> str:
        hechos = f"{self.balance.documentos} de {len(self.plan.encargos)} documentos quedaron hechos"
        if self._cache is None:
            return f"{hechos}, completos; repita la orden para hacer los demás."
        return f"{hechos}, completos; repita la orden para seguir: lo ya leído no se lee de nuevo."

    def _avisar(self) -> None:
        for aviso in self.plan.avisos:
            _aviso(aviso)
        cuentas: Counter[str] = Counter(omitido.razon for omitido in self.plan.omitidos)
        for razon, titulo in _RAZONES.items():
            if cuentas[razon]:
                nombres = en_una_linea(omitido.ruta for omitido in self.plan.omitidos if omitido.razon == razon)
                decir(f"Sin leer ({titulo}): {cuentas[razon]}: {nombres}")
        if not self.plan.encargos:
            decir("No hay ningún informe que leer en lo indicado.")

    def _avisar_decisiones(self) -> None:
        """Of those given for this run: the ones a database keeps are about all its documents, and some are retried alone. Of
        a document that could not be read, those that the database keeps too."""
        if not self.decisiones.vigentes or not self.plan.encargos or self._modo.solo_fallidos:
            return
        from extractor.proceso import frase_sin_aplicar, sin_aplicar

        de_no_leidos = {d.id for d in self.decisiones.vigentes if documento_de(d.tipo, d.clave) in self._sin_leer}
        ids = sin_aplicar(self.decisiones, self.balance.decisiones | (self._guardadas - de_no_leidos))
        frase = frase_sin_aplicar(ids, len(de_no_leidos.intersection(ids)))
        if frase is not None:
            _aviso(frase)


def _aviso(frase: str) -> None:
    decir(f"Aviso: {frase}")


def _fallo(hecho: Hecho) -> tuple[str, str] | None:
    if hecho.estado != "fallido":
        return None
    informe = hecho.informe
    codigo = next((h.codigo for h in informe.hallazgos), "DOCUMENTO_ILEGIBLE")
    return codigo, informe.documento.motivo or "sin motivo registrado"
