"""Write all of them anew."""

from tools.pages import laws, routine, settings

for made in (routine, settings, laws):
    for file, text in made.pages().items():
        file.write_text(text, encoding="utf-8")
