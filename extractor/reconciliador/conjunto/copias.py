"""The same report in several files: equal bytes under two paths, equal data under two contents (DOCUMENTO_DUPLICADO)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.modelo.conjunto import HallazgoConjunto, Resumen, VerificacionConjunto
from extractor.reconciliador.conjunto.boceto import parecido
from extractor.reconciliador.conjunto.coleccion import Ficha, Grupo, preferencia
from extractor.reconciliador.conjunto.fabrica import de_quien, hallazgo, verificacion
from extractor.reconciliador.redaccion import lista

DUPLICADO = "DOCUMENTO_DUPLICADO"
MINIMO_PALABRAS = 20
"""A shorter text says too little: two blank forms are no copies."""
MINIMO_DATOS = 4
"""Figures and grades; fewer may well be equal in two reports."""
PARECIDO = 0.6
"""Least share of common runs of words of two copies that give the same data: a scan spoils many words."""
PARECIDO_SIN_REGION = 0.95
"""The same where no region says whose data they are: the files of two regions may be filled alike."""
_NOMBRADOS = 12


class Copias:
    """Which documents are the same report: a partition that only grows, with why each step was taken."""

    def __init__(self) -> None:
        self._padre: dict[str, str] = {}
        self._porque: dict[str, set[str]] = {}
        self.dudas: dict[tuple[str, str], str] = {}
        """What the reading of a scan gives otherwise than its copy, by pair."""

    def raiz(self, sha256: str) -> str:
        actual = sha256
        while self._padre.get(actual, actual) != actual:
            actual = self._padre[actual]
        return actual

    def unir(self, uno: str, otro: str, porque: str) -> None:
        a, b = sorted((self.raiz(uno), self.raiz(otro)))
        razones = self._porque.pop(b, set()) | self._porque.pop(a, set()) | {porque}
        self._padre[b] = self._padre[a] = a
        self._porque[a] = razones

    def porque(self, sha256: str) -> tuple[str, ...]:
        return tuple(sorted(self._porque.get(self.raiz(sha256), set())))

    def representantes(self, resumenes: Iterable[Resumen]) -> tuple[Resumen, ...]:
        """One document per report, the best to quote; sorted by content hash."""
        mejores: dict[str, Resumen] = {}
        for resumen in sorted(resumenes, key=preferencia):
            mejores.setdefault(self.raiz(resumen.sha256), resumen)
        return tuple(sorted(mejores.values(), key=lambda r: r.sha256))

    def clases(self, shas: Iterable[str]) -> list[tuple[str, ...]]:
        """The documents that have copies, by report."""
        grupos: dict[str, list[str]] = {}
        for sha in sorted(shas):
            grupos.setdefault(self.raiz(sha), []).append(sha)
        return sorted(tuple(grupo) for grupo in grupos.values())


def por_texto(fichas: dict[str, Ficha], copias: Copias) -> None:
    """Unites what says the very same, word for word, whoever the service is."""
    primeros: dict[str, str] = {}
    for sha, ficha in fichas.items():
        if ficha.paquete.palabras >= MINIMO_PALABRAS:
            primero = primeros.setdefault(ficha.paquete.huella_texto, sha)
            if primero != sha:
                copias.unir(primero, sha, "el mismo texto")


def por_datos(grupo: Grupo, copias: Copias) -> None:
    """Unites what gives the same data in all but the same words; each document is compared with the first of each report."""
    modelos: dict[str, list[Resumen]] = {}
    for resumen in grupo.resumenes:
        if resumen.datos < MINIMO_DATOS:
            continue
        conocidos = modelos.setdefault(resumen.huella_datos, [])
        minimo = PARECIDO if _con_region(resumen) else PARECIDO_SIN_REGION
        igual = next((m for m in conocidos if parecido(m.boceto, resumen.boceto) >= minimo), None)
        if igual is None:
            conocidos.append(resumen)
        elif copias.raiz(igual.sha256) != copias.raiz(resumen.sha256):
            copias.unir(igual.sha256, resumen.sha256, "las mismas cifras, estados y grados, y casi las mismas palabras")


def _con_region(resumen: Resumen) -> bool:
    """Whether every table that weighs something, or some chapter, says its region."""
    if resumen.tablas:
        return all(t.region_segura and t.alcance != "SIN_DATO" for t in resumen.tablas)
    return any(grado.codigos for grado in resumen.grados)


def duplicados(fichas: dict[str, Ficha], copias: Copias) -> Iterator[HallazgoConjunto | VerificacionConjunto]:
    """One finding per report that is in several files."""
    clases = copias.clases(fichas)
    for clase in clases:
        rutas = [ruta for sha in clase for ruta in fichas[sha].rutas]
        if len(rutas) == 1:
            continue
        resumen = min((fichas[sha].resumen for sha in clase), key=preferencia)
        porque = copias.porque(clase[0]) if len(clase) > 1 else ("el mismo contenido, byte por byte",)
        archivos = f"{lista([f'«{ruta}»' for ruta in sorted(rutas)[:_NOMBRADOS]])}"
        if len(rutas) > _NOMBRADOS:
            archivos += f" y {len(rutas) - _NOMBRADOS} más"
        dudas = [texto for (a, b), texto in sorted(copias.dudas.items()) if a in clase and b in clase]
        hecho = hallazgo(
            DUPLICADO, "aviso", f"{len(rutas)} archivos traen el mismo informe ({de_quien(resumen)}): {archivos}.",
            f"Coinciden en {'; '.join(porque)}. Al sumar o contar informes conviene tomar uno solo: para comparar se usó "
            f"«{_ruta(fichas, resumen)}».{_de_lectura(dudas)}", documentos=clase, certeza="dudosa" if dudas else "segura",
            lugar=f"{de_quien(resumen)}", informado=str(len(rutas)), recalculado="1", resumen=resumen,
            texto=" ".join(sorted(set(rutas))),
        )
        yield hecho
        yield verificacion(
            DUPLICADO, "NO_CUADRA", f"archivos con el mismo informe: {len(rutas)}", clase, recalculado=str(len(rutas)),
            hecho=hecho,
        )
    yield verificacion(DUPLICADO, "CUADRA", f"informes distintos: {len(clases)}", (), recalculado=str(len(clases)))


def _de_lectura(dudas: list[str]) -> str:
    if not dudas:
        return ""
    return f" El reconocimiento óptico leyó algo distinto, que conviene mirar: {'; '.join(dudas)}."


def _ruta(fichas: dict[str, Ficha], resumen: Resumen) -> str:
    return fichas[resumen.sha256].rutas[0]
