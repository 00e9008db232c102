"""Phrases to translate that `make messages` would not find where they stand. Nothing imports this.

Django speaks of every row as masculine ("otro institución") and in the words of Spain; the
histories' and the sign-in guard's packages have no Spanish. What the codebook says of tables is
gathered in `config/rows.py`.
"""

from django.utils.translation import gettext_noop as _

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
