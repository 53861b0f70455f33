"""A tiny report is text in the test. One line is one activity, ``ponderacion | estado | ganada``.

A blank line opens another row of the same block; ``total: 100 | 85`` closes the block with its printed totals (weights |
earned). States: cumple, no, pendiente, parcial, n/a, ``50%``; ``~cumple`` is narrated, nobody declared it; empty is none.
A figure ending in ``?`` was read with doubt; a cell opening with ``*`` is of doubtful pairing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractor.comun.numeros import leer_numero
from extractor.modelo.base import Origen
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Cobertura, FichaDocumento, Informe, Metadatos, Seccion
from extractor.modelo.regimen import Regimen
from extractor.modelo.tabla import Actividad, BloqueFilas, Columna, Desempeno, Fila, Tabla
from extractor.modelo.valores import Cifra, Estado, Region
from extractor.reconciliador import Expectativas, reconciliar

IMPRESO = Regimen(
    id="impreso", nombre="impreso", fuente="impresa", credito="todo_o_nada", umbral="90",
    normas={"suma": "nota 8", "ganada": "nota 10", "total": "nota 11", "servicio": "nota 12"},
)
PORCENTAJE = Regimen(id="porcentaje", nombre="por porcentaje", fuente="supuesta", credito="proporcional", umbral="90")
_VALORES = {"cumple": "CUMPLE", "no": "NO_CUMPLE", "pendiente": "PENDIENTE", "parcial": "PARCIAL", "n/a": "NO_APLICA"}


def origen(linea: int, columna: int, texto: str = "x") -> Origen:
    return Origen(linea_inicio=linea, linea_fin=linea, columna=columna, texto=texto)


def cifra(texto: str, linea: int = 1, columna: int = 0) -> Cifra | None:
    limpio = texto.strip().lstrip("*")
    if not limpio:
        return None
    dudosa, limpio = limpio.endswith("?"), limpio.rstrip("?")
    numero = leer_numero(limpio)
    return Cifra(
        texto=limpio, valor=numero.valor if numero else None, decimales=numero.decimales if numero else 0,
        signo=numero.signo if numero else None, certeza="dudosa" if dudosa else "segura", origen=origen(linea, columna, limpio),
    )


def estado(texto: str) -> Estado | None:
    limpio = texto.strip().lstrip("*")
    if not limpio:
        return None
    numero = leer_numero(limpio)
    if numero is not None:
        valor: Any = "CUMPLE" if numero.decimal >= 100 else "NO_CUMPLE" if numero.decimal == 0 else "PARCIAL"
        return Estado(texto=limpio, valor=valor, porcentaje=numero.valor, declarado=True, certeza="exacta")
    narrado = limpio.startswith("~")
    valor = _VALORES[limpio.lstrip("~")]
    return Estado(texto=limpio, valor=valor, porcentaje=None, declarado=not narrado, certeza="exacta")


def region(texto: str | None = "11ª", codigos: tuple[str, ...] = ("11",), **cambios: Any) -> Region:
    datos: dict[str, Any] = {
        "texto": texto, "codigos": codigos, "division": "1974", "nombre": None, "alcance": "REGION" if codigos else "SIN_DATO",
        "heredada": False, "certeza": "exacta", "candidatos": (),
    }
    return Region(**{**datos, **cambios})


def fila(indice: int, linea: int, **cambios: Any) -> Fila:
    datos: dict[str, Any] = {
        "indice": indice, "fila_origen": indice, "programa": None, "objetivos": (f"objetivo {linea}",), "celdas": (),
        "actividades": (), "responsables": (), "indicador": None, "meta": None, "resultado": None, "medio": None, "avance": None,
        "medidas": None, "recomendaciones": None, "compromisos": None, "plazo": None, "ponderacion": None,
        "ponderacion_ganada": None, "estado": None, "total_ponderacion": None, "total_ganada": None, "origen": origen(linea, 0),
    }
    return Fila(**{**datos, **cambios})


def tabla(
    texto: str, modo: Any = "por_actividad", *, id: str = "t1", por_fila: bool = False, desde: int = 1,
    desempeno: tuple[str | None, str | None] | None = None, declarada: str | None = None, **cambios: Any,
) -> Tabla:
    """The table written in ``texto``; ``desde`` is its first line in the document, ``desempeno`` (region, service)."""
    filas: list[Fila] = []
    bloques: list[BloqueFilas] = []
    actividades: list[Actividad] = []
    abiertas: list[int] = []

    def cerrar_fila(linea: int) -> None:
        if actividades:
            abiertas.append(len(filas))
            filas.append(fila(len(filas), linea, actividades=tuple(actividades)))
            actividades.clear()

    def cerrar_bloque(peso: Cifra | None, ganada: Cifra | None) -> None:
        if abiertas:
            if peso or ganada:
                filas[-1] = filas[-1].model_copy(update={"total_ponderacion": peso, "total_ganada": ganada})
            bloques.append(BloqueFilas(
                filas=tuple(abiertas), suma_ponderacion=None, total_ponderacion=peso, suma_ganada_informada=None,
                suma_ganada_recalculada=None, total_ganada=ganada,
            ))
            abiertas.clear()

    for linea, renglon in enumerate(texto.strip("\n").split("\n"), start=desde):
        if renglon.strip().startswith("total:"):
            cerrar_fila(linea)
            total_p, _, total_g = renglon.split(":", 1)[1].partition("|")
            cerrar_bloque(cifra(total_p, linea, 2), cifra(total_g, linea, 4))
        elif not renglon.strip():
            cerrar_fila(linea)
        else:
            celdas = [*renglon.split("|"), "", "", ""][:3]
            peso, ganada = cifra(celdas[0], linea, 2), cifra(celdas[2], linea, 4)
            figuras = {"ponderacion": peso, "estado": estado(celdas[1]), "ponderacion_ganada": ganada}
            if por_fila:
                abiertas.append(len(filas))
                filas.append(fila(len(filas), linea, celdas=tuple(c.strip() for c in celdas), **figuras))
            else:
                pares = zip(("ponderacion", "estado", "ponderacion_ganada"), celdas, strict=True)
                actividades.append(Actividad(
                    indice=len(actividades), texto=f"actividad {linea}", objetivos=(), responsables=(), motivo_alineacion="",
                    alineacion={c: "dudosa" if v.strip().startswith("*") else "segura" for c, v in pares},
                    origen={"texto": origen(linea, 1), "estado": origen(linea, 3, celdas[1])}, **figuras,
                ))
    cerrar_fila(desde)
    cerrar_bloque(None, None)
    datos: dict[str, Any] = {
        "id": id, "tipo": "programa_trabajo", "programa": None, "titulo": "Programa", "objetivo_institucional": None, "etapa": 3,
        "region": region(), "objetivos": (), "modo_ganada": modo, "regimen": None, "filas": tuple(filas),
        "bloques": tuple(bloques),
        "columnas": tuple(Columna(texto=rol, rol=rol) for rol in ("ponderacion", "estado", "ponderacion_ganada")),
        "ponderacion_declarada": cifra(declarada, desde, 9) if declarada else None, "origen": origen(desde, 0),
        "desempeno": None if desempeno is None else Desempeno(
            region=cifra(desempeno[0] or "", desde + 90, 1), region_recalculado=None, servicio=desempeno[1]
        ),
    }
    return Tabla(**{**datos, **cambios})


def informe(*tablas: Tabla, secciones: tuple[Seccion, ...] = ()) -> Informe:
    ficha = FichaDocumento(
        ruta="a.txt", nombre="a.txt", sha256="0" * 64, bytes=1, formato="txt", lector="prueba", paginas=None, paginas_ocr=(),
        metadatos=Metadatos(), tipo="implementacion", patron=None, anio=2007, etapas=(3,), servicio=None, notas=(), estado="ok",
        motivo=None,
    )
    cobertura = Cobertura(
        tablas=len(tablas), tablas_reconocidas=len(tablas), actividades=0, cifras=0, verificables=0, verificadas=0,
        no_verificables={}, descartadas=0,
    )
    return Informe(documento=ficha, tablas=tablas, secciones=secciones, verificaciones=(), hallazgos=(), cobertura=cobertura)


def auditar(
    *tablas: Tabla, regimenes: tuple[Regimen, ...] = (IMPRESO,), secciones: tuple[Seccion, ...] = (), **mas: Any
) -> Informe:
    """The report of these tables, reconciled under ``regimenes``."""
    por_tabla: Mapping[str, tuple[Regimen, ...]] = {t.id: regimenes for t in tablas}
    return reconciliar(informe(*tablas, secciones=secciones), Expectativas(regimenes=por_tabla, **mas))


def aplanar(resultado: Informe, *codigos: str) -> list[tuple[Any, ...]]:
    """(code, table, row, activity, severity) of each finding, of these codes or of all."""
    elegidos = [h for h in resultado.hallazgos if not codigos or h.codigo in codigos]
    return [(h.codigo, h.tabla, h.fila, h.actividad, h.gravedad) for h in elegidos]


def uno(resultado: Informe, codigo: str) -> Hallazgo:
    """The only finding of this code."""
    hallados = [h for h in resultado.hallazgos if h.codigo == codigo]
    assert len(hallados) == 1, [h.codigo for h in resultado.hallazgos]
    return hallados[0]


def respuestas(resultado: Informe, regla: str) -> list[tuple[str, str | None]]:
    """(result, reason) of each verification of a rule, in order."""
    return [(v.resultado, v.motivo) for v in resultado.verificaciones if v.regla == regla]
