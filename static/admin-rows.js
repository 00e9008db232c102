// A row of links shows its pickers when it is opened: a page may hold hundreds of them.
"use strict";
{
    const prepare = (row) => {
        const pickers = django.jQuery(row).find(".closed-picker");
        pickers.removeClass("closed-picker").addClass("admin-autocomplete").djangoAdminSelect2();
    };

    // Toggling does not bubble, so it is caught on its way down.
    document.addEventListener("toggle", (event) => {
        if (event.target.matches("details.row[open]")) {
            prepare(event.target);
        }
    }, true);

    django.jQuery(() => document.querySelectorAll("details.row[open]").forEach(prepare));
}
