"""The catalogues, the documents, their extractions, and the facts of the runs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "archivo_patron",
        sa.Column("archivo", sa.Text(), nullable=False, comment="Archivo de patrones/ del que se llenó un catálogo, o «reglas»"),
        sa.Column("sha256", sa.Text(), nullable=False, comment="sha256 de su contenido cuando se llenó"),
        sa.PrimaryKeyConstraint("archivo", name="pk_archivo_patron"),
        comment="De qué archivos de patrones/ salieron los catálogos",
    )
    op.create_table(
        "corrida",
        sa.Column("id", sa.Text(), nullable=False, comment="Huella del momento y del proceso"),
        sa.Column("empezo", sa.Text(), nullable=False, comment="Cuándo empezó, en hora universal"),
        sa.Column("termino", sa.Text(), nullable=True, comment="Cuándo terminó; vacío si se cortó"),
        sa.Column("version", sa.Text(), nullable=False, comment="Versión del programa"),
        sa.Column("orden", sa.Text(), nullable=True, comment="Qué se pidió"),
        sa.Column("cuentas", sa.JSON(), nullable=True, comment="Documentos por estado"),
        sa.PrimaryKeyConstraint("id", name="pk_corrida"),
        comment="Cada carga: un hecho, no un dato de los informes",
    )
    op.create_table(
        "estado",
        sa.Column("valor", sa.Text(), nullable=False, comment="CUMPLE, NO_CUMPLE, PARCIAL, PENDIENTE, NO_APLICA o SIN_DATO"),
        sa.Column("nombre", sa.Text(), nullable=True, comment="Cómo se lee"),
        sa.Column("huella_patron", sa.Text(), nullable=True, comment="sha256 del archivo de patrones/ que la define"),
        sa.PrimaryKeyConstraint("valor", name="pk_estado"),
        comment="Estados de cumplimiento",
    )
    op.create_table(
        "regimen",
        sa.Column("id", sa.Text(), nullable=False, comment="Nombre corto, como «gt_2009»"),
        sa.Column("nombre", sa.Text(), nullable=True, comment="Nombre"),
        sa.Column("fuente", sa.Text(), nullable=True, comment="impresa, norma_externa o supuesta"),
        sa.Column("credito", sa.Text(), nullable=True, comment="Qué gana un cumplimiento parcial: todo_o_nada o proporcional"),
        sa.Column("total_esperado", sa.Text(), nullable=True, comment="Lo que deben sumar las ponderaciones"),
        sa.Column("umbral", sa.Text(), nullable=True, comment="Porcentaje desde el que vale el programa de una región"),
        sa.Column("umbral_millonesimas", sa.BigInteger(), nullable=True, comment="El umbral en millonésimas"),
        sa.Column("minimo_actividades", sa.Integer(), nullable=True, comment="Actividades que debe tener un objetivo"),
        sa.Column("desde", sa.Integer(), nullable=True, comment="Primer año en que rige"),
        sa.Column("hasta", sa.Integer(), nullable=True, comment="Último año en que rige"),
        sa.Column("normas", sa.JSON(), nullable=True, comment="Qué párrafo dice cada cosa, por referencia"),
        sa.Column("huella_patron", sa.Text(), nullable=True, comment="sha256 del archivo de patrones/ que la define"),
        sa.PrimaryKeyConstraint("id", name="pk_regimen"),
        comment="Regímenes: la aritmética con que se juzga un programa",
    )
    op.create_table(
        "region",
        sa.Column("id", sa.Text(), nullable=False, comment="División y código, como «2007-14»"),
        sa.Column("division", sa.Text(), nullable=False, comment="División regional: 1974, 2007 o 2018"),
        sa.Column("codigo", sa.Text(), nullable=False, comment="Código de dos cifras en esa división"),
        sa.Column("romano", sa.Text(), nullable=True, comment="Número romano"),
        sa.Column("nombre", sa.Text(), nullable=True, comment="Nombre oficial"),
        sa.Column("desde", sa.Integer(), nullable=True, comment="Primer año de programa en que rige la división"),
        sa.Column("hasta", sa.Integer(), nullable=True, comment="Último año de programa en que rige la división"),
        sa.Column("huella_patron", sa.Text(), nullable=True, comment="sha256 del archivo de patrones/ que la define"),
        sa.PrimaryKeyConstraint("id", name="pk_region"),
        comment="Regiones de cada división del país",
    )
    op.create_table(
        "regla",
        sa.Column("codigo", sa.Text(), nullable=False, comment="Código del hallazgo o de la verificación"),
        sa.Column("titulo", sa.Text(), nullable=True, comment="Qué exige"),
        sa.Column("gravedad", sa.Text(), nullable=True, comment="Gravedad usual"),
        sa.Column("necesita", sa.Text(), nullable=True, comment="Campos que necesita, separados por coma"),
        sa.Column("parrafo", sa.Text(), nullable=True, comment="Clave de las normas del régimen que la pide"),
        sa.Column("por_que", sa.Text(), nullable=True, comment="Por qué importa"),
        sa.Column("ejemplo", sa.Text(), nullable=True, comment="Un ejemplo"),
        sa.Column("regimenes", sa.Text(), nullable=True, comment="A qué regímenes se aplica"),
        sa.Column("huella_patron", sa.Text(), nullable=True, comment="Huella de la ficha de la regla, que es parte del programa"),
        sa.PrimaryKeyConstraint("codigo", name="pk_regla"),
        comment="Códigos de las reglas y de las dificultades de lectura",
    )
    op.create_table(
        "servicio",
        sa.Column("codigo", sa.Text(), nullable=False, comment="Código del servicio, como «sernam»"),
        sa.Column("nombre", sa.Text(), nullable=True, comment="Nombre oficial"),
        sa.Column("ministerio", sa.Text(), nullable=True, comment="Ministerio del que depende"),
        sa.Column("huella_patron", sa.Text(), nullable=True, comment="sha256 del archivo de patrones/ que la define"),
        sa.PrimaryKeyConstraint("codigo", name="pk_servicio"),
        comment="Servicios públicos",
    )
    op.create_table(
        "unidad",
        sa.Column("id", sa.Text(), nullable=False, comment="Huella del nombre sin mayúsculas ni acentos"),
        sa.Column("plegado", sa.Text(), nullable=False, comment="El nombre sin mayúsculas ni acentos"),
        sa.PrimaryKeyConstraint("id", name="pk_unidad"),
        comment="Unidades que los informes nombran; es un vocabulario abierto",
    )
    op.create_table(
        "documento",
        sa.Column(
            "id",
            sa.Text(),
            nullable=False,
            comment="Los primeros 24 dígitos de su sha256; de lo que no se pudo abrir, una huella de su ruta",
        ),
        sa.Column("sha256", sa.Text(), nullable=True, comment="sha256 del contenido; vacío si no se pudo abrir"),
        sa.Column(
            "ruta",
            sa.Text(),
            nullable=False,
            comment="La ruta de la que se leyó lo vigente: la primera que tiene algo declarado, o la primera",
        ),
        sa.Column("nombre", sa.Text(), nullable=False, comment="Nombre del archivo en esa ruta"),
        sa.Column("bytes", sa.Integer(), nullable=False, comment="Tamaño"),
        sa.Column("formato", sa.Text(), nullable=True, comment="Formato del contenido: doc, pdf, pdf_escaneado..."),
        sa.Column("lector", sa.Text(), nullable=True, comment="Con qué se leyó"),
        sa.Column("paginas", sa.Integer(), nullable=True, comment="Páginas"),
        sa.Column("tipo", sa.Text(), nullable=False, comment="implementacion, evaluacion, guia o desconocido"),
        sa.Column("patron", sa.Text(), nullable=True, comment="Familia de informe: el archivo de patrones/formatos"),
        sa.Column("anio", sa.Integer(), nullable=True, comment="Año del programa"),
        sa.Column("etapas", sa.JSON(), nullable=False, comment="Etapas que contiene"),
        sa.Column("servicio_texto", sa.Text(), nullable=True, comment="Servicio tal como está escrito"),
        sa.Column("servicio_codigo", sa.Text(), nullable=True, comment="Servicio del catálogo"),
        sa.Column("servicio_nombre", sa.Text(), nullable=True, comment="Nombre del servicio"),
        sa.Column("servicio_certeza", sa.Text(), nullable=True, comment="exacta, alias, aproximada o dudosa"),
        sa.Column("estado", sa.Text(), nullable=False, comment="ok, parcial o fallido"),
        sa.Column("motivo", sa.Text(), nullable=True, comment="Por qué no se leyó, o no se leyó entero"),
        sa.Column(
            "ultima_falla",
            sa.Text(),
            nullable=True,
            comment="Por qué falló la última lectura, si siguen vigentes los datos de una anterior",
        ),
        sa.Column("tablas", sa.Integer(), nullable=False, comment="Tablas del documento"),
        sa.Column("tablas_reconocidas", sa.Integer(), nullable=False, comment="Tablas de una forma conocida"),
        sa.Column("actividades", sa.Integer(), nullable=False, comment="Actividades"),
        sa.Column("cifras", sa.Integer(), nullable=False, comment="Cifras"),
        sa.Column("verificables", sa.Integer(), nullable=False, comment="Verificaciones intentadas"),
        sa.Column("verificadas", sa.Integer(), nullable=False, comment="Verificaciones que se pudieron hacer"),
        sa.Column("no_verificables", sa.JSON(), nullable=False, comment="Verificaciones que no se pudieron hacer, por motivo"),
        sa.Column("descartadas", sa.Integer(), nullable=False, comment="Filas y actividades en blanco, descartadas"),
        sa.ForeignKeyConstraint(["servicio_codigo"], ["servicio.codigo"], name="fk_documento_servicio_codigo"),
        sa.PrimaryKeyConstraint("id", name="pk_documento"),
        comment="Un contenido: el mismo archivo en dos rutas es un documento",
    )
    op.create_index("ix_documento_anio", "documento", ["anio"])
    op.create_index("ix_documento_estado", "documento", ["estado"])
    op.create_index("ix_documento_servicio_codigo", "documento", ["servicio_codigo"])
    op.create_index("ix_documento_sha256", "documento", ["sha256"])
    op.create_table(
        "region_alias",
        sa.Column("region_id", sa.Text(), nullable=False, comment="Región que nombra"),
        sa.Column("texto", sa.Text(), nullable=False, comment="Nombre con que se la escribe"),
        sa.Column("visto", sa.Text(), nullable=True, comment="Dónde se vio"),
        sa.Column("huella_patron", sa.Text(), nullable=True, comment="sha256 del archivo de patrones/ que la define"),
        sa.ForeignKeyConstraint(["region_id"], ["region.id"], name="fk_region_alias_region_id"),
        sa.PrimaryKeyConstraint("region_id", "texto", name="pk_region_alias"),
        comment="Nombres con que se escribe cada región",
    )
    op.create_table(
        "region_equivalencia",
        sa.Column("region_id", sa.Text(), nullable=False, comment="Región de la división posterior"),
        sa.Column("antes_id", sa.Text(), nullable=False, comment="Región de la división anterior que tenía su territorio"),
        sa.Column("huella_patron", sa.Text(), nullable=True, comment="sha256 del archivo de patrones/ que la define"),
        sa.ForeignKeyConstraint(["antes_id"], ["region.id"], name="fk_region_equivalencia_antes_id"),
        sa.ForeignKeyConstraint(["region_id"], ["region.id"], name="fk_region_equivalencia_region_id"),
        sa.PrimaryKeyConstraint("region_id", "antes_id", name="pk_region_equivalencia"),
        comment="Qué región de una división anterior tenía el territorio de una región",
    )
    op.create_table(
        "servicio_alias",
        sa.Column("servicio_codigo", sa.Text(), nullable=False, comment="Servicio que nombra"),
        sa.Column("texto", sa.Text(), nullable=False, comment="Sigla o nombre"),
        sa.Column("clase", sa.Text(), nullable=False, comment="sigla, otro o antes (nombre anterior)"),
        sa.Column("huella_patron", sa.Text(), nullable=True, comment="sha256 del archivo de patrones/ que la define"),
        sa.ForeignKeyConstraint(["servicio_codigo"], ["servicio.codigo"], name="fk_servicio_alias_servicio_codigo"),
        sa.PrimaryKeyConstraint("servicio_codigo", "texto", name="pk_servicio_alias"),
        comment="Siglas, otros nombres y nombres anteriores de los servicios",
    )
    op.create_table(
        "documento_ruta",
        sa.Column("documento_id", sa.Text(), nullable=False, comment="Documento"),
        sa.Column("ruta", sa.Text(), nullable=False, comment="Ruta relativa a la carpeta que se cargó"),
        sa.Column("fondo", sa.Text(), nullable=True, comment="Fondo del archivo físico (documentos.csv)"),
        sa.Column("serie", sa.Text(), nullable=True, comment="Serie"),
        sa.Column("caja", sa.Text(), nullable=True, comment="Caja"),
        sa.ForeignKeyConstraint(["documento_id"], ["documento.id"], name="fk_documento_ruta_documento_id"),
        sa.PrimaryKeyConstraint("documento_id", "ruta", name="pk_documento_ruta"),
        comment="Dónde se encontró cada documento y dónde está su papel",
    )
    op.create_table(
        "extraccion",
        sa.Column("id", sa.Text(), nullable=False, comment="Huella del documento y de todo lo demás que decide qué se lee"),
        sa.Column("documento_id", sa.Text(), nullable=False, comment="Documento"),
        sa.Column("vigente", sa.Boolean(), nullable=False, comment="Si es de ella que salen las filas de las demás tablas"),
        sa.Column("esquema", sa.Text(), nullable=False, comment="Esquema del informe, como «informe/1»"),
        sa.Column("programa", sa.Text(), nullable=False, comment="Versión del programa y huella de su código"),
        sa.Column("patrones", sa.Text(), nullable=False, comment="Huella de patrones/"),
        sa.Column("ajustes", sa.Text(), nullable=False, comment="Huella de los límites en uso"),
        sa.Column("decisiones", sa.Text(), nullable=False, comment="Huella de las decisiones que le tocan"),
        sa.Column(
            "declarado",
            sa.Text(),
            nullable=False,
            comment="Huella de lo que una persona declaró del documento; vacía si nada",
        ),
        sa.Column("externos", sa.Text(), nullable=False, comment="Programas externos que la lectura usó, con su versión"),
        sa.Column("estado", sa.Text(), nullable=False, comment="ok, parcial o fallido"),
        sa.Column("informe", sa.LargeBinary(), nullable=False, comment="El informe completo: JSON en UTF-8, comprimido con zlib"),
        sa.Column(
            "resumen",
            sa.LargeBinary(),
            nullable=True,
            comment="Lo que se compara entre documentos, comprimido; solo el de la vigente",
        ),
        sa.Column("resumen_servicio", sa.Text(), nullable=True, comment="Por qué servicio se agrupa al comparar"),
        sa.Column("resumen_texto", sa.Text(), nullable=True, comment="Huella de todo su texto"),
        sa.Column("resumen_palabras", sa.Integer(), nullable=True, comment="Palabras de su texto"),
        sa.ForeignKeyConstraint(["documento_id"], ["documento.id"], name="fk_extraccion_documento_id"),
        sa.PrimaryKeyConstraint("id", name="pk_extraccion"),
        comment="Lo que cada versión del programa leyó en cada documento; las anteriores se conservan",
    )
    op.create_index("ix_extraccion_documento_id", "extraccion", ["documento_id"])
    op.create_index(
        "uq_extraccion_vigente",
        "extraccion",
        ["documento_id"],
        unique=True,
        sqlite_where=sa.text("vigente = 1"),
        postgresql_where=sa.text("vigente"),
    )
    op.create_table(
        "falla",
        sa.Column("id", sa.Text(), nullable=False, comment="Huella de la ruta, el contenido, la versión y el motivo"),
        sa.Column("documento_id", sa.Text(), nullable=False, comment="Documento"),
        sa.Column("ruta", sa.Text(), nullable=False, comment="Ruta que se intentó leer"),
        sa.Column("codigo", sa.Text(), nullable=True, comment="Código de la dificultad de lectura"),
        sa.Column("motivo", sa.Text(), nullable=False, comment="Por qué no se pudo leer"),
        sa.Column("version", sa.Text(), nullable=False, comment="Versión del programa"),
        sa.ForeignKeyConstraint(["documento_id"], ["documento.id"], name="fk_falla_documento_id"),
        sa.PrimaryKeyConstraint("id", name="pk_falla"),
        comment="Todo lo que alguna vez no se pudo leer, con su motivo; no se borra",
    )
    op.create_index("ix_falla_documento_id", "falla", ["documento_id"])
    op.create_table(
        "unidad_alias",
        sa.Column("documento_id", sa.Text(), nullable=False, comment="Documento en que se vio"),
        sa.Column("unidad_id", sa.Text(), nullable=False, comment="Unidad"),
        sa.Column("nombre", sa.Text(), nullable=False, comment="Nombre tal como se leyó"),
        sa.Column("veces", sa.Integer(), nullable=False, comment="Veces que aparece en el documento"),
        sa.ForeignKeyConstraint(["documento_id"], ["documento.id"], name="fk_unidad_alias_documento_id"),
        sa.ForeignKeyConstraint(["unidad_id"], ["unidad.id"], name="fk_unidad_alias_unidad_id"),
        sa.PrimaryKeyConstraint("documento_id", "unidad_id", "nombre", name="pk_unidad_alias"),
        comment="Cómo se escribe cada unidad y en qué documento se vio",
    )
    op.create_table(
        "corrida_extraccion",
        sa.Column("corrida_id", sa.Text(), nullable=False, comment="Corrida"),
        sa.Column("extraccion_id", sa.Text(), nullable=False, comment="Extracción que cargó"),
        sa.ForeignKeyConstraint(["corrida_id"], ["corrida.id"], name="fk_corrida_extraccion_corrida_id"),
        sa.ForeignKeyConstraint(["extraccion_id"], ["extraccion.id"], name="fk_corrida_extraccion_extraccion_id"),
        sa.PrimaryKeyConstraint("corrida_id", "extraccion_id", name="pk_corrida_extraccion"),
        comment="Qué extracciones cargó cada corrida",
    )


def downgrade() -> None:
    for tabla in (
        "corrida_extraccion",
        "unidad_alias",
        "falla",
        "extraccion",
        "documento_ruta",
        "servicio_alias",
        "region_equivalencia",
        "region_alias",
        "documento",
        "unidad",
        "servicio",
        "regla",
        "region",
        "regimen",
        "estado",
        "corrida",
        "archivo_patron",
    ):
        op.drop_table(tabla)
