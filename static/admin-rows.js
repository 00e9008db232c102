// A row of links shows its pickers when it is opened: a page may hold hundreds of them.
"use strict";
{
    const prepare = (row) => {
        const pickers = django.jQuery(row).find(".closed-picker");
        pickers.removeClass("closed-picker").addClass("admin-autocomplete").djangoAdminSelect2();
    };

    // Who adds a row goes on in it, without looking for it with the tab key.
    const BOXES = ".select2-selection, select:not(.select2-hidden-accessible), textarea, "
        + "input:not([type=hidden], [type=checkbox])";
    document.addEventListener("formset:added", (event) => {
        event.target.querySelector(BOXES)?.focus();
    });

    // Toggling does not bubble, so it is caught on its way down.
    document.addEventListener("toggle", (event) => {
        if (event.target.matches("details.row[open]")) {
            prepare(event.target);
        }
    }, true);

    django.jQuery(() => document.querySelectorAll("details.row[open]").forEach(prepare));
}
