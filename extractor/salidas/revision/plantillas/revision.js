(() => {
  const cuerpo = document.body;
  cuerpo.classList.add("js");
  const vistas = [...document.querySelectorAll(".vista")];
  const porId = new Map(vistas.map((v) => [v.id, v]));
  const cual = document.getElementById("cual");
  const anuncio = document.getElementById("anuncio");
  const botones = { "-1": document.getElementById("anterior"), 1: document.getElementById("siguiente") };
  const quieto = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let activa = null;
  let elegido = null;
  let prestada = null;

  const visibles = (vista) => [...vista.querySelectorAll(".hallazgo")].filter((h) => h.getClientRects().length);

  function mostrar(vista) {
    if (vista === activa) return;
    if (activa) activa.classList.remove("activa");
    soltar();
    activa = vista;
    vista.classList.add("activa");
    const lugar = vistas.indexOf(vista);
    cual.textContent = lugar ? `${lugar} de ${vistas.length - 1} · ${vista.dataset.nombre}` : `${vistas.length - 1} ${vistas.length === 2 ? "documento" : "documentos"}`;
    botones[-1].disabled = lugar <= 0;
    botones[1].disabled = lugar >= vistas.length - 1;
    document.querySelector("main").scrollTop = 0;
    scrollTo(0, 0);
  }

  function soltar() {
    if (!elegido) return;
    const vista = elegido.closest(".vista");
    Marcas.apagar(vista);
    if (prestada) {
      prestada.sitio.insertBefore(prestada.tabla, prestada.sigue);
      prestada = null;
    }
    elegido.classList.remove("elegido");
    elegido.querySelector(".cabeza").setAttribute("aria-expanded", "false");
    elegido.removeAttribute("aria-current");
    elegido = null;
  }

  function prestarTabla(hallazgo) {
    if (!hallazgo.dataset.tabla) return;
    const vista = hallazgo.closest(".vista");
    const tabla = [...vista.querySelectorAll(".recalculo")].find((t) => t.dataset.tabla === hallazgo.dataset.tabla);
    if (!tabla) return;
    prestada = { tabla, sitio: tabla.parentNode, sigue: tabla.nextSibling };
    hallazgo.querySelector(".derivacion").append(tabla);
    const { fila, actividad } = hallazgo.dataset;
    tabla.scrollTop = 0;
    tabla.querySelectorAll("tr[data-fila],tr[data-total]").forEach((f) => {
      const suya = f.dataset.fila === fila && f.dataset.actividad === actividad;
      f.classList.toggle("actual", fila !== undefined && (suya || (actividad === undefined && f.dataset.total === fila)));
    });
    const primera = tabla.querySelector("tr.actual");
    if (primera) tabla.scrollTop = primera.offsetTop - tabla.clientHeight / 2;
  }

  // scrolls the nearest boxes that scroll, and never the page around them; medio: to the middle, else only into sight
  function acercar(elemento, caja, medio) {
    if (!caja || getComputedStyle(caja).overflowY === "visible") {
      elemento.scrollIntoView({ block: medio ? "center" : "start" });
      return;
    }
    const a = elemento.getBoundingClientRect();
    const b = caja.getBoundingClientRect();
    const cabe = a.height < b.height * 0.6;
    let salto = a.top - b.top - (medio && cabe ? (b.height - a.height) / 2 : 8);
    if (!medio && a.top >= b.top && a.bottom <= b.bottom) salto = 0;
    caja.scrollBy({ top: salto, behavior: quieto || Math.abs(salto) > 2 * b.height ? "instant" : "smooth" });
    Marcas.mostrarAlLado(elemento);
  }
  const centrar = (elemento) => acercar(elemento, elemento.closest(".fuente"), true);

  function elegir(hallazgo, opciones = {}) {
    if (!hallazgo) return;
    mostrar(hallazgo.closest(".vista"));
    if (hallazgo !== elegido) {
      soltar();
      elegido = hallazgo;
      hallazgo.classList.add("elegido");
      hallazgo.setAttribute("aria-current", "true");
      hallazgo.querySelector(".cabeza").setAttribute("aria-expanded", "true");
      const n = hallazgo.dataset.n;
      Marcas.encender(activa, n);
      prestarTabla(hallazgo);
      history.replaceState(null, "", `#${hallazgo.id}`);
      anuncio.textContent = `Hallazgo ${n}: ${hallazgo.querySelector(".nivel").textContent}. ${hallazgo.querySelector(".mensaje").textContent}`;
    }
    const marca = activa.querySelector(".fuente .actual") || activa.querySelector(".fuente .operando");
    if (marca) centrar(marca);
    acercar(hallazgo, hallazgo.closest(".lado"), false);
    document.querySelector("main").scrollTop = 0;
    if (opciones.foco !== false) hallazgo.querySelector(".cabeza").focus({ preventScroll: true });
  }

  function mover(paso) {
    let lugar = vistas.indexOf(activa);
    let lista = visibles(activa);
    let siguiente = elegido ? lista[lista.indexOf(elegido) + paso] : lista[paso > 0 ? 0 : lista.length - 1];
    while (!siguiente && vistas[lugar + paso]) {
      lugar += paso;
      if (!vistas[lugar].querySelector(".hallazgo")) continue;
      mostrar(vistas[lugar]);
      lista = visibles(activa);
      siguiente = lista[paso > 0 ? 0 : lista.length - 1];
    }
    elegir(siguiente);
  }

  function seguir(ancla) {
    const id = decodeURIComponent(ancla.replace(/^#/, ""));
    const marca = id.match(/^(d\d+)([hm])(\d+)$/);
    if (marca) elegir(document.getElementById(`${marca[1]}h${marca[3]}`));
    else if (porId.has(id)) mostrar(porId.get(id));
    else return false;
    return true;
  }

  document.addEventListener("click", (e) => {
    const enlace = e.target.closest("a[href^='#']");
    if (enlace) {
      if (enlace.classList.contains("cabeza") && enlace.closest(".hallazgo") === elegido) {
        e.preventDefault();
        soltar();
        return;
      }
      if (seguir(enlace.getAttribute("href"))) e.preventDefault();
      if (porId.has(enlace.getAttribute("href").slice(1))) history.replaceState(null, "", enlace.getAttribute("href"));
      return;
    }
    const marca = e.target.closest("[data-h]");
    if (marca && marca.closest(".fuente") && getSelection().isCollapsed) {
      const numeros = marca.dataset.h.split(" ");
      const ahora = elegido ? numeros.indexOf(elegido.dataset.n) : -1;
      elegir(document.getElementById(`${activa.id}h${numeros[(ahora + 1) % numeros.length]}`));
    }
  });

  document.addEventListener("keydown", (e) => {
    if (e.altKey || e.ctrlKey || e.metaKey || e.target.closest("input,select,textarea")) return;
    const enFuente = e.target.closest(".fuente");
    const pasos = { j: 1, k: -1, ...(enFuente ? {} : { ArrowDown: 1, ArrowUp: -1 }) };
    if (e.key in pasos && (activa.id !== "resumen" || e.key === "j")) {
      e.preventDefault();
      mover(pasos[e.key]);
    } else if (e.key === "Enter" && elegido && e.target.closest(".cabeza")) {
      e.preventDefault();
      if (e.target.closest(".hallazgo") !== elegido) elegir(e.target.closest(".hallazgo"));
      const signo = document.getElementById(elegido.id.replace(/h(\d+)$/, "m$1"));
      const destino = signo || activa.querySelector(".fuente");
      if (destino) {
        destino.focus({ preventScroll: true });
        const marca = activa.querySelector(".fuente .actual");
        if (marca) centrar(marca);
      }
    } else if (e.key === "Escape" && elegido) {
      const cabeza = elegido.querySelector(".cabeza");
      if (!enFuente) soltar();
      cabeza.focus({ preventScroll: true });
    }
  });

  for (const paso of [-1, 1]) {
    botones[paso].addEventListener("click", () => {
      const vista = vistas[vistas.indexOf(activa) + paso];
      if (!vista) return;
      mostrar(vista);
      history.replaceState(null, "", `#${vista.id}`);
    });
  }
  document.querySelectorAll(".cabeza").forEach((c) => {
    c.setAttribute("aria-expanded", "false");
    c.setAttribute("aria-controls", c.closest(".hallazgo").querySelector(".derivacion").id);
  });
  document.querySelectorAll(".filtro input").forEach((c) => c.addEventListener("change", () => {
    if (elegido && !elegido.getClientRects().length) soltar();
  }));
  document.querySelectorAll("details[data-cerrado]").forEach((d) => d.removeAttribute("open"));
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => d.setAttribute("open", "")));
  addEventListener("hashchange", () => seguir(location.hash));
  mostrar(vistas[0]);
  if (!seguir(location.hash) && vistas.length === 2) mostrar(vistas[1]);
})();
