"""Faster migrations of tables.

Django draws every related model anew after each step of a migration. Nearly all tables of the map
are related, through change sets and users, so a migration of fifty steps would take half a minute,
on the first start and before each run of the tests. Here the models are drawn twice: as they were
and as they will be.
"""

from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.fields import AddField, AlterField
from django.db.migrations.operations.models import AddConstraint, CreateModel, RemoveConstraint

# What can be done to a table that exists when only its first and its last shape are known.
RULES = (AlterField, AddConstraint, RemoveConstraint)


class ChangeTables(Operation):
    """Takes all `steps` of a migration at once, as `makemigrations` wrote them.

    New tables are created from where the steps lead. Of tables that exist, choices and constraints
    can be changed; a step that would alter a column, or add one, belongs outside.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, steps):
        self.steps = steps
        self.names = [step.name for step in steps if isinstance(step, CreateModel)]
        made = {name.lower() for name in self.names}
        own = [step for step in steps if not isinstance(step, CreateModel)]
        self.rules = [step for step in own if step.model_name_lower not in made]
        for step in self.rules:
            if not isinstance(step, RULES) or isinstance(step, AddField):
                raise ValueError(f"Not to be taken together with others: {step.describe()}")

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # drawn once again when asked for, not at each step
        for step in self.steps:
            step.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for name in self.names:
            schema_editor.create_model(to_state.apps.get_model(app_label, name))
        for step in self.rules:
            step.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for step in reversed(self.rules):
            step.database_backwards(app_label, schema_editor, from_state, to_state)
        for name in reversed(self.names):
            schema_editor.delete_model(from_state.apps.get_model(app_label, name))

    def describe(self):
        return f"Create {len(self.names)} tables, change {len(self.rules)} rules"


class ForEach(Operation):
    """Statements of its own for each kind of database, and those that take them back."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, forwards: dict[str, list[str]], backwards: dict[str, list[str]]):
        self.forwards, self.backwards = forwards, backwards

    def state_forwards(self, app_label, state):
        """The tables of the models stay as they are."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for statement in self.forwards[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for statement in self.backwards[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    def describe(self):
        return "Statements of each kind of database"
