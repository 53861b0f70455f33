"""One document from its bytes to its ``Informe``: the only place that joins the stages."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from extractor.comun.decisiones import SIN_DECISIONES, Decisiones
from extractor.comun.razones import razon
from extractor.errores import ErrorLectura
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.base import Origen
from extractor.modelo.crudo import Reconocimiento
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import Documento
from extractor.modelo.informe import Cobertura, EstadoDocumento, FichaDocumento, Informe, Metadatos, Nota, Seccion, TipoDocumento
from extractor.modelo.patron import Patron
from extractor.modelo.regimen import Regimen
from extractor.modelo.tabla import Tabla
from extractor.proceso.decisiones import DecisionesDelDocumento
from extractor.proceso.fallido import SIN_COBERTURA, informe_fallido
from extractor.proceso.lectura import Estructura, leer_estructura
from extractor.proceso.textos import con_blancos_plegados
from extractor.reconciliador import Expectativas, cargar_regimenes, reconciliar

_ETAPA_EVALUACION = 4


def procesar(ruta: Path, ruta_relativa: str, declarado: Declarado, decisiones: Decisiones = SIN_DECISIONES) -> Informe:
    """The Informe of the file at ``ruta``. Bad input gives a failed Informe that says why; only our own fault raises, and
    ErrorUso for decisions that cannot be followed (a region that does not exist, one figure given to two activities)."""
    from extractor.lectores import leer_bytes

    try:
        datos = ruta.read_bytes()
    except OSError as error:
        motivo = f"no se pudo abrir ({razon(error)}); revise los permisos y que el archivo siga ahí"
        return informe_fallido(ruta_relativa, (None, 0), ErrorLectura("DOCUMENTO_ILEGIBLE", motivo), declarado, decisiones)
    try:
        documento = leer_bytes(datos, ruta_relativa)
    except ErrorLectura as error:
        return informe_fallido(ruta_relativa, (sha256(datos).hexdigest(), len(datos)), error, declarado, decisiones)
    return informe_de(documento, declarado, decisiones=decisiones)


def informe_de(
    documento: Documento,
    declarado: Declarado,
    patrones: tuple[Patron, ...] | None = None,
    decisiones: Decisiones = SIN_DECISIONES,
) -> Informe:
    """The Informe of a document already read. ``patrones``: other families than the installed ones, for trying them."""
    from extractor.estructura.celdas_dudosas import campos_dudosos
    from extractor.formatos.carga import cargar_patrones

    familias = cargar_patrones() if patrones is None else patrones
    propias = DecisionesDelDocumento(decisiones, documento.sha256)
    dicho = propias.declarado(declarado)
    regimenes = _regimenes(familias)
    leido = leer_estructura(documento, familias, regimenes, dicho, propias)
    reconocido, armado = leido.reconocido, leido.armado
    etapas = _etapas(reconocido, dicho)
    impresas = {t.etapa for t in armado.tablas if t.etapa is not None}
    tablas = tuple(_con_etapa(t, etapas, declarada=dicho.etapa is not None and len(impresas) < 2) for t in armado.tablas)
    informe = Informe(
        documento=_ficha(documento, leido, etapas, tablas),
        tablas=tablas,
        secciones=leido.secciones,
        verificaciones=(),
        hallazgos=(),
        cobertura=_cobertura(tablas, reconocido, armado.descartadas + documento.descartadas),
    )
    avisos = (*leido.avisos, *(a for a in armado.avisos if not _lo_dice_otro(a, tablas)))
    expectativas = _expectativas(reconocido, documento, tablas, regimenes, avisos)
    borrosas = armado.celdas_dudosas | frozenset(campos_dudosos(reconocido.secciones))
    expectativas = replace(expectativas, celdas_dudosas=borrosas, anio_supuesto=leido.anio_supuesto)
    return _decidido(con_blancos_plegados(reconciliar(informe, expectativas)), propias)


def _decidido(informe: Informe, decisiones: DecisionesDelDocumento) -> Informe:
    """The report with what was decided of its findings, and every decision that was used on it."""
    hallazgos = decisiones.hallazgos(informe.hallazgos)
    return informe.model_copy(update={"hallazgos": hallazgos, "decisiones": tuple(sorted(decisiones.usadas))})


def con_decisiones_de_hallazgos(informe: Informe, decisiones: Decisiones) -> Informe:
    """A report made earlier, with what is decided of its findings."""
    return _decidido(informe, DecisionesDelDocumento(decisiones, informe.documento.sha256))


def _regimenes(familias: tuple[Patron, ...]) -> dict[str, Regimen]:
    propios = {r.id: r for patron in familias for r in patron.regimenes_propios}
    return {**cargar_regimenes(), **propios}


def _etapas(reconocido: Reconocimiento, declarado: Declarado) -> tuple[int, ...]:
    """The stages stated by a person, else printed, else those of the family."""
    if declarado.etapa is not None:
        return (declarado.etapa,)
    if reconocido.patron is not None and reconocido.patron.tipo == "guia":
        return ()
    vistas = set(reconocido.etapas) | {t.etapa for t in reconocido.tablas if t.etapa is not None}
    if not vistas and reconocido.patron is not None:
        vistas = set(reconocido.patron.etapas)
    return tuple(sorted(vistas))


def _con_etapa(tabla: Tabla, etapas: tuple[int, ...], declarada: bool) -> Tabla:
    """A table of no stage takes the document's only one, and any table the one that a person stated (``declarada``), unless
    the document prints several: then each table knows better."""
    return tabla.model_copy(update={"etapa": etapas[0]}) if (tabla.etapa is None or declarada) and len(etapas) == 1 else tabla


def _tipo(reconocido: Reconocimiento, tablas: tuple[Tabla, ...], secciones: tuple[Seccion, ...]) -> TipoDocumento:
    """``implementacion`` if any programme of Etapa 3 is in it (CONTRACT.md section 2), else the family's own."""
    if any(t.tipo == "programa_trabajo" and t.etapa in (3, None) for t in tablas):
        return "implementacion"
    if reconocido.patron is not None:
        # what an evaluation weighs, where no other stage is printed, makes it no report of Etapa 3
        solo_evalua = reconocido.patron.tipo == "implementacion" and set(reconocido.etapas) == {_ETAPA_EVALUACION}
        return "evaluacion" if solo_evalua else reconocido.patron.tipo
    evalua = {"evaluacion_objetivos", "evaluacion_productos", "brechas", "contribucion"}
    if any(t.tipo in evalua for t in tablas) or any("desarrollo" in s.campos for s in secciones):
        return "evaluacion"
    return "desconocido"


def _ficha(documento: Documento, leido: Estructura, etapas: tuple[int, ...], tablas: tuple[Tabla, ...]) -> FichaDocumento:
    reconocido = leido.reconocido
    estado, motivo = _estado(documento, reconocido)
    return FichaDocumento(
        ruta=documento.ruta,
        nombre=documento.nombre,
        sha256=documento.sha256,
        bytes=documento.bytes,
        formato=documento.formato,
        lector=documento.lector,
        paginas=documento.paginas,
        paginas_ocr=documento.paginas_ocr,
        metadatos=Metadatos(**documento.metadatos),
        tipo=_tipo(reconocido, tablas, leido.secciones),
        patron=reconocido.patron.id if reconocido.patron else None,
        anio=leido.anio,
        anio_supuesto=leido.anio is not None and leido.anio_supuesto,
        etapas=etapas,
        servicio=leido.servicio,
        notas=tuple(Nota(marca=n.marca, texto=n.texto, origen=n.origen) for n in reconocido.notas),
        estado=estado,
        motivo=motivo,
    )


def _estado(documento: Documento, reconocido: Reconocimiento) -> tuple[EstadoDocumento, str | None]:
    """``parcial`` when something of the document was not read or not recognised, with the first reason."""
    frases = [frase for _, frase, _ in (*documento.avisos, *reconocido.avisos)]
    if frases:
        return "parcial", frases[0]
    perdidas = reconocido.no_reconocidas
    con_nombre = [s for s in reconocido.secciones if s.titulo or s.numero]
    if not perdidas and not con_nombre and all(t.patron.tipo == "otra" for t in reconocido.tablas):
        perdidas = len(reconocido.tablas)
    if perdidas:
        una = perdidas == 1
        cuantas = "1 tabla no corresponde" if una else f"{perdidas} tablas no corresponden"
        return "parcial", f"{cuantas} a ningún formulario conocido"
    return "ok", None


def _cobertura(tablas: tuple[Tabla, ...], reconocido: Reconocimiento, descartadas: int) -> Cobertura:
    cifras = 0
    for tabla in tablas:
        for fila in tabla.filas:
            cosas = [fila.ponderacion, fila.ponderacion_ganada, fila.total_ponderacion, fila.total_ganada]
            for actividad in fila.actividades:
                cosas += [actividad.ponderacion, actividad.ponderacion_ganada]
            cifras += sum(c is not None for c in cosas)
        cifras += tabla.ponderacion_declarada is not None
        cifras += tabla.desempeno is not None and tabla.desempeno.region is not None
    perdidas = sum(1 for codigo, _, _ in reconocido.avisos if codigo == "LECTURA_DUDOSA")
    return SIN_COBERTURA.model_copy(
        update={
            "tablas": len(tablas) + perdidas,
            "tablas_reconocidas": sum(t.tipo != "otra" for t in tablas),
            "actividades": sum(len(f.actividades) for t in tablas for f in t.filas),
            "cifras": cifras,
            "descartadas": descartadas + reconocido.descartadas,
        }
    )


def _lo_dice_otro(aviso: AvisoEstructura, tablas: tuple[Tabla, ...]) -> bool:
    """Fewer running totals than activities is ACUMULADO_INCOMPLETO, which the reconciler tells."""
    if aviso.codigo != "CONTEO_DESALINEADO" or aviso.campo != "ponderacion_ganada":
        return False
    return any(t.id == aviso.tabla and t.modo_ganada == "acumulada" for t in tablas)


def _expectativas(
    reconocido: Reconocimiento,
    documento: Documento,
    tablas: tuple[Tabla, ...],
    regimenes: dict[str, Regimen],
    avisos: tuple[AvisoEstructura, ...],
) -> Expectativas:
    patron = reconocido.patron
    por_tabla = {t.id: c for t, c in zip(tablas, reconocido.tablas, strict=True)}
    normas: dict[str, Origen] = {}
    for nota in reconocido.notas:
        if nota.grupo:
            normas.setdefault(f"notas {nota.grupo}, nota {nota.marca.strip('()')}", nota.origen)
    return Expectativas(
        regimenes={i: tuple(regimenes[r] for r in c.patron.regimenes if r in regimenes) for i, c in por_tabla.items()},
        secciones_por_capitulo=tuple((s.numero, s.titulo) for s in patron.secciones if s.obligatoria and s.numero)
        if patron
        else (),
        grado_en=tuple(s.numero for s in patron.secciones if s.grado and s.numero) if patron else (),
        formatos=tuple((t.tipo, t.id) for t in patron.tablas if t.obligatoria) if patron else (),
        campos_obligatorios={
            i: tuple(k.rol for k in c.columnas if k.obligatoria)
            for i, c in por_tabla.items()
            if any(k.obligatoria for k in c.columnas)
        },
        normas_origen=normas,
        avisos_lectura=(*documento.avisos, *reconocido.avisos),
        avisos=avisos,
        partidas=frozenset((
            *(i for i, c in por_tabla.items() if c.partida),
            *(s.id for s in reconocido.secciones if s.partida),
        )),
    )
