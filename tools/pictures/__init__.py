"""The pictures of README and the icons of the app."""
