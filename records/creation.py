"""A faster first migration of an app.

Django draws every related model anew after each step of a migration. Nearly all tables of the map
are related, through change sets and users, so their first migrations would take a quarter of a
minute, on the first start and before each run of the tests.
"""

from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.models import CreateModel


class CreateTables(Operation):
    """Creates the tables of an app from where all `steps` of its first migration lead.

    The steps are those that `makemigrations` wrote for an app without tables: `CreateModel`, and
    the fields, constraints and indexes it adds to the same models. Any other step is refused.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, steps):
        self.steps = steps
        self.names = [step.name for step in steps if isinstance(step, CreateModel)]
        made = {name.lower() for name in self.names}
        for step in steps:
            if not isinstance(step, CreateModel) and step.model_name_lower not in made:
                raise ValueError(f"Not a step of a first migration: {step.describe()}")

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # drawn once again when asked for, not at each step
        for step in self.steps:
            step.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for name in self.names:
            schema_editor.create_model(to_state.apps.get_model(app_label, name))

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for name in reversed(self.names):
            schema_editor.delete_model(from_state.apps.get_model(app_label, name))

    def describe(self):
        return f"Create {len(self.names)} tables"
