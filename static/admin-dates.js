// Beside each date, what was understood of it, asked for while one types.
"use strict";
{
    const PAUSE = 250;
    const waiting = new WeakMap();

    const show = async (input) => {
        const line = input.parentElement.querySelector(".reading");
        const address = `${input.dataset.reading}?text=${encodeURIComponent(input.value)}`;
        const typed = input.value;
        const response = await fetch(address);
        if (!line || !response.ok || input.value !== typed) {
            return;
        }
        const found = await response.json();
        line.textContent = found.reading;
        line.classList.toggle("wrong", found.wrong);
    };

    document.addEventListener("input", (event) => {
        if (event.target.matches("input[data-reading]")) {
            clearTimeout(waiting.get(event.target));
            waiting.set(event.target, setTimeout(() => show(event.target), PAUSE));
        }
    });
}
