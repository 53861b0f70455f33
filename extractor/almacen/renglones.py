"""One Informe into the rows of each table, parents before children. Pure values: nothing here knows a database."""

from __future__ import annotations

from collections import Counter
from typing import Any

from extractor.almacen.catalogos import id_region
from extractor.almacen.consecuencia import en_juego
from extractor.almacen.esquema import clave, millonesimas
from extractor.almacen.ficha import clave_documento
from extractor.almacen.piezas import Renglon, con_exacto, de_desempeno, de_estado, de_lugar
from extractor.comun.texto import plegar
from extractor.marcos.filas_cifras import cifras_de
from extractor.modelo.conjunto import Resumen, TablaResumida
from extractor.modelo.informe import Informe, Seccion
from extractor.modelo.tabla import Fila, Tabla
from extractor.modelo.valores import Responsable, Unidad

Renglones = dict[str, list[Renglon]]
"""Rows by table name."""
Dato = dict[str, Any]

ORDEN = (
    "tabla", "tabla_region", "fila", "actividad", "cifra", "unidad_alias", "responsable", "seccion", "nota",
    "verificacion", "hallazgo",
)  # fmt: skip
"""The tables of a document's current rows, parents first. Deleting goes the other way."""


def renglones(informe: Informe, datos: Dato, resumen: Resumen | None = None) -> Renglones:
    """The rows of ``ORDEN``, and those of ``unidad``. ``datos``: the same Informe as JSON data, from which what is stored as
    JSON is taken. What a table weighs and earns comes from ``resumen``."""
    return _Renglones(clave_documento(informe.documento)).de(informe, datos, resumen)


class _Renglones:
    """The rows of one document while they are gathered."""

    def __init__(self, doc: str) -> None:
        self.doc = doc
        self.filas: Renglones = {nombre: [] for nombre in ("unidad", *ORDEN)}
        self.unidades: Counter[tuple[str, str]] = Counter()
        self.plegados: dict[str, str] = {}

    def de(self, informe: Informe, datos: Dato, resumen: Resumen | None) -> Renglones:
        medidas = {} if resumen is None else {t.id: t for t in resumen.tablas}
        for tabla, suyo in zip(informe.tablas, datos["tablas"], strict=True):
            self._tabla(tabla, suyo, medidas.get(tabla.id))
        for seccion, suyo in zip(informe.secciones, datos["secciones"], strict=True):
            self._seccion(seccion, suyo)
        for numero, suyo in enumerate(datos["documento"]["notas"]):
            propia, lugar = clave(self.doc, "nota", numero), de_lugar(suyo["origen"])
            self._poner("nota", id=propia, numero=numero, marca=suyo["marca"], texto=suyo["texto"], **lugar)
        self._verificaciones(informe, datos["verificaciones"])
        self._hallazgos(informe, datos["hallazgos"])
        for unidad, nombre in sorted(self.unidades):
            veces = self.unidades[unidad, nombre]
            self._poner("unidad_alias", unidad_id=unidad, nombre=nombre, veces=veces)
        self.filas["unidad"] = [{"id": unidad, "plegado": plegado} for unidad, plegado in sorted(self.plegados.items())]
        return self.filas

    def _poner(self, tabla: str, /, **valores: Any) -> None:
        self.filas[tabla].append({"documento_id": self.doc, **valores})

    def _tabla(self, tabla: Tabla, dato: Dato, medida: TablaResumida | None) -> None:
        propia, region = clave(self.doc, "tabla", tabla.id), tabla.region
        self._poner(
            "tabla",
            id=propia,
            clave=tabla.id,
            tipo=tabla.tipo,
            programa=tabla.programa,
            titulo=tabla.titulo,
            objetivo_institucional=tabla.objetivo_institucional,
            etapa=tabla.etapa,
            region_texto=region.texto,
            region_nombre=region.nombre,
            region_codigos=list(region.codigos),
            region_division=region.division,
            region_alcance=region.alcance,
            region_certeza=region.certeza,
            region_heredada=region.heredada,
            columnas=dato["columnas"],
            modo_ganada=tabla.modo_ganada,
            regimen=tabla.regimen,
            **de_desempeno(medida),
            desempeno_servicio=tabla.desempeno.servicio if tabla.desempeno else None,
            **de_lugar(dato["origen"]),
        )
        for codigo in sorted(set(region.codigos)):
            self._poner("tabla_region", tabla_id=propia, region_id=id_region(region.division, codigo))
        for fila, suyo in zip(tabla.filas, dato["filas"], strict=True):
            self._fila(propia, fila, suyo)
        self._cifras(propia, tabla)

    def _fila(self, tabla: str, fila: Fila, dato: Dato) -> None:
        propia = clave(tabla, fila.indice)
        self._poner(
            "fila",
            id=propia,
            tabla_id=tabla,
            indice=fila.indice,
            programa=fila.programa,
            objetivos=list(fila.objetivos),
            celdas=list(fila.celdas),
            indicador=fila.indicador,
            meta=fila.meta,
            resultado=fila.resultado,
            medio=fila.medio,
            avance=fila.avance,
            medidas=fila.medidas,
            recomendaciones=fila.recomendaciones,
            compromisos=fila.compromisos,
            plazo=fila.plazo,
            **de_estado(fila.estado),
            **con_exacto("ganada_recalculada", fila.ganada_recalculada),
            **de_lugar(dato["origen"]),
        )
        self._responsables(propia, None, fila.responsables, dato["origen"])
        for actividad, suyo in zip(fila.actividades, dato["actividades"], strict=True):
            suya = clave(propia, actividad.indice)
            lugar = next(iter(suyo["origen"].values()), dato["origen"])
            self._poner(
                "actividad",
                id=suya,
                fila_id=propia,
                indice=actividad.indice,
                texto=actividad.texto,
                objetivos=list(actividad.objetivos),
                **de_estado(actividad.estado),
                **con_exacto("ganada_recalculada", actividad.ganada_recalculada),
                acumulada_recalculada=actividad.acumulada_recalculada,
                alineacion=dict(actividad.alineacion),
                **de_lugar(lugar),
            )
            self._responsables(propia, suya, actividad.responsables, suyo["origen"].get("responsable", lugar))

    def _responsables(
        self, fila: str, actividad: str | None, responsables: tuple[Responsable, ...], lugar: Dato
    ) -> None:
        for indice, responsable in enumerate(responsables):
            self._poner(
                "responsable",
                id=clave(fila, actividad, "responsable", indice),
                fila_id=fila,
                actividad_id=actividad,
                indice=indice,
                texto=responsable.texto,
                unidad_id=self._unidad(responsable.unidad),
                unidad=responsable.unidad.nombre if responsable.unidad else None,
                unidad_certeza=responsable.unidad.certeza if responsable.unidad else None,
                cargo=responsable.cargo,
                persona=responsable.persona,
                **de_lugar(lugar),
            )

    def _unidad(self, unidad: Unidad | None) -> str | None:
        if unidad is None:
            return None
        plegado = plegar(unidad.nombre)
        propia = clave("unidad", plegado)
        self.plegados[propia] = plegado
        self.unidades[propia, unidad.nombre] += 1
        return propia

    def _cifras(self, tabla: str, leida: Tabla) -> None:
        for fila, actividad, bloque, campo, cifra in cifras_de(leida):
            fila_id = None if fila is None else clave(tabla, fila)
            self._poner(
                "cifra",
                id=clave(tabla, fila, actividad, bloque, campo),
                tabla_id=tabla,
                fila_id=fila_id,
                actividad_id=None if fila_id is None or actividad is None else clave(fila_id, actividad),
                bloque=bloque,
                campo=campo,
                texto=cifra.texto,
                **con_exacto("valor", cifra.valor),
                decimales=cifra.decimales,
                signo=cifra.signo,
                certeza=cifra.certeza,
                **de_lugar(cifra.origen.model_dump(mode="json")),
            )

    def _seccion(self, seccion: Seccion, dato: Dato) -> None:
        self._poner(
            "seccion",
            id=clave(self.doc, "seccion", seccion.id),
            clave=seccion.id,
            nivel=seccion.nivel,
            padre=seccion.padre,
            numero=seccion.numero,
            titulo=seccion.titulo,
            region_nombre=seccion.region.nombre if seccion.region else None,
            region_codigos=list(seccion.region.codigos) if seccion.region else [],
            grado_avance=dato["campos"].get("grado_avance"),
            texto=seccion.texto,
            campos=dato["campos"],
            **de_lugar(dato["origen"]),
        )

    def _verificaciones(self, informe: Informe, datos: list[Dato]) -> None:
        for numero, (hecha, dato) in enumerate(zip(informe.verificaciones, datos, strict=True)):
            operandos = dato["operandos"]
            self._poner(
                "verificacion",
                id=clave(self.doc, "verificacion", numero),
                numero=numero,
                regla=hecha.regla,
                tabla=hecha.tabla,
                fila=hecha.fila,
                actividad=hecha.actividad,
                resultado=hecha.resultado,
                informado=hecha.informado,
                recalculado=hecha.recalculado,
                intervalo=None if hecha.intervalo is None else list(hecha.intervalo),
                operandos=operandos,
                formula=hecha.formula,
                motivo=hecha.motivo,
                causa=hecha.causa,
                **de_lugar(operandos[0]["origen"] if operandos else None),
            )

    def _hallazgos(self, informe: Informe, datos: list[Dato]) -> None:
        vistas: Counter[str] = Counter()
        tablas = {tabla.id: tabla for tabla in informe.tablas}
        for numero, (hallazgo, dato) in enumerate(zip(informe.hallazgos, datos, strict=True)):
            vez = vistas[hallazgo.huella]
            vistas[hallazgo.huella] += 1
            self._poner(
                "hallazgo",
                id=clave(self.doc, "hallazgo", hallazgo.huella, vez),
                huella=hallazgo.huella,
                huella_contenido=hallazgo.huella_contenido,
                codigo=hallazgo.codigo,
                gravedad=hallazgo.gravedad,
                tabla=hallazgo.tabla,
                fila=hallazgo.fila,
                actividad=hallazgo.actividad,
                campo=hallazgo.campo,
                lugar=hallazgo.lugar,
                informado=hallazgo.informado,
                recalculado=hallazgo.recalculado,
                **con_exacto("diferencia", hallazgo.diferencia),
                mensaje=hallazgo.mensaje,
                explicacion=hallazgo.explicacion,
                norma=hallazgo.norma,
                causa=hallazgo.causa,
                certeza=hallazgo.certeza,
                decision=hallazgo.decision.valor if hallazgo.decision else None,
                datos=dato,
                numero=numero,
                en_juego_millonesimas=millonesimas(str(en_juego(tablas, hallazgo))) or 0,
                **de_lugar(dato["origen"]),
            )
