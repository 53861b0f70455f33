"""Why the system refused a file, in a few Spanish words: its own words are English wherever no locale is set."""

from __future__ import annotations

import errno

_RAZONES = {
    errno.EACCES: "falta el permiso",
    errno.EBUSY: "otro programa lo está usando",
    errno.EDQUOT: "no queda espacio asignado en el disco",
    errno.EEXIST: "ya existe y no es una carpeta",
    errno.EFBIG: "el archivo llegó al tamaño máximo que permite el sistema",
    errno.EINVAL: "el sistema no admite ese nombre o esa operación",
    errno.EIO: "falló el disco o la red",
    errno.EISDIR: "es una carpeta",
    errno.ELOOP: "el enlace no lleva a ningún archivo",
    errno.EMFILE: "hay demasiados archivos abiertos",
    errno.ENAMETOOLONG: "el nombre es demasiado largo",
    errno.ENOENT: "no existe",
    errno.ENOMEM: "falta memoria",
    errno.ENOSPC: "no queda espacio en el disco",
    errno.ENOTDIR: "no es una carpeta",
    errno.EPERM: "falta el permiso",
    errno.EROFS: "el disco solo se puede leer",
}


def razon(error: OSError) -> str:
    """The reason; for one that is not known here, what the system says."""
    return _RAZONES.get(error.errno or 0) or error.strerror or str(error) or type(error).__name__
