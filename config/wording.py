"""Phrases to translate that `make messages` would not find where they stand. Nothing imports this.

The codebook shows the first line of each table's docstring. Django speaks of every row as
masculine ("otro institución") and in the words of Spain; the histories' and the sign-in guard's
packages have no Spanish.
"""

from django.utils.translation import gettext_noop as _

TABLES = (
    _("A matter on which sources make claims though no column holds it: number of working groups."),
    _("An address that a record once had, and the slug it has now."),
    _("One published or archived thing that can be cited, described with the terms of CSL."),
    _("A basket of policy within a scheme, such as border affairs."),
    _("One source's support for a basket, or its claim about it."),
    _("A basket of one scheme matched with a basket of another."),
    _("One way of sorting policy: the chapter's six baskets, or SPP's priorities of 2006."),
    _("A statistical series that measures something of a basket, with its unit."),
    _("One source's support for an indicator, or its claim about it."),
    _("The value of an indicator at a date, or over a period, according to a source."),
    _("A matter of policy that baskets share, or a challenge that is still open."),
    _("One source's support for an issue, or its claim about it."),
    _("An issue's place in a basket, from the perspective of one country or of both."),
    _("One dated step in the life of an agreement, of one side or of all."),
    _("An instrument: from a treaty to a joint statement, a plan, a statute or a bill."),
    _("One source's support for an agreement, or its claim about it."),
    _("An agreement serves a basket or deals with an issue."),
    _("The number of an agreement in a treaty series or gazette."),
    _("How an agreement stands to another one."),
    _("An agreement creates, governs, funds or ends an institution."),
    _("A jurisdiction or an institution is party to an agreement."),
    _("A body or office through which the two countries deal with each other."),
    _("One source's support for an institution, or its claim about it."),
    _("A tier and branch of government at which an institution stands; it may have several."),
    _("A country, state, county, municipality or locality."),
    _("How two institutions stand to each other in structure."),
    _("An institution or a jurisdiction is a member of a body."),
    _("How an actor weighs a basket in a period."),
    _("An institution serves a basket."),
    _("Where an institution sits."),
    _("An institution is concerned by an issue."),
    _("One institution gave way to another."),
    _("A name that an institution bore for a time."),
    _("One of several spans in which an institution existed; between them it did not."),
    _("A person held an office, or led a body, for a time."),
    _("An address at which an institution is, or was, found online."),
    _("A person signed an agreement, with the office in which they did."),
    _("Money that an agreement moved: for whom, in which year, and how far it came."),
    _("A meeting dealt with a basket or an issue."),
    _("Whose meeting it is, with its number in the series."),
    _("One meeting, whether it was held, planned, cancelled or only reported."),
    _("One source's support for a meeting, or its claim about it."),
    _("A meeting produced, prepared or reviewed an agreement or a report."),
    _("An institution, a jurisdiction or a named person took part in a meeting."),
    _("Where a meeting was, or was to be."),
    _("A priority area of a report."),
    _("An institution issued a report."),
    _("A report, alone or in a series, with the period that it covers."),
    _("One source's support for a report, or its claim about it."),
)
ADMIN = (
    _("Welcome,"),
    _("Add %s"),
    _("View %s"),
    _("Add %(name)s"),
    _("Add another %(model)s"),
    _("Add another %(verbose_name)s"),
    _("Change selected %(model)s"),
    _("View selected %(model)s"),
    _("Delete selected %(model)s"),
    _("Delete selected %(verbose_name_plural)s"),
    _("Save and add another"),
    _("Select %s to change"),
    _("Select %s to view"),
    _("Remove from sorting"),
    _("Cannot delete %(name)s"),
    _("Addition"),
    _("Added."),
    _("Successfully deleted %(count)d %(items)s."),
    _("The {name} “{obj}” was added successfully."),
    _("The {name} “{obj}” was added successfully. You may add another {name} below."),
    _("The {name} “{obj}” was changed successfully."),
    _("The {name} “{obj}” was changed successfully. You may edit it again below."),
    _("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    _("The %(name)s “%(obj)s” was deleted successfully."),
    _(
        'Are you sure you want to delete the %(object_name)s "%(escaped_object)s"? '
        "All of the following related items will be deleted:"
    ),
    _(
        "Are you sure you want to delete the selected %(objects_name)s? "
        "All of the following objects and their related items will be deleted:"
    ),
    _(
        "Please enter the correct %(username)s and password for a staff account. "
        "Note that both fields may be case-sensitive."
    ),
)
FORMS = (
    _("This field is required."),
    _("Enter a number."),
    _("Enter a whole number."),
    _("Enter a valid date."),
    _("Enter a valid value."),
    _("Enter a valid URL."),
    _("No file was submitted."),
    _("No file was submitted. Check the encoding type on the form."),
    _("The submitted file is empty."),
    _("Select a valid choice. That choice is not one of the available choices."),
    _("%(model_name)s with this %(field_label)s already exists."),
)
HISTORY = (
    _("Created"),
    _("Changed"),
    _("Deleted"),
)
SIGN_IN = (
    _("access attempt"),
    _("access attempts"),
    _("access failure"),
    _("access failures"),
    _("access log"),
    _("access logs"),
    _("User Agent"),
    _("IP Address"),
    _("HTTP Accept"),
    _("Path"),
    _("Attempt Time"),
    _("Access lock out"),
    _("GET Data"),
    _("POST Data"),
    _("Failed Logins"),
    _("Logout Time"),
    _("Session key hash (sha256)"),
    _("Form Data"),
    _("Meta Data"),
    _("Username"),
    _("Locked Out"),
    _("Attempt Remaining"),
    _("Clean up expired attempts"),
    _("access attempt expiration"),
    _("access attempt expirations"),
    _("Expires At"),
    _("Not set"),
)
ACCOUNTS = (
    _("staff status"),
    _("Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only."),
)
