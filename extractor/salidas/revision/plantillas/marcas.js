"use strict";
// the marks of a source, for whichever page shows it: lit for one finding, its operands with their letters
const Marcas = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  function letras(marca, n) {
    return (marca.dataset.o || "").split(" ").filter((x) => x.match(/^\d+/)?.[0] === n).map((x) => x.replace(/^\d+/, ""));
  }

  function rotular(marca, texto) {
    if (!(marca instanceof SVGElement)) {
      marca.dataset.letra = texto;
      return;
    }
    const caja = marca.querySelector(".marca").getBBox();
    const grupo = document.createElementNS(SVG, "g");
    grupo.setAttribute("class", "pone-letra");
    const ancho = 5 + 5.6 * texto.length;
    const poner = (clase, datos) => {
      const e = document.createElementNS(SVG, clase);
      for (const [k, v] of Object.entries(datos)) e.setAttribute(k, v);
      grupo.append(e);
      return e;
    };
    poner("rect", { x: caja.x - ancho + 1, y: caja.y - 3, width: ancho, height: 11, rx: 2, class: "fondo-op" });
    poner("text", { x: caja.x - ancho / 2 + 1, y: caja.y + 5.4, "text-anchor": "middle", class: "letra-op" }).textContent = texto;
    marca.append(grupo);
  }

  function apagar(raiz) {
    raiz.querySelectorAll(".actual,.operando").forEach((m) => {
      m.classList.remove("actual", "operando");
      m.removeAttribute("data-letra");
    });
    raiz.querySelectorAll(".pone-letra").forEach((e) => e.remove());
  }

  function encender(raiz, n) {
    raiz.querySelectorAll(`[data-h~="${n}"]`).forEach((m) => m.classList.add("actual"));
    raiz.querySelectorAll("[data-o]").forEach((m) => {
      const suyas = letras(m, n);
      if (!suyas.length) return;
      m.classList.add("operando");
      rotular(m, suyas.join(" "));
    });
  }

  // a wide table scrolls sideways in a box of its own
  function mostrarAlLado(elemento) {
    const rejilla = elemento.closest(".rejilla");
    if (!rejilla || rejilla.scrollWidth <= rejilla.clientWidth) return;
    const a = elemento.getBoundingClientRect();
    const c = rejilla.getBoundingClientRect();
    if (a.left < c.left || a.right > c.right) rejilla.scrollLeft += a.left - c.left - (c.width - a.width) / 2;
  }

  return { apagar, encender, mostrarAlLado };
})();
