"""Who may talk to the page: this machine's own browser, by the address that the command printed, and nobody else.

A page of another site can make a browser send requests to this machine. So the Host and Origin headers must be ours (DNS
rebinding), the session travels in a cookie that other sites cannot make the browser send, every form carries its own
token, and nothing but small forms is accepted.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

Ambito = MutableMapping[str, Any]
Mensaje = MutableMapping[str, Any]
Recibir = Callable[[], Awaitable[Mensaje]]
Enviar = Callable[[Mensaje], Awaitable[None]]
Asgi = Callable[[Ambito, Recibir, Enviar], Awaitable[None]]

MAX_CUERPO = 64 * 1024
"""Bytes of a form: a corrected text and a comment fit many times."""
MAX_SESIONES = 200
POLITICA = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_CABECERAS = (
    (b"content-security-policy", POLITICA.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_FORMULARIO = "application/x-www-form-urlencoded"


@dataclass(slots=True)
class Sesion:
    """One browser. ``quien``: its person's name, asked once; ``csrf``: what its forms carry."""

    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    quien: str = ""


class Guardia:
    """The ASGI layer around the page. ``token`` opens a session at ``/?token=...``; sessions live as long as the program."""

    def __init__(self, aplicacion: Asgi, puerto: int, token: str) -> None:
        self._aplicacion = aplicacion
        self._token = token
        self._galleta = f"revisar_{puerto}"  # cookies do not tell ports apart
        self._anfitriones = {f"{nombre}:{puerto}" for nombre in ("127.0.0.1", "localhost")}
        self._sesiones: dict[str, Sesion] = {}

    async def __call__(self, ambito: Ambito, recibir: Recibir, enviar: Enviar) -> None:
        if ambito["type"] == "lifespan":
            await self._aplicacion(ambito, recibir, enviar)
            return
        if ambito["type"] != "http":
            return

        async def con_cabeceras(mensaje: Mensaje) -> None:
            if mensaje["type"] == "http.response.start":
                propias = [*mensaje.get("headers", ()), *_CABECERAS]
                if not any(nombre.lower() == b"cache-control" for nombre, _ in propias):
                    propias.append((b"cache-control", b"no-store"))
                mensaje = {**mensaje, "headers": propias}
            await enviar(mensaje)

        cabeceras = {nombre.decode("latin-1").lower(): valor.decode("latin-1") for nombre, valor in ambito["headers"]}
        motivo = self._rechazo(ambito, cabeceras)
        if motivo is not None:
            await _responder(con_cabeceras, *motivo)
            return
        dado = parse_qs(ambito["query_string"].decode("latin-1")).get("token", [""])[0]
        if ambito["path"] == "/" and dado:
            await self._entrar(dado, con_cabeceras)
            return
        sesion = self._sesion(cabeceras.get("cookie", ""))
        if sesion is None:
            await _responder(con_cabeceras, 403, "Abra la dirección completa que escribió la orden «extractor revisar».")
            return
        ambito.setdefault("state", {})["sesion"] = sesion
        await self._aplicacion(ambito, recibir, con_cabeceras)

    def _rechazo(self, ambito: Ambito, cabeceras: dict[str, str]) -> tuple[int, str] | None:
        """Status and sentence for what is not served, whoever asks."""
        anfitrion = cabeceras.get("host", "")
        if anfitrion not in self._anfitriones:
            return 421, "Esta página solo se sirve en este equipo."
        if ambito["method"] in ("GET", "HEAD"):
            return None
        if ambito["method"] != "POST":
            return 405, "La página no hace eso."
        if cabeceras.get("origin", f"http://{anfitrion}") != f"http://{anfitrion}":
            return 403, "El formulario no viene de esta página."
        if cabeceras.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return 403, "El formulario no viene de esta página."
        if cabeceras.get("content-type", "").partition(";")[0].strip().lower() != _FORMULARIO:
            return 415, "La página solo recibe formularios."
        largo = cabeceras.get("content-length", "")
        if not largo.isascii() or not largo.isdigit() or int(largo) > MAX_CUERPO:
            return 413, "El formulario es demasiado grande."
        return None

    async def _entrar(self, dado: str, enviar: Enviar) -> None:
        if not secrets.compare_digest(dado.encode(), self._token.encode()):
            await _responder(enviar, 403, "La dirección no es la que escribió la orden «extractor revisar».")
            return
        if len(self._sesiones) >= MAX_SESIONES:
            self._sesiones.pop(next(iter(self._sesiones)))
        clave = secrets.token_urlsafe(32)
        self._sesiones[clave] = Sesion()
        galleta = f"{self._galleta}={clave}; Path=/; HttpOnly; SameSite=Strict"
        cabeceras = [(b"location", b"/"), (b"set-cookie", galleta.encode())]
        await enviar({"type": "http.response.start", "status": 303, "headers": cabeceras})
        await enviar({"type": "http.response.body", "body": b""})

    def _sesion(self, galletas: str) -> Sesion | None:
        try:
            dadas = SimpleCookie(galletas)
        except CookieError:
            return None
        return self._sesiones.get(dadas[self._galleta].value) if self._galleta in dadas else None


async def _responder(enviar: Enviar, estado: int, frase: str) -> None:
    cabeceras = [(b"content-type", b"text/plain; charset=utf-8")]
    await enviar({"type": "http.response.start", "status": estado, "headers": cabeceras})
    await enviar({"type": "http.response.body", "body": f"{frase}\n".encode()})
