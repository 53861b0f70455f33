import sys

from .orden import principal

sys.exit(principal())
