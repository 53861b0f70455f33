"""Ids that are hashes of content and place, so that two runs give the same bytes."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def huella(*partes: Any) -> str:
    """A 16-character fingerprint of ``partes`` (anything JSON can hold, in order)."""
    crudo = json.dumps(partes, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(crudo.encode("utf-8")).hexdigest()[:16]
