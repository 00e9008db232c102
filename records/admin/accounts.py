"""Accounts in the admin: administrators give roles, and nobody more than they hold."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from records.roles import PERMISSIONS

admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class AccountAdmin(UserAdmin):
    """People who may enter the admin; their rights come from roles alone."""

    list_display = ("username", "first_name", "last_name", "email", "is_active", "is_staff")
    list_filter = ("is_active", "is_staff", "groups")
    fieldsets = [
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("first_name", "last_name", "email")}),
        (_("Rights"), {"fields": ("is_active", "is_staff", "groups")}),
    ]

    def get_queryset(self, request):
        """Those who may do everything are seen only by their like."""
        found = super().get_queryset(request)
        return found if request.user.is_superuser else found.filter(is_superuser=False)


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    """Roles: of all permissions, those of `records/roles.py` and of accounts are offered."""

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.name == "permissions":
            acts = Q(codename__in=[name for name, _words in PERMISSIONS])
            accounts = Q(content_type__app_label="auth")
            kwargs["queryset"] = Permission.objects.filter(acts | accounts).select_related(
                "content_type"
            )
        return super().formfield_for_manytomany(db_field, request=request, **kwargs)
