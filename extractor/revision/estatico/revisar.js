(() => {
  const anuncio = document.getElementById("anuncio");
  const panel = document.getElementById("panel");
  const lado = document.querySelector(".lado[data-documento]");
  const escribe = (e) => e.target.closest("input,select,textarea");

  // a button pressed twice decides once
  document.addEventListener("submit", (e) => {
    if (e.target.method !== "post") return;
    if (e.target.dataset.enviado) e.preventDefault();
    e.target.dataset.enviado = "1";
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-enviado]").forEach((f) => delete f.dataset.enviado));

  function enLista() {
    const filas = [...document.querySelectorAll(".cola .renglon")];
    let actual = -1;
    const ir = (n) => {
      if (!filas[n]) {
        const otra = document.querySelector(n < 0 ? "a[rel=prev]" : "a[rel=next]");
        if (otra) otra.click();
        return;
      }
      if (filas[actual]) filas[actual].classList.remove("sobre");
      actual = n;
      filas[n].classList.add("sobre");
      filas[n].querySelector(".abre").focus();
      filas[n].scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("focusin", (e) => {
      const fila = e.target.closest(".renglon");
      if (fila && filas.includes(fila)) {
        if (filas[actual]) filas[actual].classList.remove("sobre");
        actual = filas.indexOf(fila);
        fila.classList.add("sobre");
      }
    });
    return { j: () => ir(actual + 1), k: () => ir(Math.max(actual - 1, actual < 0 ? 0 : -1)), n: () => location.assign("/siguiente") };
  }

  function enDocumento() {
    const fuente = document.querySelector(".fuente");
    const base = `/documento/${lado.dataset.documento}`;

    function encender(n) {
      Marcas.apagar(fuente);
      Marcas.encender(fuente, n);
      const primera = fuente.querySelector(".actual") || fuente.querySelector(".operando");
      if (!primera) return;
      centrar(primera);
      // what it passed over is laid out only now, and may have moved it
      requestAnimationFrame(() => requestAnimationFrame(() => centrar(primera)));
    }

    function centrar(marca) {
      const rueda = getComputedStyle(fuente).overflowY !== "visible";
      if (!rueda) return;
      const a = marca.getBoundingClientRect();
      const b = fuente.getBoundingClientRect();
      const cabe = a.height < b.height * 0.6;
      fuente.scrollTop += a.top - b.top - (cabe ? (b.height - a.height) / 2 : 8);
      Marcas.mostrarAlLado(marca);
    }

    function mostrado() {
      const li = panel.querySelector(".hallazgo");
      const n = li ? li.dataset.n : "0";
      document.querySelectorAll(".indice-doc .abre[aria-current]").forEach((e) => e.removeAttribute("aria-current"));
      const suya = document.querySelector(`.indice-doc [data-n="${n}"] .abre`);
      if (suya) suya.setAttribute("aria-current", "true");
      encender(n);
      if (li) anuncio.textContent = `Hallazgo ${n}: ${li.querySelector(".nivel").textContent}. ${li.querySelector(".mensaje").textContent}`;
    }

    let pedido = 0;
    async function elegir(huella) {
      const este = ++pedido;
      const direccion = `${base}?h=${huella}`;
      const respuesta = await fetch(`${base}/panel?h=${huella}`, { credentials: "same-origin" }).catch(() => null);
      if (este !== pedido) return;
      if (!respuesta || !respuesta.ok) {
        location.assign(direccion);
        return;
      }
      const texto = await respuesta.text();
      if (este !== pedido) return;
      panel.innerHTML = texto;
      history.replaceState(null, "", direccion);
      lado.scrollTop = 0;
      mostrado();
      panel.focus({ preventScroll: true });
    }

    const huellaDe = (n) => document.querySelector(`.indice-doc [data-n="${n}"]`)?.dataset.huella;
    document.addEventListener("click", (e) => {
      if (e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
      const enlace = e.target.closest("a");
      const vecino = enlace && (enlace.dataset.huella || enlace.closest(".indice-doc [data-huella]")?.dataset.huella);
      if (vecino) {
        e.preventDefault();
        elegir(vecino);
        return;
      }
      const ancla = enlace?.getAttribute("href")?.match(/^#d([hm])(\d+)$/);
      if (ancla) {
        e.preventDefault();
        if (panel.querySelector(".hallazgo")?.dataset.n === ancla[2]) encender(ancla[2]);
        else if (huellaDe(ancla[2])) elegir(huellaDe(ancla[2]));
        return;
      }
      const marca = e.target.closest(".fuente [data-h]");
      if (marca && getSelection().isCollapsed) {
        const numeros = marca.dataset.h.split(" ");
        const lugar = numeros.indexOf(panel.querySelector(".hallazgo")?.dataset.n);
        const huella = huellaDe(numeros[(lugar + 1) % numeros.length]);
        if (huella) elegir(huella);
      }
    });
    mostrado();
    const pulsar = (id) => {
      const e = document.getElementById(id);
      if (e && !e.disabled) e.click();
    };
    return {
      j: () => pulsar("proximo"),
      k: () => pulsar("previo"),
      n: () => pulsar("pendiente"),
      c: () => pulsar("confirmar"),
      d: () => pulsar("descartar"),
      u: () => (document.querySelector("#decision button") || document.querySelector(".deshacer-cambio button"))?.click(),
      e: () => {
        const caja = document.getElementById("lecturas");
        if (!caja) return;
        caja.open = true;
        caja.querySelector("input[name=valor]").focus();
      },
      Enter: (ev) => {
        if (ev.target.closest("a,button,summary")) return false;
        const n = panel.querySelector(".hallazgo")?.dataset.n;
        const signo = document.getElementById(`dm${n}`);
        if (!signo) return false;
        encender(n);
        signo.focus({ preventScroll: true });
        return true;
      },
    };
  }

  const teclas = { "?": () => location.assign("/ayuda"), ...(lado ? enDocumento() : document.querySelector(".cola") ? enLista() : {}) };
  document.addEventListener("keydown", (e) => {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    if (e.key === "Escape" && escribe(e)) {
      e.target.blur();
      return;
    }
    if (escribe(e) || !Object.hasOwn(teclas, e.key)) return;
    if (teclas[e.key](e) !== false) e.preventDefault();
  });
})();
