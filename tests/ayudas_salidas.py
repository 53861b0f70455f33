"""A small Informe typed by hand, and a reader that makes it from a text file, for tests of what comes after reading."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from extractor.lote.fallidos import informe_fallido
from extractor.modelo.base import Origen
from extractor.modelo.declarado import Declarado
from extractor.modelo.hallazgo import Correccion, Gravedad, Hallazgo, Lugar, Operando, Verificacion
from extractor.modelo.informe import Cobertura, FichaDocumento, Informe, Metadatos, Seccion
from extractor.modelo.tabla import Actividad, BloqueFilas, Columna, Fila, Tabla
from extractor.modelo.valores import Cifra, Estado, Region, Responsable, Servicio, Unidad

ARAUCANIA = Region(
    texto="IX Región",
    codigos=("09",),
    division="1974",
    nombre="La Araucanía",
    alcance="REGION",
    heredada=False,
    certeza="exacta",
    candidatos=(),
)

UNIDAD_A = Responsable(texto="Unidad A", unidad=Unidad(nombre="Unidad A", certeza="exacta"), cargo=None, persona=None)


def origen(linea: int, texto: str) -> Origen:
    return Origen(linea_inicio=linea, linea_fin=linea, inicio=0, fin=len(texto), texto=texto)


def cifra(linea: int, texto: str, valor: str | None, decimales: int = 0) -> Cifra:
    return Cifra(texto=texto, valor=valor, decimales=decimales, signo=None, certeza="segura", origen=origen(linea, texto))


def actividad(indice: int, texto: str, peso: Cifra, ganada: Cifra | None) -> Actividad:
    return Actividad(
        indice=indice,
        texto=texto,
        objetivos=(),
        ponderacion=peso,
        ponderacion_ganada=ganada,
        estado=Estado(texto="50%", valor="PARCIAL", porcentaje="50", declarado=True, certeza="exacta"),
        ganada_recalculada="25",
        responsables=(
            Responsable(texto="Unidad A", unidad=Unidad(nombre="Unidad A", certeza="exacta"), cargo=None, persona=None),
        ),
        alineacion={"ponderacion": "segura", "ponderacion_ganada": "dudosa"},
        motivo_alineacion="por orden",
        origen={"actividad": origen(3 + indice, texto)},
    )


def hallazgo(huella: str, codigo: str, gravedad: Gravedad, **cambios: Any) -> Hallazgo:
    valores: dict[str, Any] = {
        "huella": huella,
        "huella_contenido": f"c{huella}",
        "codigo": codigo,
        "gravedad": gravedad,
        "tabla": "t1",
        "fila": 0,
        "actividad": 1,
        "campo": "ponderacion_ganada",
        "informado": "32.5",
        "recalculado": "37.5",
        "diferencia": "-5",
        "lugar": "IX Región, tabla 1, 2ª actividad, Ponderación ganada",
        "mensaje": "el total acumulado dice 32.5 y sus partes suman 37.5",
        "explicacion": "25 + 50 % de 25 = 37.5",
        "norma": None,
        "norma_origen": None,
        "correccion_probable": None,
        "alternativas": (),
        "causa": None,
        "lugares": (),
        "certeza": "segura",
        "origen": origen(8, "32,5"),
    }
    return Hallazgo(**{**valores, **cambios})


def informe(ruta: str = "a.txt", contenido: bytes = b"a", hallazgos: tuple[Hallazgo, ...] | None = None) -> Informe:
    """One table of one row with two activities (50 and 50,0; earned 25 and the word Pendiente), one section."""
    pesos = (cifra(5, "50", "50"), cifra(6, "50,0", "50.0", 1))
    fila = Fila(
        indice=0,
        fila_origen=1,
        programa=None,
        objetivos=("Objetivo 1",),
        celdas=("Objetivo 1", "Hacer A Hacer B"),
        actividades=(
            actividad(0, "Hacer A", pesos[0], cifra(7, "25", "25")),
            actividad(1, "=HYPERLINK(1)", pesos[1], cifra(8, "Pendiente", None)),
        ),
        responsables=(),
        indicador=None,
        meta=None,
        resultado=None,
        medio=None,
        avance=None,
        medidas=None,
        recomendaciones=None,
        compromisos=None,
        plazo=None,
        ponderacion=None,
        ponderacion_ganada=None,
        estado=None,
        total_ponderacion=cifra(9, "100", "100"),
        total_ganada=None,
        origen=origen(3, "Objetivo 1"),
    )
    total = fila.total_ponderacion
    tabla = Tabla(
        id="t1",
        tipo="programa_trabajo",
        programa="diseno_acceso",
        titulo="Programa",
        objetivo_institucional=None,
        etapa=3,
        region=ARAUCANIA,
        columnas=(Columna(texto="Objetivo", rol="objetivo"), Columna(texto="Actividad", rol="actividad")),
        objetivos=(),
        modo_ganada="por_actividad",
        regimen="gt_2007_porcentaje",
        ponderacion_declarada=None,
        filas=(fila,),
        bloques=(
            BloqueFilas(
                filas=(0,),
                suma_ponderacion="100",
                total_ponderacion=total,
                suma_ganada_informada="25",
                suma_ganada_recalculada="50",
                total_ganada=cifra(10, "100", "100"),
            ),
        ),
        desempeno=None,
        origen=origen(2, "Programa"),
    )
    seccion = Seccion(
        id="s1",
        nivel="seccion",
        padre=None,
        numero="1.1",
        titulo="Avance",
        region=None,
        texto="",
        campos={"grado_avance": "MENOR", "grados": ["avance menor"]},
        origen=origen(12, "1.1 Avance"),
    )
    verificaciones = (
        Verificacion(
            regla="ACUMULADO_NO_CUADRA",
            tabla="t1",
            fila=0,
            actividad=1,
            resultado="NO_CUADRA",
            informado="32.5",
            recalculado="37.5",
            intervalo=("37.45", "37.55"),
            operandos=(Operando(origen=origen(7, "25"), valor="25"), Operando(origen=origen(6, "50,0"), valor="50.0")),
            formula="25 + 50 % de 25 = 37.5",
            motivo=None,
            causa=None,
        ),
        Verificacion(
            regla="TOTAL_GANADA_NO_CUADRA",
            tabla="t1",
            fila=None,
            actividad=None,
            resultado="NO_VERIFICABLE",
            informado=None,
            recalculado=None,
            intervalo=None,
            operandos=(),
            formula=None,
            motivo="falta_total",
            causa=None,
        ),
    )
    if hallazgos is None:
        correccion = Correccion(origen=origen(8, "32,5"), campo="ponderacion_ganada", de="32.5", a="37.5", explica=3)
        varios = (Lugar(tabla="t1", fila=0, actividad=None, origen=None), Lugar(tabla="t1", fila=1, actividad=None, origen=None))
        hallazgos = (
            hallazgo("aaaa000000000001", "ACUMULADO_NO_CUADRA", "aritmetica", correccion_probable=correccion),
            hallazgo("bbbb000000000002", "TOTAL_AUSENTE", "aviso", actividad=None, lugares=varios, origen=None),
        )
    return Informe(
        documento=FichaDocumento(
            ruta=ruta,
            nombre=ruta.rpartition("/")[2],
            sha256=hashlib.sha256(contenido).hexdigest(),
            bytes=len(contenido),
            formato="txt",
            lector="texto 1",
            paginas=None,
            paginas_ocr=(),
            metadatos=Metadatos(),
            tipo="implementacion",
            patron="prueba",
            anio=2007,
            etapas=(3,),
            servicio=Servicio(texto="Servicio A", codigo="sa", nombre="Servicio A", certeza="exacta"),
            notas=(),
            estado="ok",
            motivo=None,
        ),
        tablas=(tabla,),
        secciones=(seccion,),
        verificaciones=verificaciones,
        hallazgos=hallazgos,
        cobertura=Cobertura(
            tablas=2,
            tablas_reconocidas=1,
            actividades=2,
            cifras=6,
            verificables=2,
            verificadas=1,
            no_verificables={"falta_total": 1},
            descartadas=3,
        ),
    )


def procesar_de_prueba(ruta: Path, ruta_relativa: str, declarado: Declarado) -> Informe:
    """Stands for ``extractor.proceso.procesar``: the first word of the file says how it ends."""
    contenido = ruta.read_bytes()
    if contenido.startswith(b"ilegible"):
        return informe_fallido(ruta, ruta_relativa, "DOCUMENTO_ILEGIBLE", "el archivo está dañado")
    if contenido.startswith(b"bomba"):
        raise ZeroDivisionError("división por cero")
    if contenido.startswith(b"interrumpe"):
        raise KeyboardInterrupt
    if contenido.startswith(b"limpio"):
        return informe(ruta_relativa, contenido, hallazgos=())
    leido = informe(ruta_relativa, contenido)
    if declarado.anio is None:
        return leido
    return leido.model_copy(update={"documento": leido.documento.model_copy(update={"anio": declarado.anio})})
