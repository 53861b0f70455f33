"""Words of roles, units and persons: ``cargos.yaml`` and ``unidades.yaml``. They say where one begins, never close the list."""

from __future__ import annotations

from functools import cache
from typing import Self

from pydantic import model_validator

from extractor.vocabularios.base import Entrada, leer_vocabulario, plegar_frase


class EntradaCargo(Entrada):
    """``formas``: written heads besides those that the canonical form's own ending gives."""

    canonico: str
    formas: tuple[str, ...] = ()

    def todas(self) -> tuple[str, ...]:
        """Every written head: masculine, feminine, plurals and both at once ("directoras/es", "jefe(a)")."""
        masculino, barra, _ = self.canonico.partition("/")
        if not barra or not self.canonico.endswith("/a"):
            return self.formas
        raiz = masculino[:-1] if masculino[-1] in "oe" else masculino
        plural = masculino + "s" if masculino[-1] in "oe" else masculino + "es"
        femenino = raiz + "a"
        fin = "es" if masculino[-1] not in "oe" else masculino[-1] + "s"
        dobles = (
            *(f"{masculino}/a", f"{masculino}(a)", f"{masculino} (a)", f"{masculino}({fin})", f"{masculino} o {femenino}"),
            *(f"{femenino}/{masculino}", f"{femenino}/{masculino[-1]}", f"{femenino}({masculino[-1]})", f"{femenino}/or"),
            *(f"{plural}/as", f"{plural}(as)", f"{femenino}s/{fin}"),
        )
        return (masculino, femenino, plural, femenino + "s", *dobles, *self.formas)


class ResponsableEsperado(Entrada):
    unidad: str | None = None
    cargo: str | None = None
    persona: str | None = None


class EjemploResponsable(Entrada):
    lineas: tuple[str, ...]
    responsables: tuple[ResponsableEsperado, ...] = ()


class EjemplosResponsable(Entrada):
    acepta: tuple[EjemploResponsable, ...]
    rechaza: tuple[EjemploResponsable, ...]


class VocabularioCargos(Entrada):
    id: str
    cargos: tuple[EntradaCargo, ...]
    sin_tilde: tuple[str, ...]
    tras_sin_tilde_cargo: tuple[str, ...]
    tras_sin_tilde_unidad: tuple[str, ...]
    de_ministerio: tuple[str, ...]
    cortas_de_oficina: tuple[str, ...]
    adjetivos: dict[str, tuple[str, ...]]
    tras_profesion: tuple[str, ...]
    adjetivos_dobles: tuple[str, ...]
    nombran_lugares: tuple[str, ...]
    tras_sustantivo: tuple[str, ...]
    abreviaturas: dict[str, str]
    abreviaturas_dobles: tuple[str, ...]
    tambien_rotulos: tuple[str, ...]
    titulos: tuple[str, ...]
    preambulos: tuple[str, ...]
    marcas_de_cargo: tuple[str, ...]
    rotulos_linea: tuple[str, ...]
    rotulos_frase: tuple[str, ...]
    no_responden: tuple[str, ...]
    rotulos_verbo: tuple[str, ...]
    rotulos_cargo: dict[str, tuple[str, ...]]
    no_son_cargo: tuple[str, ...]
    abreviados: dict[str, tuple[str, ...]]
    nombres_propios: tuple[str, ...]
    particulas: tuple[str, ...]
    ejemplos: EjemplosResponsable

    @model_validator(mode="after")
    def _una_forma_un_cargo(self) -> Self:
        """No written head stands for two roles."""
        vistas: dict[str, str] = {}
        for cargo in self.cargos:
            for forma in cargo.todas():
                plegada = plegar_frase(forma)
                if vistas.setdefault(plegada, cargo.canonico) != cargo.canonico:
                    raise ValueError(f"«{forma}» es forma de dos cargos: {vistas[plegada]} y {cargo.canonico}")
        return self


class VocabularioUnidades(Entrada):
    id: str
    fuertes: tuple[str, ...]
    debiles: tuple[str, ...]
    siglas_regionales: tuple[str, ...]
    enlazan: tuple[str, ...]
    materias: tuple[str, ...]
    temas: tuple[str, ...]
    sin_responsable: tuple[str, ...]
    aun_sin_nadie: tuple[str, ...]
    no_nombran: tuple[str, ...]
    contacto: tuple[str, ...]
    publicos: tuple[str, ...]
    gente: tuple[str, ...]
    alcances: tuple[str, ...]
    empresas: tuple[str, ...]
    titulos_columna: tuple[str, ...]
    internas: tuple[str, ...]
    fechas: tuple[str, ...]
    mandadas: tuple[str, ...]
    colectivos: tuple[str, ...]
    juntan: tuple[str, ...]
    siglas_unidad: tuple[str, ...]
    enteras: tuple[str, ...]
    rangos: tuple[str, ...]
    de_programa: tuple[str, ...]
    enteras_solas: tuple[str, ...]
    tambien_materias: tuple[str, ...]
    de_jefatura: tuple[str, ...]
    contienen: tuple[str, ...]
    cortas_de_nombre: tuple[str, ...]
    gente_de_unidad: tuple[str, ...]
    de_su_gente: tuple[str, ...]
    no_siempre_unidad: tuple[str, ...]
    no_son_de_nombre: tuple[str, ...]


@cache
def cargos() -> VocabularioCargos:
    return leer_vocabulario("cargos", VocabularioCargos)


@cache
def unidades() -> VocabularioUnidades:
    return leer_vocabulario("unidades", VocabularioUnidades)


@cache
def formas_de_cargo() -> dict[str, str]:
    """Folded written head of a role, as words parted by one space, to its neutral form."""
    return {plegar_frase(forma): cargo.canonico for cargo in cargos().cargos for forma in cargo.todas()}


@cache
def formas_de_adjetivo() -> dict[str, str]:
    """Folded written adjective of a role to its neutral form; their plurals and both genders at once ("técnico/a") are made."""
    escritas = {plegar_frase(forma): neutro for neutro, formas in cargos().adjetivos.items() for forma in formas}
    plurales = {_plural(forma): neutro for forma, neutro in escritas.items() if forma.isalpha() and not forma.endswith("s")}
    dobles = {f"{f}{a}": n for f, n in (plurales | escritas).items() if n.endswith("/a") and f.isalpha() for a in _doble(f)}
    return dobles | plurales | escritas


def _doble(forma: str) -> tuple[str, ...]:
    """What says the other gender after a masculine adjective; nothing after a feminine one."""
    final = next(
        (fin for masculino, fin in (("o", "a"), ("os", "as"), ("or", "a"), ("es", "as")) if forma.endswith(masculino)), ""
    )
    return (f"/{final}", f"({final})") if final else ()


def _plural(forma: str) -> str:
    return f"{forma}s" if forma[-1] in "aeo" else f"{forma}es"
