// On the form of a new record: the records it may be a double of, asked for while one types.
"use strict";
{
    const PAUSE = 400;
    const DATES = ["signed", "announced", "in_force", "founded", "start", "issued"];
    const NAMES = ["name_en", "name_es", "acronym", "other_names", ...DATES];
    let waiting;
    let last = "";

    const typed = () => {
        const found = new URLSearchParams();
        for (const name of NAMES) {
            const box = document.getElementById(`id_${name}`);
            if (box && box.value.trim()) {
                found.set(name, box.value);
            }
        }
        return found.toString();
    };

    const show = async (place) => {
        const asked = typed();
        if (asked === last) {
            return;
        }
        last = asked;
        const response = await fetch(`${place.dataset.address}?${asked}`);
        if (!response.ok || typed() !== asked) {
            return;
        }
        const ticked = place.querySelector("[name=distinct]")?.checked;
        const text = await response.text();
        const read = new DOMParser().parseFromString(text, "text/html");
        place.replaceChildren(...read.body.childNodes);
        const box = place.querySelector("[name=distinct]");
        if (box) {
            box.checked = Boolean(ticked);
        }
    };

    document.addEventListener("input", (event) => {
        const place = document.getElementById("likely");
        if (place && NAMES.some((name) => event.target.id === `id_${name}`)) {
            clearTimeout(waiting);
            waiting = setTimeout(() => show(place), PAUSE);
        }
    });
}
