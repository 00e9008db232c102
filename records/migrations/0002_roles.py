"""The roles as groups: curators, editors, administrators."""

from django.db import migrations

from records.roles import PERMISSIONS, ROLES

ACCOUNTS = ("add_user", "change_user", "view_user", "view_group")


def make_roles(apps, schema_editor):
    """Groups with their permissions, which Django itself would only make after all migrations."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    kind, _made = ContentType.objects.get_or_create(app_label="records", model="changeset")
    acts = {
        name: Permission.objects.get_or_create(
            content_type=kind, codename=name, defaults={"name": str(words)}
        )[0]
        for name, words in PERMISSIONS
    }
    for role, names in ROLES.items():
        group, _made = Group.objects.get_or_create(name=role)
        group.permissions.add(*(acts[name] for name in names))
    make_account_permissions(ContentType, Permission, Group)


def make_account_permissions(ContentType, Permission, Group):
    """Administrators also look after accounts."""
    administrators = Group.objects.get(name="Administrators")
    for name in ACCOUNTS:
        model = name.split("_")[1]
        kind, _made = ContentType.objects.get_or_create(app_label="auth", model=model)
        words = f"Can {name.replace('_', ' ')}"
        one, _made = Permission.objects.get_or_create(
            content_type=kind, codename=name, defaults={"name": words}
        )
        administrators.permissions.add(one)


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
