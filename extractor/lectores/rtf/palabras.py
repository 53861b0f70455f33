"""The control words that carry text or say where text goes."""

from __future__ import annotations

SIGNOS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
"""Control words that print as a character; soft breaks are line ends."""

ESCAPES = {"\\": "\\", "{": "{", "}": "}", "~": "\xa0", "_": "-", "-": "", "\t": "\t"}

CALLADOS = frozenset(
    (
        "pict", "stylesheet", "colortbl", "filetbl", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator",
        "themedata", "colorschememapping", "latentstyles", "datastore", "xmlnstbl", "pgdsctbl", "bkmkstart", "bkmkend", "xe",
        "tc", "tcn", "rxe", "txe", "template", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc",
        "aftncn", "background", "falt", "panose", "nonshppict", "shprslt", "nonesttables", "fldinst", "datafield",
        "annotation", "atnid", "atnauthor", "atntime", "atnicn", "atnref", "atndate", "atnparent", "pn",
        "pntxta", "pntxtb", "pnseclvl", "private", "nextfile", "keywords", "doccomm", "subject", "category",
        "manager", "company", "operator", "comment", "printim", "buptim", "hlinkbase", "objdata", "objclass",
        "objname", "formfield", "sp", "mmathPr", "userprops", "passwordhash",
    )
)  # fmt: skip
"""Destinations that are no running text: nothing inside them is read, whatever it says."""

MEMBRETES = frozenset(("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"))
"""What is printed at the head and the foot of pages: kept apart from the text."""

MUDOS = frozenset(("shp", "shpinst", "do", "upr", "shpgrp", "dptxbx"))
"""Destinations that print nothing themselves but may hold one that does (a text box, the Unicode half of a pair)."""

DIBUJOS = frozenset(("shptxt", "dptxbxtext"))
ROTULOS = frozenset(("listtext", "pntext"))
CON_ASTERISCO = frozenset(("nesttableprops", "ud", "footnote", *MUDOS, *DIBUJOS))
"""Destinations marked as optional that are read all the same."""

INFORMACION = {"title": "titulo", "author": "autor", "creatim": "creado", "revtim": "modificado"}
FECHA = ("yr", "mo", "dy", "hr", "min", "sec")

FORMATO_NOTAS = {
    "nar": "decimal", "nalc": "lowerLetter", "nauc": "upperLetter", "nrlc": "lowerRoman", "nruc": "upperRoman",
}  # fmt: skip
"""Endings of ``\\ftnnar``, ``\\aftnnrlc`` …: how footnotes and endnotes are numbered."""
