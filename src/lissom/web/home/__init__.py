"""The pages: one module each. A view reads the desk, and hands plain values to a template."""
