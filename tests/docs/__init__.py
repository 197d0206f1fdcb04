"""The docs, run: what README and docs/ say is asked of the product."""
