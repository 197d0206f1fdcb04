"""What a person can have done at their desk. Commands and pages both come here, so that it is done alike.

`desk` lays journal, content and coach out together; each other module does one thing with them. How
it looks, on a page or in a terminal, is not decided here.
"""

from lissom.app.person import Desk

__all__ = ["Desk"]
