"""Who may do what: a few permissions for all curated tables alike, denied unless given.

A role is a group that holds some of them. They are permissions of `ChangeSet`, since each allows
a kind of change; so a new table needs no grant, and none can be forgotten.
"""

from django.utils.translation import gettext_lazy as _

CURATE = "curate"
IMPORT = "import_sheet"
EXPORT = "export_sheet"
PUBLISH = "publish"
WITHDRAW = "withdraw"
MERGE = "merge"
UNDO = "undo"
RESTORE = "restore"

PERMISSIONS = [
    (CURATE, _("Can see drafts, add and change them, and propose changes to what is published")),
    (IMPORT, _("Can import sheets into drafts")),
    (EXPORT, _("Can export sheets")),
    (PUBLISH, _("Can publish, change what is published, and decide on proposals")),
    (WITHDRAW, _("Can withdraw published records")),
    (MERGE, _("Can merge records")),
    (UNDO, _("Can undo change sets")),
    (RESTORE, _("Can restore earlier versions")),
]
CURATOR = (CURATE, IMPORT, EXPORT)
EDITOR = (*CURATOR, PUBLISH, WITHDRAW, MERGE, UNDO, RESTORE)
ROLES = {"Curators": CURATOR, "Editors": EDITOR, "Administrators": EDITOR}


def may(user, act: str) -> bool:
    """Whether the person may do this in the admin."""
    return user.is_active and user.is_staff and user.has_perm(f"records.{act}")
