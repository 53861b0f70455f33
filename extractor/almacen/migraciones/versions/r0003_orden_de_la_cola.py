"""What the review page's queue is ordered by; and nothing, not an empty text, where a section or a verification says nothing.

Findings that are already there get their order when their document is next loaded, which a new version of the program asks
for; until then they come after the others of their severity.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_COLA = "ix_hallazgo_cola"


def upgrade() -> None:
    op.drop_index(_COLA, "hallazgo")
    op.add_column(
        "hallazgo",
        sa.Column("numero", sa.Integer(), nullable=False, server_default="0", comment="Orden en el informe, desde 0"),
    )
    op.add_column(
        "hallazgo",
        sa.Column(
            "en_juego_millonesimas",
            sa.BigInteger(),
            nullable=False,
            server_default="0",
            comment="Puntos en juego, en millonésimas: la diferencia o, sin ella, lo que pondera lo que señala",
        ),
    )
    op.create_index(
        _COLA, "hallazgo", ["gravedad", "en_juego_millonesimas", "documento_id", "numero", "id", "codigo", "huella"]
    )
    for tabla, columna in (("seccion", "texto"), ("verificacion", "formula")):
        with op.batch_alter_table(tabla) as lote:
            lote.alter_column(columna, existing_type=sa.Text(), nullable=True)
        op.execute(f"UPDATE {tabla} SET {columna} = NULL WHERE {columna} = ''")


def downgrade() -> None:
    for tabla, columna in (("seccion", "texto"), ("verificacion", "formula")):
        op.execute(f"UPDATE {tabla} SET {columna} = '' WHERE {columna} IS NULL")
        with op.batch_alter_table(tabla) as lote:
            lote.alter_column(columna, existing_type=sa.Text(), nullable=False)
    op.drop_index(_COLA, "hallazgo")
    with op.batch_alter_table("hallazgo") as lote:
        lote.drop_column("en_juego_millonesimas")
        lote.drop_column("numero")
    op.create_index(_COLA, "hallazgo", ["gravedad", "documento_id", "id", "codigo", "huella"])
