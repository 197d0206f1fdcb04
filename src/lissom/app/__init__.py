"""Use cases: what a person can have done, over ports. Commands, terminal and pages all come here.

`person` lays record, content and coach out together; each other module does one thing with them. How
it looks, on a page or in a terminal, is not decided here.
"""
