"""The frames: fixed columns, printed text beside Decimal, and the package that is also a function."""

from __future__ import annotations

import importlib
import subprocess
import sys
from decimal import Decimal

import pandas as pd
import pytest
from ayudas_salidas import informe

import extractor
from extractor.marcos.columnas import COLUMNAS

NOMBRES = [
    "documentos", "tablas", "actividades", "cifras", "verificaciones", "hallazgos", "regiones", "nombres", "filas",
    "responsables", "secciones", "notas",
]  # fmt: skip


def test_sin_informes_quedan_las_columnas() -> None:
    cuadros = extractor.marcos([])
    assert list(cuadros) == NOMBRES
    for nombre in NOMBRES:
        assert list(cuadros[nombre].columns) == list(COLUMNAS[nombre])
        assert len(cuadros[nombre]) == 0


def test_tipos_iguales_con_y_sin_filas() -> None:
    vacio, lleno = extractor.marcos([]), extractor.marcos([informe()])
    for nombre in NOMBRES:
        assert vacio[nombre].dtypes.to_dict() == lleno[nombre].dtypes.to_dict()


def test_ninguna_columna_es_de_coma_flotante() -> None:
    cuadros = extractor.marcos([informe()])
    clases = [str(tipo) for nombre in NOMBRES for tipo in cuadros[nombre].dtypes]
    assert len(clases) > 100
    assert not any("float" in clase.lower() for clase in clases)


def test_cifras_como_texto_impreso_y_decimal() -> None:
    cifras = extractor.marcos([informe()]).cifras
    leidas = [
        (f.fila, f.actividad, f.campo, f.texto, f.valor, f.linea_inicio)
        for f in cifras.astype(object).where(cifras.notna(), None).itertuples()
    ]
    assert leidas == [
        (0, 0, "ponderacion", "50", Decimal("50"), 5),
        (0, 0, "ponderacion_ganada", "25", Decimal("25"), 7),
        (0, 1, "ponderacion", "50,0", Decimal("50.0"), 6),
        (0, 1, "ponderacion_ganada", "Pendiente", None, 8),
        (0, None, "total_ponderacion", "100", Decimal("100"), 9),
        (None, None, "total_ganada", "100", Decimal("100"), 10),
    ]
    assert str(cifras.valor.iloc[2]) == "50.0"


def test_filas_de_cada_marco() -> None:
    cuadros = extractor.marcos(i for i in (informe("a.txt", b"a"), informe("b.txt", b"b")))
    assert {nombre: len(cuadros[nombre]) for nombre in NOMBRES} == {
        "documentos": 2,
        "tablas": 2,
        "actividades": 4,
        "cifras": 12,
        "verificaciones": 4,
        "hallazgos": 4,
        "regiones": 2,
        "nombres": 6,
        "filas": 2,
        "responsables": 4,
        "secciones": 2,
        "notas": 0,
    }
    fila = cuadros.hallazgos.iloc[0]
    assert (fila.codigo, fila.region, fila.region_codigos, fila.anio, fila.programa) == (
        "ACUMULADO_NO_CUADRA",
        "La Araucanía",
        "09",
        2007,
        "diseno_acceso",
    )
    assert fila.diferencia_valor == Decimal("-5")
    assert cuadros.hallazgos.iloc[1].lugares == 2
    assert cuadros.documentos.iloc[0].aritmetica == 1 and cuadros.documentos.iloc[0].no_verificables == 1
    assert cuadros.actividades.iloc[0].dudosas == "ponderacion_ganada"


def test_una_palabra_en_lugar_de_cifra_no_tiene_valor() -> None:
    fila = extractor.marcos([informe()]).actividades.iloc[1]
    assert fila.ganada == "Pendiente" and fila.ganada_valor is None


def test_la_funcion_publica_sigue_tras_importar_el_paquete() -> None:
    modulo = importlib.import_module("extractor.marcos")
    assert isinstance(modulo([]).documentos, pd.DataFrame)
    assert isinstance(extractor.marcos([]).documentos, pd.DataFrame)
    from extractor.marcos import marcos

    assert isinstance(marcos([]).documentos, pd.DataFrame)


@pytest.mark.parametrize("antes", ["", "import extractor.marcos; ", "from extractor.marcos import COLUMNAS; "])
def test_llamable_en_un_proceso_nuevo_y_pandas_solo_al_llamar(antes: str) -> None:
    codigo = (
        f"import sys; import extractor; {antes}extractor.marcos; assert 'pandas' not in sys.modules; "
        "print(len(extractor.marcos([]))); assert 'pandas' in sys.modules"
    )
    hecho = subprocess.run([sys.executable, "-c", codigo], capture_output=True, text=True, check=False)
    assert (hecho.returncode, hecho.stdout) == (0, "12\n"), hecho.stderr


def test_atributo_desconocido_del_paquete() -> None:
    with pytest.raises(AttributeError):
        _ = extractor.no_existe
