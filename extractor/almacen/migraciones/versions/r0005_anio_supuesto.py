"""Whether a document's year is one that nothing in it prints as its own.

Unknown (null) of documents that are already there, until their next load, which a new version of the program asks for.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "documento", sa.Column("anio_supuesto", sa.Boolean(), nullable=True, comment="Si nada del documento da el año como suyo")
    )


def downgrade() -> None:
    op.drop_column("documento", "anio_supuesto")
