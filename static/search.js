// Suggestions under a search box: the combobox pattern of WAI-ARIA. Without it the form just sends.
"use strict";

const WAIT = 150;

function listBelow(box, number) {
  const list = document.createElement("ul");
  list.id = `suggestions-${number}`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.getAttribute("aria-label"));
  list.hidden = true;
  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  box.after(list, status);
  return [list, status];
}

function follow(option) {
  if (option) location.assign(option.dataset.address);
}

function combobox(box, number) {
  const [list, status] = listBelow(box, number);
  let chosen = -1, timer = 0, asked = "";
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  const options = () => [...list.querySelectorAll("[role=option]")];

  function open(shown) {
    list.hidden = !shown;
    box.setAttribute("aria-expanded", String(shown));
    if (!shown) choose(-1);
  }

  function choose(place) {
    chosen = place;
    options().forEach((one, at) => one.setAttribute("aria-selected", String(at === place)));
    const one = options()[place];
    if (one) box.setAttribute("aria-activedescendant", one.id);
    else box.removeAttribute("aria-activedescendant");
    if (one) one.scrollIntoView({ block: "nearest" });
  }

  async function ask() {
    const text = box.value.trim();
    asked = text;
    if (text.length < 2) return open(false);
    let answer;
    try {
      answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(text)}`);
    } catch {
      return open(false);
    }
    if (!answer.ok || asked !== text) return undefined;
    list.innerHTML = await answer.text();
    options().forEach((one, at) => { one.id = `${list.id}-${at}`; });
    chosen = -1;
    const many = options().length;
    status.textContent = many ? box.dataset.many.replace("{n}", many) : "";
    return open(many > 0 && document.activeElement === box);
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  box.addEventListener("keydown", (event) => {
    const many = options().length;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      open(false);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && many) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (list.hidden) open(true);
      choose(chosen < 0 ? (step > 0 ? 0 : many - 1) : (chosen + step + many) % many);
    } else if (event.key === "Enter" && chosen >= 0 && !list.hidden) {
      event.preventDefault();
      follow(options()[chosen]);
    }
  });
  box.addEventListener("blur", () => setTimeout(() => open(false), 200));
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => follow(event.target.closest("[role=option]")));
}

document.querySelectorAll("[data-suggest]").forEach(combobox);
