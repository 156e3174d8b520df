# SPDX-License-Identifier: Apache-2.0
"""Notices when a rule changed what the next evaluation in this context would meet."""
from .world import Module, builtins, loaded


class Watch:
    """Namespaces as they were, compared by identity: no code of a rule runs to compare them."""

    def __init__(self):
        self.kept = []
        self.names = set()

    def add(self, namespace):
        self.kept.append((namespace, tuple(namespace.items()), len(namespace)))

    def add_classes(self, namespace, module):
        for value in list(namespace.values()):
            if isinstance(value, type) and value.__module__ == module:
                self.add(value.__dict__)

    def add_module(self, name):
        """A module of the standard library with its parts, as far as they are loaded, and their classes."""
        for part in list(loaded):
            is_part = part == name or part.startswith(name + ".") or part == "_py" + name
            if is_part and part not in self.names and isinstance(loaded[part], Module):
                self.names.add(part)
                self.add(loaded[part].__dict__)
                self.add_classes(loaded[part].__dict__, part)

    def is_changed(self):
        for namespace, items, size in self.kept:
            if len(namespace) != size:
                return True
            for name, value in items:
                if namespace.get(name) is not value:
                    return True
        return False


watch = Watch()
