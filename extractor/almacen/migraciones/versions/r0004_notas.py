"""The notes of each document: footnotes and those of the form.

Those of documents that are already there come with their next load, which a new version of the program asks for.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ORIGEN = "El lugar completo, con su texto tal como está escrito (Origen)"


def upgrade() -> None:
    op.create_table(
        "nota",
        sa.Column("id", sa.Text(), nullable=False, comment="Huella del documento y del orden de la nota"),
        sa.Column("documento_id", sa.Text(), nullable=False, comment="Documento"),
        sa.Column("numero", sa.Integer(), nullable=False, comment="Orden en el documento, desde 0"),
        sa.Column("marca", sa.Text(), nullable=False, comment="Marca con que se la llama"),
        sa.Column("texto", sa.Text(), nullable=False, comment="Texto de la nota"),
        sa.Column("pagina", sa.Integer(), nullable=True, comment="Página del documento, desde 1"),
        sa.Column("linea_inicio", sa.Integer(), nullable=True, comment="Primera línea, desde 1 (archivos de texto)"),
        sa.Column("tabla_origen", sa.Integer(), nullable=True, comment="Tabla del documento, desde 0"),
        sa.Column("fila_origen", sa.Integer(), nullable=True, comment="Fila de esa tabla, desde 0"),
        sa.Column("columna_origen", sa.Integer(), nullable=True, comment="Columna de esa tabla, desde 0"),
        sa.Column("parrafo", sa.Integer(), nullable=True, comment="Párrafo de la celda o del documento, desde 0"),
        sa.Column("origen", sa.JSON(), nullable=True, comment=_ORIGEN),
        sa.ForeignKeyConstraint(["documento_id"], ["documento.id"], name="fk_nota_documento_id"),
        sa.PrimaryKeyConstraint("id", name="pk_nota"),
        comment="Notas al pie y notas del formulario",
    )
    op.create_index("ix_nota_documento_id", "nota", ["documento_id"])


def downgrade() -> None:
    op.drop_table("nota")
