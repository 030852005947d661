"""YAML → Template. The only place where a template is read."""
